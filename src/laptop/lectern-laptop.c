/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The kernel is asked, and nobody else: no service has to run, and a sandbox has no say in it. */

#define G_LOG_DOMAIN "lectern-laptop"

#include "lectern-laptop.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#define WRITES 5
#define WRITE_BYTES 4096 /* a page of the journal */

/* The first line of @name in @folder, NULL: there is none. */
static char *
read_line (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strstrip (text) : NULL;
}

/* What all supplies together say. */
typedef struct
{
  gboolean plugged;
  gboolean has_plug;
  gboolean draining;
  gint64   percent;
  gint64   n_batteries;
} Power;

static void
read_battery (Power      *power,
              const char *folder)
{
  g_autofree char *scope = read_line (folder, "scope");
  g_autofree char *capacity = read_line (folder, "capacity");
  g_autofree char *status = read_line (folder, "status");

  /* a mouse has one too */
  if (capacity == NULL || g_strcmp0 (scope, "Device") == 0)
    return;
  power->percent += g_ascii_strtoll (capacity, NULL, 10);
  power->n_batteries++;
  power->draining |= g_strcmp0 (status, "Discharging") == 0;
}

static void
read_supply (Power      *power,
             const char *folder)
{
  g_autofree char *type = read_line (folder, "type");
  g_autofree char *online = read_line (folder, "online");

  if (g_strcmp0 (type, "Battery") == 0)
    read_battery (power, folder);
  else if (online != NULL)
    {
      power->has_plug = TRUE;
      power->plugged |= g_str_equal (online, "1");
    }
}

void
lectern_laptop_read_power (const char   *root,
                           LecternTruth *mains,
                           gint64       *percent)
{
  const char *folder = root != NULL ? root : "/sys/class/power_supply";
  g_autoptr (GDir) supplies = g_dir_open (folder, 0, NULL);
  Power       power = { 0 };
  const char *name;

  *mains = LECTERN_TRUTH_UNKNOWN;
  *percent = LECTERN_NULL;
  if (supplies == NULL)
    return;
  while ((name = g_dir_read_name (supplies)) != NULL)
    {
      g_autofree char *supply = g_build_filename (folder, name, NULL);

      read_supply (&power, supply);
    }
  if (power.n_batteries > 0)
    *percent = power.percent / power.n_batteries;
  /* without a battery it would not run unplugged; a battery whose plug nobody lists says whether it drains */
  if (power.n_batteries == 0)
    *mains = LECTERN_TRUTH_YES;
  else
    *mains = (power.has_plug ? power.plugged : !power.draining) ? LECTERN_TRUTH_YES : LECTERN_TRUTH_NO;
}

static LecternTruth
read_clock (void)
{
  struct timex state = { 0 };
  int          result = adjtimex (&state);

  if (result < 0)
    return LECTERN_TRUTH_UNKNOWN;
  return result == TIME_ERROR || (state.status & STA_UNSYNC) ? LECTERN_TRUTH_NO : LECTERN_TRUTH_YES;
}

static gint64
read_free_bytes (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statvfs   disk;

  return statvfs (folder, &disk) == 0 ? (gint64) disk.f_bavail * (gint64) disk.f_frsize : LECTERN_NULL;
}

void
lectern_laptop_read (const char            *path,
                     LecternPreflightFacts *facts)
{
  g_return_if_fail (path != NULL);

  facts->asked |= 1u << LECTERN_CHECK_SPACE | 1u << LECTERN_CHECK_POWER | 1u << LECTERN_CHECK_CLOCK;
  facts->free_bytes = read_free_bytes (path);
  facts->clock_synchronised = read_clock ();
  lectern_laptop_read_power (NULL, &facts->mains, &facts->battery_percent);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

gint64
lectern_laptop_measure_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".lectern-speed-XXXXXX", NULL);
  char             page[WRITE_BYTES];
  gint64           times[WRITES];
  int              file = g_mkstemp (name);
  int              n = 0;

  if (file < 0)
    return LECTERN_NULL;
  g_unlink (name); /* gone however this ends */
  memset (page, 'L', sizeof page);
  for (gint64 start_us = g_get_monotonic_time (); n < WRITES; start_us = g_get_monotonic_time ())
    {
      if (write (file, page, sizeof page) != (gssize) sizeof page || fdatasync (file) != 0)
        break;
      times[n++] = g_get_monotonic_time () - start_us;
    }
  close (file);
  if (n < WRITES)
    return LECTERN_NULL;
  qsort (times, WRITES, sizeof *times, compare_times);
  return times[WRITES / 2];
}

gboolean
lectern_laptop_is_one_disk (const char *path,
                            const char *other)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *second = g_path_get_dirname (other);
  GStatBuf         a, b;

  return g_stat (folder, &a) == 0 && g_stat (second, &b) == 0 && a.st_dev == b.st_dev;
}
