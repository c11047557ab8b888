/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Fonts of papers. Every text of the contest is looked up on a thread of its own whenever something
 * changed, so what is missing stands here the moment a name is typed and not at the printer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-fonts-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-font-check.h"
#include "lectern-font-choice.h"

/* More lines than these nobody reads; how many there are is said. */
#define GAPS_SHOWN 50

struct _LecternFontsPage
{
  LecternConsolePart   parent_instance;
  AdwActionRow        *verdict;
  GtkImage            *verdict_icon;
  AdwPreferencesGroup *gaps_group;
  AdwPreferencesGroup *roles_group;
  GPtrArray           *gap_rows;
  AdwComboRow         *roles[LECTERN_FONT_N_ROLES];
  GPtrArray           *families; /* installed when the page was made */
  GCancellable        *cancellable;
  gboolean             filling;
  gboolean             checking;
  gboolean             stale; /* asked for again meanwhile */
};

G_DEFINE_FINAL_TYPE (LecternFontsPage, lectern_fonts_page, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternFontsPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternContest *
get_contest (LecternFontsPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

/* The choice ------------------------------------------------------------------------------- */

/* Item 0 is the program's own choice, the others are the families; last, one that is not installed. */
static void
show_choice (LecternFontsPage *self,
             guint             role)
{
  const char    *chosen = lectern_contest_get_font_choice (get_contest (self), lectern_font_choice_list_roles ()[role]);
  GtkStringList *names = gtk_string_list_new (NULL);
  guint          selected = 0;

  gtk_string_list_append (names, C_ ("font", "Automatic"));
  for (guint i = 0; i < self->families->len; i++)
    {
      gtk_string_list_append (names, self->families->pdata[i]);
      if (g_strcmp0 (chosen, self->families->pdata[i]) == 0)
        selected = i + 1;
    }
  if (chosen && selected == 0)
    {
      gtk_string_list_append (names, chosen);
      selected = self->families->len + 1;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->roles[role], G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->roles[role], selected);
  self->filling = FALSE;
  g_object_unref (names);
}

static void
on_family_selected_cb (AdwComboRow      *row,
                       GParamSpec       *pspec,
                       LecternFontsPage *self)
{
  guint selected = adw_combo_row_get_selected (row);
  guint role = 0;

  if (self->filling || !get_desk (self) || selected == GTK_INVALID_LIST_POSITION)
    return;
  while (role < LECTERN_FONT_N_ROLES && self->roles[role] != row)
    role++;
  g_return_if_fail (role < LECTERN_FONT_N_ROLES);
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SET_PAPER_FONT);
  action->key = g_strdup (lectern_font_choice_list_roles ()[role]);
  if (selected > 0)
    action->text = g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), selected));
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

/* What came of the check --------------------------------------------------------------------- */

static char *
describe_use (const LecternFontUse *use)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!use->family)
    return g_strdup (_ ("No font for this is installed"));
  /* Translators: a family of fonts. */
  g_string_append_printf (text, _ ("Set in %s"), use->family);
  if (!use->found)
    /* Translators: a family of fonts. */
    g_string_append_printf (text, _ ("; %s is not installed here, or can’t be embedded"), use->chosen);
  for (guint i = 0; i < use->loans->len; i++)
    {
      const LecternFontLoan *loan = use->loans->pdata[i];
      /* Translators: a family of fonts and the characters it lends. */
      g_string_append_printf (text, _ ("; %s lends %s"), loan->family, loan->characters);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_verdict (LecternFontsPage       *self,
              const LecternFontCheck *check)
{
  gboolean         complete = lectern_font_check_is_complete (check);
  guint            n = check->gaps->len;
  g_autofree char *texts = g_strdup_printf (ngettext ("%u text was looked at: names, titles, units, awards and tables", "%u texts were looked at: names, titles, units, awards and tables", check->n_texts), check->n_texts);
  g_autofree char *title = NULL;

  if (complete)
    title = g_strdup (_ ("Every character can be printed on this laptop"));
  else if (n > 0)
    title = g_strdup_printf (ngettext ("%u character can’t be printed on this laptop", "%u characters can’t be printed on this laptop", n), n);
  else
    title = g_strdup (_ ("A role of papers has no font"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict), title);
  adw_action_row_set_subtitle (self->verdict, texts);
  gtk_image_set_from_icon_name (self->verdict_icon, complete ? "object-select-symbolic" : "dialog-warning-symbolic");
}

static void
add_line (LecternFontsPage *self,
          const char       *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->gaps_group, row);
  g_ptr_array_add (self->gap_rows, row);
}

static void
show_gaps (LecternFontsPage       *self,
           const LecternFontCheck *check)
{
  for (guint i = 0; i < self->gap_rows->len; i++)
    adw_preferences_group_remove (self->gaps_group, self->gap_rows->pdata[i]);
  g_ptr_array_set_size (self->gap_rows, 0);
  for (guint i = 0; i < MIN (check->gaps->len, GAPS_SHOWN); i++)
    {
      g_autofree char *sentence = lectern_font_gap_describe (check->gaps->pdata[i]);
      add_line (self, sentence);
    }
  for (guint i = 0; i < check->refused->len; i++)
    {
      g_autofree char *sentence = lectern_font_refusal_describe (check->refused->pdata[i]);
      add_line (self, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->gaps_group), self->gap_rows->len > 0);
}

static void
show_check (LecternFontsPage       *self,
            const LecternFontCheck *check)
{
  show_verdict (self, check);
  show_gaps (self, check);
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    {
      g_autofree char *use = describe_use (&check->uses[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->roles[i]), use);
    }
}

/* On a thread of its own --------------------------------------------------------------------- */

static void request_check (LecternFontsPage *self);

static void
run_check (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  g_task_return_pointer (task, lectern_font_check_new (task_data), (GDestroyNotify) lectern_font_check_free);
}

static void
on_checked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternFontCheck) check = g_task_propagate_pointer (G_TASK (result), &error);
  if (!check) /* the page is gone */
    return;
  LecternFontsPage *self = LECTERN_FONTS_PAGE (user_data);
  self->checking = FALSE;
  if (self->stale)
    request_check (self);
  else
    show_check (self, check);
}

/* One at a time; what changes meanwhile is looked at afterwards, once. */
static void
request_check (LecternFontsPage *self)
{
  self->stale = self->checking;
  if (self->checking || !get_contest (self))
    return;
  self->checking = TRUE;
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_checked_cb, self);
  g_task_set_source_tag (task, request_check);
  g_task_set_task_data (task, lectern_contest_copy (get_contest (self)), g_object_unref);
  g_task_run_in_thread (task, run_check);
}

/* The page ----------------------------------------------------------------------------------- */

/* What papers say, and in which fonts. */
static gboolean
concerns (const LecternChange *change)
{
  const LecternTable *const tables[] = { &lectern_table_contest, &lectern_table_unit, &lectern_table_award, &lectern_table_round, &lectern_table_criterion, &lectern_table_nominee, &lectern_table_judge,
                                         &lectern_table_annex_form, &lectern_table_annex_row, &lectern_table_paper_font, &lectern_table_certificate_design };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!change || lectern_change_touches (change, tables[i]))
      return TRUE;
  return FALSE;
}

static void
lectern_fonts_page_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternFontsPage *self = LECTERN_FONTS_PAGE (part);

  if (!get_contest (self) || !concerns (change))
    return;
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    show_choice (self, i);
  request_check (self);
}

static void
lectern_fonts_page_dispose (GObject *object)
{
  LecternFontsPage *self = LECTERN_FONTS_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->gap_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_fonts_page_parent_class)->dispose (object);
}

static void
lectern_fonts_page_class_init (LecternFontsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_fonts_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_fonts_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-fonts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternFontsPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, LecternFontsPage, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, LecternFontsPage, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, LecternFontsPage, roles_group);
}

static void
lectern_fonts_page_init (LecternFontsPage *self)
{
  const char *const *roles = lectern_font_choice_list_roles ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->families = lectern_paper_fonts_list_families ();
  self->gap_rows = g_ptr_array_new ();
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    {
      self->roles[i] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->roles[i]), lectern_font_choice_get_label (roles[i]));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->roles[i]), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->roles[i]), 0);
      g_signal_connect_object (self->roles[i], "notify::selected", G_CALLBACK (on_family_selected_cb), self, 0);
      adw_preferences_group_add (self->roles_group, GTK_WIDGET (self->roles[i]));
    }
}
