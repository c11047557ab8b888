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
  if (lectern_judge_desk_is_practice (desk))
    return g_strdup (_ ("Practice: nothing of this is sent"));
  if (state == LECTERN_OWN_SHEET_EMPTY)
    return g_strdup (_ ("Nothing is marked yet"));
  if (state == LECTERN_OWN_SHEET_DRAFT)
    return g_strdup (_ ("Draft kept on this laptop and on the main laptop"));
  if (lectern_judge_desk_is_missed (desk))
    return g_strdup (_ ("Kept on this laptop, not submitted"));
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
  if (lectern_judge_desk_get_bar (desk) == LECTERN_DESK_ABSENT)
    return g_strdup (_ ("You do not mark this entry: you were recorded as not there. If you are, tell the main laptop."));
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
      if (lectern_judge_desk_is_practice (desk))
        return g_strdup_printf (_ ("So it looks when a sheet was received: %s. You have practised."), received);
      if (lectern_own_sheet_get_reopened (sheet) != NULL && !lectern_own_sheet_get_amended (sheet))
        /* Translators: a reason that somebody wrote, and a total. */
        return g_strdup_printf (_ ("Your sheet was opened again (%s). Change it and submit again; unchanged, %s counts."), lectern_own_sheet_get_reopened (sheet), received);
      if (lectern_own_sheet_get_reopened (sheet) != NULL)
        return g_strdup_printf (_ ("Amended and received by the main laptop: %s"), received);
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

/* Of a sheet that is looked at, or whose time is over. */
static char *
describe_late (LecternJudgeDesk *desk)
{
  if (lectern_judge_desk_get_bar (desk) == LECTERN_DESK_EARLIER)
    return g_strdup (_ ("Not submitted, and so it does not count. If it must, tell the main laptop: it is opened again and comes up here."));
  return g_strdup (_ ("Marking was closed before you submitted. Your marks are kept here: raise your hand, and the main laptop can open it again."));
}

static LecternDeskTone
get_tone (LecternJudgeDesk *desk,
          LecternOwnSheet  *sheet)
{
  switch (lectern_own_sheet_get_state (sheet))
    {
    case LECTERN_OWN_SHEET_SUBMITTED:
      return lectern_own_sheet_get_reopened (sheet) != NULL && !lectern_own_sheet_get_amended (sheet) ? LECTERN_DESK_WARNING : LECTERN_DESK_GOOD;
    case LECTERN_OWN_SHEET_LOCKED:
      return LECTERN_DESK_GOOD;
    case LECTERN_OWN_SHEET_SUBMITTING:
    case LECTERN_OWN_SHEET_CHANGED:
      return LECTERN_DESK_WARNING;
    case LECTERN_OWN_SHEET_EMPTY:
    case LECTERN_OWN_SHEET_UNSENT:
    case LECTERN_OWN_SHEET_SENDING:
    case LECTERN_OWN_SHEET_DRAFT:
    default:
      return LECTERN_DESK_QUIET;
    }
}

/* What is to be said before anything of the sheet's own state; NULL: nothing. */
static char *
describe_hindrance (LecternJudgeDesk *desk,
                    LecternOwnSheet  *sheet)
{
  LecternOwnSheet *due = lectern_judge_desk_get_due (desk);
  LecternDeskBar   bar = lectern_judge_desk_get_bar (desk);

  if (bar == LECTERN_DESK_RECUSED || bar == LECTERN_DESK_ABSENT)
    return lectern_desk_words_for_sheet (desk);
  if (due != NULL && due != sheet && bar != LECTERN_DESK_EARLIER)
    /* Translators: lot and name of an entry. */
    return g_strdup_printf (_ ("No. %d %s is next: the sheet turns over when you stop writing. What you wrote is kept."), (int) lectern_own_sheet_get_lot (due), lectern_own_sheet_get_name (due));
  return NULL;
}

char *
lectern_desk_words_for_message (LecternJudgeDesk *desk,
                                LecternDeskTone  *tone)
{
  LecternOwnSheet *sheet = lectern_judge_desk_get_current (desk);
  char            *hindrance;

  *tone = LECTERN_DESK_TROUBLE;
  if (lectern_judge_desk_get_trouble (desk) != NULL)
    return g_strdup (lectern_judge_desk_get_trouble (desk));
  *tone = LECTERN_DESK_WARNING;
  hindrance = describe_hindrance (desk, sheet);
  if (hindrance != NULL)
    return hindrance;
  *tone = get_tone (desk, sheet);
  if (*tone != LECTERN_DESK_QUIET)
    return lectern_desk_words_for_sheet (desk);
  *tone = LECTERN_DESK_WARNING;
  if (lectern_judge_desk_is_missed (desk))
    return describe_late (desk);
  if (lectern_own_sheet_get_voided (sheet) > 0)
    return g_strdup (_ ("This talk starts again: mark afresh. What you marked before does not count."));
  *tone = LECTERN_DESK_QUIET;
  return g_strdup (lectern_judge_desk_get_gate_open (desk) ? "" : _ ("Submitting opens after the talk"));
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
  if (lectern_judge_desk_get_bar (desk) == LECTERN_DESK_FREE && !lectern_judge_desk_is_missed (desk))
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
  if (missing == 0 && lectern_judge_desk_count_places (desk) > 1)
    /* Translators: beside a total: its place among the judge's own totals, and of how many. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "place %u of your %u", "place %u of your %u", lectern_judge_desk_count_places (desk)), lectern_own_sheet_get_place (sheet), lectern_judge_desk_count_places (desk));
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

char *
lectern_desk_words_for_refusal (const char *code,
                                const char *message)
{
  static const struct
  {
    const char *code;
    const char *sentence;
  } causes[] = {
    { "gate-closed", N_ ("Marking was closed before this arrived. Your marks are kept here: tell the main laptop if they must still count.") },
    { "wrong-lot", N_ ("The main laptop has marking open for another entry. Your marks are kept here.") },
    { "recused", N_ ("You do not mark this entry.") },
    { "locked", N_ ("Your sheet is already locked. The main laptop can reopen it.") },
    { "unknown-criterion", N_ ("The marking criteria have changed. Look at your marks again.") },
    { "mark-missing", N_ ("Not every criterion is marked.") },
    { "mark-out-of-range", N_ ("A mark is higher than the criterion allows.") },
    { "mark-off-step", N_ ("A mark has more decimals than the criterion allows.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_strcmp0 (code, causes[i].code) == 0)
      return g_strdup (_ (causes[i].sentence));
  return g_strdup (message != NULL && *message != '\0' ? message : _ ("The main laptop refused this sheet. Your marks are kept here."));
}
