/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Setting up: nominees, judges, units, the draw; what is refused changes nothing. */

#include "engine-fixture.h"

#include "lectern-check-in.h"
#include "lectern-programme.h"

static LecternNominee *
make_nominee (const char *unit,
              const char *name)
{
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

  nominee->unit = g_strdup (unit);
  nominee->name = g_strdup (name);
  nominee->title = g_strdup ("题目");
  nominee->party = g_strdup ("probationary");
  nominee->lectures = 1;
  nominee->courseware = g_strdup ("a.pptx");
  return nominee;
}

static LecternAction *
add_nominees (LecternNominee *first,
              LecternNominee *second)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_ADD_NOMINEES);

  lectern_action_add_record (action, first);
  if (second != NULL)
    lectern_action_add_record (action, second);
  return action;
}

static LecternAction *
withdraw (gint64      nominee,
          const char *reason)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_WITHDRAW_NOMINEE, LECTERN_NULL, reason);

  action->nominee = nominee;
  return action;
}

static void
test_nominees (void)
{
  Fixture               f = { NULL };
  LecternAction        *action;
  g_autofree char      *long_name = NULL;
  const LecternNominee *nominee;

  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, add_nominees (make_nominee ("u1", "第三人"), NULL), LECTERN_CONTEST_ERROR_QUOTA);
  fixture_refuse (&f, add_nominees (make_nominee ("nowhere", "某人"), NULL), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, withdraw (1, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_do (&f, withdraw (1, "生病"));
  /* all or none: the second of these is one too many */
  fixture_refuse (&f, add_nominees (make_nominee ("u1", "替补"), make_nominee ("u1", "再替补")), LECTERN_CONTEST_ERROR_QUOTA);
  g_assert_cmpuint (lectern_contest_get_nominees (fixture_contest (&f))->len, ==, 4);
  fixture_do (&f, add_nominees (make_nominee ("u1", "替补"), NULL));
  action = fixture_action (LECTERN_ACTION_RESTORE_NOMINEE);
  action->nominee = 1;
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_QUOTA);
  long_name = g_strnfill (51, 'x');
  fixture_do (&f, withdraw (5, "不来了"));
  fixture_refuse (&f, add_nominees (make_nominee ("u1", long_name), NULL), LECTERN_CONTEST_ERROR_BAD_INPUT);
  action = fixture_action (LECTERN_ACTION_RESTORE_NOMINEE);
  action->nominee = 1;
  fixture_do (&f, action);
  nominee = lectern_contest_get_nominee (fixture_contest (&f), 1);
  g_assert_cmpint (nominee->withdrawn, ==, 0);
  action = fixture_action (LECTERN_ACTION_EDIT_NOMINEE);
  lectern_action_add_record (action, lectern_record_copy (nominee));
  lectern_record_take_string (&((LecternNominee *) action->records->pdata[0])->name, "张䶮");
  fixture_do (&f, action);
  g_assert_cmpstr (lectern_contest_get_nominee (fixture_contest (&f), 1)->name, ==, "张䶮");
  fixture_clear (&f);
}

static LecternAction *
replace (gint64          nominee,
         const char     *reason,
         LecternNominee *substitute)
{
  LecternAction *action = withdraw (nominee, reason);

  lectern_action_add_record (action, substitute);
  return action;
}

/* One goes, another comes, by one act: refused it leaves both as they were, taken back it does too. */
static void
test_substitute (void)
{
  Fixture               f = { NULL };
  g_autofree char      *long_name = g_strnfill (51, 'x');
  const LecternNominee *comes;

  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, replace (1, NULL, make_nominee ("u1", "替补")), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, replace (1, "病", make_nominee ("u1", long_name)), LECTERN_CONTEST_ERROR_BAD_INPUT);
  g_assert_cmpint (lectern_contest_get_nominee (fixture_contest (&f), 1)->withdrawn, ==, 0);
  fixture_do (&f, replace (1, "病，单位来函", make_nominee ("u2", "替补")));
  g_assert_cmpint (lectern_contest_get_nominee (fixture_contest (&f), 1)->withdrawn, ==, 1);
  g_assert_cmpstr (lectern_contest_get_nominee (fixture_contest (&f), 1)->withdrawn_reason, ==, "病，单位来函");
  comes = lectern_contest_get_nominee (fixture_contest (&f), 5);
  g_assert_cmpstr (comes->name, ==, "替补");
  g_assert_cmpstr (comes->unit, ==, "u1"); /* the place is the unit's, whatever was sent */
  fixture_refuse (&f, replace (1, "病", make_nominee ("u1", "再替补")), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  g_assert_null (lectern_contest_get_nominee (fixture_contest (&f), 5));
  g_assert_cmpint (lectern_contest_get_nominee (fixture_contest (&f), 1)->withdrawn, ==, 0);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_refuse (&f, replace (1, "病", make_nominee ("u1", "替补")), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_clear (&f);
}

static LecternAction *
check_in (gint64   nominee,
          gboolean on)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_CHECK_IN);

  action->nominee = nominee;
  action->on = on;
  return action;
}

static void
assert_here (Fixture *f,
             guint    here,
             guint    expected)
{
  guint n_here;
  guint n_expected;

  lectern_check_in_count (fixture_contest (f), &n_here, &n_expected);
  g_assert_cmpuint (n_here, ==, here);
  g_assert_cmpuint (n_expected, ==, expected);
}

static LecternAction *
undo_last (void)
{
  return fixture_action (LECTERN_ACTION_UNDO);
}

static void
test_check_in (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;

  fixture_init (&f, 2, 3, FALSE);
  assert_here (&f, 0, 4);
  fixture_refuse (&f, check_in (77, TRUE), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_do_nothing (&f, check_in (1, FALSE));
  fixture_do (&f, check_in (1, TRUE));
  g_assert_cmpint (lectern_check_in_get_time (fixture_contest (&f), NULL, 1), ==, f.now_us);
  fixture_do_nothing (&f, check_in (1, TRUE));
  fixture_do (&f, check_in (2, TRUE));
  assert_here (&f, 2, 4);
  fixture_do (&f, check_in (2, FALSE));
  assert_here (&f, 1, 4);
  fixture_do (&f, undo_last ());
  assert_here (&f, 2, 4);
  /* who withdraws is neither here nor missing */
  fixture_do (&f, withdraw (2, "病"));
  assert_here (&f, 1, 3);
  fixture_refuse (&f, check_in (2, TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, add_nominees (make_nominee ("u1", "替补"), NULL));
  fixture_do (&f, check_in (5, TRUE));
  assert_here (&f, 2, 4);
  g_assert_true (lectern_check_in_is_missed (fixture_contest (&f), 3));
  g_assert_false (lectern_check_in_is_missed (fixture_contest (&f), 5));
  fixture_reopen (&f);
  assert_here (&f, 2, 4);
  g_assert_true (lectern_engine_verify (f.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&f);
}

/* A registration is not taken back under somebody who has come: his number would be another's. */
static void
test_undo_of_checked_in (void)
{
  Fixture        f = { NULL };
  LecternAction *undo;
  gint64         seq;

  fixture_init (&f, 1, 3, FALSE);
  fixture_do (&f, withdraw (2, "病"));
  fixture_do (&f, add_nominees (make_nominee ("u1", "替补"), NULL));
  seq = lectern_engine_get_seq (f.engine);
  fixture_do (&f, check_in (3, TRUE));
  undo = undo_last ();
  undo->number = seq;
  fixture_refuse (&f, undo, LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, check_in (3, FALSE));
  undo = undo_last ();
  undo->number = seq;
  fixture_do (&f, undo);
  g_assert_null (lectern_contest_get_nominee (fixture_contest (&f), 3));
  fixture_clear (&f);
}

static LecternAction *
edit_judge (gint64      number,
            const char *name,
            gboolean    head)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_EDIT_JUDGE);
  LecternJudge  *judge = lectern_record_new (&lectern_table_judge);

  judge->number = number;
  judge->name = g_strdup (name);
  judge->head = head;
  lectern_action_add_record (action, judge);
  return action;
}

static void
test_judges (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 1, 3, FALSE);
  fixture_refuse (&f, edit_judge (2, "二", TRUE), LECTERN_CONTEST_ERROR_BAD_INPUT); /* two heads */
  fixture_do (&f, edit_judge (1, "一", FALSE));
  fixture_do (&f, edit_judge (2, "二", TRUE));
  fixture_refuse (&f, edit_judge (8, "八", FALSE), LECTERN_CONTEST_ERROR_NOT_FOUND);
  g_assert_cmpint (lectern_contest_get_rules (fixture_contest (&f))->scoring.head_judge, ==, 2);
  fixture_clear (&f);
}

static LecternAction *
draw (const char *seed,
      const char *reason)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DRAW, LECTERN_NULL, reason);

  action->text = g_strdup (seed);
  return action;
}

static char *
describe_order (Fixture *f)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (fixture_contest (f), NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%d:%d ", (int) ((LecternEntry *) entries->pdata[i])->lot, (int) ((LecternEntry *) entries->pdata[i])->nominee);
  return g_string_free (text, FALSE);
}

static void
test_draw (void)
{
  Fixture          f = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  fixture_init (&f, 5, 3, FALSE);
  fixture_do (&f, withdraw (4, "生病"));
  fixture_do (&f, draw ("甲", NULL));
  first = describe_order (&f);
  g_assert_null (strstr (first, ":4 ")); /* who withdrew is not drawn */
  fixture_refuse (&f, draw ("乙", NULL), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_do (&f, draw ("乙", "投影未开"));
  other = describe_order (&f);
  g_assert_cmpstr (first, !=, other);
  fixture_do (&f, draw ("甲", "再来一次"));
  again = describe_order (&f);
  g_assert_cmpstr (first, ==, again);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_refuse (&f, draw ("丙", "太晚"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_refuse (&f, withdraw (1, "太晚"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_clear (&f);
}

static LecternAction *
set_lots (const gint64 *lots,
          guint         n)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SET_LOTS);

  for (guint i = 0; i < n; i++)
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->nominee = i + 1;
      entry->lot = lots[i];
      lectern_action_add_record (action, entry);
    }
  return action;
}

static void
test_lots (void)
{
  static const gint64 twice[] = { 1, 2, 2, 4 };
  static const gint64 beyond[] = { 1, 2, 3, 5 };
  static const gint64 right[] = { 4, 2, 1, 3 };
  Fixture             f = { NULL };
  g_autofree char    *order = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, set_lots (twice, 4), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, set_lots (beyond, 4), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, set_lots (right, 3), LECTERN_CONTEST_ERROR_BAD_INPUT);
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->state, ==, LECTERN_ROUND_SET_UP);
  fixture_do (&f, set_lots (right, 4));
  order = describe_order (&f);
  g_assert_cmpstr (order, ==, "1:3 2:2 3:4 4:1 ");
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->drawn_by_hand, ==, 1);
  fixture_clear (&f);
}

/* More sheets than a score takes can't come about. */
static void
test_large_jury (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  for (gint64 number = 4; number <= 66; number++)
    {
      LecternAction *action = fixture_action (LECTERN_ACTION_ADD_JUDGES);
      LecternJudge  *judge = lectern_record_new (&lectern_table_judge);

      judge->number = number;
      judge->name = g_strdup_printf ("评委%d", (int) number);
      lectern_action_add_record (action, judge);
      if (number <= 64)
        fixture_do (&f, action);
      else
        fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
  g_assert_cmpuint (lectern_contest_get_judges (fixture_contest (&f))->len, ==, 64);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/setup/nominees", test_nominees);
  g_test_add_func ("/engine/setup/large-jury", test_large_jury);
  g_test_add_func ("/engine/setup/substitute", test_substitute);
  g_test_add_func ("/engine/setup/check-in", test_check_in);
  g_test_add_func ("/engine/setup/undo-of-checked-in", test_undo_of_checked_in);
  g_test_add_func ("/engine/setup/judges", test_judges);
  g_test_add_func ("/engine/setup/draw", test_draw);
  g_test_add_func ("/engine/setup/lots", test_lots);
  return g_test_run ();
}
