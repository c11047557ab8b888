/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What a file that belongs to the contest is for: the values of LecternAttachment's @role. */
typedef enum
{
  LECTERN_ROLE_PHOTO,      /* of a nominee */
  LECTERN_ROLE_COURSEWARE, /* of a nominee */
  LECTERN_ROLE_LOGO,       /* the organisers', one */
  LECTERN_ROLE_BACKGROUND, /* of every scene, one */
  LECTERN_ROLE_PICTURE,    /* scenes of their own, numbered from 1 */
  LECTERN_ROLE_VIDEO,
  LECTERN_ROLE_SOUND_WARNING, /* in place of the program's own bells */
  LECTERN_ROLE_SOUND_OVER,
  LECTERN_ROLE_CERTIFICATE, /* pictures that lie under certificates, numbered from 1 */
  LECTERN_ROLE_N_ROLES,
} LecternRole;

/* "photo", "sound-warning": as in the file and on the command line. */
const char *lectern_role_get_name (LecternRole role);
gboolean    lectern_role_from_name (const char  *name,
                                    LecternRole *role);
/* Whether it is a nominee's. */
gboolean lectern_role_is_personal (LecternRole role);
/* Whether there can be several: they are numbered from 1. */
gboolean lectern_role_is_numbered (LecternRole role);
/* Whether it is a picture, and has to open as one. */
gboolean lectern_role_is_picture (LecternRole role);
/* The most bytes such a file may have. */
gint64 lectern_role_get_most (LecternRole role);

/* The file of @role and @owner (a nominee's id, a running number, or 0); NULL: there is none. */
const LecternAttachment *lectern_contest_get_attachment (LecternContest *self,
                                                         LecternRole     role,
                                                         gint64          owner);
/* The hash of its bytes, by which scenes and panels call it; NULL: there is none. Borrowed. */
const char *lectern_contest_get_content_key (LecternContest *self,
                                             LecternRole     role,
                                             gint64          owner);
/* The first number of @role that is free. */
gint64 lectern_contest_get_next_attachment (LecternContest *self,
                                            LecternRole     role);
/* "the photo of 王韦", "picture 2", in the language of the interface. Owned by the caller. */
char *lectern_attachment_describe (const LecternAttachment *self,
                                   LecternContest          *contest) G_GNUC_WARN_UNUSED_RESULT;
/* The name of its bytes in the folder beside the contest: the hash and, when it has a plain one,
 * the ending of the name it came with. Owned by the caller. */
char *lectern_attachment_make_file_name (const LecternAttachment *self) G_GNUC_WARN_UNUSED_RESULT;
/* "pdf", "pptx": the ending of a file's name in small letters, at most eight of them and digits;
 * NULL: it has none like that. Owned by the caller. */
char *lectern_attachment_get_ending (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
