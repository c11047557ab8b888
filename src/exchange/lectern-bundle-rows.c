/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rows of a bundle against each other: what the file's database makes sure of for a contest, a
 * bundle has to show itself, before anything is computed from it. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GHashTable *rows;   /* set of records by key */
  GHashTable *sheets; /* entry as text → number of its sheets */
  GPtrArray  *criteria;
} Register;

static gboolean
refuse_row (GError      **error,
            gconstpointer record)
{
  g_autofree char *key = lectern_record_describe_key (record);

  /* Translators: a row, such as "entry (final, 7)". */
  return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, _ ("The bundle is damaged: %s is there twice, or refers to what is not there."), key);
}

static gboolean
has_unit (Register   *rows,
          const char *key)
{
  const LecternUnit unit = { .record.table = &lectern_table_unit, .key = (char *) key };

  return key == NULL || g_hash_table_contains (rows->rows, &unit);
}

static gboolean
has_round (Register   *rows,
           const char *key)
{
  const LecternRound round = { .record.table = &lectern_table_round, .key = (char *) key };

  return key == NULL || g_hash_table_contains (rows->rows, &round);
}

static gboolean
has_nominee (Register *rows,
             gint64    id)
{
  const LecternNominee nominee = { .record.table = &lectern_table_nominee, .id = id };

  return id == LECTERN_NULL || g_hash_table_contains (rows->rows, &nominee);
}

static gboolean
has_judge (Register *rows,
           gint64    number)
{
  const LecternJudge judge = { .record.table = &lectern_table_judge, .number = number };

  return number == LECTERN_NULL || g_hash_table_contains (rows->rows, &judge);
}

static gboolean
has_entry (Register   *rows,
           const char *round,
           gint64      nominee)
{
  const LecternEntry entry = { .record.table = &lectern_table_entry, .round = (char *) round, .nominee = nominee };

  return g_hash_table_contains (rows->rows, &entry);
}

/* No more sheets than can be ranked. */
static gboolean
count_sheet (Register           *rows,
             const LecternSheet *sheet)
{
  char *entry = g_strdup_printf ("%s %" G_GINT64_FORMAT, sheet->round, sheet->nominee);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (rows->sheets, entry)) + 1;

  g_hash_table_replace (rows->sheets, entry, GUINT_TO_POINTER (n));
  return n <= LECTERN_JUDGES_MAX && sheet->version > 0 && (sheet->state == LECTERN_SHEET_SUBMITTED || sheet->state == LECTERN_SHEET_LOCKED);
}

static gboolean
has_criterion (Register   *rows,
               const char *key)
{
  const LecternCriterion criterion = { .record.table = &lectern_table_criterion, .key = (char *) key };

  return g_hash_table_contains (rows->rows, &criterion);
}

static gboolean
check_criterion (const LecternCriterion *criterion)
{
  return criterion->max > 0 && criterion->step > 0 && criterion->max % criterion->step == 0;
}

/* Whether what @record refers to is there; rows come after those they refer to. */
static gboolean
check_row (Register     *rows,
           gconstpointer record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table == &lectern_table_criterion)
    return check_criterion (record);
  if (table == &lectern_table_judge)
    return has_unit (rows, ((const LecternJudge *) record)->unit);
  if (table == &lectern_table_nominee)
    return has_unit (rows, ((const LecternNominee *) record)->unit);
  if (table == &lectern_table_entry)
    return has_round (rows, ((const LecternEntry *) record)->round) && has_nominee (rows, ((const LecternEntry *) record)->nominee);
  if (table == &lectern_table_recusal)
    return has_entry (rows, ((const LecternRecusal *) record)->round, ((const LecternRecusal *) record)->nominee) && has_judge (rows, ((const LecternRecusal *) record)->judge);
  if (table == &lectern_table_sheet)
    return has_entry (rows, ((const LecternSheet *) record)->round, ((const LecternSheet *) record)->nominee) && has_judge (rows, ((const LecternSheet *) record)->judge) && count_sheet (rows, record);
  if (table == &lectern_table_mark)
    return has_criterion (rows, ((const LecternMark *) record)->criterion);
  if (table == &lectern_table_decision)
    return has_entry (rows, ((const LecternDecision *) record)->round, ((const LecternDecision *) record)->nominee);
  if (table == &lectern_table_result)
    return has_entry (rows, ((const LecternResult *) record)->round, ((const LecternResult *) record)->nominee);
  if (table == &lectern_table_ruling)
    return has_round (rows, ((const LecternRuling *) record)->round) && has_nominee (rows, ((const LecternRuling *) record)->nominee) && has_judge (rows, ((const LecternRuling *) record)->judge);
  return TRUE;
}

/* The best of a round go on to a later one: otherwise there would be no end to it. */
static gboolean
check_ways (Register            *rows,
            const LecternBundle *self,
            GError             **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const LecternRound *round = self->records->pdata[i];
      const LecternRound  key = { .record.table = &lectern_table_round, .key = round->record.table == &lectern_table_round ? round->into : NULL };
      const LecternRound *into = key.key != NULL ? g_hash_table_lookup (rows->rows, &key) : NULL;

      if (key.key != NULL && (into == NULL || into->position <= round->position))
        return refuse_row (error, round);
    }
  return TRUE;
}

static gboolean
check_rules (Register            *rows,
             const LecternBundle *self,
             GError             **error)
{
  const LecternContestRecord  key = { .record.table = &lectern_table_contest, .id = 1 };
  const LecternContestRecord *contest = g_hash_table_lookup (rows->rows, &key);
  g_autoptr (LecternRules) rules = NULL;
  g_autoptr (GError) wrong = NULL;

  if (contest == NULL || rows->criteria->len == 0 || rows->criteria->len > LECTERN_CRITERIA_MAX)
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", _ ("This is no bundle of results: the contest or its rubric is missing."));
  rules = lectern_rules_parse (contest->rules, rows->criteria, &wrong);
  return rules != NULL || lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", wrong->message);
}

static gboolean
check_all (Register            *rows,
           const LecternBundle *self,
           GError             **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      gpointer record = self->records->pdata[i];

      if (!g_hash_table_add (rows->rows, record) || !check_row (rows, record))
        return refuse_row (error, record);
      if (((LecternRecord *) record)->table == &lectern_table_criterion)
        g_ptr_array_add (rows->criteria, record);
    }
  return check_ways (rows, self, error) && check_rules (rows, self, error);
}

gboolean
lectern_bundle_check_rows (const LecternBundle *self,
                           GError             **error)
{
  Register rows;
  gboolean ok;

  rows.rows = g_hash_table_new (lectern_record_key_hash, lectern_record_key_equal);
  rows.sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows.criteria = g_ptr_array_new ();
  ok = check_all (&rows, self, error);
  g_ptr_array_unref (rows.criteria);
  g_hash_table_unref (rows.sheets);
  g_hash_table_unref (rows.rows);
  return ok;
}
