/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A router gives the main laptop another address in the middle of the evening, and nobody types it into nine
 * panels. So a panel that is cut off asks the network where its main laptop is now. What answers is
 * somebody's word: it gets one attempt, in which the pinned certificate has to be shown, and a liar who
 * answers in between costs that one attempt. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-link-private.h"

static void
on_found_cb (LecternFinder *finder,
             const char    *address,
             const char    *contest,
             const char    *fingerprint,
             gpointer       user_data)
{
  LecternJudgeClient *self = user_data;
  g_autofree char    *base = g_strconcat ("https://", address, NULL);

  if (self->connected || !self->fingerprint || g_ascii_strcasecmp (fingerprint, self->fingerprint) != 0 ||
      g_str_equal (base, self->base))
    return;
  if (!self->home)
    self->home = g_steal_pointer (&self->base);
  g_free (self->base);
  self->base = g_steal_pointer (&base);
  self->backoff_ms = LECTERN_JUDGE_LINK_BACKOFF_MIN_MS;
  lectern_judge_link_drop (self);
  lectern_judge_link_connect (self);
}

void
lectern_judge_follow_look (LecternJudgeClient *self)
{
  /* What was tried in vain is not tried again by itself. */
  if (self->home)
    {
      g_free (self->base);
      self->base = g_steal_pointer (&self->home);
    }
  if (!self->following || self->finder || !self->fingerprint)
    return;
  self->finder = lectern_finder_new ();
  g_signal_connect (self->finder, "found", G_CALLBACK (on_found_cb), self);
  lectern_finder_start (self->finder);
}

void
lectern_judge_follow_rest (LecternJudgeClient *self)
{
  g_clear_pointer (&self->home, g_free);
  if (!self->finder)
    return;
  g_signal_handlers_disconnect_by_data (self->finder, self);
  lectern_finder_stop (self->finder);
  g_clear_object (&self->finder);
}

void
lectern_judge_client_follow (LecternJudgeClient *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  self->following = TRUE;
}
