/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The evening's list of cues and the words for it. Where a result is revealed follows the
 * contest's announcing rule: at once, after the next has spoken, the first few held back and then
 * all of them, or all at the end. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-programme.h"

#include <glib/gi18n-lib.h>

#include "lectern-check-in.h"
#include "lectern-rounds.h"
#include "lectern-sequence.h"

#define BREAK_EVERY 7
#define BREAK_MS (10 * 60 * 1000)

static void
add_cue (GPtrArray          *cues,
         LecternCueKind      kind,
         const LecternEntry *entry,
         gint64              duration_ms)
{
  LecternCue *cue = lectern_record_new (&lectern_table_cue);

  cue->position = (gint64) (cues->len + 1) * 10; /* room for cues put in by hand */
  cue->kind = kind;
  cue->nominee = entry != NULL ? entry->nominee : LECTERN_NULL;
  cue->duration_ms = duration_ms;
  g_ptr_array_add (cues, cue);
}

/* Reveals what may be revealed once entry @i has been marked; @revealed counts on. */
static void
add_reveals (GPtrArray          *cues,
             const LecternRules *rules,
             GPtrArray          *entries,
             guint               i,
             guint              *revealed)
{
  gboolean last = i + 1 == entries->len;
  guint    up_to = 0;

  switch (rules->announce)
    {
    case LECTERN_ANNOUNCE_AT_ONCE:
      up_to = i + 1;
      break;
    case LECTERN_ANNOUNCE_AFTER_NEXT:
      up_to = last ? i + 1 : i;
      break;
    case LECTERN_ANNOUNCE_HOLD_FIRST:
      up_to = i + 1 >= rules->hold_first || last ? i + 1 : 0;
      break;
    case LECTERN_ANNOUNCE_AT_END:
      up_to = last ? i + 1 : 0;
      break;
    }
  for (; *revealed < up_to; *revealed += 1)
    add_cue (cues, LECTERN_CUE_REVEAL, entries->pdata[*revealed], LECTERN_NULL);
}

GPtrArray *
lectern_programme_build (const LecternRules *rules,
                         GPtrArray          *entries)
{
  GPtrArray *cues = g_ptr_array_new_with_free_func (lectern_record_unref);
  guint      revealed = 0;

  g_return_val_if_fail (rules != NULL && entries != NULL, cues);

  add_cue (cues, LECTERN_CUE_TITLE, NULL, LECTERN_NULL);
  add_cue (cues, LECTERN_CUE_RULES, NULL, LECTERN_NULL);
  add_cue (cues, LECTERN_CUE_ORDER, NULL, LECTERN_NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      add_cue (cues, LECTERN_CUE_INTRODUCE, entries->pdata[i], LECTERN_NULL);
      add_cue (cues, LECTERN_CUE_TALK, entries->pdata[i], rules->scoring.time.limit_ms);
      add_cue (cues, LECTERN_CUE_MARK, entries->pdata[i], LECTERN_NULL);
      add_reveals (cues, rules, entries, i, &revealed);
      if ((i + 1) % BREAK_EVERY == 0 && i + 1 + BREAK_EVERY / 2 < entries->len)
        add_cue (cues, LECTERN_CUE_BREAK, NULL, BREAK_MS);
    }
  add_cue (cues, LECTERN_CUE_TALLY, NULL, LECTERN_NULL);
  add_cue (cues, LECTERN_CUE_RANKING, NULL, LECTERN_NULL);
  add_cue (cues, LECTERN_CUE_CEREMONY, NULL, LECTERN_NULL);
  add_cue (cues, LECTERN_CUE_END, NULL, LECTERN_NULL);
  return cues;
}

GArray *
lectern_programme_list_missing (LecternContest *contest)
{
  GArray             *missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  const LecternEntry *entry = lectern_contest_get_entry_at_gate (contest);
  GPtrArray          *judges = lectern_contest_get_judges (contest);

  for (guint i = 0; entry != NULL && i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->active == 1 && !lectern_contest_is_recused (contest, entry, judge->number) && lectern_contest_get_counted_sheet (contest, entry, judge->number) == NULL)
        g_array_append_val (missing, judge->number);
    }
  return missing;
}

static const LecternEntry *
entry_of_cue (LecternContest   *contest,
              const LecternCue *cue)
{
  return cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, cue->nominee) : NULL;
}

/* The round whose entrants the current one chooses; NULL: it is the last. */
static const LecternRound *
get_next_round (LecternContest *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);

  return round != NULL ? lectern_rounds_get_next (contest, round) : NULL;
}

char *
lectern_programme_describe_cue (LecternContest   *contest,
                                const LecternCue *cue)
{
  const LecternEntry *entry = entry_of_cue (contest, cue);

  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_TITLE:
      return g_strdup (C_ ("cue", "Title"));
    case LECTERN_CUE_RULES:
      return g_strdup (C_ ("cue", "Rules"));
    case LECTERN_CUE_ORDER:
      return g_strdup (C_ ("cue", "Running order"));
    case LECTERN_CUE_INTRODUCE:
      return g_strdup (C_ ("cue", "Introduce"));
    case LECTERN_CUE_TALK:
      return g_strdup (C_ ("cue", "Talk"));
    case LECTERN_CUE_MARK:
      return g_strdup (C_ ("cue", "Mark"));
    case LECTERN_CUE_REVEAL:
      /* Translators: the lot of the entry whose result is revealed. */
      return g_strdup_printf (C_ ("cue", "Reveal No. %d"), entry != NULL ? (int) entry->lot : 0);
    case LECTERN_CUE_RANKING:
      return g_strdup (C_ ("cue", "Ranking"));
    case LECTERN_CUE_BREAK:
      return g_strdup (cue->label != NULL ? cue->label : C_ ("cue", "Break"));
    case LECTERN_CUE_TALLY:
      return g_strdup (C_ ("cue", "Tally"));
    case LECTERN_CUE_CEREMONY:
      return g_strdup (get_next_round (contest) == NULL ? C_ ("cue", "Award ceremony") : C_ ("cue", "Who goes on"));
    case LECTERN_CUE_END:
      return g_strdup (C_ ("cue", "End"));
    case LECTERN_CUE_N_KINDS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
describe_entry (LecternContest     *contest,
                const LecternEntry *entry)
{
  const LecternNominee *nominee = entry != NULL ? lectern_contest_get_nominee (contest, entry->nominee) : NULL;

  if (nominee == NULL)
    return g_strdup ("");
  /* Translators: lot and name. */
  return g_strdup_printf (_ ("No. %d %s"), (int) entry->lot, nominee->name);
}

/* What taking @cue does by itself, apart from closing what is under way. */
static char *
describe_take (LecternContest   *contest,
               const LecternCue *cue)
{
  g_autofree char *who = describe_entry (contest, entry_of_cue (contest, cue));

  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_INTRODUCE:
      /* Translators: lot and name. */
      return g_strdup_printf (_ ("Call %s"), who);
    case LECTERN_CUE_TALK:
      return g_strdup (_ ("Start the clock"));
    case LECTERN_CUE_MARK:
      return g_strdup (_ ("Stop the clock, open marking"));
    case LECTERN_CUE_REVEAL:
      return g_strdup_printf (_ ("Reveal %s"), who);
    default:
      {
        g_autofree char *name = lectern_programme_describe_cue (contest, cue);

        /* Translators: the name of a cue such as "Running order". */
        return g_strdup_printf (_ ("Show: %s"), name);
      }
    }
}

/* No cue is left: what comes before the first, or after the last. */
static void
describe_end (LecternContest *contest,
              char          **title,
              char          **detail)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternRound *next = get_next_round (contest);
  gboolean            drawn = lectern_contest_get_cues (contest)->len > 0;
  g_autoptr (GError) why_not = NULL;

  *title = g_strdup (drawn ? _ ("The programme is over") : _ ("Nothing is drawn yet"));
  if (!drawn)
    *detail = g_strdup (_ ("Draw the running order first."));
  else if (next != NULL && round->state != LECTERN_ROUND_FINALISED)
    /* Translators: name of a round. */
    *detail = g_strdup_printf (_ ("Finalise the round, then go on to “%s”."), next->name);
  else if (next != NULL && !lectern_rounds_check_open (contest, next->key, &why_not))
    *detail = g_strdup (why_not->message);
  else if (next != NULL)
    /* Translators: name of a round. */
    *detail = g_strdup_printf (_ ("Go on to “%s” on the page Draw."), next->name);
  else
    *detail = g_strdup ("");
}

static char *
describe_missing (GArray *missing)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (numbers, "%s%d", i > 0 ? ", " : "", (int) g_array_index (missing, gint64, i));
  /* Translators: numbers of judges. */
  return g_strdup_printf (ngettext ("Judge %s has not handed in yet.", "Judges %s have not handed in yet.", missing->len), numbers->str);
}

static char *
describe_detail (LecternContest   *contest,
                 const LecternCue *cue)
{
  g_autofree char *who = describe_entry (contest, entry_of_cue (contest, cue));

  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_INTRODUCE:
      return g_strdup (_ ("The hall sees the introduction; judges see who is on stage."));
    case LECTERN_CUE_TALK:
      return g_strdup_printf (_ ("%s: press at the first word."), who);
    case LECTERN_CUE_MARK:
      return g_strdup_printf (_ ("%s: records the time and lets the judges hand in."), who);
    case LECTERN_CUE_REVEAL:
      return g_strdup (_ ("The hall sees the marks, the final score and the provisional place."));
    default:
      return g_strdup ("");
    }
}

/* FALSE when the large button does not go on with a sequence. */
static gboolean
describe_sequence (LecternContest *contest,
                   char          **title,
                   char          **detail)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  LecternSequenceNext next = lectern_sequence_get_next (held, contest, step, on_air);
  guint               n_steps = held != NULL ? lectern_sequence_get_n_steps (held) : 0;
  g_autofree char    *what = NULL;

  if (next == LECTERN_SEQUENCE_NEXT_CUE)
    return FALSE;
  if (next == LECTERN_SEQUENCE_NEXT_RENEW)
    {
      what = lectern_sequence_describe_step (held, 0);
      /* Translators: what the first step of it does, such as “Announce the result of No. 7 …”. */
      *title = g_strdup_printf (_ ("Begin anew: %s"), what);
      *detail = g_strdup (_ ("What was frozen is not true any more, so nothing more of it is shown."));
      return TRUE;
    }
  if (next == LECTERN_SEQUENCE_NEXT_RESUME)
    {
      what = lectern_sequence_describe_step (held, step);
      /* Translators: what the step did that was on air last. */
      *title = g_strdup_printf (_ ("Go on with: %s"), what);
      *detail = g_strdup_printf (_ ("Step %u of %u is on air again."), step + 1, n_steps);
      return TRUE;
    }
  *title = lectern_sequence_describe_step (held, step + 1);
  *detail = g_strdup_printf (_ ("Step %u of %u."), step + 2, n_steps);
  return TRUE;
}

/* Nobody is called by surprise. NULL: nothing to warn of. */
static char *
describe_missed (LecternContest   *contest,
                 const LecternCue *cue)
{
  const LecternEntry   *entry = entry_of_cue (contest, cue);
  const LecternNominee *nominee = entry != NULL ? lectern_contest_get_nominee (contest, entry->nominee) : NULL;

  if (cue->kind != LECTERN_CUE_INTRODUCE || nominee == NULL || !lectern_check_in_is_missed (contest, nominee->id))
    return NULL;
  return g_strdup_printf (_ ("%s has not checked in."), nominee->name);
}

static char *
join_sentences (char *first,
                char *second)
{
  g_autofree char *taken_first = first;
  g_autofree char *taken_second = second;

  if (first == NULL)
    return g_steal_pointer (&taken_second);
  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), first, second);
}

gboolean
lectern_programme_describe_next (LecternContest *contest,
                                 char          **title,
                                 char          **detail)
{
  const LecternCue   *cue = lectern_contest_get_next_cue (contest);
  const LecternEntry *gate = lectern_contest_get_entry_at_gate (contest);
  g_autoptr (GArray) missing = lectern_programme_list_missing (contest);
  g_autofree char *take = NULL;

  if (describe_sequence (contest, title, detail))
    return TRUE;
  if (cue == NULL)
    {
      describe_end (contest, title, detail);
      return FALSE;
    }
  take = describe_take (contest, cue);
  if (gate == NULL)
    {
      *title = g_steal_pointer (&take);
      *detail = join_sentences (describe_missed (contest, cue), describe_detail (contest, cue));
      return TRUE;
    }
  /* Translators: what follows the closing of marking, such as "Reveal No. 11 …". */
  *title = g_strdup_printf (_ ("Close marking. %s"), take);
  *detail = join_sentences (describe_missed (contest, cue), missing->len > 0 ? describe_missing (missing) : g_strdup (_ ("All sheets are in.")));
  return TRUE;
}
