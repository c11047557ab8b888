/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The moment somebody who started the program sees it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-first-frame.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* When the pictures, the bells and the first look at the laptop are through, too. */
#define SETTLED_MS 500

/* Laying out and painting a window for the first time takes megabytes that are not needed again, and that the
 * C library keeps for the process. */
static void
on_settled_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, user_data);
  g_debug ("first frame");
  g_timeout_add_once (SETTLED_MS, on_settled_cb, NULL);
}

static void
on_map_cb (GtkWidget *window,
           gpointer   user_data)
{
  g_signal_handlers_disconnect_by_func (window, on_map_cb, user_data);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
}

void
lectern_first_frame_announce (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "map", G_CALLBACK (on_map_cb), NULL);
}
