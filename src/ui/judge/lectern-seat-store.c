/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A seat is what pairing gave: the main laptop's address, the fingerprint of its certificate and
 * the token that speaks for the judge. They are only worth anything together, so they are written
 * together, in one atomic step, to a file nobody else can read. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-seat-store.h"

#include "lectern-pairing-link.h"

#include <errno.h>

#define GROUP "seat"
#define PANEL "panel"

struct _LecternSeatStore
{
  GObject parent_instance;

  char *path;
  char *address;
  char *fingerprint;
  char *token;

  gboolean settings[LECTERN_SEAT_N_SETTINGS];
};

static const char *const setting_names[] = {
  [LECTERN_SEAT_LARGE_TEXT] = "large-text",
  [LECTERN_SEAT_HIGH_CONTRAST] = "high-contrast",
  [LECTERN_SEAT_PRACTISED] = "practised",
};

G_DEFINE_FINAL_TYPE (LecternSeatStore, lectern_seat_store, G_TYPE_OBJECT)

/* @text may be what *@place holds. */
static void
replace (char      **place,
         const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static gboolean
write_seat (LecternSeatStore *self,
            GError          **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (self->address != NULL)
    g_key_file_set_string (file, GROUP, "address", self->address);
  if (self->fingerprint != NULL)
    g_key_file_set_string (file, GROUP, "fingerprint", self->fingerprint);
  if (self->token != NULL)
    g_key_file_set_string (file, GROUP, "token", self->token);
  for (guint i = 0; i < LECTERN_SEAT_N_SETTINGS; i++)
    if (self->settings[i])
      g_key_file_set_boolean (file, PANEL, setting_names[i], TRUE);
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (self->path,
                                   text,
                                   -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

static void
lectern_seat_store_finalize (GObject *object)
{
  LecternSeatStore *self = LECTERN_SEAT_STORE (object);

  g_free (self->path);
  g_free (self->address);
  g_free (self->fingerprint);
  g_free (self->token);
  G_OBJECT_CLASS (lectern_seat_store_parent_class)->finalize (object);
}

static void
lectern_seat_store_class_init (LecternSeatStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_seat_store_finalize;
}

static void
lectern_seat_store_init (LecternSeatStore *self)
{
}

LecternSeatStore *
lectern_seat_store_new (const char *path)
{
  LecternSeatStore *self = g_object_new (LECTERN_TYPE_SEAT_STORE, NULL);

  self->path = path != NULL ? g_canonicalize_filename (path, NULL)
                            : g_build_filename (g_get_user_config_dir (), "lectern", "seat.ini", NULL);
  return self;
}

const char *
lectern_seat_store_get_path (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return self->path;
}

const char *
lectern_seat_store_get_address (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return self->address;
}

const char *
lectern_seat_store_get_fingerprint (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return self->fingerprint;
}

const char *
lectern_seat_store_get_token (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return self->token;
}

char *
lectern_seat_store_get_drafts_path (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return g_strconcat (self->path, ".drafts", NULL);
}

char *
lectern_seat_store_get_state_path (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return g_strconcat (self->path, ".state", NULL);
}

char *
lectern_seat_store_get_unsent_path (LecternSeatStore *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), NULL);
  return g_strconcat (self->path, ".unsent", NULL);
}

gboolean
lectern_seat_store_get_setting (LecternSeatStore  *self,
                                LecternSeatSetting setting)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), FALSE);
  return self->settings[setting];
}

gboolean
lectern_seat_store_set_setting (LecternSeatStore  *self,
                                LecternSeatSetting setting,
                                gboolean           value,
                                GError           **error)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), FALSE);

  if (self->settings[setting] == value)
    return TRUE;
  self->settings[setting] = value;
  return write_seat (self, error);
}

gboolean
lectern_seat_store_load (LecternSeatStore *self,
                         GError          **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), FALSE);

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &trouble))
    {
      if (g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  g_free (self->address);
  g_free (self->fingerprint);
  g_free (self->token);
  self->address = g_key_file_get_string (file, GROUP, "address", NULL);
  self->fingerprint = g_key_file_get_string (file, GROUP, "fingerprint", NULL);
  self->token = g_key_file_get_string (file, GROUP, "token", NULL);
  for (guint i = 0; i < LECTERN_SEAT_N_SETTINGS; i++)
    self->settings[i] = g_key_file_get_boolean (file, PANEL, setting_names[i], NULL);
  return TRUE;
}

gboolean
lectern_seat_store_save (LecternSeatStore *self,
                         const char       *address,
                         const char       *fingerprint,
                         const char       *token,
                         GError          **error)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), FALSE);

  if (g_strcmp0 (self->token, token) != 0)
    self->settings[LECTERN_SEAT_PRACTISED] = FALSE;
  replace (&self->address, address);
  replace (&self->fingerprint, fingerprint);
  replace (&self->token, token);
  return write_seat (self, error);
}

gboolean
lectern_seat_store_forget (LecternSeatStore *self,
                           GError          **error)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_STORE (self), FALSE);

  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->token, g_free);
  return write_seat (self, error);
}

char *
lectern_seat_store_format_fingerprint (const char *fingerprint)
{
  return lectern_pairing_shorten_fingerprint (fingerprint);
}
