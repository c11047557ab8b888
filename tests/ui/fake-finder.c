/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A finder that asks nobody: the test finds for it. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-judge-client.h"
#include "lectern-finder.h"

struct _LecternFinder
{
  GObject parent_instance;
};

static LecternFinder *looking;

G_DEFINE_FINAL_TYPE (LecternFinder, lectern_finder, G_TYPE_OBJECT)

static void
lectern_finder_class_init (LecternFinderClass *klass)
{
  g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
lectern_finder_init (LecternFinder *self)
{
}

LecternFinder *
lectern_finder_new (void)
{
  return g_object_new (LECTERN_TYPE_FINDER, NULL);
}

void
lectern_finder_set_udp_port (LecternFinder *self,
                             guint16        port)
{
}

void
lectern_finder_start (LecternFinder *self)
{
  looking = self;
}

void
lectern_finder_stop (LecternFinder *self)
{
  if (looking == self)
    looking = NULL;
}

gboolean
fake_finder_find (const char *address,
                  const char *contest,
                  const char *fingerprint)
{
  if (looking == NULL)
    return FALSE;
  g_signal_emit_by_name (looking, "found", address, contest, fingerprint);
  return TRUE;
}
