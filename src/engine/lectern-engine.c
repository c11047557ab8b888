/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The single writer. Whatever waits when the thread turns to it becomes one transaction: each
 * action is checked, its rows written under a savepoint with a journal line, and after the one
 * commit all of them are announced and acknowledged, in order. If the commit fails, the copy is
 * read again from the disk and every one of them is refused with the same sentence. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-engine-private.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "lectern-plan-private.h"
#include "lectern-content.h"

#define BATCH_MAX 256

struct _LecternEngine
{
  GObject parent_instance;

  char              *path;
  char              *boot;
  LecternClockSource source;
  GThread           *thread;
  GMainContext      *context;
  GMainLoop         *loop;
  GMutex             mutex;
  GQueue             jobs;      /* under mutex */
  gboolean           scheduled; /* under mutex */
  gboolean           closed;
  LecternStore      *store;   /* engine thread */
  LecternContest    *contest; /* engine thread */
};

enum
{
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternEngine, lectern_engine, G_TYPE_OBJECT)

typedef struct
{
  LecternAction      *action;
  GTask              *task;
  LecternOutcome     *outcome;
  LecternChange      *change; /* NULL: refused, or nothing to commit */
  LecternJournalLine *line;
  GPtrArray          *problems;
  GError             *error;
} Job;

static void
job_free (Job *job)
{
  lectern_action_free (job->action);
  g_clear_object (&job->task);
  g_clear_pointer (&job->outcome, lectern_outcome_free);
  g_clear_pointer (&job->change, lectern_change_unref);
  g_clear_pointer (&job->line, lectern_journal_line_free);
  g_clear_pointer (&job->problems, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/* Time -------------------------------------------------------------------------------------- */

/* Time that goes on while the laptop sleeps. */
static gint64
read_boot_time (gpointer user_data)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
read_wall_time (gpointer user_data)
{
  return g_get_real_time ();
}

static char *
read_boot_id (void)
{
  char *text = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &text, NULL, NULL))
    return g_strdup ("unknown");
  return g_strstrip (text);
}

gint64
lectern_engine_get_elapsed_ms (LecternEngine            *self,
                               const LecternClockRecord *clock)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (self), 0);
  return lectern_clock_get_elapsed_ms (clock, self->source.get_mono_us (self->source.user_data), self->source.get_wall_us (self->source.user_data), self->boot);
}

void
lectern_engine_set_clock_source (LecternEngine            *self,
                                 const LecternClockSource *source)
{
  self->source = *source;
}

/* Actions ----------------------------------------------------------------------------------- */

static gint64
past_get_seq (gpointer user_data)
{
  return lectern_store_get_seq (((LecternEngine *) user_data)->store);
}

static LecternJournalLine *
past_read_line (gpointer user_data,
                gint64   seq,
                GError **error)
{
  return lectern_store_read_line (((LecternEngine *) user_data)->store, seq, error);
}

static LecternChange *
past_invert (gpointer                  user_data,
             const LecternJournalLine *line,
             LecternContest           *contest,
             const LecternTable *const skip[],
             gpointer                 *changed,
             GError                  **error)
{
  return lectern_store_invert_line (((LecternEngine *) user_data)->store, line, contest, skip, changed, error);
}

static void
plan_init (LecternPlan   *plan,
           LecternEngine *self,
           Job           *job)
{
  plan->contest = self->contest;
  plan->action = job->action;
  plan->change = lectern_change_new ();
  plan->undo = lectern_change_new ();
  plan->outcome = g_new0 (LecternOutcome, 1);
  plan->problems = lectern_problems_new ();
  plan->mono_us = self->source.get_mono_us (self->source.user_data);
  plan->wall_us = self->source.get_wall_us (self->source.user_data);
  plan->boot = self->boot;
}

/* Takes the rows of a refused action back out of the copy, the last first. */
static void
plan_take_back (LecternPlan *plan)
{
  for (guint i = lectern_change_get_n_rows (plan->undo); i > 0; i--)
    {
      const LecternRowChange *row = lectern_change_get_row (plan->undo, i - 1);
      g_autoptr (LecternChange) step = lectern_change_new ();

      if (row->removed)
        lectern_change_remove (step, lectern_record_ref (row->record));
      else
        lectern_change_put (step, lectern_record_ref (row->record));
      lectern_contest_apply (plan->contest, step);
    }
}

static LecternJournalLine *
make_line (const LecternPlan *plan)
{
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  line->wall_us = plan->wall_us;
  line->actor = g_strdup (plan->action->actor != NULL ? plan->action->actor : "");
  line->device = g_strdup (plan->action->device != NULL ? plan->action->device : "");
  line->action = g_strdup (lectern_action_kind_get_name (plan->action->kind));
  line->sentence = g_strdup (plan->sentence != NULL ? plan->sentence : "");
  line->reason = g_strdup (plan->action->reason);
  return line;
}

static void
job_run (Job           *job,
         LecternEngine *self)
{
  const LecternPast past = { past_get_seq, past_read_line, past_invert, self };
  LecternPlan       plan = { .past = &past };

  plan_init (&plan, self, job);
  if (self->contest == NULL)
    g_set_error (&job->error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED, "%s", _ ("The contest file is closed."));
  else if (lectern_conduct_get (job->action->kind) (&plan, &job->error) && !plan.repeated && lectern_plan_keeps_results (&plan, &job->error))
    {
      job->line = make_line (&plan);
      if (lectern_store_write_content (self->store, plan.change, job->action->content, job->line, &job->error))
        {
          job->change = lectern_change_ref (plan.change);
          plan.outcome->seq = job->line->seq;
        }
    }
  if (job->error != NULL)
    {
      plan_take_back (&plan);
      g_clear_pointer (&plan.outcome, lectern_outcome_free);
    }
  job->outcome = g_steal_pointer (&plan.outcome);
  job->problems = g_steal_pointer (&plan.problems);
  g_free (plan.sentence);
  lectern_change_unref (plan.change);
  lectern_change_unref (plan.undo);
}

static gboolean
engine_load (LecternEngine *self,
             GError       **error)
{
  g_autoptr (LecternChange) rows = lectern_store_load (self->store, error);

  if (rows == NULL)
    return FALSE;
  g_clear_object (&self->contest);
  self->contest = lectern_contest_new ();
  lectern_contest_apply (self->contest, rows);
  return TRUE;
}

/* The disk refused: nobody's action happened, and the copy is what the disk holds. */
static void
fail_all (LecternEngine *self,
          GQueue        *batch,
          const GError  *error)
{
  g_autoptr (GError) unreadable = NULL;

  lectern_store_rollback (self->store);
  if (!engine_load (self, &unreadable))
    g_critical ("The contest can't be read again: %s", unreadable->message);
  for (GList *l = batch->head; l != NULL; l = l->next)
    {
      Job *job = l->data;

      g_clear_pointer (&job->outcome, lectern_outcome_free);
      g_clear_pointer (&job->change, lectern_change_unref);
      if (job->error == NULL)
        job->error = g_error_copy (error);
    }
}

static void
job_answer (Job *job)
{
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  g_task_set_task_data (task, g_steal_pointer (&job->problems), (GDestroyNotify) g_ptr_array_unref);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->outcome), (GDestroyNotify) lectern_outcome_free);
}

static gboolean
batch_commit (LecternEngine *self,
              GQueue        *batch,
              GError       **error)
{
  gboolean any = FALSE;

  for (GList *l = batch->head; l != NULL; l = l->next)
    any |= ((Job *) l->data)->change != NULL;
  if (any)
    return lectern_store_commit (self->store, error);
  lectern_store_rollback (self->store);
  return TRUE;
}

static void
batch_run (LecternEngine *self,
           GQueue        *batch)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && !lectern_store_begin (self->store, &error))
    fail_all (self, batch, error);
  else
    {
      for (GList *l = batch->head; l != NULL; l = l->next)
        job_run (l->data, self);
      if (self->store != NULL && !batch_commit (self, batch, &error))
        fail_all (self, batch, error);
    }
  for (GList *l = batch->head; l != NULL; l = l->next)
    {
      Job *job = l->data;

      if (job->change != NULL)
        g_signal_emit (self, signals[COMMITTED], 0, job->change, job->line->seq, job->line->wall_us);
    }
  for (GList *l = batch->head; l != NULL; l = l->next)
    job_answer (l->data);
}

static gboolean
on_jobs_cb (gpointer user_data)
{
  LecternEngine *self = user_data;
  GQueue         batch = G_QUEUE_INIT;

  g_mutex_lock (&self->mutex);
  while (batch.length < BATCH_MAX && self->jobs.length > 0)
    g_queue_push_tail (&batch, g_queue_pop_head (&self->jobs));
  self->scheduled = self->jobs.length > 0;
  g_mutex_unlock (&self->mutex);
  if (batch.length > 0)
    batch_run (self, &batch);
  g_queue_clear_full (&batch, (GDestroyNotify) job_free);
  return self->scheduled ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Under the mutex. */
static void
engine_schedule (LecternEngine *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->scheduled)
    return;
  self->scheduled = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_jobs_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/* Spaces are no reason. */
static void
tidy_reason (LecternAction *action)
{
  if (action->reason != NULL && *g_strstrip (action->reason) == '\0')
    g_clear_pointer (&action->reason, g_free);
}

void
lectern_engine_submit (LecternEngine      *self,
                       LecternAction      *action,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  Job *job;

  g_return_if_fail (LECTERN_IS_ENGINE (self));
  g_return_if_fail (action != NULL);

  job = g_new0 (Job, 1);
  job->action = action;
  tidy_reason (action);
  job->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (job->task, lectern_engine_submit);
  if (self->closed)
    {
      g_task_return_new_error (job->task, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED, "%s", _ ("The contest file is closed."));
      job_free (job);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->jobs, job);
  engine_schedule (self);
  g_mutex_unlock (&self->mutex);
}

LecternOutcome *
lectern_engine_submit_finish (LecternEngine *self,
                              GAsyncResult  *result,
                              GPtrArray    **problems,
                              GError       **error)
{
  GPtrArray *found;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = found != NULL ? g_ptr_array_ref (found) : lectern_problems_new ();
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_performed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

LecternOutcome *
lectern_engine_perform (LecternEngine *self,
                        LecternAction *action,
                        GPtrArray    **problems,
                        GError       **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (LECTERN_IS_ENGINE (self), NULL);
  g_return_val_if_fail (g_thread_self () != self->thread, NULL);

  g_main_context_push_thread_default (context);
  lectern_engine_submit (self, action, on_performed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return lectern_engine_submit_finish (self, result, problems, error);
}

/* The thread -------------------------------------------------------------------------------- */

typedef struct
{
  LecternEngine    *engine;
  LecternEngineFunc func;
  gpointer          user_data;
  GMutex            mutex;
  GCond             cond;
  gboolean          done;
} Call;

static gboolean
on_call_cb (gpointer user_data)
{
  Call *call = user_data;

  call->func (call->engine, call->user_data);
  g_mutex_lock (&call->mutex);
  call->done = TRUE;
  g_cond_signal (&call->cond);
  g_mutex_unlock (&call->mutex);
  return G_SOURCE_REMOVE;
}

void
lectern_engine_call (LecternEngine    *self,
                     LecternEngineFunc func,
                     gpointer          user_data)
{
  Call call = { .engine = self, .func = func, .user_data = user_data };
  g_autoptr (GSource) source = NULL;

  if (g_thread_self () == self->thread)
    {
      func (self, user_data);
      return;
    }
  g_mutex_init (&call.mutex);
  g_cond_init (&call.cond);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_call_cb, &call, NULL);
  g_source_attach (source, self->context);
  g_mutex_lock (&call.mutex);
  while (!call.done)
    g_cond_wait (&call.cond, &call.mutex);
  g_mutex_unlock (&call.mutex);
  g_mutex_clear (&call.mutex);
  g_cond_clear (&call.cond);
}

static gpointer
engine_thread (gpointer user_data)
{
  LecternEngine *self = user_data;
  /* The last reference may be dropped by this very thread. */
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);
  g_autoptr (GMainLoop) loop = g_main_loop_ref (self->loop);

  g_main_context_push_thread_default (context);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static LecternEngine *
engine_start (LecternStore *store,
              const char   *path,
              GError      **error)
{
  g_autoptr (LecternEngine) self = g_object_new (LECTERN_TYPE_ENGINE, NULL);

  self->path = g_strdup (path);
  self->store = store;
  if (!engine_load (self, error))
    return NULL;
  self->thread = g_thread_new ("engine", engine_thread, self);
  return g_steal_pointer (&self);
}

static void
lectern_engine_dispose (GObject *object)
{
  lectern_engine_close (LECTERN_ENGINE (object));
  G_OBJECT_CLASS (lectern_engine_parent_class)->dispose (object);
}

static void
lectern_engine_finalize (GObject *object)
{
  LecternEngine *self = LECTERN_ENGINE (object);

  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->boot);
  G_OBJECT_CLASS (lectern_engine_parent_class)->finalize (object);
}

static void
lectern_engine_class_init (LecternEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_engine_dispose;
  object_class->finalize = lectern_engine_finalize;

  signals[COMMITTED] = g_signal_new ("committed", LECTERN_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT64, G_TYPE_INT64);
}

static void
lectern_engine_init (LecternEngine *self)
{
  static const LecternClockSource real = { read_boot_time, read_wall_time, NULL };

  g_mutex_init (&self->mutex);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->boot = read_boot_id ();
  self->source = real;
}

static LecternAction *
make_create_action (LecternTemplate *template,
                    const char *actor)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_CREATE, actor);
  GPtrArray     *lists[] = { template->units, template->criteria, template->rounds, template->awards };

  lectern_action_add_record (action, lectern_record_copy (template->contest));
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      lectern_action_add_record (action, lectern_record_copy (lists[l]->pdata[i]));
  return action;
}

LecternEngine *
lectern_engine_create (const char *path,
                       LecternTemplate *template,
                       const char *actor,
                       GError    **error)
{
  LecternStore *store;
  g_autoptr (LecternEngine) self = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;

  g_return_val_if_fail (path != NULL && template != NULL, NULL);

  store = lectern_store_create (path, error);
  if (store == NULL)
    return NULL;
  self = engine_start (store, path, error);
  if (self == NULL)
    return NULL;
  outcome = lectern_engine_perform (self, make_create_action (template, actor), NULL, error);
  return outcome != NULL ? g_steal_pointer (&self) : NULL;
}

LecternEngine *
lectern_engine_open (const char *path,
                     GError    **error)
{
  LecternStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = lectern_store_open (path, error);
  return store != NULL ? engine_start (store, path, error) : NULL;
}

static void
close_store (LecternEngine *self,
             gpointer       user_data)
{
  g_clear_object (&self->contest);
  g_clear_pointer (&self->store, lectern_store_close);
}

void
lectern_engine_close (LecternEngine *self)
{
  g_return_if_fail (LECTERN_IS_ENGINE (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  if (self->thread == NULL)
    {
      close_store (self, NULL);
      return;
    }
  lectern_engine_call (self, close_store, NULL);
  g_main_loop_quit (self->loop);
  if (g_thread_self () == self->thread)
    g_thread_unref (g_steal_pointer (&self->thread));
  else
    g_thread_join (g_steal_pointer (&self->thread));
}

const char *
lectern_engine_get_path (LecternEngine *self)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (self), NULL);
  return self->path;
}

GMainContext *
lectern_engine_get_context (LecternEngine *self)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (self), NULL);
  return self->context;
}

LecternContest *
lectern_engine_get_contest (LecternEngine *self)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (self), NULL);
  g_return_val_if_fail (self->thread == NULL || g_thread_self () == self->thread, NULL);
  return self->contest;
}

gint64
lectern_engine_get_seq (LecternEngine *self)
{
  return self->store != NULL ? lectern_store_get_seq (self->store) : 0;
}

/* Reading beside ---------------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  gint64      after;
  guint       limit;
  gboolean    done;
  GPtrArray  *lines;
  GError    **error;
} StoreCall;

static void
call_backup (LecternEngine *self,
             gpointer       user_data)
{
  StoreCall *call = user_data;

  call->done = self->store != NULL && lectern_store_backup (self->store, call->path, call->error);
}

gboolean
lectern_engine_backup (LecternEngine *self,
                       const char    *path,
                       GError       **error)
{
  StoreCall call = { .path = path, .error = error };

  g_return_val_if_fail (LECTERN_IS_ENGINE (self), FALSE);
  lectern_engine_call (self, call_backup, &call);
  /* Files beside can be large: not on the engine's thread. */
  return call.done && lectern_store_backup_files (self->path, path, error);
}

static void
call_read_journal (LecternEngine *self,
                   gpointer       user_data)
{
  StoreCall *call = user_data;

  if (self->store != NULL)
    call->lines = lectern_store_read_journal (self->store, call->after, call->limit, call->error);
}

GPtrArray *
lectern_engine_read_journal (LecternEngine *self,
                             gint64         after,
                             guint          limit,
                             GError       **error)
{
  StoreCall call = { .after = after, .limit = limit, .error = error };

  g_return_val_if_fail (LECTERN_IS_ENGINE (self), NULL);
  lectern_engine_call (self, call_read_journal, &call);
  return call.lines;
}
