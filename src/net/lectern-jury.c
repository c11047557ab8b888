/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the judges send becomes actions, what the engine commits becomes states. An `ack` goes out
 * only from the callback of a finished commit. A state is whole, so only the newest counts: one
 * push follows however many commits came together, and a panel that has not read the last one gets
 * the next when it has. Nobody can make another wait. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-jury.h"

#include "lectern-attendance.h"
#include "lectern-net-error.h"
#include "lectern-panel-link.h"
#include "lectern-protocol.h"
#include "lectern-told-flags.h"
#include "lectern-told-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TICK_MS 250
/* Judges know their own sheets already: the acknowledgements of all go first. */
#define ECHO_MS 5
/* Seen at the next tick: the console shows it within five seconds. */
#define SILENCE_US (5 * G_USEC_PER_SEC - 2 * TICK_MS * 1000)
#define HELLO_US (10 * G_USEC_PER_SEC)

struct _LecternJury
{
  GObject parent_instance;

  LecternEngine     *engine;
  GPtrArray         *links; /* LecternPanelLink */
  LecternAttendance *attendance;
  GSource           *push;
  GSource           *tick;
  gulong             committed_handler;
  LecternToldStage  *told;
  LecternRefusals   *refusals;
  char              *flags; /* as the head judge was told last, or is to be told next */
  gboolean           flags_stale;
  gboolean           dismissed;
};

enum
{
  CONNECTIONS_CHANGED,
  EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternJury, lectern_jury, G_TYPE_OBJECT)

static LecternContest *
get_contest (LecternJury *self)
{
  return lectern_engine_get_contest (self->engine);
}

/* --- states -------------------------------------------------------------------------------- */

static gint64
get_elapsed_ms (LecternJury *self)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (get_contest (self));

  return clock ? lectern_engine_get_elapsed_ms (self->engine, clock) : 0;
}

static char *
make_common (LecternJury *self)
{
  return lectern_protocol_encode_common (get_contest (self), lectern_engine_get_seq (self->engine), get_elapsed_ms (self));
}

/* Looked at when a state is sent and not in a commit, which acknowledgements wait for. */
static const char *
get_flags (LecternJury *self)
{
  if (self->flags_stale || !self->flags)
    {
      g_free (self->flags);
      self->flags = lectern_told_flags_encode (get_contest (self));
      self->flags_stale = FALSE;
    }
  return self->flags;
}

static gboolean
is_head (LecternJury      *self,
         LecternPanelLink *link)
{
  const LecternSeat  *seat = lectern_panel_link_get_seat (link);
  const LecternJudge *judge = seat ? lectern_contest_get_judge (get_contest (self), seat->judge) : NULL;

  return judge && judge->head == 1;
}

static void
send_state (LecternJury      *self,
            LecternPanelLink *link,
            const char       *common)
{
  const LecternSeat  *seat = lectern_panel_link_get_seat (link);
  const LecternJudge *judge = lectern_contest_get_judge (get_contest (self), seat->judge);
  g_autofree char    *state = NULL;

  lectern_panel_link_set_waiting (link, FALSE);
  if (!judge)
    return;
  if (!lectern_panel_link_get_own (link))
    lectern_panel_link_take_own (link, lectern_protocol_encode_own (get_contest (self), judge));
  state = lectern_protocol_encode_state (common, lectern_panel_link_get_own (link), judge->head == 1 ? get_flags (self) : NULL);
  if (lectern_panel_link_has_room (link, strlen (state)))
    lectern_panel_link_send (link, g_steal_pointer (&state));
  else
    lectern_panel_link_set_waiting (link, TRUE); /* a newer one, at the next tick */
}

/* The head judge hears of a sheet that came in when it makes a flag come or go, and else of none. */
static void
note_flags (LecternJury *self)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autofree char *before = g_strdup (self->flags);

  for (guint i = 0; i < self->links->len; i++)
    if (is_head (self, g_ptr_array_index (self->links, i)))
      g_ptr_array_add (heads, g_ptr_array_index (self->links, i));
  if (heads->len == 0 || !self->flags_stale || g_strcmp0 (before, get_flags (self)) == 0)
    return;
  for (guint i = 0; i < heads->len; i++)
    lectern_panel_link_set_waiting (g_ptr_array_index (heads, i), TRUE);
}

/* Sends the newest state to every panel that waits for one and has read what it got before. */
static void
push_states (LecternJury *self)
{
  g_autofree char *common = NULL;

  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink *link = g_ptr_array_index (self->links, i);

      if (!lectern_panel_link_get_waiting (link) || lectern_panel_link_is_behind (link))
        continue;
      if (!common)
        common = make_common (self);
      send_state (self, link, common);
    }
}

static gboolean
on_push_cb (gpointer user_data)
{
  LecternJury *self = user_data;

  g_clear_pointer (&self->push, g_source_unref);
  note_flags (self);
  push_states (self);
  return G_SOURCE_REMOVE;
}

static void
push_in (LecternJury *self,
         guint        ms)
{
  if (self->push)
    return;
  self->push = ms > 0 ? g_timeout_source_new (ms) : g_idle_source_new ();
  g_source_set_priority (self->push, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->push, on_push_cb, self, NULL);
  g_source_attach (self->push, lectern_engine_get_context (self->engine));
}

static void
push_now (LecternJury *self)
{
  if (self->push)
    g_source_destroy (self->push);
  g_clear_pointer (&self->push, g_source_unref);
  push_in (self, 0);
}

static void
mark_waiting (LecternJury *self,
              gint64       judge)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink  *link = g_ptr_array_index (self->links, i);
      const LecternSeat *seat = lectern_panel_link_get_seat (link);

      if (seat && (judge == LECTERN_TOLD_EVERYONE || seat->judge == judge))
        lectern_panel_link_set_waiting (link, TRUE);
    }
}

/* What was written for @judge is to be written anew. */
static void
forget_own (LecternJury *self,
            gint64       judge)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink  *link = g_ptr_array_index (self->links, i);
      const LecternSeat *seat = lectern_panel_link_get_seat (link);

      if (seat && (judge == LECTERN_TOLD_EVERYONE || seat->judge == judge))
        lectern_panel_link_take_own (link, NULL);
    }
}

/* --- seats --------------------------------------------------------------------------------- */

/* The seat of @hash while it may be used: neither revoked nor of a judge who left. */
static const LecternSeat *
find_seat (LecternJury *self,
           const char  *hash)
{
  LecternSeat        *key = lectern_record_new (&lectern_table_seat);
  const LecternSeat  *seat;
  const LecternJudge *judge;

  lectern_record_take_string (&key->token, hash);
  seat = lectern_contest_find (get_contest (self), key);
  lectern_record_unref (key);
  if (!seat || seat->revoked == 1)
    return NULL;
  judge = lectern_contest_get_judge (get_contest (self), seat->judge);
  return judge && judge->active == 1 ? seat : NULL;
}

static void
say_bye (LecternPanelLink *link,
         const char       *reason,
         gushort           code)
{
  lectern_panel_link_send (link, lectern_protocol_encode_bye (reason));
  lectern_panel_link_close (link, code);
}

static void
dismiss_revoked (LecternJury *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink  *link = g_ptr_array_index (self->links, i);
      const LecternSeat *seat = lectern_panel_link_get_seat (link);

      if (seat && !find_seat (self, seat->token))
        say_bye (link, "revoked", SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
    }
}

static void
on_committed_cb (LecternEngine *engine,
                 LecternChange *change,
                 gint64         seq,
                 gint64         wall_us,
                 gpointer       user_data)
{
  LecternJury *self = user_data;
  gboolean     everyone = FALSE;

  for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
    {
      const LecternRecord *record = lectern_change_get_row (change, i)->record;
      gint64               judge = lectern_told_stage_find_concerned (self->told, get_contest (self), record);

      everyone |= judge == LECTERN_TOLD_EVERYONE;
      self->flags_stale |= lectern_told_flags_depend_on (record->table);
      if (judge == LECTERN_TOLD_NOBODY)
        continue;
      mark_waiting (self, judge);
      if (!lectern_told_stage_is_about (record->table))
        forget_own (self, judge);
    }
  if (everyone && lectern_told_stage_note_order (self->told, get_contest (self)))
    forget_own (self, LECTERN_TOLD_EVERYONE);
  if (lectern_change_touches (change, &lectern_table_seat) ||
      lectern_change_touches (change, &lectern_table_judge))
    dismiss_revoked (self);
  if (everyone)
    push_now (self);
  else
    push_in (self, ECHO_MS);
}

static void
refuse (LecternPanelLink *link,
        const char       *id,
        const GError     *error)
{
  const char *code = lectern_protocol_get_code (error);

  lectern_panel_link_send (link, lectern_protocol_encode_error (id, code, error->message));
}

static void
count_refusal (LecternJury      *self,
               LecternPanelLink *link,
               LecternRefusal    kind)
{
  lectern_refusals_count (self->refusals, kind, lectern_panel_link_get_address (link), g_get_monotonic_time ());
}

static void
refuse_unauthorised (LecternJury      *self,
                     LecternPanelLink *link,
                     const char       *id)
{
  g_autoptr (GError) error = g_error_new_literal (LECTERN_NET_ERROR, LECTERN_NET_ERROR_UNAUTHORISED,
                                                  _ ("This device has no seat here; pair it with a code"));

  count_refusal (self, link, LECTERN_REFUSAL_SEAT);
  refuse (link, id, error);
  lectern_panel_link_close (link, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
}

/* A seat is one panel: the newer connection has it. */
static void
replace_others (LecternJury      *self,
                LecternPanelLink *link)
{
  const LecternSeat *seat = lectern_panel_link_get_seat (link);

  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink  *other = g_ptr_array_index (self->links, i);
      const LecternSeat *others_seat = lectern_panel_link_get_seat (other);

      if (other != link && others_seat && g_str_equal (others_seat->token, seat->token))
        say_bye (other, "replaced", SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
    }
}

static void
take_hello (LecternJury      *self,
            LecternPanelLink *link,
            LecternMessage   *message)
{
  g_autofree char   *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, message->token, -1);
  const LecternSeat *seat = find_seat (self, hash);
  g_autofree char   *common = NULL;

  if (!seat)
    {
      refuse_unauthorised (self, link, NULL);
      return;
    }
  lectern_panel_link_set_seat (link, seat);
  lectern_panel_link_set_practised (link, message->practised);
  replace_others (self, link);
  common = make_common (self);
  send_state (self, link, common);
  lectern_attendance_note_here (self->attendance, link);
  g_signal_emit (self, signals[CONNECTIONS_CHANGED], 0);
}

/* --- sheets -------------------------------------------------------------------------------- */

typedef struct
{
  LecternPanelLink *link;
  char             *id;
  gint64            lot;
  gint64            judge; /* of a flag */
} Receipt;

static Receipt *
receipt_new (LecternPanelLink     *link,
             const LecternMessage *message)
{
  Receipt *receipt = g_new0 (Receipt, 1);

  receipt->link = g_object_ref (link);
  receipt->id = g_strdup (message->id);
  receipt->lot = message->lot;
  receipt->judge = message->judge;
  return receipt;
}

static void
receipt_free (Receipt *receipt)
{
  g_object_unref (receipt->link);
  g_free (receipt->id);
  g_free (receipt);
}

static void
on_sheet_taken_cb (GObject      *engine,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Receipt *receipt = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;

  outcome = lectern_engine_submit_finish (LECTERN_ENGINE (engine), result, NULL, &error);
  if (outcome)
    lectern_panel_link_send (receipt->link,
                             lectern_protocol_encode_ack (receipt->id, outcome->lot, outcome->version,
                                                          outcome->state, outcome->total));
  else
    refuse (receipt->link, receipt->id, error);
  receipt_free (receipt);
}

static void
take_sheet (LecternJury      *self,
            LecternPanelLink *link,
            LecternMessage   *message)
{
  const LecternSeat *seat = lectern_panel_link_get_seat (link);
  g_autofree char   *actor = g_strdup_printf ("judge %" G_GINT64_FORMAT, seat->judge);
  LecternAction     *action = lectern_action_new (LECTERN_ACTION_SHEET, actor);
  Receipt           *receipt = receipt_new (link, message);

  action->device = g_strdup (seat->device);
  action->address = g_strdup (seat->address);
  action->judge = seat->judge;
  action->lot = message->lot;
  action->text = g_strdup (message->id);
  action->key = g_strdup (message->round);
  action->on = message->submit;
  for (guint i = 0; i < message->marks->len; i++)
    {
      const LecternMessageMark *mark = g_ptr_array_index (message->marks, i);

      lectern_action_add_mark (action, mark->criterion, mark->value);
    }
  lectern_engine_submit (self->engine, action, on_sheet_taken_cb, receipt);
}

/* --- flags --------------------------------------------------------------------------------- */

static void
refuse_flag (LecternPanelLink   *link,
             const char         *id,
             LecternContestError code,
             const char         *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (LECTERN_CONTEST_ERROR, code, sentence);

  refuse (link, id, error);
}

static void
on_flag_seen_cb (GObject      *engine,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Receipt *receipt = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_submit_finish (LECTERN_ENGINE (engine), result, NULL, &error);

  if (outcome)
    lectern_panel_link_send (receipt->link, lectern_protocol_encode_flag_ack (receipt->id, receipt->lot, receipt->judge));
  else
    refuse (receipt->link, receipt->id, error);
  receipt_free (receipt);
}

static void
submit_flag_seen (LecternJury      *self,
                  LecternPanelLink *link,
                  LecternMessage   *message)
{
  const LecternSeat *seat = lectern_panel_link_get_seat (link);
  g_autofree char   *actor = g_strdup_printf ("judge %" G_GINT64_FORMAT, seat->judge);
  LecternAction     *action = lectern_action_new (LECTERN_ACTION_SEE_FLAG, actor);
  Receipt           *receipt = receipt_new (link, message);

  action->device = g_strdup (seat->device);
  action->address = g_strdup (seat->address);
  action->lot = message->lot;
  action->judge = message->judge;
  lectern_engine_submit (self->engine, action, on_flag_seen_cb, receipt);
}

/* The head judge alone, and only of what he was told: a guess would tell about others' sheets. */
static void
take_flag_seen (LecternJury      *self,
                LecternPanelLink *link,
                LecternMessage   *message)
{
  gboolean seen = FALSE;

  if (!is_head (self, link))
    refuse_flag (link, message->id, LECTERN_CONTEST_ERROR_UNAUTHORISED, _ ("Only the head judge looks at flagged sheets"));
  else if (!lectern_told_flags_has (get_contest (self), message->lot, message->judge, &seen))
    refuse_flag (link, message->id, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("This sheet is not flagged, or no longer"));
  else if (seen)
    lectern_panel_link_send (link, lectern_protocol_encode_flag_ack (message->id, message->lot, message->judge));
  else
    submit_flag_seen (self, link, message);
}

static void
take_practised (LecternJury      *self,
                LecternPanelLink *link)
{
  lectern_panel_link_set_practised (link, TRUE);
  lectern_attendance_note_here (self->attendance, link);
  g_signal_emit (self, signals[CONNECTIONS_CHANGED], 0);
}

static void
send_pong (LecternJury      *self,
           LecternPanelLink *link,
           const char       *t)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (get_contest (self));

  lectern_panel_link_send (link, lectern_protocol_encode_pong (t, g_get_real_time () / 1000,
                                                               clock ? clock->phase : LECTERN_CLOCK_IDLE,
                                                               get_elapsed_ms (self)));
}

static void
take_message (LecternJury      *self,
              LecternPanelLink *link,
              LecternMessage   *message)
{
  gboolean seated = lectern_panel_link_get_seat (link) != NULL;

  if (message->kind == LECTERN_MESSAGE_HELLO && seated)
    lectern_panel_link_send (link, lectern_protocol_encode_error (NULL, "bad-message",
                                                                  _ ("“hello” is said once")));
  else if (message->kind == LECTERN_MESSAGE_HELLO)
    take_hello (self, link, message);
  else if (!seated)
    refuse_unauthorised (self, link, message->id);
  else if (message->kind == LECTERN_MESSAGE_SHEET)
    take_sheet (self, link, message);
  else if (message->kind == LECTERN_MESSAGE_FLAG_SEEN)
    take_flag_seen (self, link, message);
  else if (message->kind == LECTERN_MESSAGE_PRACTISED)
    take_practised (self, link);
  else
    send_pong (self, link, message->t);
}

static void
on_link_message_cb (LecternPanelLink *link,
                    const char       *text,
                    guint64           length,
                    gpointer          user_data)
{
  LecternJury     *self = user_data;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternMessage) message = NULL;

  if (self->dismissed || !lectern_panel_link_is_open (link))
    return;
  message = lectern_protocol_decode (text, length, &id, &error);
  if (message)
    {
      take_message (self, link, message);
      return;
    }
  count_refusal (self, link, LECTERN_REFUSAL_MESSAGE);
  refuse (link, id, error);
  if (g_error_matches (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_TOO_LARGE))
    lectern_panel_link_close (link, SOUP_WEBSOCKET_CLOSE_TOO_BIG);
  else if (!lectern_panel_link_get_seat (link))
    lectern_panel_link_close (link, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
}

static void
on_link_closed_cb (LecternPanelLink *link,
                   gpointer          user_data)
{
  g_autoptr (LecternJury) self = g_object_ref (user_data);

  g_signal_handlers_disconnect_by_data (link, self);
  lectern_attendance_note_gone (self->attendance, link);
  g_ptr_array_remove_fast (self->links, link);
  g_signal_emit (self, signals[CONNECTIONS_CHANGED], 0);
  if (self->dismissed && self->links->len == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
}

/* A seated panel must be heard; a stranger must say hello, and answering pings is no hello. */
static gboolean
is_overdue (LecternPanelLink *link)
{
  if (lectern_panel_link_get_seat (link))
    return lectern_panel_link_get_silence_us (link) > SILENCE_US;
  return lectern_panel_link_get_age_us (link) > HELLO_US;
}

/* Lets go of the silent, and catches up with those who were behind. */
static gboolean
on_tick_cb (gpointer user_data)
{
  LecternJury *self = user_data;

  for (guint i = self->links->len; i > 0; i--)
    {
      LecternPanelLink *link = g_ptr_array_index (self->links, i - 1);

      if (is_overdue (link))
        lectern_panel_link_drop (link);
    }
  push_states (self);
  return G_SOURCE_CONTINUE;
}

static void
lectern_jury_dispose (GObject *object)
{
  LecternJury *self = LECTERN_JURY (object);

  if (self->engine)
    lectern_jury_shut (self);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->attendance, lectern_attendance_free);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->flags, g_free);
  g_clear_pointer (&self->told, lectern_told_stage_free);
  g_clear_pointer (&self->refusals, lectern_refusals_unref);
  G_OBJECT_CLASS (lectern_jury_parent_class)->dispose (object);
}

static void
lectern_jury_class_init (LecternJuryClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_jury_dispose;
  signals[CONNECTIONS_CHANGED] = g_signal_new ("connections-changed", type, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EMPTIED] = g_signal_new ("emptied", type, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_jury_init (LecternJury *self)
{
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->attendance = lectern_attendance_new ();
  self->told = lectern_told_stage_new ();
}

LecternJury *
lectern_jury_new (LecternEngine   *engine,
                  LecternRefusals *refusals)
{
  LecternJury *self = g_object_new (LECTERN_TYPE_JURY, NULL);

  self->engine = g_object_ref (engine);
  self->refusals = lectern_refusals_ref (refusals);
  self->committed_handler = g_signal_connect (engine, "committed", G_CALLBACK (on_committed_cb), self);
  self->tick = g_timeout_source_new (TICK_MS);
  g_source_set_callback (self->tick, on_tick_cb, self, NULL);
  g_source_attach (self->tick, lectern_engine_get_context (engine));
  return self;
}

void
lectern_jury_admit (LecternJury             *self,
                    SoupWebsocketConnection *connection,
                    const char              *address)
{
  LecternPanelLink *link;

  g_return_if_fail (LECTERN_IS_JURY (self));

  link = lectern_panel_link_new (connection, address);
  g_signal_connect (link, "message", G_CALLBACK (on_link_message_cb), self);
  g_signal_connect (link, "closed", G_CALLBACK (on_link_closed_cb), self);
  g_ptr_array_add (self->links, link);
}

GPtrArray *
lectern_jury_list_presences (LecternJury *self)
{
  g_return_val_if_fail (LECTERN_IS_JURY (self), NULL);

  return lectern_attendance_list (self->attendance);
}

static void
say_closing (LecternJury *self)
{
  for (guint i = 0; i < self->links->len; i++)
    say_bye (g_ptr_array_index (self->links, i), "closing", SOUP_WEBSOCKET_CLOSE_GOING_AWAY);
}

void
lectern_jury_send_away (LecternJury *self)
{
  g_return_if_fail (LECTERN_IS_JURY (self));

  say_closing (self);
}

gboolean
lectern_jury_dismiss (LecternJury *self)
{
  g_return_val_if_fail (LECTERN_IS_JURY (self), FALSE);

  self->dismissed = TRUE;
  say_closing (self);
  return self->links->len > 0;
}

static void
destroy_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

void
lectern_jury_shut (LecternJury *self)
{
  g_return_if_fail (LECTERN_IS_JURY (self));

  destroy_source (&self->push);
  destroy_source (&self->tick);
  g_clear_signal_handler (&self->committed_handler, self->engine);
  for (guint i = 0; i < self->links->len; i++)
    {
      LecternPanelLink *link = g_ptr_array_index (self->links, i);

      g_signal_handlers_disconnect_by_data (link, self);
      lectern_panel_link_drop (link);
    }
  g_ptr_array_set_size (self->links, 0);
}
