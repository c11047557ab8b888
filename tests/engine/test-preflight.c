/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What was passed over before the evening is kept, taken back, and refused without a reason. */

#include "engine-fixture.h"

#include "lectern-preflight.h"

static LecternAction *
pass (const char *kind,
      gint64      level,
      const char *reason)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_PASS_CHECK);

  action->key = g_strdup (kind);
  action->number = level;
  action->reason = g_strdup (reason);
  return action;
}

/* Why the projector, which is not there, was passed over. */
static char *
get_reason (Fixture *f)
{
  LecternPreflightFacts facts = LECTERN_PREFLIGHT_FACTS_NONE;
  g_autoptr (GPtrArray) items = NULL;

  facts.asked = 1u << LECTERN_CHECK_PROJECTOR;
  facts.projector = LECTERN_TRUTH_NO;
  items = lectern_preflight_list (fixture_contest (f), &facts);
  for (guint i = 0; i < items->len; i++)
    if (((LecternCheckItem *) items->pdata[i])->kind == LECTERN_CHECK_PROJECTOR)
      return g_strdup (((LecternCheckItem *) items->pdata[i])->reason);
  g_assert_not_reached ();
}

static void
test_pass (void)
{
  Fixture          f = { 0 };
  g_autofree char *reason = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, pass ("projector", LECTERN_CHECK_RED, "  礼堂自带大屏 "));
  fixture_do_nothing (&f, pass ("projector", LECTERN_CHECK_RED, "礼堂自带大屏"));
  fixture_reopen (&f);
  reason = get_reason (&f);
  g_assert_cmpstr (reason, ==, "礼堂自带大屏");
  fixture_clear (&f);
}

static void
test_take_back (void)
{
  Fixture          f = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *none = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, pass ("projector", LECTERN_CHECK_RED, "one"));
  fixture_do (&f, pass ("projector", LECTERN_CHECK_RED, "two"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  first = get_reason (&f);
  g_assert_cmpstr (first, ==, "one");
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  none = get_reason (&f);
  g_assert_null (none);
  fixture_clear (&f);
}

static void
test_refused (void)
{
  Fixture f = { 0 };

  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, pass ("projector", LECTERN_CHECK_RED, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, pass ("projector", LECTERN_CHECK_RED, "  "), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, pass ("projector", LECTERN_CHECK_GREEN, "why"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, pass ("projector", LECTERN_NULL, "why"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, pass ("coffee", LECTERN_CHECK_RED, "why"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, pass (NULL, LECTERN_CHECK_RED, "why"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/preflight/pass", test_pass);
  g_test_add_func ("/engine/preflight/take-back", test_take_back);
  g_test_add_func ("/engine/preflight/refused", test_refused);

  return g_test_run ();
}
