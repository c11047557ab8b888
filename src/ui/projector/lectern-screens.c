/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which window is on which screen.
 *
 * Two things are told apart. Taking a window away is done at once, in the very signal that says
 * that its screen has gone or moved, for a window manager throws the windows of an unplugged
 * screen onto the one that is left, which is the operator's. Putting a window somewhere waits for
 * the main loop to come round: several changes come together, and a screen just plugged has no
 * size yet. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screens.h"

#include <glib/gi18n-lib.h>

#include "lectern-projector-window.h"
#include "lectern-screen-scene.h"
#include "lectern-side-window.h"

struct _LecternScreens
{
  GObject          parent_instance;
  GtkApplication  *application;
  LecternFollower *follower;
  GListModel      *monitors;
  char            *path;
  GPtrArray       *screens; /* LecternScreen, as the monitors */
  GHashTable      *windows; /* LecternScreen → GtkWidget, owned by GTK */
  GtkWindow       *console;
  GdkSurface      *surface;   /* of the console, whose monitors are listened to */
  LecternScreen   *operators; /* where the console was seen last; borrowed from @screens */
  char            *lost;
  guint            place_id;
  guint            cookie;
  gboolean         awake;
  gboolean         windowed;
  gboolean         closed;
};

enum
{
  CHANGED,
  TROUBLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void lectern_screens_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternScreens, lectern_screens, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lectern_screens_list_init))

/* --- the list --- */

static GType
lectern_screens_get_item_type (GListModel *list)
{
  return LECTERN_TYPE_SCREEN;
}

static guint
lectern_screens_get_n_items (GListModel *list)
{
  return LECTERN_SCREENS (list)->screens->len;
}

static gpointer
lectern_screens_get_item (GListModel *list,
                          guint       position)
{
  GPtrArray *screens = LECTERN_SCREENS (list)->screens;
  return position < screens->len ? g_object_ref (g_ptr_array_index (screens, position)) : NULL;
}

static void
lectern_screens_list_init (GListModelInterface *iface)
{
  iface->get_item_type = lectern_screens_get_item_type;
  iface->get_n_items = lectern_screens_get_n_items;
  iface->get_item = lectern_screens_get_item;
}

/* --- where the console is --- */

static LecternScreen *
find_screen_of (LecternScreens *self,
                GdkMonitor     *monitor)
{
  for (guint i = 0; monitor != NULL && i < self->screens->len; i++)
    if (lectern_screen_get_monitor (g_ptr_array_index (self->screens, i)) == monitor)
      return g_ptr_array_index (self->screens, i);
  return NULL;
}

/* Where it was last, when nobody can say where it is. */
static void
find_operators (LecternScreens *self)
{
  GdkSurface *surface = self->console != NULL ? gtk_native_get_surface (GTK_NATIVE (self->console)) : NULL;
  if (surface == NULL || !gdk_surface_get_mapped (surface))
    return;
  LecternScreen *found = find_screen_of (self, gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface));
  if (found != NULL)
    self->operators = found;
}

static gboolean
is_console_there (LecternScreens *self)
{
  return self->console == NULL || gtk_widget_get_mapped (GTK_WIDGET (self->console));
}

/* --- staying awake --- */

static gboolean
is_needed (LecternScreens *self)
{
  const LecternRound *round = lectern_contest_get_current_round (lectern_follower_get_contest (self->follower));
  return !self->closed && (g_hash_table_size (self->windows) > 0 || (round != NULL && round->state == LECTERN_ROUND_RUNNING));
}

static void
keep_awake (LecternScreens *self)
{
  gboolean awake = is_needed (self);
  if (self->awake == awake)
    return;
  self->awake = awake;
  if (self->application == NULL)
    return;
  if (awake)
    self->cookie = gtk_application_inhibit (self->application, self->console,
                                            GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                            _ ("The contest is on"));
  else if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  if (!awake)
    self->cookie = 0;
}

static void
on_contest_changed_cb (LecternScreens *self)
{
  keep_awake (self);
}

/* --- windows --- */

static LecternSceneView *
get_view (GtkWidget *window)
{
  return LECTERN_IS_PROJECTOR_WINDOW (window)
           ? lectern_projector_window_get_view (LECTERN_PROJECTOR_WINDOW (window))
           : lectern_side_window_get_view (LECTERN_SIDE_WINDOW (window));
}

static void
take_away (LecternScreens *self,
           LecternScreen  *screen)
{
  GtkWidget *window = g_hash_table_lookup (self->windows, screen);
  if (window == NULL)
    return;
  g_hash_table_remove (self->windows, screen);
  gtk_widget_set_visible (window, FALSE);
  gdk_display_flush (gtk_widget_get_display (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
on_window_close_request_cb (GtkWindow      *window,
                            LecternScreens *self)
{
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer       screen, at;
  gboolean       windowed = FALSE;
  g_hash_table_iter_init (&iter, self->windows);
  while (g_hash_table_iter_next (&iter, &screen, &at))
    windowed |= at == window && lectern_screen_get_place (screen) == LECTERN_SCREEN_OWN;
  /* A filled screen is emptied at the console only, not by a careless hand. */
  if (windowed && !lectern_screens_set_windowed (self, FALSE, &error))
    g_signal_emit (self, signals[TROUBLE], 0, error->message);
  return TRUE;
}

static void
on_window_trouble_cb (GtkWidget      *window,
                      const char     *sentence,
                      LecternScreens *self)
{
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

static GtkWidget *
make_window (LecternScreens *self,
             LecternScreen  *screen,
             gboolean        on_air)
{
  GtkWidget *window = on_air ? lectern_projector_window_new (self->application, self->follower)
                             : lectern_side_window_new (self->follower, lectern_screen_get_choice (screen));
  if (g_signal_lookup ("trouble", G_OBJECT_TYPE (window)) != 0)
    g_signal_connect_object (window, "trouble", G_CALLBACK (on_window_trouble_cb), self, 0);
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_window_close_request_cb), self, 0);
  g_hash_table_insert (self->windows, screen, window);
  return window;
}

/* What it shows: its scene, its margins, the test picture. */
static void
dress (LecternScreens *self,
       LecternScreen  *screen,
       GtkWidget      *window)
{
  const LecternScreenChoice *choice = lectern_screen_get_choice (screen);
  LecternSceneView          *view = get_view (window);
  if (LECTERN_IS_SIDE_WINDOW (window))
    lectern_side_window_set_choice (LECTERN_SIDE_WINDOW (window), choice);
  lectern_scene_view_set_margins (view, choice->left, choice->top, choice->right, choice->bottom);
  lectern_scene_view_set_test (view, lectern_screen_get_testing (screen) ? lectern_screen_get_name (screen) : NULL);
}

static void
fill (GtkWidget  *window,
      GdkMonitor *monitor)
{
  if (LECTERN_IS_PROJECTOR_WINDOW (window))
    lectern_projector_window_fill (LECTERN_PROJECTOR_WINDOW (window), monitor);
  else if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
}

static gboolean
fits (LecternScreen *screen,
      GtkWidget     *window)
{
  const GdkRectangle *area = lectern_screen_get_area (screen);
  const GdkRectangle *filled = g_object_get_data (G_OBJECT (window), "filled");
  return filled != NULL && gdk_rectangle_equal (area, filled);
}

/* Mapped only where it is to stay, so that it never flashes up on another screen; the keys stay
 * the console's. */
static void
put_window (LecternScreens *self,
            LecternScreen  *screen,
            GdkMonitor     *monitor,
            gboolean        on_air)
{
  GtkWidget *window = g_hash_table_lookup (self->windows, screen);
  GtkWidget *before = NULL;
  if (window != NULL && LECTERN_IS_PROJECTOR_WINDOW (window) != on_air)
    before = g_steal_pointer (&window);
  if (window == NULL)
    window = make_window (self, screen, on_air);
  dress (self, screen, window);
  if (!fits (screen, window))
    {
      gboolean had_focus = self->console != NULL && gtk_window_is_active (self->console);
      g_object_set_data_full (G_OBJECT (window), "filled", g_memdup2 (lectern_screen_get_area (screen), sizeof (GdkRectangle)), g_free);
      fill (window, monitor);
      gtk_widget_set_visible (window, TRUE);
      if (had_focus)
        gtk_window_present (self->console);
    }
  if (before != NULL)
    gtk_window_destroy (GTK_WINDOW (before));
}

/* --- placing --- */

static gboolean
is_filled (LecternScreens *self,
           LecternScreen  *screen)
{
  if (lectern_screen_get_place (screen) == LECTERN_SCREEN_OWN)
    return self->windowed;
  return lectern_screen_get_place (screen) == LECTERN_SCREEN_SHOWN;
}

/* Says what becomes of each screen and takes away what may not stay. */
static void
plan (LecternScreens *self)
{
  guint                          n_screens = self->screens->len;
  g_autofree LecternScreenSpot  *spots = g_new0 (LecternScreenSpot, n_screens + 1);
  g_autofree LecternScreenPlace *places = g_new0 (LecternScreenPlace, n_screens + 1);
  int                            own = LECTERN_PROJECTOR_NOWHERE;
  find_operators (self);
  for (guint i = 0; i < n_screens; i++)
    {
      LecternScreen *screen = g_ptr_array_index (self->screens, i);
      spots[i].area = *lectern_screen_get_area (screen);
      spots[i].role = lectern_screen_get_testing (screen) ? LECTERN_SCREEN_PROJECTOR : lectern_screen_get_choice (screen)->role;
      own = screen == self->operators ? (int) i : own;
    }
  lectern_projector_place (spots, n_screens, own, places);
  for (guint i = 0; i < n_screens; i++)
    {
      LecternScreen *screen = g_ptr_array_index (self->screens, i);
      gboolean       own_before = lectern_screen_get_place (screen) == LECTERN_SCREEN_OWN;
      lectern_screen_set_place (screen, places[i]);
      if (!is_filled (self, screen) || own_before != (places[i] == LECTERN_SCREEN_OWN))
        take_away (self, screen);
    }
}

static void
place (LecternScreens *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  if (self->closed || !is_console_there (self))
    return;
  plan (self);
  for (guint i = 0; i < self->screens->len; i++)
    {
      LecternScreen *screen = g_ptr_array_index (self->screens, i);
      if (lectern_screen_get_place (screen) == LECTERN_SCREEN_OWN && self->windowed)
        put_window (self, screen, NULL, TRUE);
      else if (lectern_screen_get_place (screen) == LECTERN_SCREEN_SHOWN)
        put_window (self, screen, lectern_screen_get_monitor (screen),
                    lectern_screen_scene_is_on_air (lectern_screen_get_choice (screen)));
    }
  if (lectern_screens_find_projector (self) != NULL)
    g_clear_pointer (&self->lost, g_free);
  keep_awake (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_place_cb (gpointer user_data)
{
  LecternScreens *self = user_data;
  self->place_id = 0;
  place (self);
  return G_SOURCE_REMOVE;
}

static void
queue_place (LecternScreens *self)
{
  if (self->place_id == 0 && !self->closed)
    self->place_id = g_idle_add (on_place_cb, self);
}

/* By the name it has now. */
static void
recall (LecternScreens *self,
        LecternScreen  *screen)
{
  LecternScreenChoice choice;
  const char         *name = lectern_screen_get_name (screen);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (screen), "recalled"), name) == 0)
    return;
  g_object_set_data_full (G_OBJECT (screen), "recalled", g_strdup (name), g_free);
  lectern_screen_choice_load (self->path, name, &choice);
  lectern_screen_set_choice (screen, &choice);
}

static void
on_screen_moved_cb (LecternScreen  *screen,
                    LecternScreens *self)
{
  recall (self, screen);
  if (!self->closed && is_console_there (self))
    plan (self);
  queue_place (self);
}

/* --- plugging --- */

static LecternScreen *
take_up (LecternScreens *self,
         gpointer        item)
{
  LecternScreen *screen = LECTERN_IS_SCREEN (item) ? g_object_ref (item) : lectern_screen_new (item);
  g_object_set_data (G_OBJECT (screen), "recalled", NULL);
  recall (self, screen);
  g_signal_connect_object (screen, "moved", G_CALLBACK (on_screen_moved_cb), self, 0);
  return screen;
}

static void
let_go (LecternScreens *self,
        guint           position)
{
  LecternScreen *screen = g_ptr_array_index (self->screens, position);
  if (lectern_screen_get_place (screen) == LECTERN_SCREEN_SHOWN && lectern_screen_get_choice (screen)->role == LECTERN_SCREEN_PROJECTOR)
    {
      g_free (self->lost);
      self->lost = g_strdup (lectern_screen_get_name (screen));
    }
  take_away (self, screen);
  g_signal_handlers_disconnect_by_data (screen, self);
  if (self->operators == screen)
    self->operators = NULL;
  g_ptr_array_remove_index (self->screens, position);
}

static void
on_monitors_changed_cb (GListModel     *monitors,
                        guint           position,
                        guint           n_removed,
                        guint           n_added,
                        LecternScreens *self)
{
  for (guint i = 0; i < n_removed; i++)
    let_go (self, position);
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (monitors, position + i);
      g_ptr_array_insert (self->screens, (int) (position + i), take_up (self, item));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  queue_place (self);
}

/* --- the console's window --- */

static void
listen_to_surface (LecternScreens *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->console));
  if (surface != NULL && surface != self->surface)
    {
      g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (surface, "leave-monitor", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
      self->surface = surface;
    }
  queue_place (self);
}

void
lectern_screens_set_console (LecternScreens *self,
                             GtkWindow      *console)
{
  g_return_if_fail (LECTERN_IS_SCREENS (self));
  g_return_if_fail (GTK_IS_WINDOW (console));
  g_set_weak_pointer (&self->console, console);
  g_signal_connect_object (console, "map", G_CALLBACK (listen_to_surface), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (gtk_widget_get_mapped (GTK_WIDGET (console)))
    listen_to_surface (self);
}

void
lectern_screens_close (LecternScreens *self)
{
  g_return_if_fail (LECTERN_IS_SCREENS (self));
  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->place_id, g_source_remove);
  for (guint i = 0; i < self->screens->len; i++)
    take_away (self, g_ptr_array_index (self->screens, i));
  keep_awake (self);
}

static void
lectern_screens_dispose (GObject *object)
{
  LecternScreens *self = LECTERN_SCREENS (object);
  if (self->screens != NULL && self->follower != NULL)
    lectern_screens_close (self);
  g_clear_weak_pointer (&self->console);
  g_clear_object (&self->monitors);
  g_clear_object (&self->follower);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (lectern_screens_parent_class)->dispose (object);
}

static void
lectern_screens_finalize (GObject *object)
{
  LecternScreens *self = LECTERN_SCREENS (object);
  g_clear_pointer (&self->screens, g_ptr_array_unref);
  g_clear_pointer (&self->windows, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lost, g_free);
  G_OBJECT_CLASS (lectern_screens_parent_class)->finalize (object);
}

static void
lectern_screens_class_init (LecternScreensClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = lectern_screens_dispose;
  object_class->finalize = lectern_screens_finalize;
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", LECTERN_TYPE_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_screens_init (LecternScreens *self)
{
  self->screens = g_ptr_array_new_with_free_func (g_object_unref);
  self->windows = g_hash_table_new (NULL, NULL);
}

LecternScreens *
lectern_screens_new (GtkApplication  *application,
                     LecternFollower *follower,
                     GListModel      *monitors,
                     const char      *path)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  LecternScreens *self = g_object_new (LECTERN_TYPE_SCREENS, NULL);
  g_set_object (&self->application, application);
  self->follower = g_object_ref (follower);
  self->monitors = g_object_ref (monitors != NULL ? monitors : gdk_display_get_monitors (gdk_display_get_default ()));
  self->path = path != NULL ? g_strdup (path) : lectern_screen_choice_get_path ();
  self->windowed = lectern_screen_choice_load_window (self->path);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (on_monitors_changed_cb), self, 0);
  g_signal_connect_object (lectern_follower_get_contest (follower), "changed", G_CALLBACK (on_contest_changed_cb), self, G_CONNECT_SWAPPED);
  on_monitors_changed_cb (self->monitors, 0, 0, g_list_model_get_n_items (self->monitors), self);
  keep_awake (self);
  return self;
}

/* --- what the operator says --- */

gboolean
lectern_screens_choose (LecternScreens            *self,
                        LecternScreen             *screen,
                        const LecternScreenChoice *choice,
                        GError                   **error)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self) && LECTERN_IS_SCREEN (screen) && choice != NULL, FALSE);
  lectern_screen_set_choice (screen, choice);
  gboolean kept = lectern_screen_choice_save (self->path, lectern_screen_get_name (screen), choice, error);
  place (self);
  return kept;
}

void
lectern_screens_test (LecternScreens *self,
                      LecternScreen  *screen,
                      gboolean        on)
{
  g_return_if_fail (LECTERN_IS_SCREENS (self) && LECTERN_IS_SCREEN (screen));
  if (lectern_screen_get_testing (screen) == on)
    return;
  lectern_screen_set_testing (screen, on);
  place (self);
}

gboolean
lectern_screens_get_windowed (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), FALSE);
  return self->windowed;
}

gboolean
lectern_screens_set_windowed (LecternScreens *self,
                              gboolean        windowed,
                              GError        **error)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), FALSE);
  if (self->windowed == windowed)
    return TRUE;
  self->windowed = windowed;
  gboolean kept = lectern_screen_choice_save_window (self->path, windowed, error);
  place (self);
  return kept;
}

/* --- what is where --- */

GtkWidget *
lectern_screens_get_window (LecternScreens *self,
                            LecternScreen  *screen)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return g_hash_table_lookup (self->windows, screen);
}

LecternSceneView *
lectern_screens_get_view (LecternScreens *self,
                          LecternScreen  *screen)
{
  GtkWidget *window = lectern_screens_get_window (self, screen);
  return window != NULL ? get_view (window) : NULL;
}

static LecternScreen *
find (LecternScreens    *self,
      LecternScreenPlace place,
      guint              roles)
{
  for (guint i = 0; i < self->screens->len; i++)
    {
      LecternScreen *screen = g_ptr_array_index (self->screens, i);
      if (lectern_screen_get_place (screen) == place && (roles & (1u << lectern_screen_get_choice (screen)->role)))
        return screen;
    }
  return NULL;
}

#define ROLE(role) (1u << LECTERN_SCREEN_##role)

LecternScreen *
lectern_screens_find_projector (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return find (self, LECTERN_SCREEN_SHOWN, ROLE (PROJECTOR));
}

LecternScreen *
lectern_screens_find_unchosen (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return find (self, LECTERN_SCREEN_FREE, ROLE (UNCHOSEN));
}

LecternScreen *
lectern_screens_find_mirror (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return find (self, LECTERN_SCREEN_MIRROR, ROLE (UNCHOSEN) | ROLE (PROJECTOR) | ROLE (CLOCK) | ROLE (AUDIENCE));
}

LecternScreen *
lectern_screens_find_covered (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return find (self, LECTERN_SCREEN_OWN, ROLE (PROJECTOR) | ROLE (CLOCK) | ROLE (AUDIENCE));
}

const char *
lectern_screens_get_lost (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), NULL);
  return self->lost;
}

gboolean
lectern_screens_get_awake (LecternScreens *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREENS (self), FALSE);
  return self->awake;
}
