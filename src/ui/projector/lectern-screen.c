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

static void
on_monitor_changed_cb (LecternScreen *self)
{
  GdkRectangle area;
  gdk_monitor_get_geometry (self->monitor, &area);
  lectern_screen_set_area (self, &area, gdk_monitor_get_scale_factor (self->monitor));
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

static gboolean
says_something (const char *word)
{
  return word != NULL && *word != '\0' && g_ascii_strcasecmp (word, "unknown") != 0;
}

LecternScreen *
lectern_screen_new_named (const char *connector,
                          const char *make,
                          const char *model)
{
  LecternScreen *self = g_object_new (LECTERN_TYPE_SCREEN, NULL);
  GString       *name = g_string_new (says_something (connector) ? connector : NULL);
  const char    *parts[] = { make, model };
  self->short_name = g_strdup (says_something (connector) ? connector : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (says_something (parts[i]))
      {
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);
        g_free (self->short_name);
        self->short_name = g_strdup (parts[i]);
      }
  if (name->len == 0)
    g_string_append (name, "?");
  self->name = g_string_free (name, FALSE);
  if (self->short_name == NULL)
    self->short_name = g_strdup (self->name);
  return self;
}

LecternScreen *
lectern_screen_new (GdkMonitor *monitor)
{
  g_return_val_if_fail (GDK_IS_MONITOR (monitor), NULL);
  LecternScreen *self = lectern_screen_new_named (gdk_monitor_get_connector (monitor),
                                                  gdk_monitor_get_manufacturer (monitor),
                                                  gdk_monitor_get_model (monitor));
  self->monitor = g_object_ref (monitor);
  on_monitor_changed_cb (self);
  g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (on_monitor_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (monitor, "notify::scale-factor", G_CALLBACK (on_monitor_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
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
