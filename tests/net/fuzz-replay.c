/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The fuzz target where there is no clang: every file of the corpus as it is, and then for two seconds with
 * bytes of it changed, taken out, doubled, or crossed with another file's. No feedback, so it finds less. */

#define G_LOG_DOMAIN "lectern-fuzz"

#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

#define RUN_US (2 * G_USEC_PER_SEC)

static GPtrArray *
read_corpus (void)
{
  GPtrArray       *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "net", "corpus", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char            *bytes;
      gsize            length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_ptr_array_add (corpus, g_bytes_new_take (bytes, length));
    }
  return corpus;
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) corpus = read_corpus ();

  g_assert_cmpuint (corpus->len, >, 20);
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize         length;
      const guint8 *bytes = g_bytes_get_data (g_ptr_array_index (corpus, i), &length);

      g_assert_cmpint (LLVMFuzzerTestOneInput (bytes, length), ==, 0);
    }
}

static GBytes *
pick (GPtrArray *corpus)
{
  return g_ptr_array_index (corpus, (guint) g_test_rand_int_range (0, (gint32) corpus->len));
}

static void
change_once (GByteArray *bytes,
             GPtrArray  *corpus)
{
  guint         at = bytes->len > 1 ? (guint) g_test_rand_int_range (1, (gint32) bytes->len) : 0;
  guint         n = bytes->len > at ? (guint) g_test_rand_int_range (0, (gint32) MIN (bytes->len - at, 16) + 1) : 0;
  gsize         length;
  const guint8 *other = g_bytes_get_data (pick (corpus), &length);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      if (bytes->len > at)
        bytes->data[at] = (guint8) g_test_rand_int_range (0, 256);
      break;
    case 1:
      if (bytes->len > at)
        bytes->data[at] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      if (n > 0)
        {
          g_autofree guint8 *copy = g_memdup2 (bytes->data + at, n);

          g_byte_array_append (bytes, copy, n);
        }
      break;
    default:
      g_byte_array_append (bytes, other, (guint) MIN (length, 64));
    }
}

static void
test_changed (void)
{
  g_autoptr (GPtrArray) corpus = read_corpus ();
  gint64 until_us = g_get_monotonic_time () + RUN_US;
  guint  n_runs = 0;

  while (g_get_monotonic_time () < until_us)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gsize         length;
      const guint8 *original = g_bytes_get_data (pick (corpus), &length);

      g_byte_array_append (bytes, original, (guint) length);
      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        change_once (bytes, corpus);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
      n_runs++;
    }
  g_test_message ("%u runs", n_runs);
  g_assert_cmpuint (n_runs, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/corpus", test_corpus);
  g_test_add_func ("/fuzz/changed", test_changed);
  return g_test_run ();
}
