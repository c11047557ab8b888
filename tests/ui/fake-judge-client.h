/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* A client of the protocol without a network, linked in the place of the real one: the test plays
 * the main laptop. */

#define FAKE_MAX_MARKS 8

typedef struct
{
  char     id[32];
  gint64   lot;
  gint64   marks[FAKE_MAX_MARKS];
  guint    n_marks;
  gboolean submit;
} FakeSheet;

/* The state of an evening: judge 5, the default rubric of five criteria, nobody on stage. Fields
 * may be changed until it is handed over. */
LecternJudgeState *fake_judge_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
void               fake_judge_state_call (LecternJudgeState *state,
                                          gint64             lot,
                                          const char        *name,
                                          const char        *unit,
                                          const char        *title);
/* @marks: five, in tenths of a point, -1: not marked. */
void fake_judge_state_add_sheet (LecternJudgeState *state,
                                 gint64             lot,
                                 const char        *name,
                                 const char        *sheet_state,
                                 gint64             version,
                                 const int         *marks);

/* The state is the head judge's from then on; with a flag. @criterion NULL: the total. */
void fake_judge_state_make_head (LecternJudgeState *state);
void fake_judge_state_add_flag (LecternJudgeState *state,
                                gint64             lot,
                                gint64             judge,
                                const char        *criterion,
                                gboolean           seen);

/* The client made last, borrowed; NULL: none. */
LecternJudgeClient *fake_judge_client_get_latest (void);
/* The certificate it was told to expect; NULL: none. */
const char *fake_judge_client_get_told_fingerprint (void);
/* Everything sent by any client since the last call of this; the array is the caller's. */
GArray *fake_judge_client_take_sent (void) G_GNUC_WARN_UNUSED_RESULT;

/* The finder, which is not there either, has found a main laptop. FALSE when nobody looks. */
gboolean fake_finder_find (const char *address,
                           const char *contest,
                           const char *fingerprint);

/* What the client made next has left from an earlier run; given once. */
void     fake_judge_client_prepare_unsent (const FakeSheet *sheet);
gboolean fake_judge_client_get_practised (LecternJudgeClient *self);

/* The flag the head judge looked at last, "lot judge"; NULL: none since the last call of this. */
char *fake_judge_client_take_seen (void) G_GNUC_WARN_UNUSED_RESULT;

/* The main laptop's part. @state is taken. */
void fake_judge_client_tell (LecternJudgeClient *self,
                             LecternJudgeState  *state);
void fake_judge_client_acknowledge (LecternJudgeClient *self,
                                    const FakeSheet    *sheet,
                                    gint64              version);
void fake_judge_client_refuse (LecternJudgeClient *self,
                               const FakeSheet    *sheet,
                               const char         *code);
void fake_judge_client_say_bye (LecternJudgeClient *self,
                                const char         *reason);
void fake_judge_client_set_connected (LecternJudgeClient *self,
                                      gboolean            connected,
                                      const char         *last_error);
/* It knows @state, which is taken, from an earlier run. */
void fake_judge_client_remember (LecternJudgeClient *self,
                                 LecternJudgeState  *state);
/* Who answers shows the certificate of @fingerprint. */
void fake_judge_client_show_other (LecternJudgeClient *self,
                                   const char         *fingerprint);
/* What the next pairing ends with: a token, or an error's sentence. */
void fake_judge_client_prepare_pairing (const char *token,
                                        const char *trouble);
/* The photo it has for whoever asks; NULL: none. */
void fake_judge_client_set_photo (GBytes *bytes);

G_END_DECLS
