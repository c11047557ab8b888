/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The one way the console's widgets follow the contest: an desk comes in as a property, and
 * refresh() is called after each commit. A part out of sight is not refreshed: it notes that it
 * is stale and catches up when it is mapped, so a commit costs what is on the screen and no more. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-console-part.h"

typedef struct
{
  LecternDesk *desk;
  gboolean     stale;
} LecternConsolePartPrivate;

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LecternConsolePart, lectern_console_part, ADW_TYPE_BIN)

static void
refresh (LecternConsolePart *self,
         LecternChange      *change)
{
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  LecternConsolePartClass   *klass = LECTERN_CONSOLE_PART_GET_CLASS (self);
  priv->stale = FALSE;
  if (klass->refresh && lectern_contest_get_record (lectern_desk_get_contest (priv->desk)))
    klass->refresh (self, change);
}

static void
refresh_or_note (LecternConsolePart *self,
                 LecternChange      *change)
{
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  if (priv->desk && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self, change);
  else
    priv->stale = TRUE;
}

static void
on_desk_changed_cb (LecternDesk        *desk,
                    LecternChange      *change,
                    LecternConsolePart *self)
{
  refresh_or_note (self, change);
}

static void
on_desk_connections_changed_cb (LecternDesk        *desk,
                                LecternConsolePart *self)
{
  refresh_or_note (self, NULL);
}

/* Before the children are mapped, so that what comes into sight is already right. */
static void
lectern_console_part_map (GtkWidget *widget)
{
  LecternConsolePart        *self = LECTERN_CONSOLE_PART (widget);
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  if (priv->desk && priv->stale)
    refresh (self, NULL);
  GTK_WIDGET_CLASS (lectern_console_part_parent_class)->map (widget);
}

static void
lectern_console_part_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_DESK)
    g_value_set_object (value, lectern_console_part_get_desk (LECTERN_CONSOLE_PART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_console_part_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (id == PROP_DESK)
    lectern_console_part_set_desk (LECTERN_CONSOLE_PART (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_console_part_dispose (GObject *object)
{
  LecternConsolePart        *self = LECTERN_CONSOLE_PART (object);
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (lectern_console_part_parent_class)->dispose (object);
}

static void
lectern_console_part_class_init (LecternConsolePartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_console_part_get_property;
  object_class->set_property = lectern_console_part_set_property;
  object_class->dispose = lectern_console_part_dispose;
  GTK_WIDGET_CLASS (klass)->map = lectern_console_part_map;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, LECTERN_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_console_part_init (LecternConsolePart *self)
{
}

LecternDesk *
lectern_console_part_get_desk (LecternConsolePart *self)
{
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  g_return_val_if_fail (LECTERN_IS_CONSOLE_PART (self), NULL);
  return priv->desk;
}

void
lectern_console_part_set_desk (LecternConsolePart *self,
                               LecternDesk        *desk)
{
  LecternConsolePartPrivate *priv = lectern_console_part_get_instance_private (self);
  g_return_if_fail (LECTERN_IS_CONSOLE_PART (self));
  if (priv->desk == desk)
    return;
  if (priv->desk)
    g_signal_handlers_disconnect_by_data (priv->desk, self);
  g_set_object (&priv->desk, desk);
  if (desk)
    {
      g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, 0);
      g_signal_connect_object (desk, "connections-changed",
                               G_CALLBACK (on_desk_connections_changed_cb), self, 0);
    }
  refresh_or_note (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

LecternContest *
lectern_console_part_get_contest (LecternConsolePart *self)
{
  LecternDesk *desk = lectern_console_part_get_desk (self);
  return desk ? lectern_desk_get_contest (desk) : NULL;
}

void
lectern_console_part_refresh (LecternConsolePart *self)
{
  g_return_if_fail (LECTERN_IS_CONSOLE_PART (self));
  refresh_or_note (self, NULL);
}
