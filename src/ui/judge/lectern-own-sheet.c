/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge's own sheet, seen from his laptop: what he marked, and what the main laptop is known to
 * hold. The rule it embodies: what a judge wrote is never replaced by what arrives, only what he
 * left as it was; and nothing is called received that was not acknowledged. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-own-sheet.h"

#include "lectern-mark.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

struct _LecternOwnSheet
{
  GObject parent_instance;

  gint64  lot;
  char   *name;
  char   *note;
  guint   n_marks;
  gint64 *marks;
  /* Counts the judge's changes; what was confirmed is the count it had when it went out. */
  guint    change;
  guint    sent_change;
  guint    held_change;
  char    *sent_id;
  gboolean sent_submit;
  /* What the main laptop holds. */
  gint64   held_version;
  gint64   held_total;
  gboolean held_submitted;
  gboolean held_locked;
  char    *reopened;
  gboolean amended;
  gint64   voided;
  guint    place;
};

enum
{
  PROP_0,
  PROP_LOT,
  PROP_NAME,
  PROP_TOTAL_TEXT,
  PROP_STATE,
  PROP_PLACE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LecternOwnSheet, lectern_own_sheet, G_TYPE_OBJECT)

static void
notify_changed (LecternOwnSheet *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
hold_state (LecternOwnSheet *self,
            gint64           version,
            const char      *state,
            gint64           total)
{
  self->held_version = version;
  self->held_total = total;
  self->held_locked = g_strcmp0 (state, "locked") == 0;
  self->held_submitted = self->held_locked || g_strcmp0 (state, "submitted") == 0;
}

static void
lectern_own_sheet_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LecternOwnSheet *self = LECTERN_OWN_SHEET (object);

  switch (prop_id)
    {
    case PROP_LOT:
      g_value_set_int64 (value, self->lot);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TOTAL_TEXT:
      g_value_take_string (value, lectern_mark_format (lectern_own_sheet_get_total (self)));
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) lectern_own_sheet_get_state (self));
      break;
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lectern_own_sheet_finalize (GObject *object)
{
  LecternOwnSheet *self = LECTERN_OWN_SHEET (object);

  g_free (self->name);
  g_free (self->note);
  g_free (self->marks);
  g_free (self->sent_id);
  g_free (self->reopened);
  G_OBJECT_CLASS (lectern_own_sheet_parent_class)->finalize (object);
}

static void
lectern_own_sheet_class_init (LecternOwnSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lectern_own_sheet_get_property;
  object_class->finalize = lectern_own_sheet_finalize;

  properties[PROP_LOT] = g_param_spec_int64 ("lot", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TOTAL_TEXT] = g_param_spec_string ("total-text", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, LECTERN_OWN_SHEET_LOCKED, 0, flags);
  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
lectern_own_sheet_init (LecternOwnSheet *self)
{
  self->name = g_strdup ("");
  self->note = g_strdup ("");
  self->held_total = LECTERN_NULL;
}

LecternOwnSheet *
lectern_own_sheet_new (gint64 lot,
                       guint  n_marks)
{
  LecternOwnSheet *self = g_object_new (LECTERN_TYPE_OWN_SHEET, NULL);

  self->lot = lot;
  self->n_marks = n_marks;
  self->marks = g_new (gint64, n_marks);
  for (guint i = 0; i < n_marks; i++)
    self->marks[i] = LECTERN_NULL;
  return self;
}

gint64
lectern_own_sheet_get_lot (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);
  return self->lot;
}

const char *
lectern_own_sheet_get_name (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), NULL);
  return self->name;
}

void
lectern_own_sheet_set_name (LecternOwnSheet *self,
                            const char      *name)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  if (name == NULL || g_str_equal (self->name, name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

const gint64 *
lectern_own_sheet_get_marks (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), NULL);
  return self->marks;
}

guint
lectern_own_sheet_get_n_marks (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);
  return self->n_marks;
}

guint
lectern_own_sheet_count_marked (LecternOwnSheet *self)
{
  guint n = 0;

  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);

  for (guint i = 0; i < self->n_marks; i++)
    n += self->marks[i] != LECTERN_NULL;
  return n;
}

gint64
lectern_own_sheet_get_total (LecternOwnSheet *self)
{
  gint64 total = 0;

  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);

  for (guint i = 0; i < self->n_marks; i++)
    total += self->marks[i] != LECTERN_NULL ? self->marks[i] : 0;
  return total;
}

gint64
lectern_own_sheet_get_received_total (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), LECTERN_NULL);
  return self->held_submitted ? self->held_total : LECTERN_NULL;
}

const char *
lectern_own_sheet_get_note (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), NULL);
  return self->note;
}

void
lectern_own_sheet_set_note (LecternOwnSheet *self,
                            const char      *note)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  g_free (self->note);
  self->note = g_strdup (note != NULL ? note : "");
}

LecternOwnSheetState
lectern_own_sheet_get_state (LecternOwnSheet *self)
{
  gboolean unsent;

  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), LECTERN_OWN_SHEET_EMPTY);

  unsent = lectern_own_sheet_get_unsent (self);
  if (self->sent_id != NULL && self->sent_submit)
    return LECTERN_OWN_SHEET_SUBMITTING;
  if (self->held_submitted && unsent)
    return LECTERN_OWN_SHEET_CHANGED;
  if (self->held_locked)
    return LECTERN_OWN_SHEET_LOCKED;
  if (self->held_submitted)
    return LECTERN_OWN_SHEET_SUBMITTED;
  if (self->sent_id != NULL && self->sent_change == self->change)
    return LECTERN_OWN_SHEET_SENDING;
  if (unsent)
    return LECTERN_OWN_SHEET_UNSENT;
  return lectern_own_sheet_count_marked (self) > 0 ? LECTERN_OWN_SHEET_DRAFT : LECTERN_OWN_SHEET_EMPTY;
}

const char *
lectern_own_sheet_get_state_text (LecternOwnSheet *self)
{
  switch (lectern_own_sheet_get_state (self))
    {
    case LECTERN_OWN_SHEET_UNSENT:
    case LECTERN_OWN_SHEET_SENDING:
      return C_ ("sheet", "Not sent");
    case LECTERN_OWN_SHEET_DRAFT:
      return C_ ("sheet", "Draft, not submitted");
    case LECTERN_OWN_SHEET_SUBMITTING:
      return C_ ("sheet", "Not confirmed yet");
    case LECTERN_OWN_SHEET_CHANGED:
      return C_ ("sheet", "Change not submitted");
    case LECTERN_OWN_SHEET_EMPTY:
      return C_ ("sheet", "Not marked");
    case LECTERN_OWN_SHEET_SUBMITTED:
      return C_ ("sheet", "Received");
    case LECTERN_OWN_SHEET_LOCKED:
      return C_ ("sheet", "Locked");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
lectern_own_sheet_get_unsent (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);
  return self->change != self->held_change;
}

gboolean
lectern_own_sheet_get_locked (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);
  return self->held_locked;
}

gboolean
lectern_own_sheet_can_draft (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);
  return !self->held_submitted && !(self->sent_id != NULL && self->sent_submit);
}

gboolean
lectern_own_sheet_set_mark (LecternOwnSheet *self,
                            guint            index,
                            gint64           mark)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);
  g_return_val_if_fail (index < self->n_marks, FALSE);

  if (self->marks[index] == mark)
    return FALSE;
  self->marks[index] = mark;
  self->change++;
  notify_changed (self);
  return TRUE;
}

void
lectern_own_sheet_send (LecternOwnSheet *self,
                        const char      *id,
                        gboolean         submit)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));
  g_return_if_fail (id != NULL);

  g_free (self->sent_id);
  self->sent_id = g_strdup (id);
  self->sent_submit = submit;
  self->sent_change = self->change;
  notify_changed (self);
}

gboolean
lectern_own_sheet_acknowledge (LecternOwnSheet *self,
                               const char      *id,
                               gint64           version,
                               const char      *state,
                               gint64           total)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);

  if (g_strcmp0 (self->sent_id, id) != 0)
    return FALSE;
  g_clear_pointer (&self->sent_id, g_free);
  self->held_change = self->sent_change;
  if (version >= self->held_version)
    hold_state (self, version, state, total);
  notify_changed (self);
  return TRUE;
}

gboolean
lectern_own_sheet_refuse (LecternOwnSheet *self,
                          const char      *id)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);

  if (self->sent_id == NULL || g_strcmp0 (self->sent_id, id) != 0)
    return FALSE;
  g_clear_pointer (&self->sent_id, g_free);
  notify_changed (self);
  return TRUE;
}

void
lectern_own_sheet_receive (LecternOwnSheet *self,
                           gint64           version,
                           const char      *state,
                           gint64           total,
                           const gint64    *marks)
{
  gboolean same;

  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  if (version < self->held_version)
    return;
  hold_state (self, version, state, total);
  same = memcmp (self->marks, marks, self->n_marks * sizeof (gint64)) == 0;
  if (same && (self->sent_id == NULL || !self->sent_submit || self->held_submitted))
    {
      /* The same marks are there already: nothing is left to send. */
      g_clear_pointer (&self->sent_id, g_free);
      self->held_change = self->change;
    }
  else if (!same && self->sent_id == NULL && !lectern_own_sheet_get_unsent (self))
    memcpy (self->marks, marks, self->n_marks * sizeof (gint64));
  notify_changed (self);
}

void
lectern_own_sheet_restore (LecternOwnSheet *self,
                           const gint64    *marks,
                           gboolean         unsent,
                           gint64           voided)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  self->voided = voided;
  memcpy (self->marks, marks, self->n_marks * sizeof (gint64));
  if (unsent)
    self->change++;
  notify_changed (self);
}

void
lectern_own_sheet_receive_none (LecternOwnSheet *self)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  if (self->held_version > 0 || self->sent_id != NULL || lectern_own_sheet_get_unsent (self) ||
      lectern_own_sheet_count_marked (self) == 0)
    return;
  self->change++;
  notify_changed (self);
}

const char *
lectern_own_sheet_get_reopened (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), NULL);
  return self->reopened;
}

gboolean
lectern_own_sheet_get_amended (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);
  return self->amended;
}

void
lectern_own_sheet_set_reopened (LecternOwnSheet *self,
                                const char      *reason,
                                gboolean         amended)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  self->amended = amended;
  if (g_strcmp0 (self->reopened, reason) == 0)
    return;
  g_free (self->reopened);
  self->reopened = g_strdup (reason);
}

gboolean
lectern_own_sheet_make_void (LecternOwnSheet *self,
                             gint64           version)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), FALSE);

  if (version <= self->voided)
    return FALSE;
  self->voided = version;
  for (guint i = 0; i < self->n_marks; i++)
    self->marks[i] = LECTERN_NULL;
  g_clear_pointer (&self->sent_id, g_free);
  self->held_change = self->change;
  hold_state (self, version, NULL, LECTERN_NULL);
  notify_changed (self);
  return TRUE;
}

gint64
lectern_own_sheet_get_voided (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);
  return self->voided;
}

guint
lectern_own_sheet_get_place (LecternOwnSheet *self)
{
  g_return_val_if_fail (LECTERN_IS_OWN_SHEET (self), 0);
  return self->place;
}

void
lectern_own_sheet_set_place (LecternOwnSheet *self,
                             guint            place)
{
  g_return_if_fail (LECTERN_IS_OWN_SHEET (self));

  if (self->place == place)
    return;
  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}
