/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From a choice to the engine's action, the same for a key of the evening page and for the chooser. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-scene-show.h"

#include "lectern-attachments.h"
#include "lectern-courseware-remote.h"
#include "lectern-courseware.h"

static void
on_courseware_launched_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (LecternDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = lectern_courseware_launch_finish (result, &error);
  if (sentence)
    lectern_desk_tell (desk, sentence);
  else
    lectern_desk_refuse (desk, error->message);
}

/* A PDF is shown by the projector's window, which follows what is on air; for the rest that window
 * makes room for another program. */
static void
show_courseware (GtkWidget                *widget,
                 LecternDesk              *desk,
                 const LecternSceneChoice *choice)
{
  LecternContest          *contest = lectern_desk_get_contest (desk);
  const LecternEntry      *entry = choice->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (contest, choice->lot) : lectern_contest_get_entry_on_stage (contest);
  const LecternAttachment *file = entry ? lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : NULL;
  LecternAction           *action = lectern_desk_new_action (LECTERN_ACTION_SHOW_COURSEWARE);
  if (file && !lectern_courseware_is_shown (file->media_type))
    lectern_courseware_launch_async (lectern_desk_get_follower (desk), file, widget, on_courseware_launched_cb, g_object_ref (desk));
  action->lot = choice->lot;
  action->number = choice->number;
  lectern_desk_submit (desk, action, NULL, NULL);
}

void
lectern_scene_show (GtkWidget                *widget,
                    LecternDesk              *desk,
                    const LecternSceneChoice *choice)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  g_return_if_fail (choice != NULL);
  if (choice->kind == LECTERN_SCENE_COURSEWARE)
    {
      show_courseware (widget, desk, choice);
      return;
    }
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SHOW_SCENE);
  action->number = choice->kind;
  action->lot = choice->lot;
  action->text = g_strdup (choice->text);
  action->key = choice->number != LECTERN_NULL ? g_strdup_printf ("%d", (int) choice->number) : NULL;
  lectern_desk_submit (desk, action, NULL, NULL);
}
