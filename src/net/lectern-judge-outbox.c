/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Nothing a judge handed in is forgotten before the main laptop said it is on disk. After a break
 * everything here is sent again as it was, under the id it had: the main laptop takes an id once,
 * so sending twice is harmless and sending never is not. With a file the same holds when this
 * program is killed: a sheet is in the file before it is on the wire. A letter says for which
 * contest, round and judge it was written, and goes nowhere else. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-outbox.h"

#include "lectern-json-text.h"
#include "lectern-mark.h"
#include "lectern-record.h"
#include "lectern-wire.h"

/* More than a day's entries; a file of another contest does not grow without end. */
#define LETTERS_MAX 128

typedef struct
{
  char    *id;
  char    *message;
  char    *contest; /* what it was written for, describe_contest() */
  gint64   lot;
  gint64   voided; /* version of this judge's sheets that was void when it was written */
  gboolean submit;
  gboolean flag_seen; /* no sheet */
} Letter;

struct _LecternJudgeOutbox
{
  GPtrArray *letters;
  char      *path; /* NULL: in memory alone */
};

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->id);
  g_free (letter->message);
  g_free (letter->contest);
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
  g_free (self->path);
  g_free (self);
}

/* --- the file ------------------------------------------------------------------------------ */

static void
append_letter (GString      *json,
               const Letter *letter)
{
  g_string_append (json, json->len > 1 ? ",\n{\"id\":" : "{\"id\":");
  lectern_wire_append_string (json, letter->id);
  g_string_append (json, ",\"contest\":");
  lectern_wire_append_string (json, letter->contest);
  g_string_append (json, ",\"message\":");
  lectern_wire_append_string (json, letter->message);
  g_string_append_printf (json, ",\"lot\":%" G_GINT64_FORMAT ",\"void\":%" G_GINT64_FORMAT ",\"submit\":%s,\"flag\":%s}",
                          letter->lot, letter->voided, letter->submit ? "true" : "false", letter->flag_seen ? "true" : "false");
}

/* A disk that refuses is told by the drafts beside it; what is in memory is sent all the same. */
static void
write_file (LecternJudgeOutbox *self)
{
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  if (!self->path)
    return;
  for (guint i = 0; i < self->letters->len; i++)
    append_letter (json, g_ptr_array_index (self->letters, i));
  g_string_append_c (json, ']');
  if (!g_file_set_contents_full (self->path, json->str, (gssize) json->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_info ("what is not sent cannot be kept on the disk: %s", error->message);
}

static void
read_letter (LecternJudgeOutbox *self,
             JsonObject         *object)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->id = g_strdup (lectern_wire_get_string (object, "id"));
  letter->message = g_strdup (lectern_wire_get_string (object, "message"));
  letter->contest = g_strdup (lectern_wire_get_string (object, "contest"));
  letter->lot = lectern_wire_get_integer (object, "lot", 0);
  letter->voided = lectern_wire_get_integer (object, "void", 0);
  letter->submit = lectern_wire_get_boolean (object, "submit", FALSE);
  letter->flag_seen = lectern_wire_get_boolean (object, "flag", FALSE);
  if (letter->id && letter->message && letter->contest)
    g_ptr_array_add (self->letters, letter);
  else
    letter_free (letter);
}

/* What cannot be read is not there: the marks themselves are in the drafts too. */
void
lectern_judge_outbox_keep_in (LecternJudgeOutbox *self,
                              const char         *path)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  g_free (self->path);
  self->path = g_strdup (path);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  node = lectern_json_text_parse (text, NULL);
  array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *object = lectern_wire_get_element (array, i);

      if (object)
        read_letter (self, object);
    }
}

/* --- letters ------------------------------------------------------------------------------- */

static char *
describe_contest (const LecternJudgeState *state)
{
  return g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "%s", state->contest, state->round_key, state->judge_number,
                          state->rehearsal ? "\nrehearsal" : "");
}

static gint64
find_voided (const LecternJudgeState *state,
             gint64                   lot)
{
  for (guint i = 0; i < state->voided->len; i++)
    if (g_array_index (state->voided, LecternJudgeVoid, i).lot == lot)
      return g_array_index (state->voided, LecternJudgeVoid, i).version;
  return 0;
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

static Letter *
letter_new (const LecternJudgeState *state,
            gint64                   lot)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->id = g_uuid_string_random ();
  letter->contest = describe_contest (state);
  letter->lot = lot;
  letter->voided = find_voided (state, lot);
  return letter;
}

static void
post (LecternJudgeOutbox *self,
      Letter             *letter)
{
  g_ptr_array_add (self->letters, letter);
  if (self->letters->len > LETTERS_MAX)
    g_ptr_array_remove_index (self->letters, 0);
  write_file (self);
}

static void
drop_drafts (LecternJudgeOutbox *self,
             const Letter       *newer)
{
  for (guint i = self->letters->len; i > 0; i--)
    {
      const Letter *letter = g_ptr_array_index (self->letters, i - 1);

      if (letter->lot == newer->lot && !letter->submit && !letter->flag_seen && g_str_equal (letter->contest, newer->contest))
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
  Letter *letter = letter_new (state, lot);

  letter->submit = submit;
  letter->message = write_message (state, letter, marks, n_marks);
  drop_drafts (self, letter);
  post (self, letter);
  *id = g_strdup (letter->id);
  return letter->message;
}

const char *
lectern_judge_outbox_add_flag_seen (LecternJudgeOutbox      *self,
                                    const LecternJudgeState *state,
                                    gint64                   lot,
                                    gint64                   judge)
{
  Letter *letter = letter_new (state, lot);

  letter->flag_seen = TRUE;
  letter->message = g_strdup_printf ("{\"type\":\"flag-seen\",\"id\":\"%s\",\"lot\":%" G_GINT64_FORMAT ",\"judge\":%" G_GINT64_FORMAT "}",
                                     letter->id, lot, judge);
  post (self, letter);
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
          write_file (self);
          return is_sheet;
        }
    }
  return TRUE;
}

void
lectern_judge_outbox_drop_void (LecternJudgeOutbox      *self,
                                const LecternJudgeState *state)
{
  g_autofree char *contest = describe_contest (state);
  guint            n_before = self->letters->len;

  for (guint i = self->letters->len; i > 0; i--)
    {
      const Letter *letter = g_ptr_array_index (self->letters, i - 1);

      if (!letter->flag_seen && g_str_equal (letter->contest, contest) && find_voided (state, letter->lot) > letter->voided)
        g_ptr_array_remove_index (self->letters, i - 1);
    }
  if (self->letters->len != n_before)
    write_file (self);
}

guint
lectern_judge_outbox_get_length (LecternJudgeOutbox *self)
{
  return self->letters->len;
}

const char *
lectern_judge_outbox_get_message (LecternJudgeOutbox      *self,
                                  guint                    index,
                                  const LecternJudgeState *state)
{
  const Letter    *letter = g_ptr_array_index (self->letters, index);
  g_autofree char *contest = describe_contest (state);

  return g_str_equal (letter->contest, contest) ? letter->message : NULL;
}

gboolean
lectern_judge_outbox_read_sheet (LecternJudgeOutbox      *self,
                                 guint                    index,
                                 const LecternJudgeState *state,
                                 const char             **id,
                                 gint64                  *lot,
                                 gint64                  *marks,
                                 gboolean                *submit)
{
  const Letter *letter = g_ptr_array_index (self->letters, index);
  const char   *message = lectern_judge_outbox_get_message (self, index, state);
  g_autoptr (JsonObject) object = message && !letter->flag_seen ? lectern_wire_parse (message, strlen (message), NULL) : NULL;
  JsonObject *written = object ? lectern_wire_get_object (object, "marks") : NULL;

  if (!written)
    return FALSE;
  for (guint i = 0; i < state->rubric->len; i++)
    {
      const LecternJudgeCriterion *criterion = g_ptr_array_index (state->rubric, i);
      const char                  *text = lectern_wire_get_string (written, criterion->key);

      if (!text || !lectern_mark_parse (text, &marks[i]))
        marks[i] = LECTERN_NULL;
    }
  *id = letter->id;
  *lot = letter->lot;
  *submit = letter->submit;
  return TRUE;
}
