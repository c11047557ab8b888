/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files that belong to the contest are attached, replaced and taken out; a nominee's courseware is
 * put on air page by page.
 *
 * Rule: the row says what the bytes are, and they come together or not at all. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-attachments.h"
#include "lectern-content.h"

#define PAGES_MOST 9999

static const LecternAttachment *
get_wanted (LecternPlan *plan,
            LecternRole *role,
            GError     **error)
{
  const LecternAttachment *wanted = plan->action->records->len == 1 ? plan->action->records->pdata[0] : NULL;

  if (wanted == NULL || wanted->record.table != &lectern_table_attachment || wanted->name == NULL || *wanted->name == '\0' || !lectern_role_from_name (wanted->role, role))
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Say one file, and what it is for: a photo, courseware, the logo, the background, a picture, a video or a sound."));
      return NULL;
    }
  return wanted;
}

/* Whose it is: a nominee there is, a number, or nobody's. */
static gboolean
choose_owner (LecternPlan *plan,
              LecternRole  role,
              gint64      *owner,
              GError     **error)
{
  if (lectern_role_is_personal (role))
    return (*owner != LECTERN_NULL && lectern_contest_get_nominee (plan->contest, *owner) != NULL) || lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such nominee."));
  if (!lectern_role_is_numbered (role))
    *owner = 0;
  else if (*owner == LECTERN_NULL || *owner < 1)
    *owner = lectern_contest_get_next_attachment (plan->contest, role);
  return TRUE;
}

/* What is known of a file that is there already: its caption, whether it opens. */
static gboolean
keep_bytes (LecternPlan             *plan,
            LecternAttachment       *row,
            const LecternAttachment *old,
            GError                 **error)
{
  if (old == NULL || g_strcmp0 (old->sha256, row->sha256) != 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The file’s bytes are missing."));
  row->size = old->size;
  row->beside = old->beside;
  return TRUE;
}

static gboolean
take_bytes (LecternPlan       *plan,
            LecternAttachment *row,
            LecternRole        role,
            GError           **error)
{
  const LecternContent *content = plan->action->content;

  row->size = lectern_content_get_size (content);
  row->beside = lectern_content_is_beside (content);
  lectern_record_take_string (&row->sha256, lectern_content_get_sha256 (content));
  if (row->size == 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” is empty."), row->name);
  if (row->size > lectern_role_get_most (role))
    /* Translators: a file’s name, a number. */
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” is too large: such a file may have at most %d MB."), row->name, (int) (lectern_role_get_most (role) >> 20));
  return TRUE;
}

/* Whoever has courseware attached has courseware. */
static void
note_courseware (LecternPlan             *plan,
                 const LecternAttachment *row)
{
  const LecternNominee *old = lectern_contest_get_nominee (plan->contest, row->owner);
  LecternNominee       *nominee;

  if (old->courseware != NULL && *old->courseware != '\0')
    return;
  nominee = lectern_record_copy (old);
  lectern_record_take_string (&nominee->courseware, row->name);
  lectern_plan_put (plan, nominee);
}

gboolean
lectern_conduct_attach (LecternPlan *plan,
                        GError     **error)
{
  LecternRole              role;
  const LecternAttachment *wanted = get_wanted (plan, &role, error);
  const LecternAttachment *old;
  LecternAttachment       *row;
  g_autofree char         *what = NULL;

  if (wanted == NULL)
    return FALSE;
  row = lectern_record_copy (wanted);
  old = choose_owner (plan, role, &row->owner, error) ? lectern_contest_get_attachment (plan->contest, role, row->owner) : NULL;
  if ((error != NULL && *error != NULL) || !(plan->action->content != NULL ? take_bytes (plan, row, role, error) : keep_bytes (plan, row, old, error)))
    {
      lectern_record_unref (row);
      return FALSE;
    }
  what = lectern_attachment_describe (row, plan->contest);
  if (plan->action->content == NULL)
    /* Translators: "the photo of …", "picture 2". */
    lectern_plan_say (plan, _ ("Noted about %s whether it opens."), what);
  else if (old != NULL)
    /* Translators: "the photo of …", "picture 2"; the file's name. */
    lectern_plan_say (plan, _ ("Replaced %s: “%s”."), what, row->name);
  else
    /* Translators: "the photo of …", "picture 2"; the file's name. */
    lectern_plan_say (plan, _ ("Attached %s: “%s”."), what, row->name);
  lectern_plan_put (plan, row);
  if (role == LECTERN_ROLE_COURSEWARE)
    note_courseware (plan, row);
  return TRUE;
}

gboolean
lectern_conduct_detach (LecternPlan *plan,
                        GError     **error)
{
  LecternRole              role;
  const LecternAttachment *old = NULL;
  g_autofree char         *what = NULL;

  if (lectern_role_from_name (plan->action->key, &role))
    old = lectern_contest_get_attachment (plan->contest, role, plan->action->number != LECTERN_NULL ? plan->action->number : 0);
  if (old == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such file in the contest."));
  what = lectern_attachment_describe (old, plan->contest);
  /* Translators: "the photo of …", "picture 2"; the file's name. */
  lectern_plan_say (plan, _ ("Took out %s: “%s”."), what, old->name);
  lectern_plan_remove (plan, old);
  return TRUE;
}

gboolean
lectern_conduct_show_courseware (LecternPlan *plan,
                                 GError     **error)
{
  const LecternEntry      *entry = plan->action->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot) : lectern_contest_get_entry_on_stage (plan->contest);
  const LecternAttachment *file = entry != NULL ? lectern_contest_get_attachment (plan->contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : NULL;
  gint64                   page = plan->action->number != LECTERN_NULL ? plan->action->number : 1;
  g_autofree char         *who = NULL;
  g_autofree char         *text = NULL;

  if (entry == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("Nobody is on stage. Say whose courseware."));
  who = lectern_plan_name_entry (plan, entry);
  if (file == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no courseware of %s."), who);
  if (page < 1 || page > PAGES_MOST)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("There is no such page."));
  text = g_strdup_printf ("%d", (int) page);
  if (!lectern_plan_show (plan, LECTERN_SCENE_COURSEWARE, entry, text, error))
    return FALSE;
  /* Translators: an entry, the number of a page. */
  lectern_plan_say (plan, _ ("Showed the courseware of %s, page %d."), who, (int) page);
  return TRUE;
}
