/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures from outside: what is read is upright and the right way round, what is refused is
 * refused with its cause and leaves nothing behind. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define WIDTH 48
#define HEIGHT 32

/* Red at the left, blue at the right, a white band along the top. */
static GdkPixbuf *
create_pixbuf (int      width,
               int      height,
               gboolean has_alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guchar *pixel = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * (has_alpha ? 4 : 3);

        pixel[0] = y < height / 4 || x < width / 2 ? 255 : 0;
        pixel[1] = y < height / 4 ? 255 : 0;
        pixel[2] = y < height / 4 || x >= width / 2 ? 255 : 0;
        if (has_alpha)
          pixel[3] = 128;
      }
  return pixbuf;
}

static GBytes *
save (GdkPixbuf  *pixbuf,
      const char *type)
{
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

/* A JPEG file with an EXIF block that says how the camera was held. */
static GBytes *
save_turned (GdkPixbuf *pixbuf,
             guint8     orientation)
{
  const guint8 exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GBytes) plain = save (pixbuf, "jpeg");
  GByteArray   *turned = g_byte_array_new ();
  gsize         size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);

  g_byte_array_append (turned, bytes, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, bytes + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (turned);
}

/* A PNG file that says it has so many pixels and has none. */
static GBytes *
make_huge (guint32 width,
           guint32 height)
{
  guint8  header[41] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  guint32 crc = 0xffffffff;

  for (int i = 0; i < 4; i++)
    {
      header[16 + i] = (guint8) (width >> (24 - 8 * i));
      header[20 + i] = (guint8) (height >> (24 - 8 * i));
    }
  header[24] = 8;
  header[25] = 2;
  for (int i = 12; i < 29; i++)
    {
      crc ^= header[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
  for (int i = 0; i < 4; i++)
    header[29 + i] = (guint8) (~crc >> (24 - 8 * i));
  memcpy (header + 33, "\0\0\0\x10IDAT", 8);
  return g_bytes_new (header, sizeof header);
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  int at_x = (int) (x * cairo_image_surface_get_width (surface)), at_y = (int) (y * cairo_image_surface_get_height (surface));

  cairo_surface_flush (surface);
  return ((const guint32 *) (cairo_image_surface_get_data (surface) + at_y * cairo_image_surface_get_stride (surface)))[at_x] & 0xffffff;
}

/* JPEG bends colours a little. */
static void
assert_colour (guint32 found,
               guint32 wanted)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (found >> shift & 0xff) - (int) (wanted >> shift & 0xff)) > 24)
      g_error ("#%06x instead of #%06x", found, wanted);
}

static void
test_read (void)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  g_autoptr (GdkPixbuf) pixbuf = create_pixbuf (WIDTH, HEIGHT, FALSE);
  g_autoptr (GError) error = NULL;
  const char *types[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = save (pixbuf, types[i]);
      cairo_surface_t *surface;

      g_assert_null (lectern_stage_pictures_get (pictures, types[i]));
      lectern_stage_pictures_put (pictures, types[i], bytes, &error);
      g_assert_no_error (error);
      surface = lectern_stage_pictures_get (pictures, types[i]);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
      assert_colour (get_pixel (surface, 0.2, 0.8), 0xff0000);
      assert_colour (get_pixel (surface, 0.8, 0.8), 0x0000ff);
      assert_colour (get_pixel (surface, 0.5, 0.1), 0xffffff);
    }
  lectern_stage_pictures_remove (pictures, "png");
  g_assert_null (lectern_stage_pictures_get (pictures, "png"));
  g_assert_null (lectern_stage_pictures_get (pictures, NULL));
  g_assert_null (lectern_stage_pictures_get (NULL, "jpeg"));
}

/* Half transparent red is half red in cairo's format. */
static void
test_alpha (void)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  g_autoptr (GdkPixbuf) pixbuf = create_pixbuf (WIDTH, HEIGHT, TRUE);
  g_autoptr (GBytes) bytes = save (pixbuf, "png");
  g_autoptr (GError) error = NULL;

  lectern_stage_pictures_put (pictures, "a", bytes, &error);
  g_assert_no_error (error);
  g_assert_cmphex (get_pixel (lectern_stage_pictures_get (pictures, "a"), 0.2, 0.8), ==, 0x800000);
}

/* Where the white top of the picture comes to, by the eight ways to hold a camera (EXIF 2.3,
 * tag 0x0112): 1 top, 3 bottom, 6 turned right, 8 turned left. */
static void
test_turned (void)
{
  static const struct
  {
    guint8 orientation;
    int    width, height;
    double x, y; /* of the white band */
  } cases[] = {
    { 1, WIDTH, HEIGHT, 0.5, 0.1 },
    { 2, WIDTH, HEIGHT, 0.5, 0.1 },
    { 3, WIDTH, HEIGHT, 0.5, 0.9 },
    { 4, WIDTH, HEIGHT, 0.5, 0.9 },
    { 5, HEIGHT, WIDTH, 0.1, 0.5 },
    { 6, HEIGHT, WIDTH, 0.9, 0.5 },
    { 7, HEIGHT, WIDTH, 0.9, 0.5 },
    { 8, HEIGHT, WIDTH, 0.1, 0.5 },
  };
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  g_autoptr (GdkPixbuf) pixbuf = create_pixbuf (WIDTH, HEIGHT, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = save_turned (pixbuf, cases[i].orientation);
      g_autoptr (GError) error = NULL;
      g_autofree char *key = g_strdup_printf ("%u", cases[i].orientation);
      cairo_surface_t *surface;

      lectern_stage_pictures_put (pictures, key, bytes, &error);
      g_assert_no_error (error);
      surface = lectern_stage_pictures_get (pictures, key);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      assert_colour (get_pixel (surface, cases[i].x, cases[i].y), 0xffffff);
    }
}

/* A large picture is kept as large as a screen needs, whichever way it stands. */
static void
test_kept_small (void)
{
  static const struct
  {
    int width, height, kept_width, kept_height;
  } cases[] = {
    { 6000, 1000, 3840, 640 },
    { 500, 5000, 384, 3840 },
    { 4000, 3000, 2880, 2160 },
    { 3840, 2160, 3840, 2160 },
  };
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = create_pixbuf (cases[i].width, cases[i].height, FALSE);
      g_autoptr (GBytes) bytes = save (pixbuf, "jpeg");
      g_autoptr (GError) error = NULL;
      g_autofree char *key = g_strdup_printf ("%u", i);
      cairo_surface_t *surface;

      lectern_stage_pictures_put (pictures, key, bytes, &error);
      g_assert_no_error (error);
      surface = lectern_stage_pictures_get (pictures, key);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].kept_width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].kept_height);
    }
}

static void
test_refused (void)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  g_autoptr (GdkPixbuf) pixbuf = create_pixbuf (WIDTH, HEIGHT, FALSE);
  g_autoptr (GBytes) whole = save (pixbuf, "png");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) photo = save (pixbuf, "jpeg");
  g_autoptr (GBytes) half_photo = g_bytes_new_from_bytes (photo, 0, g_bytes_get_size (photo) * 9 / 10);
  g_autoptr (GBytes) huge = make_huge (8001, 5000);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 40);
  const struct
  {
    GBytes           *bytes;
    LecternStageError code;
  } cases[] = {
    { half, LECTERN_STAGE_ERROR_BROKEN },
    { half_photo, LECTERN_STAGE_ERROR_BROKEN },
    { huge, LECTERN_STAGE_ERROR_TOO_LARGE },
    { empty, LECTERN_STAGE_ERROR_NOT_A_PICTURE },
    { text, LECTERN_STAGE_ERROR_NOT_A_PICTURE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (lectern_stage_pictures_put (pictures, "key", cases[i].bytes, &error));
      g_assert_error (error, LECTERN_STAGE_ERROR, (int) cases[i].code);
      g_assert_null (lectern_stage_pictures_get (pictures, "key"));
    }
}

/* A picture put in lives as long as somebody holds the pictures. */
static void
test_held (void)
{
  LecternStagePictures *pictures = lectern_stage_pictures_new ();
  cairo_surface_t      *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 4, 4);

  lectern_stage_pictures_put_surface (pictures, "page", surface);
  g_assert_cmpuint (cairo_surface_get_reference_count (surface), ==, 2);
  lectern_stage_pictures_ref (pictures);
  lectern_stage_pictures_unref (pictures);
  g_assert_true (lectern_stage_pictures_get (pictures, "page") == surface);
  lectern_stage_pictures_unref (pictures);
  g_assert_cmpuint (cairo_surface_get_reference_count (surface), ==, 1);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/pictures/read", test_read);
  g_test_add_func ("/stage/pictures/alpha", test_alpha);
  g_test_add_func ("/stage/pictures/turned", test_turned);
  g_test_add_func ("/stage/pictures/kept-small", test_kept_small);
  g_test_add_func ("/stage/pictures/refused", test_refused);
  g_test_add_func ("/stage/pictures/held", test_held);
  return g_test_run ();
}
