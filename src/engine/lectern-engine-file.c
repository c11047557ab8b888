/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What can be asked of a contest file without being its writer: read it, prove it, name what went
 * wrong with it. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-engine.h"

#include "lectern-store.h"

LecternContest *
lectern_engine_read_contest (const char *path,
                             GError    **error)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (path, error);
  g_autoptr (LecternChange) rows = store != NULL ? lectern_store_load (store, error) : NULL;
  LecternContest *contest;

  if (rows == NULL)
    return NULL;
  contest = lectern_contest_new ();
  lectern_contest_apply (contest, rows);
  return contest;
}

gboolean
lectern_engine_verify (const char *path,
                       gint64     *n_lines,
                       GError    **error)
{
  return lectern_store_verify (path, n_lines, error);
}

const char *
lectern_engine_error_get_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, "failed");

  if (error->domain == LECTERN_CONTEST_ERROR)
    return lectern_contest_error_get_name ((LecternContestError) error->code);
  if (error->domain == LECTERN_STORE_ERROR)
    return lectern_store_error_get_name ((LecternStoreError) error->code);
  return "failed";
}
