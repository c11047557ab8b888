/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules of a contest written as the rules file they could have come from. Rule: every key is
 * there, in the order of docs/rules-file.md, so that whoever reads it sees each setting the
 * contest goes by, and so that equal rules are equal texts. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lectern-json-text.h"
#include "lectern-json-writer-private.h"
#include "lectern-mark.h"

static GPtrArray *
copy_rows (GPtrArray *rows)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (lectern_record_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copies, lectern_record_copy (rows->pdata[i]));
  return copies;
}

LecternTemplate *
lectern_rules_file_from_contest (LecternContest *contest)
{
  LecternTemplate *rules;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  g_return_val_if_fail (lectern_contest_get_record (contest) != NULL, NULL);

  rules = g_new0 (LecternTemplate, 1);
  rules->contest = lectern_record_copy (lectern_contest_get_record (contest));
  rules->units = copy_rows (lectern_contest_get_units (contest));
  rules->criteria = copy_rows (lectern_contest_get_criteria (contest));
  rules->rounds = copy_rows (lectern_contest_get_rounds (contest));
  rules->awards = copy_rows (lectern_contest_get_awards (contest));
  return rules;
}

/* Members ----------------------------------------------------------------------------------- */

static void
add_seconds (JsonBuilder *builder,
             const char  *key,
             gint64       ms)
{
  lectern_json_add_integer (builder, key, ms == LECTERN_NONE ? LECTERN_NONE : ms / 1000, LECTERN_NONE);
}

static void
add_points (JsonBuilder *builder,
            const char  *key,
            gint64       points)
{
  g_autofree char *text = points != LECTERN_NONE ? lectern_mark_format (points) : NULL;

  lectern_json_add_text (builder, key, text);
}

/* A list that is kept as JSON text; NULL is null. */
static void
add_kept_list (JsonBuilder *builder,
               const char  *key,
               const char  *json)
{
  g_autoptr (JsonNode) node = json != NULL ? lectern_json_text_parse (json, NULL) : NULL;

  json_builder_set_member_name (builder, key);
  if (node != NULL)
    json_builder_add_value (builder, g_steal_pointer (&node));
  else
    json_builder_add_null_value (builder);
}

/* The lists ---------------------------------------------------------------------------------- */

static void
write_unit (JsonBuilder  *builder,
            gconstpointer record)
{
  const LecternUnit *unit = record;

  lectern_json_add_text (builder, "key", unit->key);
  lectern_json_add_text (builder, "name", unit->name);
  lectern_json_add_text (builder, "full_name", unit->full_name);
  lectern_json_add_text (builder, "name_en", unit->name_en);
  lectern_json_add_boolean (builder, "optional", unit->optional == 1);
  lectern_json_add_boolean (builder, "active", unit->active == 1);
}

static void
write_criterion (JsonBuilder  *builder,
                 gconstpointer record)
{
  const LecternCriterion *criterion = record;

  lectern_json_add_text (builder, "key", criterion->key);
  lectern_json_add_text (builder, "name", criterion->name);
  lectern_json_add_text (builder, "guide", criterion->guide);
  add_points (builder, "max", criterion->max);
  add_points (builder, "step", criterion->step);
}

static void
write_round (JsonBuilder  *builder,
             gconstpointer record)
{
  const LecternRound *round = record;

  lectern_json_add_text (builder, "key", round->key);
  lectern_json_add_text (builder, "name", round->name);
  lectern_json_add_integer (builder, "advance", round->advance, LECTERN_NULL);
  lectern_json_add_text (builder, "into", round->into);
  add_kept_list (builder, "units", round->units);
}

static void
write_award (JsonBuilder  *builder,
             gconstpointer record)
{
  const LecternAward *award = record;

  lectern_json_add_text (builder, "key", award->key);
  lectern_json_add_text (builder, "name", award->name);
  lectern_json_add_integer (builder, "places", award->places, LECTERN_NULL);
  lectern_json_add_text (builder, "citation", award->citation);
}

static void
write_rows (JsonBuilder *builder,
            const char  *key,
            GPtrArray   *rows,
            void (*write) (JsonBuilder  *builder,
                           gconstpointer record))
{
  lectern_json_begin_array (builder, key);
  for (guint i = 0; i < rows->len; i++)
    {
      json_builder_begin_object (builder);
      write (builder, rows->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The groups --------------------------------------------------------------------------------- */

static void
write_eligibility (JsonBuilder        *builder,
                   const LecternRules *rules)
{
  lectern_json_add_integer (builder, "quota_per_unit", rules->quota_per_unit, LECTERN_NONE);
  lectern_json_begin_object (builder, "eligibility");
  lectern_json_add_boolean (builder, "party_member", rules->need_party_member);
  lectern_json_add_boolean (builder, "courseware", rules->need_courseware);
  lectern_json_add_integer (builder, "lectures_at_least", rules->lectures_at_least, LECTERN_NONE);
  json_builder_end_object (builder);
}

static void
write_panel (JsonBuilder        *builder,
             const LecternRules *rules)
{
  lectern_json_begin_object (builder, "panel");
  lectern_json_add_integer (builder, "trim_low", rules->scoring.trim_low, LECTERN_NONE);
  lectern_json_add_integer (builder, "trim_high", rules->scoring.trim_high, LECTERN_NONE);
  lectern_json_add_integer (builder, "trim_from", rules->scoring.trim_from, LECTERN_NONE);
  lectern_json_begin_object (builder, "flag");
  add_points (builder, "mark", rules->flag_mark);
  add_points (builder, "total", rules->flag_total);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
write_overtime (JsonBuilder            *builder,
                const LecternTimeRules *time)
{
  lectern_json_begin_object (builder, "over");
  add_seconds (builder, "grace", time->grace_ms);
  lectern_json_begin_array (builder, "steps");
  for (guint i = 0; i < time->n_steps; i++)
    {
      const LecternOvertimeStep *step = &time->steps[i];

      json_builder_begin_object (builder);
      add_seconds (builder, step->every_ms > 0 ? "every" : "beyond", step->every_ms > 0 ? step->every_ms : step->beyond_ms);
      add_points (builder, "points", step->points);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_points (builder, "cap", time->cap);
  json_builder_end_object (builder);
}

static void
write_time (JsonBuilder        *builder,
            const LecternRules *rules)
{
  const LecternTimeRules *time = &rules->scoring.time;

  lectern_json_begin_object (builder, "time");
  add_seconds (builder, "limit", time->limit_ms);
  lectern_json_begin_array (builder, "warn");
  for (guint i = 0; i < rules->n_warn; i++)
    json_builder_add_int_value (builder, rules->warn_ms[i] / 1000);
  json_builder_end_array (builder);
  add_seconds (builder, "stop", time->stop_ms);
  write_overtime (builder, time);
  lectern_json_begin_object (builder, "under");
  add_seconds (builder, "from", time->under_from_ms);
  add_points (builder, "points", time->under_points);
  json_builder_end_object (builder);
  lectern_json_add_integer (builder, "timers", rules->two_timers ? 2 : 1, LECTERN_NONE);
  json_builder_end_object (builder);
}

static void
write_ranking (JsonBuilder        *builder,
               const LecternRules *rules)
{
  lectern_json_begin_object (builder, "score");
  lectern_json_add_integer (builder, "decimals", rules->scoring.decimals, LECTERN_NONE);
  lectern_json_add_text (builder, "rank_on", rules->scoring.rank_on_rounded ? "rounded" : "exact");
  json_builder_end_object (builder);
  lectern_json_begin_array (builder, "ties");
  for (guint i = 0; i < rules->scoring.n_ties; i++)
    json_builder_add_string_value (builder, rules->tie_names[i]);
  json_builder_end_array (builder);
}

static void
write_announce (JsonBuilder        *builder,
                const LecternRules *rules)
{
  static const char *const names[] = {
    [LECTERN_ANNOUNCE_AT_ONCE] = "at-once",
    [LECTERN_ANNOUNCE_AFTER_NEXT] = "after-next",
    [LECTERN_ANNOUNCE_AT_END] = "at-end",
  };

  if (rules->announce != LECTERN_ANNOUNCE_HOLD_FIRST)
    {
      lectern_json_add_text (builder, "announce", names[rules->announce]);
      return;
    }
  lectern_json_begin_object (builder, "announce");
  lectern_json_add_integer (builder, "hold-first", rules->hold_first, LECTERN_NONE);
  json_builder_end_object (builder);
}

static void
write_showing (JsonBuilder        *builder,
               const LecternRules *rules)
{
  static const char *const styles[] = {
    [LECTERN_REVEAL_TOGETHER] = "together",
    [LECTERN_REVEAL_JUDGE_BY_JUDGE] = "judge-by-judge",
    [LECTERN_REVEAL_WHOLE] = "whole",
  };

  lectern_json_add_text (builder, "reveal", styles[rules->reveal]);
  lectern_json_begin_object (builder, "ceremony");
  lectern_json_add_integer (builder, "by_hand_from", rules->by_hand_from, LECTERN_NONE);
  add_seconds (builder, "every", rules->ceremony_step_ms);
  json_builder_end_object (builder);
  lectern_json_begin_object (builder, "draw");
  lectern_json_add_boolean (builder, "keep_unit_apart", rules->keep_unit_apart);
  lectern_json_add_text (builder, "show", rules->draw_one_by_one ? "one-by-one" : "all-at-once");
  json_builder_end_object (builder);
}

static void
write_contest (JsonBuilder                *builder,
               const LecternContestRecord *contest)
{
  lectern_json_add_integer (builder, "lectern", 1, LECTERN_NONE);
  lectern_json_add_text (builder, "title", contest->title);
  lectern_json_add_text (builder, "theme", contest->theme);
  add_kept_list (builder, "organisers", contest->organisers);
  lectern_json_add_text (builder, "date", contest->date);
  lectern_json_add_text (builder, "place", contest->place);
  lectern_json_add_text (builder, "language", contest->language);
}

static void
write_rules (JsonBuilder *builder,
             const LecternTemplate *template)
{
  g_autoptr (LecternRules) rules = lectern_rules_parse (template->contest->rules, template->criteria, NULL);

  g_return_if_fail (rules != NULL);

  write_rows (builder, "units", template->units, write_unit);
  write_eligibility (builder, rules);
  write_rows (builder, "rubric", template->criteria, write_criterion);
  write_panel (builder, rules);
  write_time (builder, rules);
  write_ranking (builder, rules);
  write_announce (builder, rules);
  write_showing (builder, rules);
  write_rows (builder, "rounds", template->rounds, write_round);
  write_rows (builder, "awards", template->awards, write_award);
}

char *
lectern_rules_file_write (const LecternTemplate *rules)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (rules != NULL && rules->contest != NULL, NULL);

  json_builder_begin_object (builder);
  write_contest (builder, rules->contest);
  write_rules (builder, rules);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/* Merging ------------------------------------------------------------------------------------ */

static void
merge_members (JsonObject *into,
               JsonObject *from)
{
  g_autoptr (GList) members = json_object_get_members (from);

  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *given = json_object_get_member (from, l->data);
      JsonNode *own = json_object_get_member (into, l->data);

      if (own != NULL && JSON_NODE_HOLDS_OBJECT (own) && JSON_NODE_HOLDS_OBJECT (given))
        merge_members (json_node_get_object (own), json_node_get_object (given));
      else
        json_object_set_member (into, l->data, json_node_copy (given));
    }
}

char *
lectern_rules_file_merge (const char *rules,
                          const char *changes,
                          GError    **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) given = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (rules != NULL, NULL);

  root = lectern_json_text_parse (rules, NULL);
  g_return_val_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root), NULL);
  given = lectern_json_text_parse (changes != NULL ? changes : "", &local);
  if (given == NULL || !JSON_NODE_HOLDS_OBJECT (given))
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, _ ("This is no rules file: %s"), local != NULL ? local->message : _ ("it must be one group in braces."));
      return NULL;
    }
  merge_members (json_node_get_object (root), json_node_get_object (given));
  return json_to_string (root, FALSE);
}
