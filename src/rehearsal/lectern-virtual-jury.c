/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges of a rehearsal. Rule: nothing about them is simulated but the people: they pair with a
 * code, pin the certificate, keep a connection, draft and hand in through the client that the
 * judge's panel uses, so what a rehearsal shows is true of the evening. What they measured is
 * shared with the conductor under a lock; all else belongs to the jury's thread. */

#define G_LOG_DOMAIN "lectern-rehearsal"

#include "lectern-virtual-jury.h"

#include "lectern-judge-client.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

/* How long people look at a sheet before they hand it in, in milliseconds of the evening. */
#define THINK_MIN_MS 2000
#define THINK_MAX_MS 15000
#define LOTS_SEEN 10000
/* All come from one address, of which the server admits so many strangers and no more than 100 connections a second; a
 * judge takes two. The first come at once, then one after the other while not too many are still on their way. */
#define FIRST_SEATS 16
#define SEATS_AT_ONCE 32
#define SEAT_EVERY_MS 25

typedef struct
{
  LecternVirtualJury *jury;
  gint64              number;
  char               *code;
  LecternJudgeClient *client;
  char               *round;    /* key of the round the lots below are of */
  GHashTable         *drafted;  /* lots */
  gint64              busy_lot; /* thinking about it, or waiting for the acknowledgement; 0: idle */
  GHashTable         *done;     /* lots handed in and acknowledged */
  GSource            *thinking;
  char               *last_id; /* of what was handed in */
  gint64              sent_us;
  gboolean            seated; /* it was connected once */
} VirtualJudge;

struct _LecternVirtualJury
{
  char         *address;
  char         *fingerprint;
  double        speed;
  GPtrArray    *judges;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  GSource      *door;
  guint         n_begun;  /* judges who went for their seats */
  guint         n_seated; /* who have them */

  GMutex  lock; /* over everything below */
  guint   n_connected;
  guint   n_drafts;
  guint   n_submitted;
  guint   n_pending;
  GArray *acks_us; /* gint64 */
  char   *trouble;
};

static void
report_trouble (VirtualJudge *judge,
                const char   *what)
{
  LecternVirtualJury *jury = judge->jury;

  g_mutex_lock (&jury->lock);
  if (jury->trouble == NULL)
    /* Translators: a judge's number, then a sentence. */
    jury->trouble = g_strdup_printf (_ ("Virtual judge %d: %s"), (int) judge->number, what);
  g_mutex_unlock (&jury->lock);
}

/* Marks that people could have given: good talks are good to everybody, judges differ a little,
 * criteria differ more. Only judge and lot decide. */
static gint64
invent_mark (GRand                       *dice,
             double                       quality,
             const LecternJudgeCriterion *criterion)
{
  double part = quality + g_rand_double_range (dice, -0.05, 0.05);

  return (gint64) (CLAMP (part, 0.4, 1.0) * (double) criterion->max) / criterion->step * criterion->step;
}

static gint64 *
invent_marks (VirtualJudge      *judge,
              LecternJudgeState *state,
              gint64             lot)
{
  g_autoptr (GRand) talk = g_rand_new_with_seed ((guint32) lot);
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) (judge->number * LOTS_SEEN + lot));
  double  quality = g_rand_double_range (talk, 0.82, 0.96) + g_rand_double_range (dice, -0.02, 0.02);
  gint64 *marks = g_new (gint64, state->rubric->len);

  for (guint i = 0; i < state->rubric->len; i++)
    marks[i] = invent_mark (dice, quality, state->rubric->pdata[i]);

  return marks;
}

static gboolean
is_recused (LecternJudgeState *state,
            gint64             lot)
{
  for (guint i = 0; i < state->recused->len; i++)
    if (g_array_index (state->recused, gint64, i) == lot)
      return TRUE;

  return FALSE;
}

/* The first half of the sheet, noted while listening. */
static void
send_draft (VirtualJudge      *judge,
            LecternJudgeState *state)
{
  g_autofree gint64 *marks = invent_marks (judge, state, state->lot);

  for (guint i = (state->rubric->len + 1) / 2; i < state->rubric->len; i++)
    marks[i] = LECTERN_NULL;
  g_hash_table_add (judge->drafted, g_memdup2 (&state->lot, sizeof (gint64)));
  lectern_judge_client_send_sheet (judge->client, state->lot, marks, state->rubric->len, FALSE);
}

static void
hand_in (VirtualJudge      *judge,
         LecternJudgeState *state)
{
  LecternVirtualJury *jury = judge->jury;
  g_autofree gint64  *marks = invent_marks (judge, state, judge->busy_lot);

  g_mutex_lock (&jury->lock);
  jury->n_pending++;
  g_mutex_unlock (&jury->lock);
  judge->sent_us = g_get_monotonic_time ();
  g_free (judge->last_id);
  judge->last_id = g_strdup (lectern_judge_client_send_sheet (judge->client, judge->busy_lot, marks, state->rubric->len, TRUE));
}

static gboolean
on_thought_cb (gpointer data)
{
  VirtualJudge      *judge = data;
  LecternJudgeState *state = lectern_judge_client_get_state (judge->client);

  g_clear_pointer (&judge->thinking, g_source_unref);
  if (state->gate_open && state->gate_lot == judge->busy_lot)
    hand_in (judge, state);
  else
    judge->busy_lot = 0;

  return G_SOURCE_REMOVE;
}

static void
think (VirtualJudge *judge,
       gint64        lot)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) (lot * LOTS_SEEN + judge->number));
  double ms = g_rand_double_range (dice, THINK_MIN_MS, THINK_MAX_MS) / judge->jury->speed;

  judge->busy_lot = lot;
  judge->thinking = g_timeout_source_new ((guint) ms);
  g_source_set_callback (judge->thinking, on_thought_cb, judge, NULL);
  g_source_attach (judge->thinking, judge->jury->context);
}

/* The lots of another round are other entries. */
static void
follow_round (VirtualJudge      *judge,
              LecternJudgeState *state)
{
  if (g_strcmp0 (judge->round, state->round_key) == 0)
    return;
  lectern_record_take_string (&judge->round, state->round_key);
  g_hash_table_remove_all (judge->drafted);
  g_hash_table_remove_all (judge->done);
}

static void
on_state_changed_cb (LecternJudgeClient *client,
                     gpointer            data)
{
  VirtualJudge      *judge = data;
  LecternJudgeState *state = lectern_judge_client_get_state (client);

  if (state == NULL)
    return;
  follow_round (judge, state);
  if (g_strcmp0 (state->clock_phase, "running") == 0 && state->lot > 0 && !is_recused (state, state->lot) && !g_hash_table_contains (judge->drafted, &state->lot))
    send_draft (judge, state);
  if (state->gate_open && judge->busy_lot == 0 && !is_recused (state, state->gate_lot) && !g_hash_table_contains (judge->done, &state->gate_lot))
    think (judge, state->gate_lot);
}

static void
on_acknowledged_cb (LecternJudgeClient *client,
                    const char         *id,
                    gint64              lot,
                    gint64              version,
                    const char         *state,
                    gint64              total,
                    gpointer            data)
{
  VirtualJudge       *judge = data;
  LecternVirtualJury *jury = judge->jury;
  gint64              passed_us = g_get_monotonic_time () - judge->sent_us;
  gboolean            submitted = g_strcmp0 (id, judge->last_id) == 0;

  if (submitted)
    {
      judge->busy_lot = 0;
      g_hash_table_add (judge->done, g_memdup2 (&lot, sizeof (gint64)));
      g_clear_pointer (&judge->last_id, g_free);
    }
  g_mutex_lock (&jury->lock);
  if (submitted)
    {
      jury->n_submitted++;
      jury->n_pending--;
      g_array_append_val (jury->acks_us, passed_us);
    }
  else
    jury->n_drafts++;
  g_mutex_unlock (&jury->lock);
}

static void
on_refused_cb (LecternJudgeClient *client,
               const char         *id,
               const char         *code,
               const char         *message,
               gpointer            data)
{
  report_trouble (data, message);
}

static void
on_bye_cb (LecternJudgeClient *client,
           const char         *reason,
           gpointer            data)
{
  if (!g_str_equal (reason, "closing"))
    report_trouble (data, reason);
}

static void
on_connected_cb (LecternJudgeClient *client,
                 GParamSpec         *property,
                 gpointer            data)
{
  VirtualJudge *judge = data;
  int           change = lectern_judge_client_get_connected (client) ? 1 : -1;

  if (change > 0 && !judge->seated)
    {
      judge->seated = TRUE;
      judge->jury->n_seated++;
    }
  g_mutex_lock (&judge->jury->lock);
  judge->jury->n_connected = (guint) MAX (0, (int) judge->jury->n_connected + change);
  g_mutex_unlock (&judge->jury->lock);
}

static void
on_paired_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  VirtualJudge *judge = data;
  g_autoptr (GError) error = NULL;

  if (!lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (source), result, &error))
    report_trouble (judge, error->message);
  else
    lectern_judge_client_start (LECTERN_JUDGE_CLIENT (source));
}

static void
take_seat (VirtualJudge *judge)
{
  LecternVirtualJury *jury = judge->jury;
  g_autofree char    *device = g_strdup_printf ("virtual judge %d", (int) judge->number);

  judge->client = judge == jury->judges->pdata[0] ? lectern_judge_client_new (jury->address, jury->fingerprint)
                                                  : lectern_judge_client_new_beside (((VirtualJudge *) jury->judges->pdata[0])->client);
  g_signal_connect (judge->client, "state-changed", G_CALLBACK (on_state_changed_cb), judge);
  g_signal_connect (judge->client, "acknowledged", G_CALLBACK (on_acknowledged_cb), judge);
  g_signal_connect (judge->client, "refused", G_CALLBACK (on_refused_cb), judge);
  g_signal_connect (judge->client, "bye", G_CALLBACK (on_bye_cb), judge);
  g_signal_connect (judge->client, "notify::connected", G_CALLBACK (on_connected_cb), judge);
  lectern_judge_client_pair_async (judge->client, judge->code, device, NULL, on_paired_cb, judge);
}

static gboolean
on_next_cb (gpointer data)
{
  LecternVirtualJury *self = data;

  if (self->n_begun == self->judges->len)
    return G_SOURCE_REMOVE;
  if (self->n_begun - self->n_seated < SEATS_AT_ONCE)
    take_seat (self->judges->pdata[self->n_begun++]);
  return G_SOURCE_CONTINUE;
}

static void
take_seats (LecternVirtualJury *self)
{
  while (self->n_begun < MIN (self->judges->len, FIRST_SEATS))
    take_seat (self->judges->pdata[self->n_begun++]);
  self->door = g_timeout_source_new (SEAT_EVERY_MS);
  g_source_set_callback (self->door, on_next_cb, self, NULL);
  g_source_attach (self->door, self->context);
}

static void
leave_seat (VirtualJudge *judge)
{
  if (judge->thinking != NULL)
    g_source_destroy (judge->thinking);
  g_clear_pointer (&judge->thinking, g_source_unref);
  g_signal_handlers_disconnect_by_data (judge->client, judge);
  lectern_judge_client_stop (judge->client);
  g_clear_object (&judge->client);
}

static gpointer
run_jury (gpointer data)
{
  LecternVirtualJury *self = data;

  g_main_context_push_thread_default (self->context);
  take_seats (self);
  g_main_loop_run (self->loop);
  g_source_destroy (self->door);
  g_clear_pointer (&self->door, g_source_unref);
  for (guint i = 0; i < self->n_begun; i++)
    leave_seat (self->judges->pdata[i]);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
virtual_judge_free (gpointer data)
{
  VirtualJudge *judge = data;

  g_free (judge->code);
  g_free (judge->last_id);
  g_free (judge->round);
  g_hash_table_unref (judge->drafted);
  g_hash_table_unref (judge->done);
  g_free (judge);
}

LecternVirtualJury *
lectern_virtual_jury_new (const char *address,
                          const char *fingerprint,
                          double      speed)
{
  LecternVirtualJury *self;

  g_return_val_if_fail (speed > 0, NULL);

  self = g_new0 (LecternVirtualJury, 1);
  self->address = g_strdup (address);
  self->fingerprint = g_strdup (fingerprint);
  self->speed = speed;
  self->judges = g_ptr_array_new_with_free_func (virtual_judge_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->acks_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_mutex_init (&self->lock);

  return self;
}

void
lectern_virtual_jury_add (LecternVirtualJury *self,
                          gint64              number,
                          const char         *code)
{
  VirtualJudge *judge = g_new0 (VirtualJudge, 1);

  g_return_if_fail (self->thread == NULL);

  judge->jury = self;
  judge->number = number;
  judge->code = g_strdup (code);
  judge->drafted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  judge->done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->judges, judge);
}

void
lectern_virtual_jury_start (LecternVirtualJury *self)
{
  g_return_if_fail (self->thread == NULL);

  self->thread = g_thread_new ("jury", run_jury, self);
}

static gboolean
on_dismissed_cb (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_REMOVE;
}

void
lectern_virtual_jury_free (LecternVirtualJury *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      g_autoptr (GSource) end = g_idle_source_new ();

      /* Through the loop, so that it is not quit before it runs. */
      g_source_set_callback (end, on_dismissed_cb, self->loop, NULL);
      g_source_attach (end, self->context);
      g_thread_join (self->thread);
    }
  g_ptr_array_unref (self->judges);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_array_unref (self->acks_us);
  g_mutex_clear (&self->lock);
  g_free (self->trouble);
  g_free (self->address);
  g_free (self->fingerprint);
  g_free (self);
}

static int
compare_us (gconstpointer a,
            gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* @acks sorted; @part from 0 to 1. */
static double
pick_ms (GArray *acks,
         double  part)
{
  if (acks->len == 0)
    return 0;

  return (double) g_array_index (acks, gint64, (guint) (part * (acks->len - 1))) / 1000;
}

void
lectern_virtual_jury_get_figures (LecternVirtualJury *self,
                                  LecternJuryFigures *figures)
{
  g_mutex_lock (&self->lock);
  g_array_sort (self->acks_us, compare_us);
  *figures = (LecternJuryFigures){
    .n_judges = self->judges->len,
    .n_connected = self->n_connected,
    .n_drafts = self->n_drafts,
    .n_submitted = self->n_submitted,
    .n_pending = self->n_pending,
    .ack_median_ms = pick_ms (self->acks_us, 0.5),
    .ack_p99_ms = pick_ms (self->acks_us, 0.99),
    .ack_max_ms = pick_ms (self->acks_us, 1),
  };
  g_mutex_unlock (&self->lock);
}

char *
lectern_virtual_jury_dup_trouble (LecternVirtualJury *self)
{
  char *trouble;

  g_mutex_lock (&self->lock);
  trouble = g_strdup (self->trouble);
  g_mutex_unlock (&self->lock);

  return trouble;
}
