/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules of a contest beyond its tables: panel, time, score, ties, announcing, draw and
 * eligibility, as docs/rules-file.md gives them. Read both from a rules file and from the copy a
 * contest keeps. Defaults are those of the city contest. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-json-text.h"
#include "lectern-mark.h"

#define SECOND 1000

static void
read_eligibility (LecternRules      *rules,
                  LecternJsonReader *top)
{
  static const char *const keys[] = { "party_member", "courseware", "lectures_at_least", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "eligibility");

  lectern_json_reader_allow (reader, keys);
  rules->need_party_member = lectern_json_reader_get_boolean (reader, "party_member", FALSE);
  rules->need_courseware = lectern_json_reader_get_boolean (reader, "courseware", FALSE);
  rules->lectures_at_least = (guint) lectern_json_reader_get_integer (reader, "lectures_at_least", 0, 100000, 0);
}

static void
read_flags (LecternRules      *rules,
            LecternJsonReader *parent)
{
  static const char *const keys[] = { "mark", "total", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, "flag");

  lectern_json_reader_allow (reader, keys);
  rules->flag_mark = lectern_json_reader_get_points_or_null (reader, "mark", LECTERN_NONE);
  rules->flag_total = lectern_json_reader_get_points_or_null (reader, "total", LECTERN_NONE);
  if (rules->flag_mark == 0 || rules->flag_total == 0)
    lectern_json_reader_report (reader, rules->flag_mark == 0 ? "mark" : "total", _ ("A difference to flag is above 0. Leave it empty (null in a file) to flag nothing."));
}

static void
read_panel (LecternRules      *rules,
            LecternJsonReader *top)
{
  static const char *const keys[] = { "trim_low", "trim_high", "trim_from", "flag", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "panel");

  lectern_json_reader_allow (reader, keys);
  rules->scoring.trim_low = (guint) lectern_json_reader_get_integer (reader, "trim_low", 0, 20, 1);
  rules->scoring.trim_high = (guint) lectern_json_reader_get_integer (reader, "trim_high", 0, 20, 1);
  rules->scoring.trim_from = (guint) lectern_json_reader_get_integer (reader, "trim_from", 1, LECTERN_JUDGES_MAX, 5);
  read_flags (rules, reader);
  if (rules->scoring.trim_low + rules->scoring.trim_high >= rules->scoring.trim_from)
    lectern_json_reader_report (reader, "trim_from", _ ("More sheets would be struck out than there are. This has to be more than the lowest and the highest together."));
}

static void
read_overtime_step (LecternTimeRules  *time,
                    LecternJsonReader *reader)
{
  static const char *const keys[] = { "every", "beyond", "points", NULL };
  LecternOvertimeStep     *step = &time->steps[time->n_steps++];
  gboolean                 every = lectern_json_reader_has (reader, "every");

  lectern_json_reader_allow (reader, keys);
  if (every == lectern_json_reader_has (reader, "beyond"))
    lectern_json_reader_report (reader, "every", _ ("A step has either “every” or “beyond”."));
  step->every_ms = every ? lectern_json_reader_get_integer (reader, "every", 1, 36000, 1) * SECOND : 0;
  step->beyond_ms = every ? 0 : lectern_json_reader_get_integer (reader, "beyond", 0, 36000, 0) * SECOND;
  step->points = lectern_json_reader_get_points (reader, "points", NULL);
}

static void
read_overtime (LecternTimeRules  *time,
               LecternJsonReader *parent)
{
  static const char *const keys[] = { "grace", "steps", "cap", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, "over");
  JsonArray *steps;

  lectern_json_reader_allow (reader, keys);
  time->grace_ms = lectern_json_reader_get_integer (reader, "grace", 0, 36000, 0) * SECOND;
  time->cap = lectern_json_reader_get_points_or_null (reader, "cap", LECTERN_NONE);
  steps = lectern_json_reader_get_array (reader, "steps");
  if (steps != NULL && json_array_get_length (steps) > LECTERN_OVERTIME_STEPS_MAX)
    {
      lectern_json_reader_report (reader, "steps", _ ("There are too many steps."));
      return;
    }
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      g_autoptr (LecternJsonReader) step = lectern_json_reader_enter_element (reader, "steps", i);

      read_overtime_step (time, step);
    }
}

static void
read_undertime (LecternTimeRules  *time,
                LecternJsonReader *parent)
{
  static const char *const keys[] = { "from", "points", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, "under");
  gint64 from;

  lectern_json_reader_allow (reader, keys);
  from = lectern_json_reader_get_integer_or_null (reader, "from", 0, 36000, LECTERN_NONE);
  time->under_from_ms = from == LECTERN_NONE ? LECTERN_NONE : from * SECOND;
  time->under_points = lectern_json_reader_get_points (reader, "points", "0");
}

static void
read_warnings (LecternRules      *rules,
               LecternJsonReader *reader)
{
  JsonArray *warn = lectern_json_reader_get_array (reader, "warn");
  guint      n = warn != NULL ? json_array_get_length (warn) : 0;

  if (n > G_N_ELEMENTS (rules->warn_ms))
    lectern_json_reader_report (reader, "warn", _ ("There are too many warnings."));
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (rules->warn_ms)); i++)
    {
      JsonNode *node = json_array_get_element (warn, i);

      if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0 && json_node_get_int (node) <= 36000)
        rules->warn_ms[rules->n_warn++] = json_node_get_int (node) * SECOND;
      else
        lectern_json_reader_report (reader, "warn", _ ("Warnings are whole seconds."));
    }
}

static void
read_time (LecternRules      *rules,
           LecternJsonReader *top)
{
  static const char *const keys[] = { "limit", "warn", "stop", "over", "under", "timers", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "time");
  LecternTimeRules *time = &rules->scoring.time;
  gint64            stop;

  lectern_json_reader_allow (reader, keys);
  time->limit_ms = lectern_json_reader_get_integer (reader, "limit", 1, 36000, 360) * SECOND;
  stop = lectern_json_reader_get_integer_or_null (reader, "stop", 1, 36000, LECTERN_NONE);
  time->stop_ms = stop == LECTERN_NONE ? LECTERN_NONE : stop * SECOND;
  if (stop != LECTERN_NONE && time->stop_ms < time->limit_ms)
    lectern_json_reader_report (reader, "stop", _ ("The talk can’t be stopped before its limit."));
  rules->two_timers = lectern_json_reader_get_integer (reader, "timers", 1, 2, 1) == 2;
  read_warnings (rules, reader);
  read_overtime (time, reader);
  read_undertime (time, reader);
}

static void
read_score (LecternRules      *rules,
            LecternJsonReader *top)
{
  static const char *const keys[] = { "decimals", "rank_on", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "score");
  const char *rank_on;

  lectern_json_reader_allow (reader, keys);
  rules->scoring.decimals = (guint) lectern_json_reader_get_integer (reader, "decimals", 0, 6, 2);
  rank_on = lectern_json_reader_get_text (reader, "rank_on", "exact");
  rules->scoring.rank_on_rounded = g_str_equal (rank_on, "rounded");
  if (!rules->scoring.rank_on_rounded && !g_str_equal (rank_on, "exact"))
    lectern_json_reader_report (reader, "rank_on", _ ("“exact” or “rounded” belongs here."));
}

static gboolean
find_criterion (GPtrArray  *criteria,
                const char *key,
                guint      *index)
{
  for (guint i = 0; i < criteria->len; i++)
    if (g_str_equal (((LecternCriterion *) criteria->pdata[i])->key, key))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_tie (const char     *name,
           GPtrArray      *criteria,
           LecternTieRule *tie)
{
  static const struct
  {
    const char    *name;
    LecternTieKind kind;
  } kinds[] = {
    { "untrimmed-mean", LECTERN_TIE_UNTRIMMED_MEAN },
    { "median", LECTERN_TIE_MEDIAN },
    { "highest-counted", LECTERN_TIE_HIGHEST_COUNTED },
    { "smaller-spread", LECTERN_TIE_SMALLER_SPREAD },
    { "less-overtime", LECTERN_TIE_LESS_OVERTIME },
    { "head-judge", LECTERN_TIE_HEAD_JUDGE },
    { "decision", LECTERN_TIE_DECISION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        tie->kind = kinds[i].kind;
        return TRUE;
      }
  tie->kind = LECTERN_TIE_CRITERION;
  return g_str_has_prefix (name, "criterion:") && find_criterion (criteria, name + strlen ("criterion:"), &tie->criterion);
}

static void
read_ties (LecternRules      *rules,
           LecternJsonReader *top,
           GPtrArray         *criteria)
{
  JsonArray *ties = lectern_json_reader_get_array (top, "ties");
  guint      n = ties != NULL ? json_array_get_length (ties) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode        *node = json_array_get_element (ties, i);
      const char      *name = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
      g_autofree char *key = g_strdup_printf ("ties[%u]", i);

      if (i >= LECTERN_TIES_MAX || !parse_tie (name, criteria, &rules->scoring.ties[rules->scoring.n_ties]))
        {
          lectern_json_reader_report (top, key, _ ("This is no tie rule, or it names a criterion that the rubric does not have."));
          continue;
        }
      rules->tie_names[rules->scoring.n_ties++] = g_strdup (name);
    }
}

static void
read_announce (LecternRules      *rules,
               LecternJsonReader *top)
{
  static const char *const keys[] = { "hold-first", NULL };
  JsonNode                *node = lectern_json_reader_has (top, "announce") ? json_object_get_member (top->object, "announce") : NULL;
  const char              *name;

  rules->announce = LECTERN_ANNOUNCE_AFTER_NEXT;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "announce");

      lectern_json_reader_allow (reader, keys);
      rules->announce = LECTERN_ANNOUNCE_HOLD_FIRST;
      rules->hold_first = (guint) lectern_json_reader_get_integer (reader, "hold-first", 1, 100, 3);
      return;
    }
  name = lectern_json_reader_get_text (top, "announce", "after-next");
  if (g_str_equal (name, "at-once"))
    rules->announce = LECTERN_ANNOUNCE_AT_ONCE;
  else if (g_str_equal (name, "at-end"))
    rules->announce = LECTERN_ANNOUNCE_AT_END;
  else if (!g_str_equal (name, "after-next"))
    lectern_json_reader_report (top, "announce", _ ("“at-once”, “after-next”, “at-end” or {\"hold-first\": 3} belongs here."));
}

static void
read_reveal (LecternRules      *rules,
             LecternJsonReader *top)
{
  const char *style = lectern_json_reader_get_text (top, "reveal", "together");

  rules->reveal = LECTERN_REVEAL_TOGETHER;
  if (g_str_equal (style, "judge-by-judge"))
    rules->reveal = LECTERN_REVEAL_JUDGE_BY_JUDGE;
  else if (g_str_equal (style, "whole"))
    rules->reveal = LECTERN_REVEAL_WHOLE;
  else if (!g_str_equal (style, "together"))
    lectern_json_reader_report (top, "reveal", _ ("“together”, “judge-by-judge” or “whole” belongs here."));
}

static void
read_ceremony (LecternRules      *rules,
               LecternJsonReader *top)
{
  static const char *const keys[] = { "by_hand_from", "every", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "ceremony");
  gint64 every = 8;

  lectern_json_reader_allow (reader, keys);
  rules->by_hand_from = (guint) lectern_json_reader_get_integer (reader, "by_hand_from", 1, 10000, 10);
  if (lectern_json_reader_has (reader, "every"))
    every = lectern_json_reader_get_integer_or_null (reader, "every", 1, 600, LECTERN_NONE);
  rules->ceremony_step_ms = every == LECTERN_NONE ? LECTERN_NONE : every * SECOND;
}

static void
read_draw (LecternRules      *rules,
           LecternJsonReader *top)
{
  static const char *const keys[] = { "keep_unit_apart", "show", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (top, "draw");
  const char *show;

  lectern_json_reader_allow (reader, keys);
  rules->keep_unit_apart = lectern_json_reader_get_boolean (reader, "keep_unit_apart", TRUE);
  show = lectern_json_reader_get_text (reader, "show", "all-at-once");
  rules->draw_one_by_one = g_str_equal (show, "one-by-one");
  if (!rules->draw_one_by_one && !g_str_equal (show, "all-at-once"))
    lectern_json_reader_report (reader, "show", _ ("“all-at-once” or “one-by-one” belongs here."));
}

LecternRules *
lectern_rules_read (LecternJsonReader *top,
                    GPtrArray         *criteria)
{
  LecternRules *rules = g_atomic_rc_box_new0 (LecternRules);

  rules->quota_per_unit = (guint) lectern_json_reader_get_integer (top, "quota_per_unit", 1, 1000, 2);
  rules->scoring.n_criteria = criteria->len;
  rules->scoring.head_judge = LECTERN_NONE;
  read_eligibility (rules, top);
  read_panel (rules, top);
  read_time (rules, top);
  read_score (rules, top);
  read_ties (rules, top, criteria);
  read_announce (rules, top);
  read_reveal (rules, top);
  read_ceremony (rules, top);
  read_draw (rules, top);
  return rules;
}

LecternRules *
lectern_rules_parse (const char *json,
                     GPtrArray  *criteria,
                     GError    **error)
{
  g_autoptr (JsonNode) root = lectern_json_text_parse (json, error);
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (LecternJsonReader) reader = NULL;
  g_autoptr (LecternRules) rules = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      if (error == NULL || *error == NULL)
        g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, _ ("it must be one group in braces."));
      return NULL;
    }
  reader = lectern_json_reader_new (json_node_get_object (root), "", problems);
  rules = lectern_rules_read (reader, criteria);
  if (problems->len > 0)
    {
      LecternProblem *first = problems->pdata[0];

      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, "%s: %s", first->column, first->message);
      return NULL;
    }
  return g_steal_pointer (&rules);
}

gboolean
lectern_rules_are_same (const char *a,
                        const char *b)
{
  g_autoptr (JsonNode) x = a != NULL ? lectern_json_text_parse (a, NULL) : NULL;
  g_autoptr (JsonNode) y = b != NULL ? lectern_json_text_parse (b, NULL) : NULL;

  return x != NULL && y != NULL && json_node_equal (x, y);
}

LecternRules *
lectern_rules_ref (LecternRules *rules)
{
  return g_atomic_rc_box_acquire (rules);
}

static void
rules_clear (gpointer data)
{
  LecternRules *rules = data;

  for (guint i = 0; i < rules->scoring.n_ties; i++)
    g_free (rules->tie_names[i]);
}

void
lectern_rules_unref (LecternRules *rules)
{
  g_atomic_rc_box_release_full (rules, rules_clear);
}
