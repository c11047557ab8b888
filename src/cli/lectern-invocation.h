/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-answer.h"
#include "lectern-engine.h"

G_BEGIN_DECLS

/* What the program ends with (docs/lecternctl.md). */
typedef enum
{
  LECTERN_EXIT_DONE = 0,
  LECTERN_EXIT_REFUSED = 1, /* a rule, bad input, a check that failed */
  LECTERN_EXIT_USAGE = 2,
  LECTERN_EXIT_TROUBLE = 3, /* file or system */
} LecternExit;

/* One run of the program: the command that was called and how it answers. */
typedef struct
{
  const char *command;   /* as written: "import" */
  const char *arguments; /* for its help: "FILE KIND TABLE" */
  const char *summary;
  gboolean    json;
} LecternInvocation;

/* Takes the options out of @argv, whose first element is the command; what remains after it are the
 * @min to @max arguments. FALSE when they are wrong: a sentence has been said, and the program
 * ends with LECTERN_EXIT_USAGE. @entries may be NULL. */
gboolean lectern_invocation_parse (LecternInvocation  *self,
                                   int                *argc,
                                   char             ***argv,
                                   const GOptionEntry *entries,
                                   int                 min,
                                   int                 max);
/* A sentence for the person, on standard error. */
void lectern_invocation_say (LecternInvocation *self,
                             const char        *format,
                             ...) G_GNUC_PRINTF (2, 3);
/* A line of the answer on standard output; nothing with --json. */
void lectern_invocation_print (LecternInvocation *self,
                               const char        *format,
                               ...) G_GNUC_PRINTF (2, 3);
/* What was noticed though nothing was refused, on standard error; nothing with --json. */
void lectern_invocation_print_notices (LecternInvocation *self,
                                       GPtrArray         *notices);
/* Ends with the JSON of @answer, which is an object ended by the caller, where it was asked for. */
LecternExit lectern_invocation_finish (LecternInvocation *self,
                                       JsonBuilder       *answer);
/* The same for a command that wrote @path; @count_key (may be NULL) names how many there are in it. */
LecternExit lectern_invocation_finish_with_file (LecternInvocation *self,
                                                 const char        *path,
                                                 const char        *count_key,
                                                 gint64             count);
/* Ends with @error and @problems (may be NULL), said or as JSON. */
LecternExit lectern_invocation_refuse (LecternInvocation *self,
                                       const GError      *error,
                                       GPtrArray         *problems);
/* Wrong usage found by the command itself. */
LecternExit lectern_invocation_misused (LecternInvocation *self,
                                        const char        *format,
                                        ...) G_GNUC_PRINTF (2, 3);

/* The contest in the file at @path as it is now, for reading beside a console that has it open. */
LecternContest *lectern_invocation_read_contest (const char *path,
                                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* An action by this program. */
LecternAction *lectern_invocation_new_action (LecternActionKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Opens @path, performs @action (taken), closes the file. NULL when refused; @exit is then the
 * program's end. */
LecternOutcome *lectern_invocation_perform (LecternInvocation *self,
                                            const char        *path,
                                            LecternAction     *action,
                                            LecternExit       *exit) G_GNUC_WARN_UNUSED_RESULT;
/* A whole number from 1 to @max; FALSE when @text is none. */
gboolean lectern_invocation_parse_number (const char *text,
                                          gint64      max,
                                          gint64     *number);

G_END_DECLS
