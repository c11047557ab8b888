/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-contest.h"

G_BEGIN_DECLS

/* How far a paper sheet is on its way into the contest. */
typedef enum
{
  LECTERN_KEYING_OPEN,
  LECTERN_KEYING_FIRST,  /* only the first keying is in */
  LECTERN_KEYING_SECOND, /* only the second */
  LECTERN_KEYING_DIFFERS,
  LECTERN_KEYING_DONE,      /* keyed alike twice */
  LECTERN_KEYING_HANDED_IN, /* it came from a laptop or a table */
} LecternKeyingState;

/* One sheet in the list of those that may be keyed in. It never tells a figure. Properties "title"
 * and "state-words", read-only. */
#define LECTERN_TYPE_KEYING_ITEM (lectern_keying_item_get_type ())
G_DECLARE_FINAL_TYPE (LecternKeyingItem, lectern_keying_item, LECTERN, KEYING_ITEM, GObject)

gint64             lectern_keying_item_get_lot (LecternKeyingItem *self);
gint64             lectern_keying_item_get_judge (LecternKeyingItem *self);
const char        *lectern_keying_item_get_title (LecternKeyingItem *self);
LecternKeyingState lectern_keying_item_get_state (LecternKeyingItem *self);

/* The list ------------------------------------------------------------------------------------- */

/* The way through the sheets: all judges of an entry, or all entries of a judge. */
typedef enum
{
  LECTERN_KEYING_BY_ENTRY,
  LECTERN_KEYING_BY_JUDGE,
} LecternKeyingWalk;

GListStore *lectern_keying_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Makes @list say what the contest says; items that stay keep their place. */
void lectern_keying_list_update (GListStore       *list,
                                 LecternContest   *contest,
                                 LecternKeyingWalk walk);
/* How many sheets are keyed twice, of how many that come from paper. */
void lectern_keying_list_count (GListStore *list,
                                guint      *n_keyed,
                                guint      *n_sheets);
/* The next sheet after @position, round to it again, that keying @pass (1 or 2) has still to do;
 * when there is none the first whose keyings differ; FALSE when nothing is left. */
gboolean lectern_keying_list_find_next (GListStore *list,
                                        guint       position,
                                        gint64      pass,
                                        guint      *next);
gboolean lectern_keying_list_find (GListStore *list,
                                   gint64      lot,
                                   gint64      judge,
                                   guint      *position);

G_END_DECLS
