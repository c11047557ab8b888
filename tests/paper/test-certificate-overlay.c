/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Certificates laid over each other: what cairo paints on the screen and what poppler makes of the PDF,
 * at 150 dots an inch, glyph by glyph and line by line, never more than 0.1 mm apart; and every field of the
 * PDF where its design says, in millimetres. Both rulers are tried on a field that was moved by 0.2 mm. */

#include "lectern-paper-layout.h"
#include "paper-fixture.h"
#include "paper-picture.h"
#include "paper-tools.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define DPI 150
#define DOT (25.4 / DPI)
/* The most that anything may be apart, in mm. */
#define APART_MOST 0.1
/* How far the ruler must see a field that was moved so far. */
#define MOVED 0.2
/* Less ink than this many black dots in a window tells nothing. */
#define INK_LEAST 6.0
/* Dots to either side in which a counterpart is looked for, and how pointed its peak has to be. */
#define SEARCH 4
#define BEND_LEAST 0.02
/* By how much more it is alike there than here, where that is as far as is looked. */
#define GAIN_LEAST 0.05
/* A place in the PDF and in the design. */
#define PLACE_MOST 0.05
/* Around a line that is looked at, in mm. */
#define AROUND 1.0
/* Paths are looked at in squares of this side, in mm, at places this many to a step. */
#define TILE 2.5
#define SAMPLES 100
/* Poppler puts large glyphs on whole dots: it is given more of them, which are averaged. */
#define FINER 4

/* What was measured so far. */
typedef struct
{
  double worst; /* mm */
  char  *where;
  guint  n;
} Finding;

static void
finding_clear (Finding *finding)
{
  g_clear_pointer (&finding->where, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static void
note (Finding    *finding,
      double      apart,
      const char *where)
{
  finding->n++;
  if (apart <= finding->worst)
    return;
  finding->worst = apart;
  g_free (finding->where);
  finding->where = g_strdup (where);
}

static double
get_dark (const PaperPicture *picture,
          int                 x,
          int                 y)
{
  if (x < 0 || y < 0 || x >= picture->width || y >= picture->height)
    return 0;

  return (255 - picture->grey[y * picture->width + x]) / 255.0;
}

/* How alike @a is in the window @at (dots) to @b as much further on as @dx and @dy say, from -1 to 1:
 * shades of anti-aliasing don't matter. */
static double
correlate (const PaperPicture *a,
           const PaperPicture *b,
           const int           at[4],
           int                 dx,
           int                 dy)
{
  double n = (double) (at[2] - at[0]) * (at[3] - at[1]);
  double a_sum = 0, b_sum = 0, aa = 0, bb = 0, ab = 0;

  for (int y = at[1]; y < at[3]; y++)
    for (int x = at[0]; x < at[2]; x++)
      {
        double left = get_dark (a, x, y), right = get_dark (b, x + dx, y + dy);

        a_sum += left;
        b_sum += right;
        aa += left * left;
        bb += right * right;
        ab += left * right;
      }
  aa -= a_sum * a_sum / n;
  bb -= b_sum * b_sum / n;

  return aa > 0 && bb > 0 ? (ab - a_sum * b_sum / n) / sqrt (aa * bb) : 0;
}

/* By how many dots @b is further on along one axis: where it is most alike, to a part of a dot by the
 * parabola through the neighbours. FALSE when the window looks the same everywhere along it. */
static gboolean
find_shift (const PaperPicture *a,
            const PaperPicture *b,
            const int           at[4],
            gboolean            down,
            double             *shift)
{
  double alike[2 * SEARCH + 1];
  int    best = SEARCH;
  double bend;

  for (int i = 0; i <= 2 * SEARCH; i++)
    {
      alike[i] = correlate (a, b, at, down ? 0 : i - SEARCH, down ? i - SEARCH : 0);
      if (alike[i] > alike[best])
        best = i;
    }
  if (best == 0 || best == 2 * SEARCH)
    {
      *shift = best - SEARCH;
      return alike[best] - alike[SEARCH] > GAIN_LEAST;
    }
  bend = 2 * alike[best] - alike[best - 1] - alike[best + 1];
  if (bend < BEND_LEAST)
    return FALSE;
  *shift = best - SEARCH + (alike[best + 1] - alike[best - 1]) / (2 * bend);

  return TRUE;
}

static double
count_ink (const PaperPicture *picture,
           const int           at[4])
{
  double ink = 0;

  for (int y = at[1]; y < at[3]; y++)
    for (int x = at[0]; x < at[2]; x++)
      ink += get_dark (picture, x, y);

  return ink;
}

/* How far what is in a window, given in mm, is apart, along @axis (0: across, 1: down, 2: both). */
static void
compare_window (Finding            *finding,
                const PaperPicture *a,
                const PaperPicture *b,
                const double        box[4],
                guint               axis,
                const char         *where)
{
  const int at[] = { (int) floor (box[0] / DOT), (int) floor (box[1] / DOT), (int) ceil (box[2] / DOT), (int) ceil (box[3] / DOT) };
  double    shift;

  if (count_ink (b, at) < INK_LEAST)
    return;
  if (axis != 1 && find_shift (a, b, at, FALSE, &shift))
    note (finding, fabs (shift) * DOT, where);
  if (axis != 0 && find_shift (a, b, at, TRUE, &shift))
    note (finding, fabs (shift) * DOT, where);
}

/* Glyph by glyph, each in the window of its advance. */
static void
compare_text (Finding               *finding,
              LecternDocument       *document,
              const LecternPageItem *item,
              const PaperPicture    *a,
              const PaperPicture    *b)
{
  double em = item->text.size * LECTERN_MM_PER_POINT;
  double x = item->x;

  for (const char *p = item->text.string; *p != '\0'; p = g_utf8_next_char (p))
    {
      const LecternGlyph *glyph = lectern_paper_fonts_lookup (lectern_document_get_fonts (document), item->text.role, g_utf8_get_char (p));
      g_autofree char    *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char    *where = g_strdup_printf ("%s in “%s”", letter, item->text.string);
      double              advance = glyph->advance * em;
      double              box[] = { x - em * 0.05, item->y - em, x + advance + em * 0.05, item->y + em * 0.3 };

      compare_window (finding, a, b, box, 2, where);
      x += advance + item->text.spacing;
    }
}

/* The middle of each of its sides. */
static void
compare_rectangle (Finding               *finding,
                   const LecternPageItem *item,
                   const PaperPicture    *a,
                   const PaperPicture    *b)
{
  double x = item->x, y = item->y, width = item->rectangle.width, height = item->rectangle.height;
  double sides[4][4] = {
    { x + width * 0.4, y - AROUND, x + width * 0.6, y + AROUND },
    { x + width * 0.4, y + height - AROUND, x + width * 0.6, y + height + AROUND },
    { x - AROUND, y + height * 0.4, x + AROUND, y + height * 0.6 },
    { x + width - AROUND, y + height * 0.4, x + width + AROUND, y + height * 0.6 },
  };

  for (guint i = 0; i < 4; i++)
    if (width > 4 * AROUND || height > 4 * AROUND)
      compare_window (finding, a, b, sides[i], i < 2 ? 1 : 0, "a side of a rectangle");
}

static void
compare_line (Finding               *finding,
              const LecternPageItem *item,
              const PaperPicture    *a,
              const PaperPicture    *b)
{
  gboolean level = item->y == item->line.y2;
  double   box[] = { MIN (item->x, item->line.x2), MIN (item->y, item->line.y2), MAX (item->x, item->line.x2), MAX (item->y, item->line.y2) };

  box[level ? 1 : 0] -= AROUND;
  box[level ? 3 : 2] += AROUND;
  compare_window (finding, a, b, box, level ? 1 : 0, "a line");
}

/* A point of a step from where the path is, @t from 0 to 1. */
static void
get_point (const LecternPathStep *step,
           const double           from[2],
           double                 t,
           double                 point[2])
{
  double u = 1 - t;

  if (step->kind == LECTERN_STEP_CURVE)
    {
      point[0] = u * u * u * from[0] + 3 * u * u * t * step->x[0] + 3 * u * t * t * step->x[1] + t * t * t * step->x[2];
      point[1] = u * u * u * from[1] + 3 * u * u * t * step->y[0] + 3 * u * t * t * step->y[1] + t * t * t * step->y[2];
      return;
    }
  point[0] = u * from[0] + t * step->x[0];
  point[1] = u * from[1] + t * step->y[0];
}

/* In small windows along it: in a long one a shade of difference at one end weighs like a shift. */
static void
compare_path (Finding               *finding,
              const LecternPageItem *item,
              const PaperPicture    *a,
              const PaperPicture    *b)
{
  double from[2] = { item->x, item->y };
  double last[2] = { -G_MAXFLOAT, 0 };

  for (guint i = 0; i < item->path.n_steps; i++)
    {
      const LecternPathStep *step = &item->path.steps[i];
      double                 point[2] = { from[0], from[1] };

      if (step->kind == LECTERN_STEP_CLOSE)
        continue;
      for (guint k = 0; k <= SAMPLES && step->kind != LECTERN_STEP_MOVE; k++)
        {
          g_autofree char *where = NULL;

          get_point (step, from, (double) k / SAMPLES, point);
          if (hypot (point[0] - last[0], point[1] - last[1]) < TILE)
            continue;
          where = g_strdup_printf ("a path at %.1f, %.1f", point[0], point[1]);
          compare_window (finding, a, b, (double[]){ point[0] - TILE / 2, point[1] - TILE / 2, point[0] + TILE / 2, point[1] + TILE / 2 }, 2, where);
          last[0] = point[0];
          last[1] = point[1];
        }
      get_point (step, from, 1, from);
    }
}

static void
compare_items (Finding            *finding,
               LecternDocument    *document,
               const LecternPage  *page,
               const PaperPicture *a,
               const PaperPicture *b)
{
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (page, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT)
      compare_text (finding, document, &items[i], a, b);
    else if (items[i].kind == LECTERN_ITEM_RECTANGLE)
      compare_rectangle (finding, &items[i], a, b);
    else if (items[i].kind == LECTERN_ITEM_LINE)
      compare_line (finding, &items[i], a, b);
    else if (items[i].kind == LECTERN_ITEM_PATH)
      compare_path (finding, &items[i], a, b);
}

/* A code as long as a signed one. */
static char *
make_code (const char *name,
           const char *serial,
           gpointer    data)
{
  return g_strdup_printf ("LC1\n焦作市2018年度微型党课十佳宣讲员评选\n十佳宣讲员\n%s\n%s", name, serial);
}

static LecternDocument *
typeset (const LecternCertificateDesign *design,
         const char                     *language)
{
  g_autoptr (LecternContest) contest = paper_contest_new (language, 9, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = NULL;
  LecternCertificateOrder order = { .design = design, .run.sign = make_code };
  g_autoptr (GError) error = NULL;
  LecternDocument *document;

  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 1, "李操作", "王复核");
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  document = lectern_certificates_new_with (contest, ranking, &order, &error);
  g_assert_no_error (error);

  return document;
}

static void
write_pdf (LecternDocument *document,
           const char      *path)
{
  g_autoptr (GError) error = NULL;

  lectern_document_write_pdf (document, path, &error);
  g_assert_no_error (error);
}

/* @document as it is printed over @shown as it is painted, with the places of @shown. */
static void
lay_over (Finding         *finding,
          LecternDocument *document,
          LecternDocument *shown,
          guint            index)
{
  char            *folder = paper_folder_new ();
  g_autofree char *pdf = g_build_filename (folder, "page.pdf", NULL);
  LecternPage     *page = lectern_document_get_page (shown, index);
  g_auto (PaperPicture) printed = { 0 };
  g_auto (PaperPicture) painted = { 0 };

  write_pdf (document, pdf);
  paper_picture_rasterise (&printed, pdf, index, DPI * FINER);
  paper_picture_shrink (&printed, FINER);
  painted.width = printed.width;
  painted.height = printed.height;
  paper_picture_paint (&painted, shown, index, DPI);
  compare_items (finding, shown, page, &printed, &painted);
  compare_items (finding, shown, lectern_page_get_form (page), &printed, &painted);
  paper_folder_remove (folder);
}

typedef struct
{
  const char              *name;
  const char              *design;
  const char              *language;
  LecternCertificateBorder border;
} Row;

static const Row rows[] = {
  { "red-gold-zh", "red-gold", "zh", LECTERN_CERTIFICATE_BRAID },
  { "red-gold-en", "red-gold", "en", LECTERN_CERTIFICATE_BRAID },
  { "plain-zh", "plain", "zh", LECTERN_CERTIFICATE_BARS },
  { "plain-en", "plain", "en", LECTERN_CERTIFICATE_BARS },
  { "lines-zh", "red-gold", "zh", LECTERN_CERTIFICATE_LINES },
};

static void
test_overlay (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load (row->design, row->language);
  g_autoptr (LecternDocument) document = NULL;
  g_auto (Finding) finding = { 0 };

  design->border = row->border;
  document = typeset (design, row->language);
  if (!paper_need_tool ("pdftoppm"))
    return;
  lay_over (&finding, document, document, 0);
  lay_over (&finding, document, document, 4);
  g_test_message ("%u measures, the worst %.3f mm: %s", finding.n, finding.worst, finding.where);
  g_assert_cmpuint (finding.n, >, 150);
  if (finding.worst > APART_MOST)
    g_error ("%s is %.3f mm apart", finding.where, finding.worst);
}

/* A field that is printed 0.2 mm from where it is shown is seen, whichever it is and whichever way. */
static void
test_ruler (void)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (LecternDocument) shown = typeset (design, "zh");
  static const LecternCertificateFieldName names[] = { LECTERN_CERTIFICATE_TITLE, LECTERN_CERTIFICATE_NAME, LECTERN_CERTIFICATE_DATE, LECTERN_CERTIFICATE_SERIAL };

  if (!paper_need_tool ("pdftoppm"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LecternCertificateDesign) moved = lectern_certificate_design_copy (design);
      g_autoptr (LecternDocument) printed = NULL;
      g_auto (Finding) finding = { 0 };

      if (i % 2 == 0)
        moved->fields[names[i]].x += MOVED;
      else
        moved->fields[names[i]].y += MOVED;
      printed = typeset (moved, "zh");
      lay_over (&finding, printed, shown, 0);
      g_assert_cmpfloat (finding.worst, >, APART_MOST);
    }
}

/* Places in the PDF ----------------------------------------------------------------------------- */

/* A run of the PDF's text as poppler sees it, in mm. */
typedef struct
{
  double left, right, bottom;
} Seen;

static gboolean
find_words (const char *boxes,
            const char *begin,
            const char *end,
            Seen       *seen)
{
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);
  gboolean found = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *word = strstr (lines[i], "<word ");
      const char *text = word != NULL ? strchr (word, '>') : NULL;
      double      box[4];

      if (text == NULL || sscanf (word, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &box[0], &box[1], &box[2], &box[3]) != 4)
        continue;
      text++;
      if (!found && g_str_has_prefix (text, begin))
        {
          seen->left = box[0] * LECTERN_MM_PER_POINT;
          seen->bottom = box[3] * LECTERN_MM_PER_POINT;
          found = TRUE;
        }
      if (found && strstr (text, end) != NULL)
        {
          seen->right = box[2] * LECTERN_MM_PER_POINT;
          return TRUE;
        }
    }

  return FALSE;
}

/* A line of each field: how it begins and ends, and by what the field begins further in, in ems. */
static const struct
{
  LecternCertificateFieldName field;
  const char                 *begin, *end;
  double                      indent;
} places[] = {
  { LECTERN_CERTIFICATE_NAME, "王韦", "同志：", 0 },
  { LECTERN_CERTIFICATE_BODY, "在焦作市", "比赛", 2 },
  { LECTERN_CERTIFICATE_DATE, "二〇一八年九月", "月", 0 },
  { LECTERN_CERTIFICATE_SERIAL, "证书编号", "号", 0 },
};

/* How far the worst of the fields of @pdf is from where @design has it; all of one font, so the first one tells how far a
 * box reaches below its baseline. */
static double
measure_places (LecternDocument                *document,
                const char                     *pdf,
                const LecternCertificateDesign *design)
{
  g_autofree char *boxes = paper_run ("pdftotext", "-bbox", "-f", "1", "-l", "1", pdf, "-", NULL);
  double           below = 0;
  double           worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const LecternCertificateField *field = &design->fields[places[i].field];
      double                         em = paper_find_text (document, 0, places[i].begin)->text.size * LECTERN_MM_PER_POINT; /* may have shrunk */
      Seen                           seen;

      if (!find_words (boxes, places[i].begin, places[i].end, &seen))
        g_error ("“%s” … “%s” is not in %s", places[i].begin, places[i].end, boxes);
      if (i == 0)
        below = (seen.bottom - field->y) / em;
      worst = MAX (worst, fabs (seen.bottom - below * em - field->y));
      if (field->align == LECTERN_CERTIFICATE_CENTRE)
        worst = MAX (worst, fabs ((seen.left + seen.right) / 2 - (field->x + field->width / 2)));
      else
        worst = MAX (worst, fabs (seen.left - places[i].indent * em - field->x));
      g_test_message ("%s: %.3f mm so far", places[i].begin, worst);
    }
  g_assert_cmpfloat (below, >, 0);
  g_assert_cmpfloat (below, <, 0.5);

  return worst;
}

static void
test_places (gconstpointer data)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_load (data, "zh");
  g_autoptr (LecternDocument) document = typeset (design, "zh");
  char            *folder = paper_folder_new ();
  g_autofree char *pdf = g_build_filename (folder, "page.pdf", NULL);

  write_pdf (document, pdf);
  if (paper_need_tool ("pdftotext"))
    {
      g_assert_cmpfloat (measure_places (document, pdf, design), <, PLACE_MOST);
      for (guint i = 1; i < G_N_ELEMENTS (places); i++)
        for (guint down = 0; down < 2; down++)
          {
            g_autoptr (LecternCertificateDesign) moved = lectern_certificate_design_copy (design);

            *(down ? &moved->fields[places[i].field].y : &moved->fields[places[i].field].x) += MOVED;
            g_assert_cmpfloat (measure_places (document, pdf, moved), >, MOVED - PLACE_MOST);
          }
    }
  paper_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/certificate-overlay/painters/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_overlay);
    }
  g_test_add_func ("/paper/certificate-overlay/ruler", test_ruler);
  g_test_add_data_func ("/paper/certificate-overlay/places/red-gold", "red-gold", test_places);
  g_test_add_data_func ("/paper/certificate-overlay/places/plain", "plain", test_places);

  return g_test_run ();
}
