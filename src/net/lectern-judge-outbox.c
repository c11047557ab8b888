/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Nothing a judge handed in is forgotten before the main laptop said it is on disk. After a break
 * everything here is sent again as it was, under the id it had: the main laptop takes an id once,
 * so sending twice is harmless and sending never is not. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-outbox.h"

#include "lectern-record.h"
#include "lectern-wire.h"

typedef struct
{
  char    *id;
  char    *message;
  gint64   lot;
  gboolean submit;
  gboolean flag_seen; /* no sheet */
} Letter;

struct _LecternJudgeOutbox
{
  GPtrArray *letters;
};

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->id);
  g_free (letter->message);
  g_free (letter);
}

LecternJudgeOutbox *
lectern_judge_outbox_new (void)
{
  LecternJudgeOutbox *self = g_new0 (LecternJudgeOutbox, 1);

  self->letters = g_ptr_array_new_with_free_func (letter_free);
  return self;
}

void
lectern_judge_outbox_free (LecternJudgeOutbox *self)
{
  g_ptr_array_unref (self->letters);
  g_free (self);
}

static char *
write_message (const LecternJudgeState *state,
               const Letter            *letter,
               const gint64            *marks,
               guint                    n_marks)
{
  GString *json = g_string_new ("{\"type\":\"sheet\",\"id\":");
  gboolean first = TRUE;

  lectern_wire_append_string (json, letter->id);
  if (state->round_key != NULL && *state->round_key != '\0')
    {
      g_string_append (json, ",\"round\":");
      lectern_wire_append_string (json, state->round_key);
    }
  g_string_append_printf (json, ",\"lot\":%" G_GINT64_FORMAT ",\"marks\":{", letter->lot);
  for (guint i = 0; i < n_marks; i++)
    {
      const LecternJudgeCriterion *criterion = g_ptr_array_index (state->rubric, i);

      if (marks[i] == LECTERN_NULL)
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      lectern_wire_append_string (json, criterion->key);
      g_string_append_c (json, ':');
      lectern_wire_append_mark (json, marks[i]);
    }
  g_string_append_printf (json, "},\"submit\":%s}", letter->submit ? "true" : "false");
  return g_string_free (json, FALSE);
}

static void
drop_drafts (LecternJudgeOutbox *self,
             gint64              lot)
{
  for (guint i = self->letters->len; i > 0; i--)
    {
      const Letter *letter = g_ptr_array_index (self->letters, i - 1);

      if (letter->lot == lot && !letter->submit && !letter->flag_seen)
        g_ptr_array_remove_index (self->letters, i - 1);
    }
}

const char *
lectern_judge_outbox_add (LecternJudgeOutbox      *self,
                          const LecternJudgeState *state,
                          gint64                   lot,
                          const gint64            *marks,
                          guint                    n_marks,
                          gboolean                 submit,
                          char                   **id)
{
  Letter *letter = g_new0 (Letter, 1);

  drop_drafts (self, lot);
  letter->id = g_uuid_string_random ();
  letter->lot = lot;
  letter->submit = submit;
  letter->message = write_message (state, letter, marks, n_marks);
  g_ptr_array_add (self->letters, letter);
  *id = g_strdup (letter->id);
  return letter->message;
}

const char *
lectern_judge_outbox_add_flag_seen (LecternJudgeOutbox *self,
                                    gint64              lot,
                                    gint64              judge)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->id = g_uuid_string_random ();
  letter->lot = lot;
  letter->flag_seen = TRUE;
  letter->message = g_strdup_printf ("{\"type\":\"flag-seen\",\"id\":\"%s\",\"lot\":%" G_GINT64_FORMAT ",\"judge\":%" G_GINT64_FORMAT "}",
                                     letter->id, lot, judge);
  g_ptr_array_add (self->letters, letter);
  return letter->message;
}

gboolean
lectern_judge_outbox_settle (LecternJudgeOutbox *self,
                             const char         *id)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      const Letter *letter = g_ptr_array_index (self->letters, i);
      gboolean      is_sheet = !letter->flag_seen;

      if (g_strcmp0 (letter->id, id) == 0)
        {
          g_ptr_array_remove_index (self->letters, i);
          return is_sheet;
        }
    }
  return TRUE;
}

guint
lectern_judge_outbox_get_length (LecternJudgeOutbox *self)
{
  return self->letters->len;
}

const char *
lectern_judge_outbox_get_message (LecternJudgeOutbox *self,
                                  guint               index)
{
  const Letter *letter = g_ptr_array_index (self->letters, index);

  return letter->message;
}
