/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Certificates (荣誉证书): title centred, the name flush left, the body two characters in, issuers by
 * rank and the date lower right, with 45 mm kept clear for the seal that a person sets by hand. For
 * stock that comes with border and title (套打) only the fields are printed. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate.h"

#include "lectern-certificate-art.h"
#include "lectern-certificate-wording.h"
#include "lectern-paper-banner.h"
#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INK 0x2b1d1a
#define FAINT_INK 0x7a6a58

/* A body too long for its place is set smaller, in these steps, never below half. */
#define BODY_STEP 0.95
#define BODY_SMALLEST 0.5
/* A last line of up to so many letters is a widow; to be rid of it the body may shrink so far. */
#define WIDOW_LETTERS 4
#define WIDOW_SHRINK 0.92
#define WIDOW_STEP 0.99
/* Between the body's last line and the first issuer, in mm. */
#define BODY_CLEARANCE 2.5
/* From the title's baseline to the rule under it. */
#define RULE_DROP 7.5
#define RULE_LENGTH 110.0
/* Up to two issuers are set large; more of them smaller and closer. */
#define ISSUERS_LARGE 2
#define ISSUERS_SHRINK 0.78
/* A long name may take two smaller lines: so high, in ems of its full size. */
#define NAME_HEIGHT 1.5
/* The middle of a line above its baseline, in ems. */
#define MIDDLE_EM 0.36

typedef struct
{
  gboolean     overprinted;
  LecternType  type;
  double       x, y, width, leading, indent;
  LecternAlign align;
  const char  *wording;
} FieldDefault;

/* clang-format off */
static const FieldDefault chinese_fields[LECTERN_CERTIFICATE_N_FIELDS] = {
  [LECTERN_CERTIFICATE_TITLE] = { FALSE, { LECTERN_FONT_TITLE, 52, LECTERN_CERTIFICATE_RED, 0.6 }, 25, 52, 247, 0, 0, LECTERN_ALIGN_CENTRE, "荣誉证书" },
  [LECTERN_CERTIFICATE_LEAD] = { TRUE, { LECTERN_FONT_BODY, 16, INK, 0 }, 41.5, 68, 214, 0, 0, LECTERN_ALIGN_CENTRE, "" },
  [LECTERN_CERTIFICATE_NAME] = { TRUE, { LECTERN_FONT_NAME, 28, INK, 0.02 }, 41.5, 80, 214, 0, 0, LECTERN_ALIGN_LEFT, "{name} 同志：" },
  [LECTERN_CERTIFICATE_BODY] = { TRUE, { LECTERN_FONT_BODY, 23, INK, 0.01 }, 41.5, 99, 214, 16.5, 2, LECTERN_ALIGN_JUSTIFY, "在{city}“{theme}”{event}{occasion}中成绩突出，{verb}“{honour}”。" },
  [LECTERN_CERTIFICATE_CLOSING] = { TRUE, { LECTERN_FONT_BODY, 23, INK, 0.01 }, 41.5, 0, 150, 16.5, 2, LECTERN_ALIGN_LEFT, "特发此证，以资鼓励。" },
  [LECTERN_CERTIFICATE_ISSUERS] = { TRUE, { LECTERN_FONT_BODY, 18.5, INK, 0.02 }, 182, 166, 82, 9.2, 0, LECTERN_ALIGN_CENTRE, "{issuers}" },
  [LECTERN_CERTIFICATE_DATE] = { TRUE, { LECTERN_FONT_BODY, 18.5, INK, 0.02 }, 182, 177.5, 82, 0, 0, LECTERN_ALIGN_CENTRE, "{date}" },
  [LECTERN_CERTIFICATE_SERIAL] = { TRUE, { LECTERN_FONT_BODY, 11.5, FAINT_INK, 0.02 }, 41.5, 184, 120, 0, 0, LECTERN_ALIGN_LEFT, "" },
};

static const FieldDefault english_fields[LECTERN_CERTIFICATE_N_FIELDS] = {
  [LECTERN_CERTIFICATE_TITLE] = { FALSE, { LECTERN_FONT_TITLE, 42, LECTERN_CERTIFICATE_RED, 0.03 }, 25, 49, 247, 0, 0, LECTERN_ALIGN_CENTRE, "Certificate of Honour" },
  [LECTERN_CERTIFICATE_LEAD] = { TRUE, { LECTERN_FONT_LATIN, 16, INK, 0.02 }, 41.5, 73, 214, 0, 0, LECTERN_ALIGN_CENTRE, "This certificate is presented to" },
  [LECTERN_CERTIFICATE_NAME] = { TRUE, { LECTERN_FONT_NAME, 34, INK, 0.02 }, 41.5, 91, 214, 0, 0, LECTERN_ALIGN_CENTRE, "{name}" },
  [LECTERN_CERTIFICATE_BODY] = { TRUE, { LECTERN_FONT_LATIN, 17, INK, 0.01 }, 46, 106, 205, 10, 0, LECTERN_ALIGN_CENTRE, "for an outstanding talk on the theme “{theme}” in the contest “{contest}”, and with it the award “{award}”." },
  [LECTERN_CERTIFICATE_CLOSING] = { TRUE, { LECTERN_FONT_LATIN, 15, INK, 0.01 }, 46, 0, 205, 12, 0, LECTERN_ALIGN_CENTRE, "With our congratulations and our encouragement." },
  [LECTERN_CERTIFICATE_ISSUERS] = { TRUE, { LECTERN_FONT_LATIN, 17, INK, 0.01 }, 182, 166, 82, 9.2, 0, LECTERN_ALIGN_CENTRE, "{issuers}" },
  [LECTERN_CERTIFICATE_DATE] = { TRUE, { LECTERN_FONT_LATIN, 17, INK, 0.01 }, 182, 177.5, 82, 0, 0, LECTERN_ALIGN_CENTRE, "{date}" },
  [LECTERN_CERTIFICATE_SERIAL] = { TRUE, { LECTERN_FONT_LATIN, 11.5, FAINT_INK, 0.02 }, 41.5, 184, 120, 0, 0, LECTERN_ALIGN_LEFT, "" },
};
/* clang-format on */

static const char chinese_without_theme[] = "在{stem}{occasion}中成绩突出，{verb}“{honour}”。";
static const char english_without_theme[] = "for an outstanding talk in the contest “{contest}”, and with it the award “{award}”.";

/* What every certificate of a run is set from. */
typedef struct
{
  LecternPaperFonts              *fonts;
  const LecternCertificateDesign *design;
  GHashTable                     *common;
  GHashTable                     *own; /* {name}, {serial} */
  gboolean                        overprint;
  double                          body_scale; /* what the body shrank by; the closing follows */
} Typesetting;

LecternCertificateDesign *
lectern_certificate_design_new (const char *language)
{
  LecternCertificateDesign *self = g_new0 (LecternCertificateDesign, 1);
  gboolean                  english = g_strcmp0 (language, "en") == 0;
  const FieldDefault       *defaults = english ? english_fields : chinese_fields;

  self->width = 297;
  self->height = 210;
  self->border = TRUE;
  self->seal_x = 223 - LECTERN_CERTIFICATE_SEAL / 2;
  self->seal_y = 148;
  self->body_without_theme = g_strdup (english ? english_without_theme : chinese_without_theme);
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    {
      const FieldDefault *from = &defaults[i];

      self->fields[i] = (LecternCertificateField){ TRUE, from->overprinted, from->type, from->x, from->y, from->width, from->leading, from->indent, from->align, g_strdup (from->wording) };
    }

  return self;
}

void
lectern_certificate_design_free (LecternCertificateDesign *self)
{
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    g_free (self->fields[i].wording);
  g_free (self->body_without_theme);
  g_free (self);
}

void
lectern_certificate_design_set_wording (LecternCertificateDesign   *self,
                                        LecternCertificateFieldName field,
                                        const char                 *wording)
{
  g_return_if_fail (field < LECTERN_CERTIFICATE_N_FIELDS);

  g_free (self->fields[field].wording);
  self->fields[field].wording = g_strdup (wording);
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

/* Whether the field differs from one certificate to the next: by its words or because it hangs
 * below a field that does. */
static gboolean
is_own (const Typesetting          *run,
        LecternCertificateFieldName field)
{
  if (lectern_certificate_uses (get_wording (run, field), run->own))
    return TRUE;

  return field > 0 && run->design->fields[field].y == 0 && is_own (run, field - 1);
}

static char **
break_scaled (const Typesetting             *run,
              const LecternCertificateField *field,
              const char                    *text,
              double                         scale)
{
  LecternType tried = field->type;

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

  if (n < 2 || field->align == LECTERN_ALIGN_CENTRE || g_utf8_strlen (lines[n - 1], -1) > WIDOW_LETTERS)
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

/* How far down the body and the line below it may reach: to the square of the seal, and the body's
 * own lines not beside the first issuer. */
static double
get_room (const Typesetting             *run,
          const LecternCertificateField *body,
          double                         scale)
{
  const LecternCertificateField *issuers = &run->design->fields[LECTERN_CERTIFICATE_ISSUERS];
  guint                          n = count_issuers (run);
  double                         height = (n > 0 ? n - 1 : 0) * issuers->leading * get_issuers_scale (n) + issuers->type.size * LECTERN_MM_PER_POINT;

  return MIN (run->design->seal_y, issuers->y - height - BODY_CLEARANCE + body->leading * scale) - body->y;
}

static double
place_body (LecternPage                   *page,
            Typesetting                   *run,
            const LecternCertificateField *field,
            const char                    *text)
{
  LecternType type = field->type;
  double      scale = 1;

  for (; scale > BODY_SMALLEST; scale *= BODY_STEP)
    {
      g_auto (GStrv) lines = break_scaled (run, field, text, scale);

      if (g_strv_length (lines) * field->leading * scale <= get_room (run, field, scale))
        break;
    }
  scale = avoid_widow (run, field, text, scale);

  run->body_scale = scale;
  type.size *= scale;

  return lectern_paper_place_paragraph (page, run->fonts, &type, text, field->x, field->y, field->width, field->leading * scale, field->indent, field->align);
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
  LecternType type = field->type;
  double      leading = field->leading * get_issuers_scale (n);
  double      widest = 0;

  type.size *= get_issuers_scale (n);

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, lectern_paper_fonts_measure (run->fonts, type.role, type.size, type.spacing * type.size * LECTERN_MM_PER_POINT, issuers[i]));
  type.size *= MIN (1, field->width / widest);

  for (guint i = 0; i < n; i++)
    lectern_paper_place_line (page, run->fonts, &type, issuers[i], field->x, field->y - (n - 1 - i) * leading, field->width, field->align);
}

static double
place_field (LecternPage                *page,
             Typesetting                *run,
             LecternCertificateFieldName name,
             double                      last)
{
  LecternCertificateField field = run->design->fields[name];
  g_autofree char        *text = lectern_certificate_fill (get_wording (run, name), run->own, run->common);
  double                  em = field.type.size * LECTERN_MM_PER_POINT;

  if (field.y == 0)
    field.y = last + field.leading * run->body_scale;
  if (*text == '\0')
    return last;

  if (name == LECTERN_CERTIFICATE_BODY)
    return place_body (page, run, &field, text);
  if (name == LECTERN_CERTIFICATE_CLOSING)
    {
      field.type.size *= run->body_scale;
      return lectern_paper_place_paragraph (page, run->fonts, &field.type, text, field.x, field.y, field.width, field.leading, field.indent, field.align);
    }
  if (name == LECTERN_CERTIFICATE_ISSUERS)
    place_issuers (page, run, &field, text);
  else
    lectern_paper_place_fitted (page, run->fonts, &field.type, text, field.x, field.y - MIDDLE_EM * em, field.width,
                                name == LECTERN_CERTIFICATE_NAME ? NAME_HEIGHT * em : em, field.align);

  return field.y;
}

static void
place_fields (LecternPage *page,
              Typesetting *run,
              gboolean     own)
{
  double last = 0;

  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    {
      const LecternCertificateField *field = &run->design->fields[i];

      if (field->shown && (field->overprinted || !run->overprint) && is_own (run, i) == own)
        last = place_field (page, run, i, last);
    }
}

static LecternPage *
make_form (Typesetting *run,
           const char  *language,
           gboolean     rehearsal)
{
  const LecternCertificateDesign *design = run->design;
  LecternPage                    *form = lectern_page_new (design->width, design->height);

  if (rehearsal)
    lectern_page_add_rehearsal (form, run->fonts, language);
  if (design->border && !run->overprint)
    {
      lectern_certificate_add_border (form);
      lectern_certificate_add_rule (form, design->width / 2, design->fields[LECTERN_CERTIFICATE_TITLE].y + RULE_DROP, RULE_LENGTH);
    }
  place_fields (form, run, FALSE);

  return form;
}

static char *
make_title (GHashTable *common)
{
  const char *honour = g_hash_table_lookup (common, "honour");
  const char *contest = g_hash_table_lookup (common, "contest");

  return g_strdup (honour != NULL ? honour : contest != NULL ? contest
                                                             : "");
}

static void
set_words (LecternDocument *document,
           GHashTable      *common)
{
  const char *issuers = g_hash_table_lookup (common, "issuers");
  g_auto (GStrv) lines = g_strsplit (issuers != NULL ? issuers : "", "\n", -1);
  g_autofree char *author = g_strjoinv ("、", lines);
  g_autofree char *title = make_title (common);

  lectern_document_set_title (document, title);
  lectern_document_set_author (document, author);
}

LecternDocument *
lectern_certificates_typeset (LecternPaperFonts              *fonts,
                              const LecternCertificateDesign *design,
                              const char                     *language,
                              GHashTable                     *common,
                              const char *const              *names,
                              guint                           n_names,
                              gboolean                        overprint,
                              gboolean                        rehearsal,
                              GError                        **error)
{
  g_autoptr (LecternDocument) document = lectern_document_new (fonts, language);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (LecternPage) form = NULL;
  Typesetting run = { fonts, design, common, own, overprint, 1 };

  set_words (document, common);
  for (guint i = 0; i < n_names; i++)
    {
      LecternPage *page = lectern_page_new (design->width, design->height);

      g_hash_table_insert (own, (gpointer) "name", g_strdup (names[i]));
      g_hash_table_insert (own, (gpointer) "serial", g_strdup_printf ("%03u", i + 1));
      if (form == NULL)
        form = make_form (&run, language, rehearsal);
      lectern_page_set_form (page, form);
      place_fields (page, &run, TRUE);
      lectern_document_take_page (document, page);
    }
  if (!lectern_document_check (document, error))
    return NULL;

  return g_steal_pointer (&document);
}

static const LecternAward *
find_award (LecternContest *contest,
            const char     *key,
            GError        **error)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);

  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);

      if (key != NULL ? g_str_equal (award->key, key) : award->places != LECTERN_NULL)
        return award;
    }

  if (key != NULL)
    g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_UNKNOWN,
                 /* Translators: the key of an award. */
                 _ ("There is no award “%s” in this contest."), key);
  else
    g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_UNKNOWN,
                 _ ("No award of this contest has places; say which award to print."));
  return NULL;
}

static gboolean
check_decided (const LecternRanking *ranking,
               const LecternAward   *award,
               GError              **error)
{
  for (guint i = 0; i < ranking->open_ties->len; i++)
    {
      const LecternOpenTie *tie = g_ptr_array_index (ranking->open_ties, i);

      if (g_strcmp0 (tie->award, award->key) != 0)
        continue;

      g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_UNDECIDED,
                   /* Translators: the name of an award, then a rank. */
                   _ ("Who gets “%s” is not decided: there is a tie at rank %u. Record the jury’s decision first."), award->name, tie->rank);
      return FALSE;
    }

  return TRUE;
}

/* Awards are of the last round; before it a place in the next one is all there is to get. */
static gboolean
check_awards (LecternContest       *contest,
              const LecternRanking *ranking,
              GError              **error)
{
  const LecternRound *round = ranking->feeds ? lectern_contest_get_round (contest, ranking->round) : NULL;
  const LecternRound *next = round != NULL ? lectern_rounds_get_next (contest, round) : NULL;

  if (next == NULL)
    return TRUE;
  g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING,
               /* Translators: the names of two rounds. */
               _ ("“%s” gives no awards: its best go on to “%s”. Certificates are printed after that."), round->name, next->name);
  return FALSE;
}

static GPtrArray *
list_winners (const LecternRanking *ranking,
              const LecternAward   *award)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    if (g_strcmp0 (ranking->rows[i].award, award->key) == 0)
      g_ptr_array_add (names, ranking->rows[i].nominee->name);

  return names;
}

LecternDocument *
lectern_certificates_new (LecternContest       *contest,
                          const LecternRanking *ranking,
                          const char           *award_key,
                          gboolean              overprint,
                          GError              **error)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternAward         *award = find_award (contest, award_key, error);
  g_autoptr (LecternCertificateDesign) design = NULL;
  g_autoptr (LecternPaperFonts) fonts = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (award == NULL || !check_awards (contest, ranking, error) || !check_decided (ranking, award, error))
    return NULL;

  names = list_winners (ranking, award);
  if (names->len == 0)
    {
      g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING,
                   /* Translators: the name of an award. */
                   _ ("Nobody has the award “%s” yet."), award->name);
      return NULL;
    }

  design = lectern_certificate_design_new (record->language);
  fonts = lectern_paper_fonts_new ();
  words = lectern_certificate_words_new (contest, award);

  return lectern_certificates_typeset (fonts, design, record->language, words, (const char *const *) names->pdata, names->len, overprint, record->rehearsal == 1, error);
}
