/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of every paper, in both languages of a contest, for looking at: `shots-papers FOLDER [NAME …]`
 * writes PNG files through the cairo painter and the PDF files beside them; of those papers, or of all. */

#include "lectern-paper.h"
#include "paper-fixture.h"

#include <locale.h>

#define DPI 110.0

/* Wall time of the printing in the pictures, 2018-09-14 09:32 UTC. */
#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)

typedef struct
{
  const char *name;
  const char *language;
  guint       n_judges;
  gboolean    rehearsal;
  const char *report; /* NULL: certificates */
  const char *award;
  gboolean    overprint;
  void (*prepare) (LecternContest *contest); /* NULL: the contest as it is */
  LecternPaperOptions options;
  const char         *design; /* certificates: a built-in one; NULL: the contest's own */
  gboolean            signed_ones;
} Shot;

static void
close_in_trouble (LecternContest *contest)
{
  paper_contest_trouble (contest);
  paper_contest_rename (contest, 21, "阿卜杜热合曼·吐尔逊买买提·阿卜杜拉江·努尔麦麦提·玉素甫");
  paper_contest_tie (contest, 1, 2, TRUE);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 2, "李操作", "王复核");
}

static void
close_well (LecternContest *contest)
{
  paper_contest_tie (contest, 1, 2, TRUE);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 1, "李操作", "王复核");
}

static void
set_up (LecternContest *contest)
{
  paper_contest_set_back (contest, FALSE);
}

static void
reopen_in_trouble (LecternContest *contest)
{
  paper_contest_trouble (contest);
  paper_contest_set_round (contest, LECTERN_ROUND_RUNNING, 1, "李操作", "王复核");
}

static void
finish_semi (LecternContest *contest)
{
  paper_contest_add_final (contest, 13);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 1, "李操作", "王复核");
}

static void
give_codes (LecternContest *contest)
{
  paper_contest_give_codes (contest, 3);
}

static void
fill_annexes (LecternContest *contest)
{
  paper_contest_fill_annexes (contest, 60);
}

#define FINGERPRINT "sha256:1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff"
static const char *const addresses[] = { "https://192.168.1.20:8443", "https://10.0.0.5:8443", NULL };

/* clang-format off */
static const Shot shots[] = {
  { "certificate-zh", "zh", 9, FALSE, NULL, NULL, FALSE },
  { "certificate-en", "en", 9, FALSE, NULL, NULL, FALSE },
  { "certificate-signed-zh", "zh", 9, FALSE, NULL, NULL, FALSE, close_in_trouble, { 0 }, "red-gold", TRUE },
  { "certificate-signed-en", "en", 9, FALSE, NULL, NULL, FALSE, close_in_trouble, { 0 }, "red-gold", TRUE },
  { "certificate-plain-zh", "zh", 9, FALSE, NULL, NULL, FALSE, close_in_trouble, { 0 }, "plain", TRUE },
  { "certificate-plain-en", "en", 9, FALSE, NULL, NULL, FALSE, close_in_trouble, { 0 }, "plain", TRUE },
  { "certificate-plain-draft-zh", "zh", 9, FALSE, NULL, "merit", FALSE, NULL, { 0 }, "plain", FALSE },
  { "certificate-lines-zh", "zh", 9, FALSE, NULL, NULL, FALSE, close_in_trouble, { 0 }, "lines", TRUE },
  { "certificate-ruler-zh", "zh", 9, FALSE, "ruler", NULL, TRUE },
  { "certificate-ruler-en", "en", 9, FALSE, "ruler", NULL, TRUE },
  { "certificate-merit-zh", "zh", 9, FALSE, NULL, "merit", FALSE },
  { "certificate-rehearsal-zh", "zh", 9, TRUE, NULL, NULL, FALSE },
  { "certificate-overprint-zh", "zh", 9, FALSE, NULL, NULL, TRUE },
  { "summary-zh", "zh", 9, FALSE, "summary", NULL, FALSE },
  { "summary-signed-zh", "zh", 9, FALSE, "summary", NULL, FALSE, close_well, { .signing_key = "21fe 31df a154 a261" } },
  { "summary-en", "en", 9, FALSE, "summary", NULL, FALSE },
  { "summary-15-judges-zh", "zh", 15, FALSE, "summary", NULL, FALSE },
  { "summary-rehearsal-en", "en", 7, TRUE, "summary", NULL, FALSE },
  { "summary-trouble-zh", "zh", 9, FALSE, "summary", NULL, FALSE, close_in_trouble, { 0 } },
  { "summary-reopened-en", "en", 15, FALSE, "summary", NULL, FALSE, reopen_in_trouble, { 0 } },
  { "summary-semi-zh", "zh", 9, FALSE, "summary", NULL, FALSE, finish_semi, { .signing_key = "21fe 31df a154 a261" } },
  { "notice-semi-en", "en", 9, FALSE, "notice", NULL, FALSE, finish_semi, { .days = 5, .signing_key = "21fe 31df a154 a261" } },
  { "sheets-zh", "zh", 9, FALSE, "sheets", NULL, FALSE, close_in_trouble, { 0 } },
  { "sheets-en", "en", 9, FALSE, "sheets", NULL, FALSE, reopen_in_trouble, { 0 } },
  { "sheets-15-judges-zh", "zh", 15, FALSE, "sheets", NULL, FALSE, close_in_trouble, { 0 } },
  { "sheets-3-judges-zh", "zh", 3, FALSE, "sheets", NULL, FALSE, NULL, { 0 } },
  { "sheets-judge-zh", "zh", 9, FALSE, "sheets", NULL, FALSE, close_in_trouble, { .judge = 1 } },
  { "sheets-judge-en", "en", 9, TRUE, "sheets", NULL, FALSE, reopen_in_trouble, { .by_judge = TRUE } },
  { "blank-sheets-zh", "zh", 9, FALSE, "blank-sheets", NULL, FALSE, paper_contest_trouble, { 0 } },
  { "blank-sheets-undrawn-en", "en", 9, TRUE, "blank-sheets", NULL, FALSE, set_up, { .judge = 4 } },
  { "agreement-zh", "zh", 9, FALSE, "agreement", NULL, FALSE, close_in_trouble, { 0 } },
  { "agreement-en", "en", 3, FALSE, "agreement", NULL, FALSE, NULL, { 0 } },
  { "notice-zh", "zh", 9, FALSE, "notice", NULL, FALSE, close_in_trouble, { .days = 5 } },
  { "notice-en", "en", 9, FALSE, "notice", NULL, FALSE, reopen_in_trouble, { 0 } },
  { "cards-zh", "zh", 9, FALSE, "cards", NULL, FALSE, give_codes, { .addresses = addresses, .fingerprint = FINGERPRINT } },
  { "cards-en", "en", 9, FALSE, "cards", NULL, FALSE, give_codes, { .addresses = addresses, .fingerprint = FINGERPRINT } },
  { "cards-rehearsal-zh", "zh", 3, TRUE, "cards", NULL, FALSE, give_codes, { .addresses = addresses, .fingerprint = FINGERPRINT } },
  { "entry-list-zh", "zh", 9, FALSE, "entry-list", NULL, FALSE },
  { "entry-list-en", "en", 9, FALSE, "entry-list", NULL, FALSE },
  { "entry-list-office-zh", "zh", 9, FALSE, "entry-list", NULL, FALSE, NULL, { .office = TRUE } },
  { "entry-list-office-en", "en", 9, FALSE, "entry-list", NULL, FALSE, NULL, { .office = TRUE } },
  { "activity-zh", "zh", 9, FALSE, "activity", NULL, FALSE, fill_annexes, { 0 } },
  { "activity-en", "en", 9, FALSE, "activity", NULL, FALSE, fill_annexes, { 0 } },
  { "pool-zh", "zh", 9, FALSE, "pool", NULL, FALSE, fill_annexes, { 0 } },
  { "pool-office-en", "en", 9, FALSE, "pool", NULL, FALSE, fill_annexes, { .office = TRUE } },
  { "running-order-zh", "zh", 9, FALSE, "running-order", NULL, FALSE },
  { "running-order-en", "en", 9, FALSE, "running-order", NULL, FALSE },
};
/* clang-format on */

/* A code of the length a signed one has. */
static char *
make_code (const char *name,
           const char *serial,
           gpointer    data)
{
  g_autofree char *signature = g_strnfill (129, 'q');

  return g_strdup_printf ("LC1\n焦作市2018年度微型党课十佳宣讲员评选\n十佳宣讲员\n%s\n%s\n%s", name, serial, signature);
}

static LecternDocument *
make_certificates (const Shot           *shot,
                   LecternContest       *contest,
                   const LecternRanking *ranking,
                   GError              **error)
{
  gboolean lines = g_strcmp0 (shot->design, "lines") == 0;
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load (shot->design == NULL || lines ? "red-gold" : shot->design, shot->language);
  LecternCertificateOrder order = { .award = shot->award, .design = design, .run.overprint = shot->overprint, .run.sign = shot->signed_ones ? make_code : NULL };

  if (lines)
    design->border = LECTERN_CERTIFICATE_LINES;
  if (g_strcmp0 (shot->report, "ruler") == 0)
    return lectern_certificates_ruler_new (design, shot->language, error);

  return lectern_certificates_new_with (contest, ranking, &order, error);
}

static LecternDocument *
make_document (const Shot *shot,
               GError    **error)
{
  g_autoptr (LecternContest) contest = paper_contest_new (shot->language, shot->n_judges, shot->rehearsal, TRUE);
  g_autoptr (LecternRanking) ranking = NULL;
  LecternPaperKind kind;

  if (shot->prepare != NULL)
    shot->prepare (contest);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  if (shot->report == NULL || g_str_equal (shot->report, "ruler"))
    return make_certificates (shot, contest, ranking, error);
  if (!lectern_paper_kind_from_name (shot->report, &kind))
    g_assert_not_reached ();

  return lectern_paper_report_with (contest, kind, &shot->options, PRINTED_US, error);
}

static gboolean
write_document (LecternDocument *document,
                const char      *folder,
                const char      *name,
                GError         **error)
{
  g_autofree char *pdf_name = g_strconcat (name, ".pdf", NULL);
  g_autofree char *pdf = g_build_filename (folder, pdf_name, NULL);
  guint            n_pages = MIN (lectern_document_get_n_pages (document), 2);

  if (!lectern_document_write_pdf (document, pdf, error))
    return FALSE;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *png_name = n_pages == 1 ? g_strconcat (name, ".png", NULL) : g_strdup_printf ("%s-%u.png", name, i + 1);
      g_autofree char *png = g_build_filename (folder, png_name, NULL);

      if (!lectern_document_write_png (document, i, DPI, png, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that were named; in an interface of one language only the papers of that language. */
static gboolean
is_wanted (const Shot        *shot,
           const char *const *names)
{
  const char *wanted = g_getenv ("LANGUAGE");

  if (*names != NULL)
    return g_strv_contains (names, shot->name);

  return wanted == NULL || *wanted == '\0' || g_str_has_prefix (wanted, shot->language);
}

int
main (int    argc,
      char **argv)
{
  gboolean done = TRUE;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("usage: %s FOLDER [NAME …]\n", argv[0]);
      return 2;
    }

  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternDocument) document = is_wanted (&shots[i], (const char *const *) argv + 2) ? make_document (&shots[i], &error) : NULL;

      if (!is_wanted (&shots[i], (const char *const *) argv + 2))
        continue;
      if (document == NULL || !write_document (document, argv[1], shots[i].name, &error))
        {
          g_printerr ("%s: %s\n", shots[i].name, error->message);
          done = FALSE;
        }
    }

  return done ? 0 : 1;
}
