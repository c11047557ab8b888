/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A panel is told of what it shows and of nothing else: what others mark, what the console prepares and what
 * the hall sees wakes no judge's panel. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-told-stage.h"

#include "lectern-portraits.h"

struct _LecternToldStage
{
  char  *round; /* on air, as the panels were told last */
  char  *order; /* of the entries, as the judges' own sheets were written last */
  gint64 on_stage;
};

LecternToldStage *
lectern_told_stage_new (void)
{
  LecternToldStage *self = g_new0 (LecternToldStage, 1);

  self->on_stage = LECTERN_NULL;
  return self;
}

void
lectern_told_stage_free (LecternToldStage *self)
{
  g_free (self->round);
  g_free (self->order);
  g_free (self);
}

/* Who is on stage is on the panels, what the hall sees is not: a marking scene that shows one more
 * judge as done would else tell every panel that somebody submitted. */
static gboolean
note_stage (LecternToldStage   *self,
            const LecternOnAir *on_air)
{
  if (self->on_stage == on_air->on_stage && g_strcmp0 (self->round, on_air->round) == 0)
    return FALSE;
  self->on_stage = on_air->on_stage;
  g_free (self->round);
  self->round = g_strdup (on_air->round);
  return TRUE;
}

gint64
lectern_told_stage_find_concerned (LecternToldStage    *self,
                                   LecternContest      *contest,
                                   const LecternRecord *record)
{
  static const LecternTable *const hidden[] = { &lectern_table_receipt, &lectern_table_pairing, &lectern_table_seat,
                                                &lectern_table_decision, &lectern_table_result, &lectern_table_cue,
                                                &lectern_table_award, &lectern_table_recheck, &lectern_table_flag_seen,
                                                &lectern_table_keying, &lectern_table_ruling, &lectern_table_undone,
                                                &lectern_table_sequence, &lectern_table_certificate_design, &lectern_table_annex_form,
                                                &lectern_table_annex_row, &lectern_table_paper_font, &lectern_table_passed_check, &lectern_table_check_in };

  if (record->table == &lectern_table_sheet)
    return ((const LecternSheet *) record)->judge;
  if (record->table == &lectern_table_mark)
    return ((const LecternMark *) record)->judge;
  if (record->table == &lectern_table_recusal)
    return ((const LecternRecusal *) record)->judge;
  if (record->table == &lectern_table_on_air)
    return note_stage (self, (const LecternOnAir *) record) ? LECTERN_TOLD_EVERYONE : LECTERN_TOLD_NOBODY;
  if (record->table == &lectern_table_attachment)
    return lectern_portraits_is_on_stage (contest, (const LecternAttachment *) record) ? LECTERN_TOLD_EVERYONE : LECTERN_TOLD_NOBODY;
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (record->table == hidden[i])
      return LECTERN_TOLD_NOBODY;
  return LECTERN_TOLD_EVERYONE;
}

gboolean
lectern_told_stage_note_order (LecternToldStage *self,
                               LecternContest   *contest)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  GString            *order = g_string_new (round ? round->key : "");
  gboolean            changed;

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (order, " %" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, entry->nominee, entry->lot);
    }
  changed = g_strcmp0 (order->str, self->order) != 0;
  g_free (self->order);
  self->order = g_string_free (order, FALSE);
  return changed;
}

gboolean
lectern_told_stage_is_about (const LecternTable *table)
{
  return table == &lectern_table_clock || table == &lectern_table_entry || table == &lectern_table_on_air || table == &lectern_table_attachment;
}
