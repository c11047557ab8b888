/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a disk or a file says, as sentences for the person at the laptop. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (lectern - store - error - quark, lectern_store_error)

const char *
lectern_store_error_get_name (LecternStoreError code)
{
  static const char *const names[LECTERN_STORE_ERROR_N_CODES] = {
    [LECTERN_STORE_ERROR_FAILED] = "failed",
    [LECTERN_STORE_ERROR_EXISTS] = "exists",
    [LECTERN_STORE_ERROR_NOT_FOUND] = "no-file",
    [LECTERN_STORE_ERROR_NOT_A_CONTEST] = "not-a-contest",
    [LECTERN_STORE_ERROR_NEWER] = "newer",
    [LECTERN_STORE_ERROR_DAMAGED] = "damaged",
    [LECTERN_STORE_ERROR_READ_ONLY] = "read-only",
    [LECTERN_STORE_ERROR_DISK_FULL] = "disk-full",
    [LECTERN_STORE_ERROR_IN_USE] = "in-use",
    [LECTERN_STORE_ERROR_CONSTRAINT] = "constraint",
    [LECTERN_STORE_ERROR_UNPROVEN] = "unproven",
  };

  g_return_val_if_fail (code < LECTERN_STORE_ERROR_N_CODES, "failed");
  return names[code];
}

static void
set_constraint_error (sqlite3 *db,
                      GError **error)
{
  const char *message = sqlite3_errmsg (db);

  if (g_str_has_prefix (message, "quota:"))
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_QUOTA, "%s", _ ("The unit has all the nominees it may have. Withdraw one of them first."));
  else if (g_str_has_prefix (message, "range:"))
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE, "%s", _ ("A mark is above full marks or off its step."));
  else
    /* Translators: a technical message. */
    g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CONSTRAINT, _ ("The contest file does not allow this, and nothing was changed. (%s)"), message);
}

/* Some ways of running out of room come as faults of reading and writing. */
static int
get_cause (sqlite3 *db,
           int      code)
{
  int fault = db != NULL && (code & 0xff) == SQLITE_IOERR ? sqlite3_system_errno (db) : 0;

  return fault == ENOSPC || fault == EDQUOT || fault == EFBIG ? SQLITE_FULL : code & 0xff;
}

void
lectern_store_set_error (sqlite3    *db,
                         int         code,
                         const char *path,
                         GError    **error)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup ("");

  switch (get_cause (db, code))
    {
    case SQLITE_CONSTRAINT:
      set_constraint_error (db, error);
      break;
    case SQLITE_FULL:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DISK_FULL, _ ("The disk is full, so nothing of this was kept. Free some space and do it again: “%s”."), name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_READ_ONLY, _ ("“%s” or its folder can’t be written to. Copy the file to a folder of your own and open it there."), name);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_READ_ONLY, _ ("“%s” can’t be opened here: the folder is missing or can’t be written to. Choose another folder."), name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_A_CONTEST, _ ("“%s” is not a contest of this program. Choose a file that ends in .lectern."), name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED, _ ("“%s” is damaged and was not changed. Open its latest backup."), name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_IN_USE, _ ("“%s” is in use by another program. Close it there first."), name);
      break;
    default:
      /* Translators: a file, then a technical message. */
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED, _ ("“%s” can’t be used: %s"), name, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
      break;
    }
}

gboolean
lectern_store_exec (sqlite3    *db,
                    const char *sql,
                    const char *path,
                    GError    **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  lectern_store_set_error (db, code, path, error);
  return FALSE;
}
