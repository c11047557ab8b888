/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Whose file it is, by names as units write them. */

#include <string.h>

#include "lectern-file-match.h"

static void
add_nominee (LecternChange *change,
             gint64         id,
             const char    *unit,
             const char    *name,
             gboolean       withdrawn)
{
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

  nominee->id = id;
  nominee->unit = g_strdup (unit);
  nominee->name = g_strdup (name);
  nominee->withdrawn = withdrawn;
  lectern_change_put (change, nominee);
}

static void
add_unit (LecternChange *change,
          gint64         position,
          const char    *key,
          const char    *name)
{
  LecternUnit *unit = lectern_record_new (&lectern_table_unit);

  unit->key = g_strdup (key);
  unit->position = position;
  unit->name = g_strdup (name);
  unit->full_name = g_strdup_printf ("%s委宣传部", name);
  unit->active = 1;
  lectern_change_put (change, unit);
}

static LecternContest *
make_contest (void)
{
  LecternContest *contest = lectern_contest_new ();
  g_autoptr (LecternChange) change = lectern_change_new ();

  add_unit (change, 0, "jiefang", "解放区");
  add_unit (change, 1, "macun", "马村区");
  add_nominee (change, 1, "jiefang", "王韦", FALSE);
  add_nominee (change, 2, "jiefang", "王韦娜", FALSE);
  add_nominee (change, 3, "macun", "陈静", FALSE);
  add_nominee (change, 4, "jiefang", "陈静", FALSE);
  add_nominee (change, 5, "macun", "阿依古丽·买买提", FALSE);
  add_nominee (change, 6, "macun", "李 明", FALSE);
  add_nominee (change, 7, "macun", "赵走", TRUE);
  lectern_contest_apply (contest, change);
  return contest;
}

static const struct
{
  const char *name;
  gint64      id; /* 0: nobody, -1: several */
  LecternRole role;
} cases[] = {
  { "解放区_王韦_一把旧藤椅的分量.pptx", 1, LECTERN_ROLE_COURSEWARE },
  { "王韦.jpg", 1, LECTERN_ROLE_PHOTO },
  { "王韦.JPEG", 1, LECTERN_ROLE_PHOTO },
  { "王韦 照片.png", 1, LECTERN_ROLE_PHOTO },
  { "王韦-课件.jpg", 1, LECTERN_ROLE_COURSEWARE },
  { "王韦娜.pdf", 2, LECTERN_ROLE_COURSEWARE },           /* a name by itself comes before one inside another */
  { "解放区王韦的课件.pdf", 1, LECTERN_ROLE_COURSEWARE }, /* inside, and only one of them is */
  { "解放区王韦娜的课件.pdf", -1, LECTERN_ROLE_COURSEWARE },
  { "陈静.pdf", -1, LECTERN_ROLE_COURSEWARE },
  { "马村区_陈静.pdf", 3, LECTERN_ROLE_COURSEWARE },
  { "解放区委宣传部-陈静-题目.pdf", 4, LECTERN_ROLE_COURSEWARE },
  { "（马村区）陈静《题目》.mp4", 3, LECTERN_ROLE_COURSEWARE },
  { "阿依古丽买买提.pdf", 5, LECTERN_ROLE_COURSEWARE },
  { "马村区-阿依古丽·买买提-题目.pdf", 5, LECTERN_ROLE_COURSEWARE },
  { "马村区 李 明.pdf", 6, LECTERN_ROLE_COURSEWARE },
  { "马村区_李明.pdf", 6, LECTERN_ROLE_COURSEWARE },
  { "赵走.pdf", 0, LECTERN_ROLE_COURSEWARE },
  { "报名表.docx", 0, LECTERN_ROLE_COURSEWARE },
  { ".jpg", 0, LECTERN_ROLE_COURSEWARE },
  { "", 0, LECTERN_ROLE_COURSEWARE },
};

static void
test_match (void)
{
  g_autoptr (LecternContest) contest = make_contest ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternRole           role;
      g_autofree char      *why = NULL;
      const LecternNominee *nominee = lectern_file_match (contest, cases[i].name, &role, &why);
      gint64                id = nominee != NULL ? nominee->id : why != NULL && strstr (why, "More than one") != NULL ? -1
                                                                                                                      : 0;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (id, ==, cases[i].id);
      g_assert_cmpint (role, ==, cases[i].role);
      g_assert_true ((nominee == NULL) == (why != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/file-match/names", test_match);
  return g_test_run ();
}
