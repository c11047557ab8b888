/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-invocation.h"
#include "lectern-sequence.h"

G_BEGIN_DECLS

/* The commands of lecternctl (docs/lecternctl.md). Each takes its own name as the first element
 * of @argv and returns what the program ends with. */
typedef LecternExit (*LecternCommandFunc) (LecternInvocation *invocation,
                                           int                argc,
                                           char             **argv);

LecternExit lectern_command_new (LecternInvocation *invocation,
                                 int                argc,
                                 char             **argv);
LecternExit lectern_command_show (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
LecternExit lectern_command_check (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_pass_over (LecternInvocation *invocation,
                                       int                argc,
                                       char             **argv);
LecternExit lectern_command_import (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_check_in (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);
LecternExit lectern_command_withdraw (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);
LecternExit lectern_command_substitute (LecternInvocation *invocation,
                                        int                argc,
                                        char             **argv);
LecternExit lectern_command_restore (LecternInvocation *invocation,
                                     int                argc,
                                     char             **argv);
LecternExit lectern_command_open_round (LecternInvocation *invocation,
                                        int                argc,
                                        char             **argv);
LecternExit lectern_command_draw (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
LecternExit lectern_command_lots (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
/* recuse, time, restart, recheck … : lectern-ruling-command.c has the table. */
LecternExit lectern_command_ruling (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_flags (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_rules (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_undo (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
LecternExit lectern_command_rank (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
LecternExit lectern_command_agreement (LecternInvocation *invocation,
                                       int                argc,
                                       char             **argv);
LecternExit lectern_command_decide (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_finalise (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);
LecternExit lectern_command_certificates (LecternInvocation *invocation,
                                          int                argc,
                                          char             **argv);
LecternExit lectern_command_certificate_design (LecternInvocation *invocation,
                                                int                argc,
                                                char             **argv);
LecternExit lectern_command_verify_certificate (LecternInvocation *invocation,
                                                int                argc,
                                                char             **argv);
LecternExit lectern_command_annex (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_fonts (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_report (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_scene (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_sequence (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);
LecternExit lectern_command_slip (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv);
LecternExit lectern_command_export (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
/* What would be shown step by step; @lot LECTERN_NULL: who is on stage. A draw lot by lot. */
LecternSequence *lectern_command_freeze_sequence (LecternContest     *contest,
                                                  LecternSequenceKind kind,
                                                  gint64              lot,
                                                  gboolean            rehearsal,
                                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* One picture of it; @step from 1. */
LecternScene *lectern_command_freeze_step (LecternContest     *contest,
                                           LecternSequenceKind kind,
                                           gint64              lot,
                                           gboolean            rehearsal,
                                           gint64              step,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
LecternExit   lectern_command_script (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);
LecternExit   lectern_command_template_workbook (LecternInvocation *invocation,
                                                 int                argc,
                                                 char             **argv);
/* `import FILE round BUNDLE`, of which the arguments were read. */
LecternExit lectern_command_import_round (LecternInvocation *invocation,
                                          const char        *file,
                                          const char        *bundle,
                                          const char        *round);
/* `verify` of a file that begins like JSON. */
LecternExit lectern_command_verify_bundle (LecternInvocation *invocation,
                                           const char        *path,
                                           const char        *fingerprint);
/* Whether the file at @path begins like JSON. */
gboolean    lectern_command_is_bundle (const char *path);
LecternExit lectern_command_verify (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_serve (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_rehearse (LecternInvocation *invocation,
                                      int                argc,
                                      char             **argv);

/* Files that belong to the contest. */
LecternExit lectern_command_attach (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_detach (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv);
LecternExit lectern_command_check_courseware (LecternInvocation *invocation,
                                              int                argc,
                                              char             **argv);
/* One of them as an object. */
void        lectern_command_answer_attachment (JsonBuilder             *answer,
                                               const LecternAttachment *file);
LecternExit lectern_command_codes (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv);
LecternExit lectern_command_certificate (LecternInvocation *invocation,
                                         int                argc,
                                         char             **argv);

/* The port `serve` listens on unless another is asked for. */
#define LECTERN_SERVE_PORT 8443
/* Addresses for judges' cards as links begin: @texts as typed, or NULL for those this laptop has. Owned by
 * the caller; NULL and a sentence when one is none, or there is none. */
GStrv lectern_command_read_addresses (const char *const *texts,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The fingerprint of this laptop's certificate. Owned by the caller. */
char *lectern_command_read_fingerprint (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
