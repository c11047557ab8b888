/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Courseware that opens and courseware that doesn't, each with its reason; photos turned upright and
 * made smaller on their way in. */

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lectern-courseware.h"
#include "lectern-intake.h"

/* Files ---------------------------------------------------------------------------------------- */

static cairo_status_t
append (void                *closure,
        const unsigned char *bytes,
        unsigned int         size)
{
  g_byte_array_append (closure, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages of 400 × 300, each with a red square whose side is 100 times its number. */
static GBytes *
make_pdf (guint n_pages)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 400, 300);
  cairo_t         *cr = cairo_create (surface);

  for (guint i = 1; i <= n_pages; i++)
    {
      cairo_set_source_rgb (cr, 1, 0, 0);
      cairo_rectangle (cr, 0, 0, 100 * i, 100 * i);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
run_on (GBytes            *bytes,
        const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lectern-courseware-XXXXXX", NULL);
  g_autofree char *in = g_build_filename (folder, "in", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  char *made = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (in, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  for (guint i = 0; command[i] != NULL; i++)
    g_ptr_array_add (words, (char *) (g_str_equal (command[i], "IN") ? in : g_str_equal (command[i], "OUT") ? out
                                                                                                            : command[i]));
  g_ptr_array_add (words, NULL);
  g_spawn_sync (folder, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (out, &made, &size, NULL));
  g_remove (in);
  g_remove (out);
  g_rmdir (folder);
  return g_bytes_new_take (made, size);
}

static GBytes *
make_locked_pdf (void)
{
  g_autoptr (GBytes) pdf = make_pdf (1);
  const char *const command[] = { "qpdf", "--encrypt", "u", "o", "256", "--", "IN", "OUT", NULL };

  return run_on (pdf, command);
}

/* A ZIP whose only part is called @part. */
static GBytes *
make_zip (const char *part)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("x", 1);
  g_autofree char  *script = g_strdup_printf ("import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1],'w')\nz.writestr('%s','x'*5000)\nz.writestr('ppt/slides.xml','y'*9000)\nz.close()", part);
  const char *const command[] = { "python3", "-c", script, "OUT", NULL };

  return run_on (nothing, command);
}

static GBytes *
cut (GBytes *bytes)
{
  return g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
}

static GBytes *
make_old_office (gsize size)
{
  g_autofree char *bytes = g_malloc0 (size);

  memcpy (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  return g_bytes_new (bytes, size);
}

/* Pictures: the left half red, the right half blue. */
static GBytes *
make_picture (int         width,
              int         height,
              const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) half = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, width / 2, height);
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (half, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, NULL, NULL));
  return g_bytes_new_take (buffer, size);
}

/* A camera's note that the picture lies on its side: orientation @value. */
static GBytes *
add_orientation (GBytes *jpeg,
                 guint8  value)
{
  guint8        exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0 };
  gsize         size;
  const guint8 *old = g_bytes_get_data (jpeg, &size);
  GByteArray   *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, old, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, old + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (bytes);
}

/* Courseware ----------------------------------------------------------------------------------- */

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row;

  cairo_surface_flush (surface);
  row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  return ((const guint32 *) row)[x] & 0xffffff;
}

static void
test_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_pdf (2);
  g_autoptr (LecternCourseware) pdf = lectern_courseware_open (bytes, &error);
  cairo_surface_t *page;

  g_assert_no_error (error);
  g_assert_cmpuint (lectern_courseware_get_n_pages (pdf), ==, 2);
  g_assert_null (lectern_courseware_paint_page (pdf, 0, 100, 100));
  g_assert_null (lectern_courseware_paint_page (pdf, 3, 100, 100));
  /* Fitted whole: the height decides in a wide frame, the width in a high one. */
  page = lectern_courseware_paint_page (pdf, 1, 1920, 600);
  g_assert_cmpint (cairo_image_surface_get_width (page), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (page), ==, 600);
  g_assert_cmphex (get_pixel (page, 100, 100), ==, 0xff0000);
  g_assert_cmphex (get_pixel (page, 300, 300), ==, 0xffffff);
  cairo_surface_destroy (page);
  page = lectern_courseware_paint_page (pdf, 2, 400, 4000);
  g_assert_cmpint (cairo_image_surface_get_height (page), ==, 300);
  g_assert_cmphex (get_pixel (page, 150, 150), ==, 0xff0000);
  cairo_surface_destroy (page);
}

static void
assert_check (GBytes     *bytes,
              const char *name,
              gboolean    opens,
              const char *words)
{
  g_autofree char *finding = NULL;
  gboolean         found = lectern_courseware_check (bytes, name, NULL, &finding);

  if (found != opens || (words != NULL && (finding == NULL || strstr (finding, words) == NULL)))
    g_error ("%s: %s, “%s”", name, found ? "opens" : "does not", finding);
}

static void
test_check (void)
{
  g_autoptr (GBytes) pdf = make_pdf (3);
  g_autoptr (GBytes) half_pdf = g_bytes_new_static ("%PDF-1.5\nnothing\n", 17);
  g_autoptr (GBytes) locked = make_locked_pdf ();
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) pptx = make_zip ("[Content_Types].xml");
  g_autoptr (GBytes) half_pptx = cut (pptx);
  g_autoptr (GBytes) other_zip = make_zip ("readme.txt");
  g_autoptr (GBytes) renamed = g_bytes_new_static ("just some words in a file with the wrong ending", 46);
  g_autoptr (GBytes) picture = make_picture (80, 60, "jpeg");
  g_autoptr (GBytes) half_picture = cut (picture);
  g_autoptr (GBytes) short_ppt = make_old_office (100);

  assert_check (pdf, "课件.pdf", TRUE, "3 pages");
  assert_check (half_pdf, "课件.pdf", FALSE, "damaged");
  assert_check (locked, "课件.pdf", FALSE, "password");
  assert_check (empty, "课件.pdf", FALSE, "empty");
  assert_check (half_pptx, "课件.pptx", FALSE, "damaged");
  assert_check (other_zip, "课件.pptx", FALSE, "damaged");
  assert_check (renamed, "课件.pptx", FALSE, "damaged");
  assert_check (half_picture, "图.jpg", FALSE, "broken");
  assert_check (short_ppt, "课件.ppt", FALSE, "damaged");
  g_assert_true (lectern_courseware_is_shown ("application/pdf"));
  g_assert_false (lectern_courseware_is_shown ("application/msword"));
}

/* Whole office files wait only for a program: with one that says it opens them they do. */
static void
test_program (void)
{
  g_autoptr (GBytes) pptx = make_zip ("[Content_Types].xml");
  g_autoptr (GBytes) ppt = make_old_office (2000);
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *desktop = g_build_filename (applications, "shower.desktop", NULL);
  g_autofree char *cache = g_build_filename (applications, "mimeinfo.cache", NULL);

  assert_check (pptx, "课件.pptx", FALSE, "no program");
  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_true (g_file_set_contents (desktop, "[Desktop Entry]\nType=Application\nName=Shower\nExec=true %f\nMimeType=application/vnd.openxmlformats-officedocument.presentationml.presentation;application/vnd.ms-powerpoint;\n", -1, NULL));
  g_assert_true (g_file_set_contents (cache, "[MIME Cache]\napplication/vnd.openxmlformats-officedocument.presentationml.presentation=shower.desktop;\napplication/vnd.ms-powerpoint=shower.desktop;\n", -1, NULL));
  for (guint i = 0; i < 100; i++) /* GLib looks again when its monitor has told it */
    {
      g_autofree char *finding = NULL;

      g_main_context_iteration (NULL, FALSE);
      if (lectern_courseware_check (pptx, "课件.pptx", NULL, &finding))
        break;
      g_usleep (50000);
    }
  assert_check (pptx, "课件.pptx", TRUE, "Shower");
  assert_check (ppt, "课件.ppt", TRUE, "Shower");
}

/* On the way in -------------------------------------------------------------------------------- */

static LecternAttachment *
look (LecternRole role,
      const char *name,
      GBytes     *file,
      GBytes    **kept,
      GError    **error)
{
  g_autofree char   *path = g_build_filename (g_get_tmp_dir (), "lectern-intake", NULL);
  LecternAttachment *record = lectern_record_new (&lectern_table_attachment);

  record->role = g_strdup (lectern_role_get_name (role));
  record->owner = 1;
  record->name = g_strdup (name);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL));
  if (!lectern_intake_look (record, path, kept, error))
    g_clear_pointer (&record, lectern_record_unref);
  g_remove (path);
  return record;
}

static GdkPixbuf *
decode (GBytes     *bytes,
        const char *type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, &error);

  g_assert_no_error (error);
  gdk_pixbuf_loader_write_bytes (loader, bytes, &error);
  g_assert_no_error (error);
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static gboolean
is_red (GdkPixbuf *pixbuf,
        int        x,
        int        y)
{
  const guchar *pixel = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * gdk_pixbuf_get_n_channels (pixbuf);

  return pixel[0] > 200 && pixel[2] < 60;
}

static void
test_photo_kept (void)
{
  g_autoptr (GBytes) file = make_picture (800, 600, "jpeg");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  LecternAttachment *record = look (LECTERN_ROLE_PHOTO, "a.jpg", file, &kept, &error);

  g_assert_no_error (error);
  g_assert_null (kept); /* as it came */
  g_assert_cmpstr (record->media_type, ==, "image/jpeg");
  g_assert_cmpint (record->checked, ==, 1);
  lectern_record_unref (record);
}

static void
test_photo_fitted (void)
{
  g_autoptr (GBytes) file = make_picture (4000, 1000, "png");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  LecternAttachment *record = look (LECTERN_ROLE_PHOTO, "a.png", file, &kept, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_autoptr (GdkPixbuf) pixbuf = decode (kept, "png");
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 1600);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 400);
  g_assert_cmpstr (record->media_type, ==, "image/png");
  lectern_record_unref (record);
}

/* Turned by 90°: what was left is on top. */
static void
test_photo_turned (void)
{
  g_autoptr (GBytes) plain = make_picture (400, 200, "jpeg");
  g_autoptr (GBytes) file = add_orientation (plain, 6);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  LecternAttachment *record = look (LECTERN_ROLE_PHOTO, "a.jpg", file, &kept, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_autoptr (GdkPixbuf) pixbuf = decode (kept, "jpeg");
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 200);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 400);
  g_assert_true (is_red (pixbuf, 100, 50));
  g_assert_false (is_red (pixbuf, 100, 350));
  lectern_record_unref (record);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) whole = make_picture (400, 200, "jpeg");
  g_autoptr (GBytes) half = cut (whole);
  g_autoptr (GBytes) words = g_bytes_new_static ("no picture at all", 17);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (look (LECTERN_ROLE_PHOTO, "a.jpg", half, &kept, &error));
  g_assert_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_BROKEN);
  g_clear_error (&error);
  g_assert_null (look (LECTERN_ROLE_LOGO, "a.jpg", words, &kept, &error));
  g_assert_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_NOT_A_PICTURE);
}

/* Courseware is never refused; what is wrong with it stands in its row. */
static void
test_courseware_noted (void)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("%PDF-1.5\nnothing\n", 17);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  LecternAttachment *record = look (LECTERN_ROLE_COURSEWARE, "a.pdf", words, &kept, &error);

  g_assert_no_error (error);
  g_assert_null (kept);
  g_assert_cmpint (record->checked, ==, 0);
  g_assert_nonnull (strstr (record->finding, "damaged"));
  g_assert_cmpstr (record->media_type, ==, "application/pdf");
  lectern_record_unref (record);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/stage/courseware/pages", test_pages);
  g_test_add_func ("/stage/courseware/check", test_check);
  g_test_add_func ("/stage/courseware/program", test_program);
  g_test_add_func ("/stage/intake/photo-kept", test_photo_kept);
  g_test_add_func ("/stage/intake/photo-fitted", test_photo_fitted);
  g_test_add_func ("/stage/intake/photo-turned", test_photo_turned);
  g_test_add_func ("/stage/intake/refused", test_refused);
  g_test_add_func ("/stage/intake/courseware-noted", test_courseware_noted);
  return g_test_run ();
}
