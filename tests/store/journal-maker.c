/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "journal-maker.h"

/* clang-format off */
static const struct
{
  const char *action;
  const char *sentence;
  const char *reason;
  const char *sql; /* of columns that every version has */
} lines[] = {
  { "create", "办赛", NULL,
    "INSERT INTO contest (id, title, theme, organisers, date, place, language, rules, rehearsal) VALUES (1, '赛', '', '[]', '', '', 'zh', '{\"quota_per_unit\":2}', 0);"
    "INSERT INTO unit (key, position, name, full_name, name_en, optional, active) VALUES ('u1', 0, '甲', '甲', 'a', 0, 1), ('u2', 1, '乙', '乙', 'b', 0, 1);"
    "INSERT INTO criterion (key, position, name, guide, max, step) VALUES ('c', 0, '内容', '', 100000, 100);"
    "INSERT INTO round (key, position, name, advance, state, seed, drawn_by_hand, revision) VALUES ('final', 0, '决赛', NULL, 0, NULL, 0, 0);"
    "INSERT INTO award (key, position, name, places) VALUES ('first', 0, '一等奖', 1);"
    "INSERT INTO clock (id, phase, base_ms) VALUES (1, 0, 0);"
    "INSERT INTO gate (id, round, nominee) VALUES (1, NULL, NULL);"
    "INSERT INTO on_air (id, round, blank) VALUES (1, 'final', 0)" },
  { "add-nominees", "报名", NULL,
    "INSERT INTO nominee (id, unit, name, party, title, lectures, courseware, withdrawn) VALUES (1, 'u1', '张', 'member', 't', 1, 'yes', 0), (2, 'u2', '李', 'member', 't', 1, 'yes', 0)" },
  { "add-judges", "评委", NULL,
    "INSERT INTO judge (number, name, head, active) VALUES (1, '王', 1, 1), (2, '赵', 0, 1)" },
  { "edit-contest", "改名", NULL,
    "UPDATE contest SET title = '大赛' WHERE id = 1" },
  { "draw", "抽签", NULL,
    "INSERT INTO entry (round, nominee, lot, state, revealed) VALUES ('final', 1, 1, 0, 0), ('final', 2, 2, 0, 0);"
    "INSERT INTO cue (position, kind, nominee) VALUES (10, 0, NULL), (20, 3, 1), (30, 11, NULL);"
    "UPDATE round SET state = 1, seed = 's' WHERE key = 'final'" },
  { "recuse", "回避", "亲属",
    "INSERT INTO recusal (round, nominee, judge, reason) VALUES ('final', 2, 2, '亲属')" },
  { "call", "上场", NULL,
    "UPDATE entry SET state = 1 WHERE nominee = 1; UPDATE on_air SET on_stage = 1, cue = 20, kind = 3, lot = 1, scene = '{}'; UPDATE round SET state = 2" },
  { "start-clock", "开始", NULL,
    "UPDATE entry SET state = 2 WHERE nominee = 1; UPDATE clock SET phase = 1, started_mono_us = 5, started_wall_us = 6, boot = 'b'" },
  { "stop-clock", "讲完", NULL,
    "UPDATE entry SET time_ms = 350000 WHERE nominee = 1; UPDATE clock SET phase = 3, base_ms = 350000, started_mono_us = NULL, started_wall_us = NULL, boot = NULL" },
  { "open-gate", "打分", NULL,
    "UPDATE entry SET state = 3 WHERE nominee = 1; UPDATE gate SET round = 'final', nominee = 1" },
  { "sheet", "草稿", NULL,
    "INSERT INTO sheet (round, nominee, judge, version, state, total, wall_us) VALUES ('final', 1, 1, 1, 1, 80000, 7);"
    "INSERT INTO mark (round, nominee, judge, version, criterion, value) VALUES ('final', 1, 1, 1, 'c', 80000)" },
  { "sheet", "交", NULL,
    "UPDATE mark SET value = 90500 WHERE judge = 1; UPDATE sheet SET state = 2, total = 90500, wall_us = 8 WHERE judge = 1;"
    "INSERT INTO receipt (id, round, nominee, judge, version, state, total) VALUES ('m', 'final', 1, 1, 1, 2, 90500)" },
  { "sheet", "交", NULL,
    "INSERT INTO sheet (round, nominee, judge, version, state, total, wall_us) VALUES ('final', 1, 2, 1, 2, 89500, 9);"
    "INSERT INTO mark (round, nominee, judge, version, criterion, value) VALUES ('final', 1, 2, 1, 'c', 89500)" },
  { "close-gate", "收", NULL,
    "UPDATE sheet SET state = 3; UPDATE entry SET state = 4 WHERE nominee = 1; UPDATE gate SET round = NULL, nominee = NULL" },
  { "forfeit", "弃权", "未到",
    "UPDATE entry SET state = 5, forfeit_reason = '未到' WHERE nominee = 2" },
  { "finalise", "定稿", NULL,
    "UPDATE round SET state = 3, revision = 1;"
    "INSERT INTO result (round, nominee, revision, rank, mean, deduction, final, award) VALUES ('final', 1, 1, 1, '90.000000', '0', '90.00', 'first'), ('final', 2, 1, NULL, NULL, '0', NULL, NULL)" },
};
/* clang-format on */

guint
journal_maker_count_lines (void)
{
  return G_N_ELEMENTS (lines);
}

void
journal_maker_run (sqlite3    *db,
                   const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

static void
make_schema (sqlite3 *db,
             int      version)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", LECTERN_STORE_APPLICATION_ID, version);

  for (int v = 1; v <= version; v++)
    {
      g_autofree char *name = g_strdup_printf ("%03d.sql", v);
      g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "schema", name, NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
      journal_maker_run (db, sql);
    }
  journal_maker_run (db, marks);
}

static GBytes *
record (sqlite3    *db,
        const char *sql)
{
  sqlite3_session *session = NULL;
  int              size = 0;
  void            *bytes = NULL;
  GBytes          *changeset;

  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  journal_maker_run (db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  changeset = g_bytes_new (bytes, (gsize) size);
  sqlite3_free (bytes);
  sqlite3session_delete (session);
  return changeset;
}

/* @line without its hash, which is made from @hash and put there. */
static void
add_line (sqlite3                  *db,
          const LecternJournalLine *line,
          guint8                    hash[32])
{
  sqlite3_stmt *s = NULL;
  gsize         size;
  gconstpointer bytes = g_bytes_get_data (line->changeset, &size);

  lectern_journal_hash (line, hash, hash);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &s, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (s, 1, line->seq);
  sqlite3_bind_int64 (s, 2, line->wall_us);
  sqlite3_bind_text (s, 3, line->actor, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 4, line->device, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 5, line->action, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 6, line->sentence, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 7, line->reason, -1, SQLITE_STATIC);
  sqlite3_bind_blob (s, 8, size > 0 ? bytes : "", (int) size, SQLITE_STATIC);
  sqlite3_bind_blob (s, 9, hash, 32, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_DONE);
  sqlite3_finalize (s);
}

sqlite3 *
journal_maker_make (const char *file,
                    int         version)
{
  sqlite3 *db = NULL;
  guint8   hash[32] = { 0 };

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  make_schema (db, version);
  journal_maker_run (db, "PRAGMA foreign_keys = ON");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GBytes) changeset = record (db, lines[i].sql);
      const LecternJournalLine line = {
        .seq = i + 1,
        .wall_us = 1700000000000000 + i,
        .actor = (char *) "console",
        .device = (char *) "",
        .action = (char *) lines[i].action,
        .sentence = (char *) lines[i].sentence,
        .reason = (char *) lines[i].reason,
        .changeset = changeset,
      };

      add_line (db, &line, hash);
    }
  return db;
}

void
journal_maker_pad (sqlite3 *db,
                   guint    last)
{
  g_autofree char *rest = g_strnfill (2000, '.');
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  guint8        hash[32];
  sqlite3_stmt *s = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1", -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  memcpy (hash, sqlite3_column_blob (s, 0), 32);
  sqlite3_finalize (s);
  for (guint seq = G_N_ELEMENTS (lines) + 1; seq <= last; seq++)
    {
      g_autofree char         *sentence = g_strdup_printf ("line %u of many %s", seq, rest);
      const LecternJournalLine line = { .seq = seq, .actor = (char *) "a", .device = (char *) "", .action = (char *) "x", .sentence = sentence, .changeset = nothing };

      add_line (db, &line, hash);
    }
}
