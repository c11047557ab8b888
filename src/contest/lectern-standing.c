/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From the rows of a contest to the field of lectern_prospect_find() and back. What may still
 * change without a ruling is left out of what is known: sheets that were handed in but are not
 * locked yet, a time that the second timer may better. On the hall's basis nothing of an entry
 * that was not revealed is read, so that nothing of it can show in what is certain for others. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-standing.h"

#include <glib/gi18n-lib.h>

#include "lectern-ranking-private.h"
#include "lectern-rounds.h"

/* Expected where nobody may mark an entry: a judge will have to be found before the end. */
#define SOMEBODY G_MAXINT

struct _LecternStanding
{
  GPtrArray       *borders;
  GPtrArray       *entries; /* LecternEntry, by lot */
  LecternProspect *prospects;
  GPtrArray       *ties;
};

/* The field, and the arrays its entries point into. */
typedef struct
{
  LecternContest       *contest;
  LecternBasis          basis;
  gboolean              finalised;
  LecternProspectField  field;
  LecternProspectEntry *entries;
  GArray               *sheets;   /* LecternScoredSheet of all entries in turn */
  GArray               *expected; /* int, the same */
  guint                 n_unsettled;
} Field;

/* Borders ------------------------------------------------------------------------------------ */

static void
border_free (gpointer data)
{
  LecternBorder *border = data;

  g_free (border->key);
  g_free (border->name);
  g_free (border);
}

static void
add_border (LecternStanding *self,
            const char      *key,
            const char      *name,
            gboolean         cut,
            guint            places)
{
  LecternBorder *border = g_new0 (LecternBorder, 1);

  border->key = g_strdup (key);
  border->name = g_strdup (name);
  border->cut = cut;
  border->places = places;
  g_ptr_array_add (self->borders, border);
}

static void
list_borders (LecternStanding    *self,
              LecternContest     *contest,
              const LecternRound *round)
{
  GPtrArray          *awards = lectern_contest_get_awards (contest);
  const LecternRound *next = lectern_rounds_get_next (contest, round);
  guint               places = 0;

  if (next != NULL)
    add_border (self, next->key, next->name, TRUE, (guint) round->advance);
  for (guint i = 0; next == NULL && i < awards->len; i++)
    {
      const LecternAward *award = awards->pdata[i];

      if (award->places == LECTERN_NULL) /* takes all the rest */
        break;
      places += (guint) award->places;
      add_border (self, award->key, award->name, FALSE, places);
    }
}

/* The field ---------------------------------------------------------------------------------- */

static gboolean
is_shown (const Field        *field,
          const LecternEntry *entry)
{
  return field->basis == LECTERN_BASIS_KNOWN || (entry->revealed == 1 && entry->state == LECTERN_ENTRY_DONE);
}

/* Whether the judge's sheet that counts now is the one that counts in the end. */
static gboolean
is_sheet_known (const Field        *field,
                const LecternEntry *entry,
                gint64              judge)
{
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (field->contest, entry, judge);

  if (sheet == NULL || !is_shown (field, entry))
    return FALSE;
  return sheet->state == LECTERN_SHEET_LOCKED || (entry->state == LECTERN_ENTRY_DONE && lectern_contest_get_entry_at_gate (field->contest) != entry);
}

/* One who left the panel after marking counts, and so may one whose sheet is not known yet. */
static gboolean
is_judge_expected (const Field        *field,
                   const LecternEntry *entry,
                   const LecternJudge *judge)
{
  if (lectern_contest_is_recused (field->contest, entry, judge->number))
    return FALSE;
  return judge->active == 1 || lectern_contest_get_counted_sheet (field->contest, entry, judge->number) != NULL;
}

static void
add_panel (Field                *field,
           const LecternEntry   *entry,
           LecternProspectEntry *prospect)
{
  GPtrArray *judges = lectern_contest_get_judges (field->contest);

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      int                 number = (int) judge->number;

      if (is_sheet_known (field, entry, judge->number))
        prospect->known.n_sheets += lectern_ranking_add_sheet (field->sheets, field->contest, entry, judge->number);
      else if (is_judge_expected (field, entry, judge))
        {
          g_array_append_val (field->expected, number);
          prospect->n_expected++;
        }
    }
  if (prospect->known.n_sheets + prospect->n_expected == 0)
    {
      int somebody = SOMEBODY;

      g_array_append_val (field->expected, somebody);
      prospect->n_expected++;
    }
}

/* With two timers the time more favourable to the speaker counts, so that one alone is final only
 * where nothing can be more favourable. */
static gboolean
is_time_known (const Field        *field,
               const LecternEntry *entry)
{
  const LecternRules *rules = lectern_contest_get_rules (field->contest);

  if (entry->time_ms == LECTERN_NULL || entry->state < LECTERN_ENTRY_MARKING || !is_shown (field, entry))
    return FALSE;
  if (!rules->two_timers || entry->timer2_ms != LECTERN_NULL || field->finalised)
    return TRUE;
  return entry->time_ms <= rules->scoring.time.limit_ms && lectern_deduction_for_time (&rules->scoring.time, entry->time_ms) == 0;
}

static gboolean
is_settled (const Field                *field,
            const LecternEntry         *entry,
            const LecternProspectEntry *prospect)
{
  if (entry->state == LECTERN_ENTRY_FORFEIT || (field->finalised && is_shown (field, entry)))
    return TRUE;
  return entry->state == LECTERN_ENTRY_DONE && prospect->n_expected == 0 && prospect->known.n_sheets > 0 && prospect->known.time_ms != LECTERN_NONE;
}

static void
add_entry (Field                *field,
           const LecternEntry   *entry,
           LecternProspectEntry *prospect)
{
  prospect->known.lot = entry->lot != LECTERN_NULL ? (int) entry->lot : 0;
  prospect->known.forfeit = entry->state == LECTERN_ENTRY_FORFEIT;
  prospect->known.time_ms = is_time_known (field, entry) ? entry->time_ms : LECTERN_NONE;
  prospect->known.decision = is_shown (field, entry) ? lectern_ranking_get_decision (field->contest, entry) : LECTERN_NONE;
  add_panel (field, entry, prospect);
  prospect->settled = is_settled (field, entry, prospect);
  field->n_unsettled += !prospect->settled;
}

static void
point_into_arrays (Field *field)
{
  guint next_sheet = 0, next_expected = 0;

  for (guint i = 0; i < field->field.n_entries; i++)
    {
      LecternProspectEntry *entry = &field->entries[i];

      entry->known.sheets = &((const LecternScoredSheet *) (gpointer) field->sheets->data)[next_sheet];
      entry->expected = &((const int *) (gpointer) field->expected->data)[next_expected];
      next_sheet += entry->known.n_sheets;
      next_expected += entry->n_expected;
    }
}

static void
field_init (Field              *field,
            LecternContest     *contest,
            const LecternRound *round,
            LecternBasis        basis,
            GPtrArray          *entries)
{
  GPtrArray *criteria = lectern_contest_get_criteria (contest);

  *field = (Field){ .contest = contest, .basis = basis, .finalised = round->state == LECTERN_ROUND_FINALISED };
  field->entries = g_new0 (LecternProspectEntry, entries->len + 1);
  field->sheets = g_array_new (FALSE, FALSE, sizeof (LecternScoredSheet));
  field->expected = g_array_new (FALSE, FALSE, sizeof (int));
  field->field.rules = &lectern_contest_get_rules (contest)->scoring;
  field->field.n_entries = entries->len;
  field->field.entries = field->entries;
  for (guint c = 0; c < criteria->len; c++)
    {
      field->field.full_marks[c] = ((LecternCriterion *) criteria->pdata[c])->max;
      field->field.steps[c] = ((LecternCriterion *) criteria->pdata[c])->step;
    }
  for (guint i = 0; i < entries->len; i++)
    add_entry (field, entries->pdata[i], &field->entries[i]);
  point_into_arrays (field); /* only now, for the arrays have moved while they grew */
}

static void
field_clear (Field *field)
{
  g_free (field->entries);
  g_array_unref (field->sheets);
  g_array_unref (field->expected);
}

/* Ties --------------------------------------------------------------------------------------- */

static void
tie_free (gpointer data)
{
  LecternPossibleTie *tie = data;

  g_array_unref (tie->lots);
  g_free (tie);
}

static void
list_ties (LecternStanding     *self,
           const Field         *field,
           const LecternBorder *border)
{
  g_autofree guint *order = NULL;
  g_autoptr (GArray) found = lectern_prospect_list_border_ties (&field->field, border->places, &order);

  for (guint i = 0; i < found->len; i++)
    {
      const LecternBorderTie *group = &g_array_index (found, LecternBorderTie, i);
      LecternPossibleTie     *tie = g_new0 (LecternPossibleTie, 1);

      tie->border = border;
      tie->rank = group->earliest;
      tie->latest = group->latest;
      tie->lots = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint n = group->begin; n < group->begin + group->n; n++)
        g_array_append_val (tie->lots, ((const LecternEntry *) self->entries->pdata[order[n]])->lot);
      g_ptr_array_add (self->ties, tie);
    }
}

/* -------------------------------------------------------------------------------------------- */

LecternStanding *
lectern_standing_new (LecternContest *contest,
                      const char     *round_key,
                      LecternBasis    basis)
{
  LecternStanding    *self = g_new0 (LecternStanding, 1);
  const LecternRound *round;
  Field               field;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), self);

  self->borders = g_ptr_array_new_with_free_func (border_free);
  self->ties = g_ptr_array_new_with_free_func (tie_free);
  self->entries = lectern_contest_list_entries (contest, round_key);
  round = lectern_contest_get_round (contest, round_key);
  if (round == NULL || lectern_contest_get_rules (contest) == NULL)
    {
      g_ptr_array_set_size (self->entries, 0);
      return self;
    }
  list_borders (self, contest, round);
  field_init (&field, contest, round, basis, self->entries);
  self->prospects = lectern_prospect_find (&field.field);
  for (guint i = 0; field.n_unsettled > 0 && i < self->borders->len; i++)
    list_ties (self, &field, self->borders->pdata[i]);
  field_clear (&field);
  return self;
}

void
lectern_standing_free (LecternStanding *self)
{
  g_ptr_array_unref (self->ties);
  g_ptr_array_unref (self->borders);
  g_ptr_array_unref (self->entries);
  g_free (self->prospects);
  g_free (self);
}

GPtrArray *
lectern_standing_get_borders (const LecternStanding *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->borders;
}

LecternOutlook
lectern_standing_get_outlook (const LecternStanding *self,
                              gint64                 nominee,
                              guint                  border)
{
  g_return_val_if_fail (self != NULL && border < self->borders->len, LECTERN_OUTLOOK_OPEN);

  for (guint i = 0; i < self->entries->len; i++)
    if (((const LecternEntry *) self->entries->pdata[i])->nominee == nominee)
      return lectern_prospect_get_outlook (self->prospects[i], ((const LecternBorder *) self->borders->pdata[border])->places);
  return LECTERN_OUTLOOK_OPEN;
}

const LecternBorder *
lectern_standing_find_certain (const LecternStanding *self,
                               gint64                 nominee)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->borders->len; i++)
    if (lectern_standing_get_outlook (self, nominee, i) == LECTERN_OUTLOOK_CERTAIN)
      return self->borders->pdata[i];
  return NULL;
}

gboolean
lectern_standing_is_out (const LecternStanding *self,
                         gint64                 nominee)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* Out of the last border's places is out of all. */
  return self->borders->len > 0 && lectern_standing_get_outlook (self, nominee, self->borders->len - 1) == LECTERN_OUTLOOK_OUT;
}

GPtrArray *
lectern_standing_get_ties (const LecternStanding *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->ties;
}

static char *
describe_border (const LecternBorder *border)
{
  if (border->cut)
    /* Translators: the border that ties stand across: name of the next round, how many go on to it. */
    return g_strdup_printf (ngettext ("the place that goes on to “%s” (%u in all)", "the places that go on to “%s” (%u in all)", border->places), border->name, border->places);
  /* Translators: the border that ties stand across: name of an award, its last place. */
  return g_strdup_printf (_ ("“%s” (up to place %u)"), border->name, border->places);
}

char *
lectern_possible_tie_describe (const LecternPossibleTie *tie)
{
  g_autoptr (GString) lots = g_string_new (NULL);
  g_autofree char *border = NULL;

  g_return_val_if_fail (tie != NULL, NULL);

  border = describe_border (tie->border);
  for (guint i = 0; i < tie->lots->len; i++)
    g_string_append_printf (lots, "%s%d", i > 0 ? ", " : "", (int) g_array_index (tie->lots, gint64, i));
  if (tie->rank == tie->latest)
    /* Translators: lots, a place, then the name of what ends there. */
    return g_strdup_printf (_ ("Nos. %1$s are equal by every rule at place %2$u, across the border of %3$s."), lots->str, tie->rank, border);
  /* Translators: lots, the best and the worst place they may share, then the name of what ends there. */
  return g_strdup_printf (_ ("Nos. %1$s are equal by every rule and may share a place from %2$u to %3$u, across the border of %4$s."), lots->str, tie->rank, tie->latest, border);
}
