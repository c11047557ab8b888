/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Nothing of this counts: it is there so that a judge stays consistent, by his own totals alone. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-own-places.h"

#include "lectern-own-sheet.h"

static gboolean
is_complete (LecternOwnSheet *sheet)
{
  return lectern_own_sheet_get_n_marks (sheet) > 0 &&
         lectern_own_sheet_count_marked (sheet) == lectern_own_sheet_get_n_marks (sheet);
}

static void
place_sheet (GListModel      *sheets,
             LecternOwnSheet *sheet)
{
  guint place = 1;

  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr (LecternOwnSheet) other = g_list_model_get_item (sheets, i);

      place += is_complete (other) && lectern_own_sheet_get_total (other) > lectern_own_sheet_get_total (sheet);
    }
  lectern_own_sheet_set_place (sheet, is_complete (sheet) ? place : 0);
}

void
lectern_own_places_update (GListModel *sheets)
{
  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr (LecternOwnSheet) sheet = g_list_model_get_item (sheets, i);

      place_sheet (sheets, sheet);
    }
}

guint
lectern_own_places_count (GListModel *sheets)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr (LecternOwnSheet) sheet = g_list_model_get_item (sheets, i);

      n += lectern_own_sheet_get_place (sheet) > 0;
    }
  return n;
}
