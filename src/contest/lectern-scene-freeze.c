/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the hall may see of the contest, taken at the moment of the take. The rule of this file:
 * marks, means and finals enter a scene only for entries whose result is revealed (a reveal scene
 * reveals its own entry). Nothing else reads sheets into a scene. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-rounds.h"
#include "lectern-standing.h"
#include "lectern-words.h"

static void
freeze_contest (LecternScene   *scene,
                LecternContest *contest)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRound         *round = lectern_contest_get_current_round (contest);

  scene->language = g_strdup (record->language);
  scene->rehearsal = record->rehearsal == 1;
  scene->contest = g_strdup (record->title);
  scene->theme = g_strdup (record->theme);
  scene->scene_theme = g_strdup (record->scene_theme);
  scene->date = g_strdup (record->date);
  scene->place = g_strdup (record->place);
  scene->round = g_strdup (round != NULL ? round->name : "");
  scene->organisers = g_strdupv ((char **) lectern_contest_get_organisers (contest));
  lectern_scene_freeze_dress (scene, contest);
}

const char *
lectern_scene_get_unit_name (LecternContest *contest,
                             const char     *key)
{
  const LecternUnit          *unit = lectern_contest_get_unit (contest, key);
  const LecternContestRecord *record = lectern_contest_get_record (contest);

  if (unit == NULL) /* as the script has it: better than nothing */
    return key != NULL ? key : "";
  return g_strcmp0 (record->language, "en") == 0 && unit->name_en != NULL && *unit->name_en != '\0' ? unit->name_en : unit->name;
}

static void
freeze_entry (LecternScene       *scene,
              LecternContest     *contest,
              const LecternEntry *entry)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);

  scene->lot = entry->lot;
  lectern_record_take_string (&scene->name, nominee->name);
  lectern_record_take_string (&scene->unit, lectern_scene_get_unit_name (contest, nominee->unit));
  lectern_record_take_string (&scene->employer, nominee->employer);
  lectern_record_take_string (&scene->title, nominee->title);
  scene->time_ms = entry->time_ms != LECTERN_NULL ? entry->time_ms : LECTERN_NONE;
  g_free (scene->photo);
  scene->photo = lectern_scene_find_photo (contest, entry->nominee);
}

static void
freeze_on_deck (LecternScene       *scene,
                LecternContest     *contest,
                const LecternEntry *entry)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry   *next = entries->pdata[i];
      const LecternNominee *nominee;

      if (next->lot == LECTERN_NULL || next->lot <= entry->lot || next->state != LECTERN_ENTRY_WAITING)
        continue;
      nominee = lectern_contest_get_nominee (contest, next->nominee);
      scene->next_lot = next->lot;
      scene->next_name = g_strdup (nominee->name);
      scene->next_unit = g_strdup (lectern_scene_get_unit_name (contest, nominee->unit));
      return;
    }
}

static void
freeze_time_rules (LecternScene   *scene,
                   LecternContest *contest)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);

  scene->limit_ms = rules->scoring.time.limit_ms;
  scene->warn_ms = rules->n_warn > 0 ? rules->warn_ms[0] : LECTERN_NONE;
  scene->stop_ms = rules->scoring.time.stop_ms;
}

void
lectern_scene_freeze_speaker (LecternScene       *scene,
                              LecternContest     *contest,
                              const LecternEntry *entry)
{
  freeze_entry (scene, contest, entry);
  freeze_time_rules (scene, contest);
}

/* On deck is @entry while it waits, else the first that waits after it. */
static gboolean
freeze_deck (LecternScene       *scene,
             LecternContest     *contest,
             const LecternEntry *entry,
             GError            **error)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *next = entries->pdata[i];

      if (next->lot == LECTERN_NULL || next->state != LECTERN_ENTRY_WAITING || (entry != NULL && next->lot < entry->lot))
        continue;
      freeze_entry (scene, contest, next);
      freeze_on_deck (scene, contest, next);
      return TRUE;
    }
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Nobody is waiting any more."));
  return FALSE;
}

/* Who has handed in. No marks. */
static void
freeze_judges (LecternScene       *scene,
               LecternContest     *contest,
               const LecternEntry *entry)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      LecternSceneJudge  *frozen;

      /* One who left the panel after marking still counts, so the hall still sees the mark. */
      if (judge->active != 1 && lectern_contest_get_counted_sheet (contest, entry, judge->number) == NULL)
        continue;
      if (lectern_contest_came_later (contest, entry, judge->number))
        continue;
      frozen = g_new0 (LecternSceneJudge, 1);
      frozen->number = judge->number;
      frozen->name = g_strdup (judge->name);
      frozen->recused = lectern_contest_is_recused (contest, entry, judge->number);
      frozen->absent = lectern_contest_is_absent (contest, entry, judge->number);
      frozen->submitted = lectern_contest_get_counted_sheet (contest, entry, judge->number) != NULL;
      g_ptr_array_add (scene->judges, frozen);
    }
  lectern_contest_count_sheets (contest, entry, &scene->n_expected, &scene->n_submitted);
}

static void
freeze_totals (LecternScene            *scene,
               const LecternRankingRow *row)
{
  for (guint s = 0; s < row->n_sheets; s++)
    for (guint j = 0; j < scene->judges->len; j++)
      {
        LecternSceneJudge *judge = scene->judges->pdata[j];

        if (judge->number != row->sheets[s].judge)
          continue;
        judge->total = lectern_mark_format (row->sheets[s].total);
        judge->high = row->sheets[s].fate == LECTERN_SHEET_DROPPED_HIGH;
        judge->low = row->sheets[s].fate == LECTERN_SHEET_DROPPED_LOW;
        scene->n_dropped_high += judge->high;
        scene->n_dropped_low += judge->low;
      }
}

static void
freeze_figures (LecternScene            *scene,
                const LecternRanking    *ranking,
                const LecternRankingRow *row)
{
  const LecternRankedEntry *ranked = &row->ranked;

  freeze_totals (scene, row);
  scene->n_counted = ranked->n_counted;
  scene->mean = lectern_fraction_format (ranked->mean, ranking->decimals);
  scene->final = lectern_fraction_format (ranked->final, ranking->decimals);
  if (ranked->deduction > 0)
    scene->deduction = lectern_mark_format_fixed (ranked->deduction, MIN (MAX (ranking->decimals, 2), 3));
}

/* The contest with @entry revealed: the place it is given now is the place the ranking shows
 * afterwards. */
static LecternContest *
copy_revealed (LecternContest     *contest,
               const LecternEntry *entry)
{
  LecternContest *seen = lectern_contest_copy (contest);
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternEntry *revealed = lectern_record_copy (entry);

  revealed->revealed = TRUE;
  lectern_change_put (change, revealed);
  lectern_contest_apply (seen, change);
  return seen;
}

/* Nobody is certain before the own result is out, so whoever is now has just become so. */
static void
freeze_certain (LecternScene       *scene,
                LecternContest     *seen,
                const LecternEntry *entry)
{
  g_autoptr (LecternStanding) standing = lectern_standing_new (seen, entry->round, LECTERN_BASIS_SEEN);
  const LecternBorder *certain = lectern_standing_find_certain (standing, entry->nominee);

  if (certain == NULL || lectern_contest_get_round (seen, entry->round)->state == LECTERN_ROUND_FINALISED)
    return;
  scene->certain_of = g_strdup (certain->name);
  scene->certain_to_go = certain->cut;
}

static gboolean
freeze_reveal (LecternScene       *scene,
               LecternContest     *contest,
               const LecternEntry *entry,
               GError            **error)
{
  g_autoptr (LecternContest) seen = copy_revealed (contest, entry);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (seen, entry->round, TRUE);
  const LecternRankingRow *row = lectern_ranking_find (ranking, entry->nominee);

  if (row == NULL || !row->ranked.has_final)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("No. %d has no result to reveal yet. Close marking first."), (int) entry->lot);
      return FALSE;
    }
  freeze_judges (scene, contest, entry);
  freeze_figures (scene, ranking, row);
  for (guint i = 0; i < ranking->n_rows; i++)
    scene->n_ranked += ranking->rows[i].ranked.has_final;
  scene->rank = row->ranked.rank;
  scene->tied = row->ranked.tied;
  freeze_certain (scene, seen, entry);
  return TRUE;
}

static LecternSceneRow *
scene_add_row (LecternScene       *scene,
               LecternContest     *contest,
               const LecternEntry *entry)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  LecternSceneRow      *row = g_new0 (LecternSceneRow, 1);

  row->lot = entry->lot;
  row->name = g_strdup (nominee->name);
  row->unit = g_strdup (lectern_scene_get_unit_name (contest, nominee->unit));
  row->title = g_strdup (nominee->title);
  row->photo = lectern_scene_find_photo (contest, entry->nominee);
  row->forfeit = entry->state == LECTERN_ENTRY_FORFEIT;
  row->done = entry->state == LECTERN_ENTRY_DONE || entry->state == LECTERN_ENTRY_MARKING;
  g_ptr_array_add (scene->rows, row);
  return row;
}

static gboolean
freeze_order (LecternScene   *scene,
              LecternContest *contest,
              GError        **error)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  if (round == NULL || round->state == LECTERN_ROUND_SET_UP)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_DRAWN, "%s", _ ("The running order has not been drawn yet."));
      return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];
      LecternSceneRow    *row = scene_add_row (scene, contest, entry);

      row->on_stage = on_air->on_stage == entry->nominee && !row->done;
      scene->n_done += row->done;
    }
  scene->n_entries = entries->len;
  scene->seed = g_strdup (round->seed);
  lectern_scene_make_order_pages (scene);
  return TRUE;
}

static const char *
get_award_name (LecternContest *contest,
                const char     *key)
{
  const LecternAward  award = { .record.table = &lectern_table_award, .key = (char *) key };
  const LecternAward *found = key != NULL ? lectern_contest_find (contest, &award) : NULL;

  return found != NULL ? found->name : NULL;
}

/* What @row has won: an award, or in a round before the last the way to the next. */
static char *
describe_prize (LecternContest          *contest,
                const LecternRound      *round,
                const LecternRankingRow *row)
{
  const LecternRound *next = row->advances ? lectern_rounds_get_next (contest, round) : NULL;

  if (next != NULL)
    return lectern_words_describe_cut (lectern_contest_get_record (contest)->language, next->name);
  return g_strdup (get_award_name (contest, row->award));
}

/* Once the round is finalised the awards themselves are named. */
static void
freeze_rows_certain (LecternScene   *scene,
                     LecternContest *contest)
{
  g_autoptr (LecternStanding) standing = lectern_standing_new (contest, NULL, LECTERN_BASIS_SEEN);
  gboolean several = lectern_standing_get_borders (standing)->len > 1;

  for (guint i = 0; i < scene->rows->len && !scene->is_final; i++)
    {
      LecternSceneRow     *row = scene->rows->pdata[i];
      const LecternEntry  *entry = lectern_contest_get_entry_by_lot (contest, row->lot);
      const LecternBorder *certain = entry != NULL ? lectern_standing_find_certain (standing, entry->nominee) : NULL;

      row->certain = certain != NULL;
      row->certain_of = certain != NULL && several ? g_strdup (certain->name) : NULL;
    }
}

/* How many at the top belong together: all who go on, or who have the first award. */
static guint
count_together (const LecternRanking *ranking)
{
  guint n = 0;

  while (n < ranking->n_rows && ranking->rows[n].ranked.has_final && (ranking->feeds ? ranking->rows[n].advances : ranking->rows[n].award != NULL && g_strcmp0 (ranking->rows[n].award, ranking->rows[0].award) == 0))
    n++;
  return n;
}

/* The places among those revealed; after the round is finalised, all. */
static gboolean
freeze_ranking (LecternScene   *scene,
                LecternContest *contest,
                GError        **error)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (LecternScene) last = on_air != NULL && on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, round != NULL && round->state != LECTERN_ROUND_FINALISED);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  if (round == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_DRAWN, "%s", _ ("The running order has not been drawn yet."));
      return FALSE;
    }
  scene->is_final = round->state == LECTERN_ROUND_FINALISED;
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      LecternSceneRow         *frozen;

      if (!row->ranked.has_final)
        continue;
      frozen = scene_add_row (scene, contest, row->entry);
      frozen->rank = row->ranked.rank;
      frozen->tied = row->ranked.tied;
      frozen->final = lectern_fraction_format (row->ranked.final, ranking->decimals);
      frozen->award = scene->is_final ? describe_prize (contest, round, row) : NULL;
      frozen->fresh = last != NULL && last->kind == LECTERN_SCENE_REVEAL && last->lot == row->entry->lot;
    }
  freeze_rows_certain (scene, contest);
  if (scene->kind == LECTERN_SCENE_RANKING)
    {
      lectern_scene_note_moves (scene, last);
      lectern_scene_make_pages (scene, count_together (ranking));
    }
  scene->n_done = scene->rows->len;
  scene->n_entries = entries->len;
  return TRUE;
}

static const char *
get_citation (LecternContest *contest,
              const char     *award)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);

  for (guint i = 0; i < awards->len; i++)
    if (g_strcmp0 (((LecternAward *) awards->pdata[i])->name, award) == 0)
      return ((LecternAward *) awards->pdata[i])->citation;
  return NULL;
}

/* The rows with an award; of the award scene those with the first, for the others behind it are
 * named by the MC from the paper. */
static gboolean
freeze_award (LecternScene   *scene,
              LecternContest *contest,
              GError        **error)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const char         *first = NULL;

  if (round == NULL || round->state != LECTERN_ROUND_FINALISED)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Awards are shown only after the round is finalised."));
      return FALSE;
    }
  if (!freeze_ranking (scene, contest, error))
    return FALSE;
  for (guint i = 0; i < scene->rows->len;)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      if (first == NULL)
        first = row->award;
      if (row->award != NULL && (scene->kind == LECTERN_SCENE_AWARDS || g_strcmp0 (row->award, first) == 0))
        i++;
      else
        g_ptr_array_remove_index (scene->rows, i);
    }
  if (scene->kind == LECTERN_SCENE_AWARDS)
    lectern_scene_make_award_pages (scene);
  if (scene->kind == LECTERN_SCENE_AWARD)
    {
      scene->text = g_strdup (first);
      scene->citation = g_strdup (get_citation (contest, first));
      lectern_scene_make_winner_pages (scene);
    }
  return TRUE;
}

static void
freeze_rules (LecternScene   *scene,
              LecternContest *contest)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);
  GPtrArray          *criteria = lectern_contest_get_criteria (contest);

  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];
      LecternSceneCriterion  *frozen = g_new0 (LecternSceneCriterion, 1);

      frozen->name = g_strdup (criterion->name);
      frozen->guide = g_strdup (criterion->guide);
      frozen->max = lectern_mark_format (criterion->max);
      g_ptr_array_add (scene->criteria, frozen);
    }
  freeze_time_rules (scene, contest);
  scene->trim_low = rules->scoring.trim_low;
  scene->trim_high = rules->scoring.trim_high;
  scene->trim_from = rules->scoring.trim_from;
  scene->overtime = lectern_words_describe_overtime (scene->language, &rules->scoring.time);
}

static gboolean
kind_needs_entry (LecternSceneKind kind)
{
  return kind == LECTERN_SCENE_INTRODUCTION || kind == LECTERN_SCENE_TALK || kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL || kind == LECTERN_SCENE_COURSEWARE;
}

static gboolean
freeze_kind (LecternScene       *scene,
             LecternContest     *contest,
             const LecternEntry *entry,
             GError            **error)
{
  switch (scene->kind)
    {
    case LECTERN_SCENE_RULES:
      freeze_rules (scene, contest);
      return TRUE;
    case LECTERN_SCENE_ORDER:
      return freeze_order (scene, contest, error);
    case LECTERN_SCENE_MARKING:
      freeze_judges (scene, contest, entry);
      return TRUE;
    case LECTERN_SCENE_REVEAL:
      return freeze_reveal (scene, contest, entry, error);
    case LECTERN_SCENE_RANKING:
      return freeze_ranking (scene, contest, error);
    case LECTERN_SCENE_AWARD:
    case LECTERN_SCENE_AWARDS:
      return freeze_award (scene, contest, error);
    case LECTERN_SCENE_DRAW:
      lectern_scene_freeze_slips (scene, contest);
      return TRUE;
    case LECTERN_SCENE_PICTURE:
    case LECTERN_SCENE_COURSEWARE:
      return lectern_scene_freeze_picture (scene, contest, entry, scene->text, error);
    case LECTERN_SCENE_GUESTS:
      lectern_scene_freeze_people (scene, contest);
      return TRUE;
    case LECTERN_SCENE_DECK:
      return freeze_deck (scene, contest, entry, error);
    case LECTERN_SCENE_CLOCK:
      if (entry != NULL)
        freeze_entry (scene, contest, entry);
      freeze_time_rules (scene, contest);
      return TRUE;
    default:
      return TRUE;
    }
}

LecternScene *
lectern_scene_freeze (LecternContest     *contest,
                      LecternSceneKind    kind,
                      const LecternEntry *entry,
                      const char         *text,
                      GError            **error)
{
  g_autoptr (LecternScene) scene = NULL;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  g_return_val_if_fail (lectern_contest_get_record (contest) != NULL, NULL);

  if (kind_needs_entry (kind) && entry == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("This scene needs an entry: say which lot."));
      return NULL;
    }
  scene = lectern_scene_new (kind);
  freeze_contest (scene, contest);
  scene->text = g_strdup (text);
  if (kind_needs_entry (kind))
    {
      freeze_entry (scene, contest, entry);
      freeze_on_deck (scene, contest, entry);
      freeze_time_rules (scene, contest);
    }
  if (!freeze_kind (scene, contest, entry, error))
    return NULL;
  return g_steal_pointer (&scene);
}

LecternSceneKind
lectern_scene_kind_for_cue (LecternCueKind cue)
{
  static const LecternSceneKind kinds[LECTERN_CUE_N_KINDS] = {
    [LECTERN_CUE_TITLE] = LECTERN_SCENE_TITLE,
    [LECTERN_CUE_RULES] = LECTERN_SCENE_RULES,
    [LECTERN_CUE_ORDER] = LECTERN_SCENE_ORDER,
    [LECTERN_CUE_INTRODUCE] = LECTERN_SCENE_INTRODUCTION,
    [LECTERN_CUE_TALK] = LECTERN_SCENE_TALK,
    [LECTERN_CUE_MARK] = LECTERN_SCENE_MARKING,
    [LECTERN_CUE_REVEAL] = LECTERN_SCENE_REVEAL,
    [LECTERN_CUE_RANKING] = LECTERN_SCENE_RANKING,
    [LECTERN_CUE_BREAK] = LECTERN_SCENE_BREAK,
    [LECTERN_CUE_TALLY] = LECTERN_SCENE_BREAK,
    [LECTERN_CUE_CEREMONY] = LECTERN_SCENE_AWARD,
    [LECTERN_CUE_END] = LECTERN_SCENE_END,
  };

  g_return_val_if_fail (cue < LECTERN_CUE_N_KINDS, LECTERN_SCENE_BLANK);
  return kinds[cue];
}

LecternScene *
lectern_scene_freeze_cue (LecternContest   *contest,
                          const LecternCue *cue,
                          GError          **error)
{
  const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, cue->nominee) : NULL;

  return lectern_scene_freeze (contest, lectern_scene_kind_for_cue ((LecternCueKind) cue->kind), entry, cue->label, error);
}
