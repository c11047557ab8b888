/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What is on air is the engine's: a page turned is an action like any other, and every window
 * follows it. A file of another program is opened as a copy, so that nothing can change the bytes
 * that the journal vouches for. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-courseware-remote.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach.h"
#include "lectern-content-copy.h"
#include "lectern-scene-files.h"
#include "lectern-scene.h"

const LecternAttachment *
lectern_courseware_remote_find (LecternContest *contest)
{
  const LecternEntry *entry;
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  entry = lectern_contest_get_entry_on_stage (contest);
  return entry != NULL ? lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : NULL;
}

/* NULL: none is on air. Owned by the caller. */
static LecternScene *
get_scene (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  if (on_air == NULL || on_air->kind != LECTERN_SCENE_COURSEWARE || on_air->scene == NULL)
    return NULL;
  return lectern_scene_from_json (on_air->scene, NULL);
}

guint
lectern_courseware_remote_get_page (LecternContest *contest)
{
  g_autoptr (LecternScene) scene = NULL;
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), 0);
  scene = get_scene (contest);
  return scene != NULL ? scene->page : 0;
}

LecternAction *
lectern_courseware_remote_show (const char *actor)
{
  return lectern_action_new (LECTERN_ACTION_SHOW_COURSEWARE, actor);
}

LecternAction *
lectern_courseware_remote_turn (LecternFollower *follower,
                                int              by,
                                const char      *actor)
{
  g_autoptr (LecternScene) scene = NULL;
  g_autofree char *sha256 = NULL;
  LecternAction   *action;
  guint            n_pages;
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  scene = get_scene (lectern_follower_get_contest (follower));
  if (scene == NULL)
    return NULL;
  sha256 = lectern_scene_get_picture_hash (scene);
  n_pages = lectern_scene_files_get_n_pages (lectern_scene_files_get_for (follower), sha256);
  if ((gint64) scene->page + by < 1 || (gint64) scene->page + by > n_pages)
    return NULL;
  action = lectern_action_new (LECTERN_ACTION_SHOW_COURSEWARE, actor);
  action->lot = scene->lot;
  action->number = (gint64) scene->page + by;
  return action;
}

/* Never a reveal: going back must not show what the hall has not seen. */
static LecternSceneKind
choose_scene (LecternContest *contest)
{
  const LecternCue *cue = lectern_contest_get_cue_on_air (contest);
  if (cue != NULL && cue->kind == LECTERN_CUE_INTRODUCE)
    return LECTERN_SCENE_INTRODUCTION;
  if (cue != NULL && cue->kind == LECTERN_CUE_MARK)
    return LECTERN_SCENE_MARKING;
  return LECTERN_SCENE_TALK;
}

LecternAction *
lectern_courseware_remote_leave (LecternContest *contest,
                                 const char     *actor)
{
  const LecternEntry *entry;
  LecternAction      *action;
  if (lectern_courseware_remote_get_page (contest) == 0)
    return NULL;
  entry = lectern_contest_get_entry_on_stage (contest);
  action = lectern_action_new (LECTERN_ACTION_SHOW_SCENE, actor);
  action->number = entry != NULL ? choose_scene (contest) : LECTERN_SCENE_TITLE;
  action->lot = entry != NULL ? entry->lot : LECTERN_NULL;
  return action;
}

/* --- another program --- */

typedef struct
{
  char      *media_type;
  GtkWidget *widget;
  GAppInfo  *program;
} Launch;

static void
launch_free (gpointer data)
{
  Launch *launch = data;
  g_free (launch->media_type);
  g_clear_object (&launch->widget);
  g_clear_object (&launch->program);
  g_free (launch);
}

static void
on_launched_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Launch *launch = g_task_get_task_data (task);
  GError *error = NULL;
  if (!g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Translators: the name of a program. Clock is the button of the talk's scene, 4 its key. */
  g_task_return_pointer (task, g_strdup_printf (_ ("%s opens it on this screen. Move its window to the projector’s screen and start the show there (F5). “Clock” (4) brings Lectern’s picture back."), g_app_info_get_display_name (launch->program)), g_free);
}

static void
on_copied_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Launch          *launch = g_task_get_task_data (task);
  GError          *error = NULL;
  g_autofree char *path = lectern_content_copy_finish (result, &error);
  g_autofree char *uri = NULL;
  g_autofree char *type = g_content_type_from_mime_type (launch->media_type);
  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  launch->program = type != NULL ? g_app_info_get_default_for_type (type, FALSE) : NULL;
  if (launch->program == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("There is no program for it on this laptop (%s). Install one, or ask for a PDF."), launch->media_type);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GList) uris = g_list_prepend (NULL, uri);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (launch->widget));
  g_app_info_launch_uris_async (launch->program, uris, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched_cb, g_steal_pointer (&task));
}

void
lectern_courseware_launch_async (LecternFollower         *follower,
                                 const LecternAttachment *file,
                                 GtkWidget               *widget,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  GTask           *task = g_task_new (widget, NULL, callback, user_data);
  g_autofree char *name = lectern_attachment_make_file_name (file);
  Launch          *launch = g_new0 (Launch, 1);
  launch->media_type = g_strdup (file->media_type);
  launch->widget = g_object_ref (widget);
  g_task_set_source_tag (task, lectern_courseware_launch_async);
  g_task_set_task_data (task, launch, launch_free);
  lectern_content_copy_async (follower, file->sha256, "courseware", name, widget, NULL, on_copied_cb, task);
}

char *
lectern_courseware_launch_finish (GAsyncResult *result,
                                  GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
