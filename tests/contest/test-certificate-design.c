/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Designs of certificates as JSON: the built-in ones read, what is written reads back to the same, and
 * every fault is named by its path. */

#include "contest-fixture.h"

#include "lectern-certificate-design.h"
#include "lectern-certificate-place.h"

#include <string.h>

static void
test_built_in (void)
{
  const char *const *keys = lectern_certificate_designs_list ();

  g_assert_cmpuint (g_strv_length ((char **) keys), >=, 2);
  for (guint i = 0; keys[i] != NULL; i++)
    for (guint english = 0; english < 2; english++)
      {
        g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load (keys[i], english ? "en" : "zh");
        g_autoptr (GPtrArray) problems = lectern_certificate_design_check (design);

        g_assert_cmpuint (problems->len, ==, 0);
        g_assert_cmpstr (design->name, !=, "");
        g_assert_true (design->fields[LECTERN_CERTIFICATE_NAME].shown);
        g_assert_true (strstr (design->fields[LECTERN_CERTIFICATE_NAME].wording, "{name}") != NULL);
      }
  g_assert_null (lectern_certificate_design_load ("no-such-design", "zh"));
}

static void
test_round_trip (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (LecternCertificateDesign) read = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  design->shift_x = -1.5;
  design->shift_y = 0.5;
  design->background = 3;
  design->background_printed = FALSE;
  design->serial_first = 41;
  design->fields[LECTERN_CERTIFICATE_DATE].x = 180.37;
  design->fields[LECTERN_CERTIFICATE_DATE].colour = 0x00a1f0;
  lectern_certificate_design_set_wording (design, LECTERN_CERTIFICATE_CLOSING, "“特发”\\此证。");
  first = lectern_certificate_design_write (design);
  read = lectern_certificate_design_parse (first, NULL, &error);
  g_assert_no_error (error);
  second = lectern_certificate_design_write (read);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpfloat (read->shift_x, ==, -1.5);
  g_assert_cmpint (read->background, ==, 3);
  g_assert_false (read->background_printed);
  g_assert_cmpint (read->serial_first, ==, 41);
  g_assert_cmpfloat (read->fields[LECTERN_CERTIFICATE_DATE].x, ==, 180.37);
  g_assert_cmphex (read->fields[LECTERN_CERTIFICATE_DATE].colour, ==, 0x00a1f0);
  g_assert_cmpstr (read->fields[LECTERN_CERTIFICATE_CLOSING].wording, ==, "“特发”\\此证。");
  g_assert_nonnull (strstr (first, "\"x\": 180.37"));
}

/* One change of the text of the program's own design, and the path that is to be named. */
static const struct
{
  const char *from;
  const char *to;
  const char *path;
} faults[] = {
  { "\"width\": 297,", "\"width\": 20,", "width" },
  { "\"width\": 297,", "\"width\": \"297\",", "width" },
  { "\"width\": 297,", "", "width" },
  { "\"lectern_certificate\": 1", "\"lectern_certificate\": 2", "lectern_certificate" },
  { "\"name\": \"", "\"nmae\": \"\", \"name\": \"", "nmae" },
  { "\"kind\": \"braid\"", "\"kind\": \"dragons\"", "border.kind" },
  { "\"colour\": \"#b01e2b\",\n    \"accent\"", "\"colour\": \"red\",\n    \"accent\"", "border.colour" },
  { "\"size\": 28", "\"size\": 1000", "fields.name.size" },
  { "{name} 同志", "{nmae} 同志", "fields.name.wording" },
  { "{name} 同志", "{name 同志", "fields.name.wording" },
  { "\"align\": \"justify\"", "\"align\": \"middle\"", "fields.body.align" },
  { "\"x\": 182,\n      \"y\": 175.5", "\"x\": 220,\n      \"y\": 175.5", "fields.date.width" },
  { "\"x\": 182,\n      \"y\": 175.5", "\"x\": 5,\n      \"y\": 175.5", "fields.date.x" },
  { "\"y\": 175.5", "\"y\": 205", "fields.date.y" },
  { "\"y\": 52,", "\"y\": 0,", "fields.title.y" },
  { "\"shift\": {\n    \"x\": 0", "\"shift\": {\n    \"x\": 0.3", "shift.x" },
  { "\"shift\": {\n    \"x\": 0", "\"shift\": {\n    \"x\": 45", "shift.x" },
  { "\"x\": 41.5,\n    \"y\": 153", "\"x\": 200,\n    \"y\": 153", "code.x" },
  { "\"picture\": null", "\"picture\": 0", "background.picture" },
  { "\"digits\": 3", "\"digits\": 9", "serial.digits" },
  { "\"spread_names\": true", "\"spread_names\": 1", "spread_names" },
  { "在{stem}", "在{stm}", "body_without_theme" },
  { "\"seal\": {\n    \"x\": 200.5", "\"seal\": {\n    \"x\": 280", "seal.x" },
};

static void
test_faults (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autofree char *right = lectern_certificate_design_write (design);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      const char *at = strstr (right, faults[i].from);
      g_autoptr (GString) text = g_string_new (right);
      g_autoptr (GPtrArray) problems = lectern_problems_new ();
      g_autoptr (LecternCertificateDesign) read = NULL;
      g_autoptr (GError) error = NULL;
      gboolean named = FALSE;

      if (at == NULL)
        g_error ("%s is not in %s", faults[i].from, right);
      g_string_erase (text, at - right, (gssize) strlen (faults[i].from));
      g_string_insert (text, at - right, faults[i].to);
      read = lectern_certificate_design_parse (text->str, problems, &error);
      g_assert_null (read);
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
      for (guint p = 0; p < problems->len; p++)
        named |= g_str_equal (((LecternProblem *) problems->pdata[p])->column, faults[i].path);
      if (!named)
        g_error ("%s was not named for %s: %s", faults[i].path, faults[i].to, error->message);
    }
}

static void
test_no_design (void)
{
  static const char *const texts[] = { "", "[]", "7", "{", "{}", "{\"fields\":[]}", "{\"fields\":{\"name\":7}}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_certificate_design_parse (texts[i], NULL, &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
}

static void
put_design (LecternContest *contest,
            const char     *award,
            double          width)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  LecternCertificateRow *row = lectern_record_new (&lectern_table_certificate_design);

  design->width = width;
  row->award = g_strdup (award);
  row->design = lectern_certificate_design_write (design);
  fixture_put (contest, row);
}

static double
get_width (LecternContest *contest,
           const char     *award)
{
  g_autoptr (LecternCertificateDesign) design = lectern_contest_get_certificate_design (contest, award);

  return design->width;
}

/* Its own, else that of all, else the program's. */
static void
test_of_award (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);

  g_assert_cmpfloat (get_width (contest, "first"), ==, 297);
  put_design (contest, "", 300);
  put_design (contest, "first", 310);
  g_assert_cmpfloat (get_width (contest, "first"), ==, 310);
  g_assert_cmpfloat (get_width (contest, "rest"), ==, 300);
  g_assert_cmpfloat (get_width (contest, NULL), ==, 300);
  g_assert_true (lectern_contest_has_certificate_design (contest, "first"));
  g_assert_false (lectern_contest_has_certificate_design (contest, "rest"));
}

/* By hand: where it goes, and where it stops. */
static const struct
{
  const char *name;
  guint       place;
  double      x, y; /* before; y 0: it follows the text before */
  double      right, down;
  double      to_x, to_y;
  gboolean    moved;
  double      width; /* of a text that has all the width, afterwards */
} moves[] = {
  { "on-the-grid", LECTERN_CERTIFICATE_SERIAL, 41.5, 170, 3.1, -2.9, 44.5, 167, TRUE },
  { "onto-the-grid", LECTERN_CERTIFICATE_SERIAL, 41.3, 170.2, 1, 1, 42.5, 171, TRUE },
  { "a-way-it-does-not-move", LECTERN_CERTIFICATE_SERIAL, 41.3, 170.2, 1, 0.2, 42.5, 170.2, TRUE },
  { "too-little", LECTERN_CERTIFICATE_SERIAL, 41.3, 170.2, 0.24, -0.24, 41.3, 170.2, FALSE },
  { "follows-and-is-moved-across", LECTERN_CERTIFICATE_CLOSING, 50, 0, 4, 0, 54, 0, TRUE },
  { "follows-and-is-moved-down", LECTERN_CERTIFICATE_CLOSING, 50, 0, 0, 4, 50, 124, TRUE },
  { "all-the-width-to-the-right", LECTERN_CERTIFICATE_NAME, 36, 100, 20, 0, 56, 100, TRUE, 221 },
  { "centred-to-the-right", LECTERN_CERTIFICATE_TITLE, 36, 100, 20, 0, 76, 100, TRUE, 201 },
  { "centred-to-the-left", LECTERN_CERTIFICATE_TITLE, 36, 100, -20, 0, 36, 100, TRUE, 201 },
  { "flush-right-to-the-left", LECTERN_CERTIFICATE_DATE, 36, 100, -20, 0, 36, 100, TRUE, 221 },
  { "flush-right-to-the-right", LECTERN_CERTIFICATE_DATE, 36, 100, 20, 0, 36, 100, FALSE, 241 },
  { "to-the-left-margin", LECTERN_CERTIFICATE_SERIAL, 60, 170, -200, 0, 36, 170, TRUE },
  { "to-the-upper-margin", LECTERN_CERTIFICATE_SERIAL, 60, 170, 0, -200, 60, 30, TRUE },
  { "off-the-lower-margin", LECTERN_CERTIFICATE_SERIAL, 60, 170, 0, 500, 60, 180, TRUE },
  { "the-seal-to-the-edge", LECTERN_CERTIFICATE_PLACE_SEAL, 220, 100, 500, 0, 252, 100, TRUE },
  { "the-code-not-into-the-seal", LECTERN_CERTIFICATE_PLACE_CODE, 170, 150, 60, 0, 192, 150, TRUE },
  { "the-logo-to-the-edge", LECTERN_CERTIFICATE_PLACE_LOGO, 20, 20, -100, -100, 0, 0, TRUE },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load ("red-gold", "zh");
      double x, y;

      g_test_message ("%s", moves[i].name);
      design->margin_left = 36;
      design->margin_right = 20;
      design->margin_top = 30;
      design->margin_bottom = 30;
      for (guint f = 0; f < LECTERN_CERTIFICATE_N_FIELDS; f++)
        lectern_certificate_design_set_place (design, f, 40, f == LECTERN_CERTIFICATE_CLOSING ? 0 : 100);
      design->fields[moves[i].place % LECTERN_CERTIFICATE_N_FIELDS].width = moves[i].x == 36 ? 241 : 60; /* all between the margins */
      design->fields[LECTERN_CERTIFICATE_TITLE].align = LECTERN_CERTIFICATE_CENTRE;
      design->fields[LECTERN_CERTIFICATE_DATE].align = LECTERN_CERTIFICATE_RIGHT;
      lectern_certificate_design_set_place (design, LECTERN_CERTIFICATE_PLACE_SEAL, 220, 150);
      lectern_certificate_design_set_place (design, LECTERN_CERTIFICATE_PLACE_CODE, 100, 150);
      design->code.width = 28;
      design->logo.shown = TRUE;
      lectern_certificate_design_set_place (design, moves[i].place, moves[i].x, moves[i].y);
      g_assert_true (lectern_certificate_design_move (design, moves[i].place, moves[i].right, moves[i].down, 120) == moves[i].moved);
      lectern_certificate_design_get_place (design, moves[i].place, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, moves[i].to_x, 0.001);
      g_assert_cmpfloat_with_epsilon (y, moves[i].to_y, 0.001);
      if (moves[i].width > 0)
        g_assert_cmpfloat_with_epsilon (design->fields[moves[i].place].width, moves[i].width, 0.001);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contest/certificate-design/built-in", test_built_in);
  g_test_add_func ("/contest/certificate-design/round-trip", test_round_trip);
  g_test_add_func ("/contest/certificate-design/faults", test_faults);
  g_test_add_func ("/contest/certificate-design/no-design", test_no_design);
  g_test_add_func ("/contest/certificate-design/of-award", test_of_award);

  g_test_add_func ("/contest/certificate-design/move", test_move);

  return g_test_run ();
}
