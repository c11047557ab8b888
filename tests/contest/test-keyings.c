/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Paper sheets keyed by two people: what was keyed is kept and found again, and where the two
 * differ is named with both marks. */

#include "contest-fixture.h"

#include "lectern-keyings.h"

static LecternKeying *
make (const char *marks,
      gint64      pass)
{
  LecternKeying *keying = lectern_record_new (&lectern_table_keying);

  keying->round = g_strdup ("final");
  keying->nominee = 1;
  keying->judge = 2;
  keying->pass = pass;
  keying->marks = g_strdup (marks);
  return keying;
}

static void
test_pack (void)
{
  const char *const keys[] = { "content", "language" };
  const gint64      marks[] = { 30500, 0 };
  g_autofree char  *text = lectern_keying_pack (keys, marks, 2);
  LecternKeying    *keying = make (text, 1);

  g_assert_cmpstr (text, ==, "{\"content\":\"30.5\",\"language\":\"0\"}");
  g_assert_cmpint (lectern_keying_get_mark (keying, "content"), ==, 30500);
  g_assert_cmpint (lectern_keying_get_mark (keying, "language"), ==, 0);
  g_assert_cmpint (lectern_keying_get_mark (keying, "charm"), ==, LECTERN_NULL);
  lectern_record_unref (keying);
}

/* What somebody wrote into the file by hand is no mark, and nothing worse. */
static void
test_unreadable (void)
{
  static const char *const texts[] = { "", "{", "[]", "7", "{}", "{\"content\":\"many\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LecternKeying *keying = make (texts[i], 1);

      g_assert_cmpint (lectern_keying_get_mark (keying, "content"), ==, LECTERN_NULL);
      lectern_record_unref (keying);
    }
}

static void
test_compare (void)
{
  static const struct
  {
    const char *first, *second, *differences;
  } cases[] = {
    { "{\"content\":\"30\",\"language\":\"50\"}", "{\"content\":\"30\",\"language\":\"50\"}", "" },
    { "{\"content\":\"30\",\"language\":\"50\"}", "{\"content\":\"31\",\"language\":\"50\"}", "内容 30 / 31" },
    { "{\"content\":\"30\",\"language\":\"50\"}", "{\"content\":\"3\",\"language\":\"5.5\"}", "内容 30 / 3; 语言 50 / 5.5" },
    { "{\"content\":\"30\"}", "{\"content\":\"30\",\"language\":\"0\"}", "语言 — / 0" },
  };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternKeying   *first = make (cases[i].first, 1);
      LecternKeying   *second = make (cases[i].second, 2);
      g_autofree char *text = lectern_keyings_describe (contest, first, second);

      g_assert_cmpstr (text, ==, cases[i].differences);
      lectern_record_unref (first);
      lectern_record_unref (second);
    }
}

static void
test_find (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, 1);

  fixture_put (contest, make ("{\"content\":\"30\"}", 1));
  g_assert_nonnull (lectern_keyings_find (contest, entry, 2, 1));
  g_assert_null (lectern_keyings_find (contest, entry, 2, 2));
  g_assert_null (lectern_keyings_find (contest, entry, 1, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/keyings/pack", test_pack);
  g_test_add_func ("/contest/keyings/unreadable", test_unreadable);
  g_test_add_func ("/contest/keyings/compare", test_compare);
  g_test_add_func ("/contest/keyings/find", test_find);
  return g_test_run ();
}
