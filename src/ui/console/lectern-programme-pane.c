/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The left of the evening page. The lines are one flat list: each entry, and below the one that
 * is open its cues. They are worked out anew after each commit and only replaced where they stand
 * for something else, so that neither the scroll position nor the focus jumps. Taking a cue out
 * of order needs two presses: one stray click must not move the evening. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-programme-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme-item.h"
#include "lectern-programme-row.h"

#define DISARM_SECONDS 5

struct _LecternProgrammePane
{
  LecternConsolePart    parent_instance;
  GListStore           *lines;
  GtkListView          *list;
  GtkLabel             *heading;
  LecternProgrammeItem *armed;
  guint                 disarm_id;
  gint64                opened; /* nominee whose cues a person opened, or LECTERN_NULL */
  gint64                shown_cue;
};

G_DEFINE_FINAL_TYPE (LecternProgrammePane, lectern_programme_pane, LECTERN_TYPE_CONSOLE_PART)

static gboolean
starts_entry (const LecternCue *cue)
{
  return cue->kind == LECTERN_CUE_INTRODUCE && cue->nominee != LECTERN_NULL;
}

/* An introduction and what follows it: the talk, the marking, and reveals, of whomever. */
static gboolean
continues_entry (const LecternCue *cue)
{
  return cue->kind == LECTERN_CUE_TALK || cue->kind == LECTERN_CUE_MARK || cue->kind == LECTERN_CUE_REVEAL;
}

static guint
find_end (GPtrArray *cues,
          guint      first)
{
  guint end = first + 1;
  if (!starts_entry (g_ptr_array_index (cues, first)))
    return end;
  while (end < cues->len && continues_entry (g_ptr_array_index (cues, end)))
    end++;
  return end;
}

static gboolean
is_open (LecternProgrammePane *self,
         LecternContest       *contest,
         const LecternCue     *first,
         const LecternCue     *last)
{
  const LecternCue *on_air = lectern_contest_get_cue_on_air (contest);
  if (self->opened != LECTERN_NULL && self->opened == first->nominee)
    return TRUE;
  return on_air && on_air->position >= first->position && on_air->position <= last->position;
}

static void
add_group (LecternProgrammePane *self,
           LecternContest       *contest,
           GPtrArray            *cues,
           guint                 first,
           guint                 end,
           GPtrArray            *items)
{
  const LecternCue *head = g_ptr_array_index (cues, first);
  const LecternCue *last = g_ptr_array_index (cues, end - 1);
  if (!starts_entry (head))
    {
      g_ptr_array_add (items, lectern_programme_item_new (LECTERN_PROGRAMME_PLAIN, head->position, head->position, LECTERN_NULL));
      return;
    }
  g_ptr_array_add (items, lectern_programme_item_new (LECTERN_PROGRAMME_ENTRY, head->position, last->position, head->nominee));
  if (!is_open (self, contest, head, last))
    return;
  for (guint i = first; i < end; i++)
    {
      const LecternCue *cue = g_ptr_array_index (cues, i);
      g_ptr_array_add (items, lectern_programme_item_new (LECTERN_PROGRAMME_CUE, cue->position, cue->position, cue->nominee));
    }
}

static GPtrArray *
list_items (LecternProgrammePane *self,
            LecternContest       *contest)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *cues = lectern_contest_get_cues (contest);
  for (guint i = 0, end; i < cues->len; i = end)
    {
      end = find_end (cues, i);
      add_group (self, contest, cues, i, end, items);
    }
  return items;
}

static gboolean
line_is_same (GListStore *lines,
              guint       position,
              GPtrArray  *items,
              guint       index)
{
  g_autoptr (LecternProgrammeItem) line = g_list_model_get_item (G_LIST_MODEL (lines), position);
  return lectern_programme_item_is_same (line, g_ptr_array_index (items, index));
}

/* Replaces what lies between the common head and the common tail. */
static void
splice_items (LecternProgrammePane *self,
              GPtrArray            *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint head = 0, tail = 0;
  while (head < n_old && head < items->len && line_is_same (self->lines, head, items, head))
    head++;
  while (tail < n_old - head && tail < items->len - head &&
         line_is_same (self->lines, n_old - 1 - tail, items, items->len - 1 - tail))
    tail++;
  if (head + tail < n_old || head + tail < items->len)
    g_list_store_splice (self->lines, head, n_old - head - tail, items->pdata + head, items->len - head - tail);
}

static void
update_lines (LecternProgrammePane *self,
              LecternContest       *contest)
{
  g_autoptr (LecternRanking) all = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternRanking) revealed = lectern_ranking_new (contest, NULL, TRUE);
  LecternProgrammeView view = { contest, all, revealed };
  guint                n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternProgrammeItem) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      lectern_programme_item_update (line, &view);
    }
}

/* Where a contest has several rounds, the programme is called by its round. */
static char *
describe_progress (LecternContest *contest)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const char         *name = round && lectern_contest_get_rounds (contest)->len > 1 ? round->name : _ ("Programme");
  if (entries->len == 0)
    return g_strdup (name);
  if (on_stage && on_stage->lot != LECTERN_NULL)
    /* Translators: a round, or “Programme”; the running number on stage, of all entries. */
    return g_strdup_printf (_ ("%s · no. %d of %u"), name, (int) on_stage->lot, entries->len);
  return g_strdup_printf (ngettext ("%s · %u entry", "%s · %u entries", entries->len), name, entries->len);
}

static guint
find_line_on_air (LecternProgrammePane *self)
{
  guint found = GTK_INVALID_LIST_POSITION;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternProgrammeItem) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      if (lectern_programme_item_get_place (line) == LECTERN_PROGRAMME_ON)
        found = i;
    }
  return found;
}

/* Only when the evening moved on: a person who scrolled to look something up is left alone. */
static void
follow_cue (LecternProgrammePane *self,
            LecternContest       *contest)
{
  const LecternCue *on_air = lectern_contest_get_cue_on_air (contest);
  gint64            position = on_air ? on_air->position : LECTERN_NULL;
  guint             line = find_line_on_air (self);
  if (position == self->shown_cue || line == GTK_INVALID_LIST_POSITION)
    return;
  self->shown_cue = position;
  self->opened = LECTERN_NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  /* Two further lines, so that what comes next is in sight too. */
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", MIN (line + 2, n - 1));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", line);
}

static void
lectern_programme_pane_refresh (LecternConsolePart *part,
                                LecternChange      *change)
{
  LecternProgrammePane *self = LECTERN_PROGRAMME_PANE (part);
  LecternContest       *contest = lectern_console_part_get_contest (part);
  g_autoptr (GPtrArray) items = list_items (self, contest);
  g_autofree char *progress = describe_progress (contest);
  splice_items (self, items);
  update_lines (self, contest);
  gtk_label_set_text (self->heading, progress);
  follow_cue (self, contest);
}

static gboolean
on_disarm_timeout_cb (gpointer user_data)
{
  LecternProgrammePane *self = user_data;
  self->disarm_id = 0;
  lectern_programme_pane_disarm (self);
  return G_SOURCE_REMOVE;
}

static void
arm (LecternProgrammePane *self,
     LecternProgrammeItem *line)
{
  lectern_programme_pane_disarm (self);
  g_set_object (&self->armed, line);
  lectern_programme_item_set_armed (line, TRUE);
  self->disarm_id = g_timeout_add_seconds (DISARM_SECONDS, on_disarm_timeout_cb, self);
}

static void
take_cue (LecternProgrammePane *self,
          gint64                position)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_TAKE_CUE);
  action->number = position;
  lectern_desk_submit (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), action, NULL, NULL);
}

static void
on_list_activate_cb (GtkListView          *list,
                     guint                 position,
                     LecternProgrammePane *self)
{
  lectern_programme_pane_press (self, position);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item,
                 LecternProgrammePane     *self)
{
  gtk_list_item_set_child (list_item, lectern_programme_row_new ());
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                LecternProgrammePane     *self)
{
  lectern_programme_row_set_item (LECTERN_PROGRAMME_ROW (gtk_list_item_get_child (list_item)),
                                  gtk_list_item_get_item (list_item));
}

static void
on_row_unbind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  LecternProgrammePane     *self)
{
  lectern_programme_row_set_item (LECTERN_PROGRAMME_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
lectern_programme_pane_dispose (GObject *object)
{
  LecternProgrammePane *self = LECTERN_PROGRAMME_PANE (object);
  g_clear_handle_id (&self->disarm_id, g_source_remove);
  g_clear_object (&self->armed);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (lectern_programme_pane_parent_class)->dispose (object);
}

static void
lectern_programme_pane_class_init (LecternProgrammePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_programme_pane_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_programme_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-programme-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammePane, list);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammePane, heading);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind_cb);
}

static void
lectern_programme_pane_init (LecternProgrammePane *self)
{
  self->opened = LECTERN_NULL;
  self->shown_cue = LECTERN_NULL;
  self->lines = g_list_store_new (LECTERN_TYPE_PROGRAMME_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GListModel *
lectern_programme_pane_get_lines (LecternProgrammePane *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_PANE (self), NULL);
  return G_LIST_MODEL (self->lines);
}

static void
toggle_entry (LecternProgrammePane *self,
              gint64                nominee)
{
  self->opened = self->opened == nominee ? LECTERN_NULL : nominee;
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

void
lectern_programme_pane_press (LecternProgrammePane *self,
                              guint                 position)
{
  g_return_if_fail (LECTERN_IS_PROGRAMME_PANE (self));
  g_autoptr (LecternProgrammeItem) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  g_return_if_fail (line != NULL);
  if (lectern_programme_item_get_kind (line) == LECTERN_PROGRAMME_ENTRY)
    {
      lectern_programme_pane_disarm (self);
      toggle_entry (self, lectern_programme_item_get_nominee (line));
    }
  else if (lectern_programme_item_get_armed (line))
    {
      lectern_programme_pane_disarm (self);
      take_cue (self, lectern_programme_item_get_cue (line));
    }
  else
    {
      arm (self, line);
    }
}

gboolean
lectern_programme_pane_disarm (LecternProgrammePane *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_PANE (self), FALSE);
  g_clear_handle_id (&self->disarm_id, g_source_remove);
  if (!self->armed)
    return FALSE;
  lectern_programme_item_set_armed (self->armed, FALSE);
  g_clear_object (&self->armed);
  return TRUE;
}
