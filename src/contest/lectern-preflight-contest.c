/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the contest tells of its own: judges, files, and what a rehearsal left behind. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-preflight-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "lectern-attachments.h"

#define MOST_NAMED 4

/* Names as they come, the first few of them; the rest is counted. */
typedef struct
{
  GString *text;
  guint    n;
} Names;

static void
names_clear (Names *names)
{
  g_string_free (names->text, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static void
names_add (Names      *names,
           const char *name)
{
  if (names->n++ < MOST_NAMED)
    g_string_append_printf (names->text, "%s%s", names->n > 1 ? ", " : "", name);
  else if (names->n == MOST_NAMED + 1)
    g_string_append (names->text, " …");
}

/* Takes @text. */
static LecternCheckLevel
answer (LecternCheckLevel level,
        char            **sentence,
        char             *text)
{
  *sentence = text;
  return level;
}

static gboolean
has_judge (const GArray *judges,
           gint64        judge)
{
  for (guint i = 0; judges != NULL && i < judges->len; i++)
    if (g_array_index (judges, gint64, i) == judge)
      return TRUE;
  return FALSE;
}

static void
name_judge (Names              *names,
            const LecternJudge *judge)
{
  g_autofree char *name = g_strdup_printf ("%d %s", (int) judge->number, judge->name);

  names_add (names, name);
}

LecternCheckLevel
lectern_look_at_judges (LecternContest              *contest,
                        const LecternPreflightFacts *facts,
                        char                       **sentence)
{
  g_auto (Names) missing = { g_string_new (NULL), 0 };
  GPtrArray *judges = lectern_contest_get_judges (contest);
  guint      n_active = 0;

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      n_active += judge->active == 1;
      if (judge->active == 1 && !has_judge (facts->connected, judge->number))
        name_judge (&missing, judge);
    }
  if (n_active == 0)
    return answer (LECTERN_CHECK_RED, sentence, g_strdup (_ ("There are no judges yet.")));
  if (missing.n > 0)
    /* Translators: how many of how many judges, then numbers and names. */
    return answer (LECTERN_CHECK_RED, sentence, g_strdup_printf (_ ("%u of %u are not connected: %s"), missing.n, n_active, missing.text->str));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (ngettext ("The one judge is connected.", "All %u judges are connected.", n_active), n_active));
}

/* Numbers of the judges who have handed in anything: they know the panel. */
static void
note_seasoned (gconstpointer record,
               gpointer      user_data)
{
  const LecternSheet *sheet = record;
  GArray             *judges = user_data;

  if (sheet->origin == LECTERN_NULL && !has_judge (judges, sheet->judge))
    g_array_append_val (judges, sheet->judge);
}

LecternCheckLevel
lectern_look_at_practice (LecternContest              *contest,
                          const LecternPreflightFacts *facts,
                          char                       **sentence)
{
  g_auto (Names) missing = { g_string_new (NULL), 0 };
  g_autoptr (GArray) seasoned = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *judges = lectern_contest_get_judges (contest);

  lectern_contest_foreach_row (contest, &lectern_table_sheet, note_seasoned, seasoned);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->active == 1 && !has_judge (facts->practised, judge->number) && !has_judge (seasoned, judge->number))
        name_judge (&missing, judge);
    }
  if (missing.n > 0)
    /* Translators: how many judges, then numbers and names. */
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup_printf (ngettext ("%u has not tried the panel: %s", "%u have not tried the panel: %s", missing.n), missing.n, missing.text->str));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Every judge has tried the panel.")));
}

/* Nominees by what is amiss with a file of theirs. */
typedef struct
{
  Names broken;
  Names untried;
  Names missing;
  guint n_files;
} Files;

static void
files_init (Files *files)
{
  files->broken.text = g_string_new (NULL);
  files->untried.text = g_string_new (NULL);
  files->missing.text = g_string_new (NULL);
}

static void
files_clear (Files *files)
{
  names_clear (&files->broken);
  names_clear (&files->untried);
  names_clear (&files->missing);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static void
sort_out (Files          *files,
          LecternContest *contest,
          LecternRole     role)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee    *nominee = nominees->pdata[i];
      const LecternAttachment *file = lectern_contest_get_attachment (contest, role, nominee->id);

      if (nominee->withdrawn == 1)
        continue;
      files->n_files += file != NULL;
      if (file == NULL && (role == LECTERN_ROLE_PHOTO || (nominee->courseware != NULL && *nominee->courseware != '\0')))
        names_add (&files->missing, nominee->name);
      else if (file != NULL && file->checked == 0)
        names_add (&files->broken, nominee->name);
      else if (file != NULL && file->checked == LECTERN_NULL)
        names_add (&files->untried, nominee->name);
    }
}

LecternCheckLevel
lectern_look_at_courseware (LecternContest              *contest,
                            const LecternPreflightFacts *facts,
                            char                       **sentence)
{
  g_auto (Files) files = { 0 };

  files_init (&files);
  sort_out (&files, contest, LECTERN_ROLE_COURSEWARE);
  if (files.broken.n > 0)
    return answer (LECTERN_CHECK_RED, sentence, g_strdup_printf (ngettext ("%u does not open: %s", "%u do not open: %s", files.broken.n), files.broken.n, files.broken.text->str));
  if (files.missing.n > 0)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup_printf (ngettext ("%u was announced and is not here: %s", "%u were announced and are not here: %s", files.missing.n), files.missing.n, files.missing.text->str));
  if (files.untried.n > 0)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup_printf (ngettext ("%u was not tried: %s", "%u were not tried: %s", files.untried.n), files.untried.n, files.untried.text->str));
  if (files.n_files == 0)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Nobody has any.")));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (ngettext ("%u opens.", "All %u open.", files.n_files), files.n_files));
}

LecternCheckLevel
lectern_look_at_photos (LecternContest              *contest,
                        const LecternPreflightFacts *facts,
                        char                       **sentence)
{
  g_auto (Files) files = { 0 };

  files_init (&files);
  sort_out (&files, contest, LECTERN_ROLE_PHOTO);
  if (files.broken.n > 0)
    return answer (LECTERN_CHECK_RED, sentence, g_strdup_printf (ngettext ("%u does not open: %s", "%u do not open: %s", files.broken.n), files.broken.n, files.broken.text->str));
  if (files.n_files == 0)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Nobody has one, so the scenes do without.")));
  if (files.missing.n > 0)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup_printf (ngettext ("%u has none: %s", "%u have none: %s", files.missing.n), files.missing.n, files.missing.text->str));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Everybody has one.")));
}

/* When the contest's day begins here; 0 where it has none. */
static gint64
get_day_start_us (const LecternContestRecord *record)
{
  g_auto (GStrv) parts = g_strsplit (record->date != NULL ? record->date : "", "-", -1);
  g_autoptr (GDateTime) start = NULL;

  if (g_strv_length (parts) != 3)
    return 0;
  start = g_date_time_new_local (atoi (parts[0]), atoi (parts[1]), atoi (parts[2]), 0, 0, 0);
  return start != NULL ? g_date_time_to_unix (start) * G_USEC_PER_SEC : 0;
}

/* Sheets of a round from before the day. */
typedef struct
{
  const LecternRound *round;
  gint64              start_us;
  guint               n;
} Early;

static void
count_early (gconstpointer record,
             gpointer      user_data)
{
  const LecternSheet *sheet = record;
  Early              *early = user_data;

  early->n += g_strcmp0 (sheet->round, early->round->key) == 0 && sheet->wall_us < early->start_us;
}

LecternCheckLevel
lectern_look_at_rehearsal (LecternContest              *contest,
                           const LecternPreflightFacts *facts,
                           char                       **sentence)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  Early                       early = { .round = lectern_contest_get_current_round (contest) };

  if (record != NULL && early.round != NULL)
    {
      early.start_us = get_day_start_us (record);
      lectern_contest_foreach_row (contest, &lectern_table_sheet, count_early, &early);
    }
  if (record != NULL && record->rehearsal == 1)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("This is a rehearsal. End it before the evening.")));
  if (early.n > 0)
    /* Translators: how many sheets. */
    return answer (LECTERN_CHECK_RED, sentence, g_strdup_printf (ngettext ("%u sheet is of a day before the contest. Begin with the file as it was before the rehearsal.", "%u sheets are of a day before the contest. Begin with the file as it was before the rehearsal.", early.n), early.n));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("No sheet is older than the contest.")));
}
