/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files that belong to the contest: bytes and row come and go together, large ones lie beside, the
 * copy has both, and the proof names what was changed or is missing. */

#include "lectern-content-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define LARGE ((gsize) LECTERN_CONTENT_INSIDE + 4096)

typedef struct
{
  char         *folder;
  char         *path;
  LecternStore *store;
} Place;

static LecternJournalLine *
make_line (void)
{
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  line->actor = g_strdup ("test");
  line->device = g_strdup ("");
  line->action = g_strdup ("attach");
  line->sentence = g_strdup ("attached");
  return line;
}

static void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("lectern-content-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "contest.lectern", NULL);
  place->store = lectern_store_create (place->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      remove_tree (file);
    }
  g_remove (path);
}

static void
place_clear (Place *place)
{
  lectern_store_close (place->store);
  remove_tree (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

/* A file of @size bytes in the test's folder, all of them @byte. */
static char *
make_file (Place      *place,
           const char *name,
           gsize       size,
           char        byte)
{
  g_autofree char *bytes = g_strnfill (size, byte);
  char            *path = g_build_filename (place->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}

static LecternContent *
take (Place      *place,
      const char *name,
      gsize       size,
      char        byte)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = make_file (place, name, size, byte);
  LecternContent  *content = lectern_content_new_for_file (place->path, file, G_MAXINT64, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lectern_content_get_size (content), ==, (gint64) size);
  return content;
}

static LecternChange *
make_row (const char           *role,
          const char           *name,
          const LecternContent *content)
{
  LecternChange     *change = lectern_change_new ();
  LecternAttachment *row = lectern_record_new (&lectern_table_attachment);

  row->role = g_strdup (role);
  row->owner = 0;
  row->name = g_strdup (name);
  row->media_type = g_strdup ("");
  row->size = lectern_content_get_size (content);
  row->sha256 = g_strdup (lectern_content_get_sha256 (content));
  row->beside = lectern_content_is_beside (content);
  lectern_change_put (change, row);
  return change;
}

/* The hash of what was attached; owned by the caller. */
static char *
attach (Place      *place,
        const char *role,
        const char *name,
        gsize       size,
        char        byte)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContent) content = take (place, name, size, byte);
  g_autoptr (LecternChange) change = make_row (role, name, content);
  g_autoptr (LecternJournalLine) line = make_line ();

  g_assert_true (lectern_store_begin (place->store, &error));
  lectern_store_write_content (place->store, change, content, line, &error);
  g_assert_no_error (error);
  g_assert_true (lectern_store_commit (place->store, &error));
  return g_strdup (lectern_content_get_sha256 (content));
}

static gboolean
holds (Place      *place,
       const char *sha256)
{
  g_autoptr (GBytes) bytes = lectern_store_read_content (place->path, sha256, NULL);
  g_autofree char *found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  g_assert_true (found == NULL || g_str_equal (found, sha256));
  return found != NULL;
}

static guint
count_beside (const char *path)
{
  g_autofree char *folder = g_strconcat (path, ".files", NULL);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (listing != NULL && g_dir_read_name (listing) != NULL)
    n++;
  return n;
}

static void
test_round_trip (void)
{
  Place place;

  place_init (&place);
  g_autofree char *small = attach (&place, "logo", "标志.png", 5000, 'a');
  g_autofree char *large = attach (&place, "video", "片头.MP4", LARGE, 'b');
  g_autofree char *nothing = attach (&place, "background", "empty.png", 0, 'c');
  g_assert_true (holds (&place, small) && holds (&place, large) && holds (&place, nothing));
  g_assert_true (lectern_store_has_content (place.store, small) && lectern_store_has_content (place.store, large));
  g_assert_false (lectern_store_has_content (place.store, "00"));

  g_autofree char *beside = lectern_store_find_beside (place.path, large);
  struct stat      buffer;
  g_assert_true (g_str_has_suffix (beside, ".mp4"));
  g_assert_cmpint (stat (beside, &buffer), ==, 0);
  g_assert_cmpuint (buffer.st_mode & 0777, ==, 0600);
  g_assert_null (lectern_store_find_beside (place.path, small));

  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_store_read_content (place.path, "no such hash", &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND);
  place_clear (&place);
}

/* What is replaced goes, unless something else has the same bytes or the hall sees them. */
static void
test_replaced (void)
{
  Place place;

  place_init (&place);
  g_autofree char *first = attach (&place, "logo", "a.png", 5000, 'a');
  g_autofree char *shared = attach (&place, "background", "a too.png", 5000, 'a');
  g_autofree char *second = attach (&place, "logo", "b.png", 6000, 'b');
  g_assert_cmpstr (first, ==, shared);
  g_assert_true (holds (&place, first) && holds (&place, second)); /* the background still has it */
  g_autofree char *third = attach (&place, "background", "c.png", 7000, 'c');
  g_assert_true (!holds (&place, first) && holds (&place, second) && holds (&place, third));

  g_autofree char *large = attach (&place, "video", "d.mp4", LARGE, 'd');
  g_assert_cmpuint (count_beside (place.path), ==, 1);
  g_autofree char *larger = attach (&place, "video", "e.mp4", LARGE + 1, 'e');
  g_assert_cmpuint (count_beside (place.path), ==, 1);
  g_assert_true (!holds (&place, large) && holds (&place, larger));
  place_clear (&place);
}

static void
test_on_air_stays (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_autofree char *first = attach (&place, "picture", "a.png", 5000, 'a');
  g_autofree char *sql = g_strdup_printf ("INSERT INTO round VALUES ('final', 0, 'final', NULL, 0, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL); INSERT INTO on_air (id, round, scene, blank) VALUES (1, 'final', '{\"picture\":\"%s\"}', 0)", first);
  lectern_store_exec (place.store->db, sql, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *second = attach (&place, "picture", "b.png", 5000, 'b');
  g_assert_true (holds (&place, first) && holds (&place, second));
  lectern_store_exec (place.store->db, "UPDATE on_air SET scene = NULL", NULL, &error);
  g_assert_no_error (error);
  g_autofree char *third = attach (&place, "picture", "c.png", 5000, 'c');
  g_assert_true (!holds (&place, first) && !holds (&place, second) && holds (&place, third));
  place_clear (&place);
}

/* A refused row takes its bytes with it, and the journal goes on where it was. */
static void
test_refused (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  {
    g_autoptr (LecternContent) content = take (&place, "a.png", 5000, 'a');
    g_autoptr (LecternChange) change = make_row ("", "a.png", content); /* the schema wants a role */
    g_autoptr (LecternJournalLine) line = make_line ();

    g_assert_true (lectern_store_begin (place.store, NULL));
    g_assert_false (lectern_store_write_content (place.store, change, content, line, &error));
    g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CONSTRAINT);
    g_assert_true (lectern_store_commit (place.store, NULL));
    g_assert_false (holds (&place, lectern_content_get_sha256 (content)));
    g_assert_cmpint (lectern_store_get_seq (place.store), ==, 0);
  }
  {
    g_autoptr (LecternContent) unused = take (&place, "b.mp4", LARGE, 'b');

    g_assert_cmpuint (count_beside (place.path), ==, 1);
  }
  g_assert_cmpuint (count_beside (place.path), ==, 0); /* what was copied and not written went */
  g_autofree char *sha256 = attach (&place, "logo", "c.png", 100, 'c');
  g_assert_true (holds (&place, sha256));
  place_clear (&place);
}

static void
test_bounds (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_autofree char *file = make_file (&place, "a.png", 5000, 'a');
  g_assert_null (lectern_content_new_for_file (place.path, file, 4999, NULL, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (lectern_content_new_for_file (place.path, place.folder, 4999, NULL, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (lectern_content_new_for_file (place.path, "/no/such.png", 4999, NULL, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *large = make_file (&place, "b.mp4", LARGE, 'b');
  g_cancellable_cancel (cancelled);
  g_assert_null (lectern_content_new_for_file (place.path, large, G_MAXINT64, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_beside (place.path), ==, 0);
  place_clear (&place);
}

/* A killed program's half copies go when the contest is opened again; nothing else does. */
static void
test_parts (void)
{
  Place            place;
  g_autofree char *part = NULL;
  g_autofree char *folder = NULL;

  place_init (&place);
  g_autofree char *large = attach (&place, "video", "a.mp4", LARGE, 'a');
  folder = g_strconcat (place.path, ".files", NULL);
  part = g_build_filename (folder, LECTERN_CONTENT_PART "abc", NULL);
  g_assert_true (g_file_set_contents (part, "half", -1, NULL));
  g_clear_pointer (&place.store, lectern_store_close);
  place.store = lectern_store_open (place.path, NULL);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_true (holds (&place, large));
  place_clear (&place);
}

static void
test_backup (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_autofree char *small = attach (&place, "logo", "a.png", 5000, 'a');
  g_autofree char *large = attach (&place, "video", "b.mp4", LARGE, 'b');
  g_autofree char *copy = g_build_filename (place.folder, "copy.lectern", NULL);
  lectern_store_backup (place.store, copy, &error);
  g_assert_no_error (error);
  lectern_store_backup_files (place.path, copy, &error);
  g_assert_no_error (error);

  g_autofree char *original = lectern_store_find_beside (place.path, large);
  g_assert_cmpint (g_remove (original), ==, 0);
  g_assert_true (lectern_store_verify (copy, NULL, &error));
  g_assert_no_error (error);
  Place other = { .path = copy };
  g_assert_true (holds (&other, small) && holds (&other, large));
  place_clear (&place);
}

static void
assert_unproven (Place      *place,
                 const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lectern_store_verify (place->path, NULL, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_UNPROVEN);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_proof (void)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "UPDATE content SET bytes = zeroblob (5000)", "attachment (logo, 0), “a.png”: its bytes are not" },
    { "UPDATE content SET bytes = zeroblob (5001)", "attachment (logo, 0), “a.png”: its bytes are not" },
    { "DELETE FROM content", "attachment (logo, 0), “a.png”: its bytes are missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Place place;
      g_autoptr (GError) error = NULL;

      place_init (&place);
      g_autofree char *small = attach (&place, "logo", "a.png", 5000, 'a');
      lectern_store_verify (place.path, NULL, &error);
      g_assert_no_error (error);
      lectern_store_exec (place.store->db, cases[i].sql, NULL, &error);
      g_assert_no_error (error);
      assert_unproven (&place, cases[i].words);
      place_clear (&place);
    }
}

static void
test_proof_beside (void)
{
  Place place;
  g_autoptr (GError) error = NULL;
  FILE *file;

  place_init (&place);
  g_autofree char *large = attach (&place, "video", "b.mp4", LARGE, 'b');
  g_autofree char *beside = lectern_store_find_beside (place.path, large);
  lectern_store_verify (place.path, NULL, &error);
  g_assert_no_error (error);
  file = fopen (beside, "r+");
  fseek (file, (long) LARGE - 1, SEEK_SET);
  fputc ('x', file); /* the last byte */
  fclose (file);
  assert_unproven (&place, "attachment (video, 0), “b.mp4”: its bytes are not");
  g_remove (beside);
  assert_unproven (&place, "attachment (video, 0), “b.mp4”: the file is missing from the folder");
  place_clear (&place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/content/round-trip", test_round_trip);
  g_test_add_func ("/store/content/replaced", test_replaced);
  g_test_add_func ("/store/content/on-air-stays", test_on_air_stays);
  g_test_add_func ("/store/content/refused", test_refused);
  g_test_add_func ("/store/content/bounds", test_bounds);
  g_test_add_func ("/store/content/parts", test_parts);
  g_test_add_func ("/store/content/backup", test_backup);
  g_test_add_func ("/store/content/proof", test_proof);
  g_test_add_func ("/store/content/proof-beside", test_proof_beside);
  return g_test_run ();
}
