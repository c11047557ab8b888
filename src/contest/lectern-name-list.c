/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Lists of people in one of the orders of names. Every list is sorted here, so that a notice, a
 * workbook and the command line never disagree about who comes first. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-name-list.h"

#include <string.h>

/* Compared from the first member on; the last keeps the sort stable. */
typedef struct
{
  gint64        number; /* award's group, rank or lot; G_MAXINT64: none */
  char         *key;
  guint         before;
  gconstpointer item;
} Place;

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->key);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;
  int          by_key;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;
  by_key = strcmp (left->key, right->key);

  return by_key != 0 ? by_key : (int) left->before - (int) right->before;
}

static void
add_place (GArray          *places,
           gint64           number,
           const char      *name,
           LecternNameOrder order,
           gconstpointer    item)
{
  Place place = { number, lectern_name_order_sort_key (name, order), places->len, item };

  g_array_append_val (places, place);
}

static GPtrArray *
sort_places (GArray *places)
{
  GPtrArray *items = g_ptr_array_new ();

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (items, (gpointer) g_array_index (places, Place, i).item);

  return items;
}

static GArray *
make_places (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);

  return places;
}

static gint64
get_rank (const LecternRanking *ranking,
          gint64                nominee)
{
  const LecternRankingRow *row = lectern_ranking_find (ranking, nominee);

  return row != NULL && row->ranked.has_final ? (gint64) row->ranked.rank : G_MAXINT64;
}

static gint64
get_lot (LecternContest *contest,
         gint64          nominee)
{
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, nominee);

  return entry != NULL && entry->lot != LECTERN_NULL ? entry->lot : G_MAXINT64;
}

static gint64
get_position (const LecternUnit *unit)
{
  return unit != NULL ? unit->position : G_MAXINT64;
}

GPtrArray *
lectern_name_list_nominees (LecternContest  *contest,
                            LecternNameOrder order)
{
  g_autoptr (GArray) places = make_places ();
  g_autoptr (LecternRanking) ranking = order == LECTERN_NAME_ORDER_RANK ? lectern_ranking_new (contest, NULL, FALSE) : NULL;
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];
      gint64                number = 0;

      if (order == LECTERN_NAME_ORDER_RANK)
        number = get_rank (ranking, nominee->id);
      else if (order == LECTERN_NAME_ORDER_LOT)
        number = get_lot (contest, nominee->id);
      else if (order == LECTERN_NAME_ORDER_UNIT)
        number = get_position (lectern_contest_get_unit (contest, nominee->unit));
      add_place (places, number, nominee->name, order, nominee);
    }

  return sort_places (places);
}

/* From the first award of the ranking on; rows come by rank, so awards first appear in their order. */
static gint64
number_award (GPtrArray  *awards,
              const char *award)
{
  guint index;

  if (award == NULL)
    return G_MAXINT64;
  if (!g_ptr_array_find_with_equal_func (awards, award, g_str_equal, &index))
    {
      index = awards->len;
      g_ptr_array_add (awards, (gpointer) award);
    }

  return index;
}

/* Within an award LOT does not go by names, and UNIT only after the units. */
static void
prefix_place (Place                   *place,
              LecternNameOrder         order,
              const LecternRankingRow *row)
{
  g_autofree char *key = g_steal_pointer (&place->key);

  if (order == LECTERN_NAME_ORDER_LOT)
    place->key = g_strdup_printf ("%010" G_GINT64_FORMAT, row->entry->lot);
  else if (order == LECTERN_NAME_ORDER_UNIT)
    place->key = g_strdup_printf ("%010" G_GINT64_FORMAT "%s", MIN (get_position (row->unit), 9999999999), key);
  else
    place->key = g_steal_pointer (&key);
}

static void
add_rows (GArray               *places,
          const LecternRanking *ranking,
          LecternNameOrder      order,
          gboolean              by_award)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      gint64                   award = row->advances || !by_award ? 0 : number_award (awards, row->award);

      add_place (places, award, row->nominee->name, order, row);
      prefix_place (&g_array_index (places, Place, places->len - 1), order, row);
    }
}

static GPtrArray *
list_rows (const LecternRanking *ranking,
           LecternNameOrder      order,
           gboolean              by_award)
{
  g_autoptr (GArray) places = make_places ();

  if (order != LECTERN_NAME_ORDER_RANK)
    add_rows (places, ranking, order, by_award);
  else
    for (guint i = 0; i < ranking->n_rows; i++)
      {
        const LecternRankingRow *row = &ranking->rows[i];

        add_place (places, row->ranked.has_final ? (gint64) row->ranked.rank : G_MAXINT64, row->nominee->name, order, row);
      }

  return sort_places (places);
}

GPtrArray *
lectern_name_list_rows (const LecternRanking *ranking,
                        LecternNameOrder      order)
{
  return list_rows (ranking, order, TRUE);
}

GPtrArray *
lectern_name_list_all_rows (const LecternRanking *ranking,
                            LecternNameOrder      order)
{
  return list_rows (ranking, order, FALSE);
}
