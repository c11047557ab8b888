/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The `state` message: everything one judge may know now, whole each time, so that a panel that
 * lost any number of them is right again with the next. A judge's part is read from that judge's
 * own sheets and from nobody else's: marks that are not revealed cannot get out this way. The head
 * judge is told besides which sheets to look at, and not what is on them. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-protocol.h"

#include "lectern-attachments.h"

#include "lectern-wire.h"

static void
append_text (GString    *json,
             const char *member,
             const char *text)
{
  g_string_append_printf (json, ",\"%s\":", member);
  lectern_wire_append_string (json, text);
}

static void
append_rubric (GString        *json,
               LecternContest *contest)
{
  GPtrArray *criteria = lectern_contest_get_criteria (contest);

  g_string_append (json, ",\"rubric\":[");
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);

      g_string_append (json, i ? ",{\"key\":" : "{\"key\":");
      lectern_wire_append_string (json, criterion->key);
      append_text (json, "name", criterion->name);
      append_text (json, "guide", criterion->guide ? criterion->guide : "");
      g_string_append (json, ",\"max\":");
      lectern_wire_append_mark (json, criterion->max);
      g_string_append (json, ",\"step\":");
      lectern_wire_append_mark (json, criterion->step);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_gate (GString        *json,
             LecternContest *contest)
{
  const LecternEntry *entry = lectern_contest_get_entry_at_gate (contest);

  if (entry)
    g_string_append_printf (json, ",\"gate\":{\"open\":true,\"lot\":%" G_GINT64_FORMAT "}", entry->lot);
  else
    g_string_append (json, ",\"gate\":{\"open\":false,\"lot\":null}");
}

static void
append_entry (GString        *json,
              LecternContest *contest)
{
  const LecternEntry   *entry = lectern_contest_get_entry_on_stage (contest);
  const LecternNominee *nominee = entry ? lectern_contest_get_nominee (contest, entry->nominee) : NULL;
  const LecternUnit    *unit = nominee ? lectern_contest_get_unit (contest, nominee->unit) : NULL;

  if (!nominee)
    {
      g_string_append (json, ",\"entry\":null");
      return;
    }
  g_string_append_printf (json, ",\"entry\":{\"lot\":%" G_GINT64_FORMAT, entry->lot);
  append_text (json, "name", nominee->name);
  append_text (json, "unit", unit ? unit->name : nominee->unit);
  append_text (json, "title", nominee->title);
  append_text (json, "state", lectern_machine_get_name (LECTERN_MACHINE_ENTRY, entry->state));
  if (lectern_contest_get_content_key (contest, LECTERN_ROLE_PHOTO, nominee->id))
    append_text (json, "photo", lectern_contest_get_content_key (contest, LECTERN_ROLE_PHOTO, nominee->id));
  g_string_append_c (json, '}');
}

static void
append_clock (GString        *json,
              LecternContest *contest,
              gint64          elapsed_ms)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);
  LecternRules             *rules = lectern_contest_get_rules (contest);
  gint64                    phase = clock ? clock->phase : LECTERN_CLOCK_IDLE;

  g_string_append (json, ",\"clock\":{\"phase\":");
  lectern_wire_append_string (json, lectern_machine_get_name (LECTERN_MACHINE_CLOCK, phase));
  g_string_append_printf (json, ",\"elapsed_ms\":%" G_GINT64_FORMAT ",\"limit_ms\":%" G_GINT64_FORMAT "}",
                          elapsed_ms, rules ? rules->scoring.time.limit_ms : 0);
}

char *
lectern_protocol_encode_common (LecternContest *contest,
                                gint64          seq,
                                gint64          elapsed_ms)
{
  GString                    *json = g_string_new (NULL);
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRound         *round = lectern_contest_get_current_round (contest);

  g_string_printf (json, "\"seq\":%" G_GINT64_FORMAT, seq);
  append_text (json, "contest", record ? record->title : "");
  g_string_append_printf (json, ",\"rehearsal\":%s", record && record->rehearsal == 1 ? "true" : "false");
  if (round)
    {
      g_string_append (json, ",\"round\":{\"key\":");
      lectern_wire_append_string (json, round->key);
      append_text (json, "name", round->name);
      g_string_append_c (json, '}');
    }
  else
    g_string_append (json, ",\"round\":null");
  append_rubric (json, contest);
  append_gate (json, contest);
  append_entry (json, contest);
  append_clock (json, contest, elapsed_ms);
  return g_string_free (json, FALSE);
}

static const LecternSheet *
find_version (LecternContest     *contest,
              const LecternSheet *sheet,
              gint64              version)
{
  const LecternSheet key = { .record.table = &lectern_table_sheet, .round = sheet->round, .nominee = sheet->nominee, .judge = sheet->judge, .version = version };

  return lectern_contest_find (contest, &key);
}

/* A reopened sheet keeps why, and so does the version that amends it. */
static void
append_reopened (GString            *json,
                 LecternContest     *contest,
                 const LecternSheet *sheet)
{
  const LecternSheet *before;
  gboolean            amended;

  if (sheet->state != LECTERN_SHEET_SUBMITTED || !sheet->reason)
    return;
  before = find_version (contest, sheet, sheet->version - 1);
  amended = before && g_strcmp0 (before->reason, sheet->reason) == 0;
  g_string_append (json, ",\"reopened\":{\"reason\":");
  lectern_wire_append_string (json, sheet->reason);
  g_string_append_printf (json, ",\"amended\":%s}", amended ? "true" : "false");
}

static void
append_sheet (GString            *json,
              LecternContest     *contest,
              const LecternEntry *entry,
              const LecternSheet *sheet)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  GPtrArray            *criteria = lectern_contest_get_criteria (contest);
  gboolean              first = TRUE;

  g_string_append_printf (json, "{\"lot\":%" G_GINT64_FORMAT, entry->lot);
  append_text (json, "name", nominee ? nominee->name : "");
  g_string_append (json, ",\"marks\":{");
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      gint64                  mark = lectern_contest_get_mark (contest, sheet, criterion->key);

      if (mark == LECTERN_NULL)
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      lectern_wire_append_string (json, criterion->key);
      g_string_append_c (json, ':');
      lectern_wire_append_mark (json, mark);
    }
  g_string_append (json, "},\"total\":");
  lectern_wire_append_mark (json, sheet->total);
  append_text (json, "state", lectern_machine_get_name (LECTERN_MACHINE_SHEET, sheet->state));
  g_string_append_printf (json, ",\"version\":%" G_GINT64_FORMAT, sheet->version);
  append_reopened (json, contest, sheet);
  g_string_append_c (json, '}');
}

/* The latest version, but once a sheet is locked the one that counts: a draft after it counts no more.
 * What was ruled void is not there. */
static const LecternSheet *
find_sheet (LecternContest     *contest,
            const LecternEntry *entry,
            gint64              judge)
{
  const LecternSheet *counted = lectern_contest_get_counted_sheet (contest, entry, judge);
  const LecternSheet *latest = lectern_contest_get_latest_sheet (contest, entry, judge);

  if (counted && counted->state == LECTERN_SHEET_LOCKED)
    return counted;
  return latest && latest->state != LECTERN_SHEET_VOID ? latest : NULL;
}

static void
append_lot (GString *list,
            gint64   lot)
{
  g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len ? "," : "", lot);
}

/* The highest version that was ruled void: a panel that kept those marks is to let go of them. */
static void
append_void (GString            *list,
             LecternContest     *contest,
             const LecternEntry *entry,
             gint64              judge)
{
  const LecternSheet *sheet = lectern_contest_get_latest_sheet (contest, entry, judge);

  while (sheet && sheet->state != LECTERN_SHEET_VOID)
    sheet = find_version (contest, sheet, sheet->version - 1);
  if (sheet)
    g_string_append_printf (list, "%s{\"lot\":%" G_GINT64_FORMAT ",\"version\":%" G_GINT64_FORMAT "}",
                            list->len ? "," : "", entry->lot, sheet->version);
}

/* The judge's own sheets of the round, and the lots the judge does not mark. */
static void
append_sheets (GString        *json,
               LecternContest *contest,
               gint64          judge)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GString) recused = g_string_new (NULL);
  g_autoptr (GString) absent = g_string_new (NULL);
  g_autoptr (GString) voided = g_string_new (NULL);
  gboolean first = TRUE;

  g_string_append (json, ",\"sheets\":[");
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);
      const LecternSheet *sheet;

      if (entry->lot == LECTERN_NULL)
        continue;
      if (lectern_contest_is_recused (contest, entry, judge))
        append_lot (recused, entry->lot);
      if (lectern_contest_is_absent (contest, entry, judge))
        append_lot (absent, entry->lot);
      append_void (voided, contest, entry, judge);
      sheet = find_sheet (contest, entry, judge);
      if (!sheet)
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      append_sheet (json, contest, entry, sheet);
    }
  g_string_append_printf (json, "],\"recused\":[%s],\"absent\":[%s],\"void\":[%s]", recused->str, absent->str, voided->str);
}

char *
lectern_protocol_encode_own (LecternContest     *contest,
                             const LecternJudge *judge)
{
  GString *json = g_string_new (NULL);

  g_string_printf (json, "\"judge\":{\"number\":%" G_GINT64_FORMAT, judge->number);
  append_text (json, "name", judge->name);
  g_string_append_c (json, '}');
  append_sheets (json, contest, judge->number);
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_state (const char *common,
                               const char *own,
                               const char *flags)
{
  return g_strconcat ("{\"type\":\"state\",", common, ",", own, flags ? ",\"flags\":" : "}", flags, flags ? "}" : NULL, NULL);
}
