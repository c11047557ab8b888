/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The paper sheets as a list: who is through with which, and never what anybody keyed, for the
 * person at the second keying sits before the same list. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-keying-item.h"

#include <glib/gi18n-lib.h>

#include "lectern-keyings.h"

struct _LecternKeyingItem
{
  GObject            parent_instance;
  gint64             lot;
  gint64             judge;
  char              *title;
  LecternKeyingState state;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_STATE_WORDS,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternKeyingItem, lectern_keying_item, G_TYPE_OBJECT)

static const char *
get_words (LecternKeyingState state)
{
  switch (state)
    {
    case LECTERN_KEYING_FIRST:
    case LECTERN_KEYING_SECOND:
      return C_ ("paper sheet", "keyed once");
    case LECTERN_KEYING_DIFFERS:
      return C_ ("paper sheet", "differs");
    case LECTERN_KEYING_DONE:
      return C_ ("paper sheet", "keyed twice");
    case LECTERN_KEYING_HANDED_IN:
      return C_ ("paper sheet", "not from paper");
    case LECTERN_KEYING_OPEN:
    default:
      return C_ ("paper sheet", "to be keyed");
    }
}

static void
lectern_keying_item_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LecternKeyingItem *self = LECTERN_KEYING_ITEM (object);
  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_STATE_WORDS)
    g_value_set_string (value, get_words (self->state));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_keying_item_finalize (GObject *object)
{
  g_free (LECTERN_KEYING_ITEM (object)->title);
  G_OBJECT_CLASS (lectern_keying_item_parent_class)->finalize (object);
}

static void
lectern_keying_item_class_init (LecternKeyingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_keying_item_get_property;
  object_class->finalize = lectern_keying_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE_WORDS] = g_param_spec_string ("state-words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_keying_item_init (LecternKeyingItem *self)
{
}

gint64
lectern_keying_item_get_lot (LecternKeyingItem *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_ITEM (self), 0);
  return self->lot;
}

gint64
lectern_keying_item_get_judge (LecternKeyingItem *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_ITEM (self), 0);
  return self->judge;
}

const char *
lectern_keying_item_get_title (LecternKeyingItem *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_ITEM (self), NULL);
  return self->title;
}

LecternKeyingState
lectern_keying_item_get_state (LecternKeyingItem *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_ITEM (self), LECTERN_KEYING_OPEN);
  return self->state;
}

/* The list ------------------------------------------------------------------------------------- */

static LecternKeyingState
read_state (LecternContest     *contest,
            const LecternEntry *entry,
            gint64              judge)
{
  gboolean            first = lectern_keyings_find (contest, entry, judge, 1) != NULL;
  gboolean            second = lectern_keyings_find (contest, entry, judge, 2) != NULL;
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (contest, entry, judge);
  if (first && second)
    return LECTERN_KEYING_DIFFERS;
  if (first || second)
    return first ? LECTERN_KEYING_FIRST : LECTERN_KEYING_SECOND;
  if (!sheet)
    return LECTERN_KEYING_OPEN;
  return sheet->origin == LECTERN_ORIGIN_KEYED ? LECTERN_KEYING_DONE : LECTERN_KEYING_HANDED_IN;
}

/* Whoever has left the panel hands in no more; a sheet of his that has come stays in sight. */
static gboolean
belongs (LecternContest     *contest,
         const LecternEntry *entry,
         const LecternJudge *judge)
{
  if (entry->lot == LECTERN_NULL || entry->state == LECTERN_ENTRY_FORFEIT || lectern_contest_is_recused (contest, entry, judge->number))
    return FALSE;
  return judge->active == 1 || read_state (contest, entry, judge->number) != LECTERN_KEYING_OPEN;
}

static LecternKeyingItem *
make_item (LecternContest     *contest,
           const LecternEntry *entry,
           const LecternJudge *judge,
           LecternKeyingWalk   walk)
{
  LecternKeyingItem    *item = g_object_new (LECTERN_TYPE_KEYING_ITEM, NULL);
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const char           *name = nominee ? nominee->name : "";
  item->lot = entry->lot;
  item->judge = judge->number;
  item->state = read_state (contest, entry, judge->number);
  if (walk == LECTERN_KEYING_BY_JUDGE)
    /* Translators: a judge's number and name, then a running number and name. */
    item->title = g_strdup_printf (_ ("Judge %d %s · No. %d %s"), (int) judge->number, judge->name, (int) entry->lot, name);
  else
    /* Translators: a running number and name, then a judge's number and name. */
    item->title = g_strdup_printf (_ ("No. %d %s · Judge %d %s"), (int) entry->lot, name, (int) judge->number, judge->name);
  return item;
}

static GPtrArray *
list_items (LecternContest   *contest,
            LecternKeyingWalk walk)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n_outer = walk == LECTERN_KEYING_BY_JUDGE ? judges->len : entries->len;
  guint      n_inner = walk == LECTERN_KEYING_BY_JUDGE ? entries->len : judges->len;
  for (guint i = 0; i < n_outer * n_inner; i++)
    {
      guint               outer = i / n_inner, inner = i % n_inner;
      const LecternEntry *entry = g_ptr_array_index (entries, walk == LECTERN_KEYING_BY_JUDGE ? inner : outer);
      const LecternJudge *judge = g_ptr_array_index (judges, walk == LECTERN_KEYING_BY_JUDGE ? outer : inner);
      if (belongs (contest, entry, judge))
        g_ptr_array_add (items, make_item (contest, entry, judge, walk));
    }
  return items;
}

static gboolean
is_same_list (GListStore *list,
              GPtrArray  *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (LecternKeyingItem) old = g_list_model_get_item (G_LIST_MODEL (list), i);
      LecternKeyingItem *item = g_ptr_array_index (items, i);
      if (!g_str_equal (old->title, item->title) || old->lot != item->lot || old->judge != item->judge)
        return FALSE;
    }
  return TRUE;
}

GListStore *
lectern_keying_list_new (void)
{
  return g_list_store_new (LECTERN_TYPE_KEYING_ITEM);
}

void
lectern_keying_list_update (GListStore       *list,
                            LecternContest   *contest,
                            LecternKeyingWalk walk)
{
  g_autoptr (GPtrArray) items = list_items (contest, walk);
  if (!is_same_list (list, items))
    {
      g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), items->pdata, items->len);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (LecternKeyingItem) old = g_list_model_get_item (G_LIST_MODEL (list), i);
      LecternKeyingState state = ((LecternKeyingItem *) g_ptr_array_index (items, i))->state;
      if (old->state == state)
        continue;
      old->state = state;
      g_object_notify_by_pspec (G_OBJECT (old), properties[PROP_STATE_WORDS]);
    }
}

static LecternKeyingState
get_state (GListStore *list,
           guint       position)
{
  g_autoptr (LecternKeyingItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  return item->state;
}

void
lectern_keying_list_count (GListStore *list,
                           guint      *n_keyed,
                           guint      *n_sheets)
{
  *n_keyed = *n_sheets = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      LecternKeyingState state = get_state (list, i);
      *n_keyed += state == LECTERN_KEYING_DONE;
      *n_sheets += state != LECTERN_KEYING_HANDED_IN;
    }
}

gboolean
lectern_keying_list_find_next (GListStore *list,
                               guint       position,
                               gint64      pass,
                               guint      *next)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 1; i <= n; i++)
    {
      guint              candidate = (position + i) % n;
      LecternKeyingState state = get_state (list, candidate);
      if (state != LECTERN_KEYING_OPEN && state != (pass == 1 ? LECTERN_KEYING_SECOND : LECTERN_KEYING_FIRST))
        continue;
      *next = candidate;
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (get_state (list, i) == LECTERN_KEYING_DIFFERS)
      {
        *next = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lectern_keying_list_find (GListStore *list,
                          gint64      lot,
                          gint64      judge,
                          guint      *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (LecternKeyingItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      if (item->lot != lot || item->judge != judge)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}
