/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ruler page for pre-printed stock (套打): printed once on plain paper and held with the stock
 * against the light, it shows where each text will stand and by how many millimetres all have to move.
 * The ruler lies still, the frames of the texts move with the shift. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate.h"

#include "lectern-certificate-private.h"
#include "lectern-paper-words.h"

#include <math.h>

#define INK 0x000000
#define FRAME 0x1a73b7
#define HAIRLINE 0.15
#define SMALL 7.0
#define TICK 2.0
#define TICK_FIVE 3.2
#define TICK_TEN 5.0
/* Of the frame above a field's first baseline, in ems. */
#define ASCENT 0.9

typedef struct
{
  LecternPage                    *page;
  LecternPaperFonts              *fonts;
  const LecternCertificateDesign *design; /* shifted */
  const char                     *language;
} Ruler;

static void
add_number (Ruler *self,
            int    mm,
            double x,
            double y)
{
  LecternType      type = { LECTERN_FONT_FIGURES, SMALL, INK, 0 };
  g_autofree char *text = g_strdup_printf ("%d", mm);

  lectern_paper_place_line (self->page, self->fonts, &type, text, x - 5, y, 10, LECTERN_ALIGN_CENTRE);
}

/* Ticks at every millimetre along all four edges, numbers at every ten. */
static void
add_scale (Ruler   *self,
           double   length,
           double   across,
           gboolean down)
{
  for (int mm = 0; mm <= (int) floor (length); mm++)
    {
      double tick = mm % 10 == 0 ? TICK_TEN : mm % 5 == 0 ? TICK_FIVE
                                                          : TICK;

      if (down)
        {
          lectern_page_add_line (self->page, INK, HAIRLINE, 0, mm, tick, mm);
          lectern_page_add_line (self->page, INK, HAIRLINE, across, mm, across - tick, mm);
        }
      else
        {
          lectern_page_add_line (self->page, INK, HAIRLINE, mm, 0, mm, tick);
          lectern_page_add_line (self->page, INK, HAIRLINE, mm, across, mm, across - tick);
        }
      if (mm % 10 == 0 && mm > 0 && mm < length - 5)
        add_number (self, mm, down ? TICK_TEN + 3 : mm, down ? mm + 0.9 : TICK_TEN + 2.6);
    }
}

/* @told: the height that the design speaks of, of a text its baseline. */
static void
add_frame (Ruler      *self,
           LecternWord label,
           double      told,
           double      x,
           double      y,
           double      width,
           double      height)
{
  LecternType      type = { LECTERN_FONT_BODY, SMALL, FRAME, 0 };
  g_autofree char *text = g_strdup_printf ("%s  x %.1f  y %.1f", lectern_paper_word (self->language, label), x, told);

  lectern_page_add_rectangle (self->page, FRAME, HAIRLINE, x, y, width, height);
  lectern_paper_place_line (self->page, self->fonts, &type, text, x + 1, y + 2.8, width, LECTERN_ALIGN_LEFT);
}

/* Of what is printed on stock; a field without a place of its own follows the one before it. */
static void
add_frames (Ruler *self)
{
  const LecternCertificateDesign *design = self->design;

  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    {
      const LecternCertificateField *field = &design->fields[i];
      double                         em = field->size * LECTERN_MM_PER_POINT;

      if (!field->shown || !field->overprinted || field->y == 0 || *field->wording == '\0')
        continue;
      add_frame (self, LECTERN_WORD_FIELD_TITLE + i, field->y, field->x, field->y - ASCENT * em, field->width, em);
      lectern_page_add_line (self->page, FRAME, HAIRLINE * 2, field->x, field->y, field->x + field->width, field->y);
    }
  if (design->code.shown && design->code.overprinted)
    add_frame (self, LECTERN_WORD_CODE_HERE, design->code.y, design->code.x, design->code.y, design->code.width, design->code.width);
  if (design->logo.shown && design->logo.overprinted)
    add_frame (self, LECTERN_WORD_LOGO_HERE, design->logo.y, design->logo.x, design->logo.y, design->logo.width, design->logo.width);
  add_frame (self, LECTERN_WORD_SEAL_HERE, design->seal_y, design->seal_x, design->seal_y, LECTERN_CERTIFICATE_SEAL, LECTERN_CERTIFICATE_SEAL);
}

static void
add_words (Ruler                          *self,
           const LecternCertificateDesign *still)
{
  LecternFontRole  role = g_str_equal (self->language, "en") ? LECTERN_FONT_LATIN : LECTERN_FONT_BODY;
  LecternType      heading = { LECTERN_FONT_HEADING, 15, INK, 0.05 };
  LecternType      text = { role, 10, INK, 0 };
  double           x = still->margin_left, width = still->width - still->margin_left - still->margin_right;
  char             right[G_ASCII_DTOSTR_BUF_SIZE];
  char             below[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *shift = NULL;
  double           y;

  g_ascii_formatd (right, sizeof right, "%.1f", still->shift_x);
  g_ascii_formatd (below, sizeof below, "%.1f", still->shift_y);
  shift = lectern_paper_phrase (self->language, LECTERN_WORD_RULER_SHIFT, right, below, NULL);
  lectern_paper_place_line (self->page, self->fonts, &heading, lectern_paper_word (self->language, LECTERN_WORD_RULER), x, still->margin_top + 4, width, LECTERN_ALIGN_CENTRE);
  y = lectern_paper_place_paragraph (self->page, self->fonts, &text, lectern_paper_word (self->language, LECTERN_WORD_RULER_HELP), x, still->margin_top + 11, width, 5, 0, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_line (self->page, self->fonts, &text, shift, x, y + 6, width, LECTERN_ALIGN_CENTRE);
}

LecternDocument *
lectern_certificates_ruler_new (const LecternCertificateDesign *design,
                                const char                     *language,
                                GError                        **error)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternDocument) document = lectern_document_new (fonts, language);
  g_autoptr (LecternCertificateDesign) shifted = lectern_certificate_design_shifted (design);
  Ruler ruler = { lectern_page_new (design->width, design->height), fonts, shifted, language };

  add_scale (&ruler, design->width, design->height, FALSE);
  add_scale (&ruler, design->height, design->width, TRUE);
  add_frames (&ruler);
  add_words (&ruler, design);
  lectern_document_take_page (document, ruler.page);
  lectern_document_set_title (document, lectern_paper_word (language, LECTERN_WORD_RULER));

  return lectern_document_check (document, error) ? g_steal_pointer (&document) : NULL;
}
