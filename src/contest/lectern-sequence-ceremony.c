/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The awards from the last to the first, and in each from its lowest place to its highest: the
 * award's name, the place, the names, then score and photo, then the citation. Equals stand
 * together. An award without places is given to groups, in the order of the lots, so that the page
 * says nothing of a rank. A round from which the best go on announces them the same way. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-rounds.h"
#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"
#include "lectern-words.h"

#define GROUP_ROWS 12
#define REHEARSED_MAX 60

/* An award and its rows, which stand together. */
typedef struct
{
  const char *name;
  const char *citation;
  gboolean    ranked;
  guint       first;
  guint       n;
} Prize;

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const LecternSceneRow *one = *(const LecternSceneRow *const *) a;
  const LecternSceneRow *other = *(const LecternSceneRow *const *) b;

  return one->lot < other->lot ? -1 : one->lot > other->lot;
}

/* Steps ------------------------------------------------------------------------------------- */

/* Alike filled pages, so that none has a name or two; long names have fewer on one. */
static void
add_groups (LecternSequence *self,
            const Prize     *prize)
{
  guint done = 0;

  while (done < prize->n)
    {
      guint n_left = prize->n - done;
      guint n_pages = (n_left + GROUP_ROWS - 1) / GROUP_ROWS;
      guint n = lectern_scene_count_winners (self->whole->rows, prize->first + done, (n_left + n_pages - 1) / n_pages);

      lectern_sequence_add_step (self, LECTERN_STEP_GROUP, prize->first + done, n, TRUE);
      done += n;
    }
}

/* The rows of @prize up to row @end that share the rank of the last of them. */
static guint
find_equals (const LecternSequence *self,
             const Prize           *prize,
             guint                  end)
{
  const LecternSceneRow *last = self->whole->rows->pdata[end - 1];
  guint                  first = end - 1;

  while (first > prize->first && ((LecternSceneRow *) self->whole->rows->pdata[first - 1])->rank == last->rank)
    first--;
  return first;
}

static void
add_winners (LecternSequence *self,
             const Prize     *prize,
             guint            first,
             guint            n,
             guint            by_hand_from)
{
  const LecternSceneRow *row = self->whole->rows->pdata[first];
  gboolean               automatic = row->rank > by_hand_from;

  if (n < prize->n) /* else the award's name has said it */
    lectern_sequence_add_step (self, LECTERN_STEP_RANK, first, n, automatic);
  lectern_sequence_add_step (self, LECTERN_STEP_WINNERS, first, n, automatic);
  lectern_sequence_add_step (self, LECTERN_STEP_FIGURES, first, n, automatic);
  if (prize->citation != NULL)
    lectern_sequence_add_step (self, LECTERN_STEP_CITATION, first, n, automatic);
}

static void
add_prize (LecternSequence *self,
           const Prize     *prize,
           guint            by_hand_from)
{
  const LecternSceneRow *lowest = self->whole->rows->pdata[prize->first + prize->n - 1];
  gboolean               automatic = !prize->ranked || lowest->rank > by_hand_from;

  lectern_sequence_add_step (self, LECTERN_STEP_AWARD, prize->first, 0, automatic);
  if (!prize->ranked)
    {
      add_groups (self, prize);
      return;
    }
  for (guint end = prize->first + prize->n; end > prize->first;)
    {
      guint first = find_equals (self, prize, end);

      add_winners (self, prize, first, end - first, by_hand_from);
      end = first;
    }
}

static void
add_steps (LecternSequence *self,
           GArray          *prizes,
           guint            by_hand_from)
{
  lectern_sequence_add_step (self, LECTERN_STEP_OPEN, 0, 0, FALSE);
  for (guint i = prizes->len; i > 0; i--)
    add_prize (self, &g_array_index (prizes, Prize, i - 1), by_hand_from);
  lectern_sequence_add_step (self, LECTERN_STEP_ALL, 0, self->whole->rows->len, FALSE);
}

/* What is given ----------------------------------------------------------------------------- */

static const LecternAward *
get_award (LecternContest *contest,
           const char     *key)
{
  const LecternAward award = { .record.table = &lectern_table_award, .key = (char *) key };

  return key != NULL ? lectern_contest_find (contest, &award) : NULL;
}

static LecternSceneRow *
add_row (LecternSequence *self,
         const Prize     *prize)
{
  LecternSceneRow *row = g_new0 (LecternSceneRow, 1);

  row->award = g_strdup (prize->name);
  row->citation = g_strdup (prize->citation);
  g_ptr_array_add (self->whole->rows, row);
  return row;
}

static void
add_ranked_row (LecternSequence         *self,
                LecternContest          *contest,
                const LecternRanking    *ranking,
                const LecternRankingRow *ranked,
                const Prize             *prize)
{
  LecternSceneRow *row = add_row (self, prize);

  row->lot = ranked->entry->lot;
  row->rank = ranked->ranked.rank;
  row->tied = ranked->ranked.tied;
  row->name = g_strdup (ranked->nominee->name);
  row->unit = g_strdup (lectern_scene_get_unit_name (contest, ranked->nominee->unit));
  row->title = g_strdup (ranked->nominee->title);
  row->final = lectern_fraction_format (ranked->ranked.final, ranking->decimals);
  row->photo = lectern_scene_find_photo (contest, ranked->entry->nominee);
}

/* The prize that @row belongs to, begun when it is the first of it; NULL: none. */
static Prize *
find_prize (GArray                  *prizes,
            LecternContest          *contest,
            const LecternRankingRow *row,
            const char              *cut,
            guint                    n_rows)
{
  const LecternAward *award = get_award (contest, row->award);
  Prize               prize = { .first = n_rows, .ranked = TRUE, .name = cut };
  Prize              *last = prizes->len > 0 ? &g_array_index (prizes, Prize, prizes->len - 1) : NULL;

  if (!row->ranked.has_final || (cut != NULL ? !row->advances : award == NULL))
    return NULL;
  if (cut == NULL)
    {
      prize.name = award->name;
      prize.citation = award->citation;
      prize.ranked = award->places != LECTERN_NULL;
    }
  if (last == NULL || last->name != prize.name)
    {
      g_array_append_val (prizes, prize);
      last = &g_array_index (prizes, Prize, prizes->len - 1);
    }
  last->n++;
  return last;
}

static void
sort_groups (LecternSequence *self,
             GArray          *prizes)
{
  for (guint i = 0; i < prizes->len; i++)
    {
      const Prize *prize = &g_array_index (prizes, Prize, i);

      if (!prize->ranked)
        qsort (self->whole->rows->pdata + prize->first, prize->n, sizeof (gpointer), compare_lots);
    }
}

static gboolean
freeze_scenes (LecternSequence *self,
               LecternContest  *contest,
               GError         **error)
{
  self->base = lectern_scene_freeze (contest, LECTERN_SCENE_TITLE, NULL, NULL, error);
  if (self->base == NULL)
    return FALSE;
  self->base->kind = LECTERN_SCENE_AWARD;
  self->whole = lectern_scene_new (LECTERN_SCENE_AWARDS);
  return TRUE;
}

LecternSequence *
lectern_sequence_freeze_ceremony (LecternContest *contest,
                                  GError        **error)
{
  const LecternRound *round;
  const LecternRound *next;
  g_autoptr (LecternSequence) self = NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GArray) prizes = g_array_new (FALSE, TRUE, sizeof (Prize));
  g_autofree char *cut = NULL;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  round = lectern_contest_get_current_round (contest);
  if (round == NULL || round->state != LECTERN_ROUND_FINALISED)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Awards are shown only after the round is finalised."));
      return NULL;
    }
  self = lectern_sequence_new (LECTERN_SEQUENCE_CEREMONY, contest);
  if (!freeze_scenes (self, contest, error))
    return NULL;
  next = lectern_rounds_get_next (contest, round);
  cut = next != NULL ? lectern_words_describe_cut (self->base->language, next->name) : NULL;
  self->cut = next != NULL;
  self->revision = round->revision;
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const Prize *prize = find_prize (prizes, contest, &ranking->rows[i], cut, self->whole->rows->len);

      if (prize != NULL)
        add_ranked_row (self, contest, ranking, &ranking->rows[i], prize);
    }
  if (prizes->len == 0)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Nobody receives an award in this round."));
      return NULL;
    }
  sort_groups (self, prizes);
  add_steps (self, prizes, lectern_contest_get_rules (contest)->by_hand_from);
  return g_steal_pointer (&self);
}

/* Rehearsal --------------------------------------------------------------------------------- */

/* Names that are plainly nobody's. */
static char *
invent_name (gboolean chinese,
             guint    i)
{
  static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };

  if (!chinese)
    return g_strdup_printf ("Rehearsal %u", i + 1);
  if (i < G_N_ELEMENTS (stems))
    return g_strdup_printf ("彩排%s", stems[i]);
  return g_strdup_printf ("彩排%s%u", stems[i % G_N_ELEMENTS (stems)], i / (guint) G_N_ELEMENTS (stems) + 1);
}

static void
add_invented_row (LecternSequence *self,
                  const Prize     *prize,
                  guint            decimals)
{
  gboolean         chinese = lectern_words_is_chinese (self->base->language);
  guint            i = self->whole->rows->len;
  LecternSceneRow *row = add_row (self, prize);

  row->lot = i + 1;
  row->rank = i + 1;
  row->name = invent_name (chinese, i);
  row->unit = g_strdup_printf (chinese ? "示例单位 %u" : "Sample unit %u", i % 14 + 1);
  row->title = g_strdup (chinese ? "示例题目" : "A sample talk");
  row->final = lectern_mark_format_fixed (MAX (95000 - (gint64) i * 330, 0), MIN (decimals, 3));
}

/* As many as have entered, or as the awards have places for. */
static guint
count_rehearsed (LecternContest *contest)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  guint      n = entries->len > 0 ? entries->len : nominees->len;

  return CLAMP (n, 14, REHEARSED_MAX);
}

static void
invent_prize (LecternSequence *self,
              GArray          *prizes,
              const Prize     *kind,
              gint64           places,
              guint            n_all,
              guint            decimals)
{
  Prize prize = *kind;

  prize.first = self->whole->rows->len;
  while (self->whole->rows->len < n_all && (places == LECTERN_NULL || (gint64) prize.n < places))
    {
      add_invented_row (self, &prize, decimals);
      prize.n++;
    }
  if (prize.n > 0)
    g_array_append_val (prizes, prize);
}

LecternSequence *
lectern_sequence_rehearse_ceremony (LecternContest *contest,
                                    GError        **error)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternRules *rules = lectern_contest_get_rules (contest);
  const LecternRound *next = round != NULL ? lectern_rounds_get_next (contest, round) : NULL;
  GPtrArray          *awards = lectern_contest_get_awards (contest);
  g_autoptr (LecternSequence) self = lectern_sequence_new (LECTERN_SEQUENCE_CEREMONY, contest);
  g_autoptr (GArray) prizes = g_array_new (FALSE, TRUE, sizeof (Prize));
  g_autofree char *cut = NULL;
  guint            n_all = count_rehearsed (contest);

  if (!freeze_scenes (self, contest, error))
    return NULL;
  self->rehearsal = self->base->rehearsal = TRUE;
  self->cut = next != NULL;
  cut = next != NULL ? lectern_words_describe_cut (self->base->language, next->name) : NULL;
  if (next != NULL)
    invent_prize (self, prizes, &(Prize){ .name = cut, .ranked = TRUE }, round->advance, n_all, rules->scoring.decimals);
  for (guint i = 0; next == NULL && i < awards->len; i++)
    {
      const LecternAward *award = awards->pdata[i];

      invent_prize (self, prizes, &(Prize){ .name = award->name, .citation = award->citation, .ranked = award->places != LECTERN_NULL }, award->places, n_all, rules->scoring.decimals);
    }
  if (round == NULL || prizes->len == 0)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The contest has no awards to rehearse. Add them to the rules first."));
      return NULL;
    }
  add_steps (self, prizes, rules->by_hand_from);
  return g_steal_pointer (&self);
}

/* Building it up ---------------------------------------------------------------------------- */

static void
show_rows (const LecternSequence *self,
           const LecternStep     *at,
           LecternScene          *scene)
{
  for (guint i = at->first; i < at->first + at->n; i++)
    {
      const LecternSceneRow *row = self->whole->rows->pdata[i];
      LecternSceneRow       *shown = g_new0 (LecternSceneRow, 1);
      gboolean               grouped = at->kind == LECTERN_STEP_GROUP;

      shown->award = g_strdup (row->award);
      shown->name = g_strdup (row->name);
      shown->unit = g_strdup (row->unit);
      if (!grouped)
        {
          shown->rank = row->rank;
          shown->tied = row->tied;
          shown->title = g_strdup (row->title);
        }
      if (at->kind == LECTERN_STEP_FIGURES || at->kind == LECTERN_STEP_CITATION)
        {
          shown->final = g_strdup (row->final);
          shown->photo = g_strdup (row->photo);
        }
      if (at->kind == LECTERN_STEP_CITATION || grouped)
        shown->citation = g_strdup (row->citation);
      g_ptr_array_add (scene->rows, shown);
    }
  if (at->n > 1)
    lectern_scene_make_winner_pages (scene);
}

/* The picture at the end: everybody, award by award from the first, without score. */
static void
show_all (const LecternSequence *self,
          LecternScene          *scene)
{
  scene->kind = LECTERN_SCENE_AWARDS;
  for (guint i = 0; i < self->whole->rows->len; i++)
    {
      const LecternSceneRow *row = self->whole->rows->pdata[i];
      LecternSceneRow       *shown = g_new0 (LecternSceneRow, 1);

      shown->award = g_strdup (row->award);
      shown->name = g_strdup (row->name);
      shown->unit = g_strdup (row->unit);
      shown->photo = g_strdup (row->photo);
      g_ptr_array_add (scene->rows, shown);
    }
  lectern_scene_make_award_pages (scene);
}

void
lectern_sequence_fill_ceremony (const LecternSequence *self,
                                guint                  step,
                                LecternScene          *scene)
{
  const LecternStep     *at = &g_array_index (self->steps, LecternStep, step);
  const LecternSceneRow *first = at->first < self->whole->rows->len ? self->whole->rows->pdata[at->first] : NULL;
  gboolean               chinese = lectern_words_is_chinese (self->base->language);

  switch (at->kind)
    {
    case LECTERN_STEP_OPEN:
      scene->text = g_strdup (self->cut ? (chinese ? "晋级名单" : "Who goes on") : (chinese ? "颁奖典礼" : "Award Ceremony"));
      return;
    case LECTERN_STEP_AWARD:
    case LECTERN_STEP_RANK:
      scene->text = g_strdup (first != NULL ? first->award : NULL);
      if (at->kind == LECTERN_STEP_RANK && first != NULL)
        {
          scene->rank = first->rank;
          scene->tied = at->n > 1;
        }
      return;
    case LECTERN_STEP_ALL:
      show_all (self, scene);
      return;
    default:
      show_rows (self, at, scene);
      return;
    }
}
