/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files of an older program: they open, are brought to today's schema in one step, and prove; for
 * whoever only reads they stay byte for byte as they are. */

#include "journal-maker.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("lectern-migration-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "old.lectern", NULL);
}

static void
place_clear (Place *place)
{
  g_remove (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0); /* nothing else was left behind */
  g_free (place->path);
  g_free (place->folder);
}

static void
make_old (const char *path,
          const char *more)
{
  sqlite3 *db = journal_maker_make (path, 1);

  if (more != NULL)
    journal_maker_run (db, more);
  sqlite3_close (db);
}

static gint64
read_version (const char *path)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *s = NULL;
  gint64        version;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  version = sqlite3_column_int64 (s, 0);
  sqlite3_finalize (s);
  sqlite3_close (db);
  return version;
}

/* Every row as the old program left it, and NULL where it knew nothing. */
static void
check_rows (LecternStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternChange) rows = lectern_store_load (store, &error);
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  const LecternSheet *sheet;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) cues = NULL;
  g_autoptr (GPtrArray) recusals = NULL;

  g_assert_no_error (error);
  lectern_contest_apply (contest, rows);
  sheets = lectern_contest_list_rows (contest, &lectern_table_sheet);
  cues = lectern_contest_list_rows (contest, &lectern_table_cue);
  recusals = lectern_contest_list_rows (contest, &lectern_table_recusal);
  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpuint (cues->len, ==, 3);
  sheet = sheets->pdata[0];
  g_assert_cmpint (sheet->total, ==, 90500);
  g_assert_cmpint (sheet->state, ==, LECTERN_SHEET_LOCKED);
  g_assert_cmpint (sheet->origin, ==, LECTERN_NULL);
  g_assert_null (sheet->reason);
  g_assert_cmpint (((LecternRecusal *) recusals->pdata[0])->kind, ==, LECTERN_NULL);
  g_assert_cmpint (lectern_contest_get_entry (contest, NULL, 1)->time_ms, ==, 350000);
  g_assert_cmpint (lectern_contest_get_entry (contest, NULL, 1)->timer1_ms, ==, LECTERN_NULL);
  g_assert_cmpstr (lectern_contest_get_record (contest)->title, ==, "大赛");
  g_assert_cmpstr (lectern_contest_get_on_air (contest)->scene, ==, "{}");
  g_assert_cmpint (lectern_contest_get_on_air (contest)->step, ==, LECTERN_NULL);
  g_assert_null (lectern_contest_get_record (contest)->scene_theme);
}

static void
assert_proven (const char *path,
               gint64      n_lines)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  lectern_store_verify (path, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, n_lines);
}

/* Opened for writing it is today's file, and goes on. */
static void
test_open (void)
{
  Place place;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternStore) store = NULL;
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternRuling      *ruling = lectern_record_new (&lectern_table_ruling);
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  place_init (&place);
  make_old (place.path, NULL);
  assert_proven (place.path, journal_maker_count_lines ());
  store = lectern_store_open (place.path, &error);
  g_assert_no_error (error);
  check_rows (store);
  g_assert_cmpint (lectern_store_get_seq (store), ==, journal_maker_count_lines ());
  ruling->id = 1;
  ruling->kind = LECTERN_RULING_TIME;
  ruling->round = g_strdup ("final");
  ruling->reason = g_strdup ("录像");
  ruling->detail = g_strdup ("改时");
  ruling->wall_us = 1;
  lectern_change_put (change, ruling);
  line->actor = g_strdup ("test");
  line->device = g_strdup ("");
  line->action = g_strdup ("test");
  line->sentence = g_strdup ("");
  g_assert_true (lectern_store_begin (store, &error));
  g_assert_true (lectern_store_write (store, change, line, &error));
  g_assert_true (lectern_store_commit (store, &error));
  g_assert_no_error (error);
  lectern_journal_line_free (line);
  g_clear_pointer (&store, lectern_store_close);
  g_assert_cmpint (read_version (place.path), ==, LECTERN_STORE_VERSION);
  assert_proven (place.path, journal_maker_count_lines () + 1);
  store = lectern_store_open (place.path, &error);
  g_assert_no_error (error);
  check_rows (store);
  g_clear_pointer (&store, lectern_store_close);
  place_clear (&place);
}

static void
test_read_only (void)
{
  Place place;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternStore) store = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_size, after_size;

  place_init (&place);
  make_old (place.path, NULL);
  g_assert_true (g_file_get_contents (place.path, &before, &before_size, NULL));
  store = lectern_store_open_read_only (place.path, &error);
  g_assert_no_error (error);
  check_rows (store);
  lines = lectern_store_read_journal (store, 0, 0, &error);
  g_assert_cmpuint (lines->len, ==, journal_maker_count_lines ());
  g_clear_pointer (&store, lectern_store_close);
  assert_proven (place.path, journal_maker_count_lines ());
  g_assert_true (g_file_get_contents (place.path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  g_assert_cmpint (read_version (place.path), ==, 1);
  place_clear (&place);
}

/* Beside the older program, which has it open with a log of its own. */
static void
test_beside (void)
{
  Place    place;
  sqlite3 *db;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternStore) store = NULL;

  place_init (&place);
  make_old (place.path, "PRAGMA journal_mode = WAL");
  g_assert_cmpint (sqlite3_open (place.path, &db), ==, SQLITE_OK);
  journal_maker_run (db, "INSERT INTO cue (position, kind) VALUES (40, 8); DELETE FROM cue WHERE position = 40");
  store = lectern_store_open_read_only (place.path, &error);
  g_assert_no_error (error);
  check_rows (store);
  g_clear_pointer (&store, lectern_store_close);
  /* The rules of the file are those it had. */
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO cue (position, kind) VALUES (40, 12)", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
  place_clear (&place);
}

/* What does not hold together is not made worse: refused, and the file is as it was. */
static void
test_broken (void)
{
  Place            place;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_size, after_size;

  place_init (&place);
  make_old (place.path, "PRAGMA foreign_keys = OFF; INSERT INTO recusal VALUES ('final', 9, 9, '')");
  g_assert_true (g_file_get_contents (place.path, &before, &before_size, NULL));
  for (guint reading = 0; reading < 2; reading++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternStore) store = reading ? lectern_store_open_read_only (place.path, &error) : lectern_store_open (place.path, &error);

      g_assert_null (store);
      g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED);
    }
  g_assert_true (g_file_get_contents (place.path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  place_clear (&place);
}

/* A line of the older program's is taken back like one of today's. */
static void
test_invert (void)
{
  Place place;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternStore) store = NULL;
  g_autoptr (LecternChange) rows = NULL;
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  g_autoptr (LecternJournalLine) line = NULL;
  g_autoptr (LecternChange) inverse = NULL;
  const LecternRowChange *row;
  gpointer                changed = NULL;

  place_init (&place);
  make_old (place.path, NULL);
  store = lectern_store_open (place.path, &error);
  g_assert_no_error (error);
  rows = lectern_store_load (store, &error);
  lectern_contest_apply (contest, rows);
  line = lectern_store_read_line (store, 6, &error); /* the recusal */
  g_assert_cmpstr (line->action, ==, "recuse");
  inverse = lectern_store_invert_line (store, line, contest, NULL, &changed, &error);
  g_assert_no_error (error);
  g_assert_null (changed);
  g_assert_cmpuint (lectern_change_get_n_rows (inverse), ==, 1);
  row = lectern_change_get_row (inverse, 0);
  g_assert_true (row->removed);
  g_assert_cmpint (((LecternRecusal *) row->record)->judge, ==, 2);
  g_clear_pointer (&line, lectern_journal_line_free);
  line = lectern_store_read_line (store, 8, &error); /* the clock's start: it has stopped since */
  g_assert_null (lectern_store_invert_line (store, line, contest, NULL, &changed, &error));
  g_assert_no_error (error);
  g_assert_nonnull (changed);
  lectern_record_unref (changed);
  g_clear_pointer (&store, lectern_store_close);
  place_clear (&place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migration/open", test_open);
  g_test_add_func ("/store/migration/read-only", test_read_only);
  g_test_add_func ("/store/migration/beside", test_beside);
  g_test_add_func ("/store/migration/broken", test_broken);
  g_test_add_func ("/store/migration/invert", test_invert);
  return g_test_run ();
}
