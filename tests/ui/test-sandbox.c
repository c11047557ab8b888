/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where a contest may be kept: nowhere that a single file was handed over. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-sandbox.h"

/* clang-format off */
static const struct
{
  const char *below; /* the runtime folder; NULL: path */
  const char *path;
  gboolean    may;
} cases[] = {
  { NULL, "/home/operator/evening.lectern", TRUE },
  { "doc/5f3a/evening.lectern", NULL, FALSE },
  { "doc/by-app/io.github.lectern.Lectern/5f3a/evening.lectern", NULL, FALSE },
  { "documents/evening.lectern", NULL, TRUE },
  { "evening.lectern", NULL, TRUE },
};
/* clang-format on */

static void
test_may_keep (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cases[i].below != NULL ? g_build_filename (g_get_user_runtime_dir (), cases[i].below, NULL)
                                                     : g_strdup (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", path);
      g_assert_cmpint (lectern_sandbox_may_keep (path, &error), ==, cases[i].may);
      if (cases[i].may)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/may-keep", test_may_keep);
  return g_test_run ();
}
