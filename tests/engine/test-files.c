/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files of the contest as actions: who may have which, what the journal says, what the scenes call,
 * and bytes that come back without anybody waiting. */

#include "engine-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-attach.h"
#include "lectern-journal-line.h"
#include "lectern-scene.h"

static LecternAction *
attach_bytes (Fixture    *f,
              LecternRole role,
              gint64      owner,
              const char *name,
              const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LecternAction *action = lectern_attach_new_action (f->path, lectern_attach_new_record (role, owner, name), NULL, bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return action;
}

static LecternAction *
detach (const char *role,
        gint64      owner)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_DETACH);

  action->key = g_strdup (role);
  action->number = owner;
  return action;
}

static void
assert_last_sentence (Fixture    *f,
                      const char *words)
{
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (f->engine, lectern_follower_get_seq (f->follower) - 1, 0, NULL);
  const LecternJournalLine *line = lines->pdata[0];

  g_assert_cmpstr (line->sentence, ==, words);
}

typedef struct
{
  GBytes  *bytes;
  GError  *error;
  gboolean done;
} Loaded;

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Loaded *loaded = user_data;

  loaded->bytes = lectern_follower_load_content_finish (LECTERN_FOLLOWER (source), result, &loaded->error);
  loaded->done = TRUE;
}

/* The bytes as text, "" where there are none. */
static char *
load (Fixture    *f,
      const char *sha256)
{
  Loaded loaded = { 0 };
  char  *text = NULL;

  lectern_follower_load_content_async (f->follower, sha256, NULL, on_loaded_cb, &loaded);
  g_assert_false (loaded.done); /* never before it returns */
  while (!loaded.done)
    g_main_context_iteration (NULL, TRUE);
  if (loaded.bytes != NULL)
    text = g_strndup (g_bytes_get_data (loaded.bytes, NULL), g_bytes_get_size (loaded.bytes));
  g_clear_pointer (&loaded.bytes, g_bytes_unref);
  g_clear_error (&loaded.error);
  return text != NULL ? text : g_strdup ("");
}

static void
assert_loads (Fixture    *f,
              const char *sha256,
              const char *expected)
{
  g_autofree char *text = load (f, sha256);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_attach (void)
{
  Fixture                  f = { NULL };
  const LecternAttachment *photo;

  fixture_init (&f, 1, 3, FALSE);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, 1, "/home/x/照片.JPG", "first"));
  assert_last_sentence (&f, "Attached the photo of 选手1: “照片.JPG”.");
  photo = lectern_contest_get_attachment (fixture_contest (&f), LECTERN_ROLE_PHOTO, 1);
  g_assert_cmpstr (photo->name, ==, "照片.JPG");
  g_assert_cmpint (photo->size, ==, 5);
  g_assert_cmpint (photo->beside, ==, 0);
  assert_loads (&f, photo->sha256, "first");

  g_autofree char *first = g_strdup (photo->sha256);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, 1, "b.png", "second"));
  assert_last_sentence (&f, "Replaced the photo of 选手1: “b.png”.");
  assert_loads (&f, first, "");
  assert_loads (&f, lectern_contest_get_content_key (fixture_contest (&f), LECTERN_ROLE_PHOTO, 1), "second");

  fixture_do (&f, detach ("photo", 1));
  assert_last_sentence (&f, "Took out the photo of 选手1: “b.png”.");
  g_assert_null (lectern_contest_get_attachment (fixture_contest (&f), LECTERN_ROLE_PHOTO, 1));
  fixture_refuse (&f, detach ("photo", 1), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, detach ("nonsense", 0), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, NULL, NULL));
  fixture_clear (&f);
}

static void
test_owners (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 1, 3, FALSE);
  fixture_refuse (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, 99, "a.png", "x"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, LECTERN_NULL, "a.png", "x"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, 1, "a.png", ""), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_LOGO, 7, "logo.png", "logo"));
  g_assert_nonnull (lectern_contest_get_attachment (fixture_contest (&f), LECTERN_ROLE_LOGO, 0));
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_PICTURE, LECTERN_NULL, "1.png", "one"));
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_PICTURE, LECTERN_NULL, "2.png", "two"));
  g_assert_cmpstr (lectern_contest_get_attachment (fixture_contest (&f), LECTERN_ROLE_PICTURE, 2)->name, ==, "2.png");
  g_assert_cmpint (lectern_contest_get_next_attachment (fixture_contest (&f), LECTERN_ROLE_PICTURE), ==, 3);
  fixture_clear (&f);
}

static LecternAction *
note (Fixture    *f,
      LecternRole role,
      gint64      owner,
      const char *sha256)
{
  const LecternAttachment *there = lectern_contest_get_attachment (fixture_contest (f), role, owner);
  LecternAttachment       *record = there != NULL ? lectern_record_copy (there) : lectern_attach_new_record (role, owner, "x");
  LecternAction           *action = fixture_action (LECTERN_ACTION_ATTACH);

  record->checked = 1;
  lectern_record_take_string (&record->finding, "12 pages");
  if (sha256 != NULL)
    lectern_record_take_string (&record->sha256, sha256);
  lectern_action_add_record (action, record);
  return action;
}

/* What a check found is put to the row; without its bytes no row comes. */
static void
test_note (void)
{
  Fixture               f = { NULL };
  const LecternNominee *nominee;

  fixture_init (&f, 1, 3, FALSE);
  fixture_refuse (&f, note (&f, LECTERN_ROLE_COURSEWARE, 1, "00"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  nominee = lectern_contest_get_nominee (fixture_contest (&f), 1);
  LecternNominee *bare = lectern_record_copy (nominee);
  LecternAction  *edit = fixture_action (LECTERN_ACTION_EDIT_NOMINEE);
  lectern_record_take_string (&bare->courseware, "");
  lectern_action_add_record (edit, bare);
  fixture_do (&f, edit);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_COURSEWARE, 1, "课件.pdf", "pdf"));
  /* whoever has courseware attached has courseware */
  g_assert_cmpstr (lectern_contest_get_nominee (fixture_contest (&f), 1)->courseware, ==, "课件.pdf");
  fixture_do (&f, note (&f, LECTERN_ROLE_COURSEWARE, 1, NULL));
  const LecternAttachment *row = lectern_contest_get_attachment (fixture_contest (&f), LECTERN_ROLE_COURSEWARE, 1);
  g_assert_cmpint (row->checked, ==, 1);
  g_assert_cmpstr (row->finding, ==, "12 pages");
  g_assert_cmpint (row->size, ==, 3);
  assert_loads (&f, row->sha256, "pdf");
  fixture_refuse (&f, note (&f, LECTERN_ROLE_COURSEWARE, 1, "00"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_clear (&f);
}

static LecternScene *
get_scene (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_from_json (lectern_contest_get_on_air (fixture_contest (f))->scene, &error);

  g_assert_no_error (error);
  return scene;
}

static LecternAction *
show_courseware (gint64 lot,
                 gint64 page)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_SHOW_COURSEWARE, lot, NULL);

  action->number = page;
  return action;
}

static LecternAction *
show_picture (const char *text)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SHOW_SCENE);

  action->number = LECTERN_SCENE_PICTURE;
  action->text = g_strdup (text);
  return action;
}

static LecternAction *
choose_theme (Fixture    *f,
              const char *name)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (fixture_contest (f)));
  LecternAction        *action = fixture_action (LECTERN_ACTION_EDIT_CONTEST);

  lectern_record_take_string (&record->scene_theme, name);
  lectern_action_add_record (action, record);
  return action;
}

/* Colours, logo, background and photos are in every frozen scene that has a place for them. */
static void
test_scenes (void)
{
  Fixture          f = { NULL };
  const char      *key;
  g_autofree char *hash = NULL;
  g_autofree char *expected = NULL;

  fixture_init (&f, 3, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  gint64 nominee = lectern_contest_get_entry_by_lot (fixture_contest (&f), 1)->nominee;
  fixture_refuse (&f, show_courseware (LECTERN_NULL, LECTERN_NULL), LECTERN_CONTEST_ERROR_NOT_FOUND); /* nobody on stage */
  fixture_refuse (&f, show_courseware (1, LECTERN_NULL), LECTERN_CONTEST_ERROR_NOT_FOUND);            /* has none */
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_LOGO, 0, "l.png", "logo"));
  fixture_do (&f, choose_theme (&f, "dark"));
  assert_last_sentence (&f, "Changed of the contest: colours of the scenes.");
  fixture_do (&f, choose_theme (&f, "dark"));
  assert_last_sentence (&f, "Saved the contest again; nothing was changed.");
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_PHOTO, nominee, "p.png", "photo"));
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_COURSEWARE, nominee, "c.pdf", "courseware"));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpstr (scene->logo, ==, lectern_contest_get_content_key (fixture_contest (&f), LECTERN_ROLE_LOGO, 0));
    g_assert_cmpstr (scene->photo, ==, lectern_contest_get_content_key (fixture_contest (&f), LECTERN_ROLE_PHOTO, nominee));
    g_assert_null (scene->background);
    g_assert_cmpstr (scene->scene_theme, ==, "dark");
  }
  fixture_do (&f, show_courseware (LECTERN_NULL, 3));
  g_autofree char *sentence = g_strdup_printf ("Showed the courseware of No. 1 %s, page 3.", lectern_contest_get_nominee (fixture_contest (&f), nominee)->name);
  assert_last_sentence (&f, sentence);
  key = lectern_contest_get_content_key (fixture_contest (&f), LECTERN_ROLE_COURSEWARE, nominee);
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    expected = g_strdup_printf ("%s:3", key);
    g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_COURSEWARE);
    g_assert_cmpstr (scene->picture, ==, expected);
    g_assert_cmpuint (scene->page, ==, 3);
    g_assert_null (scene->text);
    hash = lectern_scene_get_picture_hash (scene);
    g_assert_cmpstr (hash, ==, key);
  }
  fixture_refuse (&f, show_courseware (1, 0), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, show_courseware (1, 10000), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_clear (&f);
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *text;
    const char *name; /* NULL: refused */
  } cases[] = {
    { NULL, "1.png" },
    { "1", "1.png" },
    { "picture 1", "1.png" },
    { "video 1", "v.mp4" },
    { "2", NULL },
    { "video 2", NULL },
    { "photo 1", NULL },
    { "", NULL },
  };
  Fixture f = { NULL };

  fixture_init (&f, 1, 3, FALSE);
  LecternAction *picture = attach_bytes (&f, LECTERN_ROLE_PICTURE, LECTERN_NULL, "1.png", "one");
  lectern_record_take_string (&((LecternAttachment *) picture->records->pdata[0])->caption, "会场");
  fixture_do (&f, picture);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_VIDEO, LECTERN_NULL, "v.mp4", "video"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].name == NULL)
        {
          fixture_refuse (&f, show_picture (cases[i].text), LECTERN_CONTEST_ERROR_NOT_FOUND);
          continue;
        }
      fixture_do (&f, show_picture (cases[i].text));
      g_autoptr (LecternScene) scene = get_scene (&f);
      const LecternAttachment *file = lectern_contest_get_attachment (fixture_contest (&f), g_str_has_suffix (cases[i].name, "png") ? LECTERN_ROLE_PICTURE : LECTERN_ROLE_VIDEO, 1);

      g_assert_cmpstr (scene->picture, ==, file->sha256);
      g_assert_cmpstr (scene->text, ==, file->caption);
    }
  /* The hall still sees what was taken out. */
  g_autoptr (LecternScene) scene = get_scene (&f);
  fixture_do (&f, detach ("video", 1));
  assert_loads (&f, scene->picture, "video");
  fixture_clear (&f);
}

static void
test_saved (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;

  fixture_init (&f, 1, 3, FALSE);
  fixture_do (&f, attach_bytes (&f, LECTERN_ROLE_COURSEWARE, 1, "a.pptx", "slides"));
  g_autofree char *to = g_build_filename (f.folder, "out.pptx", NULL);
  g_autofree char *text = NULL;
  lectern_engine_save_content (f.path, lectern_contest_get_content_key (fixture_contest (&f), LECTERN_ROLE_COURSEWARE, 1), to, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (to, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "slides");
  g_assert_cmpint (g_remove (to), ==, 0);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/files/attach", test_attach);
  g_test_add_func ("/engine/files/owners", test_owners);
  g_test_add_func ("/engine/files/note", test_note);
  g_test_add_func ("/engine/files/scenes", test_scenes);
  g_test_add_func ("/engine/files/pictures", test_pictures);
  g_test_add_func ("/engine/files/saved", test_saved);
  return g_test_run ();
}
