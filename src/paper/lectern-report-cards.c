/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What lies at a judge's place in the morning. All that a laptop needs is on it, readable at arm's
 * length, and why a browser warns is said before it does. A code that was used already is not
 * printed: it would only send somebody to ask. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-cards.h"

#include "lectern-pairing-link.h"
#include "lectern-qr.h"
#include "lectern-report-frame.h"

#include <glib/gi18n-lib.h>

#define WIDTH 210.0
#define HEIGHT 297.0
#define COLUMNS 2
#define ROWS 2
#define CARD_WIDTH (WIDTH / COLUMNS)
#define CARD_HEIGHT (HEIGHT / ROWS)
/* Inside a card. */
#define MARGIN 9.0
#define TEXT_WIDTH (CARD_WIDTH - 2 * MARGIN)
/* Its light zone reaches into the margin, so that what is dark begins where the text does. */
#define QR_SIZE 50.0
#define QR_X (MARGIN - 3.7)
#define SIDE_X (QR_X + QR_SIZE)
#define SIDE_WIDTH (CARD_WIDTH - MARGIN - SIDE_X)
#define CONTEST_MIDDLE 13.0
#define CONTEST_HEIGHT 7.0
#define WHO_MIDDLE 23.0
#define WHO_HEIGHT 10.0
#define RULE_Y 30.0
#define QR_Y 30.0
#define ADDRESSES_MAX 4
#define STEPS_Y 88.0
#define STEP_SIZE 9.5
#define STEP_LEADING 4.7
#define NOTE_SIZE 8.0
#define NOTE_LEADING 4.0
/* Cuts are marked at the edges and where they cross: a line through would be cut beside. */
#define CUT_COLOUR 0x999999
#define CUT_STROKE 0.15
#define CUT_LENGTH 6.0

typedef struct
{
  const LecternJudge   *judge;
  const LecternPairing *pairing;
} Card;

typedef struct
{
  LecternReport      report;
  const char *const *addresses;
  const char        *fingerprint;
  GArray            *cards; /* Card, by the judges' numbers */
} Cards;

static const char *
get_word (const Cards *self,
          LecternWord  word)
{
  return lectern_paper_word (self->report.language, word);
}

static LecternType
get_type (const Cards *self,
          double       size,
          guint32      colour)
{
  return (LecternType){ lectern_report_get_text_role (&self->report), size, colour, 0 };
}

/* A small word above what it names; where the next thing may begin. */
static double
add_label (const Cards *self,
           LecternPage *page,
           LecternWord  word,
           double       x,
           double       y,
           double       width)
{
  LecternType type = get_type (self, 8, LECTERN_REPORT_GREY);

  lectern_paper_place_line (page, self->report.fonts, &type, get_word (self, word), x, y, width, LECTERN_ALIGN_LEFT);
  return y + 1;
}

static char *
describe_judge (const Cards        *self,
                const LecternJudge *judge)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) judge->number);

  return lectern_paper_phrase (self->report.language, LECTERN_WORD_CARD_JUDGE, number, judge->name, NULL);
}

static void
add_head (const Cards *self,
          LecternPage *page,
          const Card  *card,
          double       x,
          double       y)
{
  const LecternContestRecord *record = lectern_contest_get_record (self->report.contest);
  LecternType                 contest = get_type (self, 11, LECTERN_REPORT_INK);
  LecternType                 who = { LECTERN_FONT_HEADING, 19, LECTERN_REPORT_INK, 0 };
  g_autofree char            *judge = describe_judge (self, card->judge);

  lectern_paper_place_fitted (page, self->report.fonts, &contest, record->title, x + MARGIN, y + CONTEST_MIDDLE, TEXT_WIDTH, CONTEST_HEIGHT, LECTERN_ALIGN_LEFT);
  lectern_paper_place_fitted (page, self->report.fonts, &who, judge, x + MARGIN, y + WHO_MIDDLE, TEXT_WIDTH, WHO_HEIGHT, LECTERN_ALIGN_LEFT);
  lectern_page_add_line (page, LECTERN_REPORT_GREY, 0.2, x + MARGIN, y + RULE_Y, x + CARD_WIDTH - MARGIN, y + RULE_Y);
}

static void
add_qr (const Cards *self,
        LecternPage *page,
        const Card  *card,
        double       x,
        double       y)
{
  g_autofree char *link = lectern_pairing_link_write (self->addresses[0], card->pairing->code, self->fingerprint);
  g_autoptr (LecternQr) qr = lectern_qr_new (link);

  if (qr != NULL)
    lectern_page_add_qr (page, qr, x + QR_X, y + QR_Y, QR_SIZE);
}

/* At the right of the QR code: the code, and where to. */
static void
add_side (const Cards *self,
          LecternPage *page,
          const Card  *card,
          double       x,
          double       y)
{
  LecternType      figures = { LECTERN_FONT_HEADING, 25, LECTERN_REPORT_INK, 0 };
  LecternType      address = { LECTERN_FONT_FIGURES, 10, LECTERN_REPORT_INK, 0 };
  g_autofree char *code = g_strdup_printf ("%.3s  %s", card->pairing->code, card->pairing->code + 3); /* a gap seen from afar */
  double           top = y + QR_Y + 6;

  x += SIDE_X;
  top = add_label (self, page, LECTERN_WORD_CARD_CODE, x, top, SIDE_WIDTH);
  lectern_paper_place_fitted (page, self->report.fonts, &figures, code, x, top + 6.5, SIDE_WIDTH, 12, LECTERN_ALIGN_LEFT);
  top = add_label (self, page, LECTERN_WORD_CARD_ADDRESS, x, top + 19, SIDE_WIDTH);
  for (guint i = 0; self->addresses[i] != NULL && i < ADDRESSES_MAX; i++, top += 5.2)
    lectern_paper_place_fitted (page, self->report.fonts, &address, self->addresses[i], x, top + 3, SIDE_WIDTH, 4.6, LECTERN_ALIGN_LEFT);
}

static double
add_short_form (const Cards *self,
                LecternPage *page,
                double       x,
                double       y)
{
  LecternType      type = { LECTERN_FONT_FIGURES, 13, LECTERN_REPORT_INK, 0.04 };
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (self->fingerprint);

  y = add_label (self, page, LECTERN_WORD_CARD_SHORT_FORM, x, y, TEXT_WIDTH);
  lectern_paper_place_line (page, self->report.fonts, &type, digits, x, y + 5, TEXT_WIDTH, LECTERN_ALIGN_LEFT);
  return y;
}

static void
add_words (const Cards *self,
           LecternPage *page,
           double       x,
           double       y)
{
  static const LecternWord steps[] = { LECTERN_WORD_CARD_STEP_1, LECTERN_WORD_CARD_STEP_2, LECTERN_WORD_CARD_STEP_3 };
  LecternType              step = get_type (self, STEP_SIZE, LECTERN_REPORT_INK);
  LecternType              note = get_type (self, NOTE_SIZE, LECTERN_REPORT_GREY);

  x += MARGIN;
  add_short_form (self, page, x, y + QR_Y + QR_SIZE + 1);
  y += STEPS_Y + 5;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++, y += STEP_LEADING + 0.8)
    y = lectern_paper_place_paragraph (page, self->report.fonts, &step, get_word (self, steps[i]), x, y, TEXT_WIDTH, STEP_LEADING, 0, LECTERN_ALIGN_LEFT);
  y = lectern_paper_place_paragraph (page, self->report.fonts, &note, get_word (self, LECTERN_WORD_CARD_BROWSER), x, y + 0.5, TEXT_WIDTH, NOTE_LEADING, 0, LECTERN_ALIGN_LEFT);
  lectern_paper_place_paragraph (page, self->report.fonts, &note, get_word (self, LECTERN_WORD_CARD_ONCE), x, y + NOTE_LEADING + 0.8, TEXT_WIDTH, NOTE_LEADING, 0, LECTERN_ALIGN_LEFT);
}

static void
add_cross (LecternPage *page,
           double       x,
           double       y)
{
  lectern_page_add_line (page, CUT_COLOUR, CUT_STROKE, MAX (x - CUT_LENGTH, 0), y, MIN (x + CUT_LENGTH, WIDTH), y);
  lectern_page_add_line (page, CUT_COLOUR, CUT_STROKE, x, MAX (y - CUT_LENGTH, 0), x, MIN (y + CUT_LENGTH, HEIGHT));
}

static void
add_cuts (LecternPage *page)
{
  for (guint column = 0; column <= COLUMNS; column++)
    for (guint row = 0; row <= ROWS; row++)
      if ((column > 0 && column < COLUMNS) || (row > 0 && row < ROWS))
        add_cross (page, column * CARD_WIDTH, row * CARD_HEIGHT);
}

static void
add_card (const Cards *self,
          LecternPage *page,
          const Card  *card,
          guint        place)
{
  double x = place % COLUMNS * CARD_WIDTH;
  double y = place / COLUMNS * CARD_HEIGHT;

  add_head (self, page, card, x, y);
  add_qr (self, page, card, x, y);
  add_side (self, page, card, x, y);
  add_words (self, page, x, y);
}

static const LecternPairing *
find_open_code (LecternContest *contest,
                gint64          judge)
{
  const LecternPairing  key = { .record.table = &lectern_table_pairing, .judge = judge };
  const LecternPairing *pairing = lectern_contest_find (contest, &key);

  return pairing != NULL && pairing->used == 0 ? pairing : NULL;
}

static GArray *
list_cards (LecternContest *contest,
            gint64          judge)
{
  GArray    *cards = g_array_new (FALSE, FALSE, sizeof (Card));
  GPtrArray *judges = lectern_contest_get_judges (contest);

  for (guint i = 0; i < judges->len; i++)
    {
      Card card = { .judge = judges->pdata[i] };

      card.pairing = find_open_code (contest, card.judge->number);
      if (card.judge->active == 1 && card.pairing != NULL && (judge == 0 || card.judge->number == judge))
        g_array_append_val (cards, card);
    }
  return cards;
}

LecternDocument *
lectern_report_cards_new (LecternContest    *contest,
                          gint64             judge,
                          const char *const *addresses,
                          const char        *fingerprint,
                          gint64             printed_us,
                          GError           **error)
{
  Cards                       self = { .addresses = addresses, .fingerprint = fingerprint };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_CARD_TITLE), NULL);
  g_autoptr (GArray) cards = NULL;
  LecternPage *page = NULL;

  if (!lectern_report_init (&self.report, contest, NULL, title, printed_us, error))
    return NULL;
  if (addresses == NULL || addresses[0] == NULL || fingerprint == NULL)
    return lectern_report_refuse (&self.report, error, _ ("Cards need the address and the certificate of the judges’ server."));
  self.cards = cards = list_cards (contest, judge);
  if (cards->len == 0)
    return lectern_report_refuse (&self.report, error, _ ("No judge has a pairing code that is still to be used. Make codes first."));
  for (guint i = 0; i < cards->len; i++)
    {
      if (i % (COLUMNS * ROWS) == 0)
        {
          page = lectern_report_add_page (&self.report, WIDTH, HEIGHT);
          add_cuts (page);
        }
      add_card (&self, page, &g_array_index (cards, Card, i), i % (COLUMNS * ROWS));
    }

  return lectern_report_finish (&self.report, error);
}
