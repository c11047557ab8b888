/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a judge does and what the main laptop says meet here. A change goes to this laptop's disk
 * first, then, when the judge pauses, to the main laptop as a draft. The gate decides which sheet
 * lies on top, or else the stage does; a sheet that leaves the top keeps what was not sent. Once a
 * sheet was submitted no draft of it goes out any more, for that would take the submission back:
 * a change waits here until it is submitted again. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-judge-desk.h"

#include "lectern-desk-words.h"
#include "lectern-own-places.h"
#include "lectern-practice.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

#define DRAFT_PAUSE_MS 300
#define PRACTICE_MS 300 /* as long as a main laptop might take */

struct _LecternJudgeDesk
{
  GObject parent_instance;

  LecternJudgeClient *client;
  LecternDraftStore  *drafts;
  GListStore         *sheets;
  LecternOwnSheet    *current;
  LecternOwnSheet    *due;
  LecternJudgeState  *practice; /* NULL: this is earnest */
  gboolean            held;
  gboolean            looking; /* at an earlier sheet */
  /* Whose drafts these are, and the keys of the rubric they are marked by. */
  char  *contest;
  char **keys;
  char  *refusal;
  char  *disk_trouble;
  guint  draft_source;
  guint  practice_source;
};

enum
{
  CHANGED,
  LEFT,
  PRACTISED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternJudgeDesk, lectern_judge_desk, G_TYPE_OBJECT)

/* The latest first. */
static int
compare_lots (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  gint64 left = lectern_own_sheet_get_lot ((LecternOwnSheet *) a);
  gint64 right = lectern_own_sheet_get_lot ((LecternOwnSheet *) b);

  return (left < right) - (left > right);
}

static LecternOwnSheet *
find_sheet (LecternJudgeDesk *self,
            gint64            lot)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sheets)); i++)
    {
      g_autoptr (LecternOwnSheet) sheet = g_list_model_get_item (G_LIST_MODEL (self->sheets), i);

      if (lectern_own_sheet_get_lot (sheet) == lot)
        return sheet; /* the store holds it */
    }
  return NULL;
}

static LecternOwnSheet *
take_sheet (LecternJudgeDesk *self,
            gint64            lot)
{
  LecternOwnSheet *sheet = find_sheet (self, lot);

  if (sheet == NULL)
    {
      sheet = lectern_own_sheet_new (lot, g_strv_length (self->keys));
      g_list_store_insert_sorted (self->sheets, sheet, compare_lots, NULL);
      g_object_unref (sheet);
    }
  return sheet;
}

static void
keep_sheet (LecternJudgeDesk *self,
            LecternOwnSheet  *sheet)
{
  LecternDraft draft = {
    .name = (char *) lectern_own_sheet_get_name (sheet),
    .note = (char *) lectern_own_sheet_get_note (sheet),
    .marks = (gint64 *) lectern_own_sheet_get_marks (sheet),
    .unsent = lectern_own_sheet_get_unsent (sheet),
    .voided = lectern_own_sheet_get_voided (sheet),
  };

  if (self->drafts == NULL)
    return;
  lectern_draft_store_write (self->drafts,
                             self->contest,
                             lectern_own_sheet_get_lot (sheet),
                             (const char *const *) self->keys,
                             &draft);
}

static void
restore_sheets (LecternJudgeDesk *self)
{
  g_autoptr (GArray) lots = self->drafts != NULL ? lectern_draft_store_list (self->drafts, self->contest) : NULL;

  if (lots == NULL)
    return;
  for (guint i = 0; i < lots->len; i++)
    {
      gint64       lot = g_array_index (lots, gint64, i);
      LecternDraft draft = { 0 };

      if (lectern_draft_store_read (self->drafts, self->contest, lot, (const char *const *) self->keys, &draft))
        {
          LecternOwnSheet *sheet = take_sheet (self, lot);

          lectern_own_sheet_set_name (sheet, draft.name);
          lectern_own_sheet_set_note (sheet, draft.note);
          lectern_own_sheet_restore (sheet, draft.marks, draft.unsent, draft.voided);
        }
      lectern_draft_clear (&draft);
    }
}

/* A sheet that went out in an earlier run of this program, or before a break, and was not
 * acknowledged: the client has it still, and sends it. */
static void
on_unsent_cb (const char   *id,
              gint64        lot,
              const gint64 *marks,
              gboolean      submit,
              gpointer      user_data)
{
  LecternJudgeDesk *self = user_data;
  LecternOwnSheet  *sheet = take_sheet (self, lot);
  guint             n_marks = lectern_own_sheet_get_n_marks (sheet);

  if (submit)
    for (guint i = 0; i < n_marks; i++)
      lectern_own_sheet_set_mark (sheet, i, marks[i]);
  if (memcmp (lectern_own_sheet_get_marks (sheet), marks, n_marks * sizeof (gint64)) == 0)
    lectern_own_sheet_send (sheet, id, submit);
}

static char **
list_keys (LecternJudgeState *state)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < state->rubric->len; i++)
    g_ptr_array_add (keys, g_strdup (((LecternJudgeCriterion *) g_ptr_array_index (state->rubric, i))->key));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

/* Another contest, round, judge or rubric: other drafts belong to it. */
static void
adopt_contest (LecternJudgeDesk  *self,
               LecternJudgeState *state)
{
  g_auto (GStrv) keys = list_keys (state);
  g_autofree char *contest = g_strdup_printf ("%s · %s · %" G_GINT64_FORMAT "%s",
                                              state->contest,
                                              state->round != NULL ? state->round : "",
                                              state->judge_number,
                                              state->rehearsal ? " · rehearsal" : "");

  if (g_strcmp0 (self->contest, contest) == 0 &&
      g_strv_equal ((const char *const *) self->keys, (const char *const *) keys))
    return;
  self->current = self->due = NULL;
  self->looking = FALSE;
  g_list_store_remove_all (self->sheets);
  g_free (self->contest);
  g_strfreev (self->keys);
  self->contest = g_steal_pointer (&contest);
  self->keys = g_steal_pointer (&keys);
  restore_sheets (self);
  if (self->practice == NULL)
    lectern_judge_client_list_unsent (self->client, on_unsent_cb, self);
}

static gboolean
state_has_sheet (LecternJudgeState *state,
                 gint64             lot)
{
  for (guint i = 0; i < state->sheets->len; i++)
    if (((LecternJudgeSheet *) g_ptr_array_index (state->sheets, i))->lot == lot)
      return TRUE;
  return FALSE;
}

/* Marks of a talk that starts again go, from the disk too. */
static void
receive_voids (LecternJudgeDesk  *self,
               LecternJudgeState *state)
{
  for (guint i = 0; i < state->voided->len; i++)
    {
      const LecternJudgeVoid *voided = &g_array_index (state->voided, LecternJudgeVoid, i);
      LecternOwnSheet        *sheet = take_sheet (self, voided->lot);

      if (lectern_own_sheet_make_void (sheet, voided->version))
        keep_sheet (self, sheet);
    }
}

static void
receive_sheets (LecternJudgeDesk  *self,
                LecternJudgeState *state)
{
  receive_voids (self, state);
  for (guint i = 0; i < state->sheets->len; i++)
    {
      LecternJudgeSheet *held = g_ptr_array_index (state->sheets, i);
      LecternOwnSheet   *sheet = take_sheet (self, held->lot);
      gboolean           unsent = lectern_own_sheet_get_unsent (sheet);

      lectern_own_sheet_set_name (sheet, held->name);
      lectern_own_sheet_receive (sheet, held->version, held->state, held->total, held->marks);
      lectern_own_sheet_set_reopened (sheet, held->reopened, held->amended);
      if (unsent != lectern_own_sheet_get_unsent (sheet))
        keep_sheet (self, sheet);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sheets)); i++)
    {
      g_autoptr (LecternOwnSheet) sheet = g_list_model_get_item (G_LIST_MODEL (self->sheets), i);

      if (!state_has_sheet (state, lectern_own_sheet_get_lot (sheet)))
        lectern_own_sheet_receive_none (sheet);
    }
}

static void
clear_refusal (LecternJudgeDesk *self)
{
  g_clear_pointer (&self->refusal, g_free);
}

static void
emit_changed (LecternJudgeDesk *self)
{
  lectern_own_places_update (G_LIST_MODEL (self->sheets));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* On the practice desk this program itself confirms, after a moment. */
static gboolean
on_practice_due_cb (gpointer user_data)
{
  LecternJudgeDesk *self = user_data;
  gboolean          submitted = lectern_own_sheet_get_state (self->current) == LECTERN_OWN_SHEET_SUBMITTING;

  self->practice_source = 0;
  lectern_own_sheet_acknowledge (self->current, "practice", 1, submitted ? "submitted" : "draft",
                                 lectern_own_sheet_get_total (self->current));
  emit_changed (self);
  if (submitted)
    g_signal_emit (self, signals[PRACTISED], 0);
  return G_SOURCE_REMOVE;
}

static void
send_current (LecternJudgeDesk *self,
              gboolean          submit)
{
  const char *id = "practice";

  if (self->practice == NULL)
    id = lectern_judge_client_send_sheet (self->client,
                                          lectern_own_sheet_get_lot (self->current),
                                          lectern_own_sheet_get_marks (self->current),
                                          lectern_own_sheet_get_n_marks (self->current),
                                          submit);
  lectern_own_sheet_send (self->current, id, submit);
  if (self->practice != NULL)
    {
      g_clear_handle_id (&self->practice_source, g_source_remove);
      self->practice_source = g_timeout_add (PRACTICE_MS, on_practice_due_cb, self);
    }
  emit_changed (self);
}

/* A draft is only taken for the sheet that is due, while its gate has not closed. */
static gboolean
can_send_draft (LecternJudgeDesk *self)
{
  return self->current != NULL && self->current == self->due && !lectern_judge_desk_is_missed (self) &&
         lectern_judge_desk_get_bar (self) == LECTERN_DESK_FREE &&
         lectern_own_sheet_can_draft (self->current) &&
         lectern_own_sheet_get_unsent (self->current);
}

static gboolean
on_draft_due_cb (gpointer user_data)
{
  LecternJudgeDesk *self = user_data;

  self->draft_source = 0;
  if (can_send_draft (self))
    send_current (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* A draft goes out when the judge has paused. */
static void
schedule_draft (LecternJudgeDesk *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_PAUSE_MS, on_draft_due_cb, self);
}

static gboolean
is_left_open (LecternOwnSheet *sheet)
{
  switch (lectern_own_sheet_get_state (sheet))
    {
    case LECTERN_OWN_SHEET_UNSENT:
    case LECTERN_OWN_SHEET_SENDING:
    case LECTERN_OWN_SHEET_DRAFT:
    case LECTERN_OWN_SHEET_SUBMITTING:
    case LECTERN_OWN_SHEET_CHANGED:
      return TRUE;
    case LECTERN_OWN_SHEET_EMPTY:
    case LECTERN_OWN_SHEET_SUBMITTED:
    case LECTERN_OWN_SHEET_LOCKED:
    default:
      return FALSE;
    }
}

/* The gate goes before the stage; but a gate that was opened again for somebody else's sheet, while
 * mine is locked and another speaks, is none of my business. */
static gint64
find_due_lot (LecternJudgeDesk  *self,
              LecternJudgeState *state)
{
  LecternOwnSheet *at_gate = state->gate_open ? find_sheet (self, state->gate_lot) : NULL;

  if (!state->gate_open)
    return state->lot;
  return state->lot > 0 && at_gate != NULL && lectern_own_sheet_get_locked (at_gate) ? state->lot : state->gate_lot;
}

static void
put_on_top (LecternJudgeDesk *self,
            LecternOwnSheet  *sheet)
{
  LecternJudgeState *state = lectern_judge_desk_get_state (self);
  LecternOwnSheet   *before = self->current;

  if (before == sheet)
    return;
  self->current = sheet;
  clear_refusal (self);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (before != NULL && before != self->due && !self->looking && is_left_open (before) &&
      (state == NULL || state->lot != lectern_own_sheet_get_lot (before)))
    g_signal_emit (self, signals[LEFT], 0, before);
}

/* Puts the sheet on top that is to be marked now, unless the judge is writing on another. */
static void
turn_to_due (LecternJudgeDesk  *self,
             LecternJudgeState *state)
{
  gint64           lot = find_due_lot (self, state);
  LecternOwnSheet *due = lot > 0 ? take_sheet (self, lot) : NULL;

  if (due != NULL && lot == state->lot)
    lectern_own_sheet_set_name (due, state->name);
  if (due != self->due)
    {
      self->due = due;
      if (self->looking)
        {
          put_on_top (self, due);
          self->looking = FALSE;
        }
    }
  if (!self->looking && !self->held)
    put_on_top (self, due);
}

static void
on_client_state_changed_cb (LecternJudgeDesk *self)
{
  LecternJudgeState *state = lectern_judge_desk_get_state (self);

  if (state == NULL)
    return;
  adopt_contest (self, state);
  receive_sheets (self, state);
  turn_to_due (self, state);
  if (self->current != NULL && self->draft_source == 0 &&
      lectern_own_sheet_get_state (self->current) == LECTERN_OWN_SHEET_UNSENT)
    schedule_draft (self);
  emit_changed (self);
}

static void
on_client_acknowledged_cb (LecternJudgeDesk *self,
                           const char       *id,
                           gint64            lot,
                           gint64            version,
                           const char       *state,
                           gint64            total)
{
  LecternOwnSheet *sheet = find_sheet (self, lot);

  if (sheet == NULL || !lectern_own_sheet_acknowledge (sheet, id, version, state, total))
    return;
  g_log_structured (G_LOG_DOMAIN,
                    G_LOG_LEVEL_DEBUG,
                    "LECTERN_SHEET_ID", id,
                    "MESSAGE", "Sheet of lot %" G_GINT64_FORMAT " acknowledged as %s", lot, state);
  keep_sheet (self, sheet);
  if (sheet == self->current)
    clear_refusal (self);
  emit_changed (self);
}

static void
on_client_refused_cb (LecternJudgeDesk *self,
                      const char       *id,
                      const char       *code,
                      const char       *message)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sheets)); i++)
    {
      g_autoptr (LecternOwnSheet) sheet = g_list_model_get_item (G_LIST_MODEL (self->sheets), i);
      gboolean submitting = lectern_own_sheet_get_state (sheet) == LECTERN_OWN_SHEET_SUBMITTING;

      if (!lectern_own_sheet_refuse (sheet, id))
        continue;
      keep_sheet (self, sheet);
      if (sheet == self->current)
        {
          clear_refusal (self);
          self->refusal = lectern_desk_words_for_refusal (code, message);
        }
      else if (submitting)
        g_signal_emit (self, signals[LEFT], 0, sheet);
      emit_changed (self);
    }
}

static void
lectern_judge_desk_dispose (GObject *object)
{
  LecternJudgeDesk *self = LECTERN_JUDGE_DESK (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_handle_id (&self->practice_source, g_source_remove);
  if (self->drafts != NULL)
    lectern_draft_store_flush (self->drafts);
  g_clear_pointer (&self->practice, lectern_judge_state_unref);
  g_clear_object (&self->client);
  g_clear_object (&self->drafts);
  G_OBJECT_CLASS (lectern_judge_desk_parent_class)->dispose (object);
}

static void
lectern_judge_desk_finalize (GObject *object)
{
  LecternJudgeDesk *self = LECTERN_JUDGE_DESK (object);

  g_object_unref (self->sheets);
  g_free (self->contest);
  g_strfreev (self->keys);
  g_free (self->refusal);
  g_free (self->disk_trouble);
  G_OBJECT_CLASS (lectern_judge_desk_parent_class)->finalize (object);
}

static void
lectern_judge_desk_class_init (LecternJudgeDeskClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_judge_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_judge_desk_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_OWN_SHEET);
  signals[PRACTISED] = g_signal_new ("practised", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_judge_desk_init (LecternJudgeDesk *self)
{
  self->sheets = g_list_store_new (LECTERN_TYPE_OWN_SHEET);
  self->keys = g_new0 (char *, 1);
}

LecternJudgeDesk *
lectern_judge_desk_new (LecternJudgeClient *client,
                        LecternDraftStore  *drafts)
{
  LecternJudgeDesk *self = g_object_new (LECTERN_TYPE_JUDGE_DESK, NULL);

  self->client = g_object_ref (client);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_object (client, "state-changed", G_CALLBACK (on_client_state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "acknowledged", G_CALLBACK (on_client_acknowledged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "refused", G_CALLBACK (on_client_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "notify::connected", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  on_client_state_changed_cb (self);
  return self;
}

LecternJudgeDesk *
lectern_judge_desk_new_practice (LecternJudgeClient *client)
{
  LecternJudgeDesk *self;

  g_return_val_if_fail (lectern_judge_client_get_state (client) != NULL, NULL);

  self = g_object_new (LECTERN_TYPE_JUDGE_DESK, NULL);
  self->client = g_object_ref (client);
  self->practice = lectern_practice_make_state (lectern_judge_client_get_state (client));
  on_client_state_changed_cb (self);
  return self;
}

gboolean
lectern_judge_desk_is_practice (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);
  return self->practice != NULL;
}

LecternJudgeClient *
lectern_judge_desk_get_client (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);
  return self->client;
}

LecternJudgeState *
lectern_judge_desk_get_state (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);
  return self->practice != NULL ? self->practice : lectern_judge_client_get_state (self->client);
}

gboolean
lectern_judge_desk_get_connected (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);
  return self->practice != NULL || lectern_judge_client_get_connected (self->client);
}

gboolean
lectern_judge_desk_is_last_known (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);
  return self->practice == NULL && lectern_judge_client_is_state_remembered (self->client);
}

gint64
lectern_judge_desk_get_elapsed_ms (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), 0);
  return self->practice != NULL ? self->practice->clock_elapsed_ms : lectern_judge_client_get_elapsed_ms (self->client);
}

GListModel *
lectern_judge_desk_get_sheets (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);
  return G_LIST_MODEL (self->sheets);
}

LecternOwnSheet *
lectern_judge_desk_get_current (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);
  return self->current;
}

LecternOwnSheet *
lectern_judge_desk_get_due (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);
  return self->due;
}

void
lectern_judge_desk_set_held (LecternJudgeDesk *self,
                             gboolean          held)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DESK (self));

  self->held = held;
  if (held || self->looking || self->current == self->due)
    return;
  put_on_top (self, self->due);
  emit_changed (self);
}

void
lectern_judge_desk_look_at (LecternJudgeDesk *self,
                            LecternOwnSheet  *sheet)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DESK (self));

  if (sheet == NULL && !self->looking)
    return;
  self->held = FALSE;
  self->looking = TRUE; /* nothing is left behind for want of time */
  put_on_top (self, sheet != NULL ? sheet : self->due);
  self->looking = self->current != self->due;
  emit_changed (self);
}

gboolean
lectern_judge_desk_is_looking (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);
  return self->looking;
}

gboolean
lectern_judge_desk_is_missed (LecternJudgeDesk *self)
{
  LecternJudgeState *state;

  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);

  state = lectern_judge_desk_get_state (self);
  if (state == NULL || self->current == NULL || lectern_judge_desk_get_gate_open (self) ||
      lectern_own_sheet_get_received_total (self->current) != LECTERN_NULL)
    return FALSE;
  if (state->lot != lectern_own_sheet_get_lot (self->current))
    return TRUE; /* that talk is over */
  return g_strcmp0 (state->entry_state, "marking") == 0 || g_strcmp0 (state->entry_state, "done") == 0;
}

guint
lectern_judge_desk_count_places (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), 0);
  return lectern_own_places_count (G_LIST_MODEL (self->sheets));
}

static gboolean
has_lot (GArray *lots,
         gint64  lot)
{
  for (guint i = 0; i < lots->len; i++)
    if (g_array_index (lots, gint64, i) == lot)
      return TRUE;
  return FALSE;
}

LecternDeskBar
lectern_judge_desk_get_bar (LecternJudgeDesk *self)
{
  LecternJudgeState *state;
  gint64             lot;

  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), LECTERN_DESK_NOBODY);

  state = lectern_judge_desk_get_state (self);
  if (self->current == NULL || state == NULL)
    return LECTERN_DESK_NOBODY;
  lot = lectern_own_sheet_get_lot (self->current);
  if (has_lot (state->recused, lot))
    return has_lot (state->absent, lot) ? LECTERN_DESK_ABSENT : LECTERN_DESK_RECUSED;
  if (self->looking)
    return LECTERN_DESK_EARLIER;
  if (lectern_own_sheet_get_locked (self->current))
    return LECTERN_DESK_LOCKED;
  if (lectern_own_sheet_get_state (self->current) == LECTERN_OWN_SHEET_SUBMITTING)
    return LECTERN_DESK_SUBMITTING;
  return LECTERN_DESK_FREE;
}

gboolean
lectern_judge_desk_get_gate_open (LecternJudgeDesk *self)
{
  LecternJudgeState *state;

  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);

  state = lectern_judge_desk_get_state (self);
  return state != NULL && self->current != NULL && state->gate_open &&
         state->gate_lot == lectern_own_sheet_get_lot (self->current);
}

gboolean
lectern_judge_desk_can_submit (LecternJudgeDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), FALSE);

  return lectern_judge_desk_get_bar (self) == LECTERN_DESK_FREE &&
         lectern_judge_desk_get_gate_open (self) &&
         lectern_own_sheet_count_marked (self->current) == lectern_own_sheet_get_n_marks (self->current) &&
         lectern_own_sheet_get_state (self->current) != LECTERN_OWN_SHEET_SUBMITTED;
}

const char *
lectern_judge_desk_get_trouble (LecternJudgeDesk *self)
{
  const char *cause;

  g_return_val_if_fail (LECTERN_IS_JUDGE_DESK (self), NULL);

  if (self->refusal != NULL)
    return self->refusal;
  cause = self->drafts != NULL ? lectern_draft_store_get_trouble (self->drafts) : NULL;
  g_clear_pointer (&self->disk_trouble, g_free);
  if (cause != NULL)
    self->disk_trouble = g_strdup_printf (_ ("This laptop cannot keep drafts on its disk: %s"), cause);
  return self->disk_trouble;
}

void
lectern_judge_desk_set_mark (LecternJudgeDesk *self,
                             guint             index,
                             gint64            mark)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DESK (self));
  g_return_if_fail (lectern_judge_desk_get_bar (self) == LECTERN_DESK_FREE);

  if (!lectern_own_sheet_set_mark (self->current, index, mark))
    return;
  clear_refusal (self);
  keep_sheet (self, self->current);
  schedule_draft (self);
  emit_changed (self);
}

void
lectern_judge_desk_set_note (LecternJudgeDesk *self,
                             const char       *note)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DESK (self));

  if (self->current == NULL || g_strcmp0 (lectern_own_sheet_get_note (self->current), note) == 0)
    return;
  lectern_own_sheet_set_note (self->current, note);
  keep_sheet (self, self->current);
}

void
lectern_judge_desk_submit (LecternJudgeDesk *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DESK (self));
  g_return_if_fail (lectern_judge_desk_can_submit (self));

  g_clear_handle_id (&self->draft_source, g_source_remove);
  clear_refusal (self);
  send_current (self, TRUE);
}
