/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl rank --json` (docs/json.md): marks and figures are decimal strings, never numbers. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-ranking.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-json-writer-private.h"
#include "lectern-mark.h"
#include "lectern-separation.h"
#include "lectern-standing.h"

static void
add_sheets (JsonBuilder             *builder,
            const LecternRankingRow *row)
{
  lectern_json_begin_array (builder, "sheets");
  for (guint i = 0; i < row->n_sheets; i++)
    {
      g_autofree char *total = lectern_mark_format (row->sheets[i].total);

      json_builder_begin_object (builder);
      lectern_json_add_integer (builder, "judge", row->sheets[i].judge, LECTERN_NULL);
      lectern_json_add_text (builder, "total", total);
      lectern_json_add_boolean (builder, "counted", row->sheets[i].fate == LECTERN_SHEET_COUNTED);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The state as scripts know it: a called entry is still waiting for its talk. */
static const char *
get_status (const LecternEntry *entry)
{
  if (entry->state == LECTERN_ENTRY_CALLED)
    return lectern_machine_get_name (LECTERN_MACHINE_ENTRY, LECTERN_ENTRY_WAITING);
  return lectern_machine_get_name (LECTERN_MACHINE_ENTRY, (guint) entry->state);
}

/* With the contest's decimals, and more only where rounding would hide a part of it. */
static char *
format_deduction (gint64 deduction,
                  guint  decimals)
{
  g_autofree char *shortest = lectern_mark_format (deduction);
  const char      *point = strchr (shortest, '.');
  guint            needed = point != NULL ? (guint) strlen (point + 1) : 0;

  return lectern_mark_format_fixed (deduction, MIN (MAX (needed, decimals), 3));
}

/* What is certain already, or out of reach, whatever the rest receives. */
static void
add_standing (JsonBuilder             *builder,
              const LecternStanding   *standing,
              const LecternRankingRow *row)
{
  const LecternBorder *certain = lectern_standing_find_certain (standing, row->entry->nominee);

  lectern_json_add_text (builder, "certain", certain != NULL ? certain->key : NULL);
  lectern_json_add_boolean (builder, "out_of_reach", lectern_standing_is_out (standing, row->entry->nominee));
}

static void
add_row (JsonBuilder             *builder,
         const LecternRanking    *self,
         LecternContest          *contest,
         const LecternStanding   *standing,
         const LecternRankingRow *row)
{
  const LecternRankedEntry *ranked = &row->ranked;
  g_autofree char          *mean = ranked->has_final ? lectern_fraction_format (ranked->mean, 6) : NULL;
  g_autofree char          *deduction = format_deduction (ranked->deduction, self->decimals);
  g_autofree char          *final = ranked->has_final ? lectern_fraction_format (ranked->final, self->decimals) : NULL;
  g_autofree char          *separation = lectern_separation_describe (self, contest, row);

  json_builder_begin_object (builder);
  lectern_json_add_integer (builder, "rank", ranked->has_final ? ranked->rank : LECTERN_NULL, LECTERN_NULL);
  lectern_json_add_boolean (builder, "tied", ranked->tied);
  lectern_json_add_integer (builder, "lot", row->entry->lot, LECTERN_NULL);
  lectern_json_add_text (builder, "name", row->nominee->name);
  lectern_json_add_text (builder, "unit", row->unit != NULL ? row->unit->name : NULL);
  lectern_json_add_text (builder, "title", row->nominee->title);
  lectern_json_add_integer (builder, "time_ms", row->entry->time_ms, LECTERN_NULL);
  add_sheets (builder, row);
  lectern_json_add_text (builder, "mean", mean);
  lectern_json_add_text (builder, "deduction", deduction);
  lectern_json_add_text (builder, "final", final);
  lectern_json_add_text (builder, "separated_by", row->separated_by);
  lectern_json_add_text (builder, "separation", separation);
  lectern_json_add_text (builder, "award", row->award);
  if (self->feeds)
    lectern_json_add_boolean (builder, "advances", row->advances);
  add_standing (builder, standing, row);
  lectern_json_add_text (builder, "status", get_status (row->entry));
  json_builder_end_object (builder);
}

static void
add_lots (JsonBuilder *builder,
          GArray      *lots)
{
  lectern_json_begin_array (builder, "lots");
  for (guint i = 0; i < lots->len; i++)
    json_builder_add_int_value (builder, g_array_index (lots, gint64, i));
  json_builder_end_array (builder);
}

static void
add_open_ties (JsonBuilder          *builder,
               const LecternRanking *self)
{
  lectern_json_begin_array (builder, "open_ties");
  for (guint i = 0; i < self->open_ties->len; i++)
    {
      const LecternOpenTie *tie = self->open_ties->pdata[i];

      json_builder_begin_object (builder);
      lectern_json_add_integer (builder, "rank", tie->rank, LECTERN_NULL);
      add_lots (builder, tie->lots);
      lectern_json_add_text (builder, "award", tie->award);
      if (tie->advance)
        lectern_json_add_boolean (builder, "advance", TRUE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_possible_ties (JsonBuilder           *builder,
                   const LecternStanding *standing)
{
  GPtrArray *ties = lectern_standing_get_ties (standing);

  lectern_json_begin_array (builder, "possible_ties");
  for (guint i = 0; i < ties->len; i++)
    {
      const LecternPossibleTie *tie = ties->pdata[i];
      g_autofree char          *text = lectern_possible_tie_describe (tie);

      json_builder_begin_object (builder);
      lectern_json_add_integer (builder, "rank", tie->rank, LECTERN_NULL);
      lectern_json_add_integer (builder, "latest", tie->latest, LECTERN_NULL);
      add_lots (builder, tie->lots);
      lectern_json_add_text (builder, "award", tie->border->cut ? NULL : tie->border->key);
      if (tie->border->cut)
        lectern_json_add_boolean (builder, "advance", TRUE);
      lectern_json_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
lectern_ranking_to_json (const LecternRanking *self,
                         LecternContest       *contest)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (LecternStanding) standing = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  standing = lectern_standing_new (contest, self->round, LECTERN_BASIS_KNOWN);
  json_builder_begin_object (builder);
  lectern_json_add_text (builder, "round", self->round);
  lectern_json_add_boolean (builder, "complete", self->complete);
  lectern_json_add_boolean (builder, "provisional", self->provisional);
  lectern_json_begin_array (builder, "entries");
  for (guint i = 0; i < self->n_rows; i++)
    add_row (builder, self, contest, standing, &self->rows[i]);
  json_builder_end_array (builder);
  add_open_ties (builder, self);
  add_possible_ties (builder, standing);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
