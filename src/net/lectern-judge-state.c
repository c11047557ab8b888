/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The state a panel was sent, as a value. The panel shows this and nothing it remembers itself,
 * so after any break it is right as soon as one message came through. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-state-private.h"

#include "lectern-mark.h"
#include "lectern-record.h"
#include "lectern-wire.h"

static void
criterion_free (gpointer data)
{
  LecternJudgeCriterion *criterion = data;

  g_free (criterion->key);
  g_free (criterion->name);
  g_free (criterion->guide);
  g_free (criterion);
}

static void
sheet_free (gpointer data)
{
  LecternJudgeSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->state);
  g_free (sheet->marks);
  g_free (sheet->reopened);
  g_free (sheet);
}

static void
flag_free (gpointer data)
{
  LecternJudgeFlag *flag = data;

  g_free (flag->criterion);
  g_free (flag);
}

static char *
copy_string (JsonObject *object,
             const char *member)
{
  const char *text = object ? lectern_wire_get_string (object, member) : NULL;

  return g_strdup (text ? text : "");
}

static gint64
read_mark (JsonObject *object,
           const char *member,
           gint64      fallback)
{
  const char *text = lectern_wire_get_string (object, member);
  gint64      mark;

  return text && lectern_mark_parse (text, &mark) ? mark : fallback;
}

static void
read_rubric (LecternJudgeState *self,
             JsonArray         *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject            *object = lectern_wire_get_element (array, i);
      LecternJudgeCriterion *criterion;

      if (!object)
        continue;
      criterion = g_new0 (LecternJudgeCriterion, 1);
      criterion->key = copy_string (object, "key");
      criterion->name = copy_string (object, "name");
      criterion->guide = copy_string (object, "guide");
      criterion->max = read_mark (object, "max", 0);
      criterion->step = read_mark (object, "step", 1);
      g_ptr_array_add (self->rubric, criterion);
    }
}

static void
read_reopened (LecternJudgeSheet *sheet,
               JsonObject        *object)
{
  if (!object)
    return;
  sheet->reopened = copy_string (object, "reason");
  sheet->amended = lectern_wire_get_boolean (object, "amended", FALSE);
}

static void
read_sheets (LecternJudgeState *self,
             JsonArray         *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject        *object = lectern_wire_get_element (array, i);
      JsonObject        *marks = object ? lectern_wire_get_object (object, "marks") : NULL;
      LecternJudgeSheet *sheet;

      if (!marks)
        continue;
      sheet = g_new0 (LecternJudgeSheet, 1);
      sheet->lot = lectern_wire_get_integer (object, "lot", 0);
      sheet->name = copy_string (object, "name");
      sheet->state = copy_string (object, "state");
      sheet->version = lectern_wire_get_integer (object, "version", 0);
      sheet->total = read_mark (object, "total", 0);
      read_reopened (sheet, lectern_wire_get_object (object, "reopened"));
      sheet->marks = g_new (gint64, self->rubric->len + 1);
      for (guint j = 0; j < self->rubric->len; j++)
        {
          const LecternJudgeCriterion *criterion = g_ptr_array_index (self->rubric, j);

          sheet->marks[j] = read_mark (marks, criterion->key, LECTERN_NULL);
        }
      g_ptr_array_add (self->sheets, sheet);
    }
}

static void
read_flags (LecternJudgeState *self,
            JsonArray         *array)
{
  self->head = array != NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject       *object = lectern_wire_get_element (array, i);
      LecternJudgeFlag *flag;

      if (!object)
        continue;
      flag = g_new0 (LecternJudgeFlag, 1);
      flag->lot = lectern_wire_get_integer (object, "lot", 0);
      flag->judge = lectern_wire_get_integer (object, "judge", 0);
      flag->criterion = g_strdup (lectern_wire_get_string (object, "criterion"));
      flag->seen = lectern_wire_get_boolean (object, "seen", FALSE);
      g_ptr_array_add (self->flags, flag);
    }
}

static void
read_lots (GArray    *lots,
           JsonArray *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64    lot = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;

      g_array_append_val (lots, lot);
    }
}

static void
read_voided (LecternJudgeState *self,
             JsonArray         *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject      *object = lectern_wire_get_element (array, i);
      LecternJudgeVoid voided = { 0 };

      if (!object)
        continue;
      voided.lot = lectern_wire_get_integer (object, "lot", 0);
      voided.version = lectern_wire_get_integer (object, "version", 0);
      g_array_append_val (self->voided, voided);
    }
}

static void
read_evening (LecternJudgeState *self,
              JsonObject        *object)
{
  JsonObject *gate = lectern_wire_get_object (object, "gate");
  JsonObject *entry = lectern_wire_get_object (object, "entry");
  JsonObject *clock = lectern_wire_get_object (object, "clock");

  if (gate)
    {
      self->gate_open = lectern_wire_get_boolean (gate, "open", FALSE);
      self->gate_lot = lectern_wire_get_integer (gate, "lot", 0);
    }
  self->lot = entry ? lectern_wire_get_integer (entry, "lot", 0) : 0;
  self->name = copy_string (entry, "name");
  self->unit = copy_string (entry, "unit");
  self->title = copy_string (entry, "title");
  self->photo = entry && lectern_wire_get_string (entry, "photo") ? copy_string (entry, "photo") : NULL;
  self->entry_state = copy_string (entry, "state");
  self->clock_phase = copy_string (clock, "phase");
  if (clock)
    {
      self->clock_elapsed_ms = lectern_wire_get_integer (clock, "elapsed_ms", 0);
      self->clock_limit_ms = lectern_wire_get_integer (clock, "limit_ms", 0);
    }
}

LecternJudgeState *
lectern_judge_state_parse (JsonObject *object,
                           gint64      received_us)
{
  LecternJudgeState *self = g_atomic_rc_box_new0 (LecternJudgeState);
  JsonObject        *judge = lectern_wire_get_object (object, "judge");

  self->rubric = g_ptr_array_new_with_free_func (criterion_free);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->recused = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->absent = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->voided = g_array_new (FALSE, FALSE, sizeof (LecternJudgeVoid));
  self->flags = g_ptr_array_new_with_free_func (flag_free);
  self->received_us = received_us;
  self->seq = lectern_wire_get_integer (object, "seq", 0);
  self->contest = copy_string (object, "contest");
  self->round = copy_string (lectern_wire_get_object (object, "round"), "name");
  self->round_key = copy_string (lectern_wire_get_object (object, "round"), "key");
  self->rehearsal = lectern_wire_get_boolean (object, "rehearsal", FALSE);
  self->judge_number = judge ? lectern_wire_get_integer (judge, "number", 0) : 0;
  self->judge_name = copy_string (judge, "name");
  read_evening (self, object);
  read_rubric (self, lectern_wire_get_array (object, "rubric"));
  read_sheets (self, lectern_wire_get_array (object, "sheets"));
  read_flags (self, lectern_wire_get_array (object, "flags"));
  read_lots (self->recused, lectern_wire_get_array (object, "recused"));
  read_lots (self->absent, lectern_wire_get_array (object, "absent"));
  read_voided (self, lectern_wire_get_array (object, "void"));
  return self;
}

LecternJudgeState *
lectern_judge_state_ref (LecternJudgeState *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
state_clear (gpointer data)
{
  LecternJudgeState *self = data;

  g_free (self->contest);
  g_free (self->round);
  g_free (self->round_key);
  g_free (self->judge_name);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->title);
  g_free (self->photo);
  g_free (self->entry_state);
  g_free (self->clock_phase);
  g_ptr_array_unref (self->rubric);
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->recused);
  g_array_unref (self->absent);
  g_array_unref (self->voided);
  g_ptr_array_unref (self->flags);
}

void
lectern_judge_state_unref (LecternJudgeState *self)
{
  g_atomic_rc_box_release_full (self, state_clear);
}
