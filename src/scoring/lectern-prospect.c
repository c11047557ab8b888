/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who is certain of a place before the end. A settled entry ends at worst below everybody who
 * can reach its final: all settled ones with a higher one, all unsettled ones whose full marks
 * are not below it, and of the settled ones with the same final those whom the tie rules may put
 * ahead (lectern-prospect-group.c). At best the unsettled ones all forfeit. An unsettled entry
 * may forfeit, so that nothing is certain for it; at best it has full marks and is held up only
 * by settled entries with a final that it can't reach. With full marks from everybody it is
 * also the best by every tie rule that has a value for it. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-prospect.h"

#include "lectern-order-private.h"
#include "lectern-prospect-private.h"

typedef struct
{
  const LecternProspectField *field;
  LecternHope                *hopes;
  LecternScoredSheet         *sheets;
  const LecternHope         **group;
  const LecternHope         **newcomers;
} Outlook;

static gint64
find_common_divisor (gint64 a,
                     gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

static gint64
find_unit (const LecternProspectField *field,
           const LecternScoredEntry   *known)
{
  gint64 unit = 0;

  for (guint c = 0; c < field->rules->n_criteria; c++)
    unit = find_common_divisor (unit, field->steps[c]);
  for (guint i = 0; i < known->n_sheets; i++)
    unit = find_common_divisor (unit, lectern_sheet_total (&known->sheets[i], field->rules->n_criteria));
  return MAX (unit, 1);
}

/* The known sheets and full marks, as far as they lie on the step, from everybody expected. */
static void
fill_sheets (const LecternProspectField *field,
             const LecternProspectEntry *entry,
             LecternScoredSheet         *sheets)
{
  guint n = entry->known.n_sheets;

  for (guint i = 0; i < n; i++)
    sheets[i] = entry->known.sheets[i];
  for (guint i = 0; !entry->settled && i < entry->n_expected; i++)
    {
      sheets[n + i] = (LecternScoredSheet){ .judge = entry->expected[i] };
      for (guint c = 0; c < field->rules->n_criteria; c++)
        sheets[n + i].marks[c] = field->full_marks[c] - field->full_marks[c] % field->steps[c];
    }
}

static void
hope_init (LecternHope                *hope,
           const LecternProspectField *field,
           const LecternProspectEntry *entry,
           LecternScoredSheet         *sheets)
{
  fill_sheets (field, entry, sheets);
  hope->entry = entry;
  hope->at_best = entry->known;
  hope->at_best.sheets = sheets;
  if (!entry->settled)
    hope->at_best.n_sheets += entry->n_expected;
  hope->unit = find_unit (field, &entry->known);
  lectern_score_entry (field->rules, &hope->at_best, &hope->figures);
  hope->key = lectern_order_make_key (field->rules, &hope->at_best, &hope->figures);
}

static void
outlook_init (Outlook                    *outlook,
              const LecternProspectField *field)
{
  gsize n_sheets = 0;

  for (guint i = 0; i < field->n_entries; i++)
    n_sheets += field->entries[i].known.n_sheets + field->entries[i].n_expected;
  *outlook = (Outlook){
    .field = field,
    .hopes = g_new0 (LecternHope, field->n_entries),
    .sheets = g_new (LecternScoredSheet, n_sheets),
    .group = g_new (const LecternHope *, field->n_entries),
    .newcomers = g_new (const LecternHope *, field->n_entries),
  };
  n_sheets = 0;
  for (guint i = 0; i < field->n_entries; i++)
    {
      hope_init (&outlook->hopes[i], field, &field->entries[i], outlook->sheets + n_sheets);
      n_sheets += outlook->hopes[i].at_best.n_sheets;
    }
}

static void
outlook_clear (Outlook *outlook)
{
  g_free (outlook->hopes);
  g_free (outlook->sheets);
  g_free (outlook->group);
  g_free (outlook->newcomers);
}

static LecternProspect
find_for_unsettled (const Outlook     *outlook,
                    const LecternHope *hope)
{
  LecternProspect prospect = { 1, 0 };

  for (guint i = 0; i < outlook->field->n_entries; i++)
    {
      const LecternHope *other = &outlook->hopes[i];

      prospect.best += other->entry->settled && other->key > hope->key;
    }
  return prospect;
}

static LecternProspect
find_for_settled (const Outlook     *outlook,
                  const LecternHope *hope)
{
  const LecternProspectField *field = outlook->field;
  guint                       above = 0, able = 0, n = 1, n_newcomers = 0;

  outlook->group[0] = hope;
  for (guint i = 0; i < field->n_entries; i++)
    {
      const LecternHope *other = &outlook->hopes[i];

      if (other->entry->settled && other->key == hope->key && other != hope)
        outlook->group[n++] = other;
      above += other->entry->settled && other->key > hope->key;
      able += !other->entry->settled && other->key >= hope->key;
      if (!other->entry->settled && lectern_prospect_may_equal (field, other, hope, FALSE))
        outlook->newcomers[n_newcomers++] = other;
    }
  return (LecternProspect){
    .best = 1 + above + lectern_prospect_count_ahead (field, outlook->group, n, outlook->newcomers, n_newcomers, FALSE),
    .worst = 1 + above + able + lectern_prospect_count_ahead (field, outlook->group, n, outlook->newcomers, n_newcomers, TRUE),
  };
}

LecternProspect *
lectern_prospect_find (const LecternProspectField *field)
{
  Outlook          outlook;
  LecternProspect *prospects;

  g_return_val_if_fail (field != NULL && field->rules != NULL, NULL);
  g_return_val_if_fail (field->entries != NULL || field->n_entries == 0, NULL);

  outlook_init (&outlook, field);
  prospects = g_new0 (LecternProspect, field->n_entries);
  for (guint i = 0; i < field->n_entries; i++)
    {
      const LecternHope *hope = &outlook.hopes[i];

      if (hope->key < 0)
        continue;
      if (hope->entry->settled)
        prospects[i] = find_for_settled (&outlook, hope);
      else
        prospects[i] = find_for_unsettled (&outlook, hope);
    }
  outlook_clear (&outlook);
  return prospects;
}

LecternOutlook
lectern_prospect_get_outlook (LecternProspect prospect,
                              guint           places)
{
  if (prospect.best == 0 || prospect.best > places)
    return LECTERN_OUTLOOK_OUT;
  if (prospect.worst > 0 && prospect.worst <= places)
    return LECTERN_OUTLOOK_CERTAIN;
  return LECTERN_OUTLOOK_OPEN;
}

GArray *
lectern_prospect_list_border_ties (const LecternProspectField *field,
                                   guint                       places,
                                   guint                     **order)
{
  Outlook                        outlook;
  GArray                        *ties;
  g_autofree LecternScoredEntry *settled = NULL;
  g_autofree guint              *indices = NULL;
  g_autofree LecternRankedEntry *ranked = NULL;
  guint                          n = 0;

  g_return_val_if_fail (field != NULL && field->rules != NULL && order != NULL, NULL);

  outlook_init (&outlook, field);
  ties = g_array_new (FALSE, FALSE, sizeof (LecternBorderTie));
  settled = g_new (LecternScoredEntry, field->n_entries);
  indices = g_new (guint, field->n_entries);
  for (guint i = 0; i < field->n_entries; i++)
    if (field->entries[i].settled)
      {
        settled[n] = field->entries[i].known;
        indices[n++] = i;
      }
  ranked = lectern_rank (field->rules, settled, n);
  *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    (*order)[i] = indices[ranked[i].index];
  for (guint begin = 0, end; begin < n && ranked[begin].has_final; begin = end)
    {
      LecternProspect  prospect = find_for_settled (&outlook, &outlook.hopes[(*order)[begin]]);
      LecternBorderTie tie;

      for (end = begin + 1; end < n && ranked[end].rank == ranked[begin].rank;)
        end++;
      tie = (LecternBorderTie){ begin, end - begin, prospect.best, prospect.worst + 1 - (end - begin) };
      if (tie.n > 1 && prospect.best <= places && prospect.worst > places)
        g_array_append_val (ties, tie);
    }
  outlook_clear (&outlook);
  return ties;
}
