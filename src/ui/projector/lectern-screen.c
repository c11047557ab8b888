/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A monitor under a name that stays: the connector and what the monitor says of itself. GTK 4.8
 * tells no serial number, so two projectors of the same make are one and the same to us when they
 * are plugged into the same socket, and two when they are not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen.h"

struct _LecternScreen
{
  GObject             parent_instance;
  GdkMonitor         *monitor;
  char               *name;
  char               *short_name;
  GdkRectangle        area;
  int                 scale;
  LecternScreenChoice choice;
  LecternScreenPlace  place;
  gboolean            testing;
};

enum
{
  MOVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternScreen, lectern_screen, G_TYPE_OBJECT)

static gboolean
says_something (const char *word)
{
  return word != NULL && *word != '\0' && g_ascii_strcasecmp (word, "unknown") != 0;
}

/* Whether it is called otherwise than before. A monitor without a model of its own gives its connector
 * for one. */
static gboolean
name_it (LecternScreen *self,
         const char    *connector,
         const char    *make,
         const char    *model)
{
  const char      *parts[] = { connector, make, model };
  const char      *shortest = NULL;
  g_autofree char *before = g_steal_pointer (&self->name);
  GString         *name = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (says_something (parts[i]) && (i == 0 || g_strcmp0 (parts[i], connector) != 0))
      {
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);
        shortest = parts[i];
      }
  if (name->len == 0)
    g_string_append (name, "?");
  self->name = g_string_free (name, FALSE);
  g_free (self->short_name);
  self->short_name = g_strdup (shortest != NULL ? shortest : self->name);
  return g_strcmp0 (before, self->name) != 0;
}

/* One that was just plugged has no size yet, and no name either. */
static void
on_monitor_changed_cb (LecternScreen *self)
{
  GdkRectangle area;
  gboolean     renamed = name_it (self, gdk_monitor_get_connector (self->monitor),
                                  gdk_monitor_get_manufacturer (self->monitor), gdk_monitor_get_model (self->monitor));
  int          scale = gdk_monitor_get_scale_factor (self->monitor);
  gdk_monitor_get_geometry (self->monitor, &area);
  if (renamed && gdk_rectangle_equal (&self->area, &area) && self->scale == scale)
    g_signal_emit (self, signals[MOVED], 0);
  else
    lectern_screen_set_area (self, &area, scale);
}

static void
lectern_screen_finalize (GObject *object)
{
  LecternScreen *self = LECTERN_SCREEN (object);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->short_name, g_free);
  G_OBJECT_CLASS (lectern_screen_parent_class)->finalize (object);
}

static void
lectern_screen_class_init (LecternScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_screen_finalize;
  signals[MOVED] = g_signal_new ("moved", LECTERN_TYPE_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_screen_init (LecternScreen *self)
{
  self->scale = 1;
  self->place = LECTERN_SCREEN_NO_SIZE;
}

LecternScreen *
lectern_screen_new_named (const char *connector,
                          const char *make,
                          const char *model)
{
  LecternScreen *self = g_object_new (LECTERN_TYPE_SCREEN, NULL);
  name_it (self, connector, make, model);
  return self;
}

LecternScreen *
lectern_screen_new (GdkMonitor *monitor)
{
  static const char *const watched[] = { "notify::geometry", "notify::scale-factor", "notify::connector", "notify::manufacturer", "notify::model" };
  g_return_val_if_fail (GDK_IS_MONITOR (monitor), NULL);
  LecternScreen *self = g_object_new (LECTERN_TYPE_SCREEN, NULL);
  self->monitor = g_object_ref (monitor);
  on_monitor_changed_cb (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (monitor, watched[i], G_CALLBACK (on_monitor_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
lectern_screen_rename (LecternScreen *self,
                       const char    *connector,
                       const char    *make,
                       const char    *model)
{
  g_return_if_fail (LECTERN_IS_SCREEN (self));
  if (name_it (self, connector, make, model))
    g_signal_emit (self, signals[MOVED], 0);
}

const char *
lectern_screen_get_name (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), NULL);
  return self->name;
}

const char *
lectern_screen_get_short_name (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), NULL);
  return self->short_name;
}

GdkMonitor *
lectern_screen_get_monitor (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), NULL);
  return self->monitor;
}

const GdkRectangle *
lectern_screen_get_area (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), NULL);
  return &self->area;
}

int
lectern_screen_get_scale (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), 1);
  return self->scale;
}

void
lectern_screen_set_area (LecternScreen      *self,
                         const GdkRectangle *area,
                         int                 scale)
{
  g_return_if_fail (LECTERN_IS_SCREEN (self));
  if (gdk_rectangle_equal (&self->area, area) && self->scale == scale)
    return;
  self->area = *area;
  self->scale = MAX (scale, 1);
  g_signal_emit (self, signals[MOVED], 0);
}

const LecternScreenChoice *
lectern_screen_get_choice (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), NULL);
  return &self->choice;
}

void
lectern_screen_set_choice (LecternScreen             *self,
                           const LecternScreenChoice *choice)
{
  g_return_if_fail (LECTERN_IS_SCREEN (self));
  self->choice = *choice;
}

LecternScreenPlace
lectern_screen_get_place (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), LECTERN_SCREEN_NO_SIZE);
  return self->place;
}

void
lectern_screen_set_place (LecternScreen     *self,
                          LecternScreenPlace place)
{
  g_return_if_fail (LECTERN_IS_SCREEN (self));
  self->place = place;
}

gboolean
lectern_screen_get_testing (LecternScreen *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN (self), FALSE);
  return self->testing;
}

void
lectern_screen_set_testing (LecternScreen *self,
                            gboolean       testing)
{
  g_return_if_fail (LECTERN_IS_SCREEN (self));
  self->testing = testing;
}
