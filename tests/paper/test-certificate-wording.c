/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words of a certificate, derived from titles as contests write them. */

#include "lectern-certificate.h"
#include "lectern-certificate-wording.h"
#include "lectern-paper-words.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *title;
  const char *theme;
  const char *award;
  const char *body;
} Wording;

static const Wording wordings[] = {
  { "jiaozuo", "焦作市2018年度微型党课十佳宣讲员评选", "弘扬焦裕禄精神 争做出彩焦作人", "十佳宣讲员",
    "在焦作市“弘扬焦裕禄精神 争做出彩焦作人”微型党课比赛中成绩突出，被评为“焦作市2018年度微型党课十佳宣讲员”。" },
  { "jiaozuo-as-contest", "焦作市2018年度微型党课比赛", "弘扬焦裕禄精神 争做出彩焦作人", "十佳宣讲员",
    "在焦作市“弘扬焦裕禄精神 争做出彩焦作人”微型党课比赛中成绩突出，被评为“焦作市2018年度微型党课十佳宣讲员”。" },
  { "merit", "焦作市2018年度微型党课十佳宣讲员评选", "弘扬焦裕禄精神 争做出彩焦作人", "优秀奖",
    "在焦作市“弘扬焦裕禄精神 争做出彩焦作人”微型党课比赛中成绩突出，荣获“焦作市2018年度微型党课优秀奖”。" },
  { "no-theme", "焦作市2018年度微型党课比赛", "", "十佳宣讲员",
    "在焦作市2018年度微型党课比赛中成绩突出，被评为“焦作市2018年度微型党课十佳宣讲员”。" },
  { "no-year", "修武县理论宣讲大赛", "学思践悟", "一等奖",
    "在“学思践悟”修武县理论宣讲大赛中成绩突出，荣获“修武县理论宣讲一等奖”。" },
  { "year-without-du", "温县2019年演讲竞赛", "青春", "优秀奖",
    "在温县“青春”演讲竞赛中成绩突出，荣获“温县2019年演讲优秀奖”。" },
};

static LecternContest *
make_contest (const char *title,
              const char *theme)
{
  static const char *const awards[] = { "十佳宣讲员", "优秀奖", "一等奖" };
  LecternContest          *contest = lectern_contest_new ();
  LecternContestRecord    *record = lectern_record_new (&lectern_table_contest);
  g_autoptr (LecternChange) change = lectern_change_new ();

  record->id = 1;
  record->title = g_strdup (title);
  record->theme = g_strdup (theme);
  record->organisers = g_strdup ("[\"甲\", \"乙\"]");
  record->date = g_strdup ("2018-09-14");
  record->language = g_strdup ("zh");
  lectern_change_put (change, record);
  for (guint i = 0; i < G_N_ELEMENTS (awards); i++)
    {
      LecternAward *award = lectern_record_new (&lectern_table_award);

      award->key = g_strdup (awards[i]);
      award->position = i;
      award->name = g_strdup (awards[i]);
      lectern_change_put (change, award);
    }
  lectern_contest_apply (contest, change);

  return contest;
}

static const LecternAward *
find_award (LecternContest *contest,
            const char     *name)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);

  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);

      if (g_str_equal (award->name, name))
        return award;
    }

  g_assert_not_reached ();
}

static void
test_body (gconstpointer data)
{
  const Wording *wording = data;
  g_autoptr (LecternContest) contest = make_contest (wording->title, wording->theme);
  g_autoptr (GHashTable) words = lectern_certificate_words_new (contest, find_award (contest, wording->award));
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  const char *template = *wording->theme != '\0' ? design->fields[LECTERN_CERTIFICATE_BODY].wording : design->body_without_theme;
  g_autofree char *body = lectern_certificate_fill (template, NULL, words);

  g_assert_cmpstr (body, ==, wording->body);
}

static void
test_fields (void)
{
  g_autoptr (LecternContest) contest = make_contest ("焦作市2018年度微型党课比赛", "主题");
  g_autoptr (GHashTable) words = lectern_certificate_words_new (contest, find_award (contest, "优秀奖"));
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;

  g_hash_table_insert (own, (gpointer) "name", (gpointer) "马晓𬱖");
  text = lectern_certificate_fill ("{name}|{issuers}|{date}|{year}|{nothing}|{open", own, words);
  g_assert_cmpstr (text, ==, "马晓𬱖|甲\n乙|二〇一八年九月|2018||{open");
  g_assert_true (lectern_certificate_uses ("致{name}", own));
  g_assert_false (lectern_certificate_uses ("致{names}", own));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *language;
    const char *date;
    const char *words;
    const char *figures;
  } dates[] = {
    { "zh", "2018-09-14", "二〇一八年九月", "2018年9月14日" },
    { "zh", "2020-12-01", "二〇二〇年十二月", "2020年12月1日" },
    { "zh", "2030-10-31", "二〇三〇年十月", "2030年10月31日" },
    { "en", "2018-09-04", "4 September 2018", "4 September 2018" },
    { "zh", "2018-02-30", NULL, "2018-02-30" },
    { "zh", "", NULL, "" },
    { "zh", NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *words = lectern_paper_date_in_words (dates[i].language, dates[i].date);
      g_autofree char *figures = lectern_paper_date_in_figures (dates[i].language, dates[i].date);

      g_assert_cmpstr (words, ==, dates[i].words);
      g_assert_cmpstr (figures, ==, dates[i].figures);
    }
}

/* Both languages have every phrase, with the same number of blanks to fill. */
static void
test_phrases (void)
{
  for (guint i = 0; i < LECTERN_N_WORDS; i++)
    {
      const char *chinese = lectern_paper_word ("zh", i);
      const char *english = lectern_paper_word ("en", i);

      g_assert_nonnull (chinese);
      g_assert_nonnull (english);
      if (i != LECTERN_WORD_DATE_BLANK)
        {
          g_auto (GStrv) left = g_regex_split_simple ("%([0-9]\\$)?s", chinese, 0, 0);
          g_auto (GStrv) right = g_regex_split_simple ("%([0-9]\\$)?s", english, 0, 0);

          g_assert_cmpstr (chinese, !=, "");
          g_assert_cmpstr (english, !=, "");
          g_assert_cmpuint (strstr (chinese, "%s") != NULL, ==, g_strv_length (right) > 1);
          g_assert_cmpuint (g_strv_length (left) > 1, ==, g_strv_length (right) > 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/certificate-wording/body/", wordings[i].name, NULL);

      g_test_add_data_func (path, &wordings[i], test_body);
    }
  g_test_add_func ("/paper/certificate-wording/fields", test_fields);
  g_test_add_func ("/paper/certificate-wording/dates", test_dates);
  g_test_add_func ("/paper/certificate-wording/phrases", test_phrases);

  return g_test_run ();
}
