/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's words, cue by cue, from the lines of the script. What is not yet revealed is never in
 * them: the MC reads aloud what stands here. The printed script has blanks in its place. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-script.h"

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-programme.h"
#include "lectern-rounds.h"
#include "lectern-script-line.h"
#include "lectern-separation.h"
#include "lectern-sequence.h"
#include "lectern-standing.h"
#include "lectern-words.h"

typedef struct
{
  LecternContest *contest;
  GString        *text;
  GHashTable     *tokens; /* name → words */
  gboolean        english;
  gboolean        blanks; /* figures to come are blanks, not left out */
} Script;

static void
set_token (Script     *script,
           const char *token,
           const char *value)
{
  g_hash_table_insert (script->tokens, g_strdup (token), g_strdup (value ? value : ""));
}

static void
set_number (Script     *script,
            const char *token,
            gint64      value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  set_token (script, token, text);
}

static char *
get_token (const char *token,
           gpointer    data)
{
  return g_strdup (g_hash_table_lookup (((Script *) data)->tokens, token));
}

static void
say (Script           *script,
     LecternScriptLine line)
{
  lectern_script_say (script->text, script->contest, line, get_token, script);
}

static const char *
get_unit_name (Script               *script,
               const LecternNominee *nominee)
{
  const LecternUnit *unit = lectern_contest_get_unit (script->contest, nominee->unit);
  if (!unit)
    return nominee->unit;
  return script->english && unit->name_en && *unit->name_en ? unit->name_en : unit->name;
}

static const LecternEntry *
set_entry (Script *script,
           gint64  nominee_id)
{
  const LecternEntry *entry = lectern_contest_get_entry (script->contest, NULL, nominee_id);
  if (!entry)
    return NULL;
  const LecternNominee *nominee = lectern_contest_get_nominee (script->contest, nominee_id);
  set_number (script, "lot", entry->lot);
  set_token (script, "name", nominee->name);
  set_token (script, "title", nominee->title);
  set_token (script, "unit", get_unit_name (script, nominee));
  return entry;
}

static gboolean
is_forfeited (Script           *script,
              const LecternCue *cue)
{
  const LecternEntry *entry = lectern_contest_get_entry (script->contest, NULL, cue->nominee);
  return entry && entry->state == LECTERN_ENTRY_FORFEIT;
}

/* The first cue of @kind after @from that is of another entry, one who will come. */
static const LecternCue *
find_cue_after (Script           *script,
                const LecternCue *from,
                LecternCueKind    kind)
{
  GPtrArray *cues = lectern_contest_get_cues (script->contest);
  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = g_ptr_array_index (cues, i);
      if (cue->position > from->position && cue->kind == kind && cue->nominee != from->nominee && !is_forfeited (script, cue))
        return cue;
    }
  return NULL;
}

static gboolean
set_next (Script           *script,
          const LecternCue *cue)
{
  const LecternEntry *entry = cue ? lectern_contest_get_entry (script->contest, NULL, cue->nominee) : NULL;
  if (!entry || entry->lot == LECTERN_NULL)
    return FALSE;
  const LecternNominee *nominee = lectern_contest_get_nominee (script->contest, cue->nominee);
  set_number (script, "next-lot", entry->lot);
  set_token (script, "next-name", nominee->name);
  set_token (script, "next-unit", get_unit_name (script, nominee));
  return TRUE;
}

static void
say_on_deck (Script           *script,
             const LecternCue *cue)
{
  if (set_next (script, find_cue_after (script, cue, LECTERN_CUE_INTRODUCE)))
    say (script, LECTERN_SCRIPT_ON_DECK);
}

/* What comes after @cue: now, what the large button will do; on paper, the next line. */
static const LecternCue *
find_following (Script           *script,
                const LecternCue *cue)
{
  GPtrArray *cues = lectern_contest_get_cues (script->contest);
  if (!script->blanks)
    return lectern_contest_get_next_cue (script->contest);
  for (guint i = 0; i < cues->len; i++)
    if (((const LecternCue *) g_ptr_array_index (cues, i))->position > cue->position)
      return g_ptr_array_index (cues, i);
  return NULL;
}

static void
say_marking (Script           *script,
             const LecternCue *cue)
{
  if (!set_entry (script, cue->nominee))
    return;
  say (script, cue->kind == LECTERN_CUE_TALK ? LECTERN_SCRIPT_THANKS : LECTERN_SCRIPT_MARK);
  say_on_deck (script, cue);
  const LecternCue *next = find_following (script, cue);
  if (cue->kind == LECTERN_CUE_MARK && next && next->kind == LECTERN_CUE_REVEAL && set_next (script, next))
    say (script, LECTERN_SCRIPT_NEXT_REVEAL);
}

static guint
count_fate (const LecternRankingRow *row,
            LecternSheetFate         fate)
{
  guint n = 0;
  for (guint i = 0; i < row->n_sheets; i++)
    n += row->sheets[i].fate == fate;
  return n;
}

static void
say_figures (Script                  *script,
             const LecternRanking    *ranking,
             const LecternRankingRow *row)
{
  g_autofree char *final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  g_autofree char *deduction = lectern_mark_format (row->ranked.deduction);
  set_number (script, "high", count_fate (row, LECTERN_SHEET_DROPPED_HIGH));
  set_number (script, "low", count_fate (row, LECTERN_SHEET_DROPPED_LOW));
  set_token (script, "final", final);
  set_token (script, "deduction", deduction);
  set_number (script, "place", row->ranked.rank);
  say (script, LECTERN_SCRIPT_REVEAL);
  if (count_fate (row, LECTERN_SHEET_COUNTED) < row->n_sheets)
    say (script, LECTERN_SCRIPT_TRIMMED);
  if (row->ranked.deduction > 0)
    say (script, LECTERN_SCRIPT_DEDUCTION);
  say (script, LECTERN_SCRIPT_FINAL);
  say (script, LECTERN_SCRIPT_PLACE);
}

static void
say_sentence (Script     *script,
              const char *sentence)
{
  if (sentence == NULL)
    return;
  g_string_append (script->text, sentence);
  if (script->english)
    g_string_append_c (script->text, ' ');
}

/* Why the place is this one, where the score alone does not say it. */
static void
say_separation (Script                  *script,
                const LecternRanking    *ranking,
                const LecternRankingRow *row)
{
  g_autofree char *own = lectern_separation_describe (ranking, script->contest, row);
  g_autofree char *next = lectern_separation_describe_next (ranking, script->contest, row);

  say_sentence (script, own);
  say_sentence (script, next);
}

/* As the hall can work it out itself. */
static void
say_certain (Script             *script,
             const LecternEntry *entry)
{
  const LecternRound *round = lectern_contest_get_current_round (script->contest);
  g_autoptr (LecternStanding) standing = lectern_standing_new (script->contest, NULL, LECTERN_BASIS_SEEN);
  const LecternBorder *certain = lectern_standing_find_certain (standing, entry->nominee);

  if (certain == NULL || round->state == LECTERN_ROUND_FINALISED)
    return;
  set_token (script, "border", certain->name);
  say (script, certain->cut ? LECTERN_SCRIPT_CERTAIN_TO_GO_ON : LECTERN_SCRIPT_CERTAIN);
}

/* As printed beforehand: what will be read, with room to write the figures. */
static void
say_blank_figures (Script *script)
{
  const LecternRules *rules = lectern_contest_get_rules (script->contest);
  set_token (script, "final", LECTERN_SCRIPT_BLANK);
  set_token (script, "place", LECTERN_SCRIPT_BLANK);
  say (script, LECTERN_SCRIPT_REVEAL);
  if (rules && rules->scoring.trim_low + rules->scoring.trim_high > 0)
    {
      set_number (script, "high", rules->scoring.trim_high);
      set_number (script, "low", rules->scoring.trim_low);
      say (script, LECTERN_SCRIPT_TRIMMED);
    }
  say (script, LECTERN_SCRIPT_FINAL);
  say (script, LECTERN_SCRIPT_PLACE);
}

static void
say_reveal (Script           *script,
            const LecternCue *cue)
{
  const LecternEntry *entry = set_entry (script, cue->nominee);
  if (entry && script->blanks && entry->state != LECTERN_ENTRY_FORFEIT)
    say_blank_figures (script);
  if (!entry || script->blanks || !entry->revealed)
    return;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (script->contest, NULL, TRUE);
  const LecternRankingRow *row = lectern_ranking_find (ranking, entry->nominee);
  if (!row || !row->ranked.has_final)
    return;
  say_figures (script, ranking, row);
  say_separation (script, ranking, row);
  say_certain (script, entry);
}

/* Whether the best of the current round go on to another. */
static gboolean
is_before_another (Script *script)
{
  const LecternRound *round = lectern_contest_get_current_round (script->contest);
  return round && lectern_rounds_get_next (script->contest, round);
}

static void
say_cue (Script           *script,
         const LecternCue *cue)
{
  static const LecternScriptLine plain[LECTERN_CUE_N_KINDS] = {
    [LECTERN_CUE_TITLE] = LECTERN_SCRIPT_WELCOME,
    [LECTERN_CUE_RULES] = LECTERN_SCRIPT_RULES,
    [LECTERN_CUE_ORDER] = LECTERN_SCRIPT_ORDER,
    [LECTERN_CUE_RANKING] = LECTERN_SCRIPT_RANKING,
    [LECTERN_CUE_BREAK] = LECTERN_SCRIPT_BREAK,
    [LECTERN_CUE_TALLY] = LECTERN_SCRIPT_TALLY,
    [LECTERN_CUE_CEREMONY] = LECTERN_SCRIPT_CEREMONY,
    [LECTERN_CUE_END] = LECTERN_SCRIPT_END,
  };
  static const LecternScriptLine before_the_last[LECTERN_CUE_N_KINDS] = {
    [LECTERN_CUE_CEREMONY] = LECTERN_SCRIPT_CUT,
    [LECTERN_CUE_END] = LECTERN_SCRIPT_END_OF_ROUND,
  };
  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_INTRODUCE:
      if (set_entry (script, cue->nominee))
        say (script, LECTERN_SCRIPT_INTRODUCE);
      break;
    case LECTERN_CUE_TALK:
    case LECTERN_CUE_MARK:
      say_marking (script, cue);
      break;
    case LECTERN_CUE_REVEAL:
      say_reveal (script, cue);
      break;
    default:
      if (before_the_last[cue->kind] != 0 && is_before_another (script))
        say (script, before_the_last[cue->kind]);
      else
        say (script, plain[cue->kind]);
    }
}

static char *
read_cue (LecternContest   *contest,
          const LecternCue *cue,
          gboolean          blanks)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRules         *rules = lectern_contest_get_rules (contest);
  if (!record)
    return g_strdup ("");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Script           script = { contest, text, tokens, !lectern_words_is_chinese (record->language), blanks };
  g_autofree char *limit = lectern_words_describe_duration (record->language, rules ? rules->scoring.time.limit_ms : 0);
  set_token (&script, "limit", limit);
  if (cue)
    say_cue (&script, cue);
  else
    say (&script, LECTERN_SCRIPT_WELCOME);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

char *
lectern_script_get_for_cue (LecternContest   *contest,
                            const LecternCue *cue,
                            gboolean          blanks)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && cue != NULL, NULL);
  return read_cue (contest, cue, blanks);
}

char *
lectern_script_get_now (LecternContest *contest)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  if (held && on_air)
    return lectern_sequence_get_script (held, contest, step, FALSE);
  return read_cue (contest, lectern_contest_get_cue_on_air (contest), FALSE);
}

/* The words of the next cue, at its first step where it has steps. */
static char *
get_next_cue (LecternContest *contest)
{
  const LecternCue *cue = lectern_contest_get_next_cue (contest);
  g_autoptr (LecternSequence) entered = cue ? lectern_sequence_freeze_cue (contest, cue, NULL) : NULL;
  if (entered)
    return lectern_sequence_get_script (entered, contest, 0, TRUE);
  return cue ? read_cue (contest, cue, TRUE) : g_strdup ("");
}

char *
lectern_script_get_next (LecternContest *contest)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  g_autoptr (LecternSequence) again = NULL;
  switch (lectern_sequence_get_next (held, contest, step, on_air))
    {
    case LECTERN_SEQUENCE_NEXT_STEP:
      return lectern_sequence_get_script (held, contest, step + 1, TRUE);
    case LECTERN_SEQUENCE_NEXT_RESUME: /* the hall was there already */
      return lectern_sequence_get_script (held, contest, step, FALSE);
    case LECTERN_SEQUENCE_NEXT_RENEW:
      again = lectern_sequence_renew (held, contest, NULL);
      return again ? lectern_sequence_get_script (again, contest, 0, TRUE) : g_strdup ("");
    case LECTERN_SEQUENCE_NEXT_CUE:
    default:
      return get_next_cue (contest);
    }
}
