/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Judges' seats: a code works once, one judge has one seat, using a new code revokes the old seat.
 * Tokens are known here only by their hash. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

/* A number from 0 to 999999, every one equally likely, from the kernel. */
static guint32
random_code (void)
{
  guint32 number;

  do
    if (getrandom (&number, sizeof number, 0) != sizeof number)
      number = G_MAXUINT32;
  while (number >= 4294000000u); /* the largest multiple of a million: no code is more likely */
  return number % 1000000;
}

static gboolean
code_is_taken (LecternPlan *plan,
               const char  *code)
{
  g_autoptr (GPtrArray) pairings = lectern_contest_list_rows (plan->contest, &lectern_table_pairing);

  for (guint i = 0; i < pairings->len; i++)
    if (g_str_equal (((LecternPairing *) pairings->pdata[i])->code, code))
      return TRUE;
  return FALSE;
}

static void
put_code (LecternPlan *plan,
          gint64       judge)
{
  LecternPairing *pairing = lectern_record_new (&lectern_table_pairing);

  pairing->judge = judge;
  pairing->used = 0;
  do
    {
      g_free (pairing->code);
      pairing->code = g_strdup_printf ("%06u", random_code ());
    }
  while (code_is_taken (plan, pairing->code));
  g_free (plan->outcome->text);
  plan->outcome->text = g_strdup (pairing->code);
  lectern_plan_put (plan, pairing);
}

/* A judge who has a seat may get a code too: for another laptop, should this one fail. */
static gboolean
has_open_code (LecternPlan *plan,
               gint64       judge)
{
  const LecternPairing  key = { .record.table = &lectern_table_pairing, .judge = judge };
  const LecternPairing *pairing = lectern_contest_find (plan->contest, &key);

  return pairing != NULL && pairing->used == 0;
}

gboolean
lectern_conduct_make_code (LecternPlan *plan,
                           GError     **error)
{
  g_autoptr (GPtrArray) judges = lectern_contest_list_rows (plan->contest, &lectern_table_judge);
  gint64 judge = plan->action->judge;

  if (judge != 0 && lectern_contest_get_judge (plan->contest, judge) == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such judge."));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *each = judges->pdata[i];

      if (judge == 0 ? each->active == 1 && !has_open_code (plan, each->number) : each->number == judge)
        put_code (plan, each->number);
    }
  if (judge == 0)
    lectern_plan_say (plan, _ ("Made pairing codes for the judges who had none."));
  else
    lectern_plan_say (plan, _ ("Made a new pairing code for judge %d."), (int) judge);
  plan->repeated = lectern_change_get_n_rows (plan->change) == 0;
  return TRUE;
}

static const LecternPairing *
find_code (LecternPlan *plan,
           GPtrArray   *pairings)
{
  const LecternPairing *found = NULL;

  for (guint i = 0; i < pairings->len; i++)
    {
      const LecternPairing *pairing = pairings->pdata[i];
      guint                 difference = strlen (plan->action->text) != 6;

      /* All are looked at, all six digits, so that the time taken tells nothing. */
      for (guint c = 0; c < 6 && strlen (plan->action->text) == 6; c++)
        difference |= (guint) (pairing->code[c] ^ plan->action->text[c]);
      if (difference == 0 && pairing->used == 0)
        found = pairing;
    }
  return found;
}

void
lectern_seat_revoke_all (LecternPlan *plan,
                         gint64       judge)
{
  g_autoptr (GPtrArray) seats = lectern_contest_list_rows (plan->contest, &lectern_table_seat);

  for (guint i = 0; i < seats->len; i++)
    {
      const LecternSeat *seat = seats->pdata[i];
      LecternSeat       *copy;

      if (seat->judge != judge || seat->revoked == 1)
        continue;
      copy = lectern_record_copy (seat);
      copy->revoked = 1;
      lectern_plan_put (plan, copy);
    }
}

gboolean
lectern_conduct_pair (LecternPlan *plan,
                      GError     **error)
{
  g_autoptr (GPtrArray) pairings = lectern_contest_list_rows (plan->contest, &lectern_table_pairing);
  const LecternPairing *pairing = plan->action->text != NULL ? find_code (plan, pairings) : NULL;
  LecternPairing       *used;
  LecternSeat          *seat;

  if (pairing == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_CODE, "%s", _ ("This code is not valid. Read it again, or ask the operator for a new one."));
  lectern_seat_revoke_all (plan, pairing->judge);
  used = lectern_record_copy (pairing);
  used->used = 1;
  lectern_plan_put (plan, used);
  seat = lectern_record_new (&lectern_table_seat);
  seat->token = g_strdup (plan->action->key);
  seat->judge = used->judge;
  seat->device = g_strdup (plan->action->device != NULL ? plan->action->device : "");
  seat->address = g_strdup (plan->action->address != NULL ? plan->action->address : "");
  seat->paired_us = plan->wall_us;
  seat->revoked = 0;
  lectern_plan_put (plan, seat);
  plan->outcome->judge = used->judge;
  lectern_plan_say (plan, _ ("Paired judge %d with “%s”."), (int) used->judge, seat->device);
  return TRUE;
}

gboolean
lectern_conduct_revoke_seat (LecternPlan *plan,
                             GError     **error)
{
  const LecternSeat  key = { .record.table = &lectern_table_seat, .token = plan->action->key };
  const LecternSeat *seat = plan->action->key != NULL ? lectern_contest_find (plan->contest, &key) : NULL;
  LecternSeat       *copy;

  if (seat == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such seat."));
  copy = lectern_record_copy (seat);
  copy->revoked = 1;
  lectern_plan_put (plan, copy);
  lectern_plan_say (plan, _ ("Revoked the seat of judge %d."), (int) copy->judge);
  return TRUE;
}
