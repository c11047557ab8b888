/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words of a step: what the operator's next press does, in the language of the interface, and
 * what the MC says at it, in the contest's, from the two-language table below. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-script-line.h"
#include "lectern-words.h"

/* For the operator -------------------------------------------------------------------------- */

static char *
list_names (const LecternSequence *self,
            const LecternStep     *at,
            const char            *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = at->first; i < at->first + at->n; i++)
    g_string_append_printf (text, "%s%s", i > at->first ? between : "", ((LecternSceneRow *) self->whole->rows->pdata[i])->name);
  return g_string_free (text, FALSE);
}

static char *
describe_marks (const LecternSequence *self,
                const LecternStep     *at)
{
  const LecternSceneJudge *judge = at->n > 0 ? self->whole->judges->pdata[at->n - 1] : NULL;

  if (judge == NULL || at->first + 1 != at->n || (at->first == 0 && self->whole->judges->len == 1))
    return g_strdup (_ ("Show all marks"));
  /* Translators: number and name of a judge. */
  return g_strdup_printf (_ ("Show the mark of judge %d %s"), (int) judge->number, judge->name);
}

static char *
describe_reveal (const LecternSequence *self,
                 const LecternStep     *at)
{
  switch (at->kind)
    {
    case LECTERN_STEP_NAME:
      /* Translators: lot and name. */
      return g_strdup_printf (_ ("Announce the result of No. %d %s"), (int) self->lot, self->whole->name);
    case LECTERN_STEP_MARKS:
      return describe_marks (self, at);
    case LECTERN_STEP_STRUCK:
      return g_strdup (_ ("Strike out the highest and the lowest"));
    case LECTERN_STEP_MEAN:
      return g_strdup (_ ("Show the mean"));
    case LECTERN_STEP_DEDUCTION:
      return g_strdup (_ ("Show the deduction"));
    case LECTERN_STEP_FINAL:
      return g_strdup (_ ("Show the final score"));
    case LECTERN_STEP_PLACE:
      return g_strdup (_ ("Show the place"));
    default:
      return g_strdup_printf (_ ("Reveal No. %d %s"), (int) self->lot, self->whole->name);
    }
}

static char *
describe_ceremony (const LecternSequence *self,
                   const LecternStep     *at)
{
  const LecternSceneRow *row = at->first < self->whole->rows->len ? self->whole->rows->pdata[at->first] : NULL;
  const char            *award = row != NULL ? row->award : "";
  g_autofree char       *names = list_names (self, at, ", ");

  switch (at->kind)
    {
    case LECTERN_STEP_OPEN:
      return g_strdup (self->cut ? _ ("Open the announcement of who goes on") : _ ("Open the award ceremony"));
    case LECTERN_STEP_AWARD:
      /* Translators: name of an award. */
      return g_strdup_printf (_ ("Announce “%s”"), award);
    case LECTERN_STEP_RANK:
      /* Translators: a place, then the name of an award. */
      return g_strdup_printf (_ ("Announce place %d of “%s”, no name yet"), row != NULL ? (int) row->rank : 0, award);
    case LECTERN_STEP_WINNERS:
      /* Translators: one or several names. */
      return g_strdup_printf (_ ("Show the name: %s"), names);
    case LECTERN_STEP_FIGURES:
      return g_strdup_printf (_ ("Show score and photo: %s"), names);
    case LECTERN_STEP_CITATION:
      return g_strdup_printf (_ ("Show the citation: %s"), names);
    case LECTERN_STEP_GROUP:
      /* Translators: how many names, then the name of an award. */
      return g_strdup_printf (ngettext ("Show %u name of “%s”", "Show %u names of “%s”", at->n), at->n, award);
    default:
      return g_strdup (_ ("Show everybody together"));
    }
}

static char *
describe_draw (const LecternSequence *self,
               const LecternStep     *at)
{
  const LecternSceneRow *row = at->n > 0 ? self->whole->rows->pdata[at->n - 1] : NULL;

  if (at->kind == LECTERN_STEP_OPEN)
    return g_strdup (_ ("Open the draw"));
  if (at->kind == LECTERN_STEP_LOTS && row != NULL)
    /* Translators: lot and name. */
    return g_strdup_printf (_ ("Show lot %d: %s"), (int) row->lot, row->name);
  return g_strdup (_ ("Show the whole running order"));
}

char *
lectern_sequence_describe_step (const LecternSequence *self,
                                guint                  step)
{
  const LecternStep *at;

  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  at = &g_array_index (self->steps, LecternStep, step);
  if (self->kind == LECTERN_SEQUENCE_REVEAL)
    return describe_reveal (self, at);
  return self->kind == LECTERN_SEQUENCE_CEREMONY ? describe_ceremony (self, at) : describe_draw (self, at);
}

/* For the MC -------------------------------------------------------------------------------- */

typedef struct
{
  const LecternSequence   *self;
  LecternContest          *contest;
  const LecternStep       *at;
  gboolean                 english;
  gboolean                 blanks; /* the step is still to come */
  GString                 *text;
  const LecternSceneRow   *row;   /* what the line is about, or NULL */
  const LecternSceneJudge *judge; /* the same */
} Script;

static char *
get_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Whether the hall learns by this very step what stands for @token: of a result the figures, of a
 * ceremony and a draw who it is. Rule: words to come never tell it. */
static gboolean
is_secret (const Script *script,
           const char   *token)
{
  static const char *const figures[] = { "total", "mean", "deduction", "final", "place", "border", NULL };
  static const char *const persons[] = { "name", "names", "unit", "title", "lot", "final", NULL };

  return g_strv_contains (script->self->kind == LECTERN_SEQUENCE_REVEAL ? figures : persons, token);
}

/* What stands for @token in a step about the row or judge of @data. */
static char *
get_token (const char *token,
           gpointer    data)
{
  const Script          *script = data;
  const LecternScene    *whole = script->self->whole;
  const LecternSceneRow *row = script->row;
  const struct
  {
    const char *token;
    const char *text;
  } texts[] = {
    { "name", row != NULL ? row->name : whole->name },
    { "unit", row != NULL ? row->unit : whole->unit },
    { "title", row != NULL ? row->title : whole->title },
    { "award", row != NULL ? row->award : NULL },
    { "judge", script->judge != NULL ? script->judge->name : NULL },
    { "total", script->judge != NULL ? script->judge->total : NULL },
    { "mean", whole->mean },
    { "deduction", whole->deduction },
    { "final", row != NULL ? row->final : whole->final },
    { "border", whole->certain_of },
    { "seed", script->self->base->seed },
  };

  if (script->blanks && is_secret (script, token))
    return g_strdup (LECTERN_SCRIPT_BLANK);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].token, token))
      return g_strdup (texts[i].text);
  if (g_str_equal (token, "names"))
    return list_names (script->self, script->at, script->english ? ", " : "、");
  if (g_str_equal (token, "lot"))
    return get_number (row != NULL ? row->lot : whole->lot);
  if (g_str_equal (token, "place"))
    return get_number (row != NULL ? row->rank : whole->rank);
  if (g_str_equal (token, "high"))
    return get_number (whole->n_dropped_high);
  return get_number (whole->n_dropped_low);
}

static void
say (Script           *script,
     LecternScriptLine line)
{
  lectern_script_say (script->text, script->contest, line, get_token, script);
}

static void
say_of (Script                *script,
        LecternScriptLine      line,
        const LecternSceneRow *row)
{
  script->row = row;
  say (script, line);
  script->row = NULL;
}

static void
say_place (Script *script)
{
  const LecternScene *whole = script->self->whole;

  if (whole->rank > 0)
    say (script, LECTERN_SCRIPT_PLACE);
  if (script->blanks)
    return;
  if (script->self->remark != NULL)
    g_string_append_printf (script->text, "%s%s", script->self->remark, script->english ? " " : "");
  if (whole->certain_of != NULL)
    say (script, whole->certain_to_go ? LECTERN_SCRIPT_CERTAIN_TO_GO_ON : LECTERN_SCRIPT_CERTAIN);
}

/* A line that elsewhere stands in the middle of a sentence begins one at @at. */
static void
begin_sentence (GString *text,
                gsize    at)
{
  const char      *from = text->str + at;
  gsize            length = *from != '\0' ? (gsize) (g_utf8_next_char (from) - from) : 0;
  g_autofree char *large = g_utf8_strup (from, (gssize) length);

  g_string_erase (text, (gssize) at, (gssize) length);
  g_string_insert (text, (gssize) at, large);
}

static void
say_whole (Script *script)
{
  const LecternScene *whole = script->self->whole;
  gsize               begun;

  say (script, script->self->corrected ? LECTERN_SCRIPT_CORRECTED : LECTERN_SCRIPT_REVEAL);
  begun = script->text->len;
  if (whole->n_dropped_high + whole->n_dropped_low > 0)
    say (script, LECTERN_SCRIPT_TRIMMED);
  if (whole->deduction != NULL)
    say (script, LECTERN_SCRIPT_DEDUCTION);
  say (script, LECTERN_SCRIPT_FINAL);
  if (script->self->corrected)
    begin_sentence (script->text, begun);
  say_place (script);
}

static void
say_marks (Script *script)
{
  const LecternStep *at = script->at;

  if (at->n == 0 || at->first + 1 != at->n)
    {
      say (script, LECTERN_SCRIPT_MARKS);
      return;
    }
  script->judge = script->self->whole->judges->pdata[at->n - 1];
  say (script, LECTERN_SCRIPT_MARK_OF_JUDGE);
  script->judge = NULL;
}

static void
say_reveal (Script *script)
{
  switch (script->at->kind)
    {
    case LECTERN_STEP_NAME:
      say (script, script->self->corrected ? LECTERN_SCRIPT_CORRECTED : LECTERN_SCRIPT_ANNOUNCE);
      break;
    case LECTERN_STEP_MARKS:
      say_marks (script);
      break;
    case LECTERN_STEP_STRUCK:
      say (script, LECTERN_SCRIPT_TRIMMED);
      break;
    case LECTERN_STEP_MEAN:
      say (script, LECTERN_SCRIPT_MEAN);
      break;
    case LECTERN_STEP_DEDUCTION:
      say (script, LECTERN_SCRIPT_DEDUCTION);
      break;
    case LECTERN_STEP_FINAL:
      say (script, LECTERN_SCRIPT_FINAL);
      break;
    case LECTERN_STEP_PLACE:
      say_place (script);
      break;
    default:
      say_whole (script);
    }
}

/* Lines that go on with a comma in a whole sentence end as one here. */
static void
end_sentence (Script *script)
{
  const char *ends[] = { "，", ", ", "," };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (script->text->str, ends[i]))
      {
        g_string_truncate (script->text, script->text->len - strlen (ends[i]));
        g_string_append (script->text, script->english ? ". " : "。");
        return;
      }
}

static void
say_rows (Script *script)
{
  for (guint i = script->at->first; i < script->at->first + script->at->n; i++)
    {
      const LecternSceneRow *row = script->self->whole->rows->pdata[i];

      if (script->at->kind == LECTERN_STEP_FIGURES)
        {
          if (i == script->at->first)
            say_of (script, LECTERN_SCRIPT_FINAL, row);
          continue;
        }
      say_of (script, LECTERN_SCRIPT_WINNER, row);
      if (row->title != NULL && *row->title != '\0')
        say_of (script, LECTERN_SCRIPT_WINNER_TITLE, row);
      end_sentence (script);
      if (script->blanks) /* nor how many they are */
        return;
    }
}

static void
say_ceremony (Script *script)
{
  const LecternSequence *self = script->self;
  const LecternSceneRow *row = script->at->first < self->whole->rows->len ? self->whole->rows->pdata[script->at->first] : NULL;

  switch (script->at->kind)
    {
    case LECTERN_STEP_OPEN:
      say (script, self->cut ? LECTERN_SCRIPT_CUT : LECTERN_SCRIPT_CEREMONY);
      break;
    case LECTERN_STEP_AWARD:
      say_of (script, self->cut ? LECTERN_SCRIPT_AWARD_CUT : LECTERN_SCRIPT_AWARD, row);
      break;
    case LECTERN_STEP_RANK:
      say_of (script, LECTERN_SCRIPT_RANK, row);
      break;
    case LECTERN_STEP_CITATION:
      g_string_append (script->text, row != NULL && row->citation != NULL ? row->citation : "");
      break;
    case LECTERN_STEP_GROUP:
      say_of (script, LECTERN_SCRIPT_GROUP, row);
      break;
    case LECTERN_STEP_ALL:
      say (script, self->cut ? LECTERN_SCRIPT_ALL_CUT : LECTERN_SCRIPT_ALL);
      break;
    default:
      say_rows (script);
    }
}

static void
say_draw (Script *script)
{
  const LecternSequence *self = script->self;

  if (script->at->kind == LECTERN_STEP_LOTS && script->at->n > 0)
    {
      say_of (script, LECTERN_SCRIPT_LOT, self->whole->rows->pdata[script->at->n - 1]);
      return;
    }
  say (script, script->at->kind == LECTERN_STEP_OPEN || self->steps->len == 1 ? LECTERN_SCRIPT_ORDER : LECTERN_SCRIPT_WHOLE_ORDER);
  if (script->at->kind == LECTERN_STEP_OPEN && self->base->seed != NULL)
    say (script, LECTERN_SCRIPT_SEED);
}

static gboolean
begins_inside (LecternStepKind kind)
{
  return kind == LECTERN_STEP_STRUCK || kind == LECTERN_STEP_DEDUCTION || kind == LECTERN_STEP_FINAL || kind == LECTERN_STEP_FIGURES;
}

char *
lectern_sequence_get_script (const LecternSequence *self,
                             LecternContest        *contest,
                             guint                  step,
                             gboolean               blanks)
{
  const LecternContestRecord *record;
  g_autoptr (GString) text = g_string_new (NULL);
  Script script = { .self = self, .contest = contest, .blanks = blanks, .text = text };

  g_return_val_if_fail (self != NULL && LECTERN_IS_CONTEST (contest) && step < self->steps->len, NULL);

  record = lectern_contest_get_record (contest);
  script.at = &g_array_index (self->steps, LecternStep, step);
  script.english = !lectern_words_is_chinese (record != NULL ? record->language : NULL);
  if (self->kind == LECTERN_SEQUENCE_REVEAL)
    say_reveal (&script);
  else if (self->kind == LECTERN_SEQUENCE_CEREMONY)
    say_ceremony (&script);
  else
    say_draw (&script);
  g_strchomp (text->str);
  text->len = strlen (text->str);
  end_sentence (&script);
  if (begins_inside (script.at->kind))
    begin_sentence (text, 0);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
