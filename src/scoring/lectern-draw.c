/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The draw of the running order, as names out of a hat.
 *
 * The nominees are put in order by the bytes of their name, then of their unit's key. A try starts from
 * that list and fills lots 1, 2, ...: for lot p + 1 a number below n - p is taken from the seed's
 * stream (lectern-random-private.h) and the nominee that many places after p changes places with
 * the one at p. When units are kept apart and the nominee just drawn is of the unit before, the
 * whole try is thrown away and the next one starts from the list again, the stream running on.
 * A try that lasts is one of all allowed arrangements, each equally likely, because every
 * arrangement of the list is as likely as any other and only whole arrangements are refused.
 *
 * With two of a unit about one try in three lasts. Where many belong to one unit tries may go on
 * failing; after LECTERN_DRAW_TRIES of them the arrangement is counted out instead
 * (lectern-arrangement-private.h), which gives the same chances. docs/draw.md says all this for
 * those who want to replay a draw, and docs/replay-draw.py does it. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-draw.h"

#include "lectern-arrangement-private.h"
#include "lectern-random-private.h"

#include <string.h>

#define LECTERN_DRAW_TRIES 10000

typedef struct
{
  const char *name;
  const char *unit;
  guint       index;
  guint       group; /* of the unit, numbered from 0 as they first appear in the list */
} Ticket;

/* Two nominees alike in name and unit keep the register's order: the draw cannot tell them apart. */
static int
compare_tickets (const void *a,
                 const void *b)
{
  const Ticket *left = a, *right = b;
  int           order = strcmp (left->name, right->name);

  if (order == 0)
    order = strcmp (left->unit, right->unit);
  if (order == 0)
    order = (left->index > right->index) - (left->index < right->index);
  return order;
}

/* Puts the tickets in order and numbers their units; @sizes receives how many each unit holds. */
static Ticket *
make_tickets (const char *const *names,
              const char *const *units,
              guint              n,
              GArray            *sizes)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  Ticket *tickets = g_new (Ticket, n);

  for (guint i = 0; i < n; i++)
    tickets[i] = (Ticket){ names[i], units[i], i, 0 };
  qsort (tickets, n, sizeof (Ticket), compare_tickets);
  for (guint i = 0; i < n; i++)
    {
      gpointer group;

      if (!g_hash_table_lookup_extended (groups, tickets[i].unit, NULL, &group))
        {
          group = GUINT_TO_POINTER (sizes->len);
          g_hash_table_insert (groups, (char *) tickets[i].unit, group);
          g_array_set_size (sizes, sizes->len + 1);
        }
      tickets[i].group = GPOINTER_TO_UINT (group);
      g_array_index (sizes, guint, tickets[i].group)++;
    }
  return tickets;
}

static gboolean
can_be_kept_apart (const GArray *sizes,
                   guint         n)
{
  for (guint i = 0; i < sizes->len; i++)
    if (g_array_index (sizes, guint, i) > (n + 1) / 2)
      return FALSE;
  return TRUE;
}

/* One try over @hat, which holds positions in the list; FALSE when units met. */
static gboolean
try_draw (LecternRandom *random,
          const Ticket  *tickets,
          guint          n,
          gboolean       keep_unit_apart,
          guint         *hat)
{
  for (guint i = 0; i < n; i++)
    hat[i] = i;
  for (guint p = 0; p < n; p++)
    {
      guint drawn = p + lectern_random_below (random, n - p);
      guint ticket = hat[drawn];

      hat[drawn] = hat[p];
      hat[p] = ticket;
      if (keep_unit_apart && p > 0 && tickets[ticket].group == tickets[hat[p - 1]].group)
        return FALSE;
    }
  return TRUE;
}

/* The arrangement that is counted out, as positions in the list. Its members are numbered
 * through the units in turn, within a unit in the order of the list. */
static void
count_out (LecternRandom *random,
           const Ticket  *tickets,
           guint          n,
           const GArray  *sizes,
           guint         *order)
{
  g_autofree guint *members = g_new (guint, n);
  guint             filled = 0;

  for (guint group = 0; group < sizes->len; group++)
    for (guint i = 0; i < n; i++)
      if (tickets[i].group == group)
        members[filled++] = i;
  lectern_arrangement_draw (random, (const guint *) (void *) sizes->data, sizes->len, order);
  for (guint p = 0; p < n; p++)
    order[p] = members[order[p]];
}

gboolean
lectern_draw (const char        *seed,
              const char *const *names,
              const char *const *units,
              guint              n,
              gboolean           keep_unit_apart,
              guint             *order)
{
  g_autofree Ticket *tickets = NULL;
  g_autoptr (GArray) sizes = NULL;
  LecternRandom random;
  gboolean      drawn = FALSE;

  g_return_val_if_fail (seed != NULL, FALSE);
  g_return_val_if_fail (n == 0 || (names != NULL && units != NULL && order != NULL), FALSE);

  if (n == 0)
    return TRUE;
  sizes = g_array_new (FALSE, TRUE, sizeof (guint));
  tickets = make_tickets (names, units, n, sizes);
  if (keep_unit_apart && !can_be_kept_apart (sizes, n))
    return FALSE;

  lectern_random_init (&random, seed);
  for (guint i = 0; i < LECTERN_DRAW_TRIES && !drawn; i++)
    drawn = try_draw (&random, tickets, n, keep_unit_apart, order);
  if (!drawn)
    count_out (&random, tickets, n, sizes, order);
  for (guint p = 0; p < n; p++)
    order[p] = tickets[order[p]].index;
  return TRUE;
}
