/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The file that remembers a judge's seat on this laptop, so that a restart asks nothing. */
#define LECTERN_TYPE_SEAT_STORE (lectern_seat_store_get_type ())
G_DECLARE_FINAL_TYPE (LecternSeatStore, lectern_seat_store, LECTERN, SEAT_STORE, GObject)

/* @path NULL: seat.ini in the user's configuration folder. Reads nothing yet. */
LecternSeatStore *lectern_seat_store_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

const char *lectern_seat_store_get_path (LecternSeatStore *self);
/* What was paired last; NULL when nothing is remembered. */
const char *lectern_seat_store_get_address (LecternSeatStore *self);
const char *lectern_seat_store_get_fingerprint (LecternSeatStore *self);
const char *lectern_seat_store_get_token (LecternSeatStore *self);
/* Where the drafts of this seat are kept: beside it. Owned by the caller. */
char *lectern_seat_store_get_drafts_path (LecternSeatStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* And the last state that the main laptop told. Owned by the caller. */
char *lectern_seat_store_get_state_path (LecternSeatStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* And what is not acknowledged. Owned by the caller. */
char *lectern_seat_store_get_unsent_path (LecternSeatStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* A file that is not there is no error: nothing is remembered then. */
gboolean lectern_seat_store_load (LecternSeatStore *self,
                                  GError          **error);
/* Writes the seat, durable and readable by its owner alone: the token is the judge's signature. */
gboolean lectern_seat_store_save (LecternSeatStore *self,
                                  const char       *address,
                                  const char       *fingerprint,
                                  const char       *token,
                                  GError          **error);
/* Forgets the token, on disk too; the address stays, to be offered again. */
gboolean lectern_seat_store_forget (LecternSeatStore *self,
                                    GError          **error);

/* What this laptop's panel remembers besides: yes or no, FALSE when nothing is known. */
typedef enum
{
  LECTERN_SEAT_LARGE_TEXT,
  LECTERN_SEAT_HIGH_CONTRAST,
  LECTERN_SEAT_PRACTISED, /* of this seat: gone with another token */
  LECTERN_SEAT_N_SETTINGS,
} LecternSeatSetting;

gboolean lectern_seat_store_get_setting (LecternSeatStore  *self,
                                         LecternSeatSetting setting);
gboolean lectern_seat_store_set_setting (LecternSeatStore  *self,
                                         LecternSeatSetting setting,
                                         gboolean           value,
                                         GError           **error);

/* "sha256:1a2b3c…" as people compare it: "1A2B 3C4D 5E6F 7081". Owned by the caller. */
char *lectern_seat_store_format_fingerprint (const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
