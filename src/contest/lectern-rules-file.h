/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* A contest's rules as a rules file again (docs/rules-file.md), merged with what somebody wants
 * changed, and told apart from what they were. */

/* The rules a contest stands by, as if its rules file had just been read. */
LecternTemplate *lectern_rules_file_from_contest (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
/* The whole rules file as indented JSON, every key with its value, also where it is the default:
 * two templates that mean the same give the same text. */
char *lectern_rules_file_write (const LecternTemplate *rules) G_GNUC_WARN_UNUSED_RESULT;
/* The rules file @rules with the members of the JSON group @changes in the place of its own.
 * Groups are merged member by member, lists replaced whole; nothing is checked yet but that
 * @changes is a group (BAD_RULES). */
char *lectern_rules_file_merge (const char *rules,
                                const char *changes,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* One setting in which two rules files differ. */
typedef struct
{
  char *key;  /* the member at the top it lies in: "time" */
  char *path; /* "time.limit", "rubric.content.max" */
  char *text; /* for people: "time limit: 360 → 300" */
} LecternRulesChange;

/* What differs between two texts of lectern_rules_file_write(), in the order of the file:
 * LecternRulesChange, empty when nothing does. */
GPtrArray *lectern_rules_file_compare (const char *from,
                                       const char *to) G_GNUC_WARN_UNUSED_RESULT;
/* The texts of @changes as part of a sentence. */
char *lectern_rules_file_describe_changes (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @changes has one whose top member is in @keys (NULL-terminated). */
gboolean lectern_rules_file_touches (GPtrArray         *changes,
                                     const char *const *keys);

G_END_DECLS
