/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest's files that are nobody's: rows with what there is and what can be done with it. The
 * picture beside them is painted by what paints the projector, so it can't promise anything else. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-files-page.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lectern-attach-job.h"
#include "lectern-bell.h"
#include "lectern-scene-view.h"
#include "lectern-scene.h"
#include "lectern-stage-theme.h"

struct _LecternFilesPage
{
  LecternConsolePart   parent_instance;
  AdwPreferencesGroup *look;
  AdwPreferencesGroup *shows;
  AdwPreferencesGroup *bells;
  AdwComboRow         *theme;
  LecternSceneView    *preview;
  GtkTextBuffer       *guests;
  GtkWidget           *save_guests;
  GPtrArray           *rows; /* borrowed: those of files, in the groups */
  gboolean             filling;
  gboolean             edited; /* the guests */
};

G_DEFINE_FINAL_TYPE (LecternFilesPage, lectern_files_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternFilesPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternFilesPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* --- guests --- */

char *
lectern_files_page_parse_guests (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = 0;
  json_builder_begin_array (builder);
  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (GRegex) comma = g_regex_new ("[,，\\t]", 0, 0, NULL);
      g_auto (GStrv) parts = g_regex_split_full (comma, lines[i], -1, 0, 0, 2, NULL);
      const char *name = parts[0] ? g_strstrip (parts[0]) : "";
      if (!*name)
        continue;
      n++;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, name);
      json_builder_set_member_name (builder, "office");
      json_builder_add_string_value (builder, parts[1] ? g_strstrip (parts[1]) : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return n ? json_to_string (root, FALSE) : NULL;
}

static const char *
get_member (JsonArray  *people,
            guint       index,
            const char *name)
{
  JsonNode   *node = json_array_get_element (people, index);
  JsonObject *person = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  return person ? json_object_get_string_member_with_default (person, name, "") : "";
}

char *
lectern_files_page_format_guests (const char *json)
{
  g_autoptr (JsonNode) root = json ? json_from_string (json, NULL) : NULL;
  JsonArray *people = root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; people && i < json_array_get_length (people); i++)
    {
      const char *office = get_member (people, i, "office");
      g_string_append_printf (text, "%s%s%s%s", i ? "\n" : "", get_member (people, i, "name"), *office ? "，" : "", office);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_edited (LecternFilesPage *self,
            gboolean          edited)
{
  self->edited = edited;
  gtk_widget_set_sensitive (self->save_guests, edited);
}

static void
on_guests_changed_cb (LecternFilesPage *self)
{
  if (!self->filling)
    set_edited (self, TRUE);
}

static void
submit_record (LecternFilesPage     *self,
               LecternContestRecord *record)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_EDIT_CONTEST);
  lectern_action_add_record (action, record);
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_save_guests_clicked_cb (LecternFilesPage *self)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (get_contest (self)));
  GtkTextIter           start, end;
  gtk_text_buffer_get_bounds (self->guests, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (self->guests, &start, &end, FALSE);
  g_autofree char *json = lectern_files_page_parse_guests (text);
  lectern_record_take_string (&record->guests, json);
  set_edited (self, FALSE);
  submit_record (self, record);
}

/* --- the theme --- */

static void
on_theme_selected_cb (LecternFilesPage *self)
{
  guint                           n;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n);
  guint                           chosen = adw_combo_row_get_selected (self->theme);
  if (self->filling || chosen >= n || !get_contest (self))
    return;
  const LecternContestRecord *old = lectern_contest_get_record (get_contest (self));
  const char                 *name = chosen == 0 ? NULL : themes[chosen]->name;
  if (g_strcmp0 (old->scene_theme, name) == 0)
    return;
  LecternContestRecord *record = lectern_record_copy (old);
  lectern_record_take_string (&record->scene_theme, name);
  submit_record (self, record);
}

static void
show_theme (LecternFilesPage *self)
{
  guint                           n;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n);
  const char                     *name = lectern_contest_get_record (get_contest (self))->scene_theme;
  guint                           chosen = 0;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (themes[i]->name, name) == 0)
      chosen = i;
  adw_combo_row_set_selected (self->theme, chosen);
}

/* --- rows of files --- */

static LecternRole
get_role (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "role"));
}

static gint64
get_owner (gpointer widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "owner"));
}

static void
on_choose_clicked_cb (GtkButton        *button,
                      LecternFilesPage *self)
{
  lectern_attach_job_choose (GTK_WIDGET (self), get_desk (self), get_role (button), get_owner (button));
}

static void
on_take_out_clicked_cb (GtkButton        *button,
                        LecternFilesPage *self)
{
  lectern_attach_job_detach (get_desk (self), get_role (button), get_owner (button));
}

static void
on_add_clicked_cb (GtkButton        *button,
                   LecternFilesPage *self)
{
  lectern_attach_job_choose (GTK_WIDGET (self), get_desk (self), get_role (button), LECTERN_NULL);
}

static void
on_show_clicked_cb (GtkButton        *button,
                    LecternFilesPage *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SHOW_SCENE);
  action->number = LECTERN_SCENE_PICTURE;
  action->text = g_strdup_printf ("%s %d", lectern_role_get_name (get_role (button)), (int) get_owner (button));
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_try_clicked_cb (GtkButton        *button,
                   LecternFilesPage *self)
{
  LecternBell *bell = lectern_desk_get_bell (get_desk (self));
  if (bell)
    lectern_bell_try (bell, get_role (button) == LECTERN_ROLE_SOUND_OVER ? LECTERN_BELL_OVER : LECTERN_BELL_WARNING);
}

static void
add_button (LecternFilesPage *self,
            GtkWidget        *row,
            const char       *label,
            LecternRole       role,
            gint64            owner,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "role", GUINT_TO_POINTER (role));
  g_object_set_data (G_OBJECT (button), "owner", GINT_TO_POINTER ((int) owner));
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (const char              *title,
          const LecternAttachment *file,
          const char              *without)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *size = file ? g_format_size ((guint64) file->size) : NULL;
  g_autofree char *said = file ? g_strdup_printf ("%s · %s", file->name, size) : g_strdup (without);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  return row;
}

static void
put_row (LecternFilesPage    *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  g_object_set_data (G_OBJECT (row), "group", group);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

/* A place for one file. */
static void
show_place (LecternFilesPage    *self,
            AdwPreferencesGroup *group,
            LecternRole          role,
            const char          *title,
            const char          *without)
{
  const LecternAttachment *file = lectern_contest_get_attachment (get_contest (self), role, 0);
  GtkWidget               *row = make_row (title, file, without);
  if (role == LECTERN_ROLE_SOUND_WARNING || role == LECTERN_ROLE_SOUND_OVER)
    add_button (self, row, C_ ("bell", "Try"), role, 0, G_CALLBACK (on_try_clicked_cb));
  if (file)
    add_button (self, row, C_ ("file", "Take Out"), role, 0, G_CALLBACK (on_take_out_clicked_cb));
  add_button (self, row, C_ ("file", "Choose…"), role, 0, G_CALLBACK (on_choose_clicked_cb));
  put_row (self, group, row);
}

/* All of a kind, with a row to add one. */
static void
show_numbered (LecternFilesPage *self,
               LecternRole       role,
               const char       *add)
{
  g_autoptr (GPtrArray) files = lectern_contest_list_rows (get_contest (self), &lectern_table_attachment);
  for (guint i = 0; i < files->len; i++)
    {
      const LecternAttachment *file = g_ptr_array_index (files, i);
      if (g_strcmp0 (file->role, lectern_role_get_name (role)) != 0)
        continue;
      g_autofree char *title = lectern_attachment_describe (file, get_contest (self));
      GtkWidget       *row = make_row (title, file, NULL);
      add_button (self, row, C_ ("file", "Show"), role, file->owner, G_CALLBACK (on_show_clicked_cb));
      add_button (self, row, C_ ("file", "Take Out"), role, file->owner, G_CALLBACK (on_take_out_clicked_cb));
      put_row (self, self->shows, row);
    }
  GtkWidget *row = make_row (add, NULL, NULL);
  add_button (self, row, C_ ("file", "Choose…"), role, 0, G_CALLBACK (on_add_clicked_cb));
  put_row (self, self->shows, row);
}

static void
show_files (LecternFilesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (g_ptr_array_index (self->rows, i), "group"), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  show_place (self, self->look, LECTERN_ROLE_LOGO, _ ("Logo"), _ ("none"));
  show_place (self, self->look, LECTERN_ROLE_BACKGROUND, _ ("Background"), _ ("the theme’s own"));
  show_numbered (self, LECTERN_ROLE_PICTURE, _ ("Add a picture"));
  show_numbered (self, LECTERN_ROLE_VIDEO, _ ("Add a video"));
  show_place (self, self->bells, LECTERN_ROLE_SOUND_WARNING, _ ("Warning"), _ ("Lectern’s own: one stroke"));
  show_place (self, self->bells, LECTERN_ROLE_SOUND_OVER, _ ("Time up"), _ ("Lectern’s own: two strokes"));
}

/* Why nothing will be heard is said where somebody tries it. */
static void
show_bells (LecternFilesPage *self)
{
  LecternBell *bell = lectern_desk_get_bell (get_desk (self));
  const char  *trouble = bell ? lectern_bell_get_trouble (bell) : NULL;
  adw_preferences_group_set_description (self->bells, trouble ? trouble : _ ("Rung by this laptop alone."));
}

static void
show_preview (LecternFilesPage *self)
{
  g_autoptr (LecternScene) scene = lectern_scene_freeze (get_contest (self), LECTERN_SCENE_TITLE, NULL, NULL, NULL);
  lectern_scene_view_set_follower (self->preview, lectern_desk_get_follower (get_desk (self)));
  lectern_scene_view_set_scene (self->preview, scene);
}

static void
show_guests (LecternFilesPage *self)
{
  g_autofree char *text = lectern_files_page_format_guests (lectern_contest_get_record (get_contest (self))->guests);
  if (!self->edited)
    gtk_text_buffer_set_text (self->guests, text, -1);
}

static void
lectern_files_page_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternFilesPage *self = LECTERN_FILES_PAGE (part);
  gboolean          words = !change || lectern_change_touches (change, &lectern_table_contest);
  gboolean          files = !change || lectern_change_touches (change, &lectern_table_attachment);
  self->filling = TRUE;
  if (words)
    {
      show_theme (self);
      show_guests (self);
    }
  if (files)
    show_files (self);
  if (words || files)
    show_preview (self);
  show_bells (self);
  self->filling = FALSE;
}

static void
lectern_files_page_dispose (GObject *object)
{
  LecternFilesPage *self = LECTERN_FILES_PAGE (object);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_files_page_parent_class)->dispose (object);
}

static void
lectern_files_page_class_init (LecternFilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_files_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_files_page_refresh;
  g_type_ensure (LECTERN_TYPE_SCENE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, look);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, shows);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, bells);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, theme);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, preview);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, guests);
  gtk_widget_class_bind_template_child (widget_class, LecternFilesPage, save_guests);
  gtk_widget_class_bind_template_callback (widget_class, on_theme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_guests_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_guests_clicked_cb);
}

static void
lectern_files_page_init (LecternFilesPage *self)
{
  guint                           n;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n);
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, g_dpgettext2 (GETTEXT_PACKAGE, "theme", themes[i]->title));
  adw_combo_row_set_model (self->theme, G_LIST_MODEL (names));
  self->filling = FALSE;
}
