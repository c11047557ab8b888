/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Whether courseware will open on the day, tried days before. A PDF is opened and its first page
 * painted; a picture is decoded; an office file has to be a whole ZIP with its parts, and there
 * has to be a program for it on this laptop. What is said is for people who must ring somebody up.
 *
 * Rule: nothing of it refuses a file. A contest may know better. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-courseware.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-attachments.h"

#define PROBE 360
#define PARTS_MOST 20000

/* What contests get, whatever this laptop's desktop has heard of. */
static const struct
{
  const char *ending;
  const char *start; /* bytes that say it without an ending; NULL: none do */
  const char *media_type;
} types[] = {
  { "pdf", "%PDF-", "application/pdf" },
  { "png", "\x89PNG\r\n", "image/png" },
  { "jpg", "\xff\xd8\xff", "image/jpeg" },
  { "jpeg", NULL, "image/jpeg" },
  { "webp", NULL, "image/webp" },
  { "pptx", NULL, "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
  { "ppsx", NULL, "application/vnd.openxmlformats-officedocument.presentationml.slideshow" },
  { "docx", NULL, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "odp", NULL, "application/vnd.oasis.opendocument.presentation" },
  { "ppt", NULL, "application/vnd.ms-powerpoint" },
  { "pps", NULL, "application/vnd.ms-powerpoint" },
  { "doc", NULL, "application/msword" },
  { "mp4", NULL, "video/mp4" },
  { "webm", NULL, "video/webm" },
  { "wav", NULL, "audio/x-wav" },
  { "ogg", NULL, "audio/ogg" },
  { "mp3", NULL, "audio/mpeg" },
};

static const char *
find_by_start (const guint8 *start,
               gsize         size)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].start != NULL && size >= strlen (types[i].start) && memcmp (start, types[i].start, strlen (types[i].start)) == 0)
      return types[i].media_type;
  return NULL;
}

static const char *
find_by_ending (const char *name)
{
  g_autofree char *ending = lectern_attachment_get_ending (name);

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (ending, types[i].ending))
      return types[i].media_type;
  return NULL;
}

char *
lectern_courseware_guess_type (GBytes     *bytes,
                               const char *name)
{
  gsize            size;
  const guint8    *start = g_bytes_get_data (bytes, &size);
  const char      *known = find_by_start (start, size) ?: find_by_ending (name);
  g_autofree char *type = known == NULL ? g_content_type_guess (name, start, MIN (size, 4096), NULL) : NULL;
  char            *mime = known != NULL ? g_strdup (known) : g_content_type_get_mime_type (type);

  return mime != NULL ? mime : g_strdup ("application/octet-stream");
}

gboolean
lectern_courseware_is_shown (const char *media_type)
{
  return g_strcmp0 (media_type, "application/pdf") == 0;
}

static gboolean
check_pdf (GBytes *bytes,
           char  **finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternCourseware) pdf = lectern_courseware_open (bytes, &error);
  cairo_surface_t *first = pdf != NULL ? lectern_courseware_paint_page (pdf, 1, PROBE, PROBE) : NULL;
  guint            n = pdf != NULL ? lectern_courseware_get_n_pages (pdf) : 0;

  if (first == NULL)
    {
      *finding = g_strdup (error != NULL ? error->message : _ ("The first page can’t be painted."));
      return FALSE;
    }
  cairo_surface_destroy (first);
  *finding = g_strdup_printf (ngettext ("%u page, shown by Lectern itself.", "%u pages, shown by Lectern itself.", n), n);
  return TRUE;
}

static gboolean
check_picture (GBytes *bytes,
               char  **finding)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  g_autoptr (GError) error = NULL;

  if (lectern_stage_pictures_put (pictures, "", bytes, &error))
    return TRUE;
  *finding = g_strdup (error->message);
  return FALSE;
}

/* Whether the central directory of a ZIP is there and lists a part that an office file must have. */
static gboolean
is_office_file (GBytes *bytes)
{
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize                 size;
  gconstpointer         start = g_bytes_get_data (bytes, &size);
  gboolean              has_part = FALSE, whole;
  int                   code, n = 0;

  /* Not the reader of streams, which would make do with the first half of a file. */
  archive_read_support_format_zip_seekable (archive);
  code = archive_read_open_memory (archive, start, size);
  while (code == ARCHIVE_OK && n++ < PARTS_MOST && (code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname_utf8 (entry);

      has_part |= g_strcmp0 (name, "[Content_Types].xml") == 0 || g_strcmp0 (name, "content.xml") == 0;
    }
  whole = code == ARCHIVE_EOF && has_part;
  archive_read_free (archive);
  return whole;
}

static gboolean
is_zip_type (const char *media_type)
{
  return g_str_has_prefix (media_type, "application/vnd.openxmlformats-officedocument.") || g_str_has_prefix (media_type, "application/vnd.oasis.opendocument.");
}

/* .ppt and .doc: a container that begins with these bytes. */
static gboolean
is_old_office_type (const char *media_type)
{
  return g_str_equal (media_type, "application/vnd.ms-powerpoint") || g_str_equal (media_type, "application/msword");
}

static gboolean
has_old_office_start (GBytes *bytes)
{
  gsize         size;
  gconstpointer start = g_bytes_get_data (bytes, &size);

  return size > 512 && memcmp (start, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static gboolean
check_program (const char *media_type,
               char      **finding)
{
  g_autofree char *type = g_content_type_from_mime_type (media_type);
  g_autoptr (GAppInfo) program = type != NULL ? g_app_info_get_default_for_type (type, FALSE) : NULL;

  if (program != NULL)
    /* Translators: the name of a program. */
    *finding = g_strdup_printf (_ ("Opens with %s."), g_app_info_get_display_name (program));
  else
    /* Translators: a media type. */
    *finding = g_strdup_printf (_ ("There is no program for it on this laptop (%s). Install one, or ask for a PDF."), media_type);
  return program != NULL;
}

static gboolean
check_type (GBytes     *bytes,
            const char *media_type,
            char      **finding)
{
  if (g_str_equal (media_type, "application/pdf"))
    return check_pdf (bytes, finding);
  if ((g_str_equal (media_type, "image/png") || g_str_equal (media_type, "image/jpeg")) && !check_picture (bytes, finding))
    return FALSE;
  if ((is_zip_type (media_type) && !is_office_file (bytes)) || (is_old_office_type (media_type) && !has_old_office_start (bytes)))
    {
      *finding = g_strdup (_ ("The file is damaged or was not copied to its end."));
      return FALSE;
    }
  return check_program (media_type, finding);
}

gboolean
lectern_courseware_check (GBytes     *bytes,
                          const char *name,
                          const char *media_type,
                          char      **finding)
{
  g_autofree char *guessed = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && finding != NULL, FALSE);

  *finding = NULL;
  if (g_bytes_get_size (bytes) == 0)
    {
      *finding = g_strdup (_ ("The file is empty."));
      return FALSE;
    }
  guessed = media_type == NULL || *media_type == '\0' ? lectern_courseware_guess_type (bytes, name) : g_strdup (media_type);
  return check_type (bytes, guessed, finding);
}
