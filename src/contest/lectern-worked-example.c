/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A worked example of a rules file. Nothing is computed here: the totals go through the scoring
 * layer as the sheets of one entry, and what comes out is put in words. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-worked-example.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-contest-error.h"
#include "lectern-contest.h"
#include "lectern-mark.h"

G_STATIC_ASSERT (LECTERN_JURY_MAX == LECTERN_JUDGES_MAX);

static gint64
sum_full_marks (const LecternTemplate *template)
{
  gint64 sum = 0;

  for (guint i = 0; i < template->criteria->len; i++)
    sum += ((LecternCriterion *) template->criteria->pdata[i])->max;
  return sum;
}

static gboolean
read_totals (LecternWorkedExample *self,
             const char *const    *totals,
             gint64                max,
             GPtrArray            *problems)
{
  g_autofree char *full = lectern_mark_format (max);
  guint            before = problems->len;

  self->n = (guint) g_strv_length ((char **) totals);
  if (self->n == 0 || self->n > LECTERN_JUDGES_MAX)
    g_ptr_array_add (problems, lectern_problem_new (0, "totals", _ ("From 1 to %d totals are needed."), LECTERN_JUDGES_MAX));
  self->totals = g_new0 (gint64, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *path = g_strdup_printf ("totals[%u]", i);

      if (!lectern_mark_parse (totals[i], &self->totals[i]))
        g_ptr_array_add (problems, lectern_problem_new (0, path, _ ("“%s” is no total. Write it like 92.5."), totals[i]));
      else if (self->totals[i] > max)
        g_ptr_array_add (problems, lectern_problem_new (0, path, _ ("%s is more than the full marks of all criteria together, %s."), totals[i], full));
    }
  return problems->len == before;
}

static void
compute (LecternWorkedExample      *self,
         const LecternScoringRules *contest_rules,
         gint64                     time_ms)
{
  LecternScoringRules rules = *contest_rules;
  LecternScoredSheet  sheets[LECTERN_JUDGES_MAX] = { 0 };
  int                 judges[LECTERN_JUDGES_MAX];
  LecternScoredEntry  entry = { .lot = 1, .time_ms = time_ms, .decision = LECTERN_NONE, .n_sheets = self->n, .sheets = sheets };
  LecternRankedEntry  ranked;

  rules.n_criteria = 1; /* a total is all there is */
  for (guint i = 0; i < self->n; i++)
    {
      judges[i] = (int) i + 1;
      sheets[i].judge = judges[i];
      sheets[i].marks[0] = self->totals[i];
    }
  self->fates = g_new0 (LecternSheetFate, self->n);
  self->n_counted = lectern_trim (&rules, judges, self->totals, self->n, self->fates);
  lectern_score_entry (&rules, &entry, &ranked);
  self->mean = ranked.mean;
  self->deduction = ranked.deduction;
  self->final = ranked.final;
  self->mean_text = lectern_fraction_format (ranked.mean, 6);
  self->final_text = lectern_fraction_format (ranked.final, rules.decimals);
}

/* The totals with @fate, the lowest first. */
static char *
list_totals (const LecternWorkedExample *self,
             LecternSheetFate            fate)
{
  g_autofree gint64 *sorted = g_new (gint64, self->n);
  GString           *text = g_string_new (NULL);
  guint              n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint place = n;

      if (self->fates[i] != fate)
        continue;
      for (; place > 0 && sorted[place - 1] > self->totals[i]; place--)
        sorted[place] = sorted[place - 1];
      sorted[place] = self->totals[i];
      n++;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *total = lectern_mark_format (sorted[i]);

      /* Translators: between the figures of a list. */
      g_string_append_printf (text, "%s%s", i > 0 ? C_ ("example", ", ") : "", total);
    }
  return g_string_free (text, FALSE);
}

/* Takes @sentence. */
static void
append_sentence (GString *text,
                 char    *sentence)
{
  /* Translators: two sentences; languages without spaces put nothing between them. */
  g_autofree char *both = text->len > 0 ? g_strdup_printf (C_ ("example", "%s %s"), text->str, sentence) : g_strdup (sentence);

  g_string_assign (text, both);
  g_free (sentence);
}

static void
say_struck_out (const LecternWorkedExample *self,
                GString                    *text)
{
  g_autofree char *low = list_totals (self, LECTERN_SHEET_DROPPED_LOW);
  g_autofree char *high = list_totals (self, LECTERN_SHEET_DROPPED_HIGH);

  if (*low == '\0' && *high == '\0')
    append_sentence (text, g_strdup (_ ("None is struck out.")));
  if (*low != '\0')
    /* Translators: one or more totals. */
    append_sentence (text, g_strdup_printf (_ ("Struck out as lowest: %s."), low));
  if (*high != '\0')
    append_sentence (text, g_strdup_printf (_ ("Struck out as highest: %s."), high));
  /* Translators: how many totals are left, their mean. */
  append_sentence (text, g_strdup_printf (ngettext ("The %u that is left has the mean %s.", "The %u that are left have the mean %s.", self->n_counted), self->n_counted, self->mean_text));
}

static void
say_time (const LecternWorkedExample *self,
          const LecternTimeRules     *time,
          gint64                      time_ms,
          GString                    *text)
{
  g_autofree char *shown = lectern_clock_format (MAX (time_ms, 0), time_ms % 1000 != 0);
  g_autofree char *limit = lectern_clock_format (time->limit_ms, FALSE);
  g_autofree char *points = lectern_mark_format (self->deduction);

  if (time_ms == LECTERN_NONE)
    return;
  if (self->deduction > 0)
    /* Translators: length of the talk, the limit, points. */
    append_sentence (text, g_strdup_printf (_ ("A talk of %s with a limit of %s loses %s."), shown, limit, points));
  else
    append_sentence (text, g_strdup_printf (_ ("A talk of %s with a limit of %s loses nothing."), shown, limit));
}

static void
write_words (LecternWorkedExample      *self,
             const LecternScoringRules *rules,
             gint64                     time_ms)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how many totals, the final score. */
  append_sentence (text, g_strdup_printf (ngettext ("With this %u total the result would be %s.", "With these %u totals the result would be %s.", self->n), self->n, self->final_text));
  say_struck_out (self, text);
  say_time (self, &rules->time, time_ms, text);
  self->words = g_string_free (g_steal_pointer (&text), FALSE);
}

LecternWorkedExample *
lectern_worked_example_new (const char        *rules,
                            const char *const *totals,
                            gint64             time_ms,
                            GPtrArray         *problems,
                            GError           **error)
{
  g_autoptr (GPtrArray) found = problems != NULL ? g_ptr_array_ref (problems) : lectern_problems_new ();
  g_autoptr (LecternTemplate) template = NULL;
  g_autoptr (LecternRules) read = NULL;
  g_autoptr (LecternWorkedExample) self = g_new0 (LecternWorkedExample, 1);
  guint before = found->len;

  g_return_val_if_fail (rules != NULL && totals != NULL, NULL);
  g_return_val_if_fail (time_ms == LECTERN_NONE || time_ms >= 0, NULL);

  template = lectern_template_parse (rules, found, error);
  if (template == NULL)
    return NULL;
  if (!read_totals (self, totals, sum_full_marks (template), found))
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, ((LecternProblem *) found->pdata[before])->message);
      return NULL;
    }
  read = lectern_rules_parse (template->contest->rules, template->criteria, error);
  if (read == NULL)
    return NULL;
  compute (self, &read->scoring, time_ms);
  write_words (self, &read->scoring, time_ms);
  return g_steal_pointer (&self);
}

void
lectern_worked_example_free (LecternWorkedExample *self)
{
  g_free (self->totals);
  g_free (self->fates);
  g_free (self->mean_text);
  g_free (self->final_text);
  g_free (self->words);
  g_free (self);
}
