/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* “On air” shows the frozen scene the hall sees, black when the projector is black; “next” the
 * scene the large button would put there, frozen from the contest as it is. The two are marked by
 * words and frame, because mixing them up is how a hall sees what it should not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-picture-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-courseware-remote.h"
#include "lectern-picture-frame.h"
#include "lectern-scene-files.h"
#include "lectern-scene-view.h"
#include "lectern-sequence.h"
#include "lectern-wording.h"

struct _LecternPictureCard
{
  LecternConsolePart   parent_instance;
  gboolean             next;
  gboolean             previewing; /* what somebody has chosen to show, and not what comes next */
  LecternScene        *preview;
  GtkLabel            *pill;
  GtkLabel            *name;
  GtkToggleButton     *over; /* the speaker's name over the picture */
  GtkWidget           *pages;
  GtkWidget           *back;
  GtkWidget           *forward;
  LecternPictureFrame *frame;
  LecternSceneView    *view;
};

enum
{
  PROP_0,
  PROP_NEXT,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternPictureCard, lectern_picture_card, LECTERN_TYPE_CONSOLE_PART)

/* NULL is black. */
static LecternScene *
freeze_on_air (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  if (!on_air || on_air->blank == 1 || !on_air->scene)
    return NULL;
  return lectern_scene_from_json (on_air->scene, NULL);
}

/* NULL where the next cue's scene can't be shown yet: a reveal before the marks are in. */
static LecternScene *
freeze_next (LecternContest *contest)
{
  return lectern_sequence_preview_next (contest);
}

static const char *
describe_scene (LecternPictureCard *self,
                const LecternScene *scene,
                LecternContest     *contest)
{
  if (scene)
    return lectern_wording_for_scene (scene->kind);
  if (!self->next)
    return lectern_wording_for_scene (LECTERN_SCENE_BLANK);
  if (self->previewing)
    return _ ("can’t be shown now");
  return lectern_contest_get_next_cue (contest) ? _ ("not ready to show yet") : _ ("nothing follows");
}

/* Courseware's are known once it was opened. */
static guint
count_pages (LecternPictureCard *self,
             const LecternScene *scene)
{
  LecternDesk     *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  g_autofree char *sha256 = scene->kind == LECTERN_SCENE_COURSEWARE ? lectern_scene_get_picture_hash (scene) : NULL;
  return sha256 ? lectern_scene_files_get_n_pages (lectern_scene_files_get_for (lectern_desk_get_follower (desk)), sha256) : scene->n_pages;
}

/* A ranking and courseware that have pages say which is shown. */
static void
show_name (LecternPictureCard *self,
           const LecternScene *scene,
           LecternContest     *contest)
{
  const char      *name = describe_scene (self, scene, contest);
  guint            n_pages = scene ? count_pages (self, scene) : 0;
  gboolean         paged = n_pages > 1;
  g_autofree char *page = NULL;
  if (paged)
    /* Translators: the name of a scene, the page shown of it, the number of its pages. */
    page = g_strdup_printf (_ ("%s · page %u of %u"), name, scene->page, n_pages);
  gtk_label_set_text (self->name, page ? page : name);
  gtk_widget_set_visible (self->pages, paged && !self->next);
  gtk_widget_set_sensitive (self->back, paged && scene->page > 1);
  gtk_widget_set_sensitive (self->forward, paged && scene->page < n_pages);
}

static gboolean
has_name_over (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  return on_air && on_air->overlay != LECTERN_NULL && (on_air->overlay & LECTERN_SCENE_OVERLAY_NAME);
}

/* Only where there is something to lay it over, and somebody whose name it is. */
static void
show_over (LecternPictureCard *self,
           LecternContest     *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  gboolean            possible = on_air && (on_air->kind == LECTERN_SCENE_PICTURE || on_air->kind == LECTERN_SCENE_COURSEWARE) && lectern_contest_get_entry_on_stage (contest);
  gtk_widget_set_visible (GTK_WIDGET (self->over), !self->next && possible);
  gtk_toggle_button_set_active (self->over, has_name_over (contest));
}

static void
on_over_toggled_cb (LecternPictureCard *self)
{
  if (gtk_toggle_button_get_active (self->over) != has_name_over (lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self))))
    lectern_picture_card_toggle_name (self);
}

/* A refused press of the button leaves it as the hall sees it. */
static gboolean
on_laid_over_cb (GObject        *owner,
                 LecternOutcome *outcome,
                 GPtrArray      *problems,
                 const GError   *error)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (owner);
  show_over (self, lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self)));
  return FALSE;
}

static void
turn_page (LecternPictureCard *self,
           gboolean            forward)
{
  LecternDesk   *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  LecternAction *action = lectern_courseware_remote_turn (lectern_desk_get_follower (desk), forward ? 1 : -1, "console");
  if (!action)
    {
      action = lectern_desk_new_action (LECTERN_ACTION_TURN_PAGE);
      action->on = forward;
    }
  lectern_desk_submit (desk, action, NULL, NULL);
}

static void
on_back_clicked_cb (LecternPictureCard *self)
{
  turn_page (self, FALSE);
}

static void
on_forward_clicked_cb (LecternPictureCard *self)
{
  turn_page (self, TRUE);
}

/* Its number of pages may come after the scene. */
static void
on_files_changed_cb (LecternPictureCard *self)
{
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static LecternSceneFiles *
get_files (LecternPictureCard *self)
{
  LecternSceneFiles *files = lectern_scene_files_get_for (lectern_desk_get_follower (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self))));
  if (!self->next && !g_signal_handler_find (files, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, on_files_changed_cb, self))
    g_signal_connect_object (files, "changed", G_CALLBACK (on_files_changed_cb), self, G_CONNECT_SWAPPED);
  return files;
}

/* Owned by the caller. */
static LecternScene *
choose_scene (LecternPictureCard *self,
              LecternContest     *contest)
{
  if (self->previewing)
    return self->preview ? lectern_scene_ref (self->preview) : NULL;
  return self->next ? freeze_next (contest) : freeze_on_air (contest);
}

static void
lectern_picture_card_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (part);
  LecternContest     *contest = lectern_console_part_get_contest (part);
  g_autoptr (LecternScene) scene = choose_scene (self, contest);
  /* The next picture stands still: its clock has not begun. */
  lectern_scene_view_set_follower (self->view, self->next ? NULL : lectern_desk_get_follower (lectern_console_part_get_desk (part)));
  lectern_scene_view_set_files (self->view, get_files (self));
  lectern_scene_view_set_scene (self->view, scene);
  show_name (self, scene, contest);
  show_over (self, contest);
  /* Black is a thing the hall may see; where there is no picture to come, there is none. */
  gtk_widget_set_opacity (GTK_WIDGET (self->view), scene || !self->next ? 1.0 : 0.0);
}

static void
show_side (LecternPictureCard *self)
{
  const char *pill = self->previewing ? C_ ("picture", "Chosen") : self->next ? C_ ("picture", "Next")
                                                                              : C_ ("picture", "On air");
  gtk_label_set_text (self->pill, pill);
  gtk_widget_remove_css_class (GTK_WIDGET (self), self->next ? "on-air" : "next");
  gtk_widget_add_css_class (GTK_WIDGET (self), self->next ? "next" : "on-air");
}

static void
lectern_picture_card_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_NEXT)
    g_value_set_boolean (value, LECTERN_PICTURE_CARD (object)->next);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_picture_card_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (object);
  if (id != PROP_NEXT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->next = g_value_get_boolean (value);
  show_side (self);
}

static void
lectern_picture_card_dispose (GObject *object)
{
  g_clear_pointer (&LECTERN_PICTURE_CARD (object)->preview, lectern_scene_unref);
  G_OBJECT_CLASS (lectern_picture_card_parent_class)->dispose (object);
}

static void
lectern_picture_card_class_init (LecternPictureCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_picture_card_get_property;
  object_class->set_property = lectern_picture_card_set_property;
  object_class->dispose = lectern_picture_card_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_picture_card_refresh;
  properties[PROP_NEXT] = g_param_spec_boolean ("next", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (LECTERN_TYPE_PICTURE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-picture-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, pill);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, name);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, frame);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, over);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, pages);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, back);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, forward);
  gtk_widget_class_bind_template_callback (widget_class, on_over_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forward_clicked_cb);
}

static void
lectern_picture_card_init (LecternPictureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = LECTERN_SCENE_VIEW (lectern_scene_view_new ());
  lectern_scene_view_wait_for_window (self->view);
  lectern_picture_frame_set_child (self->frame, GTK_WIDGET (self->view));
  show_side (self);
}

LecternScene *
lectern_picture_card_get_scene (LecternPictureCard *self)
{
  g_return_val_if_fail (LECTERN_IS_PICTURE_CARD (self), NULL);
  return lectern_scene_view_get_scene (self->view);
}

void
lectern_picture_card_set_preview (LecternPictureCard *self,
                                  gboolean            previewing,
                                  LecternScene       *scene)
{
  g_return_if_fail (LECTERN_IS_PICTURE_CARD (self));
  if (scene)
    lectern_scene_ref (scene);
  g_clear_pointer (&self->preview, lectern_scene_unref);
  self->preview = scene;
  self->previewing = previewing;
  show_side (self);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

void
lectern_picture_card_toggle_name (LecternPictureCard *self)
{
  g_return_if_fail (LECTERN_IS_PICTURE_CARD (self));
  LecternContest     *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  LecternAction      *action = lectern_desk_new_action (LECTERN_ACTION_LAY_OVER);
  gint64              now = on_air && on_air->overlay != LECTERN_NULL ? on_air->overlay : LECTERN_SCENE_OVERLAY_NONE;
  action->number = now ^ LECTERN_SCENE_OVERLAY_NAME;
  lectern_desk_submit (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), action, G_OBJECT (self), on_laid_over_cb);
}
