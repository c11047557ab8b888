/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules, edited. Nothing of it is true before “Apply”, which is one action of the journal; from
 * the first sheet handed in it needs a reason. What was edited outlives going to another page and
 * whatever the contest does meanwhile. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rules-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-beside-layout.h"
#include "lectern-example-card.h"
#include "lectern-file-choice.h"
#include "lectern-rule-changes.h"
#include "lectern-rule-list.h"
#include "lectern-rules-file.h"
#include "lectern-rules-freeze.h"

struct _LecternRulesPage
{
  LecternConsolePart  parent_instance;
  LecternRulesDraft  *draft;
  gboolean            edited;
  gboolean            applying;
  GtkStack           *sections;
  GtkLabel           *status;
  GtkWidget          *apply;
  GtkWidget          *notice;
  GtkLabel           *notice_text;
  GtkWidget          *to_results;
  LecternRuleChanges *changes;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_EDITED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternRulesPage, lectern_rules_page, LECTERN_TYPE_CONSOLE_PART)

static const char *const keys[] = { "rubric", "panel", "time", "score", "ties", "announce", "draw", "rounds", "awards", "quota_per_unit", "eligibility" };

static LecternContest *
get_contest (LecternRulesPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternRulesPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* What is said ----------------------------------------------------------------------------------- */

/* Whether applying it needs a reason. */
static gboolean
is_ruling (LecternRulesPage *self)
{
  return lectern_rules_freeze_is_rules (lectern_rules_draft_get_changes (self->draft)) &&
         lectern_rules_freeze_is_marked (get_contest (self));
}

static char *
describe_ruling (LecternRulesPage *self)
{
  guint n_marked, n_revealed;
  if (!is_ruling (self))
    return NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  lectern_rules_freeze_count_entries (get_contest (self), &n_marked, &n_revealed);
  if (lectern_rules_freeze_is_figures (lectern_rules_draft_get_changes (self->draft)))
    g_string_append_printf (text, ngettext ("Marks are in for %u entry: its mean, final score and rank are worked out again by the new rules.", "Marks are in for %u entries: their means, final scores and ranks are worked out again by the new rules.", n_marked), n_marked);
  else
    g_string_append (text, _ ("Marks are in. No final score changes by this."));
  if (n_revealed > 0)
    g_string_append_printf (text, ngettext (" The hall has seen %u result already.", " The hall has seen %u results already.", n_revealed), n_revealed);
  g_string_append (text, _ (" The change needs a reason; both stand in the journal and on the papers as a ruling."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_state (LecternRulesPage *self,
                gboolean          lacks_reason)
{
  guint n_problems = lectern_rules_draft_get_problems (self->draft)->len;
  guint n_changes = lectern_rules_draft_get_changes (self->draft)->len;
  if (n_problems > 0)
    return g_strdup_printf (ngettext ("%u setting is not right yet", "%u settings are not right yet", n_problems), n_problems);
  if (n_changes == 0)
    return g_strdup (_ ("The contest goes by these rules"));
  if (lacks_reason)
    return g_strdup_printf (ngettext ("%u change, not applied: a reason is needed", "%u changes, not applied: a reason is needed", n_changes), n_changes);
  return g_strdup_printf (ngettext ("%u change, not applied yet", "%u changes, not applied yet", n_changes), n_changes);
}

static gboolean
has_problem (LecternRulesPage *self,
             GtkWidget        *section)
{
  GPtrArray *problems = lectern_rules_draft_get_problems (self->draft);
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      if (problem->column && lectern_rule_list_find (section, problem->column))
        return TRUE;
    }
  return FALSE;
}

static void
show_attention (LecternRulesPage *self)
{
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section; section = gtk_widget_get_next_sibling (section))
    gtk_stack_page_set_needs_attention (gtk_stack_get_page (self->sections, section), has_problem (self, section));
}

static void
show (LecternRulesPage *self)
{
  if (!get_contest (self) || !lectern_contest_get_record (get_contest (self)))
    return;
  gboolean         edited = lectern_rules_draft_is_edited (self->draft);
  g_autofree char *ruling = describe_ruling (self);
  g_autofree char *reason = lectern_rule_changes_get_reason (self->changes);
  g_autofree char *state = describe_state (self, ruling && !reason);
  lectern_rule_changes_set_ruling (self->changes, ruling);
  gtk_label_set_text (self->status, state);
  gtk_widget_set_sensitive (self->apply, !self->applying && lectern_rules_draft_get_changes (self->draft)->len > 0 && (!ruling || reason));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.discard", edited);
  show_attention (self);
  if (self->edited == edited)
    return;
  self->edited = edited;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
}

/* What the contest allows ------------------------------------------------------------------------ */

/* Each sentence once. */
static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (!strstr (text->str, sentence))
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", sentence);
}

static void
follow_freeze (LecternRulesPage *self)
{
  g_autoptr (GStrvBuilder) closed = g_strv_builder_new ();
  g_autoptr (GString) why = g_string_new (NULL);
  gboolean finalised = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;
      if (lectern_rules_freeze_check (get_contest (self), keys[i], &error))
        continue;
      g_strv_builder_add (closed, keys[i]);
      add_sentence (why, error->message);
      finalised |= g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED);
    }
  if (lectern_rules_freeze_has_sheets (get_contest (self)))
    g_strv_builder_add (closed, "rubric[]");
  if (lectern_rules_freeze_has_sheets (get_contest (self)) && !finalised)
    add_sentence (why, _ ("There are sheets, so no criterion can be added or taken out any more."));
  g_auto (GStrv) list = g_strv_builder_end (closed);
  lectern_rules_draft_set_closed (self->draft, (const char *const *) list);
  gtk_label_set_text (self->notice_text, why->str);
  gtk_widget_set_visible (self->notice, why->len > 0);
  gtk_widget_set_visible (self->to_results, finalised);
}

static void
follow_rules (LecternRulesPage *self)
{
  g_autoptr (LecternTemplate) rules = lectern_rules_file_from_contest (get_contest (self));
  g_autofree char *text = lectern_rules_file_write (rules);
  lectern_rules_draft_set_base (self->draft, text);
}

static void
lectern_rules_page_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternRulesPage *self = LECTERN_RULES_PAGE (part);
  follow_rules (self);
  follow_freeze (self);
  show (self);
}

/* Applying --------------------------------------------------------------------------------------- */

static gboolean
on_applied_cb (GObject        *owner,
               LecternOutcome *outcome,
               GPtrArray      *problems,
               const GError   *error)
{
  LecternRulesPage *self = LECTERN_RULES_PAGE (owner);
  self->applying = FALSE;
  if (outcome)
    {
      lectern_rule_changes_clear_reason (self->changes);
      follow_rules (self);
      /* Else the way back from it is offered, which says what was done. */
      if (lectern_rules_freeze_is_marked (get_contest (self)))
        lectern_desk_tell (get_desk (self), _ ("The rules are changed."));
    }
  else
    lectern_rules_draft_refuse (self->draft, problems);
  show (self);
  if (outcome || !problems || problems->len == 0)
    return FALSE;
  lectern_rule_changes_go_to_first (self->changes);
  return TRUE;
}

static void
on_apply_clicked_cb (LecternRulesPage *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_EDIT_RULES);
  action->text = lectern_rules_draft_write_edits (self->draft);
  action->reason = is_ruling (self) ? lectern_rule_changes_get_reason (self->changes) : NULL;
  self->applying = TRUE;
  gtk_widget_set_sensitive (self->apply, FALSE);
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_applied_cb);
}

static void
on_discard_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  lectern_rules_draft_discard (LECTERN_RULES_PAGE (widget)->draft);
}

/* Files ------------------------------------------------------------------------------------------ */

static GtkFileChooser *
choose_file (LecternRulesPage    *self,
             const char          *title,
             GtkFileChooserAction action,
             GCallback            callback)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action, NULL, NULL);
  GtkFileFilter        *filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Rules files"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", callback, self, 0);
  lectern_file_choice_show (chooser, get_desk (self));
  return GTK_FILE_CHOOSER (chooser);
}

static void
on_import_chosen_cb (GtkNativeDialog  *chooser,
                     int               response,
                     LecternRulesPage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;
  if (file && !lectern_rules_page_take_in_file (self, file, &error))
    lectern_desk_refuse (get_desk (self), error->message);
  g_object_unref (chooser);
}

static void
on_export_chosen_cb (GtkNativeDialog  *chooser,
                     int               response,
                     LecternRulesPage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;
  if (file && lectern_rules_page_write_file (self, file, &error))
    lectern_desk_tell (get_desk (self), _ ("The rules are saved as a file."));
  else if (file)
    lectern_desk_refuse (get_desk (self), error->message);
  g_object_unref (chooser);
}

static void
on_import_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  choose_file (LECTERN_RULES_PAGE (widget), _ ("Take In a Rules File"), GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (on_import_chosen_cb));
}

static void
on_export_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GtkFileChooser *chooser = choose_file (LECTERN_RULES_PAGE (widget), _ ("Save the Rules as a File"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (on_export_chosen_cb));
  gtk_file_chooser_set_current_name (chooser, "rules.json");
}

/* The page --------------------------------------------------------------------------------------- */

/* Gone to another page with something not applied: it is kept, and it is said. */
static void
lectern_rules_page_unmap (GtkWidget *widget)
{
  LecternRulesPage *self = LECTERN_RULES_PAGE (widget);
  GTK_WIDGET_CLASS (lectern_rules_page_parent_class)->unmap (widget);
  if (self->edited && get_desk (self))
    lectern_desk_tell (get_desk (self), _ ("The edited rules are kept, but not applied yet."));
}

static void
lectern_rules_page_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LecternRulesPage *self = LECTERN_RULES_PAGE (object);
  if (id == PROP_DRAFT)
    g_value_set_object (value, self->draft);
  else if (id == PROP_EDITED)
    g_value_set_boolean (value, self->edited);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_rules_page_dispose (GObject *object)
{
  g_clear_object (&LECTERN_RULES_PAGE (object)->draft);
  G_OBJECT_CLASS (lectern_rules_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (LECTERN_TYPE_BESIDE_LAYOUT);
  g_type_ensure (LECTERN_TYPE_EXAMPLE_CARD);
  g_type_ensure (LECTERN_TYPE_RULE_CHANGES);
  g_type_ensure (LECTERN_TYPE_RULE_KIND);
  g_type_ensure (LECTERN_TYPE_RULE_LIST);
  g_type_ensure (LECTERN_TYPE_RULE_ROW);
}

static void
lectern_rules_page_class_init (LecternRulesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_rules_page_get_property;
  object_class->dispose = lectern_rules_page_dispose;
  widget_class->unmap = lectern_rules_page_unmap;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_rules_page_refresh;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, LECTERN_TYPE_RULES_DRAFT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITED] = g_param_spec_boolean ("edited", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "rules.import", NULL, on_import_cb);
  gtk_widget_class_install_action (widget_class, "rules.export", NULL, on_export_cb);
  gtk_widget_class_install_action (widget_class, "rules.discard", NULL, on_discard_cb);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, sections);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, status);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, apply);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, notice_text);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, to_results);
  gtk_widget_class_bind_template_child (widget_class, LecternRulesPage, changes);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show);
}

static void
lectern_rules_page_init (LecternRulesPage *self)
{
  self->draft = lectern_rules_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

LecternRulesDraft *
lectern_rules_page_get_draft (LecternRulesPage *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_PAGE (self), NULL);
  return self->draft;
}

gboolean
lectern_rules_page_get_edited (LecternRulesPage *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_PAGE (self), FALSE);
  return self->edited;
}

void
lectern_rules_page_show_section (LecternRulesPage *self,
                                 const char       *name)
{
  g_return_if_fail (LECTERN_IS_RULES_PAGE (self));
  gtk_stack_set_visible_child_name (self->sections, name);
}

gboolean
lectern_rules_page_take_in_file (LecternRulesPage *self,
                                 GFile            *file,
                                 GError          **error)
{
  g_autofree char *text = NULL;
  g_return_val_if_fail (LECTERN_IS_RULES_PAGE (self), FALSE);
  return g_file_load_contents (file, NULL, &text, NULL, NULL, error) &&
         lectern_rules_draft_take_in (self->draft, text, error);
}

gboolean
lectern_rules_page_write_file (LecternRulesPage *self,
                               GFile            *file,
                               GError          **error)
{
  g_return_val_if_fail (LECTERN_IS_RULES_PAGE (self), FALSE);
  g_autofree char *text = lectern_rules_draft_write (self->draft);
  g_autoptr (LecternTemplate) rules = lectern_template_parse (text, NULL, error);
  g_autofree char *written = rules ? lectern_rules_file_write (rules) : NULL;
  return written && g_file_replace_contents (file, written, strlen (written), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}
