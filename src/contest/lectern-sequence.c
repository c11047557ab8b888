/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A sequence as a value, its form in the file, and what goes on with it. The rule of these files: a
 * scene is built up from the base, which the hall may know whole, by what its step and those before
 * it add; nothing is taken away from the whole, so what was forgotten is missing and not shown. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"
#include "lectern-json-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const char *const kind_names[LECTERN_SEQUENCE_N_KINDS] = {
  [LECTERN_SEQUENCE_REVEAL] = "reveal",
  [LECTERN_SEQUENCE_CEREMONY] = "ceremony",
  [LECTERN_SEQUENCE_DRAW] = "draw",
};

static const char *const step_names[LECTERN_STEP_N_KINDS] = {
  [LECTERN_STEP_NAME] = "name",
  [LECTERN_STEP_MARKS] = "marks",
  [LECTERN_STEP_STRUCK] = "struck",
  [LECTERN_STEP_MEAN] = "mean",
  [LECTERN_STEP_DEDUCTION] = "deduction",
  [LECTERN_STEP_FINAL] = "final",
  [LECTERN_STEP_PLACE] = "place",
  [LECTERN_STEP_WHOLE] = "whole",
  [LECTERN_STEP_OPEN] = "open",
  [LECTERN_STEP_AWARD] = "award",
  [LECTERN_STEP_RANK] = "rank",
  [LECTERN_STEP_WINNERS] = "winners",
  [LECTERN_STEP_FIGURES] = "figures",
  [LECTERN_STEP_CITATION] = "citation",
  [LECTERN_STEP_GROUP] = "group",
  [LECTERN_STEP_ALL] = "all",
  [LECTERN_STEP_LOTS] = "lots",
  [LECTERN_STEP_ORDER] = "order",
};

static gboolean
find_name (const char *const *names,
           guint              n,
           const char        *name,
           guint             *index)
{
  for (*index = 0; *index < n; *index += 1)
    if (g_strcmp0 (names[*index], name) == 0)
      return TRUE;
  return FALSE;
}

const char *
lectern_sequence_kind_get_name (LecternSequenceKind kind)
{
  g_return_val_if_fail (kind < LECTERN_SEQUENCE_N_KINDS, NULL);
  return kind_names[kind];
}

gboolean
lectern_sequence_kind_from_name (const char          *name,
                                 LecternSequenceKind *kind)
{
  guint index;

  if (!find_name (kind_names, LECTERN_SEQUENCE_N_KINDS, name, &index))
    return FALSE;
  *kind = (LecternSequenceKind) index;
  return TRUE;
}

static LecternSequence *
sequence_alloc (LecternSequenceKind kind)
{
  LecternSequence *self = g_atomic_rc_box_new0 (LecternSequence);

  self->kind = kind;
  self->lot = LECTERN_NULL;
  self->nominee = LECTERN_NULL;
  self->revision = LECTERN_NULL;
  self->entered_us = LECTERN_NULL;
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->steps = g_array_new (FALSE, TRUE, sizeof (LecternStep));
  return self;
}

static const LecternSequenceRecord *
get_record (LecternContest *contest)
{
  const LecternSequenceRecord key = { .record.table = &lectern_table_sequence, .id = 1 };

  return lectern_contest_find (contest, &key);
}

/* The results the hall has been told so far; the last of them by the sequence before this one. */
static void
remember_told (LecternSequence *self,
               LecternContest  *contest)
{
  const LecternSequenceRecord *record = get_record (contest);
  g_autoptr (LecternSequence) before = record != NULL && g_strcmp0 (record->round, self->round) == 0 ? lectern_sequence_from_json (record->content, NULL) : NULL;
  GHashTableIter iter;
  gpointer       nominee, figures;

  if (before == NULL)
    return;
  g_hash_table_iter_init (&iter, before->told);
  while (g_hash_table_iter_next (&iter, &nominee, &figures))
    g_hash_table_insert (self->told, g_strdup (nominee), g_strdup (figures));
  if (before->figures != NULL && before->nominee != LECTERN_NULL && lectern_sequence_is_revealed (before, (guint) record->step))
    g_hash_table_insert (self->told, g_strdup_printf ("%" G_GINT64_FORMAT, before->nominee), g_strdup (before->figures));
}

LecternSequence *
lectern_sequence_new (LecternSequenceKind kind,
                      LecternContest     *contest)
{
  LecternSequence    *self = sequence_alloc (kind);
  const LecternRound *round = lectern_contest_get_current_round (contest);

  self->round = g_strdup (round != NULL ? round->key : "");
  remember_told (self, contest);
  return self;
}

LecternSequence *
lectern_sequence_ref (LecternSequence *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
sequence_clear (gpointer data)
{
  LecternSequence *self = data;

  g_free (self->round);
  g_free (self->figures);
  g_free (self->remark);
  g_hash_table_unref (self->told);
  g_clear_pointer (&self->base, lectern_scene_unref);
  g_clear_pointer (&self->whole, lectern_scene_unref);
  g_array_unref (self->steps);
}

void
lectern_sequence_unref (LecternSequence *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, sequence_clear);
}

void
lectern_sequence_add_step (LecternSequence *self,
                           LecternStepKind  kind,
                           guint            first,
                           guint            n,
                           gboolean         automatic)
{
  const LecternStep step = { kind, first, n, automatic };

  g_array_append_val (self->steps, step);
}

LecternSequenceKind
lectern_sequence_get_kind (const LecternSequence *self)
{
  return self->kind;
}

const char *
lectern_sequence_get_round (const LecternSequence *self)
{
  return self->round;
}

gint64
lectern_sequence_get_lot (const LecternSequence *self)
{
  return self->lot;
}

gboolean
lectern_sequence_is_rehearsal (const LecternSequence *self)
{
  return self->rehearsal;
}

gboolean
lectern_sequence_is_corrected (const LecternSequence *self)
{
  return self->corrected;
}

gint64
lectern_sequence_get_entered_us (const LecternSequence *self)
{
  return self->entered_us;
}

void
lectern_sequence_set_entered_us (LecternSequence *self,
                                 gint64           wall_us)
{
  self->entered_us = wall_us;
}

guint
lectern_sequence_get_n_steps (const LecternSequence *self)
{
  return self->steps->len;
}

/* Scenes ------------------------------------------------------------------------------------ */

LecternScene *
lectern_sequence_copy_scene (const LecternScene *scene)
{
  g_autofree char *json = lectern_scene_to_json (scene);
  LecternScene    *copy = lectern_scene_from_json (json, NULL);

  g_assert (copy != NULL);
  return copy;
}

LecternScene *
lectern_sequence_get_scene (const LecternSequence *self,
                            guint                  step)
{
  LecternScene *scene;

  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  scene = lectern_sequence_copy_scene (self->base);
  if (self->steps->len > 1)
    scene->step = step + 1;
  if (self->kind == LECTERN_SEQUENCE_REVEAL)
    lectern_sequence_fill_reveal (self, step, scene);
  else if (self->kind == LECTERN_SEQUENCE_CEREMONY)
    lectern_sequence_fill_ceremony (self, step, scene);
  else
    lectern_sequence_fill_draw (self, step, scene);
  return scene;
}

gboolean
lectern_sequence_is_revealed (const LecternSequence *self,
                              guint                  step)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i <= step && i < self->steps->len; i++)
    {
      LecternStepKind kind = g_array_index (self->steps, LecternStep, i).kind;

      if (kind == LECTERN_STEP_FINAL || kind == LECTERN_STEP_WHOLE)
        return TRUE;
    }
  return FALSE;
}

gboolean
lectern_sequence_is_automatic (const LecternSequence *self,
                               guint                  step)
{
  g_return_val_if_fail (self != NULL && step < self->steps->len, FALSE);

  return g_array_index (self->steps, LecternStep, step).automatic;
}

/* In the file ------------------------------------------------------------------------------- */

static void
add_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
add_integer (JsonObject *object,
             const char *name,
             gint64      value)
{
  if (value != LECTERN_NULL)
    json_object_set_int_member (object, name, value);
}

static void
add_flag (JsonObject *object,
          const char *name,
          gboolean    value)
{
  if (value)
    json_object_set_boolean_member (object, name, TRUE);
}

static void
add_scene (JsonObject         *object,
           const char         *name,
           const LecternScene *scene)
{
  g_autofree char *json = lectern_scene_to_json (scene);

  json_object_set_member (object, name, json_from_string (json, NULL));
}

static void
add_steps (JsonObject   *object,
           const GArray *steps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const LecternStep *step = &g_array_index (steps, LecternStep, i);
      JsonArray         *row = json_array_new ();

      json_array_add_string_element (row, step_names[step->kind]);
      json_array_add_int_element (row, step->first);
      json_array_add_int_element (row, step->n);
      json_array_add_boolean_element (row, step->automatic);
      json_array_add_array_element (array, row);
    }
  json_object_set_array_member (object, "steps", array);
}

/* In the order of the nominees, so that equal sequences are equal texts. */
static void
add_told (JsonObject *object,
          GHashTable *told)
{
  g_autoptr (GList) nominees = g_list_sort (g_hash_table_get_keys (told), (GCompareFunc) strcmp);
  JsonObject *members;

  if (nominees == NULL)
    return;
  members = json_object_new ();
  for (GList *l = nominees; l != NULL; l = l->next)
    json_object_set_string_member (members, l->data, g_hash_table_lookup (told, l->data));
  json_object_set_object_member (object, "told", members);
}

char *
lectern_sequence_to_json (const LecternSequence *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_node_take_object (root, object);
  add_text (object, "kind", kind_names[self->kind]);
  add_text (object, "round", self->round);
  add_integer (object, "lot", self->lot);
  add_integer (object, "nominee", self->nominee);
  add_integer (object, "revision", self->revision);
  add_integer (object, "entered", self->entered_us);
  add_flag (object, "rehearsal", self->rehearsal);
  add_flag (object, "corrected", self->corrected);
  add_flag (object, "cut", self->cut);
  add_text (object, "figures", self->figures);
  add_text (object, "remark", self->remark);
  add_told (object, self->told);
  add_scene (object, "base", self->base);
  add_scene (object, "whole", self->whole);
  add_steps (object, self->steps);
  return json_to_string (root, FALSE);
}

static LecternScene *
read_scene (JsonObject *object,
            const char *name)
{
  JsonNode        *node = json_object_get_member (object, name);
  g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : NULL;

  return json != NULL ? lectern_scene_from_json (json, NULL) : NULL;
}

/* How many things a step's numbers may count. */
static guint
count_things (const LecternSequence *self)
{
  return self->kind == LECTERN_SEQUENCE_REVEAL ? self->whole->judges->len : self->whole->rows->len;
}

static gboolean
read_step (LecternSequence *self,
           JsonNode        *node)
{
  JsonArray  *row = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *name = row != NULL && json_array_get_length (row) == 4 ? json_array_get_string_element (row, 0) : NULL;
  gint64      first, n, end;
  guint       kind;

  if (!find_name (step_names, LECTERN_STEP_N_KINDS, name, &kind))
    return FALSE;
  first = json_array_get_int_element (row, 1);
  n = json_array_get_int_element (row, 2);
  end = kind == LECTERN_STEP_MARKS || kind == LECTERN_STEP_LOTS ? n : first + n; /* these count from the top */
  if (first < 0 || n < 0 || first > G_MAXINT || n > G_MAXINT || end > count_things (self))
    return FALSE;
  lectern_sequence_add_step (self, (LecternStepKind) kind, (guint) first, (guint) n, json_array_get_boolean_element (row, 3));
  return TRUE;
}

static void
read_told (LecternSequence *self,
           JsonObject      *object)
{
  JsonNode   *node = json_object_get_member (object, "told");
  JsonObject *told = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList) members = told != NULL ? json_object_get_members (told) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    g_hash_table_insert (self->told, g_strdup (l->data), g_strdup (json_object_get_string_member_with_default (told, l->data, "")));
}

static gboolean
read_members (LecternSequence *self,
              JsonObject      *object)
{
  JsonNode  *steps = json_object_get_member (object, "steps");
  JsonArray *array = steps != NULL && JSON_NODE_HOLDS_ARRAY (steps) ? json_node_get_array (steps) : NULL;

  self->round = g_strdup (json_object_get_string_member_with_default (object, "round", ""));
  self->lot = json_object_get_int_member_with_default (object, "lot", LECTERN_NULL);
  self->nominee = json_object_get_int_member_with_default (object, "nominee", LECTERN_NULL);
  self->revision = json_object_get_int_member_with_default (object, "revision", LECTERN_NULL);
  self->entered_us = json_object_get_int_member_with_default (object, "entered", LECTERN_NULL);
  self->rehearsal = json_object_get_boolean_member_with_default (object, "rehearsal", FALSE);
  self->corrected = json_object_get_boolean_member_with_default (object, "corrected", FALSE);
  self->cut = json_object_get_boolean_member_with_default (object, "cut", FALSE);
  self->figures = g_strdup (json_object_get_string_member_with_default (object, "figures", NULL));
  self->remark = g_strdup (json_object_get_string_member_with_default (object, "remark", NULL));
  self->base = read_scene (object, "base");
  self->whole = read_scene (object, "whole");
  read_told (self, object);
  if (self->base == NULL || self->whole == NULL || array == NULL || json_array_get_length (array) == 0)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_step (self, json_array_get_element (array, i)))
      return FALSE;
  return self->kind != LECTERN_SEQUENCE_REVEAL || self->base->judges->len == self->whole->judges->len;
}

LecternSequence *
lectern_sequence_from_json (const char *json,
                            GError    **error)
{
  g_autoptr (JsonNode) root = json != NULL ? lectern_json_text_parse (json, NULL) : NULL;
  JsonObject         *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  LecternSequenceKind kind;
  g_autoptr (LecternSequence) self = NULL;

  if (object != NULL && lectern_sequence_kind_from_name (json_object_get_string_member_with_default (object, "kind", NULL), &kind))
    {
      self = sequence_alloc (kind);
      if (read_members (self, object))
        return g_steal_pointer (&self);
    }
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("This is no sequence of steps."));
  return NULL;
}

/* Going on ---------------------------------------------------------------------------------- */

gboolean
lectern_sequence_is_outdated (const LecternSequence *self,
                              LecternContest        *contest)
{
  const LecternRound *round = lectern_contest_get_round (contest, self->round);
  const LecternEntry *entry = self->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, self->round, self->nominee) : NULL;
  g_autoptr (LecternScene) now = NULL;
  g_autofree char *figures = NULL;

  if (self->rehearsal)
    return FALSE;
  if (self->kind == LECTERN_SEQUENCE_CEREMONY)
    return round == NULL || round->state != LECTERN_ROUND_FINALISED || round->revision != self->revision;
  if (self->kind == LECTERN_SEQUENCE_DRAW)
    figures = lectern_sequence_digest_draw (contest);
  else
    {
      now = entry != NULL ? lectern_scene_freeze (contest, LECTERN_SCENE_REVEAL, entry, NULL, NULL) : NULL;
      figures = now != NULL ? lectern_sequence_digest_reveal (now) : NULL;
    }
  return g_strcmp0 (figures, self->figures) != 0;
}

LecternSequence *
lectern_sequence_get_held (LecternContest *contest,
                           guint          *step,
                           gboolean       *on_air)
{
  const LecternSequenceRecord *record = get_record (contest);
  const LecternRound          *round = lectern_contest_get_current_round (contest);
  const LecternOnAir          *now = lectern_contest_get_on_air (contest);
  LecternSequence             *self;

  if (record == NULL || round == NULL || g_strcmp0 (record->round, round->key) != 0)
    return NULL;
  self = lectern_sequence_from_json (record->content, NULL);
  if (self == NULL)
    return NULL;
  *step = (guint) MIN (record->step, (gint64) self->steps->len - 1);
  *on_air = now != NULL && now->step != LECTERN_NULL;
  return self;
}

/* Whether the programme is at the cue that @self belongs to. */
static gboolean
is_of_cue (const LecternSequence *self,
           const LecternCue      *cue)
{
  static const LecternCueKind kinds[LECTERN_SEQUENCE_N_KINDS] = {
    [LECTERN_SEQUENCE_REVEAL] = LECTERN_CUE_REVEAL,
    [LECTERN_SEQUENCE_CEREMONY] = LECTERN_CUE_CEREMONY,
    [LECTERN_SEQUENCE_DRAW] = LECTERN_CUE_ORDER,
  };

  return cue != NULL && cue->kind == kinds[self->kind] && cue->nominee == self->nominee;
}

LecternSequenceNext
lectern_sequence_get_next (const LecternSequence *self,
                           LecternContest        *contest,
                           guint                  step,
                           gboolean               on_air)
{
  gboolean of_cue = self != NULL && !self->rehearsal && is_of_cue (self, lectern_contest_get_cue_on_air (contest));

  if (self == NULL || step + 1 >= self->steps->len || (!on_air && !of_cue))
    return LECTERN_SEQUENCE_NEXT_CUE;
  if (lectern_sequence_is_outdated (self, contest))
    return LECTERN_SEQUENCE_NEXT_RENEW;
  return on_air ? LECTERN_SEQUENCE_NEXT_STEP : LECTERN_SEQUENCE_NEXT_RESUME;
}

LecternSequence *
lectern_sequence_renew (const LecternSequence *self,
                        LecternContest        *contest,
                        GError               **error)
{
  const LecternEntry *entry = self->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, self->round, self->nominee) : NULL;

  if (self->kind == LECTERN_SEQUENCE_REVEAL && entry != NULL)
    return lectern_sequence_freeze_reveal (contest, entry, FALSE, error);
  if (self->kind == LECTERN_SEQUENCE_DRAW)
    return lectern_sequence_freeze_draw (contest, self->steps->len > 1, error);
  if (self->kind == LECTERN_SEQUENCE_CEREMONY)
    return lectern_sequence_freeze_ceremony (contest, error);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("The entry is not in the running order any more."));
  return NULL;
}

LecternSequence *
lectern_sequence_freeze_cue (LecternContest   *contest,
                             const LecternCue *cue,
                             GError          **error)
{
  const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, cue->nominee) : NULL;

  if (cue->kind == LECTERN_CUE_REVEAL && entry != NULL)
    return lectern_sequence_freeze_reveal (contest, entry, FALSE, error);
  if (cue->kind == LECTERN_CUE_CEREMONY)
    return lectern_sequence_freeze_ceremony (contest, error);
  if (cue->kind == LECTERN_CUE_ORDER)
    return lectern_sequence_freeze_draw (contest, lectern_contest_get_rules (contest)->draw_one_by_one, error);
  return NULL;
}

static gboolean
enters_sequence (const LecternCue *cue)
{
  return cue->kind == LECTERN_CUE_REVEAL || cue->kind == LECTERN_CUE_CEREMONY || cue->kind == LECTERN_CUE_ORDER;
}

LecternScene *
lectern_sequence_preview_next (LecternContest *contest)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  g_autoptr (LecternSequence) entered = NULL;
  const LecternCue   *cue = lectern_contest_get_next_cue (contest);
  LecternSequenceNext next = lectern_sequence_get_next (held, contest, step, on_air);

  if (next == LECTERN_SEQUENCE_NEXT_STEP || next == LECTERN_SEQUENCE_NEXT_RESUME)
    return lectern_sequence_get_scene (held, next == LECTERN_SEQUENCE_NEXT_STEP ? step + 1 : step);
  if (next == LECTERN_SEQUENCE_NEXT_RENEW)
    entered = lectern_sequence_renew (held, contest, NULL);
  else if (cue != NULL && !enters_sequence (cue))
    return lectern_scene_freeze_cue (contest, cue, NULL);
  else if (cue != NULL)
    entered = lectern_sequence_freeze_cue (contest, cue, NULL);
  return entered != NULL ? lectern_sequence_get_scene (entered, 0) : NULL;
}

gint64
lectern_sequence_get_wait_ms (LecternContest *contest)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  const LecternRules *rules = lectern_contest_get_rules (contest);

  if (lectern_sequence_get_next (held, contest, step, on_air) != LECTERN_SEQUENCE_NEXT_STEP || !lectern_sequence_is_automatic (held, step + 1) || rules->ceremony_step_ms == LECTERN_NONE)
    return LECTERN_NULL;
  return rules->ceremony_step_ms;
}
