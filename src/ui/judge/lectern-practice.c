/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The first sheet a judge fills in should not be one that counts. The invented entry looks like any
 * other, so that nothing is to be learnt twice, and says that it is invented. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-practice.h"

#include <glib/gi18n-lib.h>

#define LOT 99
#define TALK_MS 352000

LecternJudgeState *
lectern_practice_make_state (const LecternJudgeState *model)
{
  LecternJudgeState *self = g_atomic_rc_box_new0 (LecternJudgeState);

  self->contest = g_strdup (model->contest);
  self->round = g_strdup (model->round);
  self->round_key = g_strdup ("");
  self->judge_number = model->judge_number;
  self->judge_name = g_strdup (model->judge_name);
  self->rubric = g_ptr_array_ref (model->rubric);
  self->gate_open = TRUE;
  self->gate_lot = self->lot = LOT;
  self->name = g_strdup (_ ("Invented Speaker"));
  self->unit = g_strdup (_ ("Practice"));
  self->title = g_strdup (_ ("A Talk to Practise On"));
  self->entry_state = g_strdup ("marking");
  self->clock_phase = g_strdup ("stopped");
  self->clock_elapsed_ms = TALK_MS;
  self->clock_limit_ms = model->clock_limit_ms;
  self->sheets = g_ptr_array_new ();
  self->recused = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->absent = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->voided = g_array_new (FALSE, FALSE, sizeof (LecternJudgeVoid));
  self->flags = g_ptr_array_new ();
  return self;
}
