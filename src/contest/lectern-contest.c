/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest as objects. One hash table a table of the file holds the records by key; sorted
 * lists are made when first asked for and dropped when a row of their table changes. Everything
 * else here is a question answered from these, so there is no second copy of any fact. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-contest.h"
#include "lectern-json-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define N_TABLES 33

struct _LecternContest
{
  GObject parent_instance;

  GHashTable   *rows[N_TABLES];   /* set of records by key */
  GPtrArray    *sorted[N_TABLES]; /* natural order; NULL: to be made */
  LecternRules *rules;            /* NULL: to be read */
  char        **organisers;       /* NULL: to be read */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternContest, lectern_contest, G_TYPE_OBJECT)

static guint
table_index (const LecternTable *table)
{
  for (guint i = 0; i < N_TABLES; i++)
    if (lectern_tables[i] == table)
      return i;
  g_assert_not_reached ();
}

static void
lectern_contest_finalize (GObject *object)
{
  LecternContest *self = LECTERN_CONTEST (object);

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_clear_pointer (&self->sorted[i], g_ptr_array_unref);
      g_clear_pointer (&self->rows[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->rules, lectern_rules_unref);
  g_clear_pointer (&self->organisers, g_strfreev);
  G_OBJECT_CLASS (lectern_contest_parent_class)->finalize (object);
}

static void
lectern_contest_class_init (LecternContestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_contest_finalize;

  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_CONTEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lectern_contest_init (LecternContest *self)
{
  g_assert (lectern_tables[N_TABLES] == NULL);
  for (guint i = 0; i < N_TABLES; i++)
    self->rows[i] = g_hash_table_new_full (lectern_record_key_hash, lectern_record_key_equal, lectern_record_unref, NULL);
}

LecternContest *
lectern_contest_new (void)
{
  return g_object_new (LECTERN_TYPE_CONTEST, NULL);
}

LecternContest *
lectern_contest_copy (LecternContest *self)
{
  LecternContest *copy = lectern_contest_new ();
  g_autoptr (LecternChange) change = lectern_contest_snapshot (self);

  lectern_contest_apply (copy, change);
  return copy;
}

static void
contest_forget (LecternContest     *self,
                const LecternTable *table)
{
  g_clear_pointer (&self->sorted[table_index (table)], g_ptr_array_unref);
  if (table == &lectern_table_unit) /* nominees are listed by unit */
    g_clear_pointer (&self->sorted[table_index (&lectern_table_nominee)], g_ptr_array_unref);
  if (table == &lectern_table_contest || table == &lectern_table_criterion || table == &lectern_table_judge)
    g_clear_pointer (&self->rules, lectern_rules_unref);
  if (table == &lectern_table_contest)
    g_clear_pointer (&self->organisers, g_strfreev);
}

void
lectern_contest_apply (LecternContest *self,
                       LecternChange  *change)
{
  g_return_if_fail (LECTERN_IS_CONTEST (self));
  g_return_if_fail (change != NULL);

  for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
    {
      const LecternRowChange *row = lectern_change_get_row (change, i);
      const LecternTable     *table = ((LecternRecord *) row->record)->table;
      GHashTable             *rows = self->rows[table_index (table)];

      contest_forget (self, table);
      if (row->removed)
        g_hash_table_remove (rows, row->record);
      else
        g_hash_table_replace (rows, lectern_record_ref (row->record), row->record);
    }
  g_signal_emit (self, signals[CHANGED], 0, change);
}

LecternChange *
lectern_contest_snapshot (LecternContest *self)
{
  LecternChange *change = lectern_change_new ();

  g_return_val_if_fail (LECTERN_IS_CONTEST (self), change);

  for (guint i = 0; i < N_TABLES; i++)
    {
      GHashTableIter iter;
      gpointer       record;

      g_hash_table_iter_init (&iter, self->rows[i]);
      while (g_hash_table_iter_next (&iter, &record, NULL))
        lectern_change_put (change, lectern_record_ref (record));
    }
  return change;
}

/* Rows in order ---------------------------------------------------------------------------- */

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const LecternTable *table = ((const LecternRecord *) a)->table;

  for (guint i = 0; i < table->n_columns && table->columns[i].key; i++)
    {
      int order;

      if (table->columns[i].type == LECTERN_COLUMN_INTEGER)
        {
          gint64 x = lectern_record_get_integer (a, i);
          gint64 y = lectern_record_get_integer (b, i);

          order = (x > y) - (x < y);
        }
      else
        order = g_strcmp0 (lectern_record_get_text (a, i), lectern_record_get_text (b, i));
      if (order != 0)
        return order;
    }
  return 0;
}

static gint64
position_of (LecternContest *self,
             gconstpointer   record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table == &lectern_table_unit)
    return ((const LecternUnit *) record)->position;
  if (table == &lectern_table_criterion)
    return ((const LecternCriterion *) record)->position;
  if (table == &lectern_table_round)
    return ((const LecternRound *) record)->position;
  if (table == &lectern_table_award)
    return ((const LecternAward *) record)->position;
  if (table == &lectern_table_nominee)
    {
      const LecternUnit *unit = lectern_contest_get_unit (self, ((const LecternNominee *) record)->unit);

      return unit != NULL ? unit->position : G_MAXINT64;
    }
  return 0;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  gconstpointer x = *(gconstpointer *) a;
  gconstpointer y = *(gconstpointer *) b;
  gint64        p = position_of (user_data, x);
  gint64        q = position_of (user_data, y);

  return p != q ? (p > q) - (p < q) : compare_keys (x, y);
}

void
lectern_contest_foreach_row (LecternContest     *self,
                             const LecternTable *table,
                             void (*look) (gconstpointer record, gpointer user_data),
                             gpointer user_data)
{
  GHashTableIter iter;
  gpointer       record;

  g_return_if_fail (LECTERN_IS_CONTEST (self) && look != NULL);

  g_hash_table_iter_init (&iter, self->rows[table_index (table)]);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    look (record, user_data);
}

GPtrArray *
lectern_contest_list_rows (LecternContest     *self,
                           const LecternTable *table)
{
  GPtrArray     *list;
  GHashTableIter iter;
  gpointer       record;

  g_return_val_if_fail (LECTERN_IS_CONTEST (self), NULL);

  list = g_ptr_array_new_with_free_func (lectern_record_unref);
  g_hash_table_iter_init (&iter, self->rows[table_index (table)]);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (list, lectern_record_ref (record));
  g_ptr_array_sort_with_data (list, compare_rows, self);
  return list;
}

static GPtrArray *
contest_get_sorted (LecternContest     *self,
                    const LecternTable *table)
{
  guint i = table_index (table);

  if (self->sorted[i] == NULL)
    self->sorted[i] = lectern_contest_list_rows (self, table);
  return self->sorted[i];
}

GPtrArray *
lectern_contest_get_units (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_unit);
}

GPtrArray *
lectern_contest_get_criteria (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_criterion);
}

GPtrArray *
lectern_contest_get_rounds (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_round);
}

GPtrArray *
lectern_contest_get_awards (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_award);
}

GPtrArray *
lectern_contest_get_nominees (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_nominee);
}

GPtrArray *
lectern_contest_get_judges (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_judge);
}

GPtrArray *
lectern_contest_get_cues (LecternContest *self)
{
  return contest_get_sorted (self, &lectern_table_cue);
}

/* Single rows ------------------------------------------------------------------------------ */

gconstpointer
lectern_contest_find (LecternContest *self,
                      gconstpointer   record)
{
  return g_hash_table_lookup (self->rows[table_index (((const LecternRecord *) record)->table)], record);
}

const LecternContestRecord *
lectern_contest_get_record (LecternContest *self)
{
  const LecternContestRecord key = { .record.table = &lectern_table_contest, .id = 1 };

  return lectern_contest_find (self, &key);
}

static gint64
find_head_judge (LecternContest *self)
{
  GPtrArray *judges = lectern_contest_get_judges (self);

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->head == 1 && judge->active == 1)
        return judge->number;
    }
  return LECTERN_NONE;
}

LecternRules *
lectern_contest_get_rules (LecternContest *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (self);

  if (self->rules == NULL && record != NULL)
    {
      g_autoptr (GError) error = NULL;

      /* The rules were checked when they came in; a file that was tampered with is refused by
       * the store before it comes here. */
      self->rules = lectern_rules_parse (record->rules, lectern_contest_get_criteria (self), &error);
      if (self->rules == NULL)
        g_critical ("The rules of the contest can't be read: %s", error->message);
      else
        self->rules->scoring.head_judge = (int) find_head_judge (self);
    }
  return self->rules;
}

const char *const *
lectern_contest_get_organisers (LecternContest *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (self);

  if (self->organisers == NULL)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_autoptr (JsonNode) node = record != NULL ? lectern_json_text_parse (record->organisers, NULL) : NULL;
      JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        g_strv_builder_add (builder, json_array_get_string_element (array, i));
      self->organisers = g_strv_builder_end (builder);
    }
  return (const char *const *) self->organisers;
}

const LecternUnit *
lectern_contest_get_unit (LecternContest *self,
                          const char     *key)
{
  const LecternUnit unit = { .record.table = &lectern_table_unit, .key = (char *) key };

  return key != NULL ? lectern_contest_find (self, &unit) : NULL;
}

const LecternUnit *
lectern_contest_find_unit (LecternContest *self,
                           const char     *name)
{
  g_autofree char *wanted = g_strstrip (g_strdup (name));
  GPtrArray       *units = lectern_contest_get_units (self);

  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = units->pdata[i];

      if (g_strcmp0 (unit->name, wanted) == 0 || g_strcmp0 (unit->full_name, wanted) == 0 || g_strcmp0 (unit->key, wanted) == 0)
        return unit;
    }
  return NULL;
}

const LecternNominee *
lectern_contest_get_nominee (LecternContest *self,
                             gint64          id)
{
  const LecternNominee key = { .record.table = &lectern_table_nominee, .id = id };

  return lectern_contest_find (self, &key);
}

const LecternJudge *
lectern_contest_get_judge (LecternContest *self,
                           gint64          number)
{
  const LecternJudge key = { .record.table = &lectern_table_judge, .number = number };

  return lectern_contest_find (self, &key);
}

const LecternRound *
lectern_contest_get_round (LecternContest *self,
                           const char     *key)
{
  const LecternRound round = { .record.table = &lectern_table_round, .key = (char *) key };

  return key != NULL ? lectern_contest_find (self, &round) : lectern_contest_get_current_round (self);
}

const LecternRound *
lectern_contest_get_current_round (LecternContest *self)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (self);

  return on_air != NULL ? lectern_contest_get_round (self, on_air->round) : NULL;
}

const LecternClockRecord *
lectern_contest_get_clock (LecternContest *self)
{
  const LecternClockRecord key = { .record.table = &lectern_table_clock, .id = 1 };

  return lectern_contest_find (self, &key);
}

const LecternOnAir *
lectern_contest_get_on_air (LecternContest *self)
{
  const LecternOnAir key = { .record.table = &lectern_table_on_air, .id = 1 };

  return lectern_contest_find (self, &key);
}

/* Entries ---------------------------------------------------------------------------------- */

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LecternEntry *x = *(const LecternEntry *const *) a;
  const LecternEntry *y = *(const LecternEntry *const *) b;
  gint64              p = x->lot != LECTERN_NULL ? x->lot : G_MAXINT64;
  gint64              q = y->lot != LECTERN_NULL ? y->lot : G_MAXINT64;

  return p != q ? (p > q) - (p < q) : compare_keys (x, y);
}

GPtrArray *
lectern_contest_list_entries (LecternContest *self,
                              const char     *round)
{
  const LecternRound *wanted = lectern_contest_get_round (self, round);
  GPtrArray          *list = g_ptr_array_new_with_free_func (lectern_record_unref);
  GPtrArray          *all = contest_get_sorted (self, &lectern_table_entry);

  for (guint i = 0; wanted != NULL && i < all->len; i++)
    if (g_str_equal (((LecternEntry *) all->pdata[i])->round, wanted->key))
      g_ptr_array_add (list, lectern_record_ref (all->pdata[i]));
  g_ptr_array_sort (list, compare_entries);
  return list;
}

const LecternEntry *
lectern_contest_get_entry (LecternContest *self,
                           const char     *round,
                           gint64          nominee)
{
  const LecternRound *wanted = lectern_contest_get_round (self, round);
  const LecternEntry  key = { .record.table = &lectern_table_entry, .round = wanted != NULL ? wanted->key : NULL, .nominee = nominee };

  return wanted != NULL ? lectern_contest_find (self, &key) : NULL;
}

const LecternEntry *
lectern_contest_get_entry_by_lot (LecternContest *self,
                                  gint64          lot)
{
  const LecternRound *round = lectern_contest_get_current_round (self);
  GPtrArray          *all = contest_get_sorted (self, &lectern_table_entry);

  for (guint i = 0; round != NULL && lot != LECTERN_NULL && i < all->len; i++)
    {
      const LecternEntry *entry = all->pdata[i];

      if (entry->lot == lot && g_str_equal (entry->round, round->key))
        return entry;
    }
  return NULL;
}

const LecternEntry *
lectern_contest_get_entry_on_stage (LecternContest *self)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (self);

  return on_air != NULL && on_air->on_stage != LECTERN_NULL ? lectern_contest_get_entry (self, on_air->round, on_air->on_stage) : NULL;
}

const LecternEntry *
lectern_contest_get_entry_at_gate (LecternContest *self)
{
  const LecternGate  key = { .record.table = &lectern_table_gate, .id = 1 };
  const LecternGate *gate = lectern_contest_find (self, &key);

  return gate != NULL && gate->nominee != LECTERN_NULL ? lectern_contest_get_entry (self, gate->round, gate->nominee) : NULL;
}

/* Sheets ----------------------------------------------------------------------------------- */

static const LecternSheet *
get_version (LecternContest *self,
             LecternSheet   *key,
             gint64          version)
{
  key->version = version;
  return lectern_contest_find (self, key);
}

/* Versions count from 1 without gaps, so the latest is found by doubling, and halving what is left: a sheet that was handed in
 * a thousand times takes twenty looks. 0: there is none. */
static gint64
find_latest_version (LecternContest *self,
                     LecternSheet   *key)
{
  gint64 there = 0;
  gint64 beyond = 1;

  for (; get_version (self, key, beyond) != NULL; beyond *= 2)
    there = beyond;
  while (beyond - there > 1)
    {
      gint64 middle = there + (beyond - there) / 2;

      if (get_version (self, key, middle) != NULL)
        there = middle;
      else
        beyond = middle;
    }
  return there;
}

static const LecternSheet *
find_sheet (LecternContest     *self,
            const LecternEntry *entry,
            gint64              judge,
            gboolean            counted)
{
  LecternSheet key = { .record.table = &lectern_table_sheet, .round = entry->round, .nominee = entry->nominee, .judge = judge };

  for (gint64 version = find_latest_version (self, &key); version > 0; version--)
    {
      const LecternSheet *sheet = get_version (self, &key, version);

      if (!counted || sheet->state == LECTERN_SHEET_SUBMITTED || sheet->state == LECTERN_SHEET_LOCKED)
        return sheet;
    }
  return NULL;
}

const LecternSheet *
lectern_contest_get_latest_sheet (LecternContest     *self,
                                  const LecternEntry *entry,
                                  gint64              judge)
{
  g_return_val_if_fail (entry != NULL, NULL);
  return find_sheet (self, entry, judge, FALSE);
}

const LecternSheet *
lectern_contest_get_counted_sheet (LecternContest     *self,
                                   const LecternEntry *entry,
                                   gint64              judge)
{
  g_return_val_if_fail (entry != NULL, NULL);
  return lectern_contest_is_recused (self, entry, judge) ? NULL : find_sheet (self, entry, judge, TRUE);
}

gint64
lectern_contest_get_mark (LecternContest     *self,
                          const LecternSheet *sheet,
                          const char         *criterion)
{
  const LecternMark  key = { .record.table = &lectern_table_mark, .round = sheet->round, .nominee = sheet->nominee, .judge = sheet->judge, .version = sheet->version, .criterion = (char *) criterion };
  const LecternMark *mark = lectern_contest_find (self, &key);

  return mark != NULL ? mark->value : LECTERN_NULL;
}

gboolean
lectern_contest_is_recused (LecternContest     *self,
                            const LecternEntry *entry,
                            gint64              number)
{
  const LecternJudge   *judge = lectern_contest_get_judge (self, number);
  const LecternNominee *nominee = lectern_contest_get_nominee (self, entry->nominee);
  const LecternRecusal  key = { .record.table = &lectern_table_recusal, .round = entry->round, .nominee = entry->nominee, .judge = number };

  if (judge != NULL && nominee != NULL && judge->unit != NULL && g_strcmp0 (judge->unit, nominee->unit) == 0)
    return TRUE;
  return lectern_contest_find (self, &key) != NULL;
}

static const LecternRecusal *
find_recusal (LecternContest     *self,
              const LecternEntry *entry,
              gint64              judge)
{
  const LecternRecusal key = { .record.table = &lectern_table_recusal, .round = entry->round, .nominee = entry->nominee, .judge = judge };

  return lectern_contest_find (self, &key);
}

gboolean
lectern_contest_is_absent (LecternContest     *self,
                           const LecternEntry *entry,
                           gint64              judge)
{
  const LecternRecusal *recusal = find_recusal (self, entry, judge);

  return recusal != NULL && recusal->kind == LECTERN_RECUSAL_ABSENT;
}

gboolean
lectern_contest_came_later (LecternContest     *self,
                            const LecternEntry *entry,
                            gint64              judge)
{
  const LecternRecusal *recusal = find_recusal (self, entry, judge);

  return recusal != NULL && recusal->later == 1;
}

LecternSheetState
lectern_contest_get_sheet_state (LecternContest     *self,
                                 const LecternEntry *entry,
                                 gint64              judge)
{
  const LecternSheet *sheet;

  if (lectern_contest_is_recused (self, entry, judge))
    return LECTERN_SHEET_RECUSED;
  sheet = find_sheet (self, entry, judge, TRUE);
  if (sheet == NULL)
    sheet = find_sheet (self, entry, judge, FALSE);
  if (sheet != NULL && sheet->state == LECTERN_SHEET_VOID)
    return LECTERN_SHEET_NONE;
  return sheet != NULL ? (LecternSheetState) sheet->state : LECTERN_SHEET_NONE;
}

void
lectern_contest_count_sheets (LecternContest     *self,
                              const LecternEntry *entry,
                              guint              *n_expected,
                              guint              *n_submitted)
{
  GPtrArray *judges = lectern_contest_get_judges (self);

  *n_expected = 0;
  *n_submitted = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->active != 1 || lectern_contest_is_recused (self, entry, judge->number))
        continue;
      *n_expected += 1;
      *n_submitted += find_sheet (self, entry, judge->number, TRUE) != NULL;
    }
}

/* Cues ------------------------------------------------------------------------------------- */

const LecternCue *
lectern_contest_get_cue_on_air (LecternContest *self)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (self);
  const LecternCue    key = { .record.table = &lectern_table_cue, .position = on_air != NULL ? on_air->cue : LECTERN_NULL };

  return lectern_contest_find (self, &key);
}

/* A cue has nothing left to do when its entry forfeited, has been marked already, or is revealed. */
static gboolean
cue_is_spent (LecternContest   *self,
              const LecternCue *cue)
{
  const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (self, NULL, cue->nominee) : NULL;

  if (entry == NULL)
    return FALSE;
  if (entry->state == LECTERN_ENTRY_FORFEIT)
    return TRUE;
  if (cue->kind == LECTERN_CUE_REVEAL)
    return entry->revealed == 1;
  return entry->state == LECTERN_ENTRY_DONE;
}

const LecternCue *
lectern_contest_get_next_cue (LecternContest *self)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (self);
  GPtrArray          *cues = lectern_contest_get_cues (self);

  for (guint i = 0; on_air != NULL && i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];

      if ((on_air->cue == LECTERN_NULL || cue->position > on_air->cue) && !cue_is_spent (self, cue))
        return cue;
    }
  return NULL;
}
