/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-action.h"

G_BEGIN_DECLS

/* The single writer of a contest. It runs on a thread with a main context of its own, together
 * with the store and, when there is one, the judges' server. Actions come from any thread through
 * lectern_engine_submit(); those that arrive while a commit runs share the next transaction. */
#define LECTERN_TYPE_ENGINE (lectern_engine_get_type ())
G_DECLARE_FINAL_TYPE (LecternEngine, lectern_engine, LECTERN, ENGINE, GObject)

/* Creates the file at @path from @template (which is not taken). An existing file is refused. */
LecternEngine *lectern_engine_create (const char *path,
                                      LecternTemplate *template,
                                      const char *actor,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Opens an existing file and locks it against other consoles. */
LecternEngine *lectern_engine_open (const char *path,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for what is under way, closes the file, ends the thread. Idempotent. */
void        lectern_engine_close (LecternEngine *self);
const char *lectern_engine_get_path (LecternEngine *self);

/* The engine's own context, for what must run beside it (the server). */
GMainContext *lectern_engine_get_context (LecternEngine *self);
/* On the engine's thread only: the engine's own copy. */
LecternContest *lectern_engine_get_contest (LecternEngine *self);
/* On the engine's thread only: ::committed (LecternChange *, gint64 seq, gint64 wall_us) is emitted
 * there after each commit, before the action is acknowledged. */

typedef void (*LecternEngineFunc) (LecternEngine *self,
                                   gpointer       user_data);

/* Runs @func on the engine's thread and waits for it. Not from inside an action. */
void lectern_engine_call (LecternEngine    *self,
                          LecternEngineFunc func,
                          gpointer          user_data);
/* On the engine's thread only: the last journal line. */
gint64 lectern_engine_get_seq (LecternEngine *self);

/* Takes @action. @callback runs in the thread-default context of the caller with a GTask. */
void lectern_engine_submit (LecternEngine      *self,
                            LecternAction      *action,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
/* On refusal NULL and an error of the contest's or the store's domain; the problems, where there
 * are several, are in @problems (GPtrArray of LecternProblem, may be NULL). */
LecternOutcome *lectern_engine_submit_finish (LecternEngine *self,
                                              GAsyncResult  *result,
                                              GPtrArray    **problems,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, waiting for it: for programs without windows. Takes @action. */
LecternOutcome *lectern_engine_perform (LecternEngine *self,
                                        LecternAction *action,
                                        GPtrArray    **problems,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* The clock, read from any thread: both clocks and the boot as the engine knows them now. */
gint64 lectern_engine_get_elapsed_ms (LecternEngine            *self,
                                      const LecternClockRecord *clock);

/* Makes a copy of the file as it is now, while it stays open (SQLite's backup), and of the files
 * beside it. */
gboolean lectern_engine_backup (LecternEngine *self,
                                const char    *path,
                                GError       **error);

/* Lines of the journal with seq > @after, oldest first, at most @limit (0: all): LecternJournalLine
 * of lectern-journal-line.h, without waiting for anything but the thread. */
GPtrArray *lectern_engine_read_journal (LecternEngine *self,
                                        gint64         after,
                                        guint          limit,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the contest of a file that may be open elsewhere; changes nothing, needs no engine. */
LecternContest *lectern_engine_read_contest (const char *path,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Proves the file at @path (store/lectern-verify.c): FALSE names the first difference. */
gboolean lectern_engine_verify (const char *path,
                                gint64     *n_lines,
                                GError    **error);
/* The code of an error of the contest's or the store's domain, for scripts: "quota", "in-use". */
const char *lectern_engine_error_get_name (const GError *error);

G_END_DECLS
