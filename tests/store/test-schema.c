/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The file against its description, and nonsense against the file: no program can store it. */

#include "lectern-store-private.h"

#include <string.h>

/* Two units, two criteria, a round, two awards, three nominees, three judges, an entry each. */
static const char setting[] =
  "INSERT INTO contest VALUES (1, 't', '', '[]', '', '', 'zh', '{\"quota_per_unit\":2}', 0);"
  "INSERT INTO unit VALUES ('u1', 0, 'a', 'a', 'a', 0, 1), ('u2', 1, 'b', 'b', 'b', 0, 1);"
  "INSERT INTO criterion VALUES ('content', 0, 'c', '', 40000, 100);"
  "INSERT INTO round VALUES ('final', 0, 'f', NULL, 1, NULL, 0, 0);"
  "INSERT INTO award VALUES ('first', 0, 'f', 1);"
  "INSERT INTO nominee (id, unit, name, party, title, lectures, courseware, withdrawn) VALUES (1, 'u1', 'x', 'member', 't', 1, '', 0), (2, 'u1', 'y', 'member', 't', 1, '', 0), (3, 'u2', 'z', 'member', 't', 1, '', 0);"
  "INSERT INTO judge VALUES (1, 'j', NULL, NULL, 1, 1), (2, 'k', NULL, 'u1', 0, 1);"
  "INSERT INTO entry VALUES ('final', 1, 1, 0, NULL, NULL, 0), ('final', 2, 2, 2, NULL, NULL, 0);"
  "INSERT INTO sheet VALUES ('final', 1, 1, 1, 2, 30000, 0), ('final', 1, 1, 2, 1, 0, 0);"
  "INSERT INTO mark VALUES ('final', 1, 1, 1, 'content', 30000);"
  "INSERT INTO gate VALUES (1, 'final', 1);"
  "INSERT INTO clock VALUES (1, 0, 0, NULL, NULL, NULL);"
  "INSERT INTO on_air VALUES (1, 'final', NULL, NULL, NULL, NULL, NULL, 0);"
  "INSERT INTO seat VALUES (printf ('%064d', 1), 1, '', '', 0, 0);"
  "INSERT INTO journal VALUES (1, 0, 'a', '', 'x', '', NULL, x'', zeroblob (32));";

typedef struct
{
  const char *name;
  const char *sql;
} Nonsense;

static const Nonsense nonsense[] = {
  { "second-contest", "INSERT INTO contest VALUES (2, 't', '', '[]', '', '', 'zh', '{}', 0, NULL, NULL, NULL)" },
  { "rules-no-json", "UPDATE contest SET rules = 'oops'" },
  { "third-nominee", "INSERT INTO nominee (id, unit, name, party, title, lectures, courseware, withdrawn) VALUES (4, 'u1', 'q', 'member', 't', 1, '', 0)" },
  { "third-nominee-moved", "UPDATE nominee SET unit = 'u1' WHERE id = 3" },
  { "unit-unknown", "UPDATE nominee SET unit = 'u9' WHERE id = 3" },
  { "name-empty", "UPDATE nominee SET name = '' WHERE id = 1" },
  { "name-endless", "UPDATE nominee SET name = printf ('%051d', 1) WHERE id = 1" },
  { "party-unknown", "UPDATE nominee SET party = 'maybe' WHERE id = 1" },
  { "two-heads", "UPDATE judge SET head = 1 WHERE number = 2" },
  { "same-lot", "UPDATE entry SET lot = 1 WHERE nominee = 2" },
  { "lot-zero", "UPDATE entry SET lot = 0 WHERE nominee = 2" },
  { "state-unknown", "UPDATE entry SET state = 9 WHERE nominee = 2" },
  { "two-talking", "UPDATE entry SET state = 2 WHERE nominee = 1" },
  { "forfeit-without-reason", "UPDATE entry SET state = 5 WHERE nominee = 1" },
  { "mark-above", "INSERT INTO mark VALUES ('final', 1, 1, 2, 'content', 40100)" },
  { "mark-below", "INSERT INTO mark VALUES ('final', 1, 1, 2, 'content', -100)" },
  { "mark-off-step", "INSERT INTO mark VALUES ('final', 1, 1, 2, 'content', 30050)" },
  { "mark-as-text", "INSERT INTO mark VALUES ('final', 1, 1, 2, 'content', 'ten')" },
  { "mark-unknown-criterion", "INSERT INTO mark VALUES ('final', 1, 1, 2, 'charm', 100)" },
  { "mark-without-sheet", "INSERT INTO mark VALUES ('final', 2, 1, 1, 'content', 100)" },
  { "submitted-mark-changed", "UPDATE mark SET value = 31000" },
  { "submitted-mark-dropped", "DELETE FROM mark" },
  { "submitted-sheet-dropped", "DELETE FROM sheet WHERE version = 1" },
  { "submitted-sheet-undone", "UPDATE sheet SET state = 1 WHERE version = 1" },
  { "submitted-total-changed", "UPDATE sheet SET total = 31000 WHERE version = 1" },
  { "void-sheet-revived", "UPDATE sheet SET state = 5 WHERE version = 1; UPDATE sheet SET state = 1 WHERE version = 1" },
  { "sheet-recused", "UPDATE sheet SET state = 4 WHERE version = 1" },
  { "recheck-of-no-sheet", "INSERT INTO recheck VALUES ('final', 1, 1, 9, 'x', 0)" },
  { "recheck-by-nobody", "INSERT INTO recheck VALUES ('final', 1, 1, 1, '', 0)" },
  { "third-keying", "INSERT INTO keying VALUES ('final', 1, 1, 3, 'x', '{}', 0)" },
  { "ruling-without-reason", "INSERT INTO ruling VALUES (1, 0, 'final', 1, 1, '', NULL, '', 0)" },
  { "flag-of-no-sheet", "INSERT INTO flag_seen VALUES ('final', 1, 1, 9, 'x', 0)" },
  { "timer-negative", "UPDATE entry SET timer2_ms = -1" },
  { "second-gate", "INSERT INTO gate VALUES (2, 'final', 2)" },
  { "gate-for-nobody", "UPDATE gate SET nominee = 9" },
  { "gate-half-open", "UPDATE gate SET round = NULL" },
  { "second-clock", "INSERT INTO clock VALUES (2, 0, 0, NULL, NULL, NULL)" },
  { "clock-without-start", "UPDATE clock SET phase = 1" },
  { "clock-negative", "UPDATE clock SET base_ms = -1" },
  { "two-seats", "INSERT INTO seat VALUES (printf ('%064d', 2), 1, '', '', 0, 0)" },
  { "code-short", "INSERT INTO pairing VALUES (1, '12345', 0)" },
  { "result-of-nobody", "INSERT INTO result VALUES ('final', 3, 1, 1, '1', '0', '1', NULL)" },
  { "journal-changed", "UPDATE journal SET sentence = 'other'" },
  { "journal-dropped", "DELETE FROM journal" },
  { "nominee-dropped", "DELETE FROM nominee WHERE id = 1" },
  { "second-sequence", "INSERT INTO sequence VALUES (2, 0, 'final', NULL, '{}', 0)" },
  { "sequence-of-no-round", "INSERT INTO sequence VALUES (1, 0, 'none', NULL, '{}', 0)" },
  { "attachment-without-hash", "INSERT INTO attachment VALUES ('photo', 1, 'a.png', '', 0, 'abc', 0, NULL, NULL, NULL)" },
};

static void
run_schema (sqlite3 *db,
            int      version)
{
  g_autofree char *name = g_strdup_printf ("%03d.sql", version);
  g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "schema", name, NULL);
  g_autofree char *schema = NULL;

  g_assert_true (g_file_get_contents (path, &schema, NULL, NULL));
  g_assert_cmpint (sqlite3_exec (db, schema, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Rows as version 1 had them, brought to today's schema. */
static sqlite3 *
open_setting (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  run_schema (db, 1);
  g_assert_cmpint (sqlite3_exec (db, setting, NULL, NULL, NULL), ==, SQLITE_OK);
  for (int version = 2; version <= LECTERN_STORE_VERSION; version++)
    run_schema (db, version);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static void
test_nonsense (gconstpointer data)
{
  const Nonsense *row = data;
  sqlite3        *db = open_setting ();
  int             code = sqlite3_exec (db, row->sql, NULL, NULL, NULL);

  if (code != SQLITE_CONSTRAINT)
    g_test_message ("%s gave %d: %s", row->name, code, sqlite3_errmsg (db));
  g_assert_cmpint (code, ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

/* A withdrawn nominee makes room for another. */
static void
test_sense (void)
{
  sqlite3 *db = open_setting ();

  g_assert_cmpint (sqlite3_exec (db,
                                 "UPDATE nominee SET withdrawn = 1 WHERE id = 1;"
                                 "INSERT INTO nominee (id, unit, name, party, title, lectures, courseware, withdrawn) VALUES (4, 'u1', 'q', 'member', 't', 1, '', 0);"
                                 "INSERT INTO mark VALUES ('final', 1, 1, 2, 'content', 40000);"
                                 "UPDATE mark SET value = 0 WHERE version = 2;"
                                 "UPDATE sheet SET state = 3 WHERE version = 1;"
                                 "UPDATE seat SET revoked = 1; INSERT INTO seat VALUES (printf ('%064d', 2), 1, '', '', 0, 0);",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

/* Every column of every table, in order: name, type, key. */
static void
test_description (void)
{
  sqlite3      *db = open_setting ();
  sqlite3_stmt *count = NULL;
  guint         n_tables = 0;

  for (; lectern_tables[n_tables] != NULL; n_tables++)
    {
      const LecternTable *table = lectern_tables[n_tables];
      g_autofree char    *sql = g_strdup_printf ("PRAGMA table_info (\"%s\")", table->name);
      sqlite3_stmt       *info = NULL;
      guint               c = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &info, NULL), ==, SQLITE_OK);
      for (; sqlite3_step (info) == SQLITE_ROW; c++)
        {
          const char *type = (const char *) sqlite3_column_text (info, 2);

          g_assert_cmpuint (c, <, table->n_columns);
          g_assert_cmpstr ((const char *) sqlite3_column_text (info, 1), ==, table->columns[c].name);
          g_assert_cmpstr (type, ==, table->columns[c].type == LECTERN_COLUMN_INTEGER ? "INTEGER" : table->columns[c].type == LECTERN_COLUMN_TEXT ? "TEXT"
                                                                                                                                                  : "BLOB");
          g_assert_cmpint (sqlite3_column_int (info, 5) > 0, ==, table->columns[c].key);
        }
      g_assert_cmpuint (c, ==, table->n_columns);
      sqlite3_finalize (info);
    }
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('journal', 'content')", -1, &count, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (count), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (count, 0), ==, n_tables);
  sqlite3_finalize (count);
  sqlite3_close (db);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/description", test_description);
  g_test_add_func ("/store/schema/sense", test_sense);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/schema/nonsense/%s", nonsense[i].name);

      g_test_add_data_func (path, &nonsense[i], test_nonsense);
    }
  return g_test_run ();
}
