/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How a design becomes pages: title centred, the name flush left, the body two characters in, issuers
 * by rank and the date lower right, with 45 mm kept clear for the seal that a person sets by hand. On
 * stock that comes with border and title (套打) only what is marked for it is printed, moved by the
 * design's shift. What all certificates of a run share is one form. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate.h"

#include "lectern-certificate-art.h"
#include "lectern-certificate-private.h"
#include "lectern-certificate-wording.h"
#include "lectern-paper-banner.h"
#include "lectern-paper-words.h"
#include "lectern-qr.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

/* A body too long for its place is set smaller, in these steps, never below half. */
#define BODY_STEP 0.95
#define BODY_SMALLEST 0.5
/* A last line of up to so many letters is a widow; to be rid of it the body may shrink so far. */
#define WIDOW_LETTERS 4
#define WIDOW_SHRINK 0.92
#define WIDOW_STEP 0.99
/* Between the body's last line and the first issuer, in mm. */
#define BODY_CLEARANCE 2.5
/* From the last line of body and closing to the code below it. */
#define CODE_CLEARANCE 1.5
/* Up to two issuers are set large; more of them smaller and closer. */
#define ISSUERS_LARGE 2
#define ISSUERS_SHRINK 0.78
/* A long name may take two smaller lines: so high, in ems of its full size. */
#define NAME_HEIGHT 1.5
/* The middle of a line above its baseline, in ems. */
#define MIDDLE_EM 0.36
#define DESCENT 0.2
#define GUIDE 0xd8c3b4
#define MARGIN_GUIDE 0x7fb2e5
#define GUIDE_STROKE 0.2
#define SEAL_CORNER 7.0
#define SEAL_TYPE 10.0
/* More dots than this a printer does not show. */
#define DOTS_PER_MM (300 / 25.4)

G_STATIC_ASSERT ((int) LECTERN_CERTIFICATE_FONT_LATIN == (int) LECTERN_FONT_LATIN && (int) LECTERN_CERTIFICATE_N_FONTS == (int) LECTERN_FONT_N_ROLES);
G_STATIC_ASSERT ((int) LECTERN_CERTIFICATE_JUSTIFY == (int) LECTERN_ALIGN_JUSTIFY);

/* What every certificate of a run is set from. */
typedef struct
{
  LecternPaperFonts           *fonts;
  LecternCertificateDesign    *design; /* moved already */
  const LecternCertificateRun *run;
  GHashTable                  *common;
  GHashTable                  *own;        /* {name}, {serial} */
  double                       body_scale; /* what the body shrank by; the closing follows */
} Typesetting;

static LecternType
get_type (const LecternCertificateField *field)
{
  return (LecternType){ (LecternFontRole) field->font, field->size, field->colour, field->spacing };
}

static LecternAlign
get_align (const LecternCertificateField *field)
{
  return (LecternAlign) field->align;
}

static const char *
get_wording (const Typesetting          *run,
             LecternCertificateFieldName field)
{
  const char *theme = g_hash_table_lookup (run->common, "theme");

  if (field == LECTERN_CERTIFICATE_BODY && (theme == NULL || *theme == '\0'))
    return run->design->body_without_theme;

  return run->design->fields[field].wording;
}

static gboolean
is_printed (const Typesetting          *run,
            LecternCertificateFieldName name)
{
  const LecternCertificateField *field = &run->design->fields[name];

  return field->shown && (field->overprinted || !run->run->overprint);
}

/* Whether the field differs from one certificate to the next: by its words or because it hangs
 * below one that does. */
static gboolean
is_own (const Typesetting          *run,
        LecternCertificateFieldName field)
{
  LecternCertificateFieldName before = field;

  if (lectern_certificate_uses (get_wording (run, field), run->own))
    return TRUE;
  if (field == 0 || run->design->fields[field].y != 0)
    return FALSE;
  do
    before--;
  while (before > 0 && !is_printed (run, before));

  return is_own (run, before);
}

static char **
break_scaled (const Typesetting             *run,
              const LecternCertificateField *field,
              const char                    *text,
              double                         scale)
{
  LecternType tried = get_type (field);

  tried.size *= scale;

  return lectern_paper_break (run->fonts, &tried, text, field->width, field->indent);
}

/* A last line of a few letters looks forlorn: a little smaller, it goes into the line above. */
static double
avoid_widow (const Typesetting             *run,
             const LecternCertificateField *field,
             const char                    *text,
             double                         scale)
{
  g_auto (GStrv) lines = break_scaled (run, field, text, scale);
  guint n = g_strv_length (lines);

  if (n < 2 || get_align (field) == LECTERN_ALIGN_CENTRE || g_utf8_strlen (lines[n - 1], -1) > WIDOW_LETTERS)
    return scale;

  for (double tried = scale; tried >= scale * WIDOW_SHRINK; tried *= WIDOW_STEP)
    {
      g_auto (GStrv) fewer = break_scaled (run, field, text, tried);

      if (g_strv_length (fewer) < n)
        return tried;
    }

  return scale;
}

static guint
count_issuers (const Typesetting *run)
{
  const char *text = g_hash_table_lookup (run->common, "issuers");
  g_auto (GStrv) issuers = g_strsplit (text != NULL ? text : "", "\n", -1);

  return g_strv_length (issuers);
}

/* Many issuers are set smaller and closer than one or two. */
static double
get_issuers_scale (guint n)
{
  return n > ISSUERS_LARGE ? ISSUERS_SHRINK : 1;
}

/* How far down the body and the line below it may reach: to the square of the seal, to the code, to a
 * closing line that has a place of its own; and the body's own lines not beside the first issuer. */
static double
get_room (const Typesetting             *run,
          const LecternCertificateField *body,
          double                         scale)
{
  const LecternCertificateDesign *design = run->design;
  const LecternCertificateField  *issuers = &design->fields[LECTERN_CERTIFICATE_ISSUERS];
  const LecternCertificateField  *closing = &design->fields[LECTERN_CERTIFICATE_CLOSING];
  guint                           n = count_issuers (run);
  double                          height = (n > 0 ? n - 1 : 0) * issuers->leading * get_issuers_scale (n) + issuers->size * LECTERN_MM_PER_POINT;
  double                          end = design->height - design->margin_bottom;

  if (design->seal_y > body->y)
    end = MIN (end, design->seal_y);
  if (issuers->shown && issuers->y > body->y)
    end = MIN (end, issuers->y - height - BODY_CLEARANCE + body->leading * scale);
  if (design->code.shown && design->code.y > body->y)
    end = MIN (end, design->code.y - CODE_CLEARANCE);
  if (closing->shown && closing->y > body->y)
    end = MIN (end, closing->y);

  return end - body->y;
}

/* What hangs below the body's last baseline, at full size: the closing line where it has no place of its
 * own, else a line as before it, and what reaches under a baseline. */
static double
get_below (const Typesetting             *run,
           const LecternCertificateField *body)
{
  const LecternCertificateField *closing = &run->design->fields[LECTERN_CERTIFICATE_CLOSING];
  double                         line = is_printed (run, LECTERN_CERTIFICATE_CLOSING) && closing->y == 0 ? closing->leading : body->leading;

  return line + DESCENT * closing->size * LECTERN_MM_PER_POINT;
}

static double
place_body (LecternPage                   *page,
            Typesetting                   *run,
            const LecternCertificateField *field,
            const char                    *text)
{
  LecternType type = get_type (field);
  double      scale = 1;

  for (; scale > BODY_SMALLEST; scale *= BODY_STEP)
    {
      g_auto (GStrv) lines = break_scaled (run, field, text, scale);

      if (((g_strv_length (lines) - 1) * field->leading + get_below (run, field)) * scale <= get_room (run, field, scale))
        break;
    }
  scale = avoid_widow (run, field, text, scale);

  run->body_scale = scale;
  type.size *= scale;

  return lectern_paper_place_paragraph (page, run->fonts, &type, text, field->x, field->y, field->width, field->leading * scale, field->indent, get_align (field));
}

/* By rank, one a line and all of one size; @y is the last one's baseline, so they grow upwards from
 * the date. */
static void
place_issuers (LecternPage                   *page,
               const Typesetting             *run,
               const LecternCertificateField *field,
               const char                    *text)
{
  g_auto (GStrv) issuers = g_strsplit (text, "\n", -1);
  guint       n = g_strv_length (issuers);
  LecternType type = get_type (field);
  double      leading = field->leading * get_issuers_scale (n);
  double      widest = 0;

  type.size *= get_issuers_scale (n);

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, lectern_paper_fonts_measure (run->fonts, type.role, type.size, type.spacing * type.size * LECTERN_MM_PER_POINT, issuers[i]));
  type.size *= MIN (1, field->width / widest);

  for (guint i = 0; i < n; i++)
    lectern_paper_place_line (page, run->fonts, &type, issuers[i], field->x, field->y - (n - 1 - i) * leading, field->width, get_align (field));
}

/* A name of two characters stands as wide as one of three, by letter spacing of its own: what is before
 * and after it keeps its spacing. FALSE: it is to be set like any text. */
static gboolean
place_spread_name (LecternPage                   *page,
                   Typesetting                   *run,
                   const LecternCertificateField *field)
{
  const char      *name = g_hash_table_lookup (run->own, "name");
  const char      *token = strstr (field->wording, "{name}");
  LecternType      type = get_type (field);
  double           em = type.size * LECTERN_MM_PER_POINT;
  double           gap = type.spacing * em;
  double           spread = lectern_paper_get_name_spread (name) * (em + gap) + gap;
  g_autofree char *head = token != NULL ? g_strndup (field->wording, (gsize) (token - field->wording)) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  double           widths[3];
  double           x = field->x;
  double           room;

  if (!run->design->spread_names || token == NULL || strstr (token + 1, "{name}") != NULL || spread <= gap)
    return FALSE;

  before = lectern_certificate_fill (head, run->own, run->common);
  after = lectern_certificate_fill (token + strlen ("{name}"), run->own, run->common);
  widths[0] = *before != '\0' ? lectern_paper_fonts_measure (run->fonts, type.role, type.size, gap, before) + gap : 0;
  widths[1] = lectern_paper_fonts_measure (run->fonts, type.role, type.size, spread, name) + gap;
  widths[2] = lectern_paper_fonts_measure (run->fonts, type.role, type.size, gap, after);
  room = field->width - widths[0] - widths[1] - widths[2];
  if (room < 0)
    return FALSE;
  if (field->align == LECTERN_CERTIFICATE_CENTRE)
    x += room / 2;
  else if (field->align == LECTERN_CERTIFICATE_RIGHT)
    x += room;

  lectern_page_add_text (page, type.role, type.size, type.colour, x, field->y, gap, before);
  lectern_page_add_text (page, type.role, type.size, type.colour, x + widths[0], field->y, spread, name);
  lectern_page_add_text (page, type.role, type.size, type.colour, x + widths[0] + widths[1], field->y, gap, after);

  return TRUE;
}

static double
set_field (LecternPage                *page,
           Typesetting                *run,
           LecternCertificateFieldName name,
           double                      last)
{
  LecternCertificateField field = run->design->fields[name];
  g_autofree char        *text = lectern_certificate_fill (get_wording (run, name), run->own, run->common);
  double                  em = field.size * LECTERN_MM_PER_POINT;
  LecternType             type;

  if (field.y == 0)
    field.y = last + field.leading * run->body_scale;
  if (*text == '\0')
    return last;

  if (name == LECTERN_CERTIFICATE_BODY)
    return place_body (page, run, &field, text);
  if (name == LECTERN_CERTIFICATE_CLOSING)
    field.size *= run->body_scale;
  type = get_type (&field);
  if (name == LECTERN_CERTIFICATE_CLOSING)
    return lectern_paper_place_paragraph (page, run->fonts, &type, text, field.x, field.y, field.width, field.leading * run->body_scale, field.indent, get_align (&field));
  if (name == LECTERN_CERTIFICATE_ISSUERS)
    place_issuers (page, run, &field, text);
  else if (name != LECTERN_CERTIFICATE_NAME || !place_spread_name (page, run, &field))
    lectern_paper_place_fitted (page, run->fonts, &type, text, field.x, field.y - MIDDLE_EM * em, field.width,
                                name == LECTERN_CERTIFICATE_NAME ? NAME_HEIGHT * em : em, get_align (&field));

  return field.y;
}

static double
place_field (LecternPage                *page,
             Typesetting                *run,
             LecternCertificateFieldName name,
             double                      last)
{
  lectern_page_set_part (page, LECTERN_CERTIFICATE_PART (name));
  last = set_field (page, run, name, last);
  lectern_page_set_part (page, 0);

  return last;
}

static void
place_fields (LecternPage *page,
              Typesetting *run,
              gboolean     own)
{
  double last = 0;

  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    if (is_printed (run, i) && is_own (run, i) == own)
      last = place_field (page, run, i, last);
}

/* What is no text ----------------------------------------------------------------------------- */

/* The picture in no more dots than are seen when it is @width mm wide. NULL when @bytes are none. */
static GdkPixbuf *
read_picture (GBytes *bytes,
              double  width)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf = NULL;
  gboolean   done = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  int        most = (int) (width * DOTS_PER_MM);

  if (gdk_pixbuf_loader_close (loader, NULL) && done)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    return NULL;
  pixbuf = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (gdk_pixbuf_get_width (pixbuf) > most)
    {
      GdkPixbuf *large = pixbuf;

      pixbuf = gdk_pixbuf_scale_simple (large, most, MAX (1, (int) ((gint64) most * gdk_pixbuf_get_height (large) / gdk_pixbuf_get_width (large))), GDK_INTERP_BILINEAR);
      g_object_unref (large);
    }

  return pixbuf;
}

/* A background lies under the whole sheet; it is stretched, for it was scanned as the sheet is. */
static void
add_background (LecternPage       *page,
                const Typesetting *run)
{
  const LecternCertificateDesign *design = run->design;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (run->run->background == NULL || (!run->run->on_screen && (!design->background_printed || run->run->overprint)))
    return;
  pixbuf = read_picture (run->run->background, design->width);
  if (pixbuf != NULL)
    lectern_page_add_picture (page, pixbuf, 0, 0, design->width, design->height);
}

static gboolean
is_box_printed (const Typesetting           *run,
                const LecternCertificateBox *box)
{
  return box->shown && (box->overprinted || !run->run->overprint);
}

static void
add_logo (LecternPage       *page,
          const Typesetting *run)
{
  const LecternCertificateBox *box = &run->design->logo;
  g_autoptr (GdkPixbuf) pixbuf = is_box_printed (run, box) && run->run->logo != NULL ? read_picture (run->run->logo, box->width) : NULL;

  if (pixbuf == NULL)
    return;
  lectern_page_set_part (page, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_PLACE_LOGO));
  lectern_page_add_picture (page, pixbuf, box->x, box->y, box->width, box->width * gdk_pixbuf_get_height (pixbuf) / gdk_pixbuf_get_width (pixbuf));
  lectern_page_set_part (page, 0);
}

/* The corners of a square, faint, and a word in it. */
static void
add_square (LecternPage       *page,
            const Typesetting *run,
            double             x,
            double             y,
            double             side,
            LecternWord        word,
            guint              place)
{
  LecternType type = { LECTERN_FONT_BODY, SEAL_TYPE, GUIDE, 0.1 };

  lectern_page_set_part (page, LECTERN_CERTIFICATE_PART (place));
  for (guint i = 0; i < 4; i++)
    {
      double          sx = i % 2 == 0 ? 1 : -1;
      double          sy = i < 2 ? 1 : -1;
      double          cx = sx > 0 ? x : x + side;
      double          cy = sy > 0 ? y : y + side;
      double          length = MIN (SEAL_CORNER, side / 3);
      LecternPathStep steps[] = {
        { LECTERN_STEP_MOVE, { cx + sx * length }, { cy } },
        { LECTERN_STEP_LINE, { cx }, { cy } },
        { LECTERN_STEP_LINE, { cx }, { cy + sy * length } },
      };

      lectern_page_add_path (page, GUIDE, GUIDE_STROKE * 2, steps, G_N_ELEMENTS (steps));
    }
  lectern_paper_place_fitted (page, run->fonts, &type, lectern_paper_word (run->run->language, word), x + 1, y + side - 4.5, side - 2, 6, LECTERN_ALIGN_CENTRE);
  lectern_page_set_part (page, 0);
}

/* Where the seal goes and where texts may stand: never on a certificate that is handed out. */
static void
add_guides (LecternPage       *page,
            const Typesetting *run)
{
  const LecternCertificateDesign *design = run->design;

  if (run->run->draft && (!run->run->overprint || run->run->on_screen)) /* stock is not spoiled for a draft */
    {
      add_square (page, run, design->seal_x, design->seal_y, LECTERN_CERTIFICATE_SEAL, LECTERN_WORD_SEAL_HERE, LECTERN_CERTIFICATE_PLACE_SEAL);
      if (is_box_printed (run, &design->code) && run->run->sign == NULL)
        add_square (page, run, design->code.x, design->code.y, design->code.width, LECTERN_WORD_CODE_HERE, LECTERN_CERTIFICATE_PLACE_CODE);
    }
  if (run->run->margins)
    lectern_page_add_rectangle (page, MARGIN_GUIDE, GUIDE_STROKE, design->margin_left, design->margin_top,
                                design->width - design->margin_left - design->margin_right, design->height - design->margin_top - design->margin_bottom);
}

/* What stands on the certificate as its number, or the bare number. */
static char *
get_serial_text (const Typesetting *run)
{
  const LecternCertificateField *field = &run->design->fields[LECTERN_CERTIFICATE_SERIAL];
  g_autofree char               *text = lectern_certificate_fill (field->wording, run->own, run->common);

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (g_hash_table_lookup (run->own, "serial"));
}

static void
add_code (LecternPage       *page,
          const Typesetting *run)
{
  const LecternCertificateBox *box = &run->design->code;
  g_autofree char             *serial = NULL;
  g_autofree char             *text = NULL;
  g_autoptr (LecternQr) qr = NULL;

  if (run->run->sign == NULL || !is_box_printed (run, box))
    return;
  serial = get_serial_text (run);
  text = run->run->sign (g_hash_table_lookup (run->own, "name"), serial, run->run->sign_data);
  qr = text != NULL ? lectern_qr_new (text) : NULL;
  if (qr == NULL)
    return;
  lectern_page_set_part (page, LECTERN_CERTIFICATE_PART (LECTERN_CERTIFICATE_PLACE_CODE));
  lectern_page_add_qr (page, qr, box->x, box->y, box->width);
  lectern_page_set_part (page, 0);
}

/* Pages --------------------------------------------------------------------------------------- */

static LecternPage *
make_form (Typesetting *run)
{
  const LecternCertificateDesign *design = run->design;
  LecternPage                    *form = lectern_page_new (design->width, design->height);

  add_background (form, run);
  if (run->run->rehearsal)
    lectern_page_add_rehearsal (form, run->fonts, run->run->language);
  if (!run->run->overprint)
    lectern_certificate_add_art (form, design);
  add_logo (form, run);
  add_guides (form, run);
  place_fields (form, run, FALSE);

  return form;
}

static void
set_words (LecternDocument *document,
           GHashTable      *common)
{
  const char *issuers = g_hash_table_lookup (common, "issuers");
  const char *honour = g_hash_table_lookup (common, "honour");
  const char *contest = g_hash_table_lookup (common, "contest");
  g_auto (GStrv) lines = g_strsplit (issuers != NULL ? issuers : "", "\n", -1);
  g_autofree char *author = g_strjoinv ("、", lines);

  lectern_document_set_title (document, honour != NULL ? honour : contest != NULL ? contest
                                                                                  : "");
  lectern_document_set_author (document, author);
}

LecternCertificateDesign *
lectern_certificate_design_shifted (const LecternCertificateDesign *design)
{
  LecternCertificateDesign *moved = lectern_certificate_design_copy (design);
  LecternCertificateBox    *boxes[] = { &moved->logo, &moved->code };

  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    {
      moved->fields[i].x += design->shift_x;
      moved->fields[i].y += moved->fields[i].y != 0 ? design->shift_y : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i]->x += design->shift_x;
      boxes[i]->y += design->shift_y;
    }
  moved->seal_x += design->shift_x;
  moved->seal_y += design->shift_y;

  return moved;
}

LecternDocument *
lectern_certificates_typeset (LecternPaperFonts              *fonts,
                              const LecternCertificateDesign *design,
                              const LecternCertificateRun    *run,
                              GHashTable                     *common,
                              const char *const              *names,
                              guint                           n_names,
                              GError                        **error)
{
  g_autoptr (LecternDocument) document = lectern_document_new (fonts, run->language);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (LecternCertificateDesign) placed = run->overprint ? lectern_certificate_design_shifted (design) : lectern_certificate_design_copy (design);
  g_autoptr (LecternPage) form = NULL;
  Typesetting setting = { fonts, placed, run, common, own, 1 };

  set_words (document, common);
  for (guint i = 0; i < n_names; i++)
    {
      LecternPage *page = lectern_page_new (design->width, design->height);

      g_hash_table_insert (own, (gpointer) "name", g_strdup (names[i]));
      g_hash_table_insert (own, (gpointer) "serial", g_strdup_printf ("%0*u", (int) design->serial_digits, run->serials != NULL ? run->serials[i] : MAX (run->first_serial, 1) + i));
      if (form == NULL)
        form = make_form (&setting);
      lectern_page_set_form (page, form);
      place_fields (page, &setting, TRUE);
      add_code (page, &setting);
      lectern_document_take_page (document, page);
    }
  if (!lectern_document_check (document, error))
    return NULL;

  return g_steal_pointer (&document);
}
