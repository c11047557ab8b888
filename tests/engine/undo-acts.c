/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "undo-acts.h"

LecternAction *
act_with_text (LecternActionKind kind,
               const char       *text,
               const char       *reason)
{
  LecternAction *action = fixture_action_with (kind, LECTERN_NULL, reason);

  action->text = g_strdup (text);
  return action;
}

static LecternAction *
of_nominee (LecternActionKind kind,
            gint64            nominee,
            const char       *reason)
{
  LecternAction *action = fixture_action_with (kind, LECTERN_NULL, reason);

  action->nominee = nominee;
  return action;
}

LecternAction *
act_of_judge (LecternActionKind kind,
              gint64            judge,
              gint64            lot,
              const char       *reason)
{
  LecternAction *action = fixture_action_with (kind, lot, reason);

  action->judge = judge;
  return action;
}

LecternAction *
act_of_time (LecternActionKind kind,
             gint64            lot,
             gint64            ms,
             const char       *reason)
{
  LecternAction *action = fixture_action_with (kind, lot, reason);

  action->number = ms;
  return action;
}

static const char *
get_content (gint64 lot,
             gint64 judge)
{
  if (lot == 3)
    return judge == 3 ? "5" : "20";
  return lot == 2 && judge == 3 ? "10" : "30";
}

void
act_mark_entry (Fixture *f,
                gint64   lot)
{
  fixture_do (f, fixture_action_with (LECTERN_ACTION_CALL, lot, NULL));
  fixture_do (f, fixture_action (LECTERN_ACTION_START_CLOCK));
  f->now_us += 350 * G_USEC_PER_SEC;
  fixture_do (f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_OPEN_GATE));
  for (gint64 judge = 1; judge <= 3; judge++)
    if (judge != 3 || lot != 1)
      fixture_do (f, fixture_sheet (judge, lot, NULL, get_content (lot, judge), "50", TRUE));
  fixture_do (f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
}

void
act_bring_to (Fixture *f,
              Stage    stage)
{
  fixture_init (f, 3, 3, FALSE);
  fixture_do (f, act_with_text (LECTERN_ACTION_EDIT_RULES, "{\"quota_per_unit\":3,\"time\":{\"timers\":2},\"panel\":{\"flag\":{\"total\":\"10\"}}}", NULL));
  if (stage == SET_UP)
    fixture_do (f, of_nominee (LECTERN_ACTION_WITHDRAW_NOMINEE, 2, "病"));
  if (stage == SET_UP)
    return;
  fixture_do (f, act_with_text (LECTERN_ACTION_DRAW, "一", NULL));
  fixture_do (f, act_of_judge (LECTERN_ACTION_RECUSE, 3, 1, "亲属"));
  if (stage == MARKED)
    {
      act_mark_entry (f, 1);
      act_mark_entry (f, 2);
      act_mark_entry (f, 3);
      fixture_do (f, act_of_judge (LECTERN_ACTION_RECUSE, 3, 2, "亲属"));
    }
}

/* What is taken back ---------------------------------------------------------------------------- */

LecternAction *
act_edit_contest (Fixture *f)
{
  LecternAction        *action = fixture_action (LECTERN_ACTION_EDIT_CONTEST);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (fixture_contest (f)));

  lectern_record_take_string (&record->title, "另一个名字");
  lectern_action_add_record (action, record);
  return action;
}

LecternAction *
act_switch_unit (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SWITCH_UNIT);

  action->key = g_strdup ("u2");
  return action;
}

LecternAction *
act_add_nominees (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_ADD_NOMINEES);

  for (guint i = 0; i < 2; i++)
    {
      LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

      nominee->unit = g_strdup_printf ("u%u", i + 1);
      nominee->name = g_strdup_printf ("新人%u", i);
      lectern_action_add_record (action, nominee);
    }
  return action;
}

static LecternAction *
edit_nominee_to (Fixture    *f,
                 const char *name,
                 const char *unit)
{
  LecternAction  *action = fixture_action (LECTERN_ACTION_EDIT_NOMINEE);
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (fixture_contest (f), 1));

  lectern_record_take_string (&nominee->name, name);
  lectern_record_take_string (&nominee->unit, unit);
  lectern_action_add_record (action, nominee);
  return action;
}

LecternAction *
act_edit_nominee (Fixture *f)
{
  return edit_nominee_to (f, "阿卜杜拉·买买提", "u2");
}

LecternAction *
act_withdraw (Fixture *f)
{
  return of_nominee (LECTERN_ACTION_WITHDRAW_NOMINEE, 1, "出差");
}

LecternAction *
act_restore (Fixture *f)
{
  return of_nominee (LECTERN_ACTION_RESTORE_NOMINEE, 2, NULL);
}

static LecternAction *
add_judge (LecternActionKind kind,
           gint64            number)
{
  LecternAction *action = fixture_action_with (kind, LECTERN_NULL, "换人");
  LecternJudge  *judge = lectern_record_new (&lectern_table_judge);

  judge->number = number;
  judge->name = g_strdup ("新评委");
  lectern_action_add_record (action, judge);
  return action;
}

LecternAction *
act_add_judges (Fixture *f)
{
  return add_judge (LECTERN_ACTION_ADD_JUDGES, 7);
}

static LecternAction *
set_head (Fixture *f,
          gint64   number,
          gint64   head)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_EDIT_JUDGE);
  LecternJudge  *judge = lectern_record_copy (lectern_contest_get_judge (fixture_contest (f), number));

  judge->head = head;
  lectern_action_add_record (action, judge);
  return action;
}

LecternAction *
act_edit_judge (Fixture *f)
{
  return set_head (f, 1, 0);
}

LecternAction *
act_remove_judge (Fixture *f)
{
  return act_of_judge (LECTERN_ACTION_REMOVE_JUDGE, 1, LECTERN_NULL, "急事");
}

LecternAction *
act_replace_judge (Fixture *f)
{
  LecternAction *action = add_judge (LECTERN_ACTION_REPLACE_JUDGE, 8);

  action->judge = 1;
  return action;
}

LecternAction *
act_draw (Fixture *f)
{
  return act_with_text (LECTERN_ACTION_DRAW, "种子", NULL);
}

LecternAction *
act_draw_again (Fixture *f)
{
  return act_with_text (LECTERN_ACTION_DRAW, "另一个", "有异议");
}

LecternAction *
act_set_lots (Fixture *f)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_SET_LOTS, LECTERN_NULL, "手抽");

  for (guint i = 0; i < 6; i++)
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->nominee = i + 1;
      entry->lot = 6 - i;
      lectern_action_add_record (action, entry);
    }
  return action;
}

LecternAction *
act_recuse (Fixture *f)
{
  return act_of_judge (LECTERN_ACTION_RECUSE, 2, 4, "师生");
}

LecternAction *
act_be_absent (Fixture *f)
{
  LecternAction *action = act_recuse (f);

  action->number = LECTERN_RECUSAL_ABSENT;
  return action;
}

LecternAction *
act_lift_recusal (Fixture *f)
{
  return act_of_judge (LECTERN_ACTION_LIFT_RECUSAL, 3, 1, "弄错了");
}

LecternAction *
act_edit_rules (Fixture *f)
{
  return act_with_text (LECTERN_ACTION_EDIT_RULES,
                        "{\"announce\":\"at-end\",\"time\":{\"limit\":300},\"rubric\":[{\"key\":\"x\",\"name\":\"新\",\"max\":\"40\"},{\"key\":\"content\",\"name\":\"内容\",\"max\":\"60\"}],"
                        "\"awards\":[],\"units\":[{\"key\":\"u1\",\"name\":\"甲\"},{\"key\":\"u2\",\"name\":\"乙\"},{\"key\":\"u3\",\"name\":\"丙\"},{\"key\":\"u4\",\"name\":\"丁\"}]}",
                        NULL);
}

LecternAction *
act_forfeit (Fixture *f)
{
  return fixture_action_with (LECTERN_ACTION_FORFEIT, 4, "未到");
}

LecternAction *
act_correct_time (Fixture *f)
{
  return act_of_time (LECTERN_ACTION_CORRECT_TIME, 1, 340000, "看录像");
}

LecternAction *
act_second_time (Fixture *f)
{
  return act_of_time (LECTERN_ACTION_SECOND_TIME, 1, 345000, NULL);
}

LecternAction *
act_import_times (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_IMPORT_TIMES);

  for (gint64 lot = 1; lot <= 2; lot++)
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->nominee = lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->nominee;
      entry->time_ms = 300000 + lot;
      lectern_action_add_record (action, entry);
    }
  return action;
}

static LecternAction *
key_sheet_as (gint64      pass,
              const char *clerk)
{
  LecternAction *action = act_of_judge (LECTERN_ACTION_KEY_SHEET, 2, 4, NULL);

  action->number = pass;
  action->text = g_strdup (clerk);
  lectern_action_add_mark (action, "content", "30");
  lectern_action_add_mark (action, "language", "40");
  return action;
}

LecternAction *
act_key_sheet (Fixture *f)
{
  return key_sheet_as (1, "小王");
}

LecternAction *
act_see_flag (Fixture *f)
{
  return act_of_judge (LECTERN_ACTION_SEE_FLAG, 3, 3, NULL);
}

LecternAction *
act_decide (Fixture *f)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DECIDE, LECTERN_NULL, "评委会");

  for (gint64 lot = 2; lot > 0; lot--)
    {
      LecternDecision *decision = lectern_record_new (&lectern_table_decision);

      decision->round = g_strdup ("final");
      decision->nominee = lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->nominee;
      lectern_action_add_record (action, decision);
    }
  return action;
}

LecternAction *
act_recheck (Fixture *f)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_RECHECK, 1, NULL);

  action->text = g_strdup ("小李");
  return action;
}

LecternAction *
act_call_first (Fixture *f)
{
  return fixture_action_with (LECTERN_ACTION_CALL, 1, NULL);
}

LecternAction *
act_edit_nominee_else (Fixture *f)
{
  return edit_nominee_to (f, "又改", "u2");
}

static LecternAction *
fill_unit (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_ADD_NOMINEES);

  for (guint i = 0; i < 2; i++)
    {
      LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

      nominee->unit = g_strdup ("u1");
      nominee->name = g_strdup_printf ("递补%u", i);
      lectern_action_add_record (action, nominee);
    }
  return action;
}

LecternAction *
act_recuse_newcomer (Fixture *f)
{
  return act_of_judge (LECTERN_ACTION_RECUSE, 8, 2, "亲属");
}

LecternAction *
act_become_head (Fixture *f)
{
  return set_head (f, 2, 1);
}

LecternAction *
act_use_new_criterion (Fixture *f)
{
  return act_with_text (LECTERN_ACTION_EDIT_RULES, "{\"ties\":[\"criterion:x\"]}", NULL);
}

LecternAction *
act_nominate_by_new (Fixture *f)
{
  LecternAction  *action = fixture_action (LECTERN_ACTION_ADD_NOMINEES);
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

  nominee->unit = g_strdup ("u4");
  nominee->name = g_strdup ("丁家人");
  lectern_action_add_record (action, nominee);
  return action;
}

LecternAction *
act_correct_again (Fixture *f)
{
  return act_of_time (LECTERN_ACTION_CORRECT_TIME, 1, 341000, "再看");
}

LecternAction *
act_second_keying (Fixture *f)
{
  return key_sheet_as (2, "小张");
}

LecternAction *
act_raise_quota (Fixture *f)
{
  return act_with_text (LECTERN_ACTION_EDIT_RULES, "{\"quota_per_unit\":4}", NULL);
}

LecternAction *
act_fill_more (Fixture *f)
{
  LecternAction  *action = fill_unit (f);
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

  nominee->unit = g_strdup ("u1");
  nominee->name = g_strdup ("第四人");
  lectern_action_add_record (action, nominee);
  return action;
}
