/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Reports. They are made from the file as it is now, beside whoever has it open; a file that is written is
 * complete or not touched. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-document-command-private.h"
#include "lectern-paper.h"
#include "lectern-signature.h"
#include "lectern-signing-key.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>

#define LOT_MAX 9999
#define JUDGE_MAX 9999
#define DAYS_MAX 60

LecternExit
lectern_command_write_document (LecternInvocation *invocation,
                                LecternDocument   *document,
                                const char        *path,
                                GError            *error)
{
  g_autoptr (GError) own = NULL;

  if (document == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (!lectern_document_write_pdf (document, path, &own))
    return lectern_invocation_refuse (invocation, own, NULL);

  return lectern_invocation_finish_with_file (invocation, path, "pages", lectern_document_get_n_pages (document));
}

/* What was asked of a report on the command line. */
typedef struct
{
  LecternPaperKind    kind;
  LecternPaperOptions options;
  char              **addresses; /* as typed */
} ReportOrder;

/* "running-order, summary, …" */
static char *
list_kinds (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < LECTERN_PAPER_N_KINDS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lectern_paper_kind_get_name (i));

  return g_string_free (names, FALSE);
}

/* In which order, and whether with what only the office reads; FALSE when a sentence has been said. */
static gboolean
read_names (LecternInvocation *invocation,
            ReportOrder       *order,
            const char        *names)
{
  LecternNameOrder usual;

  order->options.ordered = names != NULL;
  if (names != NULL && !lectern_paper_kind_has_order (order->kind, &usual))
    lectern_invocation_misused (invocation, _ ("An order of names can be asked of entry-list, summary and notice only."));
  else if (names != NULL && !lectern_name_order_from_name (names, &order->options.order))
    lectern_invocation_misused (invocation, _ ("“%s” is no order of names. There are: rank, lot, unit, strokes, strokes-dot, pinyin."), names);
  else if (order->options.office && !lectern_paper_kind_has_office (order->kind))
    lectern_invocation_misused (invocation, _ ("A variant for the office can be asked of entry-list, activity and pool only."));
  else
    return TRUE;

  return FALSE;
}

/* LECTERN_EXIT_DONE, or the program's end when a sentence has been said. */
static LecternExit
read_report_order (LecternInvocation *invocation,
                   ReportOrder       *order,
                   const char        *kind,
                   const char        *judge,
                   const char        *lot,
                   const char        *days,
                   const char        *names)
{
  g_autofree char *kinds = list_kinds ();
  gint64           number;

  if (!lectern_paper_kind_from_name (kind, &order->kind))
    return lectern_invocation_misused (invocation, _ ("“%s” is no report. There are: %s."), kind, kinds);
  if ((judge != NULL || lot != NULL || order->options.by_judge) && order->kind != LECTERN_PAPER_SHEETS && order->kind != LECTERN_PAPER_BLANK_SHEETS && order->kind != LECTERN_PAPER_CARDS)
    return lectern_invocation_misused (invocation, _ ("One judge or one lot can be asked of sheets and blank-sheets only."));
  if (order->kind == LECTERN_PAPER_CARDS && (lot != NULL || order->options.by_judge))
    return lectern_invocation_misused (invocation, _ ("Cards can be asked of one judge, not of a lot."));
  if (order->addresses != NULL && order->kind != LECTERN_PAPER_CARDS)
    return lectern_invocation_misused (invocation, _ ("An address can be said for cards only."));
  if (order->options.by_judge && order->kind != LECTERN_PAPER_SHEETS)
    return lectern_invocation_misused (invocation, _ ("blank-sheets are by judge already."));
  if (order->kind == LECTERN_PAPER_SHEETS && lot != NULL && (judge != NULL || order->options.by_judge))
    return lectern_invocation_misused (invocation, _ ("What was marked is printed by lot or by judge, not both."));
  if (judge != NULL && !lectern_invocation_parse_number (judge, JUDGE_MAX, &order->options.judge))
    return lectern_invocation_misused (invocation, _ ("“%s” is no judge’s number."), judge);
  if (lot != NULL && !lectern_invocation_parse_number (lot, LOT_MAX, &order->options.lot))
    return lectern_invocation_misused (invocation, _ ("“%s” is no lot."), lot);
  if (!read_names (invocation, order, names))
    return LECTERN_EXIT_USAGE;
  if (days != NULL && order->kind != LECTERN_PAPER_NOTICE)
    return lectern_invocation_misused (invocation, _ ("Days for objections can be asked of notice only."));
  if (days == NULL || !g_str_equal (days, "0"))
    {
      if (days != NULL && !lectern_invocation_parse_number (days, DAYS_MAX, &number))
        return lectern_invocation_misused (invocation, _ ("“%s” are no days: 0 leaves a blank, at most %d."), days, DAYS_MAX);
      order->options.days = days != NULL ? (guint) number : LECTERN_NOTICE_DAYS;
    }

  return LECTERN_EXIT_DONE;
}

static gboolean
has_lot (LecternContest *contest,
         const char     *round,
         gint64          lot)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, round);

  for (guint i = 0; i < entries->len; i++)
    if (((LecternEntry *) entries->pdata[i])->lot == lot)
      return TRUE;

  return FALSE;
}

/* Whether the round, the judge and the lot that were asked for are there. */
static gboolean
check_report_order (LecternContest    *contest,
                    const ReportOrder *order,
                    GError           **error)
{
  const LecternPaperOptions *options = &order->options;

  if (options->round != NULL && lectern_contest_get_round (contest, options->round) == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), options->round);
  else if (options->judge != 0 && lectern_contest_get_judge (contest, options->judge) == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no judge %d."), (int) options->judge);
  else if (options->lot != 0 && !has_lot (contest, options->round, options->lot))
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no lot %d in the running order."), (int) options->lot);
  else
    return TRUE;

  return FALSE;
}

static GPtrArray *
read_journal (const char *path,
              GError    **error)
{
  LecternStore *store = lectern_store_open_read_only (path, error);
  GPtrArray    *lines = store != NULL ? lectern_store_read_journal (store, 0, 0, error) : NULL;

  lectern_store_close (store);

  return lines;
}

/* For people to compare; without a key nothing is said of one. A damaged key keeps no summary back. */
static char *
describe_signing_key (LecternInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) seed = lectern_signing_key_exists (NULL) ? lectern_signing_key_open (NULL, &error) : NULL;
  g_autofree char *key = seed != NULL ? lectern_signature_get_key (seed) : NULL;
  g_autofree char *fingerprint = key != NULL ? lectern_signature_get_fingerprint (key) : NULL;

  if (error != NULL)
    lectern_invocation_say (invocation, "%s", error->message);

  return fingerprint != NULL ? lectern_signature_shorten (fingerprint) : NULL;
}

static LecternDocument *
make_report (LecternInvocation *invocation,
             const char        *path,
             ReportOrder       *order,
             GError           **error)
{
  g_autofree char *signing_key = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, error);
  g_autoptr (GPtrArray) journal = NULL;
  g_auto (GStrv) addresses = NULL;
  g_autofree char *fingerprint = NULL;

  if (contest == NULL || !check_report_order (contest, order, error))
    return NULL;
  if (order->kind == LECTERN_PAPER_JOURNAL)
    {
      journal = read_journal (path, error);
      if (journal == NULL)
        return NULL;
      order->options.journal = journal;
    }
  if (order->kind == LECTERN_PAPER_SUMMARY || order->kind == LECTERN_PAPER_NOTICE)
    order->options.signing_key = signing_key = describe_signing_key (invocation);

  if (order->kind == LECTERN_PAPER_CARDS)
    {
      addresses = lectern_command_read_addresses ((const char *const *) order->addresses, error);
      fingerprint = addresses != NULL ? lectern_command_read_fingerprint (error) : NULL;
      if (fingerprint == NULL)
        return NULL;
      order->options.addresses = (const char *const *) addresses;
      order->options.fingerprint = fingerprint;
    }

  return lectern_paper_report_with (contest, order->kind, &order->options, g_get_real_time (), error);
}

LecternExit
lectern_command_report (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *round = NULL;
  g_autofree char *judge = NULL;
  g_autofree char *lot = NULL;
  g_autofree char *days = NULL;
  g_autofree char *names = NULL;
  g_auto (GStrv) addresses = NULL;
  gboolean           by_judge = FALSE;
  gboolean           office = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where the PDF goes"), N_ ("OUT.pdf") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_ ("The round's key; without it the current one"), N_ ("KEY") },
    { "judge", 0, 0, G_OPTION_ARG_STRING, &judge, N_ ("sheets, blank-sheets, cards: of one judge"), N_ ("N") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &lot, N_ ("sheets, blank-sheets: of one lot"), N_ ("N") },
    { "by-judge", 0, 0, G_OPTION_ARG_NONE, &by_judge, N_ ("sheets: the pages of every judge, to be signed"), NULL },
    { "address", 0, 0, G_OPTION_ARG_STRING_ARRAY, &addresses, N_ ("cards: where judges' laptops find this one, the likely one first; without it where it is now"), N_ ("ADDR") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &days, N_ ("notice: working days for objections (5); 0 leaves a blank"), N_ ("N") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &names, N_ ("entry-list, summary, notice: how the names are ordered: rank, lot, unit, strokes, strokes-dot or pinyin"), N_ ("ORDER") },
    { "office", 0, 0, G_OPTION_ARG_NONE, &office, N_ ("entry-list, activity, pool: with birth dates, telephone numbers and whatever else is kept off public papers"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = NULL;
  ReportOrder order = { .options.round = NULL };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    return LECTERN_EXIT_USAGE;
  order.options.round = round;
  order.options.by_judge = by_judge;
  order.options.office = office;
  order.addresses = addresses;
  if (read_report_order (invocation, &order, argv[2], judge, lot, days, names) != LECTERN_EXIT_DONE)
    return LECTERN_EXIT_USAGE;
  if (path == NULL)
    return lectern_invocation_misused (invocation, _ ("Say with -o where the file goes."));
  document = make_report (invocation, argv[1], &order, &error);

  return lectern_command_write_document (invocation, document, path, error);
}
