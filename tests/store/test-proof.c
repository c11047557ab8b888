/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The proof against whoever may write the file: every byte of every column of the journal changed
 * in turn, every line dropped, doubled, moved and exchanged, with the old hashes and with hashes
 * made anew. Each is found, and the place named. */

#include "journal-maker.h"

#include <string.h>

/* The contest in memory, without what keeps honest programs from changing the journal. */
typedef struct
{
  LecternStore store;
  guint        n;
  guint        n_cases;
} Bench;

static void
bench_init (Bench *bench)
{
  *bench = (Bench){ .store = { .path = (char *) "proof", .lock = -1 } };
  bench->store.db = journal_maker_make (":memory:", LECTERN_STORE_VERSION);
  bench->n = journal_maker_count_lines ();
  journal_maker_run (bench->store.db, "DROP TRIGGER journal_append_only_update; DROP TRIGGER journal_append_only_delete; PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
}

static void
bench_clear (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%u cases", bench->n_cases);
  g_assert_cmpuint (bench->n_cases, >, 10);
  /* Each case put the file back, or what follows would prove nothing. */
  g_assert_true (lectern_store_prove (&bench->store, NULL, &error));
  g_assert_no_error (error);
  sqlite3_close (bench->store.db);
}

static gboolean
try_sql (Bench      *bench,
         const char *sql)
{
  return sqlite3_exec (bench->store.db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Refused, with "line N" in the sentence; 0: whatever the place. */
static void
assert_found (Bench      *bench,
              guint       line,
              const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("line %u", line);

  bench->n_cases++;
  if (lectern_store_prove (&bench->store, NULL, &error))
    g_error ("not found: %s", what);
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_UNPROVEN);
  if (line > 0 && (strstr (error->message, place) == NULL || g_ascii_isdigit (strstr (error->message, place)[strlen (place)])))
    g_error ("%s: the place is not named: %s", what, error->message);
  if (line == 0 && strstr (error->message, "ournal ") == NULL && strchr (error->message, '(') == NULL)
    g_error ("%s: no place is named: %s", what, error->message);
}

static void
test_whole (void)
{
  Bench  bench;
  gint64 n = 0;
  g_autoptr (GError) error = NULL;

  bench_init (&bench);
  g_assert_true (lectern_store_prove (&bench.store, &n, &error));
  g_assert_cmpint (n, ==, bench.n);
  bench.n_cases = 100;
  bench_clear (&bench);
}

/* Bytes ---------------------------------------------------------------------------------------- */

static GBytes *
read_value (Bench      *bench,
            guint       seq,
            const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM journal WHERE seq = %u", column, seq);
  sqlite3_stmt    *s = NULL;
  GBytes          *value = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (bench->store.db, sql, -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  if (sqlite3_column_type (s, 0) != SQLITE_NULL)
    value = g_bytes_new (sqlite3_column_blob (s, 0), (gsize) sqlite3_column_bytes (s, 0));
  sqlite3_finalize (s);
  return value;
}

static void
write_value (Bench      *bench,
             guint       seq,
             const char *column,
             GBytes     *value,
             gboolean    text)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE journal SET %s = ? WHERE seq = %u", column, seq);
  sqlite3_stmt    *s = NULL;
  gsize            size = 0;
  gconstpointer    bytes = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (bench->store.db, sql, -1, &s, NULL), ==, SQLITE_OK);
  if (value != NULL && text)
    sqlite3_bind_text (s, 1, size > 0 ? bytes : "", (int) size, SQLITE_STATIC);
  else if (value != NULL)
    sqlite3_bind_blob (s, 1, size > 0 ? bytes : "", (int) size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_DONE);
  sqlite3_finalize (s);
}

static void
try_value (Bench      *bench,
           guint       seq,
           const char *column,
           GBytes     *value,
           gboolean    text,
           GBytes     *old)
{
  g_autofree char *what = g_strdup_printf ("line %u, %s", seq, column);

  write_value (bench, seq, column, value, text);
  assert_found (bench, seq, what);
  write_value (bench, seq, column, old, text);
}

/* Each byte, one less, one more, one that is hidden behind a zero, and none at all. */
static void
flip_bytes (Bench      *bench,
            guint       seq,
            const char *column,
            gboolean    text)
{
  g_autoptr (GBytes) old = read_value (bench, seq, column);
  gsize              size = 0;
  const guint8      *bytes = old != NULL ? g_bytes_get_data (old, &size) : NULL;
  g_autofree guint8 *changed = g_malloc0 (size + 2);
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) value = NULL;

      memcpy (changed, bytes, size);
      changed[i] ^= text ? 0x01 : 0x10;
      value = g_bytes_new (changed, size);
      try_value (bench, seq, column, value, text, old);
    }
  if (size > 0)
    {
      g_autoptr (GBytes) shorter = g_bytes_new (bytes, size - 1);

      memcpy (changed, bytes, size);
      try_value (bench, seq, column, shorter, text, old);
    }
  changed[size] = text ? 0 : 1;
  changed[size + 1] = 'x';
  longer = g_bytes_new (changed, size + 2);
  try_value (bench, seq, column, longer, text, old);
  if (old == NULL)
    try_value (bench, seq, column, empty, text, old); /* "" is not NULL */
}

static void
test_bytes (void)
{
  static const char *const texts[] = { "actor", "device", "action", "sentence", "reason" };
  static const char *const blobs[] = { "changeset", "hash" };
  Bench                    bench;

  bench_init (&bench);
  journal_maker_run (bench.store.db, "BEGIN");
  for (guint seq = 1; seq <= bench.n; seq++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        flip_bytes (&bench, seq, texts[i], TRUE);
      for (guint i = 0; i < G_N_ELEMENTS (blobs); i++)
        flip_bytes (&bench, seq, blobs[i], FALSE);
    }
  bench_clear (&bench);
}

/* The bytes of the numbers. A line whose number is another one is missing at its place. */
static void
test_numbers (void)
{
  Bench bench;

  bench_init (&bench);
  for (guint seq = 1; seq <= bench.n; seq++)
    for (guint byte = 0; byte < 8; byte++)
      {
        gint64           bit = (gint64) ((guint64) 0x40 << (8 * byte));
        gboolean         last = byte == 7;
        g_autofree char *moment = g_strdup_printf ("UPDATE journal SET wall_us = (wall_us | %" G_GINT64_FORMAT ") - (wall_us & %" G_GINT64_FORMAT ") WHERE seq = %u", bit, bit, seq);
        g_autofree char *number = g_strdup_printf ("UPDATE journal SET seq = seq | %" G_GINT64_FORMAT " WHERE seq = %u", last ? G_MININT64 : bit, seq);

        for (guint i = 0; i < 2; i++)
          {
            journal_maker_run (bench.store.db, "BEGIN");
            journal_maker_run (bench.store.db, i == 0 ? moment : number);
            /* Below zero it comes before the first. */
            assert_found (&bench, i == 1 && last ? 1 : seq, i == 0 ? moment : number);
            journal_maker_run (bench.store.db, "ROLLBACK");
          }
      }
  bench_clear (&bench);
}

/* Lines ---------------------------------------------------------------------------------------- */

/* Whoever knows how the chain is made makes it anew over what is there now. */
static void
make_chain_anew (Bench *bench)
{
  g_autoptr (GPtrArray) lines = lectern_store_read_journal (&bench->store, 0, 0, NULL);
  guint8 hash[32] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (LecternJournalLine) line = lectern_store_read_line (&bench->store, ((LecternJournalLine *) lines->pdata[i])->seq, NULL);
      g_autoptr (GBytes) value = NULL;

      lectern_journal_hash (line, hash, hash);
      value = g_bytes_new (hash, 32);
      write_value (bench, (guint) line->seq, "hash", value, FALSE);
    }
}

/* @line is where the old chain breaks; a new chain is whole, and the replay or the rows are not. */
static void
try_lines (Bench      *bench,
           const char *sql,
           guint       line,
           gboolean    anew)
{
  journal_maker_run (bench->store.db, "BEGIN");
  if (!try_sql (bench, sql))
    g_error ("%s: %s", sqlite3_errmsg (bench->store.db), sql);
  if (anew)
    make_chain_anew (bench);
  assert_found (bench, anew ? 0 : line, sql);
  journal_maker_run (bench->store.db, "ROLLBACK");
}

/* Without the last line the chain is whole, and the rows know more than it. */
static void
test_dropped (void)
{
  Bench bench;

  bench_init (&bench);
  for (guint seq = 1; seq <= bench.n; seq++)
    for (guint renumbered = 0; renumbered < 2; renumbered++)
      for (guint anew = 0; anew < 2; anew++)
        {
          g_autofree char *sql = g_strdup_printf ("DELETE FROM journal WHERE seq = %u; %s", seq, renumbered ? "" : "SELECT 1");
          g_autofree char *all = g_strdup_printf ("%s; UPDATE journal SET seq = -(seq - 1) WHERE seq > %u; UPDATE journal SET seq = -seq WHERE seq < 0", sql, seq);

          try_lines (&bench, renumbered ? all : sql, seq == bench.n ? 0 : seq, anew);
        }
  for (guint left = 1; left < bench.n; left++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM journal WHERE seq > %u", left);

      try_lines (&bench, sql, 0, FALSE);
    }
  try_lines (&bench, "DELETE FROM journal", 0, FALSE);
  bench_clear (&bench);
}

static void
test_doubled (void)
{
  Bench bench;

  bench_init (&bench);
  for (guint seq = 1; seq <= bench.n; seq++)
    for (guint anew = 0; anew < 2; anew++)
      {
        g_autofree char *beside = g_strdup_printf ("UPDATE journal SET seq = -(seq + 1) WHERE seq > %u; UPDATE journal SET seq = -seq WHERE seq < 0;"
                                                   "INSERT INTO journal SELECT seq + 1, wall_us, actor, device, action, sentence, reason, changeset, hash FROM journal WHERE seq = %u",
                                                   seq,
                                                   seq);
        g_autofree char *last = g_strdup_printf ("INSERT INTO journal SELECT %u, wall_us, actor, device, action, sentence, reason, changeset, hash FROM journal WHERE seq = %u", bench.n + 1, seq);

        try_lines (&bench, beside, seq + 1, anew);
        try_lines (&bench, last, bench.n + 1, anew);
      }
  bench_clear (&bench);
}

/* To every other place; and every two exchanged. */
static void
test_moved (void)
{
  Bench bench;

  bench_init (&bench);
  for (guint from = 1; from <= bench.n; from++)
    for (guint to = 1; to <= bench.n; to++)
      {
        g_autofree char *moved = g_strdup_printf ("UPDATE journal SET seq = -1000 WHERE seq = %1$u;"
                                                  "UPDATE journal SET seq = -(seq - 1) WHERE seq > %1$u; UPDATE journal SET seq = -seq WHERE seq < 0 AND seq > -1000;"
                                                  "UPDATE journal SET seq = -(seq + 1) WHERE seq >= %2$u; UPDATE journal SET seq = -seq WHERE seq < 0 AND seq > -1000;"
                                                  "UPDATE journal SET seq = %2$u WHERE seq = -1000",
                                                  from,
                                                  to);
        g_autofree char *exchanged = g_strdup_printf ("UPDATE journal SET seq = -1000 WHERE seq = %1$u; UPDATE journal SET seq = %1$u WHERE seq = %2$u; UPDATE journal SET seq = %2$u WHERE seq = -1000", from, to);

        if (from == to)
          continue;
        try_lines (&bench, moved, MIN (from, to), FALSE);
        try_lines (&bench, exchanged, MIN (from, to), FALSE);
      }
  bench_clear (&bench);
}

/* A byte nobody sees, behind a zero, in a row. */
static void
test_hidden (void)
{
  static const char *const hidden[] = {
    "UPDATE nominee SET name = name || char (0) || 'x' WHERE id = 1",
    "UPDATE contest SET place = char (0)",
    "UPDATE result SET final = final || char (0) WHERE nominee = 1",
  };
  Bench bench;

  bench_init (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    try_lines (&bench, hidden[i], 0, FALSE);
  bench.n_cases += 10;
  bench_clear (&bench);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/proof/whole", test_whole);
  g_test_add_func ("/store/proof/bytes", test_bytes);
  g_test_add_func ("/store/proof/numbers", test_numbers);
  g_test_add_func ("/store/proof/dropped", test_dropped);
  g_test_add_func ("/store/proof/doubled", test_doubled);
  g_test_add_func ("/store/proof/moved", test_moved);
  g_test_add_func ("/store/proof/hidden", test_hidden);
  return g_test_run ();
}
