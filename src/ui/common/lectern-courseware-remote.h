/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"

G_BEGIN_DECLS

/* Courseware on the projector by hand: what a key or a button would do now, as an action to submit.
 * The console and the projector's window share it, and so does the clicker in the speaker's hand,
 * which sends Page Up and Page Down. */

/* The courseware of the entry on stage; NULL: nobody is, or there is none. */
const LecternAttachment *lectern_courseware_remote_find (LecternContest *contest);
/* Whether a page of courseware is on air, and which, 0: none. */
guint lectern_courseware_remote_get_page (LecternContest *contest);
/* Shows the courseware of the entry on stage. Owned by the caller. */
LecternAction *lectern_courseware_remote_show (const char *actor) G_GNUC_WARN_UNUSED_RESULT;
/* Turns @by pages; NULL: no courseware is on air, or there is no such page. Owned by the caller. */
LecternAction *lectern_courseware_remote_turn (LecternFollower *follower,
                                               int              by,
                                               const char      *actor) G_GNUC_WARN_UNUSED_RESULT;
/* The scene that the courseware was put over: the talk's, before and after it what belongs there.
 * NULL: no courseware is on air. Owned by the caller. */
LecternAction *lectern_courseware_remote_leave (LecternContest *contest,
                                                const char     *actor) G_GNUC_WARN_UNUSED_RESULT;

/* For courseware that another program has to show: copies it to a place of the user's own and
 * starts the program. @finish gives a sentence that says what the operator has to do now. */
void  lectern_courseware_launch_async (LecternFollower         *follower,
                                       const LecternAttachment *file,
                                       GtkWidget               *widget,
                                       GAsyncReadyCallback      callback,
                                       gpointer                 user_data);
char *lectern_courseware_launch_finish (GAsyncResult *result,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
