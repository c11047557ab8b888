/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The steps of setting a contest up. They are done in any order, left and come back to; each says in
 * one sentence what it still wants. */
typedef enum
{
  LECTERN_SET_UP_CONTEST, /* title, date, place, organisers, the units */
  LECTERN_SET_UP_RULES,   /* the rubric, the awards */
  LECTERN_SET_UP_NOMINEES,
  LECTERN_SET_UP_JUDGES,
  LECTERN_SET_UP_FILES, /* whether what was attached opens */
  LECTERN_SET_UP_SCREENS,
  LECTERN_SET_UP_NETWORK,
  LECTERN_SET_UP_N_PARTS,
} LecternSetUpPart;

/* What the contest file does not know of the laptop it is open on. */
typedef struct
{
  gboolean hall;        /* a screen, or a window, shows the hall's picture */
  gboolean served;      /* there is a server for the judges' laptops */
  guint    n_addresses; /* at which they reach it */
} LecternSetUpMachine;

/* "contest", "rules": the name of the part's page in the console. */
const char *lectern_set_up_part_get_name (LecternSetUpPart part);

/**
 * lectern_set_up_describe:
 * @contest: a contest that has its row
 * @part: a step
 * @machine: the laptop; looked at by SCREENS and NETWORK alone
 * @done: (out): TRUE when nothing is missing
 *
 * Says what @part still wants, or that it wants nothing, in the language of the interface. What is
 * missing keeps nobody from going on: what must be there is refused where it is needed.
 *
 * Returns: (transfer full): one sentence, or two
 */
char *lectern_set_up_describe (LecternContest            *contest,
                               LecternSetUpPart           part,
                               const LecternSetUpMachine *machine,
                               gboolean                  *done) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
