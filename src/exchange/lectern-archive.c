/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The zip archive around a workbook, read with libarchive from memory. Rule: what comes from
 * outside is bounded before it is believed: a file of some kilobytes that swells to gigabytes is
 * refused while it swells, not after. Pictures and other parts of the workbook are passed over
 * unread. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-archive.h"

#include "lectern-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define PARTS_MAX 1000
/* Of all parts together; a sheet of 20 000 rows of 15 columns is about 20 MB of XML. */
#define SWOLLEN_MAX (64 * 1024 * 1024)
/* XML of a real sheet shrinks to a tenth or a fortieth; small files may shrink more. */
#define RATIO_MAX 200
#define RATIO_FLOOR (1024 * 1024)
#define BLOCK (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("The workbook is damaged. Open it in a spreadsheet program and save it again as .xlsx."));
}

static gboolean
check_size (gsize    swollen,
            gsize    packed,
            GError **error)
{
  if (swollen <= SWOLLEN_MAX && (swollen <= RATIO_FLOOR || swollen / RATIO_MAX <= packed))
    return TRUE;

  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The workbook unpacks to far more than a table of a contest can be."));
  return FALSE;
}

static GBytes *
read_part (Archive *archive,
           gsize    packed,
           gsize   *swollen,
           GError **error)
{
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autofree char *block = g_malloc (BLOCK);

  for (;;)
    {
      la_ssize_t n = archive_read_data (archive, block, BLOCK);

      if (n < 0)
        {
          set_damaged (error);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&part));
      *swollen += (gsize) n;
      if (!check_size (*swollen, packed, error))
        return NULL;
      g_byte_array_append (part, (const guint8 *) block, (guint) n);
    }
}

static gboolean
read_parts (Archive    *archive,
            gsize       packed,
            GHashTable *parts,
            GError    **error)
{
  struct archive_entry *entry;
  gsize                 swollen = 0;
  int                   status;

  for (guint n = 0; (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK; n++)
    {
      const char *path = archive_entry_pathname (entry);
      GBytes     *part;

      if (n == PARTS_MAX)
        return check_size (G_MAXSIZE, 0, error);
      if (path == NULL || !(g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".rels")))
        continue;
      part = read_part (archive, packed, &swollen, error);
      if (part == NULL)
        return FALSE;
      g_hash_table_insert (parts, g_strdup (path), part);
    }
  if (status == ARCHIVE_EOF)
    return TRUE;

  set_damaged (error);
  return FALSE;
}

GHashTable *
lectern_archive_read_parts (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (Archive) archive = archive_read_new ();
  gsize         length;
  gconstpointer start = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, start, length) != ARCHIVE_OK)
    {
      set_damaged (error);
      return NULL;
    }
  if (!read_parts (archive, length, parts, error))
    return NULL;

  return g_steal_pointer (&parts);
}
