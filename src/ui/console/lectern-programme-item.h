/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib-object.h>

#include "lectern-contest.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PROGRAMME_ENTRY, /* heads the cues of one entry */
  LECTERN_PROGRAMME_CUE,   /* one cue below its entry */
  LECTERN_PROGRAMME_PLAIN, /* a cue that is of no entry: a break */
} LecternProgrammeKind;

typedef enum
{
  LECTERN_PROGRAMME_TO_COME,
  LECTERN_PROGRAMME_NEXT,
  LECTERN_PROGRAMME_ON,
  LECTERN_PROGRAMME_PAST,
} LecternProgrammePlace;

/* One line of the programme as the console lists it. What a line shows is worked out from the
 * contest by lectern_programme_item_update(); ::updated is emitted when it is different. */
#define LECTERN_TYPE_PROGRAMME_ITEM (lectern_programme_item_get_type ())
G_DECLARE_FINAL_TYPE (LecternProgrammeItem, lectern_programme_item, LECTERN, PROGRAMME_ITEM, GObject)

/* What lines are worked out from: made once for all lines of a refresh. */
typedef struct
{
  LecternContest *contest;
  LecternRanking *all;      /* figures the operator may see */
  LecternRanking *revealed; /* places the hall has seen */
} LecternProgrammeView;

/* @cue: the position of the line's cue, or of the first of an entry's. @nominee LECTERN_NULL for
 * a plain line. */
LecternProgrammeItem *lectern_programme_item_new (LecternProgrammeKind kind,
                                                  gint64               cue,
                                                  gint64               last_cue,
                                                  gint64               nominee) G_GNUC_WARN_UNUSED_RESULT;
void                  lectern_programme_item_update (LecternProgrammeItem       *self,
                                                     const LecternProgrammeView *view);
/* Whether the two stand for the same line. */
gboolean lectern_programme_item_is_same (LecternProgrammeItem *self,
                                         LecternProgrammeItem *other);

LecternProgrammeKind  lectern_programme_item_get_kind (LecternProgrammeItem *self);
LecternProgrammePlace lectern_programme_item_get_place (LecternProgrammeItem *self);
gint64                lectern_programme_item_get_cue (LecternProgrammeItem *self);
gint64                lectern_programme_item_get_nominee (LecternProgrammeItem *self);
/* The number in the circle: a lot, or NULL. */
const char *lectern_programme_item_get_number (LecternProgrammeItem *self);
const char *lectern_programme_item_get_title (LecternProgrammeItem *self);
const char *lectern_programme_item_get_detail (LecternProgrammeItem *self);
/* At the end of the line: a score, a state; and what stands below it, or NULL. */
const char *lectern_programme_item_get_figure (LecternProgrammeItem *self);
const char *lectern_programme_item_get_remark (LecternProgrammeItem *self);
/* Whether the first press has been made that a second one takes out of order. */
gboolean lectern_programme_item_get_armed (LecternProgrammeItem *self);
void     lectern_programme_item_set_armed (LecternProgrammeItem *self,
                                           gboolean              armed);

G_END_DECLS
