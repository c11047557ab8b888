/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* When to ring. The bell remembers how far the clock has been heard and sleeps until the next
 * moment after that; nobody polls. Whatever lies between what was heard and now is rung for when
 * it has just passed, and never later: a bell that comes late says something wrong.
 *
 * Rule: the clock of the follower decides, and nothing here ever stops or changes a talk. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-bell.h"

/* A laptop that stalls a little still rings; one that slept doesn't. */
#define LATE_MS 1500

struct _LecternBell
{
  GObject parent_instance;

  LecternFollower  *follower;
  LecternBellPlayer player;
  gint64 (*get_elapsed_ms) (gpointer user_data);
  gpointer clock_data;
  gint64   heard_ms; /* moments up to here are done with */
  gint64   nominee;  /* on stage */
  guint    timer;
  gboolean running;
  gboolean muted;
  char    *trouble;
};

enum
{
  PROP_0,
  PROP_MUTED,
  PROP_TROUBLE,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternBell, lectern_bell, G_TYPE_OBJECT)

static LecternContest *
get_contest (LecternBell *self)
{
  return lectern_follower_get_contest (self->follower);
}

static gint64
get_elapsed_ms (LecternBell *self)
{
  if (self->get_elapsed_ms != NULL)
    return self->get_elapsed_ms (self->clock_data);
  return lectern_engine_get_elapsed_ms (lectern_follower_get_engine (self->follower), lectern_contest_get_clock (get_contest (self)));
}

/* The first moment after @after_ms, and what it is; G_MAXINT64: none. The end wins over a warning
 * at the same moment. */
static gint64
find_moment (LecternBell       *self,
             gint64             after_ms,
             LecternBellStroke *stroke)
{
  const LecternRules *rules = lectern_contest_get_rules (get_contest (self));
  gint64              first = G_MAXINT64;
  for (guint i = 0; rules != NULL && i < rules->n_warn; i++)
    if (rules->warn_ms[i] > after_ms && rules->warn_ms[i] < first)
      {
        first = rules->warn_ms[i];
        *stroke = LECTERN_BELL_WARNING;
      }
  if (rules != NULL && rules->scoring.time.limit_ms > after_ms && rules->scoring.time.limit_ms <= first)
    {
      first = rules->scoring.time.limit_ms;
      *stroke = LECTERN_BELL_OVER;
    }
  return first;
}

/* Rings for what has just passed: once, and for the last of it. */
static void
catch_up (LecternBell *self)
{
  gint64            now_ms = get_elapsed_ms (self);
  gboolean          rings = FALSE;
  LecternBellStroke stroke = LECTERN_BELL_WARNING, next = LECTERN_BELL_WARNING;
  for (gint64 moment = find_moment (self, self->heard_ms, &next); moment <= now_ms; moment = find_moment (self, moment, &next))
    {
      rings |= now_ms - moment < LATE_MS;
      stroke = next;
    }
  self->heard_ms = now_ms;
  if (rings && !self->muted)
    self->player.play (self->player.user_data, stroke);
}

static void listen_on (LecternBell *self);

static gboolean
on_moment_cb (gpointer user_data)
{
  LecternBell *self = user_data;
  self->timer = 0;
  catch_up (self);
  listen_on (self);
  return G_SOURCE_REMOVE;
}

/* Sleeps until the next moment, if there is one and the clock runs. */
static void
listen_on (LecternBell *self)
{
  LecternBellStroke stroke;
  gint64            moment = find_moment (self, self->heard_ms, &stroke);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->running && moment != G_MAXINT64)
    self->timer = g_timeout_add_full (G_PRIORITY_HIGH, (guint) CLAMP (moment - get_elapsed_ms (self), 0, G_MAXINT), on_moment_cb, self, NULL);
}

static void
set_running (LecternBell *self,
             gboolean     running)
{
  if (self->running == running)
    return;
  self->running = running;
  self->player.prepare (self->player.user_data, running);
}

/* A clock that was turned back hears its moments again; one that was set forward has not been
 * through them. */
static void
look_at_clock (LecternBell *self)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (get_contest (self));
  gboolean                  runs = clock != NULL && clock->phase == LECTERN_CLOCK_RUNNING;
  if (self->running)
    catch_up (self);
  self->heard_ms = clock != NULL ? get_elapsed_ms (self) : 0;
  set_running (self, runs);
  listen_on (self);
}

static void
look_at_stage (LecternBell *self)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (get_contest (self));
  gint64              nominee = entry != NULL ? entry->nominee : LECTERN_NULL;
  if (nominee == self->nominee)
    return;
  self->nominee = nominee;
  lectern_bell_set_muted (self, FALSE);
}

static void
on_contest_changed_cb (LecternContest *contest,
                       LecternChange  *change,
                       LecternBell    *self)
{
  if (lectern_change_touches (change, &lectern_table_on_air))
    look_at_stage (self);
  if (lectern_change_touches (change, &lectern_table_clock) || lectern_change_touches (change, &lectern_table_contest))
    look_at_clock (self);
}

static void
lectern_bell_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_MUTED)
    g_value_set_boolean (value, LECTERN_BELL (object)->muted);
  else if (id == PROP_TROUBLE)
    g_value_set_string (value, LECTERN_BELL (object)->trouble);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_bell_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_MUTED)
    lectern_bell_set_muted (LECTERN_BELL (object), g_value_get_boolean (value));
  else if (id == PROP_TROUBLE)
    lectern_bell_set_trouble (LECTERN_BELL (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_bell_dispose (GObject *object)
{
  LecternBell *self = LECTERN_BELL (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->follower);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (lectern_bell_parent_class)->dispose (object);
}

static void
lectern_bell_class_init (LecternBellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_bell_get_property;
  object_class->set_property = lectern_bell_set_property;
  object_class->dispose = lectern_bell_dispose;
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_bell_init (LecternBell *self)
{
}

LecternBell *
lectern_bell_new (LecternFollower         *follower,
                  const LecternBellPlayer *player)
{
  LecternBell *self;
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  g_return_val_if_fail (player != NULL, NULL);
  self = g_object_new (LECTERN_TYPE_BELL, NULL);
  self->follower = g_object_ref (follower);
  self->player = *player;
  g_signal_connect_object (get_contest (self), "changed", G_CALLBACK (on_contest_changed_cb), self, 0);
  look_at_stage (self);
  look_at_clock (self);
  return self;
}

gboolean
lectern_bell_get_muted (LecternBell *self)
{
  g_return_val_if_fail (LECTERN_IS_BELL (self), FALSE);
  return self->muted;
}

void
lectern_bell_set_muted (LecternBell *self,
                        gboolean     muted)
{
  g_return_if_fail (LECTERN_IS_BELL (self));
  if (self->muted == muted)
    return;
  self->muted = muted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUTED]);
}

const char *
lectern_bell_get_trouble (LecternBell *self)
{
  g_return_val_if_fail (LECTERN_IS_BELL (self), NULL);
  return self->trouble;
}

void
lectern_bell_set_trouble (LecternBell *self,
                          const char  *sentence)
{
  g_return_if_fail (LECTERN_IS_BELL (self));
  if (g_strcmp0 (self->trouble, sentence) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

void
lectern_bell_try (LecternBell      *self,
                  LecternBellStroke stroke)
{
  g_return_if_fail (LECTERN_IS_BELL (self));
  self->player.play (self->player.user_data, stroke);
}

void
lectern_bell_set_clock (LecternBell *self,
                        gint64 (*read_ms) (gpointer user_data),
                        gpointer user_data)
{
  g_return_if_fail (LECTERN_IS_BELL (self));
  self->get_elapsed_ms = read_ms;
  self->clock_data = user_data;
  self->heard_ms = get_elapsed_ms (self); /* another clock: nothing has passed on it yet */
  listen_on (self);
}
