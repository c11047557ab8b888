/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the laptop tells of itself, in a level and a sentence each. The borders are those of a hall:
 * a disk with room for the evening's journal and papers, a write that is safe before a judge wonders. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-preflight-private.h"

#include <glib/gi18n-lib.h>

#define MEGABYTE (G_GINT64_CONSTANT (1000) * 1000)
#define SPACE_RED (100 * MEGABYTE)
#define SPACE_AMBER (1000 * MEGABYTE)
#define SPEED_RED_US (1000 * 1000)
#define SPEED_AMBER_US (150 * 1000)
#define BATTERY_RED 30

/* Takes @text. */
static LecternCheckLevel
answer (LecternCheckLevel level,
        char            **sentence,
        char             *text)
{
  *sentence = text;
  return level;
}

LecternCheckLevel
lectern_look_at_characters (LecternContest              *contest,
                            const LecternPreflightFacts *facts,
                            char                       **sentence)
{
  if (facts->characters == LECTERN_TRUTH_YES)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Papers can set every character.")));
  if (facts->characters == LECTERN_TRUTH_UNKNOWN)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("The fonts are being looked at.")));
  if (facts->n_gaps > 1)
    /* Translators: a sentence on the first character, and how many more there are. */
    return answer (LECTERN_CHECK_RED, sentence, g_strdup_printf (ngettext ("%s And %u more.", "%s And %u more.", facts->n_gaps - 1), facts->gap, facts->n_gaps - 1));
  return answer (LECTERN_CHECK_RED, sentence, g_strdup (facts->gap));
}

LecternCheckLevel
lectern_look_at_projector (LecternContest              *contest,
                           const LecternPreflightFacts *facts,
                           char                       **sentence)
{
  if (facts->projector == LECTERN_TRUTH_YES && !facts->windowed)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("The hall’s picture fills a screen of its own.")));
  if (facts->projector == LECTERN_TRUTH_UNKNOWN)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("The screens are being looked at.")));
  if (facts->windowed)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("The hall’s picture is only in a window on this screen. Plug the projector in.")));
  return answer (LECTERN_CHECK_RED, sentence, g_strdup (_ ("The hall sees nothing. Plug the projector in and choose it as the projector.")));
}

LecternCheckLevel
lectern_look_at_sound (LecternContest              *contest,
                       const LecternPreflightFacts *facts,
                       char                       **sentence)
{
  if (facts->sound == LECTERN_TRUTH_YES)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("The bells can be played. Try once how loud they are.")));
  if (facts->sound == LECTERN_TRUTH_UNKNOWN)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("Whether the bells are heard can’t be told yet.")));
  return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (facts->sound_trouble));
}

LecternCheckLevel
lectern_look_at_printer (LecternContest              *contest,
                         const LecternPreflightFacts *facts,
                         char                       **sentence)
{
  if (facts->n_printers == LECTERN_NULL)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("Which printers there are can’t be told. Print a page once.")));
  if (facts->n_printers == 0)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("This laptop has no printer. Papers are files then, to be printed elsewhere.")));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (ngettext ("%u printer is set up. Print a page once.", "%u printers are set up. Print a page once.", (guint) facts->n_printers), (guint) facts->n_printers));
}

LecternCheckLevel
lectern_look_at_space (LecternContest              *contest,
                       const LecternPreflightFacts *facts,
                       char                       **sentence)
{
  g_autofree char *size = facts->free_bytes != LECTERN_NULL ? g_format_size ((guint64) facts->free_bytes) : NULL;

  if (size == NULL)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("How much room the disk has can’t be told.")));
  if (facts->free_bytes < SPACE_AMBER)
    /* Translators: "85.3 MB". */
    return answer (facts->free_bytes < SPACE_RED ? LECTERN_CHECK_RED : LECTERN_CHECK_AMBER, sentence,
                   g_strdup_printf (_ ("Only %s are free where the contest file is. Make room."), size));
  /* Translators: "85.3 GB". */
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (_ ("%s are free where the contest file is."), size));
}

LecternCheckLevel
lectern_look_at_speed (LecternContest              *contest,
                       const LecternPreflightFacts *facts,
                       char                       **sentence)
{
  guint ms;

  if (facts->write_us == LECTERN_NULL)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("How fast the disk is has not been measured.")));
  ms = (guint) MAX (1, facts->write_us / 1000);
  if (facts->write_us >= SPEED_AMBER_US)
    return answer (facts->write_us >= SPEED_RED_US ? LECTERN_CHECK_RED : LECTERN_CHECK_AMBER, sentence,
                   g_strdup_printf (_ ("A sheet needs %u ms until it is safe on this disk. Put the contest file on the laptop’s own disk."), ms));
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (_ ("A sheet is safe on disk in %u ms."), ms));
}

LecternCheckLevel
lectern_look_at_backup (LecternContest              *contest,
                        const LecternPreflightFacts *facts,
                        char                       **sentence)
{
  g_autoptr (GDateTime) when = facts->copied == LECTERN_TRUTH_YES ? g_date_time_new_from_unix_local (facts->copy_us / G_USEC_PER_SEC) : NULL;
  g_autofree char *time = when != NULL ? g_date_time_format (when, "%H:%M") : NULL;

  if (time == NULL)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("No copy of the contest on another disk is known of. Save one on a memory stick.")));
  if (facts->copy_beside)
    /* Translators: the time of day. */
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup_printf (_ ("The copy of %s is on the same disk as the contest. Save one on a memory stick."), time));
  /* Translators: the time of day. */
  return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (_ ("A copy of %s is on another disk."), time));
}

LecternCheckLevel
lectern_look_at_power (LecternContest              *contest,
                       const LecternPreflightFacts *facts,
                       char                       **sentence)
{
  if (facts->mains == LECTERN_TRUTH_UNKNOWN)
    return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("Whether this laptop is plugged in can’t be told. Look at the plug.")));
  if (facts->battery_percent == LECTERN_NULL)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Plugged in. There is no battery: if the plug is pulled, it starts again where it was.")));
  if (facts->mains == LECTERN_TRUTH_YES)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup_printf (_ ("Plugged in, battery at %u %%."), (guint) facts->battery_percent));
  return answer (facts->battery_percent < BATTERY_RED ? LECTERN_CHECK_RED : LECTERN_CHECK_AMBER, sentence,
                 g_strdup_printf (_ ("Not plugged in, battery at %u %%. Plug the laptop in."), (guint) facts->battery_percent));
}

LecternCheckLevel
lectern_look_at_clock (LecternContest              *contest,
                       const LecternPreflightFacts *facts,
                       char                       **sentence)
{
  if (facts->clock_synchronised == LECTERN_TRUTH_YES)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Set by a time server.")));
  return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("Not set by a time server. Compare date and time with a telephone: the journal and the papers go by them. Talks are timed rightly all the same.")));
}

LecternCheckLevel
lectern_look_at_network (LecternContest              *contest,
                         const LecternPreflightFacts *facts,
                         char                       **sentence)
{
  if (facts->reached == LECTERN_TRUTH_YES)
    return answer (LECTERN_CHECK_GREEN, sentence, g_strdup (_ ("Another machine has reached this laptop.")));
  if (facts->networked == LECTERN_TRUTH_NO)
    return answer (LECTERN_CHECK_RED, sentence, g_strdup (_ ("This laptop is in no network. Plug in the cable of the router.")));
  return answer (LECTERN_CHECK_AMBER, sentence, g_strdup (_ ("No other machine has reached this laptop yet. Try it with one: a firewall may be in the way.")));
}
