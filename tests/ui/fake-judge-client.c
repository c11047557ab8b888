/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The whole of lectern-judge-client.h without a network. It decides nothing: what a page is told
 * and what becomes of a sheet is the test's to say. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-judge-client.h"

#include "lectern-mark.h"
#include "lectern-record.h"

#include <string.h>

struct _LecternJudgeClient
{
  GObject parent_instance;

  char              *address;
  char              *fingerprint;
  char              *other;
  char              *token;
  char              *last_error;
  char              *last_id;
  gboolean           connected;
  gboolean           started;
  gboolean           practised;
  gboolean           remembered;
  FakeSheet         *unsent;
  LecternJudgeState *state;
};

enum
{
  PROP_0,
  PROP_CONNECTED,
  PROP_PAIRED,
  PROP_LAST_ERROR,
  PROP_FINGERPRINT,
  N_PROPERTIES,
};

enum
{
  STATE_CHANGED,
  ACKNOWLEDGED,
  REFUSED,
  BYE,
  N_SIGNALS,
};

static GParamSpec         *properties[N_PROPERTIES];
static guint               signals[N_SIGNALS];
static LecternJudgeClient *latest;
static GArray             *sent;
static guint               n_ids;
static char               *pair_token;
static char               *pair_trouble;
static GBytes             *photo;
static char               *seen_flag;
static char               *told_fingerprint;
static FakeSheet          *prepared_unsent;

G_DEFINE_FINAL_TYPE (LecternJudgeClient, lectern_judge_client, G_TYPE_OBJECT)

static void
free_criterion (gpointer data)
{
  LecternJudgeCriterion *criterion = data;

  g_free (criterion->key);
  g_free (criterion->name);
  g_free (criterion->guide);
  g_free (criterion);
}

static void
free_sheet (gpointer data)
{
  LecternJudgeSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->state);
  g_free (sheet->marks);
  g_free (sheet->reopened);
  g_free (sheet);
}

static void
free_flag (gpointer data)
{
  LecternJudgeFlag *flag = data;

  g_free (flag->criterion);
  g_free (flag);
}

static void
clear_state (gpointer data)
{
  LecternJudgeState *self = data;

  g_free (self->contest);
  g_free (self->round);
  g_free (self->judge_name);
  g_ptr_array_unref (self->rubric);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->title);
  g_free (self->entry_state);
  g_free (self->clock_phase);
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->recused);
  g_array_unref (self->absent);
  g_array_unref (self->voided);
  g_ptr_array_unref (self->flags);
}

LecternJudgeState *
lectern_judge_state_ref (LecternJudgeState *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lectern_judge_state_unref (LecternJudgeState *self)
{
  g_atomic_rc_box_release_full (self, clear_state);
}

static void
replace (char      **place,
         const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

LecternJudgeState *
fake_judge_state_new (void)
{
  static const struct
  {
    const char *key;
    const char *name;
    const char *guide;
    int         max;
  } rubric[] = {
    { "content", "主题内容", "主题与导向 15，内容与事例 15，结构与逻辑 10", 40 },
    { "language", "语言表达", "普通话规范 10，脱稿流畅 10，情感感染 5", 25 },
    { "courseware", "课件制作与运用", "贴合内容 5，规范美观 5，与讲授配合 5", 15 },
    { "bearing", "仪表形象", "", 10 },
    { "effect", "现场效果", "", 10 },
  };
  LecternJudgeState *self = g_atomic_rc_box_new0 (LecternJudgeState);

  self->seq = 1;
  self->contest = g_strdup ("焦作市2018年度微型党课十佳宣讲员评选");
  self->round = g_strdup ("决赛");
  self->judge_number = 5;
  self->judge_name = g_strdup ("郑爱华");
  self->rubric = g_ptr_array_new_with_free_func (free_criterion);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->recused = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->absent = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->voided = g_array_new (FALSE, FALSE, sizeof (LecternJudgeVoid));
  self->flags = g_ptr_array_new_with_free_func (free_flag);
  for (guint i = 0; i < G_N_ELEMENTS (rubric); i++)
    {
      LecternJudgeCriterion *criterion = g_new0 (LecternJudgeCriterion, 1);

      criterion->key = g_strdup (rubric[i].key);
      criterion->name = g_strdup (rubric[i].name);
      criterion->guide = g_strdup (rubric[i].guide);
      criterion->max = rubric[i].max * LECTERN_MARK_UNIT;
      criterion->step = LECTERN_MARK_UNIT / 10;
      g_ptr_array_add (self->rubric, criterion);
    }
  replace (&self->clock_phase, "idle");
  self->clock_limit_ms = 360000;
  self->received_us = g_get_monotonic_time ();
  fake_judge_state_call (self, 0, "", "", "");
  return self;
}

void
fake_judge_state_call (LecternJudgeState *state,
                       gint64             lot,
                       const char        *name,
                       const char        *unit,
                       const char        *title)
{
  state->lot = lot;
  replace (&state->name, name);
  replace (&state->unit, unit);
  replace (&state->title, title);
}

void
fake_judge_state_add_sheet (LecternJudgeState *state,
                            gint64             lot,
                            const char        *name,
                            const char        *sheet_state,
                            gint64             version,
                            const int         *marks)
{
  LecternJudgeSheet *sheet = g_new0 (LecternJudgeSheet, 1);

  sheet->lot = lot;
  sheet->name = g_strdup (name);
  sheet->state = g_strdup (sheet_state);
  sheet->version = version;
  sheet->marks = g_new (gint64, state->rubric->len);
  for (guint i = 0; i < state->rubric->len; i++)
    {
      sheet->marks[i] = marks[i] < 0 ? LECTERN_NULL : marks[i] * LECTERN_MARK_UNIT / 10;
      sheet->total += MAX (sheet->marks[i], 0);
    }
  g_ptr_array_add (state->sheets, sheet);
}

void
fake_judge_state_make_head (LecternJudgeState *state)
{
  state->head = TRUE;
}

void
fake_judge_state_add_flag (LecternJudgeState *state,
                           gint64             lot,
                           gint64             judge,
                           const char        *criterion,
                           gboolean           seen)
{
  LecternJudgeFlag *flag = g_new0 (LecternJudgeFlag, 1);

  state->head = TRUE;
  flag->lot = lot;
  flag->judge = judge;
  flag->criterion = g_strdup (criterion);
  flag->seen = seen;
  g_ptr_array_add (state->flags, flag);
}

static void
lectern_judge_client_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LecternJudgeClient *self = LECTERN_JUDGE_CLIENT (object);

  switch (prop_id)
    {
    case PROP_CONNECTED:
      g_value_set_boolean (value, self->connected);
      break;
    case PROP_PAIRED:
      g_value_set_boolean (value, self->token != NULL);
      break;
    case PROP_LAST_ERROR:
      g_value_set_string (value, self->last_error);
      break;
    case PROP_FINGERPRINT:
      g_value_set_string (value, self->fingerprint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lectern_judge_client_finalize (GObject *object)
{
  LecternJudgeClient *self = LECTERN_JUDGE_CLIENT (object);

  if (latest == self)
    latest = NULL;
  g_clear_pointer (&self->state, lectern_judge_state_unref);
  g_free (self->address);
  g_free (self->fingerprint);
  g_free (self->other);
  g_free (self->token);
  g_free (self->last_error);
  g_free (self->last_id);
  g_free (self->unsent);
  G_OBJECT_CLASS (lectern_judge_client_parent_class)->finalize (object);
}

static void
lectern_judge_client_class_init (LecternJudgeClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = G_TYPE_FROM_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lectern_judge_client_get_property;
  object_class->finalize = lectern_judge_client_finalize;
  properties[PROP_CONNECTED] = g_param_spec_boolean ("connected", NULL, NULL, FALSE, flags);
  properties[PROP_PAIRED] = g_param_spec_boolean ("paired", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_ERROR] = g_param_spec_string ("last-error", NULL, NULL, NULL, flags);
  properties[PROP_FINGERPRINT] = g_param_spec_string ("fingerprint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACKNOWLEDGED] = g_signal_new ("acknowledged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_INT64);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[BYE] = g_signal_new ("bye", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_judge_client_init (LecternJudgeClient *self)
{
  latest = self;
}

LecternJudgeClient *
lectern_judge_client_new (const char *address,
                          const char *fingerprint)
{
  LecternJudgeClient *self = g_object_new (LECTERN_TYPE_JUDGE_CLIENT, NULL);

  self->address = g_strdup (address);
  self->fingerprint = g_strdup (fingerprint);
  replace (&told_fingerprint, fingerprint);
  self->unsent = g_steal_pointer (&prepared_unsent);
  return self;
}

const char *
lectern_judge_client_get_address (LecternJudgeClient *self)
{
  return self->address;
}

void
lectern_judge_client_follow (LecternJudgeClient *self)
{
}

void
lectern_judge_client_keep_outbox (LecternJudgeClient *self,
                                  const char         *path)
{
}

void
lectern_judge_client_keep_state (LecternJudgeClient *self,
                                 const char         *path)
{
}

gboolean
lectern_judge_client_is_state_remembered (LecternJudgeClient *self)
{
  return self->remembered;
}

void
lectern_judge_client_set_practised (LecternJudgeClient *self,
                                    gboolean            practised)
{
  self->practised = practised;
}

gboolean
fake_judge_client_get_practised (LecternJudgeClient *self)
{
  return self->practised;
}

void
lectern_judge_client_list_unsent (LecternJudgeClient    *self,
                                  LecternJudgeUnsentFunc func,
                                  gpointer               user_data)
{
  if (self->unsent != NULL)
    func (self->unsent->id, self->unsent->lot, self->unsent->marks, self->unsent->submit, user_data);
}

void
fake_judge_client_prepare_unsent (const FakeSheet *sheet)
{
  prepared_unsent = g_memdup2 (sheet, sizeof *sheet);
}

void
lectern_judge_client_set_token (LecternJudgeClient *self,
                                const char         *token)
{
  replace (&self->token, token);
}

const char *
lectern_judge_client_get_token (LecternJudgeClient *self)
{
  return self->token;
}

const char *
lectern_judge_client_get_fingerprint (LecternJudgeClient *self)
{
  return self->fingerprint;
}

char *
lectern_judge_client_get_other_fingerprint (LecternJudgeClient *self)
{
  return g_strdup (self->other);
}

void
lectern_judge_client_trust (LecternJudgeClient *self,
                            const char         *fingerprint)
{
  replace (&self->fingerprint, fingerprint);
  replace (&self->other, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINGERPRINT]);
}

void
lectern_judge_client_pair_async (LecternJudgeClient *self,
                                 const char         *code,
                                 const char         *device,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  replace (&self->fingerprint, "sha256:3f9a1c0277de5b8841c6d2e0ab90f1375f9a1c0277de5b8841c6d2e0ab90f137");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINGERPRINT]);
  if (pair_trouble != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", pair_trouble);
  else
    {
      replace (&self->token, pair_token);
      g_task_return_boolean (task, TRUE);
    }
}

gboolean
lectern_judge_client_pair_finish (LecternJudgeClient *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lectern_judge_client_start (LecternJudgeClient *self)
{
  self->started = TRUE;
}

void
lectern_judge_client_stop (LecternJudgeClient *self)
{
  self->started = FALSE;
}

gboolean
lectern_judge_client_get_connected (LecternJudgeClient *self)
{
  return self->connected;
}

LecternJudgeState *
lectern_judge_client_get_state (LecternJudgeClient *self)
{
  return self->state;
}

gint64
lectern_judge_client_get_elapsed_ms (LecternJudgeClient *self)
{
  if (self->state == NULL)
    return 0;
  if (g_strcmp0 (self->state->clock_phase, "running") != 0)
    return self->state->clock_elapsed_ms;
  return self->state->clock_elapsed_ms + (g_get_monotonic_time () - self->state->received_us) / 1000;
}

const char *
lectern_judge_client_send_sheet (LecternJudgeClient *self,
                                 gint64              lot,
                                 const gint64       *marks,
                                 guint               n_marks,
                                 gboolean            submit)
{
  FakeSheet sheet = { .lot = lot, .n_marks = n_marks, .submit = submit };

  g_assert_cmpuint (n_marks, <=, FAKE_MAX_MARKS);
  g_snprintf (sheet.id, sizeof sheet.id, "id-%u", ++n_ids);
  memcpy (sheet.marks, marks, n_marks * sizeof (gint64));
  if (sent == NULL)
    sent = g_array_new (FALSE, FALSE, sizeof (FakeSheet));
  g_array_append_val (sent, sheet);
  replace (&self->last_id, sheet.id);
  return self->last_id;
}

void
lectern_judge_client_see_flag (LecternJudgeClient *self,
                               gint64              lot,
                               gint64              judge)
{
  g_free (seen_flag);
  seen_flag = g_strdup_printf ("%d %d", (int) lot, (int) judge);
}

char *
fake_judge_client_take_seen (void)
{
  return g_steal_pointer (&seen_flag);
}

const char *
fake_judge_client_get_told_fingerprint (void)
{
  return told_fingerprint;
}

LecternJudgeClient *
fake_judge_client_get_latest (void)
{
  return latest;
}

GArray *
fake_judge_client_take_sent (void)
{
  GArray *taken = sent != NULL ? sent : g_array_new (FALSE, FALSE, sizeof (FakeSheet));

  sent = NULL;
  return taken;
}

void
fake_judge_client_tell (LecternJudgeClient *self,
                        LecternJudgeState  *state)
{
  g_clear_pointer (&self->state, lectern_judge_state_unref);
  self->state = state;
  self->remembered = FALSE;
  if (!self->connected)
    fake_judge_client_set_connected (self, TRUE, NULL);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
fake_judge_client_acknowledge (LecternJudgeClient *self,
                               const FakeSheet    *sheet,
                               gint64              version)
{
  gint64 total = 0;

  for (guint i = 0; i < sheet->n_marks; i++)
    total += MAX (sheet->marks[i], 0);
  g_signal_emit (self, signals[ACKNOWLEDGED], 0, sheet->id, sheet->lot, version, sheet->submit ? "submitted" : "draft", total);
}

void
fake_judge_client_refuse (LecternJudgeClient *self,
                          const FakeSheet    *sheet,
                          const char         *code)
{
  g_signal_emit (self, signals[REFUSED], 0, sheet->id, code, "The words of the main laptop");
}

void
fake_judge_client_say_bye (LecternJudgeClient *self,
                           const char         *reason)
{
  g_signal_emit (self, signals[BYE], 0, reason);
}

void
fake_judge_client_set_connected (LecternJudgeClient *self,
                                 gboolean            connected,
                                 const char         *last_error)
{
  self->connected = connected;
  replace (&self->last_error, last_error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_ERROR]);
}

void
fake_judge_client_remember (LecternJudgeClient *self,
                            LecternJudgeState  *state)
{
  g_clear_pointer (&self->state, lectern_judge_state_unref);
  self->state = state;
  self->remembered = TRUE;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
fake_judge_client_show_other (LecternJudgeClient *self,
                              const char         *fingerprint)
{
  replace (&self->other, fingerprint);
  fake_judge_client_set_connected (self, FALSE, "Another computer answers");
}

void
fake_judge_client_prepare_pairing (const char *token,
                                   const char *trouble)
{
  replace (&pair_token, token);
  replace (&pair_trouble, trouble);
}

void
lectern_judge_client_load_photo_async (LecternJudgeClient *self,
                                       const char         *sha256,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (photo != NULL)
    g_task_return_pointer (task, g_bytes_ref (photo), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no photo");
}

GBytes *
lectern_judge_client_load_photo_finish (LecternJudgeClient *self,
                                        GAsyncResult       *result,
                                        GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fake_judge_client_set_photo (GBytes *bytes)
{
  g_clear_pointer (&photo, g_bytes_unref);
  photo = bytes != NULL ? g_bytes_ref (bytes) : NULL;
}
