/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Taking a line of the journal back. The line stays; a new one puts the rows back to what they were
 * before it, and can be taken back itself. Every row must still be as the line left it, and what
 * comes out must be a contest that could have come about without it: the same checks as for the
 * action itself. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-check-in.h"
#include "lectern-undo.h"

/* A line, what it did at bottom, and whether taking it back does that again. */
typedef struct
{
  LecternJournalLine *line;
  LecternActionKind   kind; /* of the line that an undo of an undo … goes back to */
  gboolean            again;
  LecternChange      *inverse;
} Past;

static void
past_clear (Past *past)
{
  g_clear_pointer (&past->line, lectern_journal_line_free);
  g_clear_pointer (&past->inverse, lectern_change_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_clear)

static gboolean
is_undone (LecternPlan *plan,
           gint64       seq)
{
  const LecternUndone key = { .record.table = &lectern_table_undone, .seq = seq };

  return lectern_contest_find (plan->contest, &key) != NULL;
}

/* Which line ------------------------------------------------------------------------------------ */

/* Some lines say what stood there already. */
static gboolean
did_anything (const LecternJournalLine *line)
{
  return line->changeset != NULL && g_bytes_get_size (line->changeset) > 0;
}

/* The last one that may be taken back and was not. An undo is passed over: whoever asks a second
 * time means the one before. */
static LecternJournalLine *
find_last (LecternPlan *plan,
           GError     **error)
{
  for (gint64 seq = plan->past->get_seq (plan->past->user_data); seq > 0; seq--)
    {
      g_autoptr (LecternJournalLine) line = NULL;

      if (is_undone (plan, seq))
        continue;
      line = plan->past->read_line (plan->past->user_data, seq, error);
      if (line == NULL)
        return NULL;
      if (lectern_action_kind_from_name (line->action) != LECTERN_ACTION_UNDO && lectern_undo_is_possible (line->action, NULL) && did_anything (line))
        return g_steal_pointer (&line);
    }
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is nothing to take back."));
  return NULL;
}

static LecternJournalLine *
find_line (LecternPlan *plan,
           GError     **error)
{
  g_autoptr (LecternJournalLine) line = NULL;
  const char *why;

  if (plan->past == NULL)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is nothing to take back."));
      return NULL;
    }
  if (plan->action->number == LECTERN_NULL)
    return find_last (plan, error);
  line = plan->past->read_line (plan->past->user_data, plan->action->number, error);
  if (line == NULL)
    return NULL;
  if (is_undone (plan, line->seq))
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Line %d was taken back already."), (int) line->seq);
  else if (!lectern_undo_is_possible (line->action, &why))
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", why);
  else
    return g_steal_pointer (&line);
  return NULL;
}

/* What it did ----------------------------------------------------------------------------------- */

static char *
name_row (LecternPlan  *plan,
          gconstpointer record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;
  gconstpointer       now = lectern_contest_find (plan->contest, record);

  if (now != NULL && table == &lectern_table_entry && ((const LecternEntry *) now)->lot != LECTERN_NULL)
    return lectern_plan_name_entry (plan, now);
  if (now != NULL && table == &lectern_table_nominee)
    return g_strdup (((const LecternNominee *) now)->name);
  if (now != NULL && table == &lectern_table_unit)
    return g_strdup (((const LecternUnit *) now)->name);
  if (now != NULL && table == &lectern_table_round)
    return g_strdup_printf ("“%s”", ((const LecternRound *) now)->name);
  if (now != NULL && table == &lectern_table_judge)
    /* Translators: number and name of a judge. */
    return g_strdup_printf (_ ("judge %d %s"), (int) ((const LecternJudge *) now)->number, ((const LecternJudge *) now)->name);
  return lectern_record_describe_key (record);
}

static LecternChange *
read_inverse (LecternPlan              *plan,
              const LecternJournalLine *line,
              const LecternTable *const skip[],
              GError                  **error)
{
  gpointer         changed = NULL;
  LecternChange   *inverse = plan->past->invert (plan->past->user_data, line, plan->contest, skip, &changed, error);
  g_autofree char *name = changed != NULL ? name_row (plan, changed) : NULL;

  if (changed != NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("This can’t be taken back any more: %s has changed since."), name);
  lectern_record_unref (changed);
  return inverse;
}

/* The line that @line, an undo, took back, by the row it put into "undone"; NULL on failure. */
static LecternJournalLine *
read_taken_back (LecternPlan              *plan,
                 const LecternJournalLine *line,
                 GError                  **error)
{
  gpointer changed = NULL;
  g_autoptr (LecternChange) inverse = plan->past->invert (plan->past->user_data, line, NULL, NULL, &changed, error);
  gint64 seq = 0;

  for (guint i = 0; inverse != NULL && i < lectern_change_get_n_rows (inverse); i++)
    {
      const LecternRowChange *row = lectern_change_get_row (inverse, i);

      if (row->removed && ((LecternRecord *) row->record)->table == &lectern_table_undone)
        seq = ((LecternUndone *) row->record)->seq;
    }
  return inverse != NULL ? plan->past->read_line (plan->past->user_data, seq, error) : NULL;
}

/* What is frozen or refreshed by itself is not put back: what the hall sees, the clock, the gate. */
static const LecternTable *const *
get_left_alone (LecternActionKind kind)
{
  static const LecternTable *const most[] = { &lectern_table_on_air, NULL };
  static const LecternTable *const forfeit[] = { &lectern_table_on_air, &lectern_table_clock, &lectern_table_gate, NULL };

  if (kind == LECTERN_ACTION_DRAW || kind == LECTERN_ACTION_SET_LOTS || kind == LECTERN_ACTION_EDIT_RULES)
    return NULL;
  return kind == LECTERN_ACTION_FORFEIT ? forfeit : most;
}

/* Follows a chain of undos down to what was done in the first place. */
static gboolean
past_read (Past        *past,
           LecternPlan *plan,
           GError     **error)
{
  g_autoptr (LecternJournalLine) undo = NULL;

  past->kind = lectern_action_kind_from_name (past->line->action);
  while (past->kind == LECTERN_ACTION_UNDO)
    {
      LecternJournalLine *earlier = read_taken_back (plan, undo != NULL ? undo : past->line, error);

      if (earlier == NULL)
        return FALSE;
      g_clear_pointer (&undo, lectern_journal_line_free);
      undo = earlier;
      past->kind = lectern_action_kind_from_name (earlier->action);
      past->again = !past->again;
    }
  past->inverse = read_inverse (plan, past->line, get_left_alone (past->kind), error);
  return past->inverse != NULL;
}

/* Whether it may be, before anything is put back -------------------------------------------------- */

static gboolean
check_tables (const Past *past,
              GError    **error)
{
  static const LecternTable *const sheets[] = { &lectern_table_sheet, &lectern_table_mark, &lectern_table_receipt };
  static const LecternTable *const others[] = { &lectern_table_clock, &lectern_table_gate, &lectern_table_seat, &lectern_table_pairing, &lectern_table_result };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (lectern_change_touches (past->inverse, sheets[i]))
      return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This wrote a sheet, and what was handed in is never taken back. Reopen or amend the sheet, with a reason."));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (lectern_change_touches (past->inverse, others[i]))
      return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This touched the clock, marking, a seat or a closed round, which are not taken back."));
  return TRUE;
}

/* The key of the round that @record lies in; NULL: in none. */
static const char *
get_round_key (gconstpointer record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  for (guint c = 0; c < table->n_columns; c++)
    if (g_str_equal (table->columns[c].name, table == &lectern_table_round ? "key" : "round"))
      return lectern_record_get_text (record, c);
  return NULL;
}

/* What a closed round's result came from stays. */
static gboolean
check_closed (const Past  *past,
              LecternPlan *plan,
              GError     **error)
{
  for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
    {
      const char         *key = get_round_key (lectern_change_get_row (past->inverse, i)->record);
      const LecternRound *round = key != NULL ? lectern_contest_get_round (plan->contest, key) : NULL;

      if (round != NULL && round->state == LECTERN_ROUND_FINALISED)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, "%s", _ ("The round is finalised. Reopen it with a reason to change anything."));
    }
  return TRUE;
}

/* The round that was drawn. */
static const LecternRound *
get_drawn_round (const Past  *past,
                 LecternPlan *plan)
{
  for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
    {
      const LecternRound *round = lectern_change_get_row (past->inverse, i)->record;

      if (round->record.table == &lectern_table_round)
        return lectern_contest_get_round (plan->contest, round->key);
    }
  return lectern_contest_get_current_round (plan->contest);
}

static gboolean
check_draw (const Past  *past,
            LecternPlan *plan,
            GError     **error)
{
  const LecternRound *round = get_drawn_round (past, plan);

  if (past->again)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("A draw that was taken back is made anew: the same seed gives the same order."));
  if (round != lectern_contest_get_current_round (plan->contest))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The contest is at another round now, so the draw stands."));
  if (round == NULL || round->state != LECTERN_ROUND_DRAWN)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Somebody has been called since the draw, so it stands."));
  return TRUE;
}

/* For any round. */
static gboolean
is_checked_in (LecternPlan          *plan,
               const LecternNominee *nominee)
{
  GPtrArray *rounds = lectern_contest_get_rounds (plan->contest);

  for (guint i = 0; i < rounds->len; i++)
    if (lectern_check_in_get_time (plan->contest, ((LecternRound *) rounds->pdata[i])->key, nominee->id) != LECTERN_NULL)
      return TRUE;
  return FALSE;
}

/* Nominees come and go until their round is drawn; so it is when that is taken back. */
static gboolean
check_nominees (const Past  *past,
                LecternPlan *plan,
                GError     **error)
{
  for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
    {
      const LecternNominee *nominee = lectern_change_get_row (past->inverse, i)->record;
      const LecternNominee *now = nominee->record.table == &lectern_table_nominee ? lectern_contest_find (plan->contest, nominee) : NULL;

      if (nominee->record.table != &lectern_table_nominee || (past->kind == LECTERN_ACTION_EDIT_NOMINEE && now != NULL && g_strcmp0 (now->unit, nominee->unit) == 0))
        continue;
      if (lectern_change_get_row (past->inverse, i)->removed && is_checked_in (plan, nominee))
        /* Translators: a name. */
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s has checked in. Take that back first, or withdraw the nominee."), nominee->name);
      if (!lectern_setup_require_no_entry (plan, nominee, error) || (now != NULL && !lectern_setup_require_no_entry (plan, now, error)))
        return FALSE;
    }
  return TRUE;
}

/* The rules as they would be are looked at like rules somebody wants. */
static gboolean
check_rules (const Past  *past,
             LecternPlan *plan,
             GError     **error)
{
  g_autoptr (LecternContest) contest = lectern_contest_copy (plan->contest);
  g_autoptr (LecternTemplate) now = lectern_rules_file_from_contest (plan->contest);
  g_autoptr (LecternTemplate) wanted = NULL;
  g_autofree char *from = lectern_rules_file_write (now);
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (lectern_plan_is_marked (plan))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Sheets have been handed in under these rules. Change the rules again, with a reason."));
  lectern_contest_apply (contest, past->inverse);
  wanted = lectern_rules_file_from_contest (contest);
  to = lectern_rules_file_write (wanted);
  changes = lectern_rules_file_compare (from, to);
  return lectern_plan_check_rules (plan, wanted, changes, error);
}

static gboolean
check_kind (const Past  *past,
            LecternPlan *plan,
            GError     **error)
{
  switch (past->kind)
    {
    case LECTERN_ACTION_DRAW:
    case LECTERN_ACTION_SET_LOTS:
      return check_draw (past, plan, error);
    case LECTERN_ACTION_ADD_NOMINEES:
    case LECTERN_ACTION_WITHDRAW_NOMINEE:
    case LECTERN_ACTION_RESTORE_NOMINEE:
    case LECTERN_ACTION_EDIT_NOMINEE:
      return check_nominees (past, plan, error);
    case LECTERN_ACTION_EDIT_RULES:
      return check_rules (past, plan, error);
    default:
      return TRUE;
    }
}

/* Putting it back --------------------------------------------------------------------------------- */

/* Two lots that were exchanged would meet on the way back. */
static void
free_lots (const Past  *past,
           LecternPlan *plan)
{
  for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
    {
      const LecternRowChange *row = lectern_change_get_row (past->inverse, i);
      const LecternEntry     *now = ((LecternRecord *) row->record)->table == &lectern_table_entry && !row->removed ? lectern_contest_find (plan->contest, row->record) : NULL;
      LecternEntry           *entry;

      if (now == NULL || now->lot == ((LecternEntry *) row->record)->lot)
        continue;
      entry = lectern_record_copy (now);
      entry->lot = LECTERN_NULL;
      lectern_plan_put (plan, entry);
    }
}

/* Whoever forfeited on stage is not on it any more, and waits to be called. */
static gpointer
settle_row (const Past *past,
            gpointer    record)
{
  LecternEntry *entry = record;

  if (past->kind == LECTERN_ACTION_FORFEIT && entry->record.table == &lectern_table_entry && entry->state != LECTERN_ENTRY_FORFEIT)
    entry->state = LECTERN_ENTRY_WAITING;
  return record;
}

/* There is one head judge: who steps down goes before who steps up. */
static gboolean
steps_down (gconstpointer record)
{
  const LecternJudge *judge = record;

  return judge->record.table == &lectern_table_judge && (judge->head != 1 || judge->active != 1);
}

static void
put_back (const Past  *past,
          LecternPlan *plan)
{
  free_lots (past, plan);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
      {
        const LecternRowChange *row = lectern_change_get_row (past->inverse, i);

        if ((pass == 0) != (row->removed || steps_down (row->record)))
          continue;
        if (row->removed)
          lectern_plan_remove (plan, row->record);
        else
          lectern_plan_put (plan, settle_row (past, lectern_record_copy (row->record)));
      }
}

/* Whether it still holds together ----------------------------------------------------------------- */

/* Which column of which table names a row of another. */
static const struct
{
  const LecternTable *child;
  const char         *column;
  const LecternTable *parent;
} references[] = {
  { &lectern_table_nominee, "unit", &lectern_table_unit },
  { &lectern_table_judge, "unit", &lectern_table_unit },
  { &lectern_table_judge, "replaces", &lectern_table_judge },
  { &lectern_table_entry, "nominee", &lectern_table_nominee },
  { &lectern_table_entry, "round", &lectern_table_round },
  { &lectern_table_recusal, "judge", &lectern_table_judge },
  { &lectern_table_recusal, "nominee", &lectern_table_entry },
  { &lectern_table_sheet, "judge", &lectern_table_judge },
  { &lectern_table_sheet, "nominee", &lectern_table_entry },
  { &lectern_table_keying, "judge", &lectern_table_judge },
  { &lectern_table_keying, "nominee", &lectern_table_entry },
  { &lectern_table_decision, "nominee", &lectern_table_entry },
  { &lectern_table_result, "nominee", &lectern_table_entry },
  { &lectern_table_result, "award", &lectern_table_award },
  { &lectern_table_mark, "criterion", &lectern_table_criterion },
  { &lectern_table_seat, "judge", &lectern_table_judge },
  { &lectern_table_pairing, "judge", &lectern_table_judge },
  { &lectern_table_ruling, "judge", &lectern_table_judge },
  { &lectern_table_ruling, "nominee", &lectern_table_nominee },
  { &lectern_table_ruling, "round", &lectern_table_round },
};

static guint
find_column (const LecternTable *table,
             const char         *name)
{
  guint c = 0;

  while (c < table->n_columns && !g_str_equal (table->columns[c].name, name))
    c++;
  return c;
}

/* An entry is named by its nominee and lies in a round; all others have one column as their key. */
static gboolean
names_row (gconstpointer child,
           const char   *column,
           gconstpointer parent)
{
  const LecternTable *parents = ((const LecternRecord *) parent)->table;
  guint               c = find_column (((const LecternRecord *) child)->table, column);

  if (parents == &lectern_table_entry)
    return g_strcmp0 (get_round_key (child), get_round_key (parent)) == 0 && lectern_record_get_integer (child, c) == ((const LecternEntry *) parent)->nominee;
  if (parents->columns[0].type == LECTERN_COLUMN_INTEGER)
    return lectern_record_get_integer (child, c) == lectern_record_get_integer (parent, 0);
  return g_strcmp0 (lectern_record_get_text (child, c), lectern_record_get_text (parent, 0)) == 0;
}

static gboolean
check_not_needed (LecternPlan  *plan,
                  gconstpointer gone,
                  GError      **error)
{
  for (guint r = 0; r < G_N_ELEMENTS (references); r++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (references[r].parent != ((const LecternRecord *) gone)->table)
        continue;
      children = lectern_contest_list_rows (plan->contest, references[r].child);
      for (guint i = 0; i < children->len; i++)
        if (names_row (children->pdata[i], references[r].column, gone))
          {
            g_autofree char *name = lectern_record_describe_key (gone);
            g_autofree char *child = name_row (plan, children->pdata[i]);

            /* Translators: what would go, and what came after it and belongs to it. */
            return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("This can’t be taken back any more: %s is needed by %s."), name, child);
          }
    }
  return TRUE;
}

static gboolean
check_quota (LecternPlan          *plan,
             const LecternNominee *nominee,
             GError              **error)
{
  GPtrArray          *nominees = lectern_contest_get_nominees (plan->contest);
  const LecternUnit  *unit = lectern_contest_get_unit (plan->contest, nominee->unit);
  const LecternRules *rules = lectern_contest_get_rules (plan->contest);
  guint               n = 0;

  for (guint i = 0; i < nominees->len; i++)
    n += ((LecternNominee *) nominees->pdata[i])->withdrawn != 1 && g_strcmp0 (((LecternNominee *) nominees->pdata[i])->unit, nominee->unit) == 0;
  if (unit == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("This can’t be taken back any more: the unit of %s is gone."), nominee->name);
  if (n > rules->quota_per_unit)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_QUOTA, ngettext ("%s has its %u nominee already. Withdraw that one first.", "%s has its %u nominees already. Withdraw one of them first.", rules->quota_per_unit), unit->name, rules->quota_per_unit);
  return TRUE;
}

static gboolean
check_one_head (LecternPlan *plan,
                GError     **error)
{
  GPtrArray          *judges = lectern_contest_get_judges (plan->contest);
  const LecternJudge *head = NULL;

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->head != 1 || judge->active != 1)
        continue;
      if (head != NULL)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Judge %d is the head judge already; there can be only one."), (int) head->number);
      head = judge;
    }
  return TRUE;
}

static gboolean
check_outcome (const Past  *past,
               LecternPlan *plan,
               GError     **error)
{
  for (guint i = 0; i < lectern_change_get_n_rows (past->inverse); i++)
    {
      const LecternRowChange *row = lectern_change_get_row (past->inverse, i);
      const LecternNominee   *nominee = row->record;

      if (row->removed && !check_not_needed (plan, row->record, error))
        return FALSE;
      if (!row->removed && nominee->record.table == &lectern_table_nominee && nominee->withdrawn != 1 && !check_quota (plan, nominee, error))
        return FALSE;
    }
  return check_one_head (plan, error);
}

/* A programme that is gone leaves no place in it. */
static void
settle_programme (LecternPlan *plan)
{
  const LecternOnAir *now = lectern_contest_get_on_air (plan->contest);
  LecternOnAir       *on_air;

  if (now->cue == LECTERN_NULL || lectern_contest_get_cue_on_air (plan->contest) != NULL)
    return;
  on_air = lectern_record_copy (now);
  on_air->cue = LECTERN_NULL;
  lectern_plan_put (plan, on_air);
}

static void
put_undone (LecternPlan *plan,
            gint64       seq)
{
  LecternUndone *undone = lectern_record_new (&lectern_table_undone);

  undone->seq = seq;
  undone->wall_us = plan->wall_us;
  lectern_plan_put (plan, undone);
}

gboolean
lectern_conduct_undo (LecternPlan *plan,
                      GError     **error)
{
  g_auto (Past) past = { .line = find_line (plan, error) };

  if (past.line == NULL || !past_read (&past, plan, error))
    return FALSE;
  if (!check_tables (&past, error) || !check_kind (&past, plan, error) || !check_closed (&past, plan, error))
    return FALSE;
  put_back (&past, plan);
  if (!check_outcome (&past, plan, error))
    return FALSE;
  settle_programme (plan);
  put_undone (plan, past.line->seq);
  plan->outcome->line = past.line->seq;
  plan->outcome->text = g_strdup (past.line->sentence);
  /* Translators: the sentence of a line of the journal. */
  lectern_plan_say (plan, _ ("Took back: “%s”"), past.line->sentence);
  return lectern_plan_refresh_marking (plan, error);
}
