/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Recorded evenings, replayed from their journals alone by the program as it is now: the proof
 * holds, and every byte of the rankings is what it was (tests/golden/README.md). */

#include "lectern-store-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-ranking.h"

static char *
find_file (const char *name)
{
  return g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "tests", "golden", name, NULL);
}

static void
run_sql (sqlite3    *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

static int
on_conflict_cb (void                   *user_data,
                int                     reason,
                sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static const char *
get_text (JsonObject *line,
          const char *name)
{
  return JSON_NODE_HOLDS_NULL (json_object_get_member (line, name)) ? NULL : json_object_get_string_member (line, name);
}

static void
read_hash (JsonObject *line,
           guint8      hash[32])
{
  const char *hex = json_object_get_string_member (line, "hash");

  g_assert_cmpuint (strlen (hex), ==, 64);
  for (guint i = 0; i < 32; i++)
    hash[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
}

/* The line into the journal, and what it changed into the rows. */
static void
add_line (sqlite3    *db,
          const char *text)
{
  static const char *const texts[] = { "actor", "device", "action", "sentence", "reason" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonObject        *line;
  sqlite3_stmt      *s = NULL;
  gsize              size = 0;
  g_autofree guchar *changeset = NULL;
  guint8             hash[32];

  g_assert_no_error (error);
  line = json_node_get_object (root);
  changeset = g_base64_decode (json_object_get_string_member (line, "changeset"), &size);
  read_hash (line, hash);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &s, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (s, 1, json_object_get_int_member (line, "seq"));
  sqlite3_bind_int64 (s, 2, json_object_get_int_member (line, "wall_us"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (s, (int) i + 3, get_text (line, texts[i]), -1, SQLITE_STATIC);
  sqlite3_bind_blob (s, 8, size > 0 ? (const char *) changeset : "", (int) size, SQLITE_STATIC);
  sqlite3_bind_blob (s, 9, hash, 32, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_DONE);
  sqlite3_finalize (s);
  if (size > 0)
    g_assert_cmpint (sqlite3changeset_apply (db, (int) size, changeset, NULL, on_conflict_cb, NULL), ==, SQLITE_OK);
}

/* An empty contest, and the journal played into it. */
static sqlite3 *
play (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".journal", NULL);
  g_autofree char *path = find_file (file_name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = lectern_rows_open_replay (&error);

  g_assert_no_error (error);
  run_sql (db, "CREATE TABLE journal (seq INTEGER PRIMARY KEY, wall_us, actor, device, action, sentence, reason, changeset, hash)");
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    add_line (db, lines[i]);
  return db;
}

static void
compare_ranking (const char         *name,
                 LecternContest     *contest,
                 const LecternRound *round)
{
  g_autofree char *file_name = g_strdup_printf ("%s.%s.json", name, round->key);
  g_autofree char *path = find_file (file_name);
  g_autofree char *golden = NULL;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round->key, FALSE);
  g_autofree char *json = lectern_ranking_to_json (ranking, contest);
  g_autofree char *now = g_strconcat (json, "\n", NULL);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("LECTERN_GOLDEN_WRITE") != NULL)
    g_file_set_contents (path, now, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &golden, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (now, ==, golden);
}

static void
test_evening (gconstpointer data)
{
  const char  *name = data;
  LecternStore store = { .db = play (name), .path = (char *) name, .lock = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternChange) rows = NULL;
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  gint64     n = 0;
  GPtrArray *rounds;

  lectern_store_prove (&store, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 10);
  rows = lectern_rows_load (store.db, name, &error);
  g_assert_no_error (error);
  lectern_contest_apply (contest, rows);
  rounds = lectern_contest_get_rounds (contest);
  g_assert_cmpuint (rounds->len, >, 0);
  for (guint i = 0; i < rounds->len; i++)
    {
      g_assert_cmpint (((LecternRound *) rounds->pdata[i])->state, ==, LECTERN_ROUND_FINALISED);
      compare_ranking (name, contest, rounds->pdata[i]);
    }
  sqlite3_close (store.db);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = find_file ("");
  g_autoptr (GDir) listing = NULL;
  const char *file;

  g_test_init (&argc, &argv, NULL);
  listing = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (listing);
  while ((file = g_dir_read_name (listing)) != NULL)
    if (g_str_has_suffix (file, ".journal"))
      {
        g_autofree char *stem = g_strndup (file, strlen (file) - strlen (".journal"));
        const char      *name = g_intern_string (stem);
        g_autofree char *path = g_strdup_printf ("/golden/%s", name);

        g_test_add_data_func (path, name, test_evening);
      }
  return g_test_run ();
}
