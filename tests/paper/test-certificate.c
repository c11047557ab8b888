/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who gets a certificate and what stands where on it. */

#include "lectern-page-part.h"
#include "paper-fixture.h"
#include "paper-tools.h"

#include <string.h>

static LecternDocument *
make (LecternContest *contest,
      const char     *award,
      gboolean        overprint)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_certificates_new (contest, ranking, award, overprint, &error);

  g_assert_no_error (error);

  return document;
}

static guint
count_paths (LecternDocument *document,
             LecternItemKind  kind)
{
  const LecternPage     *form = lectern_page_get_form (lectern_document_get_page (document, 0));
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (form, &n);
  guint                  count = 0;

  for (guint i = 0; i < n; i++)
    count += items[i].kind == kind;

  return count;
}

static void
test_winners (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternDocument) best = make (contest, NULL, FALSE);
  g_autoptr (LecternDocument) named = make (contest, "top-ten", FALSE);
  g_autoptr (LecternDocument) merit = make (contest, "merit", FALSE);

  g_assert_cmpuint (lectern_document_get_n_pages (best), ==, 10);
  g_assert_cmpuint (lectern_document_get_n_pages (named), ==, 10);
  /* The forfeit gets none. */
  g_assert_cmpuint (lectern_document_get_n_pages (merit), ==, 17);
  for (guint i = 0; i < 10; i++)
    g_assert_nonnull (paper_find_text (best, i, ranking->rows[i].nominee->name));
  g_assert_cmpstr (lectern_document_get_title (best), ==, "焦作市2018年度微型党课十佳宣讲员");
}

static void
test_refused (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternContest) empty = paper_contest_new ("zh", 0, FALSE, FALSE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternRanking) nobody = lectern_ranking_new (empty, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  LecternOpenTie *tie = g_new0 (LecternOpenTie, 1);

  g_assert_null (lectern_certificates_new (contest, ranking, "gold", FALSE, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (lectern_certificates_new (empty, nobody, NULL, FALSE, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_clear_error (&error);

  tie->rank = 10;
  tie->lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  tie->award = g_intern_string ("top-ten");
  g_ptr_array_add (ranking->open_ties, tie);
  g_assert_null (lectern_certificates_new (contest, ranking, "top-ten", FALSE, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_UNDECIDED);
  g_clear_error (&error);
  {
    g_autoptr (LecternDocument) merit = lectern_certificates_new (contest, ranking, "merit", FALSE, &error);

    g_assert_no_error (error);
  }
}

/* A round that feeds another gives no awards. */
static void
test_before_the_final (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GError) error = NULL;

  paper_contest_add_final (contest, 13);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_assert_null (lectern_certificates_new (contest, ranking, "top-ten", FALSE, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "复赛"));
  g_assert_nonnull (strstr (error->message, "决赛"));
}

static void
test_overprint (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternDocument) whole = make (contest, NULL, FALSE);
  g_autoptr (LecternDocument) fields = make (contest, NULL, TRUE);
  const LecternPageItem *left = paper_find_text (whole, 0, "同志");
  const LecternPageItem *right = paper_find_text (fields, 0, "同志");

  g_assert_nonnull (paper_find_text (whole, 0, "荣誉证书"));
  g_assert_null (paper_find_text (fields, 0, "荣誉证书"));
  g_assert_cmpuint (count_paths (whole, LECTERN_ITEM_PATH), >, 0);
  for (guint kind = LECTERN_ITEM_LINE; kind <= LECTERN_ITEM_PATH; kind++)
    g_assert_cmpuint (count_paths (fields, kind), ==, 0);
  g_assert_nonnull (paper_find_text (fields, 0, "特发此证"));
  g_assert_cmpfloat (left->x, ==, right->x);
  g_assert_cmpfloat (left->y, ==, right->y);
}

static void
assert_inside (LecternDocument                *document,
               const LecternPage              *page,
               const LecternCertificateDesign *design)
{
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (page, &n);
  double                 box[4];

  for (guint i = 0; i < n; i++)
    {
      if (items[i].kind != LECTERN_ITEM_TEXT)
        continue;
      paper_measure_text (document, &items[i], box);
      g_assert_cmpfloat (box[0], >=, design->margin_left);
      g_assert_cmpfloat (box[1], >=, design->margin_top);
      g_assert_cmpfloat (box[2], <=, design->width - design->margin_right);
      g_assert_cmpfloat (box[3], <=, design->height - design->margin_bottom);
    }
}

/* Nothing but issuers and the date stands in the square kept for the seal. */
static void
assert_seal_clear (LecternDocument                *document,
                   const LecternPage              *page,
                   const LecternCertificateDesign *design)
{
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (page, &n);
  double                 box[4];

  for (guint i = 0; i < n; i++)
    {
      if (items[i].kind != LECTERN_ITEM_TEXT || items[i].x >= design->fields[LECTERN_CERTIFICATE_ISSUERS].x)
        continue;
      paper_measure_text (document, &items[i], box);
      g_assert_false (box[2] > design->seal_x && box[0] < design->seal_x + LECTERN_CERTIFICATE_SEAL && box[3] > design->seal_y && box[1] < design->seal_y + LECTERN_CERTIFICATE_SEAL);
    }
}

/* No two texts of a certificate lie over each other. */
static void
assert_apart (LecternDocument *document,
              GPtrArray       *items)
{
  for (guint i = 0; i < items->len; i++)
    for (guint k = i + 1; k < items->len; k++)
      {
        const LecternPageItem *left = g_ptr_array_index (items, i);
        const LecternPageItem *right = g_ptr_array_index (items, k);
        double                 a[4];
        double                 b[4];

        paper_measure_text (document, left, a);
        paper_measure_text (document, right, b);
        if (a[2] > b[0] && b[2] > a[0] && a[3] > b[1] && b[3] > a[1])
          g_error ("“%s” lies over “%s”", left->text.string, right->text.string);
      }
}

static void
add_texts (GPtrArray         *texts,
           const LecternPage *page)
{
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (page, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT)
      g_ptr_array_add (texts, (gpointer) &items[i]);
}

/* No text in the square of the code. */
static void
assert_code_clear (LecternDocument                *document,
                   GPtrArray                      *items,
                   const LecternCertificateDesign *design)
{
  const LecternCertificateBox *code = &design->code;
  double                       box[4];

  for (guint i = 0; i < items->len; i++)
    {
      paper_measure_text (document, items->pdata[i], box);
      g_assert_false (box[2] > code->x && box[0] < code->x + code->width && box[3] > code->y && box[1] < code->y + code->width);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *person;
  const char *theme;
  const char *issuers;
} Sample;

#define FIFTY "阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼·阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼甲"
#define LONG_THEME "弘扬焦裕禄精神 争做出彩焦作人 不忘初心 牢记使命 为中国人民谋幸福 为中华民族谋复兴 奋力谱写新时代中原更加出彩的绚丽篇章 让党的创新理论飞入寻常百姓家 走进田间地头和车间班组"

static const Sample samples[] = {
  { "usual", "zh", "马晓𬱖", "弘扬焦裕禄精神 争做出彩焦作人", "中共焦作市委宣传部" },
  { "fifty-letters", "zh", FIFTY, "弘扬焦裕禄精神 争做出彩焦作人", "中共焦作市委宣传部" },
  { "long-theme", "zh", "王韦", LONG_THEME, "中共焦作市委宣传部" },
  { "five-issuers", "zh", "王韦", "弘扬焦裕禄精神 争做出彩焦作人", "中共焦作市委宣传部\n中共焦作市委组织部\n中共焦作市委市直机关工作委员会\n焦作市教育局\n焦作市人民政府国有资产监督管理委员会" },
  { "all-long", "zh", FIFTY, LONG_THEME, "中共焦作市委宣传部\n中共焦作市委组织部\n中共焦作市委市直机关工作委员会\n焦作市教育局\n焦作市人民政府国有资产监督管理委员会" },
  { "english", "en", "Abdulla Memet", "A Life for the People", "Publicity Department\nOrganisation Department" },
  { "english-fifty", "en", "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh", LONG_THEME, "Publicity Department" },
};

static GHashTable *
make_words (const Sample *sample)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (words, (gpointer) "theme", (gpointer) sample->theme);
  g_hash_table_insert (words, (gpointer) "city", (gpointer) "焦作市");
  g_hash_table_insert (words, (gpointer) "event", (gpointer) "微型党课");
  g_hash_table_insert (words, (gpointer) "occasion", (gpointer) "比赛");
  g_hash_table_insert (words, (gpointer) "contest", (gpointer) "Short Lecture Contest");
  g_hash_table_insert (words, (gpointer) "award", (gpointer) "Top Ten");
  g_hash_table_insert (words, (gpointer) "honour", (gpointer) "焦作市2018年度微型党课十佳宣讲员");
  g_hash_table_insert (words, (gpointer) "issuers", (gpointer) sample->issuers);
  g_hash_table_insert (words, (gpointer) "date", (gpointer) "二〇一八年九月");
  g_hash_table_insert (words, (gpointer) "year", (gpointer) "2018");

  return words;
}

static void
place_sample (const Sample *sample,
              const char   *key)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load (key, sample->language);
  g_autoptr (GHashTable) words = make_words (sample);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const LecternPage *page;

  document = lectern_certificates_typeset (fonts, design, &(LecternCertificateRun){ .language = sample->language }, words, &sample->person, 1, &error);
  g_assert_no_error (error);

  page = lectern_document_get_page (document, 0);
  assert_inside (document, page, design);
  assert_inside (document, lectern_page_get_form (page), design);
  assert_seal_clear (document, page, design);
  assert_seal_clear (document, lectern_page_get_form (page), design);
  add_texts (texts, page);
  add_texts (texts, lectern_page_get_form (page));
  assert_apart (document, texts);
  assert_code_clear (document, texts, design);
}

static void
test_place (gconstpointer data)
{
  const char *const *keys = lectern_certificate_designs_list ();

  for (guint i = 0; keys[i] != NULL; i++)
    place_sample (data, keys[i]);
}

static LecternDocument *
typeset_one (const LecternCertificateDesign *design,
             const LecternCertificateRun    *run,
             const char                     *name)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (GHashTable) words = make_words (&samples[0]);
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_certificates_typeset (fonts, design, run, words, &name, 1, &error);

  g_assert_no_error (error);

  return document;
}

static const LecternCertificateRun chinese_run = { .language = "zh" };

static double
get_right_edge (LecternDocument *document,
                const char      *text)
{
  double box[4];

  paper_measure_text (document, paper_find_text (document, 0, text), box);

  return box[2];
}

/* 王　韦 is as wide as 马晓𬱖, so that what follows stands at the same place; nothing is put between. */
static void
test_spread_names (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (LecternDocument) two = typeset_one (design, &chinese_run, "王韦");
  g_autoptr (LecternDocument) three = typeset_one (design, &chinese_run, "马晓𬱖");
  g_autoptr (LecternDocument) close = NULL;
  const LecternPageItem *name = paper_find_text (two, 0, "王韦");

  g_assert_cmpstr (name->text.string, ==, "王韦");
  g_assert_cmpfloat_with_epsilon (get_right_edge (two, "同志"), get_right_edge (three, "同志"), 0.01);
  design->spread_names = FALSE;
  close = typeset_one (design, &chinese_run, "王韦");
  g_assert_cmpfloat (get_right_edge (close, "同志"), <, get_right_edge (two, "同志") - 5);

  design->spread_names = TRUE;
  design->fields[LECTERN_CERTIFICATE_NAME].align = LECTERN_CERTIFICATE_RIGHT;
  g_clear_pointer (&close, lectern_document_unref);
  close = typeset_one (design, &chinese_run, "王韦");
  g_assert_cmpfloat_with_epsilon (get_right_edge (close, "同志"), design->fields[LECTERN_CERTIFICATE_NAME].x + design->fields[LECTERN_CERTIFICATE_NAME].width, 0.01);
}

/* Longer and longer: first of full size, then shrunk on one line, then on two. */
static void
test_long_names (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  const char *names[] = { "阿卜杜拉·买买提", "阿卜杜热合曼阿卜杜热合曼·吐尔逊买买提阿卜杜", FIFTY };
  guint       lines[G_N_ELEMENTS (names)] = { 0 };
  double      sizes[G_N_ELEMENTS (names)] = { 0 };

  lectern_certificate_design_set_wording (design, LECTERN_CERTIFICATE_NAME, "{name}");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LecternDocument) document = typeset_one (design, &chinese_run, names[i]);
      guint                  n;
      const LecternPageItem *items = lectern_page_get_items (lectern_document_get_page (document, 0), &n);

      for (guint k = 0; k < n; k++)
        if (items[k].kind == LECTERN_ITEM_TEXT && items[k].text.role == LECTERN_FONT_NAME)
          {
            lines[i]++;
            sizes[i] = items[k].text.size;
          }
    }
  g_assert_cmpfloat (sizes[0], ==, design->fields[LECTERN_CERTIFICATE_NAME].size);
  g_assert_cmpuint (lines[0], ==, 1);
  g_assert_cmpfloat (sizes[1], <, sizes[0]);
  g_assert_cmpuint (lines[1], ==, 1);
  g_assert_cmpfloat (sizes[2], <, sizes[1]);
  g_assert_cmpuint (lines[2], ==, 2);
}

/* By rank: in the order they are given, the last one nearest the date. */
static void
test_issuers (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GHashTable) words = make_words (&samples[3]);
  g_autoptr (GError) error = NULL;
  const char *name = "王韦";
  g_autoptr (LecternDocument) document = lectern_certificates_typeset (fonts, design, &chinese_run, words, &name, 1, &error);
  g_auto (GStrv) issuers = g_strsplit (samples[3].issuers, "\n", -1);
  double above = 0;

  for (guint i = 0; issuers[i] != NULL; i++)
    {
      double y = paper_find_text (document, 0, issuers[i])->y;

      g_assert_cmpfloat (y, >, above);
      above = y;
    }
  g_assert_cmpfloat (above, ==, design->fields[LECTERN_CERTIFICATE_ISSUERS].y);
}

/* On drafts alone, and there faint; on stock not even then, but on the screen. */
static void
test_draft (void)
{
  static const struct
  {
    gboolean draft, overprint, on_screen, guide;
  } rows[] = {
    { FALSE, FALSE, FALSE, FALSE },
    { TRUE, FALSE, FALSE, TRUE },
    { TRUE, TRUE, FALSE, FALSE },
    { TRUE, TRUE, TRUE, TRUE },
  };
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternCertificateRun run = { .language = "zh", .draft = rows[i].draft, .overprint = rows[i].overprint, .on_screen = rows[i].on_screen };
      g_autoptr (LecternDocument) document = typeset_one (design, &run, "王韦");
      const LecternPageItem *guide = paper_find_text (document, 0, "盖章处");

      g_assert_cmpint (guide != NULL, ==, rows[i].guide);
      if (guide != NULL)
        {
          g_assert_cmpfloat (guide->y, >, design->seal_y);
          g_assert_cmpfloat (guide->y, <, design->seal_y + LECTERN_CERTIFICATE_SEAL);
        }
    }
}

/* A field switched off is not there, and what hung below it hangs below the one before. */
static void
test_switched_off (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (LecternDocument) document = NULL;

  design->fields[LECTERN_CERTIFICATE_BODY].shown = FALSE;
  design->fields[LECTERN_CERTIFICATE_DATE].shown = FALSE;
  document = typeset_one (design, &chinese_run, "王韦");
  g_assert_null (paper_find_text (document, 0, "成绩突出"));
  g_assert_null (paper_find_text (document, 0, "二〇一八年"));
  g_assert_cmpfloat_with_epsilon (paper_find_text (document, 0, "特发此证")->y, design->fields[LECTERN_CERTIFICATE_NAME].y + design->fields[LECTERN_CERTIFICATE_CLOSING].leading, 0.01);
}

/* The ruler lies still, the frames move with the shift. */
static void
test_ruler_page (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (LecternDocument) ruler = NULL;
  g_autoptr (GError) error = NULL;

  design->shift_x = 2.5;
  ruler = lectern_certificates_ruler_new (design, "zh", &error);
  g_assert_no_error (error);
  g_assert_nonnull (paper_find_text (ruler, 0, "姓名  x 44.0  y 80.0"));
  g_assert_nonnull (paper_find_text (ruler, 0, "向右移2.5毫米"));
  g_assert_null (paper_find_text (ruler, 0, "标题")); /* stands on the stock */
}

static void
test_missing_glyph (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  const char *names[] = { "王韦", "张\xf0\x92\x80\x80" };

  g_assert_null (lectern_certificates_typeset (fonts, design, &(LecternCertificateRun){ .language = "zh" }, words, names, 2, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_GLYPH_MISSING);
  g_assert_nonnull (strstr (error->message, "U+12000"));
  g_assert_nonnull (strstr (error->message, "张"));
}

static void
test_rehearsal (void)
{
  g_autoptr (LecternContest) chinese = paper_contest_new ("zh", 5, TRUE, FALSE);
  g_autoptr (LecternContest) english = paper_contest_new ("en", 5, TRUE, FALSE);
  g_autoptr (LecternContest) real = paper_contest_new ("zh", 5, FALSE, FALSE);
  g_autoptr (LecternDocument) left = make (chinese, NULL, TRUE);
  g_autoptr (LecternDocument) right = make (english, NULL, FALSE);
  g_autoptr (LecternDocument) none = make (real, NULL, FALSE);

  for (guint i = 0; i < lectern_document_get_n_pages (left); i++)
    g_assert_nonnull (paper_find_text (left, i, "彩排"));
  g_assert_nonnull (paper_find_text (right, 0, "REHEARSAL"));
  g_assert_nonnull (paper_find_text (right, 0, "Certificate of Honour"));
  g_assert_null (paper_find_text (none, 0, "彩排"));
}

/* A wording that puts the name into the body makes the body each certificate's own. */
static void
test_name_in_body (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *names[] = { "王韦", "马晓𬱖" };

  g_hash_table_insert (words, (gpointer) "theme", (gpointer) "主题");
  lectern_certificate_design_set_wording (design, LECTERN_CERTIFICATE_BODY, "授予{name}称号。");
  document = lectern_certificates_typeset (fonts, design, &(LecternCertificateRun){ .language = "zh" }, words, names, 2, &error);
  g_assert_no_error (error);
  g_assert_nonnull (paper_find_text (document, 0, "授予王韦称号。"));
  g_assert_nonnull (paper_find_text (document, 1, "授予马晓𬱖称号。"));
  g_assert_nonnull (paper_find_text (document, 1, "特发此证"));
}

/* Each text, the seal and the code are found where they were set, and are what is met there. */
static void
test_parts (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load ("red-gold", "zh");
  const LecternCertificateOrder order = { .design = design, .run.draft = TRUE };
  g_autoptr (LecternDocument) document = lectern_certificates_new_with (contest, ranking, &order, NULL);
  static const guint places[] = { LECTERN_CERTIFICATE_TITLE, LECTERN_CERTIFICATE_NAME, LECTERN_CERTIFICATE_BODY, LECTERN_CERTIFICATE_DATE, LECTERN_CERTIFICATE_SERIAL, LECTERN_CERTIFICATE_PLACE_CODE, LECTERN_CERTIFICATE_PLACE_SEAL };
  LecternFrame       frame;
  double             last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x, y;

      lectern_certificate_design_get_place (design, places[i], &x, &y);
      g_assert_true (lectern_page_part_find (document, 1, LECTERN_CERTIFICATE_PART (places[i]), &frame));
      g_assert_cmpfloat (frame.x, >=, x - 0.01);
      if (places[i] < LECTERN_CERTIFICATE_N_FIELDS)
        {
          g_assert_cmpfloat (frame.x + frame.width, <=, x + design->fields[places[i]].width + 0.01);
          g_assert_cmpfloat_with_epsilon (frame.baseline, y, 0.5); /* a text that shrinks stays in the middle of its line */
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (frame.x, x, 0.01);
          g_assert_cmpfloat_with_epsilon (frame.y, y, 0.01);
          g_assert_cmpfloat_with_epsilon (frame.width, places[i] == LECTERN_CERTIFICATE_PLACE_SEAL ? LECTERN_CERTIFICATE_SEAL : design->code.width, 0.01);
        }
    }
  /* The body is as high as its lines, and the closing, which has no place of its own, hangs below it. */
  g_assert_true (lectern_page_part_find (document, 1, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_BODY), &frame));
  g_assert_cmpfloat (frame.height, >, design->fields[LECTERN_CERTIFICATE_BODY].leading);
  last = frame.y + frame.height;
  g_assert_cmpfloat (design->fields[LECTERN_CERTIFICATE_CLOSING].y, ==, 0);
  g_assert_true (lectern_page_part_find (document, 1, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_CLOSING), &frame));
  g_assert_cmpfloat (frame.baseline, >, last);
  g_assert_cmpuint (lectern_page_part_pick (document, 1, LECTERN_CERTIFICATE_N_PARTS, frame.x + 1, frame.baseline - 1, 0), ==, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_CLOSING));
  /* Date and seal lie over each other: the smaller one is met. */
  g_assert_true (lectern_page_part_find (document, 1, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_DATE), &frame));
  g_assert_cmpuint (lectern_page_part_pick (document, 1, LECTERN_CERTIFICATE_N_PARTS, frame.x + 1, frame.baseline - 1, 0), ==, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_DATE));
  g_assert_cmpuint (lectern_page_part_pick (document, 1, LECTERN_CERTIFICATE_N_PARTS, 1, 1, 0), ==, 0);
  g_assert_false (lectern_page_part_find (document, 1, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_PLACE_LOGO), &frame));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/certificate/winners", test_winners);
  g_test_add_func ("/paper/certificate/refused", test_refused);
  g_test_add_func ("/paper/certificate/before-the-final", test_before_the_final);
  g_test_add_func ("/paper/certificate/overprint", test_overprint);
  g_test_add_func ("/paper/certificate/missing-glyph", test_missing_glyph);
  g_test_add_func ("/paper/certificate/rehearsal", test_rehearsal);
  g_test_add_func ("/paper/certificate/name-in-body", test_name_in_body);
  g_test_add_func ("/paper/certificate/spread-names", test_spread_names);
  g_test_add_func ("/paper/certificate/long-names", test_long_names);
  g_test_add_func ("/paper/certificate/issuers", test_issuers);
  g_test_add_func ("/paper/certificate/draft", test_draft);
  g_test_add_func ("/paper/certificate/switched-off", test_switched_off);
  g_test_add_func ("/paper/certificate/ruler-page", test_ruler_page);
  g_test_add_func ("/paper/certificate/parts", test_parts);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/certificate/place/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_place);
    }

  return g_test_run ();
}
