/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-action.h"
#include "lectern-journal-line.h"
#include "lectern-rules-file.h"
#include "lectern-sequence.h"

G_BEGIN_DECLS

/* What an action may ask of the journal, which is all of the store that a conduct function sees:
 * lectern_store_get_seq(), _read_line() and _invert_line(). */
typedef struct
{
  gint64 (*get_seq) (gpointer user_data);
  LecternJournalLine *(*read_line) (gpointer user_data,
                                    gint64   seq,
                                    GError **error);
  LecternChange *(*invert) (gpointer                  user_data,
                            const LecternJournalLine *line,
                            LecternContest           *contest,
                            const LecternTable *const skip[],
                            gpointer                 *changed,
                            GError                  **error);
  gpointer user_data;
} LecternPast;

/* What an action would do. A conduct function checks the action against the contest and puts rows;
 * each row is applied to the engine's own copy at once, so that the next step of the same action
 * sees it, and is taken back when the action is refused after all. Nobody else sees the copy
 * before the commit. */
typedef struct
{
  LecternContest      *contest;
  const LecternAction *action;
  const LecternPast   *past;
  LecternChange       *change;
  LecternChange       *undo;
  LecternOutcome      *outcome;
  GPtrArray           *problems;
  char                *sentence; /* for the journal */
  gint64               mono_us;
  gint64               wall_us;
  const char          *boot;
  gboolean             repeated; /* was done before: nothing to commit */
} LecternPlan;

/* Takes @record. */
void lectern_plan_put (LecternPlan *plan,
                       gpointer     record);
/* @record is copied. */
void lectern_plan_remove (LecternPlan  *plan,
                          gconstpointer record);
void lectern_plan_say (LecternPlan *plan,
                       const char  *format,
                       ...) G_GNUC_PRINTF (2, 3);
/* Sets @error and returns FALSE, for return statements. */
gboolean lectern_plan_refuse (GError            **error,
                              LecternContestError code,
                              const char         *format,
                              ...) G_GNUC_PRINTF (3, 4);
/* "No. 7 Name". */
char *lectern_plan_name_entry (LecternPlan        *plan,
                               const LecternEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* A copy of the entry with @lot in the current round; NOT_FOUND otherwise. */
LecternEntry *lectern_plan_edit_entry (LecternPlan *plan,
                                       gint64       lot,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      lectern_plan_require_reason (LecternPlan *plan,
                                           GError     **error);
/* Refuses without the name of a second person who agreed. */
gboolean lectern_plan_require_second (LecternPlan *plan,
                                      GError     **error);
/* Puts what was said into the rulings, with the action's reason and second person; nothing
 * without a reason. @entry may be NULL, @judge LECTERN_NULL. */
void lectern_plan_rule (LecternPlan        *plan,
                        LecternRulingKind   kind,
                        const LecternEntry *entry,
                        gint64              judge);
/* The same for one of several rulings of an action, each with a sentence of its own in @detail. */
void lectern_plan_rule_with (LecternPlan        *plan,
                             LecternRulingKind   kind,
                             const LecternEntry *entry,
                             gint64              judge,
                             const char         *detail);
/* Refuses while the current round is finalised. */
gboolean lectern_plan_require_open_round (LecternPlan *plan,
                                          GError     **error);
/* Freezes a scene and puts it on air, not blank. */
gboolean lectern_plan_show (LecternPlan        *plan,
                            LecternSceneKind    kind,
                            const LecternEntry *entry,
                            const char         *text,
                            GError            **error);
/* Puts @scene, nobody else's yet, on air, not blank; @step of the sequence it is one of, LECTERN_NULL: of none. */
void lectern_plan_put_scene (LecternPlan  *plan,
                             LecternScene *scene,
                             gint64        step);
/* Freezes the scene on air again when it is the marking scene: who has handed in. */
gboolean lectern_plan_refresh_marking (LecternPlan *plan,
                                       GError     **error);
/* The same when it is the draw as it goes. */
gboolean lectern_plan_refresh_draw (LecternPlan *plan,
                                    GError     **error);
/* Points the programme at the cue of @kind for @nominee, where there is one. */
void lectern_plan_point_cue (LecternPlan   *plan,
                             LecternCueKind kind,
                             gint64         nominee);
void lectern_plan_clear_programme (LecternPlan *plan);
/* Makes the cues of the entries of @round, in place of those that are there. */
void lectern_plan_put_programme (LecternPlan *plan,
                                 const char  *round);
/* Refuses what would give a finalised round another result than the one on record. */
gboolean lectern_plan_keeps_results (LecternPlan *plan,
                                     GError     **error);
/* Whether any sheet was ever handed in. */
gboolean lectern_plan_is_marked (LecternPlan *plan);
/* Refuses rules that do not fit what is there (nominees, marks, entries, results), with every
 * problem among the plan's. @changes: from the contest's own rules to @wanted. */
gboolean lectern_plan_check_rules (LecternPlan           *plan,
                                   const LecternTemplate *wanted,
                                   GPtrArray             *changes,
                                   GError               **error);
/* Milliseconds on the talk's clock now. */
gint64 lectern_plan_get_elapsed_ms (LecternPlan *plan);

typedef gboolean (*LecternConduct) (LecternPlan *plan,
                                    GError     **error);

/* LECTERN_ACTION_N_KINDS: no action has that name. */
LecternActionKind lectern_action_kind_from_name (const char *name);
/* Never NULL. */
LecternConduct lectern_conduct_get (LecternActionKind kind);

gboolean lectern_conduct_create (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_edit_contest (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_set_certificate (LecternPlan *plan,
                                          GError     **error);
gboolean lectern_conduct_set_annex_form (LecternPlan *plan,
                                         GError     **error);
gboolean lectern_conduct_set_annex_rows (LecternPlan *plan,
                                         GError     **error);
gboolean lectern_conduct_pass_check (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_set_paper_font (LecternPlan *plan,
                                         GError     **error);
gboolean lectern_conduct_check_in (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_edit_rules (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_switch_unit (LecternPlan *plan,
                                      GError     **error);
gboolean lectern_conduct_add_nominees (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_edit_nominee (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_withdraw_nominee (LecternPlan *plan,
                                           GError     **error);
gboolean lectern_conduct_restore_nominee (LecternPlan *plan,
                                          GError     **error);
gboolean lectern_conduct_add_judges (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_edit_judge (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_draw (LecternPlan *plan,
                               GError     **error);
gboolean lectern_conduct_set_lots (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_draw_slip (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_return_slip (LecternPlan *plan,
                                      GError     **error);
gboolean lectern_conduct_recuse (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_lift_recusal (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_remove_judge (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_replace_judge (LecternPlan *plan,
                                        GError     **error);
gboolean lectern_conduct_open_round (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_take_round (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_go (LecternPlan *plan,
                             GError     **error);
gboolean lectern_conduct_take_cue (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_call (LecternPlan *plan,
                               GError     **error);
gboolean lectern_conduct_start_clock (LecternPlan *plan,
                                      GError     **error);
gboolean lectern_conduct_pause_clock (LecternPlan *plan,
                                      GError     **error);
gboolean lectern_conduct_resume_clock (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_stop_clock (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_set_clock (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_open_gate (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_close_gate (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_reveal (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_forfeit (LecternPlan *plan,
                                  GError     **error);
gboolean lectern_conduct_show_scene (LecternPlan *plan,
                                     GError     **error);
gboolean lectern_conduct_turn_page (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_lay_over (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_enter_sequence (LecternPlan *plan,
                                         GError     **error);
gboolean lectern_conduct_step (LecternPlan *plan,
                               GError     **error);
gboolean lectern_conduct_step_to (LecternPlan *plan,
                                  GError     **error);
gboolean lectern_conduct_resume_sequence (LecternPlan *plan,
                                          GError     **error);
gboolean lectern_conduct_blank (LecternPlan *plan,
                                GError     **error);
gboolean lectern_conduct_correct_time (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_second_time (LecternPlan *plan,
                                      GError     **error);
gboolean lectern_conduct_restart (LecternPlan *plan,
                                  GError     **error);
gboolean lectern_conduct_sheet (LecternPlan *plan,
                                GError     **error);
gboolean lectern_conduct_reopen_sheet (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_key_sheet (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_see_flag (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_import_sheets (LecternPlan *plan,
                                        GError     **error);
gboolean lectern_conduct_import_times (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_decide (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_recheck (LecternPlan *plan,
                                  GError     **error);
gboolean lectern_conduct_finalise (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_conduct_reopen_round (LecternPlan *plan,
                                       GError     **error);
gboolean lectern_conduct_undo (LecternPlan *plan,
                               GError     **error);
gboolean lectern_conduct_make_code (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_conduct_pair (LecternPlan *plan,
                               GError     **error);
gboolean lectern_conduct_revoke_seat (LecternPlan *plan,
                                      GError     **error);

gboolean lectern_conduct_attach (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_detach (LecternPlan *plan,
                                 GError     **error);
gboolean lectern_conduct_show_courseware (LecternPlan *plan,
                                          GError     **error);

/* Refuses while @nominee is in a running order, or can't come into one any more. */
gboolean lectern_setup_require_no_entry (LecternPlan          *plan,
                                         const LecternNominee *nominee,
                                         GError              **error);

/* Steps that larger acts are made of. */
/* Puts @nominee into the running order of @round. */
void lectern_draw_put_entry (LecternPlan        *plan,
                             const LecternRound *round,
                             gint64              nominee,
                             gint64              lot);
/* Takes @round. The entries are in; makes the programme and starts it from the top. */
gboolean lectern_draw_finish (LecternPlan  *plan,
                              LecternRound *round,
                              GError      **error);
/* Every seat of @judge is revoked. */
void lectern_seat_revoke_all (LecternPlan *plan,
                              gint64       judge);
/* Number, name, unit, and no second head judge. */
gboolean lectern_panel_check_judge (LecternPlan        *plan,
                                    const LecternJudge *judge,
                                    GError            **error);
/* Whoever comes onto the panel now was not there for the entries that are done. */
void lectern_panel_excuse_from_done (LecternPlan *plan,
                                     gint64       judge,
                                     const char  *reason);
/* The marks of the action against the rubric: unknown, missing (@complete), out of range, off the
 * step, in this order. */
gboolean lectern_sheet_check_marks (LecternPlan *plan,
                                    gboolean     complete,
                                    GError     **error);
/* What an amended sheet changes, for the journal: "主题内容 36 → 36.5"; NULL where nothing was
 * handed in before. Both with their marks in the contest. Owned by the caller. */
char *lectern_sheet_describe_amendment (LecternPlan        *plan,
                                        const LecternSheet *before,
                                        const LecternSheet *after) G_GNUC_WARN_UNUSED_RESULT;
/* A locked sheet with the action's marks, the version after what there is. */
gboolean lectern_sheet_put_from_paper (LecternPlan        *plan,
                                       const LecternEntry *entry,
                                       gint64              judge,
                                       GError            **error);
/* An entry of a contest kept on paper whose sheets are all in is done, as if the gate had been
 * opened and closed for it; not one that judges are marking now. */
void lectern_sheet_settle_entry (LecternPlan *plan,
                                 gint64       nominee);
/* Takes @clock. It runs on from now, or stands, at @base_ms. */
gboolean lectern_stage_move_clock (LecternPlan        *plan,
                                   LecternClockRecord *clock,
                                   LecternClockPhase   to,
                                   gint64              base_ms,
                                   const char         *reason,
                                   GError            **error);
/* Puts @nominee on stage; LECTERN_NULL: nobody. */
void     lectern_stage_put_on (LecternPlan *plan,
                               gint64       nominee);
gboolean lectern_stage_call (LecternPlan *plan,
                             gint64       lot,
                             GError     **error);
gboolean lectern_stage_start_clock (LecternPlan *plan,
                                    GError     **error);
gboolean lectern_stage_stop_clock (LecternPlan *plan,
                                   GError     **error);
gboolean lectern_stage_open_gate (LecternPlan *plan,
                                  GError     **error);
/* Before @round is closed: refuses while the re-check is open (unless the action goes without one),
 * and writes who closes and who compared into @round. */
gboolean lectern_recheck_sign (LecternPlan  *plan,
                               LecternRound *round,
                               GError      **error);
/* Closes the gate and nothing else: no sheet is locked, the entry stays as it is. */
gboolean lectern_stage_shut_gate (LecternPlan *plan,
                                  GError     **error);
gboolean lectern_stage_close_gate (LecternPlan *plan,
                                   GError     **error);
/* The whole result in one act. */
gboolean lectern_stage_reveal (LecternPlan *plan,
                               gint64       lot,
                               GError     **error);
/* Puts @sequence on air from its first step and says so. */
gboolean lectern_stage_enter (LecternPlan     *plan,
                              LecternSequence *sequence,
                              GError         **error);
/* What GO does with the sequence the contest holds, before the next cue. @done: it did something. */
gboolean lectern_stage_go_on (LecternPlan *plan,
                              gboolean    *done,
                              GError     **error);

G_END_DECLS
