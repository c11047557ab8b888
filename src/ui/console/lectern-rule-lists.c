/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words of the editor's lists. Everything is said from the draft and not from the contest:
 * a criterion that was just added can be a tie rule before it is applied. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rule-lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-mark.h"
#include "lectern-wording.h"

#define CRITERION "criterion:"

LecternRuleChoice *
lectern_rule_choice_new (const char *words,
                         const char *json)
{
  LecternRuleChoice *self = g_new (LecternRuleChoice, 1);
  self->words = g_strdup (words);
  self->json = g_strdup (json);
  return self;
}

static void
choice_free (gpointer data)
{
  LecternRuleChoice *self = data;
  g_free (self->words);
  g_free (self->json);
  g_free (self);
}

GPtrArray *
lectern_rule_choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

/* The member of the thing at @path, "" when it is not there. */
static char *
get_member (LecternRulesDraft *draft,
            const char        *path,
            const char        *member)
{
  g_autofree char *full = g_strdup_printf ("%s.%s", path, member);
  char            *text = lectern_rules_draft_get (draft, full, LECTERN_RULE_TEXT);
  return text ? text : g_strdup ("");
}

static char *
name_or (LecternRulesDraft *draft,
         const char        *path,
         const char        *nameless)
{
  g_autofree char *name = get_member (draft, path, "name");
  return *name ? g_steal_pointer (&name) : g_strdup (nameless);
}

/* Criteria ------------------------------------------------------------------------------------- */

static char *
name_criterion (LecternRulesDraft *draft,
                const char        *path)
{
  return name_or (draft, path, _ ("Criterion without a name"));
}

static char *
describe_criterion (LecternRulesDraft *draft,
                    const char        *path)
{
  g_autofree char *max = get_member (draft, path, "max");
  g_autofree char *step = get_member (draft, path, "step");
  g_autofree char *key = get_member (draft, path, "key");
  /* Translators: full marks of a criterion, the step marks are given in, its key in tables. */
  return g_strdup_printf (_ ("%s marks in steps of %s · “%s” in tables"), max, step, key);
}

static char *
summarise_rubric (LecternRulesDraft *draft,
                  const char        *path)
{
  gint64 sum = lectern_rules_draft_sum_full_marks (draft);
  if (sum == LECTERN_NONE)
    return g_strdup (_ ("Full marks of all criteria together: not known yet"));
  g_autofree char *text = lectern_mark_format (sum);
  return g_strdup_printf (_ ("Full marks of all criteria together: %s"), text);
}

static GPtrArray *
list_criteria_to_add (LecternRulesDraft *draft,
                      const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("Criterion"), "{\"name\":\"\",\"guide\":\"\",\"max\":\"10\",\"step\":\"0.1\"}"));
  return choices;
}

static const LecternRuleField criterion_fields[] = {
  { "name", LECTERN_RULE_TEXT, NC_ ("rule field", "Name"), N_ ("What judges and the hall see it as."), NULL, NULL },
  { "guide", LECTERN_RULE_TEXT, NC_ ("rule field", "Guidance"), N_ ("What to look at; judges see it below the name."), N_ ("none"), NULL },
  { "max", LECTERN_RULE_POINTS, NC_ ("rule field", "Full marks"), N_ ("The most a judge can give for it."), NULL, NULL },
  { "step", LECTERN_RULE_POINTS, NC_ ("rule field", "Step"), N_ ("Marks are given in steps of this; it has to divide the full marks."), NULL, NULL },
  { NULL },
};

/* Overtime ------------------------------------------------------------------------------------- */

static char *
name_step (LecternRulesDraft *draft,
           const char        *path)
{
  g_autofree char *points = get_member (draft, path, "points");
  g_autofree char *every = g_strdup_printf ("%s.every", path);
  gboolean         is_every = lectern_rules_draft_has (draft, every);
  g_autofree char *seconds = get_member (draft, path, is_every ? "every" : "beyond");
  if (is_every)
    /* Translators: points, seconds. */
    return g_strdup_printf (_ ("%s points for each started %s seconds"), points, seconds);
  return g_strdup_printf (_ ("%s points, once, for more than %s seconds"), points, seconds);
}

static char *
describe_step (LecternRulesDraft *draft,
               const char        *path)
{
  g_autofree char *every = g_strdup_printf ("%s.every", path);
  if (lectern_rules_draft_has (draft, every))
    return g_strdup (_ ("Counted from the end of the time that costs nothing."));
  return g_strdup (_ ("Of several like this only the one for the longest time that was passed counts."));
}

static GPtrArray *
list_steps_to_add (LecternRulesDraft *draft,
                   const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("Points for each started stretch of time"), "{\"every\":10,\"points\":\"0.1\"}"));
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("Points once, when it is more than so long"), "{\"beyond\":30,\"points\":\"0.5\"}"));
  return choices;
}

static const LecternRuleField step_fields[] = {
  { "every", LECTERN_RULE_COUNT, NC_ ("rule field", "For each started"), N_ ("Seconds; a stretch that has only begun costs the whole of it."), NULL, NULL },
  { "beyond", LECTERN_RULE_COUNT, NC_ ("rule field", "For more than"), N_ ("Seconds over the time."), NULL, NULL },
  { "points", LECTERN_RULE_POINTS, NC_ ("rule field", "Points"), N_ ("Taken off the mean."), NULL, NULL },
  { NULL },
};

/* Ties ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *rule;
  const char *explanation;
} ties[] = {
  { "untrimmed-mean", N_ ("All sheets count for it, also those that were struck out.") },
  { "median", N_ ("The total in the middle of all sheets; the higher one goes first.") },
  { "highest-counted", N_ ("The highest total that was not struck out, then the next one.") },
  { "smaller-spread", N_ ("Whose judges agreed more goes first.") },
  { "less-overtime", N_ ("Whose talk went over its time by less goes first.") },
  { "head-judge", N_ ("The total of the head judge; the higher one goes first.") },
  { "decision", N_ ("The jury decides, with a reason on record. Until then they share the rank.") },
};

static char *
name_tie (LecternRulesDraft *draft,
          const char        *path)
{
  g_autofree char *rule = lectern_rules_draft_get (draft, path, LECTERN_RULE_TEXT);
  if (!rule || !g_str_has_prefix (rule, CRITERION))
    return lectern_wording_for_tie (NULL, rule);
  g_autofree char *criterion = g_strdup_printf ("rubric.%s", rule + strlen (CRITERION));
  if (!lectern_rules_draft_has (draft, criterion))
    return g_strdup (_ ("mean of a criterion that is not there any more"));
  g_autofree char *name = name_criterion (draft, criterion);
  return g_strdup_printf (_ ("mean of “%s”"), name);
}

static char *
describe_tie (LecternRulesDraft *draft,
              const char        *path)
{
  g_autofree char *rule = lectern_rules_draft_get (draft, path, LECTERN_RULE_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (ties); i++)
    if (g_strcmp0 (rule, ties[i].rule) == 0)
      return g_strdup (_ (ties[i].explanation));
  return g_strdup (_ ("The mean of this criterion alone over all sheets; the higher one goes first."));
}

static gboolean
has_tie (LecternRulesDraft *draft,
         const char        *rule)
{
  for (guint i = 0; i < lectern_rules_draft_count (draft, "ties"); i++)
    {
      g_autofree char *path = g_strdup_printf ("ties[%u]", i);
      if (lectern_rules_draft_says (draft, path, LECTERN_RULE_TEXT, rule))
        return TRUE;
    }
  return FALSE;
}

static void
add_tie (LecternRulesDraft *draft,
         GPtrArray         *choices,
         const char        *rule,
         const char        *words)
{
  g_autofree char *json = g_strdup_printf ("\"%s\"", rule);
  if (!has_tie (draft, rule))
    g_ptr_array_add (choices, lectern_rule_choice_new (words, json));
}

static GPtrArray *
list_ties_to_add (LecternRulesDraft *draft,
                  const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  for (guint i = 0; i < lectern_rules_draft_count (draft, "rubric"); i++)
    {
      g_autofree char *criterion = g_strdup_printf ("rubric[%u]", i);
      g_autofree char *key = get_member (draft, criterion, "key");
      g_autofree char *name = name_criterion (draft, criterion);
      g_autofree char *rule = g_strconcat (CRITERION, key, NULL);
      g_autofree char *words = g_strdup_printf (_ ("mean of “%s”"), name);
      add_tie (draft, choices, rule, words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      g_autofree char *words = lectern_wording_for_tie (NULL, ties[i].rule);
      add_tie (draft, choices, ties[i].rule, words);
    }
  return choices;
}

/* Rounds --------------------------------------------------------------------------------------- */

static char *
name_round (LecternRulesDraft *draft,
            const char        *path)
{
  return name_or (draft, path, _ ("Round without a name"));
}

static char *
describe_way (LecternRulesDraft *draft,
              const char        *path)
{
  g_autofree char *advance = get_member (draft, path, "advance");
  g_autofree char *into = get_member (draft, path, "into");
  g_autofree char *round = g_strdup_printf ("rounds.%s", into);
  if (!*advance)
    return g_strdup (_ ("Nobody goes on from it: it gives the awards"));
  if (!*into || !lectern_rules_draft_has (draft, round))
    return g_strdup_printf (_ ("The best %s go on to the next round"), advance);
  g_autofree char *name = name_round (draft, round);
  /* Translators: how many go on, the name of a round. */
  return g_strdup_printf (_ ("The best %s go on to “%s”"), advance, name);
}

static char *
describe_round (LecternRulesDraft *draft,
                const char        *path)
{
  g_autofree char *way = describe_way (draft, path);
  g_autofree char *key = get_member (draft, path, "key");
  /* Translators: where the best of a round go on to, its key in tables. */
  return g_strdup_printf (_ ("%s · “%s” in tables"), way, key);
}

static GPtrArray *
list_rounds_to_add (LecternRulesDraft *draft,
                    const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("Round"), "{\"name\":\"\",\"advance\":null,\"into\":null,\"units\":null}"));
  return choices;
}

/* Only a later round: nobody goes back. */
static GPtrArray *
list_ways (LecternRulesDraft *draft,
           const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  guint      own = (guint) g_ascii_strtoull (path + strlen ("rounds["), NULL, 10);
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("the next one in the list"), "null"));
  for (guint i = own + 1; i < lectern_rules_draft_count (draft, "rounds"); i++)
    {
      g_autofree char *round = g_strdup_printf ("rounds[%u]", i);
      g_autofree char *key = g_strdup_printf ("rounds[%u].key", i);
      g_autofree char *name = name_round (draft, round);
      g_autofree char *json = lectern_rules_draft_get (draft, key, LECTERN_RULE_VALUE);
      g_ptr_array_add (choices, lectern_rule_choice_new (name, json));
    }
  return choices;
}

static const LecternRuleField round_fields[] = {
  { "name", LECTERN_RULE_TEXT, NC_ ("rule field", "Name"), N_ ("As on the projector and on papers."), NULL, NULL },
  { "advance", LECTERN_RULE_COUNT_OR_NONE, NC_ ("rule field", "How many go on"), N_ ("The best by rank, with fresh sheets. Only the last round has none."), N_ ("nobody"), NULL },
  { "into", LECTERN_RULE_VALUE, NC_ ("rule field", "They go on to"), N_ ("Two heats can lead to the same final."), NULL, list_ways },
  { "units", LECTERN_RULE_KEYS, NC_ ("rule field", "Units that speak"), N_ ("For heats: whose nominees speak in this one."), NULL, NULL },
  { NULL },
};

/* Awards --------------------------------------------------------------------------------------- */

static char *
name_award (LecternRulesDraft *draft,
            const char        *path)
{
  return name_or (draft, path, _ ("Award without a name"));
}

static char *
describe_award (LecternRulesDraft *draft,
                const char        *path)
{
  g_autofree char *places = get_member (draft, path, "places");
  g_autofree char *key = get_member (draft, path, "key");
  if (!*places)
    return g_strdup_printf (_ ("All the rest with a final score · “%s” in tables"), key);
  /* Translators: places of an award, its key in tables. */
  return g_strdup_printf (_ ("Places: %s · “%s” in tables"), places, key);
}

static GPtrArray *
list_awards_to_add (LecternRulesDraft *draft,
                    const char        *path)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  g_ptr_array_add (choices, lectern_rule_choice_new (_ ("Award"), "{\"name\":\"\",\"places\":null}"));
  return choices;
}

static const LecternRuleField award_fields[] = {
  { "name", LECTERN_RULE_TEXT, NC_ ("rule field", "Name"), N_ ("As on the certificate."), NULL, NULL },
  { "places", LECTERN_RULE_COUNT_OR_NONE, NC_ ("rule field", "Places"), N_ ("How many receive it, of those without an award above."), N_ ("all the rest"), NULL },
  { "citation", LECTERN_RULE_TEXT, NC_ ("rule field", "Citation"), N_ ("Read out and shown with each winner at the ceremony; may be empty."), NULL, NULL },
  { NULL },
};

static const LecternRuleListKind lists[] = {
  { "rubric", criterion_fields, N_ ("Add a Criterion"), list_criteria_to_add, name_criterion, describe_criterion, summarise_rubric },
  { "time.over.steps", step_fields, N_ ("Add a Deduction"), list_steps_to_add, name_step, describe_step, NULL },
  { "ties", NULL, N_ ("Add a Rule"), list_ties_to_add, name_tie, describe_tie, NULL },
  { "rounds", round_fields, N_ ("Add a Round"), list_rounds_to_add, name_round, describe_round, NULL },
  { "awards", award_fields, N_ ("Add an Award"), list_awards_to_add, name_award, describe_award, NULL },
};

const LecternRuleListKind *
lectern_rule_lists_find (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (lists[i].path, path) == 0)
      return &lists[i];
  return NULL;
}
