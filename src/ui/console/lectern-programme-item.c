/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A line of the programme in words: what it is, where the evening is in regard to it, and what
 * came of it. A score stands here as soon as the operator may know it; the remark says whether
 * the hall knows it too, since showing too early is what crews fear most. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-programme-item.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme.h"
#include "lectern-wording.h"

struct _LecternProgrammeItem
{
  GObject               parent_instance;
  LecternProgrammeKind  kind;
  LecternProgrammePlace place;
  gint64                cue;
  gint64                last_cue;
  gint64                nominee;
  char                 *number;
  char                 *title;
  char                 *detail;
  char                 *figure;
  char                 *remark;
  gboolean              armed;
};

enum
{
  UPDATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LecternProgrammeItem, lectern_programme_item, G_TYPE_OBJECT)

static gboolean
take_text (char **field,
           char  *text)
{
  gboolean differs = g_strcmp0 (*field, text) != 0;
  g_free (*field);
  *field = text;
  return differs;
}

static const LecternCue *
find_cue (LecternContest *contest,
          gint64          position)
{
  GPtrArray *cues = lectern_contest_get_cues (contest);
  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = g_ptr_array_index (cues, i);
      if (cue->position == position)
        return cue;
    }
  return NULL;
}

static gboolean
covers (LecternProgrammeItem *self,
        const LecternCue     *cue)
{
  return cue && cue->position >= self->cue && cue->position <= self->last_cue;
}

static LecternProgrammePlace
find_place (LecternProgrammeItem *self,
            LecternContest       *contest)
{
  const LecternCue *on_air = lectern_contest_get_cue_on_air (contest);
  const LecternCue *next = lectern_contest_get_next_cue (contest);
  if (covers (self, on_air))
    return LECTERN_PROGRAMME_ON;
  if (covers (self, next))
    return LECTERN_PROGRAMME_NEXT;
  if (on_air && self->last_cue < on_air->position)
    return LECTERN_PROGRAMME_PAST;
  return LECTERN_PROGRAMME_TO_COME;
}

static char *
describe_done (const LecternEntry         *entry,
               const LecternProgrammeView *view,
               char                      **remark)
{
  const LecternRankingRow *row = lectern_ranking_find (view->all, entry->nominee);
  if (!row || !row->ranked.has_final)
    return g_strdup (C_ ("entry", "no marks"));
  const LecternRankingRow *shown = entry->revealed ? lectern_ranking_find (view->revealed, entry->nominee) : NULL;
  if (shown && shown->ranked.rank > 0)
    /* Translators: the provisional place of an entry among those revealed. */
    *remark = g_strdup_printf (_ ("place %u so far"), shown->ranked.rank);
  else
    *remark = g_strdup (C_ ("score", "not revealed"));
  return lectern_fraction_format (row->ranked.final, view->all->decimals);
}

static char *
describe_entry (LecternProgrammeItem       *self,
                const LecternEntry         *entry,
                const LecternProgrammeView *view,
                char                      **remark)
{
  if (entry->state == LECTERN_ENTRY_DONE)
    return describe_done (entry, view, remark);
  if (entry->state == LECTERN_ENTRY_WAITING)
    return self->place == LECTERN_PROGRAMME_NEXT ? g_strdup (C_ ("entry", "on deck")) : NULL;
  if (entry->state == LECTERN_ENTRY_MARKING && entry->time_ms != LECTERN_NULL)
    *remark = lectern_clock_format (entry->time_ms, FALSE);
  return g_strdup (lectern_wording_for_entry_state ((LecternEntryState) entry->state));
}

static char *
describe_unit (LecternContest       *contest,
               const LecternNominee *nominee)
{
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);
  const char        *name = unit ? unit->name : nominee->unit;
  if (!nominee->title || !*nominee->title)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, nominee->title);
}

static gboolean
update_entry (LecternProgrammeItem       *self,
              const LecternProgrammeView *view)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (view->contest, self->nominee);
  const LecternRound   *round = lectern_contest_get_current_round (view->contest);
  const LecternEntry   *entry = round ? lectern_contest_get_entry (view->contest, round->key, self->nominee) : NULL;
  if (!nominee || !entry)
    return FALSE;
  char    *remark = NULL;
  char    *figure = describe_entry (self, entry, view, &remark);
  char    *number = entry->lot == LECTERN_NULL ? NULL : g_strdup_printf ("%d", (int) entry->lot);
  gboolean differs = take_text (&self->figure, figure);
  differs |= take_text (&self->remark, remark);
  differs |= take_text (&self->number, number);
  differs |= take_text (&self->title, g_strdup (nominee->name));
  differs |= take_text (&self->detail, describe_unit (view->contest, nominee));
  return differs;
}

static char *
describe_duration (const LecternCue *cue)
{
  if (cue->duration_ms == LECTERN_NULL || cue->duration_ms < 60000)
    return NULL;
  int minutes = (int) (cue->duration_ms / 60000);
  /* Translators: the planned length of a break in the programme. */
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

static gboolean
update_cue (LecternProgrammeItem       *self,
            const LecternProgrammeView *view)
{
  const LecternCue *cue = find_cue (view->contest, self->cue);
  if (!cue)
    return FALSE;
  gboolean differs = take_text (&self->title, lectern_programme_describe_cue (view->contest, cue));
  differs |= take_text (&self->detail, self->kind == LECTERN_PROGRAMME_PLAIN ? describe_duration (cue) : NULL);
  return differs;
}

static void
lectern_programme_item_finalize (GObject *object)
{
  LecternProgrammeItem *self = LECTERN_PROGRAMME_ITEM (object);
  g_free (self->number);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->figure);
  g_free (self->remark);
  G_OBJECT_CLASS (lectern_programme_item_parent_class)->finalize (object);
}

static void
lectern_programme_item_class_init (LecternProgrammeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_programme_item_finalize;
  signals[UPDATED] = g_signal_new ("updated", LECTERN_TYPE_PROGRAMME_ITEM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_programme_item_init (LecternProgrammeItem *self)
{
}

LecternProgrammeItem *
lectern_programme_item_new (LecternProgrammeKind kind,
                            gint64               cue,
                            gint64               last_cue,
                            gint64               nominee)
{
  LecternProgrammeItem *self = g_object_new (LECTERN_TYPE_PROGRAMME_ITEM, NULL);
  self->kind = kind;
  self->cue = cue;
  self->last_cue = last_cue;
  self->nominee = nominee;
  return self;
}

void
lectern_programme_item_update (LecternProgrammeItem       *self,
                               const LecternProgrammeView *view)
{
  g_return_if_fail (LECTERN_IS_PROGRAMME_ITEM (self));
  LecternProgrammePlace place = find_place (self, view->contest);
  gboolean              differs = place != self->place;
  self->place = place;
  if (self->kind == LECTERN_PROGRAMME_ENTRY)
    differs |= update_entry (self, view);
  else
    differs |= update_cue (self, view);
  if (differs)
    g_signal_emit (self, signals[UPDATED], 0);
}

gboolean
lectern_programme_item_is_same (LecternProgrammeItem *self,
                                LecternProgrammeItem *other)
{
  return self->kind == other->kind && self->cue == other->cue &&
         self->last_cue == other->last_cue && self->nominee == other->nominee;
}

LecternProgrammeKind
lectern_programme_item_get_kind (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), LECTERN_PROGRAMME_PLAIN);
  return self->kind;
}

LecternProgrammePlace
lectern_programme_item_get_place (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), LECTERN_PROGRAMME_TO_COME);
  return self->place;
}

gint64
lectern_programme_item_get_cue (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), LECTERN_NULL);
  return self->cue;
}

gint64
lectern_programme_item_get_nominee (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), LECTERN_NULL);
  return self->nominee;
}

const char *
lectern_programme_item_get_number (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), NULL);
  return self->number;
}

const char *
lectern_programme_item_get_title (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), NULL);
  return self->title;
}

const char *
lectern_programme_item_get_detail (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), NULL);
  return self->detail;
}

const char *
lectern_programme_item_get_figure (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), NULL);
  return self->figure;
}

const char *
lectern_programme_item_get_remark (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), NULL);
  return self->remark;
}

gboolean
lectern_programme_item_get_armed (LecternProgrammeItem *self)
{
  g_return_val_if_fail (LECTERN_IS_PROGRAMME_ITEM (self), FALSE);
  return self->armed;
}

void
lectern_programme_item_set_armed (LecternProgrammeItem *self,
                                  gboolean              armed)
{
  g_return_if_fail (LECTERN_IS_PROGRAMME_ITEM (self));
  if (self->armed == armed)
    return;
  self->armed = armed;
  g_signal_emit (self, signals[UPDATED], 0);
}
