/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Marks as numbers and nothing else: no slider, no buttons, for the paper says what they are. A
 * number that cannot be is said at once, in the line, and Enter does not go past it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-keying-form.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"

typedef struct
{
  char      *key;
  gint64     max;
  gint64     step;
  GtkWidget *entry;
  GtkWidget *trouble;
} Line;

struct _LecternKeyingForm
{
  AdwBin     parent_instance;
  GtkWidget *grid;
  GtkWidget *total;
  GArray    *lines; /* Line */
};

enum
{
  DONE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternKeyingForm, lectern_keying_form, ADW_TYPE_BIN)

static void
line_clear (gpointer line)
{
  g_free (((Line *) line)->key);
}

static Line *
get_line (LecternKeyingForm *self,
          guint              index)
{
  return &g_array_index (self->lines, Line, index);
}

/* With the full stop of a Chinese keyboard taken for the point it stands for. */
static char *
read_text (const Line *line)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->entry))));
  g_auto (GStrv) parts = g_strsplit (text, "。", -1);
  return g_strjoinv (".", parts);
}

/* Why the line is no mark; NULL when it is, with the mark in @mark. */
static char *
find_trouble (const Line *line,
              gint64     *mark)
{
  g_autofree char *text = read_text (line);
  g_autofree char *max = lectern_mark_format (line->max);
  g_autofree char *step = lectern_mark_format (line->step);
  if (!lectern_mark_parse (text, mark))
    /* Translators: %s is the highest mark, such as 40. */
    return g_strdup_printf (_ ("Write a number from 0 to %s."), max);
  if (!lectern_mark_is_in_range (*mark, line->max))
    /* Translators: the first %s is what was typed, the second the highest mark. */
    return g_strdup_printf (_ ("%s is too much: this criterion has at most %s."), text, max);
  if (!lectern_mark_is_on_step (*mark, line->step))
    /* Translators: what was typed, then the step. */
    return g_strdup_printf (_ ("%s is not in steps of %s."), text, step);
  return NULL;
}

static void
show_trouble (Line       *line,
              const char *trouble)
{
  gtk_label_set_text (GTK_LABEL (line->trouble), trouble ? trouble : "");
  gtk_widget_set_visible (line->trouble, trouble != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (line->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               trouble ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (trouble)
    gtk_widget_add_css_class (line->entry, "error");
  else
    gtk_widget_remove_css_class (line->entry, "error");
}

static gboolean
settle (Line *line)
{
  gint64           mark;
  g_autofree char *trouble = find_trouble (line, &mark);
  show_trouble (line, trouble);
  return trouble == NULL;
}

static void
show_total (LecternKeyingForm *self)
{
  gint64 total = 0, mark;
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *trouble = find_trouble (get_line (self, i), &mark);
      total += trouble ? 0 : mark;
    }
  g_autofree char *text = lectern_mark_format (total);
  gtk_label_set_text (GTK_LABEL (self->total), text);
}

static guint
find_index (LecternKeyingForm *self,
            gpointer           entry)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->entry == entry)
      return i;
  g_assert_not_reached ();
}

static void
on_changed_cb (GtkEditable       *entry,
               LecternKeyingForm *self)
{
  show_trouble (get_line (self, find_index (self, entry)), NULL);
  show_total (self);
}

static void
on_activated_cb (GtkEntry          *entry,
                 LecternKeyingForm *self)
{
  guint index = find_index (self, entry);
  if (!settle (get_line (self, index)))
    return;
  if (index + 1 < self->lines->len)
    gtk_widget_grab_focus (get_line (self, index + 1)->entry);
  else if (lectern_keying_form_check (self))
    g_signal_emit (self, signals[DONE], 0);
}

/* Up and down go from mark to mark. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LecternKeyingForm     *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int        by = keyval == GDK_KEY_Up ? -1 : (keyval == GDK_KEY_Down ? 1 : 0);
  if (by == 0 || !focus || (state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < self->lines->len; i++)
    if (focus == get_line (self, i)->entry || gtk_widget_is_ancestor (focus, get_line (self, i)->entry))
      {
        if ((int) i + by >= 0 && i + (guint) by < self->lines->len)
          gtk_widget_grab_focus (get_line (self, i + (guint) by)->entry);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
lectern_keying_form_finalize (GObject *object)
{
  g_array_unref (LECTERN_KEYING_FORM (object)->lines);
  G_OBJECT_CLASS (lectern_keying_form_parent_class)->finalize (object);
}

static void
lectern_keying_form_class_init (LecternKeyingFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_keying_form_finalize;
  signals[DONE] = g_signal_new ("done", LECTERN_TYPE_KEYING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_keying_form_init (LecternKeyingForm *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget          *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget          *word = gtk_label_new (C_ ("sheet", "Total"));
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->grid = gtk_grid_new ();
  self->total = gtk_label_new ("0");
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 10);
  gtk_widget_add_css_class (self->total, "title-2");
  gtk_widget_add_css_class (self->total, "numeric");
  gtk_widget_set_halign (foot, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), word);
  gtk_box_append (GTK_BOX (foot), self->total);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
add_line (LecternKeyingForm      *self,
          const LecternCriterion *criterion)
{
  int              row = (int) self->lines->len * 2;
  Line             line = { g_strdup (criterion->key), criterion->max, criterion->step, gtk_entry_new (), gtk_label_new (NULL) };
  GtkWidget       *name = gtk_label_new (criterion->name);
  g_autofree char *max = lectern_mark_format (criterion->max);
  g_autofree char *most = g_strdup_printf ("/ %s", max);
  /* Translators: a criterion and its full marks, for a screen reader. */
  g_autofree char *label = g_strdup_printf (_ ("%s, at most %s"), criterion->name, max);
  GtkWidget       *full = gtk_label_new (most);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (full), 0);
  gtk_widget_add_css_class (full, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (line.trouble), 0);
  gtk_label_set_wrap (GTK_LABEL (line.trouble), TRUE);
  gtk_widget_add_css_class (line.trouble, "error");
  gtk_widget_set_visible (line.trouble, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (line.entry), 7);
  gtk_editable_set_alignment (GTK_EDITABLE (line.entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (line.entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (line.entry, "numeric");
  gtk_widget_add_css_class (line.entry, "keyed-mark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (line.entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), line.entry, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), full, 2, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), line.trouble, 0, row + 1, 3, 1);
  g_array_append_val (self->lines, line);
  g_signal_connect_object (line.entry, "changed", G_CALLBACK (on_changed_cb), self, 0);
  g_signal_connect_object (line.entry, "activate", G_CALLBACK (on_activated_cb), self, 0);
}

/* Fields are kept as long as they ask for the same, so that the focus stays among them. */
static gboolean
lines_match (LecternKeyingForm *self,
             GPtrArray         *criteria)
{
  if (self->lines->len != criteria->len)
    return FALSE;
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      if (!g_str_equal (get_line (self, i)->key, criterion->key) || get_line (self, i)->max != criterion->max || get_line (self, i)->step != criterion->step)
        return FALSE;
    }
  return TRUE;
}

void
lectern_keying_form_begin (LecternKeyingForm *self,
                           LecternContest    *contest)
{
  g_return_if_fail (LECTERN_IS_KEYING_FORM (self));
  GPtrArray *criteria = lectern_contest_get_criteria (contest);
  if (!lines_match (self, criteria))
    {
      GtkWidget *child;
      while ((child = gtk_widget_get_first_child (self->grid)))
        gtk_grid_remove (GTK_GRID (self->grid), child);
      g_array_set_size (self->lines, 0);
      for (guint i = 0; i < criteria->len; i++)
        add_line (self, g_ptr_array_index (criteria, i));
    }
  for (guint i = 0; i < self->lines->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (get_line (self, i)->entry), "");
  show_total (self);
}

void
lectern_keying_form_set_mark (LecternKeyingForm *self,
                              const char        *criterion,
                              gint64             mark)
{
  g_return_if_fail (LECTERN_IS_KEYING_FORM (self));
  g_autofree char *text = lectern_mark_format (mark);
  for (guint i = 0; i < self->lines->len; i++)
    if (g_str_equal (get_line (self, i)->key, criterion))
      gtk_editable_set_text (GTK_EDITABLE (get_line (self, i)->entry), text);
}

void
lectern_keying_form_focus (LecternKeyingForm *self)
{
  g_return_if_fail (LECTERN_IS_KEYING_FORM (self));
  for (guint i = 0; i < self->lines->len; i++)
    if (!*gtk_editable_get_text (GTK_EDITABLE (get_line (self, i)->entry)))
      {
        gtk_widget_grab_focus (get_line (self, i)->entry);
        return;
      }
}

gboolean
lectern_keying_form_check (LecternKeyingForm *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_FORM (self), FALSE);
  GtkWidget *first = NULL;
  for (guint i = 0; i < self->lines->len; i++)
    if (!settle (get_line (self, i)) && !first)
      first = get_line (self, i)->entry;
  if (first)
    gtk_widget_grab_focus (first);
  return first == NULL;
}

void
lectern_keying_form_read (LecternKeyingForm *self,
                          LecternAction     *action)
{
  g_return_if_fail (LECTERN_IS_KEYING_FORM (self));
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *text = read_text (get_line (self, i));
      lectern_action_add_mark (action, get_line (self, i)->key, text);
    }
}

GtkEditable *
lectern_keying_form_get_entry (LecternKeyingForm *self,
                               guint              nth)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_FORM (self), NULL);
  return nth < self->lines->len ? GTK_EDITABLE (get_line (self, nth)->entry) : NULL;
}
