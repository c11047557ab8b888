/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where windows go, case by case, and what a laptop remembers of its screens. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-projector-place.h"
#include "lectern-screen.h"

#include <glib/gstdio.h>

#define LAPTOP       \
  {                  \
    0, 0, 1920, 1080 \
  }
#define RIGHT          \
  {                    \
    1920, 0, 1024, 768 \
  }
#define FAR           \
  {                   \
    2944, 0, 800, 600 \
  }
#define NO_AREA \
  {             \
    0           \
  }

/* clang-format off */
static const struct
{
  const char        *what;
  LecternScreenSpot  spots[3];
  guint              n_spots;
  int                operators;
  const char        *places; /* F free, S shown, O own, M mirror, T twin, - no size */
} cases[] = {
  { "no screen at all", { { NO_AREA, 0 } }, 0, -1, "" },
  { "one", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN } }, 1, 0, "O" },
  { "one, named projector", { { LAPTOP, LECTERN_SCREEN_PROJECTOR } }, 1, 0, "O" },
  { "one, nobody knows whose", { { LAPTOP, LECTERN_SCREEN_PROJECTOR } }, 1, -1, "O" },
  { "a second nobody named", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_UNCHOSEN } }, 2, 0, "OF" },
  { "a second that was refused", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_NONE } }, 2, 0, "OF" },
  { "a projector", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 2, 0, "OS" },
  { "a clock", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_CLOCK } }, 2, 0, "OS" },
  { "an audience's screen", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_AUDIENCE } }, 2, 0, "OS" },
  { "all of them named", { { LAPTOP, LECTERN_SCREEN_PROJECTOR }, { RIGHT, LECTERN_SCREEN_PROJECTOR }, { FAR, LECTERN_SCREEN_CLOCK } }, 3, 0, "OSS" },
  { "the console on the projector", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 2, 1, "FO" },
  { "nobody knows whose", { { LAPTOP, LECTERN_SCREEN_PROJECTOR }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 2, -1, "OS" },
  { "the operator's has gone", { { LAPTOP, LECTERN_SCREEN_PROJECTOR }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 2, 7, "OS" },
  { "just plugged", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { NO_AREA, LECTERN_SCREEN_PROJECTOR } }, 2, 0, "O-" },
  { "the first just plugged", { { NO_AREA, LECTERN_SCREEN_PROJECTOR }, { LAPTOP, LECTERN_SCREEN_PROJECTOR } }, 2, 1, "-O" },
  { "the first just plugged, nobody knows", { { NO_AREA, LECTERN_SCREEN_PROJECTOR }, { LAPTOP, LECTERN_SCREEN_PROJECTOR } }, 2, -1, "-O" },
  { "the operator's has no size yet", { { NO_AREA, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 2, 0, "-O" },
  { "mirrored", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { LAPTOP, LECTERN_SCREEN_PROJECTOR } }, 2, 0, "OM" },
  { "mirrored at another resolution", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { { 0, 0, 1024, 768 }, LECTERN_SCREEN_PROJECTOR } }, 2, 0, "OM" },
  { "a part of the operator's", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { { 1900, 0, 1024, 768 }, LECTERN_SCREEN_CLOCK } }, 2, 0, "OM" },
  { "one mirrored, one not", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 3, 0, "OMS" },
  { "two projectors that show the same", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR }, { RIGHT, LECTERN_SCREEN_CLOCK } }, 3, 0, "OST" },
  { "the same as one nobody named", { { LAPTOP, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_UNCHOSEN }, { RIGHT, LECTERN_SCREEN_PROJECTOR } }, 3, 0, "OFS" },
  { "the console on the last", { { RIGHT, LECTERN_SCREEN_PROJECTOR }, { FAR, LECTERN_SCREEN_NONE }, { LAPTOP, LECTERN_SCREEN_CLOCK } }, 3, 2, "SFO" },
};
/* clang-format on */

static void
test_place (void)
{
  static const char letters[] = { [LECTERN_SCREEN_FREE] = 'F', [LECTERN_SCREEN_SHOWN] = 'S', [LECTERN_SCREEN_OWN] = 'O', [LECTERN_SCREEN_MIRROR] = 'M', [LECTERN_SCREEN_TWIN] = 'T', [LECTERN_SCREEN_NO_SIZE] = '-' };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternScreenPlace places[3];
      char               said[4] = "";
      lectern_projector_place (cases[i].spots, cases[i].n_spots, cases[i].operators, places);
      for (guint n = 0; n < cases[i].n_spots; n++)
        said[n] = letters[places[n]];
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (said, ==, cases[i].places);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *connector, *make, *model, *name, *short_name;
  } names[] = {
    { "HDMI-1", "Epson", "EB-X41", "HDMI-1 Epson EB-X41", "EB-X41" },
    { "HDMI-1", "Epson", NULL, "HDMI-1 Epson", "Epson" },
    { "VGA-1", NULL, "", "VGA-1", "VGA-1" },
    { "VGA-1", NULL, "VGA-1", "VGA-1", "VGA-1" },
    { "DP-2", "unknown", "unknown", "DP-2", "DP-2" },
    { NULL, "SEC", "0x3150", "SEC 0x3150", "0x3150" },
    { NULL, NULL, NULL, "?", "?" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LecternScreen) screen = lectern_screen_new_named (names[i].connector, names[i].make, names[i].model);
      g_assert_cmpstr (lectern_screen_get_name (screen), ==, names[i].name);
      g_assert_cmpstr (lectern_screen_get_short_name (screen), ==, names[i].short_name);
    }
}

static void
assert_choice (const char                *path,
               const char                *name,
               const LecternScreenChoice *expected)
{
  LecternScreenChoice choice;
  lectern_screen_choice_load (path, name, &choice);
  g_assert_cmpint (choice.role, ==, expected->role);
  g_assert_cmpint (choice.scene, ==, expected->scene);
  g_assert_cmpfloat (choice.left, ==, expected->left);
  g_assert_cmpfloat (choice.top, ==, expected->top);
  g_assert_cmpfloat (choice.right, ==, expected->right);
  g_assert_cmpfloat (choice.bottom, ==, expected->bottom);
}

static void
test_remembered (void)
{
  static const LecternScreenChoice nothing = { 0 };
  static const LecternScreenChoice first = { LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK, 2.5, 0, 3, 20 };
  static const LecternScreenChoice second = { LECTERN_SCREEN_AUDIENCE, LECTERN_SCENE_RANKING, 0, 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lectern-screens-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a", "screens.ini", NULL);
  g_autofree char *sub = g_path_get_dirname (path);
  g_assert_no_error (error);
  assert_choice (path, "HDMI-1", &nothing);
  g_assert_true (lectern_screen_choice_save (path, "HDMI-1 [Epson]\n2", &first, &error));
  g_assert_true (lectern_screen_choice_save (path, "VGA-1 明基", &second, &error));
  g_assert_true (lectern_screen_choice_save_window (path, TRUE, &error));
  g_assert_no_error (error);
  assert_choice (path, "HDMI-1 [Epson]\n2", &first);
  assert_choice (path, "VGA-1 明基", &second);
  assert_choice (path, "HDMI-1", &nothing);
  g_assert_true (lectern_screen_choice_load_window (path));

  /* What a person or a newer program wrote into it. */
  g_assert_true (g_file_set_contents (path, "[screen A]\nrole=hologram\nscene=smoke\nleft=70\ntop=-3\nright=x\n", -1, &error));
  assert_choice (path, "A", &(LecternScreenChoice){ .left = LECTERN_SCREEN_MARGIN_MOST });
  g_assert_true (g_file_set_contents (path, "\x01 no key file", -1, &error));
  assert_choice (path, "A", &nothing);
  g_assert_false (lectern_screen_choice_load_window (path));
  g_remove (path);
  g_rmdir (sub);

  /* A folder that is a file: told, not passed over. */
  g_assert_true (g_file_set_contents (sub, "", -1, NULL));
  g_assert_false (lectern_screen_choice_save (path, "A", &first, &error));
  g_assert_nonnull (error);
  g_remove (sub);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/screen-choice/place", test_place);
  g_test_add_func ("/ui/screen-choice/names", test_names);
  g_test_add_func ("/ui/screen-choice/remembered", test_remembered);
  return g_test_run ();
}
