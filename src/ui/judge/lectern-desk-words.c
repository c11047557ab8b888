/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The sentences that tell a judge where his sheet stands. "Received" is said of nothing that was
 * not acknowledged, and every sentence says what becomes of the marks, not what the program does. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-desk-words.h"

#include "lectern-mark.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

static char *
describe_draft (LecternJudgeDesk    *desk,
                LecternOwnSheetState state)
{
  if (state == LECTERN_OWN_SHEET_EMPTY)
    return g_strdup (_ ("Nothing is marked yet"));
  if (state == LECTERN_OWN_SHEET_DRAFT)
    return g_strdup (_ ("Draft kept on this laptop and on the main laptop"));
  if (lectern_judge_desk_get_connected (desk))
    return g_strdup (_ ("Draft kept on this laptop, on its way to the main laptop"));
  return g_strdup (_ ("Draft kept on this laptop; it goes out by itself when the connection is back"));
}

char *
lectern_desk_words_for_sheet (LecternJudgeDesk *desk)
{
  LecternOwnSheet     *sheet = lectern_judge_desk_get_current (desk);
  LecternOwnSheetState state;
  g_autofree char     *received = NULL;

  if (sheet == NULL)
    return g_strdup ("");
  if (lectern_judge_desk_get_bar (desk) == LECTERN_DESK_RECUSED)
    return g_strdup (_ ("You do not mark this entry (recusal)"));
  state = lectern_own_sheet_get_state (sheet);
  if (lectern_own_sheet_get_received_total (sheet) != LECTERN_NULL)
    received = lectern_mark_format (lectern_own_sheet_get_received_total (sheet));
  switch (state)
    {
    case LECTERN_OWN_SHEET_SUBMITTING:
      if (lectern_judge_desk_get_connected (desk))
        return g_strdup (_ ("Sent; the main laptop has not confirmed it yet"));
      return g_strdup (_ ("Not sent yet; it goes out by itself when the connection is back"));
    case LECTERN_OWN_SHEET_SUBMITTED:
      /* Translators: %s is a total, such as 93.1. */
      return g_strdup_printf (_ ("Received by the main laptop: %s"), received);
    case LECTERN_OWN_SHEET_CHANGED:
      return g_strdup_printf (_ ("Your change is not submitted; the main laptop counts %s"), received);
    case LECTERN_OWN_SHEET_LOCKED:
      return g_strdup_printf (_ ("Received and locked: %s"), received);
    case LECTERN_OWN_SHEET_EMPTY:
    case LECTERN_OWN_SHEET_UNSENT:
    case LECTERN_OWN_SHEET_SENDING:
    case LECTERN_OWN_SHEET_DRAFT:
    default:
      return describe_draft (desk, state);
    }
}

char *
lectern_desk_words_for_gate (LecternJudgeDesk *desk)
{
  LecternJudgeState *state = lectern_judge_desk_get_state (desk);
  LecternOwnSheet   *sheet = lectern_judge_desk_get_current (desk);

  if (state == NULL || sheet == NULL)
    return g_strdup (_ ("Marking is closed"));
  if (lectern_judge_desk_get_gate_open (desk))
    return g_strdup_printf (_ ("Marking is open for No. %d"), (int) lectern_own_sheet_get_lot (sheet));
  if (lectern_judge_desk_get_bar (desk) == LECTERN_DESK_FREE)
    return g_strdup (_ ("Submitting is not open yet; marks can be noted already"));
  return g_strdup (_ ("Marking is closed"));
}

char *
lectern_desk_words_for_missing (LecternJudgeDesk *desk)
{
  LecternOwnSheet *sheet = lectern_judge_desk_get_current (desk);
  guint            n;
  guint            missing;

  if (sheet == NULL)
    return g_strdup ("");
  n = lectern_own_sheet_get_n_marks (sheet);
  missing = n - lectern_own_sheet_count_marked (sheet);
  if (missing == 0)
    return g_strdup ("");
  /* Translators: beside the running total: how many criteria are not marked, and of how many. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u not marked", "%u of %u not marked", missing), missing, n);
}

char *
lectern_desk_words_for_submit (LecternJudgeDesk *desk)
{
  LecternOwnSheet *sheet = lectern_judge_desk_get_current (desk);

  if (sheet == NULL)
    return g_strdup (C_ ("button", "Submit"));
  if (lectern_own_sheet_get_locked (sheet))
    return g_strdup (C_ ("button", "Locked"));
  switch (lectern_own_sheet_get_state (sheet))
    {
    case LECTERN_OWN_SHEET_SUBMITTING:
      return g_strdup (C_ ("button", "Sending…"));
    case LECTERN_OWN_SHEET_SUBMITTED:
      return g_strdup (C_ ("button", "Received"));
    case LECTERN_OWN_SHEET_CHANGED:
      return g_strdup (C_ ("button", "Submit Again"));
    case LECTERN_OWN_SHEET_EMPTY:
    case LECTERN_OWN_SHEET_UNSENT:
    case LECTERN_OWN_SHEET_SENDING:
    case LECTERN_OWN_SHEET_DRAFT:
    case LECTERN_OWN_SHEET_LOCKED:
    default:
      return g_strdup (C_ ("button", "Submit"));
    }
}
