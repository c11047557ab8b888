/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The writer itself: many actions at once, followers, a disk that refuses, a closed file. */

#include "engine-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "lectern-journal-line.h"

static void
assert_same (LecternContest *a,
             LecternContest *b)
{
  for (guint t = 0; lectern_tables[t] != NULL; t++)
    {
      g_autoptr (GPtrArray) rows_a = lectern_contest_list_rows (a, lectern_tables[t]);
      g_autoptr (GPtrArray) rows_b = lectern_contest_list_rows (b, lectern_tables[t]);

      g_assert_cmpuint (rows_a->len, ==, rows_b->len);
      for (guint i = 0; i < rows_a->len; i++)
        g_assert_true (lectern_record_equal (rows_a->pdata[i], rows_b->pdata[i]));
    }
}

/* The follower, the file, and a reader beside agree. */
static void
assert_one_truth (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) on_disk = lectern_engine_read_contest (f->path, &error);

  g_assert_no_error (error);
  assert_same (on_disk, fixture_contest (f));
}

static LecternAction *
blank (gboolean on)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_BLANK);

  action->on = on;
  return action;
}

typedef struct
{
  gint64 last_seq;
  guint  n_done;
} Tally;

static void
on_submitted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Tally *tally = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_submit_finish (LECTERN_ENGINE (source), result, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (outcome->seq, >, tally->last_seq); /* answered in order */
  tally->last_seq = outcome->seq;
  tally->n_done += 1;
}

static void
test_many (void)
{
  Fixture f = { NULL };
  Tally   tally = { 0, 0 };

  fixture_init (&f, 1, 1, FALSE);
  for (guint i = 0; i < 1000; i++)
    lectern_engine_submit (f.engine, blank (i % 2 == 0), on_submitted_cb, &tally);
  while (tally.n_done < 1000)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle (&f);
  assert_one_truth (&f);
  fixture_clear (&f);
}

static void
on_changed_cb (LecternContest *contest,
               LecternChange  *change,
               gpointer        user_data)
{
  *(guint *) user_data += 1;
}

static void
test_follower (void)
{
  Fixture f = { NULL };
  guint   n_changes = 0;
  g_autoptr (LecternFollower) late = NULL;

  fixture_init (&f, 1, 1, FALSE);
  g_signal_connect (fixture_contest (&f), "changed", G_CALLBACK (on_changed_cb), &n_changes);
  fixture_do (&f, blank (TRUE));
  g_assert_cmpuint (n_changes, ==, 1);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_cmpuint (n_changes, ==, 1); /* a refusal is nobody's news */
  late = lectern_follower_new (f.engine);
  assert_same (fixture_contest (&f), lectern_follower_get_contest (late));
  fixture_do (&f, blank (FALSE));
  assert_same (fixture_contest (&f), lectern_follower_get_contest (late));
  g_clear_object (&late);
  fixture_do (&f, blank (TRUE)); /* a follower that went is not missed */
  fixture_clear (&f);
}

/* The file can't grow: refused with a sentence, nothing changed anywhere; then all goes on. */
static void
test_full_disk (void)
{
  Fixture       f = { NULL };
  struct rlimit old, small;
  GStatBuf      buffer;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternAction   *action = fixture_action (LECTERN_ACTION_SHOW_SCENE);
  g_autofree char *wal = NULL;

  fixture_init (&f, 1, 1, FALSE);
  wal = g_strconcat (f.path, "-wal", NULL);
  g_assert_cmpint (stat (wal, &buffer), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = (rlim_t) buffer.st_size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  action->number = 11; /* a notice of half a megabyte */
  action->text = g_strnfill (512 * 1024, 'x');
  outcome = lectern_engine_perform (f.engine, action, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_null (outcome);
  g_assert_nonnull (error);
  g_test_message ("refused with: %s", error->message);
  fixture_settle (&f);
  assert_one_truth (&f);
  fixture_do (&f, blank (TRUE));
  assert_one_truth (&f);
  fixture_clear (&f);
}

static void
test_closed (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;

  fixture_init (&f, 1, 1, FALSE);
  lectern_engine_close (f.engine);
  outcome = lectern_engine_perform (f.engine, blank (TRUE), NULL, &error);
  g_assert_null (outcome);
  g_assert_nonnull (error);
  fixture_clear (&f);
}

static void
test_in_use (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) second = NULL;

  fixture_init (&f, 1, 1, FALSE);
  second = lectern_engine_open (f.path, &error);
  g_assert_null (second);
  g_assert_cmpstr (lectern_engine_error_get_name (error), ==, "in-use");
  fixture_do (&f, blank (TRUE));
  fixture_clear (&f);
}

static void
test_journal (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) lines = NULL;
  LecternAction            *action = blank (TRUE);
  const LecternJournalLine *last;

  fixture_init (&f, 1, 1, FALSE);
  action->reason = g_strdup ("试一试");
  fixture_do (&f, action);
  lines = lectern_engine_read_journal (f.engine, 0, 0, NULL);
  g_assert_cmpuint (lines->len, ==, 4);
  last = lines->pdata[3];
  g_assert_cmpstr (last->action, ==, "blank");
  g_assert_cmpstr (last->actor, ==, "test");
  g_assert_cmpstr (last->reason, ==, "试一试");
  g_assert_cmpint (last->seq, ==, 4);
  fixture_clear (&f);
}

static void
test_backup (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (LecternContest) contest = NULL;

  fixture_init (&f, 2, 3, FALSE);
  copy = g_build_filename (f.folder, "copy.lectern", NULL);
  g_assert_true (lectern_engine_backup (f.engine, copy, &error));
  g_assert_no_error (error);
  contest = lectern_engine_read_contest (copy, &error);
  g_assert_no_error (error);
  assert_same (contest, fixture_contest (&f));
  g_assert_true (lectern_engine_verify (copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (copy), ==, 0);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/engine/many", test_many);
  g_test_add_func ("/engine/engine/follower", test_follower);
  g_test_add_func ("/engine/engine/full-disk", test_full_disk);
  g_test_add_func ("/engine/engine/closed", test_closed);
  g_test_add_func ("/engine/engine/in-use", test_in_use);
  g_test_add_func ("/engine/engine/journal", test_journal);
  g_test_add_func ("/engine/engine/backup", test_backup);
  return g_test_run ();
}
