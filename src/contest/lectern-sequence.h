/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* A reveal, an award ceremony or the showing of a draw, frozen as a whole when it is entered: a flat
 * list of steps, walked forward and back (docs/ceremony.md). Every step's scene is made by adding to
 * what the hall may know anyway only what that step and those before it show. Immutable, reference
 * counted, kept in the file as JSON. Values are stored: never renumber. */
typedef enum
{
  LECTERN_SEQUENCE_REVEAL,
  LECTERN_SEQUENCE_CEREMONY,
  LECTERN_SEQUENCE_DRAW,
  LECTERN_SEQUENCE_N_KINDS,
} LecternSequenceKind;

typedef struct _LecternSequence LecternSequence;

const char *lectern_sequence_kind_get_name (LecternSequenceKind kind);
/* FALSE when there is none of that name. */
gboolean lectern_sequence_kind_from_name (const char          *name,
                                          LecternSequenceKind *kind);

/* The result of @entry as it is now, step by step as the rules say; @whole: all of it in one step.
 * WRONG_STATE when there is no result yet. */
LecternSequence *lectern_sequence_freeze_reveal (LecternContest     *contest,
                                                 const LecternEntry *entry,
                                                 gboolean            whole,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The awards of the current round, or who goes on from it. WRONG_STATE unless it is finalised and
 * somebody receives something. */
LecternSequence *lectern_sequence_freeze_ceremony (LecternContest *contest,
                                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same with invented names and figures, marked as a rehearsal: nothing in it is anybody's. */
LecternSequence *lectern_sequence_rehearse_ceremony (LecternContest *contest,
                                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* The running order of the current round, lot by lot or (not @one_by_one) at once. NOT_DRAWN. */
LecternSequence *lectern_sequence_freeze_draw (LecternContest *contest,
                                               gboolean        one_by_one,
                                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;

LecternSequence    *lectern_sequence_ref (LecternSequence *self);
void                lectern_sequence_unref (LecternSequence *self);
LecternSequenceKind lectern_sequence_get_kind (const LecternSequence *self);
/* Key of the round it is of. */
const char *lectern_sequence_get_round (const LecternSequence *self);
/* LECTERN_NULL: of no single entry. */
gint64   lectern_sequence_get_lot (const LecternSequence *self);
gboolean lectern_sequence_is_rehearsal (const LecternSequence *self);
/* The hall saw another result of this entry before. */
gboolean lectern_sequence_is_corrected (const LecternSequence *self);
/* When it was entered, microseconds since 1970: entered anew, the same content is another sequence.
 * LECTERN_NULL in one that was only looked at, and in files of older versions. */
gint64 lectern_sequence_get_entered_us (const LecternSequence *self);
void   lectern_sequence_set_entered_us (LecternSequence *self,
                                        gint64           wall_us);
guint  lectern_sequence_get_n_steps (const LecternSequence *self);
/* What the hall is given at @step, from 0. */
LecternScene *lectern_sequence_get_scene (const LecternSequence *self,
                                          guint                  step) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the hall knows the entry's final score from @step on. */
gboolean lectern_sequence_is_revealed (const LecternSequence *self,
                                       guint                  step);
/* Whether @step comes by itself some time after the one before it. */
gboolean lectern_sequence_is_automatic (const LecternSequence *self,
                                        guint                  step);
/* What @step adds, for the operator, in the language of the interface: "Show the mean". */
char *lectern_sequence_describe_step (const LecternSequence *self,
                                      guint                  step) G_GNUC_WARN_UNUSED_RESULT;
/* What the MC says at @step, from the lines of @contest's script (lectern-script-line.h); may be empty.
 * @blanks: before it is shown, with blanks for what the hall learns by it. */
char *lectern_sequence_get_script (const LecternSequence *self,
                                   LecternContest        *contest,
                                   guint                  step,
                                   gboolean               blanks) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_sequence_to_json (const LecternSequence *self) G_GNUC_WARN_UNUSED_RESULT;
/* BAD_INPUT when @json is no sequence, or points outside itself. */
LecternSequence *lectern_sequence_from_json (const char *json,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what was frozen is not the result, the closed round or the order any more. */
gboolean lectern_sequence_is_outdated (const LecternSequence *self,
                                       LecternContest        *contest);

/* The sequence of the current round that the contest holds, on air or interrupted, and where it
 * is; NULL without one. */
LecternSequence *lectern_sequence_get_held (LecternContest *contest,
                                            guint          *step,
                                            gboolean       *on_air) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  LECTERN_SEQUENCE_NEXT_CUE,    /* no sequence to go on with: the next cue */
  LECTERN_SEQUENCE_NEXT_STEP,   /* it is on air and has a step more */
  LECTERN_SEQUENCE_NEXT_RESUME, /* another scene came between: back to its step */
  LECTERN_SEQUENCE_NEXT_RENEW,  /* what was frozen is outdated: enter it anew */
} LecternSequenceNext;

/* What LECTERN_ACTION_GO does with the held sequence, the one rule for the engine, the large button
 * and the preview. @self (may be NULL) is that of lectern_sequence_get_held(). */
LecternSequenceNext lectern_sequence_get_next (const LecternSequence *self,
                                               LecternContest        *contest,
                                               guint                  step,
                                               gboolean               on_air);
/* What @self is of, frozen again as it is now. */
LecternSequence *lectern_sequence_renew (const LecternSequence *self,
                                         LecternContest        *contest,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sequence that @cue enters, by the rules; NULL without an error when it enters none. */
LecternSequence *lectern_sequence_freeze_cue (LecternContest   *contest,
                                              const LecternCue *cue,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The scene LECTERN_ACTION_GO would put on air; NULL when it can't be shown yet, or nothing follows. */
LecternScene *lectern_sequence_preview_next (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
/* Milliseconds until the next step comes by itself; LECTERN_NULL: it waits for a press. */
gint64 lectern_sequence_get_wait_ms (LecternContest *contest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSequence, lectern_sequence_unref)

G_END_DECLS
