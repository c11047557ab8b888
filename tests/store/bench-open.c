/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How long a contest with a very long journal takes to open: the file checked, locked and read into
 * a contest. The journal has 100 000 lines as large as those of a rehearsal (on average 1.5 KB), a
 * receipt for seven lines of ten as there, and 28 entries with nine judges' sheets. */

#include "journal-maker.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define N_LINES 100000
#define RUNS 5

static void
fill_contest (sqlite3 *db)
{
  journal_maker_run (db, "PRAGMA foreign_keys = OFF;"
                         "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 28)"
                         " INSERT INTO unit SELECT 'v' || i, i, 'v' || i, '', '', 0, 1 FROM n;"
                         "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 28)"
                         " INSERT INTO nominee (id, unit, name, party, title, lectures, courseware, withdrawn) SELECT i, 'v' || i, 'n' || i, 'member', 't', 1, 'yes', 0 FROM n;"
                         "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
                         " INSERT INTO judge (number, name, head, active) SELECT i, 'j' || i, 0, 1 FROM n;"
                         "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 28)"
                         " INSERT INTO entry (round, nominee, lot, state, time_ms, revealed) SELECT 'final', i, i, 4, 350000, 1 FROM n;"
                         "INSERT INTO sheet (round, nominee, judge, version, state, total, wall_us)"
                         " SELECT 'final', entry.nominee, judge.number, 1, 3, 80000, 0 FROM entry, judge WHERE entry.nominee > 2;"
                         "INSERT INTO mark (round, nominee, judge, version, criterion, value)"
                         " SELECT round, nominee, judge, version, 'c', 80000 FROM sheet WHERE nominee > 2;");
}

/* Lines whose chain is right; what they changed is never asked for when a file is opened. */
static void
fill_journal (sqlite3 *db)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree guint8 *bytes = g_malloc0 (4096);
  sqlite3_stmt      *line = NULL, *receipt = NULL, *last = NULL;
  guint8             hash[32];

  for (guint i = 0; i < 4096; i++)
    bytes[i] = (guint8) g_rand_int (random);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1", -1, &last, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (last), ==, SQLITE_ROW);
  memcpy (hash, sqlite3_column_blob (last, 0), 32);
  sqlite3_finalize (last);
  sqlite3_prepare_v2 (db, "INSERT INTO journal VALUES (?, ?, 'judge 3', '10.0.0.3', 'sheet', 'Judge 3 drafts 82.5 for No. 7 张三.', NULL, ?, ?)", -1, &line, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO receipt VALUES (?, 'final', 7, 3, 1, 1, 82500)", -1, &receipt, NULL);
  for (guint i = journal_maker_count_lines () + 1; i <= N_LINES; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      gsize            size = i % 2 == 0 ? 700 : 2300;
      g_autoptr (GBytes) changeset = g_bytes_new_static (bytes + i % 1000, size);
      const LecternJournalLine entry = { .seq = i, .wall_us = i, .actor = (char *) "judge 3", .device = (char *) "10.0.0.3", .action = (char *) "sheet", .sentence = (char *) "Judge 3 drafts 82.5 for No. 7 张三.", .changeset = changeset };

      lectern_journal_hash (&entry, hash, hash);
      sqlite3_bind_int64 (line, 1, i);
      sqlite3_bind_int64 (line, 2, i);
      sqlite3_bind_blob (line, 3, bytes + i % 1000, (int) size, SQLITE_STATIC);
      sqlite3_bind_blob (line, 4, hash, 32, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (line), ==, SQLITE_DONE);
      sqlite3_reset (line);
      if (i % 10 >= 7)
        continue;
      sqlite3_bind_text (receipt, 1, id, -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (receipt), ==, SQLITE_DONE);
      sqlite3_reset (receipt);
    }
  sqlite3_finalize (line);
  sqlite3_finalize (receipt);
}

static void
make_file (const char *path)
{
  sqlite3 *db = journal_maker_make (path, LECTERN_STORE_VERSION);

  journal_maker_run (db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  fill_contest (db);
  fill_journal (db);
  journal_maker_run (db, "COMMIT; PRAGMA journal_mode = WAL");
  sqlite3_close (db);
}

/* Out of the page cache, as on the next morning. */
static void
forget (const char *path)
{
  int file = open (path, O_RDONLY);

  fsync (file);
  posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
  close (file);
}

static double
measure (const char *path,
         gboolean    reading)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LecternStore) store = reading ? lectern_store_open_read_only (path, &error) : lectern_store_open (path, &error);
  g_autoptr (LecternChange) rows = store != NULL ? lectern_store_load (store, &error) : NULL;
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  double seconds;

  g_assert_no_error (error);
  lectern_contest_apply (contest, rows);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_assert_cmpint (lectern_contest_get_entry (contest, NULL, 28)->lot, ==, 28);
  return seconds;
}

/* The journal page's list, all of it. */
static double
measure_list (const char *path)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (path, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) lines = lectern_store_read_journal (store, 0, 0, NULL);

  g_assert_cmpuint (lines->len, ==, N_LINES);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *name,
        const char *path,
        gboolean    reading,
        gboolean    cold)
{
  double seconds[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      if (cold)
        forget (path);
      seconds[i] = measure (path, reading);
    }
  qsort (seconds, RUNS, sizeof *seconds, compare);
  g_print ("{\"name\":\"%s-%d-lines\",\"unit\":\"s\",\"value\":%.3f,\"budget\":1}\n", name, N_LINES, seconds[RUNS / 2]);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-open-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "long.lectern", NULL);

  make_file (path);
  report ("open", path, FALSE, FALSE);
  report ("open-not-in-memory", path, FALSE, TRUE);
  report ("open-read-only", path, TRUE, FALSE);
  g_print ("{\"name\":\"list-%d-lines\",\"unit\":\"s\",\"value\":%.3f}\n", N_LINES, measure_list (path));
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
