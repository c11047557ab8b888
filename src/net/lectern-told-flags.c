/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the head judge is told of sheets that lie far from the others: that there is something to
 * look at, and where. While the gate is open and somebody has yet to hand in nothing is told: it
 * would say who has handed in already, and each further sheet may move the middle. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-told-flags.h"

#include "lectern-flags.h"
#include "lectern-wire.h"

static gboolean
is_told (LecternContest     *contest,
         const LecternEntry *entry)
{
  guint n_expected;
  guint n_submitted;

  if (entry->lot == LECTERN_NULL)
    return FALSE;
  if (lectern_contest_get_entry_at_gate (contest) != entry)
    return TRUE;
  lectern_contest_count_sheets (contest, entry, &n_expected, &n_submitted);
  return n_submitted >= n_expected;
}

static void
append_flag (GString           *json,
             const LecternFlag *flag)
{
  g_string_append_printf (json, "%s{\"lot\":%" G_GINT64_FORMAT ",\"judge\":%" G_GINT64_FORMAT ",\"criterion\":",
                          json->len > 1 ? "," : "", flag->entry->lot, flag->judge);
  if (flag->criterion)
    lectern_wire_append_string (json, flag->criterion->key);
  else
    g_string_append (json, "null");
  g_string_append_printf (json, ",\"seen\":%s}", flag->seen ? "true" : "false");
}

char *
lectern_told_flags_encode (LecternContest *contest)
{
  g_autoptr (GArray) flags = lectern_flags_list (contest, NULL);
  GString *json = g_string_new ("[");

  for (guint i = 0; i < flags->len; i++)
    {
      const LecternFlag *flag = &g_array_index (flags, LecternFlag, i);

      if (is_told (contest, flag->entry))
        append_flag (json, flag);
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

gboolean
lectern_told_flags_has (LecternContest *contest,
                        gint64          lot,
                        gint64          judge,
                        gboolean       *seen)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (contest, lot);
  LecternFlag         flag;

  if (!entry || !is_told (contest, entry) || !lectern_flags_find (contest, entry, judge, &flag))
    return FALSE;
  if (seen)
    *seen = flag.seen;
  return TRUE;
}

gboolean
lectern_told_flags_depend_on (const LecternTable *table)
{
  const LecternTable *const tables[] = { &lectern_table_sheet, &lectern_table_mark, &lectern_table_flag_seen,
                                         &lectern_table_recusal, &lectern_table_judge, &lectern_table_gate,
                                         &lectern_table_entry, &lectern_table_round, &lectern_table_contest,
                                         &lectern_table_criterion };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (table == tables[i])
      return TRUE;
  return FALSE;
}
