/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the operator does at the console becomes an action for the engine here, and what came of
 * it is told back: a refusal as a sentence, a commit through the follower's contest. The rule
 * that a double press of the large button is one press is kept here too, so that neither the key
 * nor the pointer can pass it by. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-desk.h"

#include "lectern-rules-freeze.h"
#include "lectern-signature.h"
#include "lectern-signing-key.h"
#include "lectern-undo.h"

struct _LecternDesk
{
  GObject          parent_instance;
  LecternEngine   *engine;
  LecternFollower *follower;
  LecternServer   *server;
  LecternBell     *bell;
  LecternScreens  *screens;
  gint64           last_press_us;
  gboolean         going;
};

enum
{
  CHANGED,
  CONNECTIONS_CHANGED,
  REFUSED,
  TOLD,
  ACCEPTED,
  UNDOABLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LecternDesk, lectern_desk, G_TYPE_OBJECT)

/* What waits for the engine's answer. The owner is held weakly: a dialog may be closed first. */
typedef struct
{
  LecternDesk    *desk;
  GWeakRef        owner;
  gboolean        has_owner;
  LecternDeskDone done;
  gboolean        is_go;
  gboolean        is_undoable;
} Errand;

static void
errand_free (Errand *errand)
{
  g_weak_ref_clear (&errand->owner);
  g_object_unref (errand->desk);
  g_free (errand);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gboolean
tell_owner (Errand         *errand,
            LecternOutcome *outcome,
            GPtrArray      *problems,
            const GError   *error)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&errand->owner);
  if (!errand->done || (errand->has_owner && !owner))
    return FALSE;
  return errand->done (owner, outcome, problems, error);
}

static void
on_action_submitted_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_submit_finish (LECTERN_ENGINE (source), result, &problems, &error);
  if (errand->is_go)
    errand->desk->going = FALSE;
  if (outcome)
    g_signal_emit (errand->desk, signals[ACCEPTED], 0);
  if (outcome && errand->is_undoable)
    g_signal_emit (errand->desk, signals[UNDOABLE], 0, outcome->seq);
  if (!tell_owner (errand, outcome, problems, error) && error)
    lectern_desk_refuse (errand->desk, error->message);
}

/* Sheets are keyed in by the hundred, and what is wrong with one is keyed again; rules that were
 * changed after the first mark are a ruling, which is answered by another one. */
static gboolean
offers_undo (LecternDesk         *self,
             const LecternAction *action)
{
  if (action->kind == LECTERN_ACTION_KEY_SHEET)
    return FALSE;
  if (action->kind == LECTERN_ACTION_EDIT_RULES && lectern_rules_freeze_is_marked (lectern_desk_get_contest (self)))
    return FALSE;
  return lectern_undo_is_possible (lectern_action_kind_get_name (action->kind), NULL);
}

static void
submit_errand (LecternDesk    *self,
               LecternAction  *action,
               GObject        *owner,
               LecternDeskDone done,
               gboolean        is_go)
{
  Errand *errand = g_new0 (Errand, 1);
  errand->desk = g_object_ref (self);
  g_weak_ref_init (&errand->owner, owner);
  errand->has_owner = owner != NULL;
  errand->done = done;
  errand->is_go = is_go;
  errand->is_undoable = offers_undo (self, action);
  lectern_engine_submit (self->engine, action, on_action_submitted_cb, errand);
}

static void
on_contest_changed_cb (LecternContest *contest,
                       LecternChange  *change,
                       LecternDesk    *self)
{
  g_signal_emit (self, signals[CHANGED], 0, change);
}

static void
emit_connections_changed (LecternDesk *self)
{
  g_signal_emit (self, signals[CONNECTIONS_CHANGED], 0);
}

static void
lectern_desk_dispose (GObject *object)
{
  LecternDesk *self = LECTERN_DESK (object);
  g_clear_object (&self->bell);
  g_clear_object (&self->screens);
  g_clear_object (&self->follower);
  g_clear_object (&self->server);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (lectern_desk_parent_class)->dispose (object);
}

static void
lectern_desk_class_init (LecternDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_desk_dispose;
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CONNECTIONS_CHANGED] = g_signal_new ("connections-changed", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACCEPTED] = g_signal_new ("accepted", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDOABLE] = g_signal_new ("undoable", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TOLD] = g_signal_new ("told", LECTERN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_desk_init (LecternDesk *self)
{
  self->last_press_us = -LECTERN_DESK_PRESS_US;
}

LecternDesk *
lectern_desk_new (LecternEngine *engine,
                  LecternServer *server)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (engine), NULL);
  static const char *const server_signals[] = { "connections-changed", "address-changed", "reached", "certificate-changed" };
  LecternDesk             *self = g_object_new (LECTERN_TYPE_DESK, NULL);
  self->engine = g_object_ref (engine);
  self->follower = lectern_follower_new (engine);
  g_signal_connect_object (lectern_follower_get_contest (self->follower), "changed",
                           G_CALLBACK (on_contest_changed_cb), self, 0);
  if (g_set_object (&self->server, server))
    for (guint i = 0; i < G_N_ELEMENTS (server_signals); i++)
      g_signal_connect_object (server, server_signals[i], G_CALLBACK (emit_connections_changed), self, G_CONNECT_SWAPPED);
  return self;
}

LecternEngine *
lectern_desk_get_engine (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return self->engine;
}

LecternFollower *
lectern_desk_get_follower (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return self->follower;
}

LecternServer *
lectern_desk_get_server (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return self->server;
}

LecternScreens *
lectern_desk_get_screens (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return self->screens;
}

void
lectern_desk_set_screens (LecternDesk    *self,
                          LecternScreens *screens)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  if (self->screens == screens)
    return;
  if (self->screens)
    g_signal_handlers_disconnect_by_func (self->screens, emit_connections_changed, self);
  g_set_object (&self->screens, screens);
  if (screens)
    g_signal_connect_object (screens, "changed", G_CALLBACK (emit_connections_changed), self, G_CONNECT_SWAPPED);
  emit_connections_changed (self);
}

LecternContest *
lectern_desk_get_contest (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return lectern_follower_get_contest (self->follower);
}

gint64
lectern_desk_get_safe_since_us (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), 0);
  return lectern_follower_get_wall_us (self->follower);
}

gint64
lectern_desk_get_elapsed_ms (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), 0);
  const LecternClockRecord *clock = lectern_contest_get_clock (lectern_desk_get_contest (self));
  return clock ? lectern_engine_get_elapsed_ms (self->engine, clock) : 0;
}

static gboolean
has_judge (GArray *judges,
           gint64  judge)
{
  for (guint i = 0; i < judges->len; i++)
    if (g_array_index (judges, gint64, i) == judge)
      return TRUE;
  return FALSE;
}

gboolean
lectern_desk_is_connected (LecternDesk *self,
                           gint64       judge)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), FALSE);
  if (!self->server)
    return FALSE;
  g_autoptr (GArray) connected = lectern_server_list_connected (self->server);
  return has_judge (connected, judge);
}

gboolean
lectern_desk_has_practised (LecternDesk *self,
                            gint64       judge)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), FALSE);
  if (!self->server)
    return FALSE;
  g_autoptr (GArray) practised = lectern_server_list_practised (self->server);
  return has_judge (practised, judge);
}

char *
lectern_desk_describe_key (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  g_autoptr (GBytes) seed = lectern_signing_key_exists (NULL) ? lectern_signing_key_open (NULL, NULL) : NULL;
  g_autofree char *key = seed ? lectern_signature_get_key (seed) : NULL;
  g_autofree char *fingerprint = key ? lectern_signature_get_fingerprint (key) : NULL;
  return fingerprint ? lectern_signature_shorten (fingerprint) : NULL;
}

LecternAction *
lectern_desk_new_action (LecternActionKind kind)
{
  return lectern_action_new (kind, "console");
}

void
lectern_desk_submit (LecternDesk    *self,
                     LecternAction  *action,
                     GObject        *owner,
                     LecternDeskDone done)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  g_return_if_fail (action != NULL);
  submit_errand (self, action, owner, done, FALSE);
}

void
lectern_desk_submit_kind (LecternDesk      *self,
                          LecternActionKind kind)
{
  lectern_desk_submit (self, lectern_desk_new_action (kind), NULL, NULL);
}

void
lectern_desk_undo (LecternDesk *self,
                   gint64       seq)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_UNDO);
  action->number = seq;
  lectern_desk_submit (self, action, NULL, NULL);
}

/* Whether this press counts. */
static gboolean
take_press (LecternDesk *self)
{
  gint64 now_us = g_get_monotonic_time ();
  if (self->going || now_us - self->last_press_us < LECTERN_DESK_PRESS_US)
    return FALSE;
  self->last_press_us = now_us;
  self->going = TRUE;
  return TRUE;
}

void
lectern_desk_note_press (LecternDesk *self)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  self->last_press_us = g_get_monotonic_time ();
}

gboolean
lectern_desk_go (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), FALSE);
  if (!take_press (self))
    return FALSE;
  submit_errand (self, lectern_desk_new_action (LECTERN_ACTION_GO), NULL, NULL, TRUE);
  return TRUE;
}

gboolean
lectern_desk_step (LecternDesk *self,
                   gboolean     forward)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), FALSE);
  const LecternOnAir *on_air = lectern_contest_get_on_air (lectern_desk_get_contest (self));
  if (!on_air || on_air->step == LECTERN_NULL || !take_press (self))
    return FALSE;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_STEP);
  action->on = forward;
  action->number = on_air->step;
  submit_errand (self, action, NULL, NULL, TRUE);
  return TRUE;
}

void
lectern_desk_tell (LecternDesk *self,
                   const char  *sentence)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  g_signal_emit (self, signals[TOLD], 0, sentence);
}

void
lectern_desk_refuse (LecternDesk *self,
                     const char  *sentence)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  g_signal_emit (self, signals[REFUSED], 0, sentence);
}

LecternBell *
lectern_desk_get_bell (LecternDesk *self)
{
  g_return_val_if_fail (LECTERN_IS_DESK (self), NULL);
  return self->bell;
}

void
lectern_desk_set_bell (LecternDesk *self,
                       LecternBell *bell)
{
  g_return_if_fail (LECTERN_IS_DESK (self));
  if (g_set_object (&self->bell, bell))
    g_signal_emit (self, signals[CHANGED], 0, NULL);
}
