/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rules-draft.h"

G_BEGIN_DECLS

/* The lists of a rules file as the editor shows them: what a thing of each is called, which fields
 * it has, what may be added. No widgets. */

/* Something to choose: in words, and as it stands in a rules file (JSON). */
typedef struct
{
  char *words;
  char *json;
} LecternRuleChoice;

LecternRuleChoice *lectern_rule_choice_new (const char *words,
                                            const char *json) G_GNUC_WARN_UNUSED_RESULT;
/* A GPtrArray of LecternRuleChoice that frees them. */
GPtrArray *lectern_rule_choices_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What may be chosen at @path; owned by the caller. */
typedef GPtrArray *(*LecternRuleListChoices) (LecternRulesDraft *draft,
                                              const char        *path);
typedef char *(*LecternRuleDescribe) (LecternRulesDraft *draft,
                                      const char        *path);

typedef struct
{
  const char            *member;
  LecternRuleKind        kind;
  const char            *title;
  const char            *explanation;
  const char            *placeholder; /* what empty means; NULL: it may not be empty */
  LecternRuleListChoices list_choices;
} LecternRuleField;

typedef struct
{
  const char             *path;
  const LecternRuleField *fields; /* to one without a member; NULL: there is nothing to edit in it */
  const char             *add;    /* what the button says */
  LecternRuleListChoices  list_additions;
  LecternRuleDescribe     name;      /* of the thing at a path */
  LecternRuleDescribe     describe;  /* the line below */
  LecternRuleDescribe     summarise; /* of the whole list; may be NULL */
} LecternRuleListKind;

/* The list at @path: "rubric", "ties", "time.over.steps", "rounds", "awards". */
const LecternRuleListKind *lectern_rule_lists_find (const char *path);

G_END_DECLS
