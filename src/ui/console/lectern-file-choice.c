/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where a chooser of files begins. Left to itself it shows the files used last, which on a laptop that was
 * lent for the evening are none, or somebody else's. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-file-choice.h"

void
lectern_file_choice_show (GtkFileChooserNative *chooser,
                          LecternDesk          *desk)
{
  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser));
  g_return_if_fail (LECTERN_IS_DESK (desk));
  g_autofree char *name = g_path_get_dirname (lectern_engine_get_path (lectern_desk_get_engine (desk)));
  g_autoptr (GFile) folder = g_file_new_for_path (name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
