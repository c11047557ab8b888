/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Drafts on the judge's disk: there at once, kept apart by contest, kept by the criterion's key,
 * and a damaged file is set aside and said, never overwritten. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-draft-store.h"

#include "lectern-record.h"

#include <glib/gstdio.h>

static const char *const keys[] = { "content", "language", "effect", NULL };

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lectern-drafts-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "seat.ini.drafts", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);

  g_unlink (fixture->path);
  g_unlink (damaged);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_draft (LecternDraftStore *store,
             const char        *contest,
             gint64             lot,
             gint64             first)
{
  gint64       marks[] = { first, LECTERN_NULL, 9500 };
  LecternDraft draft = { .name = (char *) "刘𬱖", .note = (char *) "案例感人\n收尾稍急", .marks = marks, .unsent = TRUE };

  lectern_draft_store_write (store, contest, lot, keys, &draft);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const other_order[] = { "effect", "bearing", "content", NULL };
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (fixture->path);
  g_autoptr (LecternDraftStore) again = lectern_draft_store_new (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lots = NULL;
  LecternDraft draft = { 0 };

  write_draft (store, "final", 12, 37200);
  g_assert_null (lectern_draft_store_get_trouble (store));
  /* Read by another while the first still lives: a killed process loses nothing. */
  lectern_draft_store_load (again, &error);
  g_assert_no_error (error);
  lots = lectern_draft_store_list (again, "final");
  g_assert_cmpuint (lots->len, ==, 1);
  g_assert_cmpint (g_array_index (lots, gint64, 0), ==, 12);
  g_assert_true (lectern_draft_store_read (again, "final", 12, other_order, &draft));
  g_assert_cmpstr (draft.name, ==, "刘𬱖");
  g_assert_cmpstr (draft.note, ==, "案例感人\n收尾稍急");
  g_assert_true (draft.unsent);
  g_assert_cmpint (draft.marks[0], ==, 9500);
  g_assert_cmpint (draft.marks[1], ==, LECTERN_NULL);
  g_assert_cmpint (draft.marks[2], ==, 37200);
  lectern_draft_clear (&draft);
}

static void
test_contests_apart (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (fixture->path);
  LecternDraft draft = { 0 };

  write_draft (store, "final · rehearsal", 12, 1000);
  g_assert_false (lectern_draft_store_read (store, "final", 12, keys, &draft));
  g_assert_false (lectern_draft_store_read (store, "final · rehearsal", 11, keys, &draft));
}

/* Changes that come fast are written together, and a flush leaves none behind. */
static void
test_fast_changes (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (fixture->path);
  g_autoptr (LecternDraftStore) again = lectern_draft_store_new (fixture->path);
  LecternDraft draft = { 0 };

  for (gint64 i = 0; i < 200; i++)
    write_draft (store, "final", 1, i * 100);
  lectern_draft_store_flush (store);
  g_assert_true (lectern_draft_store_load (again, NULL));
  g_assert_true (lectern_draft_store_read (again, "final", 1, keys, &draft));
  g_assert_cmpint (draft.marks[0], ==, 19900);
  lectern_draft_clear (&draft);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (fixture->path);
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "{\"final\": {\"12\"", -1, NULL));
  g_assert_false (lectern_draft_store_load (store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, damaged));
  write_draft (store, "final", 12, 1000);
  g_assert_true (g_file_get_contents (damaged, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"final\": {\"12\"");
}

/* A file edited by hand: what makes no sense is not marked, and nothing breaks. */
static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (fixture->path);
  g_autoptr (GArray) lots = NULL;
  LecternDraft draft = { 0 };

  g_assert_true (g_file_set_contents (fixture->path,
                                      "{\"a\": 3, \"final\": {\"x\": {}, \"2\": 5, \"3\": {\"marks\": {\"content\": 7, \"language\": \"-1\"}}}}",
                                      -1,
                                      NULL));
  g_assert_true (lectern_draft_store_load (store, NULL));
  lots = lectern_draft_store_list (store, "final");
  g_assert_cmpuint (lots->len, ==, 2);
  g_assert_false (lectern_draft_store_read (store, "a", 1, keys, &draft));
  g_assert_false (lectern_draft_store_read (store, "final", 2, keys, &draft));
  g_assert_true (lectern_draft_store_read (store, "final", 3, keys, &draft));
  g_assert_cmpint (draft.marks[0], ==, LECTERN_NULL);
  g_assert_cmpint (draft.marks[1], ==, LECTERN_NULL);
  lectern_draft_clear (&draft);
}

static void
test_no_disk (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "below-a-file", "drafts", NULL);
  g_autoptr (LecternDraftStore) store = lectern_draft_store_new (path);

  g_assert_true (g_file_set_contents (fixture->path, "{}", -1, NULL));
  write_draft (store, "final", 12, 1000);
  g_assert_nonnull (lectern_draft_store_get_trouble (store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/draft-store/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/ui/draft-store/contests-apart", Fixture, NULL, set_up, test_contests_apart, tear_down);
  g_test_add ("/ui/draft-store/fast-changes", Fixture, NULL, set_up, test_fast_changes, tear_down);
  g_test_add ("/ui/draft-store/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/ui/draft-store/nonsense", Fixture, NULL, set_up, test_nonsense, tear_down);
  g_test_add ("/ui/draft-store/no-disk", Fixture, NULL, set_up, test_no_disk, tear_down);
  return g_test_run ();
}
