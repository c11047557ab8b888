/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the operator need not type while the show goes on. A reason is never filled in by itself: it is
 * chosen, so that what stands in the journal was somebody's word. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-correction-offer.h"

#include <glib/gi18n-lib.h>

/* Where the form is long enough by itself, none: its button is to be in sight. */
/* clang-format off */
static const char *const reasons[LECTERN_CORRECTION_N_KINDS][LECTERN_CORRECTION_MOST_REASONS] = {
  [LECTERN_CORRECTION_TIME] = { NC_ ("reason", "The clock was started late"), NC_ ("reason", "The clock was stopped late"), NC_ ("reason", "The clock was started too early") },
  [LECTERN_CORRECTION_FORFEIT] = { NC_ ("reason", "Has not come"), NC_ ("reason", "Is ill"), NC_ ("reason", "Does not want to speak") },
  [LECTERN_CORRECTION_TAKE_BACK] = { NC_ ("reason", "Has come after all") },
  [LECTERN_CORRECTION_OPEN_AGAIN] = { NC_ ("reason", "Closed too early") },
  [LECTERN_CORRECTION_REOPEN_SHEET] = { NC_ ("reason", "The judge mistyped"), NC_ ("reason", "The judge marked another entry"), NC_ ("reason", "The judge misread a criterion") },
  [LECTERN_CORRECTION_RECUSE] = { NC_ ("reason", "Is related to the speaker"), NC_ ("reason", "Works with the speaker"), NC_ ("reason", "Has advised the speaker") },
  [LECTERN_CORRECTION_ABSENT] = { NC_ ("reason", "Has left the hall"), NC_ ("reason", "Came late") },
  [LECTERN_CORRECTION_LIFT] = { NC_ ("reason", "Was recorded by mistake"), NC_ ("reason", "Has come back") },
  [LECTERN_CORRECTION_LEAVE] = { NC_ ("reason", "Is ill"), NC_ ("reason", "Is called away") },
};
/* clang-format on */

const char *
lectern_correction_get_usual_reason (LecternCorrectionKind kind,
                                     guint                 index)
{
  g_return_val_if_fail (kind < LECTERN_CORRECTION_N_KINDS, NULL);
  if (index >= LECTERN_CORRECTION_MOST_REASONS || !reasons[kind][index])
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "reason", reasons[kind][index]);
}

const char *
lectern_correction_get_usual_second (LecternCorrectionKind kind,
                                     LecternContest       *contest,
                                     gint64                judge)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  for (guint i = 0; kind == LECTERN_CORRECTION_REOPEN_SHEET && i < judges->len; i++)
    {
      const LecternJudge *head = g_ptr_array_index (judges, i);
      if (head->active == 1 && head->head == 1 && head->number != judge)
        return head->name;
    }
  return NULL;
}

const LecternEntry *
lectern_correction_find_last_locked (LecternContest *contest,
                                     gint64          judge)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  const LecternEntry *last = NULL;
  gint64              last_us = G_MININT64;
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry     *entry = g_ptr_array_index (entries, i);
      const LecternCorrection correction = { .kind = LECTERN_CORRECTION_REOPEN_SHEET, .lot = entry->lot, .judge = judge, .time_ms = LECTERN_NULL };
      const LecternSheet     *sheet = lectern_contest_get_counted_sheet (contest, entry, judge);
      if (!sheet || sheet->wall_us < last_us || !lectern_correction_is_possible (&correction, contest))
        continue;
      last = entry;
      last_us = sheet->wall_us;
    }
  return last;
}
