/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One place for it, so that who looks for it, or takes it away, has to look no further. */

#define G_LOG_DOMAIN "lectern-laptop"

#include "lectern-state-folder.h"

char *
lectern_state_folder_get (void)
{
  return g_build_filename (g_get_user_state_dir (), "lectern", NULL);
}
