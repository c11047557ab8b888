/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A log that a stranger can fill is one more way in, and one that says nothing helps nobody: whatever is refused,
 * at the door, at the reception or by the jury, is counted here and summed up once a minute. What was tried is
 * never said, for a mistyped code is most of a right one. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-refusals.h"

#define REPORT_US (60 * G_USEC_PER_SEC)

typedef struct
{
  guint64 n;
  guint64 n_reported;
  gint64  reported_us; /* 0: never */
  char    latest[64];  /* who was refused last */
} Tally;

struct _LecternRefusals
{
  Tally tallies[LECTERN_REFUSAL_N_KINDS];
};

static const char *const names[] = {
  [LECTERN_REFUSAL_CONNECTION] = "connections and requests",
  [LECTERN_REFUSAL_REQUEST] = "requests for what is not there",
  [LECTERN_REFUSAL_CODE] = "pairing codes",
  [LECTERN_REFUSAL_SEAT] = "tokens without a seat",
  [LECTERN_REFUSAL_MESSAGE] = "messages",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == LECTERN_REFUSAL_N_KINDS);

static void
report_if_due (LecternRefusals *self,
               LecternRefusal   kind,
               gint64           now_us)
{
  Tally *tally = &self->tallies[kind];

  if (tally->n == tally->n_reported ||
      (tally->reported_us != 0 && now_us - tally->reported_us < REPORT_US))
    return;
  g_message ("%s refused: %" G_GUINT64_FORMAT ", the latest from %s",
             names[kind], tally->n - tally->n_reported, tally->latest);
  tally->n_reported = tally->n;
  tally->reported_us = now_us;
}

LecternRefusals *
lectern_refusals_new (void)
{
  return g_rc_box_new0 (LecternRefusals);
}

LecternRefusals *
lectern_refusals_ref (LecternRefusals *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
lectern_refusals_unref (LecternRefusals *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release (self);
}

void
lectern_refusals_count (LecternRefusals *self,
                        LecternRefusal   kind,
                        const char      *place,
                        gint64           now_us)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (kind < LECTERN_REFUSAL_N_KINDS);

  self->tallies[kind].n++;
  g_strlcpy (self->tallies[kind].latest, place, sizeof self->tallies[kind].latest);
  report_if_due (self, kind, now_us);
}

void
lectern_refusals_tick (LecternRefusals *self,
                       gint64           now_us)
{
  g_return_if_fail (self != NULL);

  for (LecternRefusal kind = 0; kind < LECTERN_REFUSAL_N_KINDS; kind++)
    report_if_due (self, kind, now_us);
}

guint64
lectern_refusals_get (LecternRefusals *self,
                      LecternRefusal   kind)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (kind < LECTERN_REFUSAL_N_KINDS, 0);

  return self->tallies[kind].n;
}
