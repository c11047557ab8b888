/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Power supplies as kernels list them, and a disk that is really written to. */

#include "lectern-laptop.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char  *name;
  const char  *files; /* "AC/type=Mains AC/online=1", in the order of the kernel */
  LecternTruth mains;
  gint64       percent;
} Case;

static const Case cases[] = {
  { "desktop", "", LECTERN_TRUTH_YES, LECTERN_NULL },
  { "plugged", "AC/type=Mains AC/online=1 BAT0/type=Battery BAT0/capacity=83 BAT0/status=Charging", LECTERN_TRUTH_YES, 83 },
  { "unplugged", "AC/type=Mains AC/online=0 BAT0/type=Battery BAT0/capacity=12 BAT0/status=Discharging", LECTERN_TRUTH_NO, 12 },
  { "two-batteries", "AC/type=Mains AC/online=0 BAT0/type=Battery BAT0/capacity=20 BAT1/type=Battery BAT1/capacity=80", LECTERN_TRUTH_NO, 50 },
  { "by-usb", "AC/type=Mains AC/online=0 UCSI/type=USB UCSI/online=1 BAT0/type=Battery BAT0/capacity=40", LECTERN_TRUTH_YES, 40 },
  { "plug-not-listed", "BAT0/type=Battery BAT0/capacity=40 BAT0/status=Discharging", LECTERN_TRUTH_NO, 40 },
  { "plug-not-listed-full", "BAT0/type=Battery BAT0/capacity=100 BAT0/status=Full", LECTERN_TRUTH_YES, 100 },
  { "mouse", "hid/type=Battery hid/scope=Device hid/capacity=9 hid/status=Discharging", LECTERN_TRUTH_YES, LECTERN_NULL },
};

static char *
make_folder (void)
{
  return g_dir_make_tmp ("lectern-laptop-XXXXXX", NULL);
}

static void
make_files (const char *root,
            const char *files)
{
  g_auto (GStrv) parts = g_strsplit (files, " ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      g_autofree char *path = g_build_filename (root, pair[0], NULL);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *line = g_strconcat (pair[1], "\n", NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, line, -1, NULL));
    }
}

static void
test_power (gconstpointer data)
{
  const Case      *c = data;
  g_autofree char *root = make_folder ();
  LecternTruth     mains;
  gint64           percent;

  make_files (root, c->files);
  lectern_laptop_read_power (root, &mains, &percent);
  g_assert_cmpint (mains, ==, c->mains);
  g_assert_cmpint (percent, ==, c->percent);
}

static void
test_power_untold (void)
{
  LecternTruth mains;
  gint64       percent;

  lectern_laptop_read_power ("/no/such/folder", &mains, &percent);
  g_assert_cmpint (mains, ==, LECTERN_TRUTH_UNKNOWN);
  g_assert_cmpint (percent, ==, LECTERN_NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* It is measured where the contest is, and nothing of it stays. */
static void
test_write (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "evening.lectern", NULL);

  g_assert_cmpint (lectern_laptop_measure_write (path), >, 0);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_cmpint (lectern_laptop_measure_write ("/no/such/folder/evening.lectern"), ==, LECTERN_NULL);
}

static void
test_read (void)
{
  g_autofree char      *folder = make_folder ();
  g_autofree char      *path = g_build_filename (folder, "evening.lectern", NULL);
  LecternPreflightFacts facts = LECTERN_PREFLIGHT_FACTS_NONE;

  lectern_laptop_read (path, &facts);
  g_assert_cmpint (facts.free_bytes, >, 0);
  g_assert_cmpuint (facts.asked, ==, 1u << LECTERN_CHECK_SPACE | 1u << LECTERN_CHECK_POWER | 1u << LECTERN_CHECK_CLOCK);
  g_assert_cmpint (facts.write_us, ==, LECTERN_NULL);
}

static void
test_one_disk (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *a = g_build_filename (folder, "a", NULL);
  g_autofree char *b = g_build_filename (folder, "b", NULL);

  g_assert_true (lectern_laptop_is_one_disk (a, b));
  g_assert_false (lectern_laptop_is_one_disk (a, "/proc/b"));
  g_assert_false (lectern_laptop_is_one_disk (a, "/no/such/folder/b"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/laptop/power/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_power);
    }
  g_test_add_func ("/laptop/power/untold", test_power_untold);
  g_test_add_func ("/laptop/write", test_write);
  g_test_add_func ("/laptop/read", test_read);
  g_test_add_func ("/laptop/one-disk", test_one_disk);
  return g_test_run ();
}
