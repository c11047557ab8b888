/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What setting up still wants, step by step, from the contest as it is: nothing is ticked off by hand,
 * so nothing can be ticked off and be missing all the same. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-set-up-state.h"

#include <glib/gi18n-lib.h>

static const char *const names[LECTERN_SET_UP_N_PARTS] = {
  [LECTERN_SET_UP_CONTEST] = "contest",
  [LECTERN_SET_UP_RULES] = "rules",
  [LECTERN_SET_UP_NOMINEES] = "nominees",
  [LECTERN_SET_UP_JUDGES] = "judges",
  [LECTERN_SET_UP_FILES] = "files",
  [LECTERN_SET_UP_SCREENS] = "screens",
  [LECTERN_SET_UP_NETWORK] = "network",
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
add (GString    *text,
     const char *item)
{
  if (text->len > 0)
    /* Translators: between two things that are missing. */
    g_string_append (text, C_ ("missing", ", "));
  g_string_append (text, item);
}

static guint
count_active_units (LecternContest *contest)
{
  GPtrArray *units = lectern_contest_get_units (contest);
  guint      n = 0;

  for (guint i = 0; i < units->len; i++)
    n += ((LecternUnit *) units->pdata[i])->active == 1;
  return n;
}

static char *
describe_contest (LecternContest *contest,
                  gboolean       *done)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  guint                       n_units = count_active_units (contest);
  g_autoptr (GString) missing = g_string_new (NULL);

  if (is_empty (record->title))
    add (missing, C_ ("missing", "the title"));
  if (is_empty (record->date))
    add (missing, C_ ("missing", "the date"));
  if (is_empty (record->place))
    add (missing, C_ ("missing", "the place"));
  if (lectern_contest_get_organisers (contest)[0] == NULL)
    add (missing, C_ ("missing", "an organiser"));
  if (n_units == 0)
    add (missing, C_ ("missing", "a unit that nominates"));
  *done = missing->len == 0;
  if (!*done)
    /* Translators: a list such as “the date, the place”. */
    return g_strdup_printf (_ ("Still missing: %s."), missing->str);
  return g_strdup_printf (ngettext ("Nothing is missing here: %u unit nominates.", "Nothing is missing here: %u units nominate.", n_units), n_units);
}

static char *
describe_rules (LecternContest *contest,
                gboolean       *done)
{
  guint n_criteria = lectern_contest_get_criteria (contest)->len;
  guint n_awards = lectern_contest_get_awards (contest)->len;

  *done = n_criteria > 0 && n_awards > 0;
  if (n_criteria == 0)
    return g_strdup (_ ("The rubric has no criterion: nobody could mark."));
  if (n_awards == 0)
    return g_strdup (_ ("No award is set up: the ceremony would have nothing to give."));
  /* Translators: how many criteria, how many awards. */
  return g_strdup_printf (_ ("Nothing is missing here: criteria %u, awards %u."), n_criteria, n_awards);
}

static guint
count_of_unit (LecternContest *contest,
               const char     *unit)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  guint      n = 0;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      n += nominee->withdrawn != 1 && (unit == NULL || g_strcmp0 (nominee->unit, unit) == 0);
    }
  return n;
}

static guint
count_not_eligible (LecternContest *contest)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  guint      n = 0;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (nominee->withdrawn != 1)
        {
          g_autoptr (GPtrArray) problems = lectern_contest_check_eligibility (contest, nominee);

          n += problems->len > 0;
        }
    }
  return n;
}

/* Units that may leave their places empty are not waited for. */
static char *
list_units_waited_for (LecternContest *contest)
{
  GPtrArray *units = lectern_contest_get_units (contest);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = units->pdata[i];

      if (unit->active == 1 && unit->optional != 1 && count_of_unit (contest, unit->key) == 0)
        add (text, unit->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_nominees (LecternContest *contest,
                   gboolean       *done)
{
  guint            n = count_of_unit (contest, NULL);
  guint            n_wrong = count_not_eligible (contest);
  g_autofree char *waited = list_units_waited_for (contest);

  *done = n > 0 && n_wrong == 0 && is_empty (waited);
  if (n == 0)
    return g_strdup (_ ("Nobody is nominated yet. Import the table the units sent in, or add nominees one by one."));
  if (n_wrong > 0)
    return g_strdup_printf (ngettext ("%u nominee is not eligible; the line says why.", "%u nominees are not eligible; their lines say why.", n_wrong), n_wrong);
  if (!*done)
    /* Translators: names of units. */
    return g_strdup_printf (_ ("Nobody is nominated yet by: %s. A unit that sends nobody is switched off on the page Contest."), waited);
  return g_strdup_printf (ngettext ("Nothing is missing here: %u nominee.", "Nothing is missing here: %u nominees.", n), n);
}

static char *
describe_judges (LecternContest *contest,
                 gboolean       *done)
{
  GPtrArray          *judges = lectern_contest_get_judges (contest);
  const LecternRules *rules = lectern_contest_get_rules (contest);
  guint               n = 0;
  guint               n_heads = 0;

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      n += judge->active == 1;
      n_heads += judge->active == 1 && judge->head == 1;
    }
  *done = n > 0 && n_heads > 0 && n >= rules->scoring.trim_from;
  if (n == 0)
    return g_strdup (_ ("There is no judge yet."));
  if (n_heads == 0)
    return g_strdup (_ ("No head judge is named."));
  if (!*done)
    /* Translators: how many judges there are; from how many on the rules strike out marks. */
    return g_strdup_printf (_ ("Only %u on the panel: the rules strike out marks from %u judges on, so all would count."), n, rules->scoring.trim_from);
  return g_strdup_printf (ngettext ("Nothing is missing here: %u judge.", "Nothing is missing here: %u judges.", n), n);
}

static char *
describe_files (LecternContest *contest,
                gboolean       *done)
{
  g_autoptr (GPtrArray) files = lectern_contest_list_rows (contest, &lectern_table_attachment);
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += ((LecternAttachment *) files->pdata[i])->checked == 0;
  *done = n == 0;
  if (n > 0)
    return g_strdup_printf (ngettext ("%u file does not open; bring another in its place.", "%u files do not open; bring others in their place.", n), n);
  if (files->len == 0)
    return g_strdup (_ ("Nothing has to be brought: without files the program’s own pictures and sounds are used."));
  return g_strdup_printf (ngettext ("Nothing is missing here: %u file.", "Nothing is missing here: %u files.", files->len), files->len);
}

static char *
describe_network (const LecternSetUpMachine *machine,
                  gboolean                  *done)
{
  *done = machine->served && machine->n_addresses > 0;
  if (*done)
    return g_strdup (_ ("This laptop is in a network. That nothing keeps the judges out is proved by a try from one of theirs."));
  if (machine->served)
    return g_strdup (_ ("This laptop is in no network. Connect it to the router of the hall; a contest on paper needs none."));
  return g_strdup (_ ("No judges’ server runs; a contest on paper needs none."));
}

const char *
lectern_set_up_part_get_name (LecternSetUpPart part)
{
  g_return_val_if_fail ((guint) part < LECTERN_SET_UP_N_PARTS, NULL);
  return names[part];
}

char *
lectern_set_up_describe (LecternContest            *contest,
                         LecternSetUpPart           part,
                         const LecternSetUpMachine *machine,
                         gboolean                  *done)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  g_return_val_if_fail (machine != NULL && done != NULL, NULL);
  switch (part)
    {
    case LECTERN_SET_UP_CONTEST:
      return describe_contest (contest, done);
    case LECTERN_SET_UP_RULES:
      return describe_rules (contest, done);
    case LECTERN_SET_UP_NOMINEES:
      return describe_nominees (contest, done);
    case LECTERN_SET_UP_JUDGES:
      return describe_judges (contest, done);
    case LECTERN_SET_UP_FILES:
      return describe_files (contest, done);
    case LECTERN_SET_UP_SCREENS:
      *done = machine->hall;
      return g_strdup (*done ? _ ("The hall’s picture has its screen.") : _ ("No screen shows the hall’s picture yet. Connect the projector and choose it here."));
    case LECTERN_SET_UP_NETWORK:
      return describe_network (machine, done);
    case LECTERN_SET_UP_N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
