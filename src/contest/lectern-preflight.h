/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What is looked at before the evening (docs/preflight.md). */
typedef enum
{
  LECTERN_CHECK_JUDGES,     /* connected */
  LECTERN_CHECK_PRACTICE,   /* each has tried the panel */
  LECTERN_CHECK_COURSEWARE, /* opens */
  LECTERN_CHECK_PHOTOS,     /* are there and open */
  LECTERN_CHECK_CHARACTERS, /* of every name, for papers */
  LECTERN_CHECK_PROJECTOR,
  LECTERN_CHECK_SOUND,
  LECTERN_CHECK_PRINTER,
  LECTERN_CHECK_SPACE, /* of the disk */
  LECTERN_CHECK_SPEED,
  LECTERN_CHECK_BACKUP,
  LECTERN_CHECK_POWER,
  LECTERN_CHECK_CLOCK, /* of the laptop */
  LECTERN_CHECK_NETWORK,
  LECTERN_CHECK_REHEARSAL, /* nothing of it is left */
  LECTERN_CHECK_N_KINDS,
} LecternCheckKind;

typedef enum
{
  LECTERN_CHECK_GREEN,
  LECTERN_CHECK_AMBER,
  LECTERN_CHECK_RED,
} LecternCheckLevel;

typedef enum
{
  LECTERN_TRUTH_UNKNOWN,
  LECTERN_TRUTH_NO,
  LECTERN_TRUTH_YES,
} LecternTruth;

/* What is known of the machine and its surroundings; filled in by whoever can see them. Everything is
 * borrowed. A kind whose bit is not in @asked is left out of the list: nobody could have known. */
typedef struct
{
  guint         asked;              /* 1 << LecternCheckKind; without a meaning for what the contest itself tells */
  const GArray *connected;          /* JUDGES: gint64 numbers */
  const GArray *practised;          /* PRACTICE: gint64 numbers */
  LecternTruth  characters;         /* CHARACTERS: whether all can be set; UNKNOWN: still being looked at */
  guint         n_gaps;             /* how many can't */
  const char   *gap;                /* the first of them, in a sentence */
  LecternTruth  projector;          /* PROJECTOR: YES: something is shown to the hall */
  gboolean      windowed;           /* in a window of the operator's screen alone */
  LecternTruth  sound;              /* SOUND */
  const char   *sound_trouble;      /* why nothing is heard, in a sentence */
  gint64        n_printers;         /* PRINTER; LECTERN_NULL: it can't be told */
  gint64        free_bytes;         /* SPACE; LECTERN_NULL: it can't be told */
  gint64        write_us;           /* SPEED: until a small write is safe on disk; LECTERN_NULL: it can't be told */
  LecternTruth  copied;             /* BACKUP: a copy was saved */
  gboolean      copy_beside;        /* on the same disk as the contest */
  gint64        copy_us;            /* wall time of it */
  LecternTruth  mains;              /* POWER: plugged in */
  gint64        battery_percent;    /* LECTERN_NULL: no battery */
  LecternTruth  clock_synchronised; /* CLOCK */
  LecternTruth  networked;          /* NETWORK: this laptop has an address */
  LecternTruth  reached;            /* another machine came through to it */
} LecternPreflightFacts;

/* Nothing asked, nothing known. */
#define LECTERN_PREFLIGHT_FACTS_NONE \
  ((LecternPreflightFacts){ .n_printers = LECTERN_NULL, .free_bytes = LECTERN_NULL, .write_us = LECTERN_NULL, .battery_percent = LECTERN_NULL })

/* One line of the list. */
typedef struct
{
  LecternCheckKind  kind;
  LecternCheckLevel level;
  char             *sentence; /* what was found, and what to do about it */
  char             *reason;   /* why it was passed over; NULL: it was not, or has become worse since */
} LecternCheckItem;

void lectern_check_item_free (LecternCheckItem *self);
/* "judges", "space": in the file, in the journal and on the command line. */
const char *lectern_check_kind_get_name (LecternCheckKind kind);
gboolean    lectern_check_kind_from_name (const char       *name,
                                          LecternCheckKind *kind);
/* "Judges connected", in the language of the interface. */
const char *lectern_check_kind_get_title (LecternCheckKind kind);
/* Where it is put right: a page of the console, "set-up/judges"; NULL: outside the program. */
const char *lectern_check_kind_get_place (LecternCheckKind kind);
/* "red", for scripts. */
const char *lectern_check_level_get_name (LecternCheckLevel level);
/* "Red", in the language of the interface. */
const char *lectern_check_level_get_label (LecternCheckLevel level);

/* The list as it is now: LecternCheckItem in the order of their kinds, what was passed over included. Owned by the
 * caller. */
GPtrArray *lectern_preflight_list (LecternContest              *contest,
                                   const LecternPreflightFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* How many are of @level; @passed: of those that were passed over, else of those that were not. */
guint lectern_preflight_count (GPtrArray        *items,
                               LecternCheckLevel level,
                               gboolean          passed);
/* The worst that was not passed over. */
LecternCheckLevel lectern_preflight_get_worst (GPtrArray *items);
/* "2 red, 1 amber", "ready", "ready, 1 passed over". Owned by the caller. */
char *lectern_preflight_summarise (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
/* For the cue that opens the evening: what is red, and what was passed over and why. NULL when there is neither, or
 * the evening has begun. Owned by the caller. */
char *lectern_preflight_describe_opening (LecternContest *contest,
                                          GPtrArray      *items) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCheckItem, lectern_check_item_free)

G_END_DECLS
