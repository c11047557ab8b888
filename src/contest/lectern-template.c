/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A rules file (docs/rules-file.md) read and checked whole: what a new contest starts from. The
 * lists become rows; what remains is kept as JSON in the contest's row. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "lectern-json-text.h"
#include "lectern-mark.h"
#include "lectern-rounds.h"
#include "lectern-states.h"

#define TITLE_MAX 200

static const char *const rule_keys[] = { "quota_per_unit", "eligibility", "panel", "time", "score", "ties", "announce", "reveal", "ceremony", "draw", NULL };

static const char *const top_keys[] = { "lectern", "title", "theme", "organisers", "date", "place", "language", "units", "rubric", "rounds", "awards", "quota_per_unit", "eligibility", "panel", "time", "score", "ties", "announce", "reveal", "ceremony", "draw", NULL };

/* A key is what scripts and tables name a thing by: ASCII letters, digits, - and _. */
static const char *
read_key (LecternJsonReader *reader,
          GHashTable        *seen)
{
  const char *key = lectern_json_reader_get_text (reader, "key", NULL);

  if (!lectern_json_reader_has (reader, "key")) /* which has been said */
    return key;
  if (!g_regex_match_simple ("^[A-Za-z0-9_-]{1,40}$", key, G_REGEX_DOLLAR_ENDONLY, 0))
    lectern_json_reader_report (reader, "key", _ ("A key has 1 to 40 letters, digits, - or _."));
  if (!g_hash_table_add (seen, g_strdup (key)))
    lectern_json_reader_report (reader, "key", _ ("This key is used twice."));
  return key;
}

/* What people see a thing as: never empty. */
static char *
read_name (LecternJsonReader *reader)
{
  const char *name = lectern_json_reader_get_text (reader, "name", NULL);

  if (*name == '\0' && lectern_json_reader_has (reader, "name"))
    lectern_json_reader_report (reader, "name", C_ ("rule", "A name can’t be empty."));
  return g_strdup (name);
}

static gpointer
read_unit (LecternJsonReader *reader,
           GHashTable        *seen,
           guint              position)
{
  static const char *const keys[] = { "key", "name", "full_name", "name_en", "optional", "active", NULL };
  LecternUnit             *unit = lectern_record_new (&lectern_table_unit);

  lectern_json_reader_allow (reader, keys);
  unit->key = g_strdup (read_key (reader, seen));
  unit->position = position;
  unit->name = read_name (reader);
  unit->full_name = g_strdup (lectern_json_reader_get_text (reader, "full_name", unit->name));
  unit->name_en = g_strdup (lectern_json_reader_get_text (reader, "name_en", unit->name));
  unit->optional = lectern_json_reader_get_boolean (reader, "optional", FALSE);
  unit->active = lectern_json_reader_get_boolean (reader, "active", TRUE);
  return unit;
}

static gpointer
read_criterion (LecternJsonReader *reader,
                GHashTable        *seen,
                guint              position)
{
  static const char *const keys[] = { "key", "name", "guide", "max", "step", NULL };
  LecternCriterion        *criterion = lectern_record_new (&lectern_table_criterion);

  lectern_json_reader_allow (reader, keys);
  criterion->key = g_strdup (read_key (reader, seen));
  criterion->position = position;
  criterion->name = read_name (reader);
  criterion->guide = g_strdup (lectern_json_reader_get_text (reader, "guide", ""));
  criterion->max = lectern_json_reader_get_points (reader, "max", NULL);
  criterion->step = lectern_json_reader_get_points (reader, "step", "0.1");
  if (criterion->max <= 0)
    lectern_json_reader_report (reader, "max", _ ("Full marks must be above 0."));
  else if (criterion->step <= 0 || criterion->max % criterion->step != 0)
    lectern_json_reader_report (reader, "step", _ ("The step must be above 0 and divide the full marks."));
  return criterion;
}

/* A list of texts as JSON; "[]" when it is not there. */
static char *
read_texts (LecternJsonReader *reader,
            const char        *key,
            const char        *complaint)
{
  JsonArray *array = lectern_json_reader_get_array (reader, key);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  if (array == NULL)
    return g_strdup ("[]");
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      lectern_json_reader_report (reader, key, complaint);
  json_node_set_array (node, array);
  return json_to_string (node, FALSE);
}

/* Null says the same as leaving it out. */
static gboolean
is_given (LecternJsonReader *reader,
          const char        *key)
{
  return lectern_json_reader_has (reader, key) && !JSON_NODE_HOLDS_NULL (json_object_get_member (reader->object, key));
}

static gpointer
read_round (LecternJsonReader *reader,
            GHashTable        *seen,
            guint              position)
{
  static const char *const keys[] = { "key", "name", "advance", "into", "units", NULL };
  LecternRound            *round = lectern_record_new (&lectern_table_round);
  gint64                   advance;

  lectern_json_reader_allow (reader, keys);
  round->key = g_strdup (read_key (reader, seen));
  round->position = position;
  round->name = read_name (reader);
  advance = lectern_json_reader_get_integer_or_null (reader, "advance", 1, 10000, LECTERN_NULL);
  round->advance = advance;
  if (is_given (reader, "into"))
    {
      const char *into = lectern_json_reader_get_text (reader, "into", NULL);

      round->into = *into != '\0' ? g_strdup (into) : NULL;
    }
  if (is_given (reader, "units"))
    round->units = read_texts (reader, "units", _ ("Units are named by their keys in quotation marks."));
  round->state = LECTERN_ROUND_SET_UP;
  round->drawn_by_hand = 0;
  round->revision = 0;
  return round;
}

static gpointer
read_award (LecternJsonReader *reader,
            GHashTable        *seen,
            guint              position)
{
  static const char *const keys[] = { "key", "name", "places", "citation", NULL };
  LecternAward            *award = lectern_record_new (&lectern_table_award);

  lectern_json_reader_allow (reader, keys);
  award->key = g_strdup (read_key (reader, seen));
  award->position = position;
  award->name = read_name (reader);
  award->places = lectern_json_reader_get_integer_or_null (reader, "places", 1, 10000, LECTERN_NULL);
  if (is_given (reader, "citation"))
    {
      const char *citation = lectern_json_reader_get_text (reader, "citation", NULL);

      award->citation = *citation != '\0' ? g_strdup (citation) : NULL;
    }
  return award;
}

typedef gpointer (*ReadRow) (LecternJsonReader *reader,
                             GHashTable        *seen,
                             guint              position);

static GPtrArray *
read_rows (LecternJsonReader *top,
           const char        *key,
           guint              min,
           guint              max,
           ReadRow            read)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func (lectern_record_unref);
  JsonArray *array = lectern_json_reader_get_array (top, key);
  guint      n = array != NULL ? json_array_get_length (array) : 0;

  if (n < min || n > max)
    {
      g_autofree char *message = g_strdup_printf (_ ("From %u to %u of these are needed."), min, max);

      lectern_json_reader_report (top, key, message);
      return rows;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter_element (top, key, i);

      g_ptr_array_add (rows, read (reader, seen, i));
    }
  return rows;
}

static char *
keep_rules (JsonObject *top)
{
  g_autoptr (JsonObject) kept = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; rule_keys[i] != NULL; i++)
    if (json_object_has_member (top, rule_keys[i]))
      json_object_set_member (kept, rule_keys[i], json_node_copy (json_object_get_member (top, rule_keys[i])));
  json_node_set_object (node, kept);
  return json_to_string (node, FALSE);
}

static gboolean
is_date (const char *text)
{
  int year, month, day;

  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, G_REGEX_DOLLAR_ENDONLY, 0))
    return FALSE;
  sscanf (text, "%d-%d-%d", &year, &month, &day);
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
check_contest (LecternJsonReader          *top,
               const LecternContestRecord *contest)
{
  if (g_utf8_strlen (contest->title, -1) > TITLE_MAX)
    lectern_json_reader_report (top, "title", _ ("The title is too long: 200 characters are the most."));
  if (*contest->date != '\0' && !is_date (contest->date))
    lectern_json_reader_report (top, "date", _ ("A date is written like 2018-09-14."));
  if (!g_str_equal (contest->language, "zh") && !g_str_equal (contest->language, "en"))
    lectern_json_reader_report (top, "language", _ ("“zh” or “en” belongs here."));
}

static LecternContestRecord *
read_contest (LecternJsonReader *top)
{
  LecternContestRecord *contest = lectern_record_new (&lectern_table_contest);

  contest->id = 1;
  contest->title = g_strdup (lectern_json_reader_get_text (top, "title", NULL));
  contest->theme = g_strdup (lectern_json_reader_get_text (top, "theme", ""));
  contest->organisers = read_texts (top, "organisers", _ ("Organisers are texts in quotation marks."));
  contest->date = g_strdup (lectern_json_reader_get_text (top, "date", ""));
  contest->place = g_strdup (lectern_json_reader_get_text (top, "place", ""));
  contest->language = g_strdup (lectern_json_reader_get_text (top, "language", "zh"));
  contest->rules = keep_rules (top->object);
  contest->rehearsal = 0;
  check_contest (top, contest);
  return contest;
}

static void
report_round (LecternJsonReader *top,
              guint              i,
              const char        *member,
              const char        *message)
{
  g_autofree char *path = g_strdup_printf ("rounds[%u].%s", i, member);

  lectern_json_reader_report (top, path, message);
}

/* Index of the round behind @i that its `into` names; G_MAXUINT: none. */
static guint
find_named (GPtrArray *rounds,
            guint      i)
{
  const LecternRound *round = rounds->pdata[i];

  for (guint later = i + 1; round->into != NULL && later < rounds->len; later++)
    if (g_str_equal (((LecternRound *) rounds->pdata[later])->key, round->into))
      return later;
  return G_MAXUINT;
}

/* Index of the round that the best of round @i go on to: the next one, as long as none is named. */
static guint
find_next (GPtrArray *rounds,
           guint      i)
{
  guint named = find_named (rounds, i);

  return named != G_MAXUINT ? named : i + 1;
}

/* Without a number nobody would go on to the rounds behind it; nobody goes back to an earlier one. */
static void
check_ways (LecternJsonReader *top,
            GPtrArray         *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];

      if (round->into != NULL && find_named (rounds, i) == G_MAXUINT)
        report_round (top, i, "into", _ ("The best go on to a later round: its key belongs here."));
      if (i + 1 < rounds->len && round->advance == LECTERN_NULL)
        report_round (top, i, "advance", _ ("Say how many go on to the next round; only the last round may leave it out."));
    }
}

static gboolean
is_fed (GPtrArray *rounds,
        guint      i)
{
  for (guint earlier = 0; earlier < i; earlier++)
    if (find_next (rounds, earlier) == i)
      return TRUE;
  return FALSE;
}

static gboolean
has_key (GPtrArray  *units,
         const char *key)
{
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (((LecternUnit *) units->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

static void
check_unit_keys (LecternJsonReader *top,
                 guint              i,
                 JsonArray         *keys,
                 GPtrArray         *units)
{
  if (json_array_get_length (keys) == 0)
    report_round (top, i, "units", _ ("Name at least one unit, or leave the units out: then all speak."));
  for (guint k = 0; k < json_array_get_length (keys); k++)
    {
      g_autofree char *member = g_strdup_printf ("units[%u]", k);
      JsonNode        *node = json_array_get_element (keys, k);

      if (json_node_get_value_type (node) == G_TYPE_STRING && !has_key (units, json_node_get_string (node)))
        report_round (top, i, member, _ ("There is no unit with this key."));
    }
}

static gboolean
share_unit (const LecternRound *a,
            const LecternRound *b,
            GPtrArray          *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = units->pdata[i];

      if (lectern_rounds_takes_unit (a, unit->key) && lectern_rounds_takes_unit (b, unit->key))
        return TRUE;
    }
  return a->units == NULL && b->units == NULL;
}

/* Every way ends in the last round, so whoever spoke in two heats could come to it twice. */
static void
check_heats (LecternJsonReader *top,
             GPtrArray         *rounds,
             GPtrArray         *units)
{
  for (guint i = 1; i < rounds->len; i++)
    for (guint earlier = 0; earlier < i && !is_fed (rounds, i); earlier++)
      if (!is_fed (rounds, earlier) && share_unit (rounds->pdata[earlier], rounds->pdata[i], units))
        {
          report_round (top, i, "units", _ ("A unit speaks in two rounds that nobody goes on to. Give each of them units of its own."));
          break;
        }
}

static void
check_rounds (LecternJsonReader *top,
              GPtrArray         *rounds,
              GPtrArray         *units)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      g_autoptr (JsonNode) keys = round->units != NULL ? lectern_json_text_parse (round->units, NULL) : NULL;

      if (keys != NULL)
        check_unit_keys (top, i, json_node_get_array (keys), units);
      if (keys != NULL && is_fed (rounds, i))
        report_round (top, i, "units", _ ("Who speaks in this round comes from the rounds before it: leave the units out."));
    }
  check_ways (top, rounds);
  check_heats (top, rounds, units);
}

static void
read_template (LecternTemplate   *self,
               LecternJsonReader *top)
{
  LecternRules *rules;

  lectern_json_reader_allow (top, top_keys);
  if (lectern_json_reader_get_integer (top, "lectern", 0, 1000, 0) != 1)
    lectern_json_reader_report (top, "lectern", _ ("This program reads rules files of version 1: \"lectern\": 1 belongs at the top."));
  self->contest = read_contest (top);
  self->units = read_rows (top, "units", 0, 1000, read_unit);
  self->criteria = read_rows (top, "rubric", 1, LECTERN_CRITERIA_MAX, read_criterion);
  self->rounds = read_rows (top, "rounds", 1, 20, read_round);
  check_rounds (top, self->rounds, self->units);
  self->awards = read_rows (top, "awards", 0, 50, read_award);
  rules = lectern_rules_read (top, self->criteria);
  lectern_rules_unref (rules);
}

LecternTemplate *
lectern_template_parse (const char *json,
                        GPtrArray  *problems,
                        GError    **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) found = problems != NULL ? g_ptr_array_ref (problems) : lectern_problems_new ();
  g_autoptr (LecternJsonReader) top = NULL;
  g_autoptr (LecternTemplate) self = g_new0 (LecternTemplate, 1);
  g_autoptr (GError) local = NULL;
  guint before = found->len;

  root = lectern_json_text_parse (json, &local);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, _ ("This is no rules file: %s"), local != NULL ? local->message : _ ("it must be one group in braces."));
      return NULL;
    }
  top = lectern_json_reader_new (json_node_get_object (root), "", found);
  read_template (self, top);
  if (found->len > before)
    {
      LecternProblem *first = found->pdata[before];

      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, "%s: %s", first->column, first->message);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
lectern_template_free (LecternTemplate *self)
{
  lectern_record_unref (self->contest);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_free (self);
}
