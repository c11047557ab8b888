/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* “On air” shows the frozen scene the hall sees, black when the projector is black; “next” the
 * scene the large button would put there, frozen from the contest as it is. The two are marked by
 * words and frame, because mixing them up is how a hall sees what it should not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-picture-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-picture-frame.h"
#include "lectern-scene-painter.h"
#include "lectern-wording.h"

struct _LecternPictureCard
{
  LecternConsolePart   parent_instance;
  gboolean             next;
  LecternScene        *scene;
  GtkLabel            *pill;
  GtkLabel            *name;
  LecternPictureFrame *frame;
  GtkWidget           *area;
  guint                tick_id;
};

enum
{
  PROP_0,
  PROP_NEXT,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternPictureCard, lectern_picture_card, LECTERN_TYPE_CONSOLE_PART)

static LecternScene *
freeze_on_air (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  if (!on_air || on_air->blank || !on_air->scene)
    return lectern_scene_new (LECTERN_SCENE_BLANK);
  LecternScene *scene = lectern_scene_from_json (on_air->scene, NULL);
  return scene ? scene : lectern_scene_new (LECTERN_SCENE_BLANK);
}

/* NULL where the next cue's scene can't be shown yet: a reveal before the marks are in. */
static LecternScene *
freeze_next (LecternContest *contest)
{
  const LecternCue *cue = lectern_contest_get_next_cue (contest);
  return cue ? lectern_scene_freeze_cue (contest, cue, NULL) : NULL;
}

/* The next picture stands still: its clock has not begun. */
static gint64
get_elapsed_ms (LecternPictureCard *self)
{
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  return self->next || !desk ? 0 : lectern_desk_get_elapsed_ms (desk);
}

static gboolean on_tick_cb (gpointer user_data);

static void
schedule (LecternPictureCard *self)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->next || !self->scene || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      lectern_contest_get_clock (contest)->phase != LECTERN_CLOCK_RUNNING)
    return;
  gint64 now_ms = get_elapsed_ms (self);
  gint64 change_ms = lectern_scene_get_next_change_ms (self->scene, now_ms);
  if (change_ms != G_MAXINT64)
    self->tick_id = g_timeout_add ((guint) MAX (change_ms - now_ms, 15), on_tick_cb, self);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  LecternPictureCard *self = user_data;
  self->tick_id = 0;
  gtk_widget_queue_draw (self->area);
  schedule (self);
  return G_SOURCE_REMOVE;
}

static void
on_area_draw_cb (GtkDrawingArea *area,
                 cairo_t        *cr,
                 int             width,
                 int             height,
                 gpointer        user_data)
{
  LecternPictureCard *self = user_data;
  if (self->scene)
    lectern_scene_paint (self->scene, cr, width, height, get_elapsed_ms (self));
}

static const char *
describe_scene (LecternPictureCard *self)
{
  if (self->scene)
    return lectern_wording_for_scene (self->scene->kind);
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  return lectern_contest_get_next_cue (contest) ? _ ("not ready to show yet") : _ ("nothing follows");
}

static void
lectern_picture_card_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (part);
  LecternContest     *contest = lectern_console_part_get_contest (part);
  g_clear_pointer (&self->scene, lectern_scene_unref);
  self->scene = self->next ? freeze_next (contest) : freeze_on_air (contest);
  gtk_label_set_text (self->name, describe_scene (self));
  /* Translators: "On air" or "Next", and the scene's name, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (self->pill), describe_scene (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->frame), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (self->area);
  schedule (self);
}

static void
show_side (LecternPictureCard *self)
{
  gtk_label_set_text (self->pill, self->next ? C_ ("picture", "Next") : C_ ("picture", "On air"));
  gtk_widget_remove_css_class (GTK_WIDGET (self), self->next ? "on-air" : "next");
  gtk_widget_add_css_class (GTK_WIDGET (self), self->next ? "next" : "on-air");
}

static void
lectern_picture_card_unmap (GtkWidget *widget)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (widget);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (lectern_picture_card_parent_class)->unmap (widget);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

/* The base class refreshes while not yet mapped, so the clock's next change is set here. */
static void
lectern_picture_card_map (GtkWidget *widget)
{
  LecternPictureCard *self = LECTERN_PICTURE_CARD (widget);
  GTK_WIDGET_CLASS (lectern_picture_card_parent_class)->map (widget);
  if (self->scene)
    schedule (self);
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
  LecternPictureCard *self = LECTERN_PICTURE_CARD (object);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->scene, lectern_scene_unref);
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
  widget_class->map = lectern_picture_card_map;
  widget_class->unmap = lectern_picture_card_unmap;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_picture_card_refresh;
  properties[PROP_NEXT] = g_param_spec_boolean ("next", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (LECTERN_TYPE_PICTURE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-picture-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, pill);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, name);
  gtk_widget_class_bind_template_child (widget_class, LecternPictureCard, frame);
}

static void
lectern_picture_card_init (LecternPictureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), on_area_draw_cb, self, NULL);
  lectern_picture_frame_set_child (self->frame, self->area);
  show_side (self);
}

LecternScene *
lectern_picture_card_get_scene (LecternPictureCard *self)
{
  g_return_val_if_fail (LECTERN_IS_PICTURE_CARD (self), NULL);
  return self->scene;
}
