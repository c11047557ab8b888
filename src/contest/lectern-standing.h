/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-prospect.h"

G_BEGIN_DECLS

/* What a round has decided before its end: who is certain of an award or of going on whatever the
 * rest receives, who is out of it, and which ties at a border can arise (scoring/lectern-prospect.h).
 * It is about marks that are still to come; a ruling, such as a sheet reopened, may change anything. */

/* What it is worked out from. */
typedef enum
{
  LECTERN_BASIS_KNOWN, /* everything: for those who run the contest, never for the hall */
  LECTERN_BASIS_SEEN,  /* only results that were revealed; of all others it is only known that they
                        * are to come. Forfeits are known in the hall. */
} LecternBasis;

/* A last place at stake: of an award, or of those who go on to the next round. */
typedef struct
{
  char    *key; /* of the award, or of the round they go on to */
  char    *name;
  gboolean cut;    /* they go on */
  guint    places; /* up to this border: an award's and those of the awards above it */
} LecternBorder;

/* A group that nothing separates and that may end across a border while something is to come. */
typedef struct
{
  const LecternBorder *border;
  guint                rank;   /* of the group at best */
  guint                latest; /* and at worst */
  GArray              *lots;   /* of gint64 */
} LecternPossibleTie;

typedef struct _LecternStanding LecternStanding;

/* @round NULL: the current one. Takes time by the square of the entries. */
LecternStanding *lectern_standing_new (LecternContest *contest,
                                       const char     *round,
                                       LecternBasis    basis) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_standing_free (LecternStanding *self);
/* LecternBorder, the highest award first; empty where nothing is at stake. Borrowed. */
GPtrArray *lectern_standing_get_borders (const LecternStanding *self);
/* OPEN for a nominee who is not in the round. */
LecternOutlook lectern_standing_get_outlook (const LecternStanding *self,
                                             gint64                 nominee,
                                             guint                  border);
/* The highest border whose places @nominee is certain to be among, or NULL. Borrowed. */
const LecternBorder *lectern_standing_find_certain (const LecternStanding *self,
                                                    gint64                 nominee);
/* Whether something is at stake and all of it out of reach for @nominee. */
gboolean lectern_standing_is_out (const LecternStanding *self,
                                  gint64                 nominee);
/* LecternPossibleTie; empty when nothing is to come any more: then what is equal at a border is an
 * open tie of the ranking. Borrowed. */
GPtrArray *lectern_standing_get_ties (const LecternStanding *self);
/* The tie as a sentence for those who run the contest, in the language of the interface. */
char *lectern_possible_tie_describe (const LecternPossibleTie *tie) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternStanding, lectern_standing_free)

G_END_DECLS
