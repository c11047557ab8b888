/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list before the evening, made anew from the contest and from what is known of the machine each
 * time it is asked for; nothing of it is kept but what was passed over.
 *
 * Rule: red keeps an evening from being run as planned, amber makes it worse or can't be told, green
 * needs nothing. Passing over counts for what was found then: when it becomes worse it is open again. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-preflight-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
  const char *place;
  LecternLook look;
  gboolean    asked; /* always: the contest itself tells */
} kinds[LECTERN_CHECK_N_KINDS] = {
  [LECTERN_CHECK_JUDGES] = { "judges", N_ ("Judges connected"), "set-up/judges", lectern_look_at_judges, FALSE },
  [LECTERN_CHECK_PRACTICE] = { "practice", N_ ("Judges have practised"), "set-up/judges", lectern_look_at_practice, FALSE },
  [LECTERN_CHECK_COURSEWARE] = { "courseware", N_ ("Courseware opens"), "set-up/nominees", lectern_look_at_courseware, TRUE },
  [LECTERN_CHECK_PHOTOS] = { "photos", N_ ("Photos"), "set-up/nominees", lectern_look_at_photos, TRUE },
  [LECTERN_CHECK_CHARACTERS] = { "characters", N_ ("Every character of every name"), "set-up/fonts", lectern_look_at_characters, FALSE },
  [LECTERN_CHECK_PROJECTOR] = { "projector", N_ ("Projector"), "set-up/screens", lectern_look_at_projector, FALSE },
  [LECTERN_CHECK_SOUND] = { "sound", N_ ("Sound"), "set-up/files", lectern_look_at_sound, FALSE },
  [LECTERN_CHECK_PRINTER] = { "printer", N_ ("Printer"), "papers", lectern_look_at_printer, FALSE },
  [LECTERN_CHECK_SPACE] = { "space", N_ ("Space on the disk"), NULL, lectern_look_at_space, FALSE },
  [LECTERN_CHECK_SPEED] = { "speed", N_ ("Speed of the disk"), NULL, lectern_look_at_speed, FALSE },
  [LECTERN_CHECK_BACKUP] = { "backup", N_ ("A copy elsewhere"), "copy", lectern_look_at_backup, FALSE },
  [LECTERN_CHECK_POWER] = { "power", N_ ("Power and battery"), NULL, lectern_look_at_power, FALSE },
  [LECTERN_CHECK_CLOCK] = { "clock", N_ ("Clock of this laptop"), NULL, lectern_look_at_clock, FALSE },
  [LECTERN_CHECK_NETWORK] = { "network", N_ ("Network and firewall"), "set-up/network", lectern_look_at_network, FALSE },
  [LECTERN_CHECK_REHEARSAL] = { "rehearsal", N_ ("Nothing is left of a rehearsal"), "journal", lectern_look_at_rehearsal, TRUE },
};

void
lectern_check_item_free (LecternCheckItem *self)
{
  g_free (self->sentence);
  g_free (self->reason);
  g_free (self);
}

const char *
lectern_check_kind_get_name (LecternCheckKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CHECK_N_KINDS, NULL);
  return kinds[kind].name;
}

gboolean
lectern_check_kind_from_name (const char       *name,
                              LecternCheckKind *kind)
{
  for (guint i = 0; i < LECTERN_CHECK_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *kind = (LecternCheckKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lectern_check_kind_get_title (LecternCheckKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CHECK_N_KINDS, NULL);
  return _ (kinds[kind].title);
}

const char *
lectern_check_kind_get_place (LecternCheckKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CHECK_N_KINDS, NULL);
  return kinds[kind].place;
}

const char *
lectern_check_level_get_name (LecternCheckLevel level)
{
  static const char *const names[] = { "green", "amber", "red" };

  g_return_val_if_fail (level < G_N_ELEMENTS (names), NULL);
  return names[level];
}

const char *
lectern_check_level_get_label (LecternCheckLevel level)
{
  switch (level)
    {
    case LECTERN_CHECK_RED:
      return C_ ("pre-flight", "Red");
    case LECTERN_CHECK_AMBER:
      return C_ ("pre-flight", "Amber");
    case LECTERN_CHECK_GREEN:
    default:
      return C_ ("pre-flight", "Green");
    }
}

static char *
find_reason (LecternContest   *contest,
             LecternCheckKind  kind,
             LecternCheckLevel level)
{
  const LecternPassedCheck  wanted = { .record.table = &lectern_table_passed_check, .kind = (char *) kinds[kind].name };
  const LecternPassedCheck *passed = lectern_contest_find (contest, &wanted);

  return level != LECTERN_CHECK_GREEN && passed != NULL && passed->level >= (gint64) level ? g_strdup (passed->reason) : NULL;
}

GPtrArray *
lectern_preflight_list (LecternContest              *contest,
                        const LecternPreflightFacts *facts)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_check_item_free);

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), items);
  for (guint kind = 0; kind < LECTERN_CHECK_N_KINDS; kind++)
    {
      LecternCheckItem *item;

      if (!kinds[kind].asked && !(facts->asked & (1u << kind)))
        continue;
      item = g_new0 (LecternCheckItem, 1);
      item->kind = (LecternCheckKind) kind;
      item->level = kinds[kind].look (contest, facts, &item->sentence);
      item->reason = find_reason (contest, item->kind, item->level);
      g_ptr_array_add (items, item);
    }
  return items;
}

guint
lectern_preflight_count (GPtrArray        *items,
                         LecternCheckLevel level,
                         gboolean          passed)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const LecternCheckItem *item = items->pdata[i];

      n += item->level == level && (item->reason != NULL) == passed;
    }
  return n;
}

LecternCheckLevel
lectern_preflight_get_worst (GPtrArray *items)
{
  if (lectern_preflight_count (items, LECTERN_CHECK_RED, FALSE) > 0)
    return LECTERN_CHECK_RED;
  return lectern_preflight_count (items, LECTERN_CHECK_AMBER, FALSE) > 0 ? LECTERN_CHECK_AMBER : LECTERN_CHECK_GREEN;
}

/* Takes @part. */
static void
append (GString    *text,
        const char *between,
        char       *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
  g_free (part);
}

char *
lectern_preflight_summarise (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint red = lectern_preflight_count (items, LECTERN_CHECK_RED, FALSE);
  guint amber = lectern_preflight_count (items, LECTERN_CHECK_AMBER, FALSE);
  guint passed = lectern_preflight_count (items, LECTERN_CHECK_RED, TRUE) + lectern_preflight_count (items, LECTERN_CHECK_AMBER, TRUE);

  if (red > 0)
    /* Translators: how many lines of the list before the evening. */
    append (text, ", ", g_strdup_printf (_ ("%u red"), red));
  if (amber > 0)
    /* Translators: how many lines of the list before the evening. */
    append (text, ", ", g_strdup_printf (_ ("%u amber"), amber));
  if (red + amber == 0)
    append (text, ", ", g_strdup (C_ ("pre-flight", "ready")));
  if (passed > 0)
    /* Translators: how many lines of the list before the evening. */
    append (text, ", ", g_strdup_printf (_ ("%u passed over"), passed));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lectern_preflight_describe_opening (LecternContest *contest,
                                    GPtrArray      *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  if (lectern_contest_get_cue_on_air (contest) != NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const LecternCheckItem *item = items->pdata[i];

      if (item->level == LECTERN_CHECK_RED && item->reason == NULL)
        /* Translators: "Projector", and what is wrong with it. */
        append (text, "\n", g_strdup_printf (_ ("Red: %s. %s"), _ (kinds[item->kind].title), item->sentence));
    }
  for (guint i = 0; i < items->len; i++)
    {
      const LecternCheckItem *item = items->pdata[i];

      if (item->reason != NULL)
        /* Translators: "Projector", and the reason somebody gave. */
        append (text, "\n", g_strdup_printf (_ ("Passed over: %s (%s)"), _ (kinds[item->kind].title), item->reason));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
