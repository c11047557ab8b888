/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How a person writes a setting of a rules file. What can't be read as such is kept as it was
 * typed, and is a problem of that setting. */
typedef enum
{
  LECTERN_RULE_TEXT,
  LECTERN_RULE_COUNT,
  LECTERN_RULE_COUNT_OR_NONE, /* empty is null, here and below */
  LECTERN_RULE_TIME,          /* "6:00", kept as seconds */
  LECTERN_RULE_TIME_OR_NONE,
  LECTERN_RULE_TIMES, /* "4:00, 5:00" */
  LECTERN_RULE_POINTS,
  LECTERN_RULE_POINTS_OR_NONE,
  LECTERN_RULE_KEYS,  /* "jiefang, macun" */
  LECTERN_RULE_VALUE, /* as JSON: true, "exact", {"hold-first": 3} */
} LecternRuleKind;
#define LECTERN_TYPE_RULE_KIND (lectern_rule_kind_get_type ())
GType lectern_rule_kind_get_type (void);

/* The rules of a contest as somebody is editing them: a rules file of which any setting may be
 * wrong for a while. It holds what the contest goes by beneath what was edited, so that either can
 * move on without the other being lost.
 *
 * A path is that of a problem: "time.over.steps[0].points", "rubric[2].name"; a thing of a list
 * may also be named by its key, "rubric.content.max". What a path does not lead to reads as NULL.
 *
 * ::changed after anything of it changed. */
#define LECTERN_TYPE_RULES_DRAFT (lectern_rules_draft_get_type ())
G_DECLARE_FINAL_TYPE (LecternRulesDraft, lectern_rules_draft, LECTERN, RULES_DRAFT, GObject)

LecternRulesDraft *lectern_rules_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* What the contest goes by now: a text of lectern_rules_file_write(). What was edited stays. */
void lectern_rules_draft_set_base (LecternRulesDraft *self,
                                   const char        *rules);
/* Back to what the contest goes by. */
void lectern_rules_draft_discard (LecternRulesDraft *self);
/* Takes a rules file, or a part of one, in as if it had been typed. FALSE, and nothing taken, when
 * it makes no valid rules (BAD_RULES). */
gboolean lectern_rules_draft_take_in (LecternRulesDraft *self,
                                      const char        *json,
                                      GError           **error);

/* The setting at @path as a person writes it; NULL: there is none. */
char *lectern_rules_draft_get (LecternRulesDraft *self,
                               const char        *path,
                               LecternRuleKind    kind) G_GNUC_WARN_UNUSED_RESULT;
void  lectern_rules_draft_set (LecternRulesDraft *self,
                               const char        *path,
                               LecternRuleKind    kind,
                               const char        *text);
/* Whether @text says the same as what stands at @path: 360 is 6:00. */
gboolean lectern_rules_draft_says (LecternRulesDraft *self,
                                   const char        *path,
                                   LecternRuleKind    kind,
                                   const char        *text);
gboolean lectern_rules_draft_has (LecternRulesDraft *self,
                                  const char        *path);

/* The lists. @list is the path of one. */
guint lectern_rules_draft_count (LecternRulesDraft *self,
                                 const char        *list);
/* Adds @json at the end. What a list knows by keys gets one, which follows its name as long as the
 * contest does not know it. */
void lectern_rules_draft_add (LecternRulesDraft *self,
                              const char        *list,
                              const char        *json);
void lectern_rules_draft_remove (LecternRulesDraft *self,
                                 const char        *list,
                                 guint              index);
void lectern_rules_draft_move (LecternRulesDraft *self,
                               const char        *list,
                               guint              from,
                               guint              to);
/* Full marks of all criteria in thousandths; LECTERN_NONE while one can't be read. */
gint64 lectern_rules_draft_sum_full_marks (LecternRulesDraft *self);

/* Whether anything stands here that the contest does not go by. */
gboolean lectern_rules_draft_is_edited (LecternRulesDraft *self);
/* The whole as a rules file. */
char *lectern_rules_draft_write (LecternRulesDraft *self) G_GNUC_WARN_UNUSED_RESULT;
/* Only what was edited, for LECTERN_ACTION_EDIT_RULES; NULL: nothing. */
char *lectern_rules_draft_write_edits (LecternRulesDraft *self) G_GNUC_WARN_UNUSED_RESULT;
/* What would change: LecternRulesChange. Empty while there are problems. Borrowed. */
GPtrArray *lectern_rules_draft_get_changes (LecternRulesDraft *self);
/* What is wrong: LecternProblem, the path as column. Borrowed. */
GPtrArray *lectern_rules_draft_get_problems (LecternRulesDraft *self);
/* The first that is wrong at @path, or with @within at anything below it; NULL: nothing. */
const char *lectern_rules_draft_get_problem (LecternRulesDraft *self,
                                             const char        *path,
                                             gboolean           within);
/* The same for somebody who has typed a @kind into a field, not written a file. */
const char *lectern_rules_draft_get_complaint (LecternRulesDraft *self,
                                               const char        *path,
                                               LecternRuleKind    kind);
/* What the engine refused it for (LecternProblem); stands until the next edit. */
void lectern_rules_draft_refuse (LecternRulesDraft *self,
                                 GPtrArray         *problems);

/* Members at the top that can't be changed any more; "rubric[]" when criteria neither come nor go. */
void lectern_rules_draft_set_closed (LecternRulesDraft *self,
                                     const char *const *closed);
/* Whether @path may be edited. */
gboolean lectern_rules_draft_is_open (LecternRulesDraft *self,
                                      const char        *path);

G_END_DECLS
