/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who gets a certificate (荣誉证书), under which number and in which design. Numbers run on through the
 * awards in their order, so that no two certificates of a contest have the same. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate.h"

#include "lectern-certificate-wording.h"
#include "lectern-name-list.h"
#include "lectern-paper-error.h"
#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>

#define SAMPLES_MOST 3

const LecternAward *
lectern_certificates_find_award (LecternContest *contest,
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

/* LecternRankingRow of who has @award, in @order; the array alone is owned by the caller. */
static GPtrArray *
list_winners (const LecternRanking *ranking,
              const LecternAward   *award,
              LecternNameOrder      order)
{
  GPtrArray *rows = lectern_name_list_rows (ranking, order);

  for (guint i = rows->len; i > 0; i--)
    if (g_strcmp0 (((const LecternRankingRow *) rows->pdata[i - 1])->award, award->key) != 0)
      g_ptr_array_remove_index (rows, i - 1);

  return rows;
}

/* Who gets one, in the order they are printed in, and which number each has: by place, whatever the order, so that a
 * second printing gives nobody another number. */
typedef struct
{
  GPtrArray *names; /* borrowed */
  GArray    *serials;
} Recipients;

static void
recipients_clear (Recipients *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->serials, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recipients, recipients_clear)

static void
add_winners (Recipients                    *self,
             const LecternRanking          *ranking,
             const LecternAward            *award,
             const LecternCertificateOrder *order)
{
  g_autoptr (GPtrArray) by_place = list_winners (ranking, award, LECTERN_NAME_ORDER_RANK);
  g_autoptr (GPtrArray) rows = list_winners (ranking, award, order->ordered ? order->names : LECTERN_NAME_ORDER_RANK);

  for (guint i = 0; i < rows->len; i++)
    {
      guint place = 0;

      g_ptr_array_find (by_place, rows->pdata[i], &place);
      g_ptr_array_add (self->names, ((const LecternRankingRow *) rows->pdata[i])->nominee->name);
      g_array_append_val (self->serials, place);
    }
}

/* Before there is a result: names of two, of three and of most characters, as far as there are. */
static void
list_samples (LecternContest *contest,
              GPtrArray      *names)
{
  static const char *const made_up[] = { "王韦", "马晓𬱖", "阿卜杜拉·买买提" };
  GPtrArray               *nominees = lectern_contest_get_nominees (contest);
  const char              *found[SAMPLES_MOST] = { NULL };

  for (guint i = 0; i < nominees->len; i++)
    {
      const char *name = ((const LecternNominee *) nominees->pdata[i])->name;
      glong       n = g_utf8_strlen (name, -1);
      guint       which = n == 2 ? 0 : n == 3 ? 1
                                              : 2;

      if (found[which] == NULL || (which == 2 && n > g_utf8_strlen (found[which], -1)))
        found[which] = name;
    }
  for (guint i = 0; i < SAMPLES_MOST; i++)
    if (found[i] != NULL || nominees->len == 0)
      g_ptr_array_add (names, (gpointer) (found[i] != NULL ? found[i] : made_up[i]));
}

/* How many certificates the awards before @award have. */
static guint
count_before (LecternContest       *contest,
              const LecternRanking *ranking,
              const LecternAward   *award)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);
  guint      n = 0;

  for (guint i = 0; i < awards->len && awards->pdata[i] != award; i++)
    {
      g_autoptr (GPtrArray) winners = list_winners (ranking, awards->pdata[i], LECTERN_NAME_ORDER_RANK);

      n += winners->len;
    }

  return n;
}

static gboolean
list_recipients (Recipients                    *self,
                 LecternContest                *contest,
                 const LecternRanking          *ranking,
                 const LecternCertificateOrder *order,
                 const LecternAward            *award,
                 GError                       **error)
{
  self->names = g_ptr_array_new ();
  self->serials = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!order->sample && (!check_awards (contest, ranking, error) || !check_decided (ranking, award, error)))
    return FALSE;

  add_winners (self, ranking, award, order);
  if (order->sample && self->names->len == 0)
    list_samples (contest, self->names);
  for (guint i = self->serials->len; i < self->names->len; i++)
    g_array_append_val (self->serials, i);
  if (self->names->len > 0)
    return TRUE;

  g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING,
               /* Translators: the name of an award. */
               _ ("Nobody has the award “%s” yet."), award->name);
  return FALSE;
}

LecternDocument *
lectern_certificates_new_with (LecternContest                *contest,
                               const LecternRanking          *ranking,
                               const LecternCertificateOrder *order,
                               GError                       **error)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternAward         *award = lectern_certificates_find_award (contest, order->award, error);
  LecternCertificateRun       run = order->run;
  g_autoptr (LecternCertificateDesign) design = NULL;
  g_autoptr (LecternPaperFonts) fonts = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_auto (Recipients) recipients = { 0 };

  if (award == NULL || !list_recipients (&recipients, contest, ranking, order, award, error))
    return NULL;

  design = order->design != NULL ? lectern_certificate_design_copy (order->design) : lectern_contest_get_certificate_design (contest, award->key);
  fonts = lectern_paper_fonts_new_for (contest);
  words = lectern_certificate_words_new (contest, award);
  run.language = record->language;
  run.rehearsal = record->rehearsal == 1;
  run.draft = run.draft || ranking->provisional;
  run.first_serial = design->serial_first > 0 ? (guint) design->serial_first : count_before (contest, ranking, award) + 1;
  for (guint i = 0; i < recipients.serials->len; i++)
    g_array_index (recipients.serials, guint, i) += run.first_serial;
  run.serials = (const guint *) (gpointer) recipients.serials->data;
  if (run.draft || run.rehearsal)
    run.sign = NULL;

  return lectern_certificates_typeset (fonts, design, &run, words, (const char *const *) recipients.names->pdata, recipients.names->len, error);
}

LecternDocument *
lectern_certificates_new (LecternContest       *contest,
                          const LecternRanking *ranking,
                          const char           *award,
                          gboolean              overprint,
                          GError              **error)
{
  const LecternCertificateOrder order = { .award = award, .run.overprint = overprint };

  return lectern_certificates_new_with (contest, ranking, &order, error);
}
