/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files that belong to the contest: what each is for, how large it may be, and what it is called.
 *
 * Rule: a file is known by the hash of its bytes; its name is what people gave it, and is never
 * part of a path. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-attachments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEGABYTE ((gint64) 1 << 20)
#define ENDING_MOST 8

static const struct
{
  const char *name;
  gboolean    personal, numbered, picture;
  gint64      most;
} roles[LECTERN_ROLE_N_ROLES] = {
  [LECTERN_ROLE_PHOTO] = { "photo", TRUE, FALSE, TRUE, 32 * MEGABYTE },
  [LECTERN_ROLE_COURSEWARE] = { "courseware", TRUE, FALSE, FALSE, 2048 * MEGABYTE },
  [LECTERN_ROLE_LOGO] = { "logo", FALSE, FALSE, TRUE, 32 * MEGABYTE },
  [LECTERN_ROLE_BACKGROUND] = { "background", FALSE, FALSE, TRUE, 32 * MEGABYTE },
  [LECTERN_ROLE_PICTURE] = { "picture", FALSE, TRUE, TRUE, 32 * MEGABYTE },
  [LECTERN_ROLE_VIDEO] = { "video", FALSE, TRUE, FALSE, 2048 * MEGABYTE },
  [LECTERN_ROLE_SOUND_WARNING] = { "sound-warning", FALSE, FALSE, FALSE, 32 * MEGABYTE },
  [LECTERN_ROLE_SOUND_OVER] = { "sound-over", FALSE, FALSE, FALSE, 32 * MEGABYTE },
  [LECTERN_ROLE_CERTIFICATE] = { "certificate", FALSE, TRUE, TRUE, 32 * MEGABYTE },
};

const char *
lectern_role_get_name (LecternRole role)
{
  g_return_val_if_fail (role < LECTERN_ROLE_N_ROLES, NULL);
  return roles[role].name;
}

gboolean
lectern_role_from_name (const char  *name,
                        LecternRole *role)
{
  for (guint i = 0; i < LECTERN_ROLE_N_ROLES; i++)
    if (g_strcmp0 (name, roles[i].name) == 0)
      {
        *role = (LecternRole) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lectern_role_is_personal (LecternRole role)
{
  g_return_val_if_fail (role < LECTERN_ROLE_N_ROLES, FALSE);
  return roles[role].personal;
}

gboolean
lectern_role_is_numbered (LecternRole role)
{
  g_return_val_if_fail (role < LECTERN_ROLE_N_ROLES, FALSE);
  return roles[role].numbered;
}

gboolean
lectern_role_is_picture (LecternRole role)
{
  g_return_val_if_fail (role < LECTERN_ROLE_N_ROLES, FALSE);
  return roles[role].picture;
}

gint64
lectern_role_get_most (LecternRole role)
{
  g_return_val_if_fail (role < LECTERN_ROLE_N_ROLES, 0);
  return roles[role].most;
}

const LecternAttachment *
lectern_contest_get_attachment (LecternContest *self,
                                LecternRole     role,
                                gint64          owner)
{
  const LecternAttachment key = { .record.table = &lectern_table_attachment, .role = (char *) lectern_role_get_name (role), .owner = owner };

  return lectern_contest_find (self, &key);
}

const char *
lectern_contest_get_content_key (LecternContest *self,
                                 LecternRole     role,
                                 gint64          owner)
{
  const LecternAttachment *attachment = lectern_contest_get_attachment (self, role, owner);

  return attachment != NULL ? attachment->sha256 : NULL;
}

gint64
lectern_contest_get_next_attachment (LecternContest *self,
                                     LecternRole     role)
{
  gint64 number = 1;

  while (lectern_contest_get_attachment (self, role, number) != NULL)
    number++;
  return number;
}

char *
lectern_attachment_describe (const LecternAttachment *self,
                             LecternContest          *contest)
{
  const LecternNominee *nominee = self->owner > 0 ? lectern_contest_get_nominee (contest, self->owner) : NULL;
  const char           *name = nominee != NULL ? nominee->name : "?";
  LecternRole           role;

  if (!lectern_role_from_name (self->role, &role))
    return g_strdup (self->role);
  switch (role)
    {
    case LECTERN_ROLE_PHOTO:
      /* Translators: a nominee's name. */
      return g_strdup_printf (_ ("the photo of %s"), name);
    case LECTERN_ROLE_COURSEWARE:
      /* Translators: a nominee's name. */
      return g_strdup_printf (_ ("the courseware of %s"), name);
    case LECTERN_ROLE_LOGO:
      return g_strdup (_ ("the organisers’ logo"));
    case LECTERN_ROLE_BACKGROUND:
      return g_strdup (_ ("the background picture"));
    case LECTERN_ROLE_PICTURE:
      /* Translators: a running number. */
      return g_strdup_printf (_ ("picture %d"), (int) self->owner);
    case LECTERN_ROLE_VIDEO:
      /* Translators: a running number. */
      return g_strdup_printf (_ ("video %d"), (int) self->owner);
    case LECTERN_ROLE_SOUND_WARNING:
      return g_strdup (_ ("the sound of the warning"));
    case LECTERN_ROLE_SOUND_OVER:
      return g_strdup (_ ("the sound of time up"));
    case LECTERN_ROLE_CERTIFICATE:
      /* Translators: a running number. */
      return g_strdup_printf (_ ("picture %d for certificates"), (int) self->owner);
    case LECTERN_ROLE_N_ROLES:
      break;
    }
  g_return_val_if_reached (NULL);
}

char *
lectern_attachment_get_ending (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  gsize       n = dot != NULL ? strlen (dot + 1) : 0;

  if (n == 0 || n > ENDING_MOST || dot == name)
    return NULL;
  for (gsize i = 1; i <= n; i++)
    if (!g_ascii_isalnum (dot[i]))
      return NULL;
  return g_ascii_strdown (dot + 1, -1);
}

char *
lectern_attachment_make_file_name (const LecternAttachment *self)
{
  g_autofree char *ending = lectern_attachment_get_ending (self->name);

  return ending != NULL ? g_strconcat (self->sha256, ".", ending, NULL) : g_strdup (self->sha256);
}
