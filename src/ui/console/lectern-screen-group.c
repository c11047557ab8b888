/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Everything said here holds at once and is remembered: margins are turned with the test picture
 * on the wall before one's eyes. On the operator's own screen there is nothing to choose but the
 * window to rehearse by. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-group.h"

#include <glib/gi18n-lib.h>

#include "lectern-screen-scene.h"
#include "lectern-screen-words.h"
#include "lectern-wording.h"

struct _LecternScreenGroup
{
  AdwPreferencesGroup parent_instance;
  LecternDesk        *desk;
  LecternScreen      *screen;
  guint               number;
  gboolean            filling;
  GtkAspectFrame     *frame;
  GtkLabel           *nothing;
  LecternSceneView   *view;
  GtkStack           *now;
  AdwComboRow        *role;
  AdwComboRow        *scene;
  GtkWidget          *windowed_row;
  GtkSwitch          *windowed;
  GtkWidget          *test_row;
  GtkSwitch          *test;
  AdwExpanderRow     *margins;
  GtkSpinButton      *left;
  GtkSpinButton      *top;
  GtkSpinButton      *right;
  GtkSpinButton      *bottom;
};

G_DEFINE_FINAL_TYPE (LecternScreenGroup, lectern_screen_group, ADW_TYPE_PREFERENCES_GROUP)

/* The roles a person chooses from; that nobody has said anything is not one. */
static const LecternScreenRole roles[] = { LECTERN_SCREEN_NONE, LECTERN_SCREEN_PROJECTOR, LECTERN_SCREEN_CLOCK, LECTERN_SCREEN_AUDIENCE };

static LecternScreens *
get_screens (LecternScreenGroup *self)
{
  return lectern_desk_get_screens (self->desk);
}

/* --- what is said --- */

static void
refuse (LecternScreenGroup *self,
        GError             *error)
{
  lectern_desk_refuse (self->desk, error->message);
  g_error_free (error);
}

static void
choose (LecternScreenGroup        *self,
        const LecternScreenChoice *choice)
{
  GError *error = NULL;
  if (get_screens (self) && !lectern_screens_choose (get_screens (self), self->screen, choice, &error))
    refuse (self, error);
}

static void
on_role_selected_cb (LecternScreenGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->role);
  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  LecternScreenChoice choice = *lectern_screen_get_choice (self->screen);
  guint               offset = choice.role == LECTERN_SCREEN_UNCHOSEN ? 1 : 0;
  choice.role = selected < offset ? LECTERN_SCREEN_UNCHOSEN : roles[selected - offset];
  choose (self, &choice);
}

static void
on_scene_selected_cb (LecternScreenGroup *self)
{
  guint                   n_kinds, selected = adw_combo_row_get_selected (self->scene);
  const LecternSceneKind *kinds = lectern_screen_scene_list (&n_kinds);
  if (self->filling || selected >= n_kinds)
    return;
  LecternScreenChoice choice = *lectern_screen_get_choice (self->screen);
  choice.scene = kinds[selected];
  choose (self, &choice);
}

static void
on_margin_changed_cb (LecternScreenGroup *self)
{
  if (self->filling)
    return;
  LecternScreenChoice choice = *lectern_screen_get_choice (self->screen);
  choice.left = gtk_spin_button_get_value (self->left);
  choice.top = gtk_spin_button_get_value (self->top);
  choice.right = gtk_spin_button_get_value (self->right);
  choice.bottom = gtk_spin_button_get_value (self->bottom);
  choose (self, &choice);
}

static void
on_test_switched_cb (LecternScreenGroup *self)
{
  if (!self->filling && get_screens (self))
    lectern_screens_test (get_screens (self), self->screen, gtk_switch_get_active (self->test));
}

static void
on_windowed_switched_cb (LecternScreenGroup *self)
{
  GError *error = NULL;
  if (!self->filling && get_screens (self) && !lectern_screens_set_windowed (get_screens (self), gtk_switch_get_active (self->windowed), &error))
    refuse (self, error);
}

/* --- what is shown --- */

static void
show_role (LecternScreenGroup *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  LecternScreenRole role = lectern_screen_get_choice (self->screen)->role;
  guint             selected = 0;
  if (role == LECTERN_SCREEN_UNCHOSEN)
    gtk_string_list_append (words, lectern_screen_words_for_role (role));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (roles[i] == role)
        selected = i;
      gtk_string_list_append (words, lectern_screen_words_for_role (roles[i]));
    }
  GListModel *before = adw_combo_row_get_model (self->role);
  if (!before || g_list_model_get_n_items (before) != g_list_model_get_n_items (G_LIST_MODEL (words)))
    adw_combo_row_set_model (self->role, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->role, selected);
}

static void
show_scene_choice (LecternScreenGroup *self)
{
  guint                      n_kinds;
  const LecternSceneKind    *kinds = lectern_screen_scene_list (&n_kinds);
  const LecternScreenChoice *choice = lectern_screen_get_choice (self->screen);
  gtk_widget_set_visible (GTK_WIDGET (self->scene), choice->role == LECTERN_SCREEN_AUDIENCE);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == choice->scene)
      adw_combo_row_set_selected (self->scene, i);
}

static void
show_margins (LecternScreenGroup *self)
{
  const LecternScreenChoice *choice = lectern_screen_get_choice (self->screen);
  gtk_spin_button_set_value (self->left, choice->left);
  gtk_spin_button_set_value (self->top, choice->top);
  gtk_spin_button_set_value (self->right, choice->right);
  gtk_spin_button_set_value (self->bottom, choice->bottom);
  lectern_scene_view_set_margins (self->view, choice->left, choice->top, choice->right, choice->bottom);
}

/* The very scene of the window on it. */
static void
show_picture (LecternScreenGroup *self)
{
  const GdkRectangle *area = lectern_screen_get_area (self->screen);
  LecternSceneView   *there = lectern_screens_get_view (get_screens (self), self->screen);
  gboolean            testing = there && lectern_screen_get_testing (self->screen);
  if (area->width > 0 && area->height > 0)
    gtk_aspect_frame_set_ratio (self->frame, (float) area->width / (float) area->height);
  gtk_stack_set_visible_child (self->now, there ? GTK_WIDGET (self->frame) : GTK_WIDGET (self->nothing));
  lectern_scene_view_set_test (self->view, testing ? lectern_screen_get_name (self->screen) : NULL);
  lectern_scene_view_set_scene (self->view, there ? lectern_scene_view_get_scene (there) : NULL);
}

void
lectern_screen_group_refresh (LecternScreenGroup *self)
{
  g_return_if_fail (LECTERN_IS_SCREEN_GROUP (self));
  if (!get_screens (self))
    return;
  gboolean         own = lectern_screen_get_place (self->screen) == LECTERN_SCREEN_OWN;
  g_autofree char *place = lectern_screen_words_for_place (get_screens (self), self->screen);
  g_autofree char *title = g_strdup_printf ("%u · %s", self->number, lectern_screen_get_name (self->screen));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  self->filling = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), place);
  show_role (self);
  show_scene_choice (self);
  show_margins (self);
  show_picture (self);
  gtk_switch_set_active (self->test, lectern_screen_get_testing (self->screen));
  gtk_switch_set_active (self->windowed, lectern_screens_get_windowed (get_screens (self)));
  gtk_widget_set_visible (self->windowed_row, own);
  gtk_widget_set_visible (self->test_row, !own);
  gtk_widget_set_visible (GTK_WIDGET (self->margins), !own);
  gtk_widget_set_visible (GTK_WIDGET (self->role), !own || lectern_screen_role_shows (lectern_screen_get_choice (self->screen)->role));
  self->filling = FALSE;
}

static void
lectern_screen_group_dispose (GObject *object)
{
  LecternScreenGroup *self = LECTERN_SCREEN_GROUP (object);
  g_clear_object (&self->screen);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_screen_group_parent_class)->dispose (object);
}

static void
lectern_screen_group_class_init (LecternScreenGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_screen_group_dispose;
  g_type_ensure (LECTERN_TYPE_SCENE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-screen-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, frame);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, view);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, now);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, role);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, scene);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, windowed_row);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, windowed);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, test_row);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, test);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, margins);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, left);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, top);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, right);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenGroup, bottom);
  gtk_widget_class_bind_template_callback (widget_class, on_role_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scene_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_margin_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_windowed_switched_cb);
}

static void
fill_scenes (LecternScreenGroup *self)
{
  guint                   n_kinds;
  const LecternSceneKind *kinds = lectern_screen_scene_list (&n_kinds);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (words, kinds[i] == LECTERN_SCENE_BLANK ? _ ("What is on air") : lectern_wording_for_scene (kinds[i]));
  adw_combo_row_set_model (self->scene, G_LIST_MODEL (words));
}

static void
lectern_screen_group_init (LecternScreenGroup *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_scenes (self);
  self->filling = FALSE;
}

GtkWidget *
lectern_screen_group_new (LecternDesk   *desk,
                          LecternScreen *screen,
                          guint          number)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk) && LECTERN_IS_SCREEN (screen), NULL);
  LecternScreenGroup *self = g_object_new (LECTERN_TYPE_SCREEN_GROUP, NULL);
  self->desk = g_object_ref (desk);
  self->screen = g_object_ref (screen);
  self->number = number;
  lectern_scene_view_set_follower (self->view, lectern_desk_get_follower (desk));
  lectern_screen_group_refresh (self);
  return GTK_WIDGET (self);
}
