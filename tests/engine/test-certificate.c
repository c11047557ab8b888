/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Designs of certificates as actions: kept with the contest, journalled, taken back, refused. */

#include "engine-fixture.h"

#include "lectern-attach.h"
#include "lectern-certificate-design.h"
#include "lectern-journal-line.h"

static LecternAction *
set_design (const char *award,
            double      width,
            gint64      background)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  LecternAction *action = fixture_action (LECTERN_ACTION_SET_CERTIFICATE);

  design->width = width;
  design->background = background;
  action->key = g_strdup (award);
  action->text = lectern_certificate_design_write (design);
  return action;
}

static double
get_width (Fixture    *f,
           const char *award)
{
  g_autoptr (LecternCertificateDesign) design = lectern_contest_get_certificate_design (fixture_contest (f), award);

  return design->width;
}

static const char *
get_first_award (Fixture *f)
{
  return ((LecternAward *) lectern_contest_get_awards (fixture_contest (f))->pdata[0])->key;
}

static void
test_set (void)
{
  Fixture f = { 0 };

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, set_design (NULL, 300, 0));
  fixture_do (&f, set_design (get_first_award (&f), 310, 0));
  fixture_do_nothing (&f, set_design (NULL, 300, 0));
  fixture_reopen (&f);
  g_assert_cmpfloat (get_width (&f, NULL), ==, 300);
  g_assert_cmpfloat (get_width (&f, get_first_award (&f)), ==, 310);
  fixture_clear (&f);
}

static void
test_take_back (void)
{
  Fixture f = { 0 };

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, set_design (NULL, 300, 0));
  fixture_do (&f, set_design (NULL, 320, 0));
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  g_assert_cmpfloat (get_width (&f, NULL), ==, 300);
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  g_assert_cmpfloat (get_width (&f, NULL), ==, 297);
  g_assert_false (lectern_contest_has_certificate_design (fixture_contest (&f), ""));
  fixture_clear (&f);
}

/* Without a text the award goes back to the common design. */
static void
test_clear (void)
{
  Fixture        f = { 0 };
  LecternAction *action;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, set_design (get_first_award (&f), 310, 0));
  action = fixture_action (LECTERN_ACTION_SET_CERTIFICATE);
  action->key = g_strdup (get_first_award (&f));
  fixture_do (&f, action);
  g_assert_cmpfloat (get_width (&f, get_first_award (&f)), ==, 297);
  fixture_do_nothing (&f, fixture_action (LECTERN_ACTION_SET_CERTIFICATE));
  fixture_clear (&f);
}

static void
test_refused (void)
{
  Fixture        f = { 0 };
  LecternAction *action = fixture_action (LECTERN_ACTION_SET_CERTIFICATE);

  fixture_init (&f, 2, 3, FALSE);
  action->text = g_strdup ("{\"width\":1}");
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, set_design ("no-such-award", 300, 0), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, set_design (NULL, 300, 1), LECTERN_CONTEST_ERROR_NOT_FOUND);
  g_assert_cmpfloat (get_width (&f, NULL), ==, 297);
  fixture_clear (&f);
}

static void
test_picture (void)
{
  Fixture f = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);
  g_autoptr (GError) error = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, lectern_attach_new_action (f.path, lectern_attach_new_record (LECTERN_ROLE_CERTIFICATE, LECTERN_NULL, "stock.png"), NULL, bytes, "test", NULL, &error));
  g_assert_no_error (error);
  fixture_do (&f, set_design (NULL, 300, 1));
  g_assert_cmpfloat (get_width (&f, NULL), ==, 300);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/certificate/set", test_set);
  g_test_add_func ("/engine/certificate/take-back", test_take_back);
  g_test_add_func ("/engine/certificate/clear", test_clear);
  g_test_add_func ("/engine/certificate/refused", test_refused);
  g_test_add_func ("/engine/certificate/picture", test_picture);

  return g_test_run ();
}
