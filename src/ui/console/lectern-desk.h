/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-bell.h"
#include "lectern-follower.h"
#include "lectern-screens.h"
#include "lectern-server.h"

G_BEGIN_DECLS

/* The operator's desk: every part of the console's window reads the contest through
 * it and submits through it. It holds no truth, only the follower and what is under way.
 *
 * ::changed (LecternChange *) after every commit, NULL for "anything may have changed";
 * ::connections-changed when a judge's laptop or a screen came or went, or something else of the judges' server or of the
 * screens changed;
 * ::refused (const char *) with a sentence, when an action was refused and its maker did not
 * show that by itself; ::told (const char *) with a sentence of something that went well;
 * ::accepted when an action of this desk was taken; ::undoable (gint64 seq) when it is of a kind
 * that may be taken back, with its line of the journal. */
#define LECTERN_TYPE_DESK (lectern_desk_get_type ())
G_DECLARE_FINAL_TYPE (LecternDesk, lectern_desk, LECTERN, DESK, GObject)

/* Two presses of the large button closer than this are one press. */
#define LECTERN_DESK_PRESS_US (400 * 1000)

/* Told to the maker of an action when it is through and @owner still lives. @outcome is NULL when
 * it was refused, @problems may be NULL. TRUE when the maker has shown the refusal. */
typedef gboolean (*LecternDeskDone) (GObject        *owner,
                                     LecternOutcome *outcome,
                                     GPtrArray      *problems,
                                     const GError   *error);

LecternDesk *lectern_desk_new (LecternEngine *engine,
                               LecternServer *server) G_GNUC_WARN_UNUSED_RESULT;

LecternEngine *lectern_desk_get_engine (LecternDesk *self);
/* What the copy is kept by; windows beside the console share it. */
LecternFollower *lectern_desk_get_follower (LecternDesk *self);
/* NULL without a judges' server. */
LecternServer *lectern_desk_get_server (LecternDesk *self);
/* The copy to read from. Borrowed. */
LecternContest *lectern_desk_get_contest (LecternDesk *self);
/* When the last commit became durable; microseconds since 1970, 0 before the first. */
gint64 lectern_desk_get_safe_since_us (LecternDesk *self);
/* Milliseconds on the talk's clock now. */
gint64 lectern_desk_get_elapsed_ms (LecternDesk *self);
/* Whether a laptop of @judge is connected, and its judge has tried the panel. */
gboolean lectern_desk_has_practised (LecternDesk *self,
                                     gint64       judge);
/* Whether a laptop of @judge is connected. */
gboolean lectern_desk_is_connected (LecternDesk *self,
                                    gint64       judge);

/* The short fingerprint of this laptop's signing key, "3fa9 12bc 90de 4471"; NULL as long as nothing has
 * been signed here, or when the key can't be read. */
char *lectern_desk_describe_key (LecternDesk *self) G_GNUC_WARN_UNUSED_RESULT;

/* The bells of this laptop, NULL in a console that rings none; ::changed when they come. Borrowed. */
LecternBell *lectern_desk_get_bell (LecternDesk *self);
void         lectern_desk_set_bell (LecternDesk *self,
                                    LecternBell *bell);
/* The screens of this laptop, NULL in a console without an application. Borrowed. */
LecternScreens *lectern_desk_get_screens (LecternDesk *self);
void            lectern_desk_set_screens (LecternDesk    *self,
                                          LecternScreens *screens);
/* An action made at the console. */
LecternAction *lectern_desk_new_action (LecternActionKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @action. @owner and @done may be NULL. */
void lectern_desk_submit (LecternDesk    *self,
                          LecternAction  *action,
                          GObject        *owner,
                          LecternDeskDone done);
/* An action that is only its kind. */
void lectern_desk_submit_kind (LecternDesk      *self,
                               LecternActionKind kind);
/* Takes back line @seq of the journal; LECTERN_NULL: the last that can be. */
void lectern_desk_undo (LecternDesk *self,
                        gint64       seq);
/* The large button. FALSE, and nothing done, less than 0.4 s after the last press or while what
 * it started is still under way. */
gboolean lectern_desk_go (LecternDesk *self);
/* Something else was pressed where the large button stands: so soon after it, that does not count. */
void lectern_desk_note_press (LecternDesk *self);
/* A step of the sequence on air; forward keeps the large button's measure, so that a key held down or
 * pressed twice is one step. FALSE when nothing was done. */
gboolean lectern_desk_step (LecternDesk *self,
                            gboolean     forward);
/* Shows @sentence where such things are shown: something went well. */
void lectern_desk_tell (LecternDesk *self,
                        const char  *sentence);
/* Shows @sentence where refusals are shown. */
void lectern_desk_refuse (LecternDesk *self,
                          const char  *sentence);

G_END_DECLS
