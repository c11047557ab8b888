/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Screens in words. Whoever stands in front of a dark hall reads here why it is dark, and what to
 * do: mirrored screens are the usual reason and look like a fault of ours. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-words.h"

#include <glib/gi18n-lib.h>

const char *
lectern_screen_words_for_role (LecternScreenRole role)
{
  static const char *const words[LECTERN_SCREEN_N_ROLES] = {
    [LECTERN_SCREEN_UNCHOSEN] = NC_ ("screen", "Not chosen yet"),
    [LECTERN_SCREEN_NONE] = NC_ ("screen", "Nothing: left alone"),
    [LECTERN_SCREEN_PROJECTOR] = NC_ ("screen", "Projector: what is on air"),
    [LECTERN_SCREEN_CLOCK] = NC_ ("screen", "The speaker’s clock"),
    [LECTERN_SCREEN_AUDIENCE] = NC_ ("screen", "Second screen of the audience"),
  };
  g_return_val_if_fail (role < LECTERN_SCREEN_N_ROLES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "screen", words[role]);
}

char *
lectern_screen_words_for_size (LecternScreen *screen)
{
  const GdkRectangle *area = lectern_screen_get_area (screen);
  int                 scale = lectern_screen_get_scale (screen);
  return g_strdup_printf ("%d×%d", area->width * scale, area->height * scale);
}

static const char *
describe_own (LecternScreens *screens,
              LecternScreen  *screen)
{
  if (lectern_screen_role_shows (lectern_screen_get_choice (screen)->role))
    return _ ("The console is on it, so nothing is shown here. Move the console to another screen.");
  return lectern_screens_get_windowed (screens) ? _ ("Your own screen: nothing is put over it. What is on air is in a window.")
                                                : _ ("Your own screen: nothing is put over it.");
}

static const char *
describe_free (LecternScreen *screen)
{
  return lectern_screen_get_choice (screen)->role == LECTERN_SCREEN_NONE ? _ ("Left alone: nothing is shown.")
                                                                         : _ ("Nobody has said yet what it is for: nothing is shown.");
}

char *
lectern_screen_words_for_place (LecternScreens *screens,
                                LecternScreen  *screen)
{
  g_autofree char *size = lectern_screen_words_for_size (screen);
  switch (lectern_screen_get_place (screen))
    {
    case LECTERN_SCREEN_OWN:
      return g_strdup_printf ("%s · %s", size, describe_own (screens, screen));
    case LECTERN_SCREEN_MIRROR:
      return g_strdup (_ ("It shows the same as your own screen, so the hall would see the console. In the system’s display settings join the displays instead of mirroring them; on many laptops Super+P switches."));
    case LECTERN_SCREEN_TWIN:
      return g_strdup_printf ("%s · %s", size, _ ("It shows the same as another screen here."));
    case LECTERN_SCREEN_NO_SIZE:
      return g_strdup (_ ("Just connected; it has no size yet."));
    case LECTERN_SCREEN_SHOWN:
      return g_strdup_printf ("%s · %s", size, lectern_screen_get_testing (screen) ? _ ("Shows the test picture.") : _ ("In use."));
    case LECTERN_SCREEN_FREE:
    default:
      return g_strdup_printf ("%s · %s", size, describe_free (screen));
    }
}

char *
lectern_screen_words_for_status (LecternScreens *screens)
{
  LecternScreen *projector = screens ? lectern_screens_find_projector (screens) : NULL;
  if (projector)
    {
      g_autofree char *size = lectern_screen_words_for_size (projector);
      const char      *name = lectern_screen_get_short_name (projector);
      return lectern_screen_get_testing (projector)
               /* Translators: the name of a screen. */
               ? g_strdup_printf (_ ("Projector: %s, test picture"), name)
               /* Translators: the name of a screen, its size in pixels. */
               : g_strdup_printf (_ ("Projector: %s, %s"), name, size);
    }
  if (screens && lectern_screens_find_mirror (screens))
    return g_strdup (_ ("No projector: mirrored"));
  if (screens && lectern_screens_get_windowed (screens))
    return g_strdup (_ ("Projector: in a window"));
  return g_strdup (_ ("No projector"));
}

char *
lectern_screen_words_for_header (LecternScreens *screens)
{
  LecternScreen *projector = screens ? lectern_screens_find_projector (screens) : NULL;
  if (projector)
    return g_strdup (lectern_screen_get_short_name (projector));
  return screens && lectern_screens_get_windowed (screens) ? g_strdup (_ ("In a window")) : g_strdup (_ ("No projector"));
}
