/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A scene on the screen. The still part is painted once for a scene and a size and kept as a
 * render node; while a talk runs, only the clock's node is made anew, once a second, so GTK finds
 * that nothing else has changed and repaints nothing else. Nobody polls: a timer is set for the
 * very millisecond at which the picture changes next, and for none when it never does.
 *
 * A ranking that has moved since the hall saw one is played once: the frame clock runs for those two
 * seconds and no longer, and each frame lays pictures of the rows over a ground that stands.
 *
 * Rule: black is under everything. What can't be shown is black, never the scene before. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-scene-view.h"

#include "lectern-scene-files.h"

#include "lectern-scene-motion.h"
#include "lectern-scene-painter.h"
#include "lectern-stage-test.h"

/* The old places are left on the screen until people have found theirs, then everybody goes. */
#define HOLD_US 500000
#define MOVE_US 1500000
#define AT_REST 1000

struct _LecternSceneView
{
  GtkWidget parent_instance;

  LecternScene      *scene;
  LecternFollower   *follower;
  gulong             changed_handler;
  LecternSceneFiles *files;
  gulong             files_handler;
  guint              timer;
  double             left, top, right, bottom; /* margins */
  char              *test;                     /* the screen's name over the test picture; NULL: the scene */

  /* What was painted, and for which size in pixels and scale. */
  GskRenderNode *still;
  GskRenderNode *clock;
  gint64         clock_until_ms; /* the clock's node is right from @clock_from_ms until here */
  gint64         clock_from_ms;
  int            width, height, scale;

  /* A ranking on its way. */
  gboolean            plays_moves;
  gboolean            waits;   /* until its window was seen once */
  guint               waiting; /* for that */
  GHashTable         *played;  /* rankings as JSON that were seen on their way */
  gboolean            wants_to_play;
  LecternSceneMotion *motion;   /* while it is on its way */
  GskRenderNode      *moment;   /* its rows at @progress */
  gint64              began_us; /* on the frame clock */
  int                 progress;
  guint               ticking;

  guint n_scenes_painted;
  guint n_clocks_painted;
  guint n_moments_painted;
};

G_DEFINE_FINAL_TYPE (LecternSceneView, lectern_scene_view, GTK_TYPE_WIDGET)

static const LecternClockRecord *
get_clock (LecternSceneView *self)
{
  return self->follower != NULL ? lectern_contest_get_clock (lectern_follower_get_contest (self->follower)) : NULL;
}

/* What the clock that moves the scene shows: the talk's, or for a break the one on the wall. */
static gint64
get_time_ms (LecternSceneView *self)
{
  const LecternClockRecord *clock = get_clock (self);
  if (self->scene != NULL && lectern_scene_get_time (self->scene) == LECTERN_SCENE_TIME_WALL)
    return g_get_real_time () / 1000;
  return clock != NULL ? lectern_engine_get_elapsed_ms (lectern_follower_get_engine (self->follower), clock) : 0;
}

/* The talk's clock only while it runs, the one on the wall always. */
static gboolean
is_moving (LecternSceneView *self)
{
  const LecternClockRecord *clock = get_clock (self);
  if (self->scene == NULL || self->test != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return lectern_scene_get_time (self->scene) == LECTERN_SCENE_TIME_WALL || (clock != NULL && clock->phase == LECTERN_CLOCK_RUNNING);
}

/* How scenes are shown on this very screen; a picture that is missing is painted without. */
static LecternSceneSetting
get_setting (LecternSceneView *self)
{
  LecternSceneSetting setting = { 0 };
  if (self->files != NULL)
    setting.pictures = lectern_scene_files_get_pictures (self->files);
  setting.left = self->left;
  setting.top = self->top;
  setting.right = self->right;
  setting.bottom = self->bottom;
  return setting;
}

static void
want_pictures (LecternSceneView *self)
{
  if (self->files != NULL && self->scene != NULL)
    lectern_scene_files_want (self->files, self->scene);
}

static gboolean on_next_change_cb (gpointer user_data);

/* One timer for the next change, if there is one to come and anybody to see it. */
static void
schedule (LecternSceneView *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!is_moving (self))
    return;
  gint64 now_ms = get_time_ms (self);
  gint64 next_ms = lectern_scene_get_next_change_ms (self->scene, now_ms);
  if (next_ms != G_MAXINT64)
    self->timer = g_timeout_add ((guint) CLAMP (next_ms - now_ms, 1, G_MAXINT), on_next_change_cb, self);
}

static gboolean
on_next_change_cb (gpointer user_data)
{
  LecternSceneView *self = user_data;
  self->timer = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
  return G_SOURCE_REMOVE;
}

static void
on_contest_changed_cb (LecternContest   *contest,
                       LecternChange    *change,
                       LecternSceneView *self)
{
  if (!lectern_change_touches (change, &lectern_table_clock))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
}

/* A node that shows a picture of @width × @height pixels with its upper left corner at @x, @y
 * pixels. Takes @surface. */
static GskRenderNode *
create_node (cairo_surface_t *surface,
             int              x,
             int              y,
             int              width,
             int              height,
             int              scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x / scale, (float) y / scale, (float) width / scale, (float) height / scale);
  GskRenderNode  *node = gsk_cairo_node_new (&bounds);
  cairo_t        *cr = gsk_cairo_node_get_draw_context (node);
  cairo_surface_set_device_scale (surface, scale, scale);
  cairo_set_source_surface (cr, surface, bounds.origin.x, bounds.origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

static void
paint_still (LecternSceneView *self)
{
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  cairo_t            *cr = cairo_create (surface);
  LecternSceneSetting setting = get_setting (self);
  if (self->test != NULL)
    lectern_stage_paint_test (cr, self->width, self->height, &setting, self->scene->language, self->test);
  else
    lectern_scene_paint_still (self->scene, &setting, cr, self->width, self->height);
  cairo_destroy (cr);
  self->still = create_node (surface, 0, 0, self->width, self->height, self->scale);
  self->n_scenes_painted++;
}

static void
paint_clock (LecternSceneView *self,
             gint64            elapsed_ms)
{
  cairo_rectangle_int_t area;
  LecternSceneSetting   setting = get_setting (self);
  if (self->test != NULL || !lectern_scene_get_moving_area (self->scene, &setting, self->width, self->height, &area))
    return;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area.width, area.height);
  cairo_t         *cr = cairo_create (surface);
  cairo_translate (cr, -area.x, -area.y);
  lectern_scene_paint_moving (self->scene, &setting, cr, self->width, self->height, elapsed_ms);
  cairo_destroy (cr);
  self->clock = create_node (surface, area.x, area.y, area.width, area.height, self->scale);
  self->clock_from_ms = elapsed_ms;
  self->clock_until_ms = lectern_scene_get_next_change_ms (self->scene, elapsed_ms);
  self->n_clocks_painted++;
}

/* What moves ------------------------------------------------------------------------------------ */

static void
stop_playing (LecternSceneView *self)
{
  if (self->ticking)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticking);
  self->ticking = 0;
  self->wants_to_play = FALSE;
  g_clear_pointer (&self->motion, lectern_scene_motion_free);
  g_clear_pointer (&self->moment, gsk_render_node_unref);
}

/* Recorded, not painted: what is laid where is all that a frame costs here. */
static void
paint_moment (LecternSceneView *self)
{
  const cairo_rectangle_int_t *area = lectern_scene_motion_get_area (self->motion);
  float                        scale = (float) self->scale;
  graphene_rect_t              bounds = GRAPHENE_RECT_INIT ((float) area->x / scale, (float) area->y / scale, (float) area->width / scale, (float) area->height / scale);
  GskRenderNode               *node = gsk_cairo_node_new (&bounds);
  cairo_t                     *cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1.0 / self->scale, 1.0 / self->scale);
  lectern_scene_motion_paint_rows (self->motion, cr, self->progress);
  cairo_destroy (cr);
  g_clear_pointer (&self->moment, gsk_render_node_unref);
  self->moment = node;
  self->n_moments_painted++;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  LecternSceneView *self = LECTERN_SCENE_VIEW (widget);
  gint64            now_us = gdk_frame_clock_get_frame_time (clock);
  if (self->began_us == 0)
    self->began_us = now_us;
  int progress = (int) CLAMP ((now_us - self->began_us - HOLD_US) * AT_REST / MOVE_US, 0, AT_REST);
  if (progress >= AT_REST)
    {
      self->ticking = 0;
      stop_playing (self);
      g_clear_pointer (&self->still, gsk_render_node_unref);
      gtk_widget_queue_draw (widget);
      return G_SOURCE_REMOVE;
    }
  if (progress != self->progress)
    {
      self->progress = progress;
      g_clear_pointer (&self->moment, gsk_render_node_unref);
      gtk_widget_queue_draw (widget);
    }
  return G_SOURCE_CONTINUE;
}

/* The size is known now: makes the pictures, and the frame clock runs from here. */
static void
start_playing (LecternSceneView *self)
{
  LecternSceneSetting setting = get_setting (self);
  self->wants_to_play = FALSE;
  self->motion = lectern_scene_motion_new (self->scene, &setting, self->width, self->height);
  if (self->motion == NULL)
    return;
  self->progress = 0;
  self->began_us = 0;
  g_clear_pointer (&self->still, gsk_render_node_unref);
  self->still = create_node (cairo_surface_reference (lectern_scene_motion_get_ground (self->motion)), 0, 0, self->width, self->height, self->scale);
  self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static gboolean
may_move (LecternSceneView *self)
{
  gboolean enabled = FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled && self->plays_moves && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* A ranking that takes the place of another scene before people's eyes, once: not when the window
 * opens, nor when black goes away or a page is turned back. */
static void
consider_playing (LecternSceneView *self,
                  gboolean          had_scene)
{
  if (self->scene == NULL || !lectern_scene_has_moves (self->scene))
    return;
  gboolean is_new = g_hash_table_add (self->played, lectern_scene_to_json (self->scene));
  self->wants_to_play = is_new && had_scene && may_move (self);
}

/* Whether @scene is the one that is being played, read from the file again. */
static gboolean
is_on_its_way (LecternSceneView *self,
               LecternScene     *scene)
{
  if (scene == NULL || !lectern_scene_view_is_playing (self) || scene->kind != LECTERN_SCENE_RANKING)
    return FALSE;
  g_autofree char *now = lectern_scene_to_json (self->scene);
  g_autofree char *then = lectern_scene_to_json (scene);
  return g_str_equal (now, then);
}

static void
forget_pictures (LecternSceneView *self)
{
  stop_playing (self);
  g_clear_pointer (&self->still, gsk_render_node_unref);
  g_clear_pointer (&self->clock, gsk_render_node_unref);
}

/* A picture of this scene has come. */
static void
on_files_changed_cb (LecternSceneFiles *files,
                     const char        *key,
                     LecternSceneView  *self)
{
  if (self->scene == NULL)
    return;
  g_autoptr (GPtrArray) keys = lectern_scene_list_keys (self->scene);
  if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    return;
  forget_pictures (self);
  lectern_scene_files_want (files, self->scene); /* the pages beside it */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_window_seen_cb (gpointer user_data)
{
  LecternSceneView *self = user_data;
  self->waiting = 0;
  self->waits = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
lectern_scene_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LecternSceneView *self = LECTERN_SCENE_VIEW (widget);
  int               scale = gtk_widget_get_scale_factor (widget);
  int               width = gtk_widget_get_width (widget) * scale, height = gtk_widget_get_height (widget) * scale;
  if (width <= 0 || height <= 0)
    return;
  if (self->waits)
    {
      if (self->waiting == 0)
        self->waiting = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_window_seen_cb, self, NULL);
      return;
    }
  if (self->scene == NULL)
    {
      graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width / (float) scale, height / (float) scale);
      gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 1 }, &all);
      return;
    }
  if (width != self->width || height != self->height || scale != self->scale)
    forget_pictures (self);
  self->width = width;
  self->height = height;
  self->scale = scale;
  if (self->wants_to_play && self->test == NULL)
    start_playing (self);
  if (self->still == NULL)
    paint_still (self);
  gtk_snapshot_append_node (snapshot, self->still);
  if (self->motion != NULL && self->moment == NULL)
    paint_moment (self);
  if (self->moment != NULL)
    gtk_snapshot_append_node (snapshot, self->moment);

  gint64 elapsed_ms = get_time_ms (self);
  if (self->clock != NULL && (elapsed_ms < self->clock_from_ms || elapsed_ms >= self->clock_until_ms))
    g_clear_pointer (&self->clock, gsk_render_node_unref);
  if (self->clock == NULL)
    paint_clock (self, elapsed_ms);
  if (self->clock != NULL)
    gtk_snapshot_append_node (snapshot, self->clock);
}

static void
lectern_scene_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lectern_scene_view_parent_class)->map (widget);
  schedule (LECTERN_SCENE_VIEW (widget));
}

static void
lectern_scene_view_unmap (GtkWidget *widget)
{
  LecternSceneView *self = LECTERN_SCENE_VIEW (widget);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->motion != NULL)
    forget_pictures (self);
  GTK_WIDGET_CLASS (lectern_scene_view_parent_class)->unmap (widget);
}

/* As small as anybody likes; 16 : 9 when nobody says. */
static void
lectern_scene_view_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
}

static void
lectern_scene_view_dispose (GObject *object)
{
  LecternSceneView *self = LECTERN_SCENE_VIEW (object);
  lectern_scene_view_set_follower (self, NULL);
  lectern_scene_view_set_files (self, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_pointer (&self->scene, lectern_scene_unref);
  g_clear_pointer (&self->test, g_free);
  forget_pictures (self);
  g_clear_pointer (&self->played, g_hash_table_unref);
  G_OBJECT_CLASS (lectern_scene_view_parent_class)->dispose (object);
}

static void
lectern_scene_view_class_init (LecternSceneViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->dispose = lectern_scene_view_dispose;
  widget_class->snapshot = lectern_scene_view_snapshot;
  widget_class->map = lectern_scene_view_map;
  widget_class->unmap = lectern_scene_view_unmap;
  widget_class->measure = lectern_scene_view_measure;
  gtk_widget_class_set_css_name (widget_class, "sceneview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
say_scene (LecternSceneView *self)
{
  g_autofree char *words = self->scene != NULL ? lectern_scene_describe (self->scene) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
lectern_scene_view_init (LecternSceneView *self)
{
  self->played = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  say_scene (self);
}

GtkWidget *
lectern_scene_view_new (void)
{
  return g_object_new (LECTERN_TYPE_SCENE_VIEW, NULL);
}

LecternScene *
lectern_scene_view_get_scene (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), NULL);
  return self->scene;
}

void
lectern_scene_view_set_scene (LecternSceneView *self,
                              LecternScene     *scene)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  if (self->scene == scene || is_on_its_way (self, scene))
    return;
  gboolean had_scene = self->scene != NULL;
  if (scene != NULL)
    lectern_scene_ref (scene);
  g_clear_pointer (&self->scene, lectern_scene_unref);
  self->scene = scene;
  forget_pictures (self);
  consider_playing (self, had_scene);
  want_pictures (self);
  say_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
}

LecternFollower *
lectern_scene_view_get_follower (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), NULL);
  return self->follower;
}

void
lectern_scene_view_set_follower (LecternSceneView *self,
                                 LecternFollower  *follower)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  if (self->follower == follower)
    return;
  if (self->follower != NULL)
    g_clear_signal_handler (&self->changed_handler, lectern_follower_get_contest (self->follower));
  g_set_object (&self->follower, follower);
  if (follower != NULL)
    lectern_scene_view_set_files (self, lectern_scene_files_get_for (follower));
  if (follower != NULL)
    self->changed_handler = g_signal_connect (lectern_follower_get_contest (follower), "changed",
                                              G_CALLBACK (on_contest_changed_cb), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
}

void
lectern_scene_view_set_files (LecternSceneView  *self,
                              LecternSceneFiles *files)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  if (self->files == files)
    return;
  if (self->files != NULL)
    g_clear_signal_handler (&self->files_handler, self->files);
  g_set_object (&self->files, files);
  if (files != NULL)
    self->files_handler = g_signal_connect (files, "changed", G_CALLBACK (on_files_changed_cb), self);
  want_pictures (self);
  forget_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lectern_scene_view_set_margins (LecternSceneView *self,
                                double            left,
                                double            top,
                                double            right,
                                double            bottom)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  if (self->left == left && self->top == top && self->right == right && self->bottom == bottom)
    return;
  self->left = left;
  self->top = top;
  self->right = right;
  self->bottom = bottom;
  forget_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lectern_scene_view_set_test (LecternSceneView *self,
                             const char       *screen_name)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  if (g_strcmp0 (self->test, screen_name) == 0)
    return;
  g_free (self->test);
  self->test = g_strdup (screen_name);
  forget_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
}

void
lectern_scene_view_wait_for_window (LecternSceneView *self)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  self->waits = TRUE;
}

void
lectern_scene_view_set_plays_moves (LecternSceneView *self,
                                    gboolean          plays)
{
  g_return_if_fail (LECTERN_IS_SCENE_VIEW (self));
  self->plays_moves = plays;
}

gboolean
lectern_scene_view_is_playing (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), FALSE);
  return self->motion != NULL || self->wants_to_play;
}

guint
lectern_scene_view_get_n_moments_painted (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), 0);
  return self->n_moments_painted;
}

guint
lectern_scene_view_get_n_scenes_painted (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), 0);
  return self->n_scenes_painted;
}

guint
lectern_scene_view_get_n_clocks_painted (LecternSceneView *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_VIEW (self), 0);
  return self->n_clocks_painted;
}
