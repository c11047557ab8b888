/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-sequence.h"

G_BEGIN_DECLS

/* What a step adds to those before it. Kept in files by name. */
typedef enum
{
  /* reveal */
  LECTERN_STEP_NAME,
  LECTERN_STEP_MARKS, /* of the first n judges */
  LECTERN_STEP_STRUCK,
  LECTERN_STEP_MEAN,
  LECTERN_STEP_DEDUCTION,
  LECTERN_STEP_FINAL,
  LECTERN_STEP_PLACE,
  LECTERN_STEP_WHOLE,
  /* ceremony: n rows from first on */
  LECTERN_STEP_OPEN, /* draw, too */
  LECTERN_STEP_AWARD,
  LECTERN_STEP_RANK,
  LECTERN_STEP_WINNERS,
  LECTERN_STEP_FIGURES,
  LECTERN_STEP_CITATION,
  LECTERN_STEP_GROUP, /* names of an award without places, a page of them */
  LECTERN_STEP_ALL,
  /* draw: the first n lots */
  LECTERN_STEP_LOTS,
  LECTERN_STEP_ORDER,
  LECTERN_STEP_N_KINDS,
} LecternStepKind;

typedef struct
{
  LecternStepKind kind;
  guint           first;
  guint           n;
  gboolean        automatic;
} LecternStep;

struct _LecternSequence
{
  LecternSequenceKind kind;
  char               *round;
  gint64              lot;
  gint64              nominee;
  gint64              revision; /* ceremony: of the finalised round */
  gint64              entered_us;
  gboolean            rehearsal;
  gboolean            corrected;
  gboolean            cut;     /* ceremony: who goes on, no awards */
  char               *figures; /* digest of what a later change would make outdated; NULL */
  char               *remark;  /* reveal: why this place, what is certain; for the MC; NULL */
  GHashTable         *told;    /* nominee → figures of the results the hall has seen, as text */
  LecternScene       *base;    /* what every step shows */
  LecternScene       *whole;   /* all of it */
  GArray             *steps;   /* LecternStep */
};

LecternSequence *lectern_sequence_new (LecternSequenceKind kind,
                                       LecternContest     *contest) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_sequence_add_step (LecternSequence *self,
                                            LecternStepKind  kind,
                                            guint            first,
                                            guint            n,
                                            gboolean         automatic);
/* A scene of its own with the same content. */
LecternScene *lectern_sequence_copy_scene (const LecternScene *scene) G_GNUC_WARN_UNUSED_RESULT;
/* Adds to @scene, a copy of the base, what the steps up to @step show. */
void lectern_sequence_fill_reveal (const LecternSequence *self,
                                   guint                  step,
                                   LecternScene          *scene);
void lectern_sequence_fill_ceremony (const LecternSequence *self,
                                     guint                  step,
                                     LecternScene          *scene);
void lectern_sequence_fill_draw (const LecternSequence *self,
                                 guint                  step,
                                 LecternScene          *scene);
/* What makes a frozen reveal outdated: every figure of @scene but the place. */
char *lectern_sequence_digest_reveal (const LecternScene *scene) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_sequence_digest_draw (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
