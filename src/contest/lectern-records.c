/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The description of every table: which field of which struct is which column. Key columns come
 * first. tests/store checks these against the schema in the file. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-records.h"

/* clang-format off */
#define KEY_INTEGER(type, field) { #field, LECTERN_COLUMN_INTEGER, G_STRUCT_OFFSET (type, field), TRUE }
#define KEY_TEXT(type, field)    { #field, LECTERN_COLUMN_TEXT, G_STRUCT_OFFSET (type, field), TRUE }
#define INTEGER(type, field)     { #field, LECTERN_COLUMN_INTEGER, G_STRUCT_OFFSET (type, field), FALSE }
#define TEXT(type, field)        { #field, LECTERN_COLUMN_TEXT, G_STRUCT_OFFSET (type, field), FALSE }

static const LecternColumn contest_columns[] = {
  KEY_INTEGER (LecternContestRecord, id),
  TEXT (LecternContestRecord, title),
  TEXT (LecternContestRecord, theme),
  TEXT (LecternContestRecord, organisers),
  TEXT (LecternContestRecord, date),
  TEXT (LecternContestRecord, place),
  TEXT (LecternContestRecord, language),
  TEXT (LecternContestRecord, rules),
  INTEGER (LecternContestRecord, rehearsal),
  TEXT (LecternContestRecord, scene_theme),
  TEXT (LecternContestRecord, guests),
  TEXT (LecternContestRecord, script),
};

static const LecternColumn unit_columns[] = {
  KEY_TEXT (LecternUnit, key),
  INTEGER (LecternUnit, position),
  TEXT (LecternUnit, name),
  TEXT (LecternUnit, full_name),
  TEXT (LecternUnit, name_en),
  INTEGER (LecternUnit, optional),
  INTEGER (LecternUnit, active),
};

static const LecternColumn criterion_columns[] = {
  KEY_TEXT (LecternCriterion, key),
  INTEGER (LecternCriterion, position),
  TEXT (LecternCriterion, name),
  TEXT (LecternCriterion, guide),
  INTEGER (LecternCriterion, max),
  INTEGER (LecternCriterion, step),
};

static const LecternColumn round_columns[] = {
  KEY_TEXT (LecternRound, key),
  INTEGER (LecternRound, position),
  TEXT (LecternRound, name),
  INTEGER (LecternRound, advance),
  INTEGER (LecternRound, state),
  TEXT (LecternRound, seed),
  INTEGER (LecternRound, drawn_by_hand),
  INTEGER (LecternRound, revision),
  TEXT (LecternRound, into),
  TEXT (LecternRound, units),
  TEXT (LecternRound, closed_by),
  TEXT (LecternRound, checked_by),
  TEXT (LecternRound, origin),
};

static const LecternColumn award_columns[] = {
  KEY_TEXT (LecternAward, key),
  INTEGER (LecternAward, position),
  TEXT (LecternAward, name),
  INTEGER (LecternAward, places),
  TEXT (LecternAward, citation),
};

static const LecternColumn nominee_columns[] = {
  KEY_INTEGER (LecternNominee, id),
  TEXT (LecternNominee, unit),
  TEXT (LecternNominee, name),
  TEXT (LecternNominee, gender),
  TEXT (LecternNominee, ethnicity),
  TEXT (LecternNominee, born),
  TEXT (LecternNominee, party),
  TEXT (LecternNominee, joined),
  TEXT (LecternNominee, education),
  TEXT (LecternNominee, employer),
  TEXT (LecternNominee, phone),
  TEXT (LecternNominee, title),
  INTEGER (LecternNominee, lectures),
  TEXT (LecternNominee, courseware),
  INTEGER (LecternNominee, withdrawn),
  TEXT (LecternNominee, withdrawn_reason),
};

static const LecternColumn judge_columns[] = {
  KEY_INTEGER (LecternJudge, number),
  TEXT (LecternJudge, name),
  TEXT (LecternJudge, employer),
  TEXT (LecternJudge, unit),
  INTEGER (LecternJudge, head),
  INTEGER (LecternJudge, active),
  TEXT (LecternJudge, left_reason),
  INTEGER (LecternJudge, replaces),
};

static const LecternColumn entry_columns[] = {
  KEY_TEXT (LecternEntry, round),
  KEY_INTEGER (LecternEntry, nominee),
  INTEGER (LecternEntry, lot),
  INTEGER (LecternEntry, state),
  INTEGER (LecternEntry, time_ms),
  TEXT (LecternEntry, forfeit_reason),
  INTEGER (LecternEntry, revealed),
  INTEGER (LecternEntry, timer1_ms),
  INTEGER (LecternEntry, timer2_ms),
};

static const LecternColumn recusal_columns[] = {
  KEY_TEXT (LecternRecusal, round),
  KEY_INTEGER (LecternRecusal, nominee),
  KEY_INTEGER (LecternRecusal, judge),
  TEXT (LecternRecusal, reason),
  INTEGER (LecternRecusal, kind),
  INTEGER (LecternRecusal, later),
};

static const LecternColumn sheet_columns[] = {
  KEY_TEXT (LecternSheet, round),
  KEY_INTEGER (LecternSheet, nominee),
  KEY_INTEGER (LecternSheet, judge),
  KEY_INTEGER (LecternSheet, version),
  INTEGER (LecternSheet, state),
  INTEGER (LecternSheet, total),
  INTEGER (LecternSheet, wall_us),
  INTEGER (LecternSheet, origin),
  TEXT (LecternSheet, reason),
};

static const LecternColumn mark_columns[] = {
  KEY_TEXT (LecternMark, round),
  KEY_INTEGER (LecternMark, nominee),
  KEY_INTEGER (LecternMark, judge),
  KEY_INTEGER (LecternMark, version),
  KEY_TEXT (LecternMark, criterion),
  INTEGER (LecternMark, value),
};

static const LecternColumn receipt_columns[] = {
  KEY_TEXT (LecternReceipt, id),
  TEXT (LecternReceipt, round),
  INTEGER (LecternReceipt, nominee),
  INTEGER (LecternReceipt, judge),
  INTEGER (LecternReceipt, version),
  INTEGER (LecternReceipt, state),
  INTEGER (LecternReceipt, total),
};

static const LecternColumn decision_columns[] = {
  KEY_TEXT (LecternDecision, round),
  KEY_INTEGER (LecternDecision, nominee),
  INTEGER (LecternDecision, place),
  TEXT (LecternDecision, reason),
};

static const LecternColumn clock_columns[] = {
  KEY_INTEGER (LecternClockRecord, id),
  INTEGER (LecternClockRecord, phase),
  INTEGER (LecternClockRecord, base_ms),
  INTEGER (LecternClockRecord, started_mono_us),
  INTEGER (LecternClockRecord, started_wall_us),
  TEXT (LecternClockRecord, boot),
};

static const LecternColumn gate_columns[] = {
  KEY_INTEGER (LecternGate, id),
  TEXT (LecternGate, round),
  INTEGER (LecternGate, nominee),
};

static const LecternColumn cue_columns[] = {
  KEY_INTEGER (LecternCue, position),
  INTEGER (LecternCue, kind),
  INTEGER (LecternCue, nominee),
  TEXT (LecternCue, label),
  INTEGER (LecternCue, duration_ms),
};

static const LecternColumn on_air_columns[] = {
  KEY_INTEGER (LecternOnAir, id),
  TEXT (LecternOnAir, round),
  INTEGER (LecternOnAir, on_stage),
  INTEGER (LecternOnAir, cue),
  INTEGER (LecternOnAir, kind),
  INTEGER (LecternOnAir, lot),
  TEXT (LecternOnAir, scene),
  INTEGER (LecternOnAir, blank),
  INTEGER (LecternOnAir, step),
  INTEGER (LecternOnAir, overlay),
  INTEGER (LecternOnAir, shown_us),
};

static const LecternColumn seat_columns[] = {
  KEY_TEXT (LecternSeat, token),
  INTEGER (LecternSeat, judge),
  TEXT (LecternSeat, device),
  TEXT (LecternSeat, address),
  INTEGER (LecternSeat, paired_us),
  INTEGER (LecternSeat, revoked),
};

static const LecternColumn pairing_columns[] = {
  KEY_INTEGER (LecternPairing, judge),
  TEXT (LecternPairing, code),
  INTEGER (LecternPairing, used),
};

static const LecternColumn result_columns[] = {
  KEY_TEXT (LecternResult, round),
  KEY_INTEGER (LecternResult, nominee),
  KEY_INTEGER (LecternResult, revision),
  INTEGER (LecternResult, rank),
  TEXT (LecternResult, mean),
  TEXT (LecternResult, deduction),
  TEXT (LecternResult, final),
  TEXT (LecternResult, award),
};

static const LecternColumn ruling_columns[] = {
  KEY_INTEGER (LecternRuling, id),
  INTEGER (LecternRuling, kind),
  TEXT (LecternRuling, round),
  INTEGER (LecternRuling, nominee),
  INTEGER (LecternRuling, judge),
  TEXT (LecternRuling, reason),
  TEXT (LecternRuling, second),
  TEXT (LecternRuling, detail),
  INTEGER (LecternRuling, wall_us),
};

static const LecternColumn recheck_columns[] = {
  KEY_TEXT (LecternRecheck, round),
  KEY_INTEGER (LecternRecheck, nominee),
  KEY_INTEGER (LecternRecheck, judge),
  KEY_INTEGER (LecternRecheck, version),
  TEXT (LecternRecheck, checker),
  INTEGER (LecternRecheck, wall_us),
};

static const LecternColumn flag_seen_columns[] = {
  KEY_TEXT (LecternFlagSeen, round),
  KEY_INTEGER (LecternFlagSeen, nominee),
  KEY_INTEGER (LecternFlagSeen, judge),
  KEY_INTEGER (LecternFlagSeen, version),
  TEXT (LecternFlagSeen, seen_by),
  INTEGER (LecternFlagSeen, wall_us),
};

static const LecternColumn keying_columns[] = {
  KEY_TEXT (LecternKeying, round),
  KEY_INTEGER (LecternKeying, nominee),
  KEY_INTEGER (LecternKeying, judge),
  KEY_INTEGER (LecternKeying, pass),
  TEXT (LecternKeying, clerk),
  TEXT (LecternKeying, marks),
  INTEGER (LecternKeying, wall_us),
};

static const LecternColumn undone_columns[] = {
  KEY_INTEGER (LecternUndone, seq),
  INTEGER (LecternUndone, wall_us),
};

static const LecternColumn sequence_columns[] = {
  KEY_INTEGER (LecternSequenceRecord, id),
  INTEGER (LecternSequenceRecord, kind),
  TEXT (LecternSequenceRecord, round),
  INTEGER (LecternSequenceRecord, lot),
  TEXT (LecternSequenceRecord, content),
  INTEGER (LecternSequenceRecord, step),
};

static const LecternColumn attachment_columns[] = {
  KEY_TEXT (LecternAttachment, role),
  KEY_INTEGER (LecternAttachment, owner),
  TEXT (LecternAttachment, name),
  TEXT (LecternAttachment, media_type),
  INTEGER (LecternAttachment, size),
  TEXT (LecternAttachment, sha256),
  INTEGER (LecternAttachment, beside),
  TEXT (LecternAttachment, caption),
  INTEGER (LecternAttachment, checked),
  TEXT (LecternAttachment, finding),
};

static const LecternColumn certificate_design_columns[] = {
  KEY_TEXT (LecternCertificateRow, award),
  TEXT (LecternCertificateRow, design),
};

static const LecternColumn annex_form_columns[] = {
  KEY_TEXT (LecternAnnexFormRow, kind),
  TEXT (LecternAnnexFormRow, form),
};

static const LecternColumn annex_row_columns[] = {
  KEY_TEXT (LecternAnnexRow, kind),
  KEY_INTEGER (LecternAnnexRow, number),
  TEXT (LecternAnnexRow, cells),
};

static const LecternColumn paper_font_columns[] = {
  KEY_TEXT (LecternPaperFontRow, role),
  TEXT (LecternPaperFontRow, family),
};

static const LecternColumn passed_check_columns[] = {
  KEY_TEXT (LecternPassedCheck, kind),
  INTEGER (LecternPassedCheck, level),
  TEXT (LecternPassedCheck, reason),
  INTEGER (LecternPassedCheck, wall_us),
};

static const LecternColumn check_in_columns[] = {
  KEY_TEXT (LecternCheckIn, round),
  KEY_INTEGER (LecternCheckIn, nominee),
  INTEGER (LecternCheckIn, wall_us),
};

#define TABLE(identifier, type) \
  const LecternTable lectern_table_##identifier = { #identifier, sizeof (type), identifier##_columns, G_N_ELEMENTS (identifier##_columns) }

TABLE (contest, LecternContestRecord);
TABLE (unit, LecternUnit);
TABLE (criterion, LecternCriterion);
TABLE (round, LecternRound);
TABLE (award, LecternAward);
TABLE (nominee, LecternNominee);
TABLE (judge, LecternJudge);
TABLE (entry, LecternEntry);
TABLE (recusal, LecternRecusal);
TABLE (sheet, LecternSheet);
TABLE (mark, LecternMark);
TABLE (receipt, LecternReceipt);
TABLE (decision, LecternDecision);
TABLE (clock, LecternClockRecord);
TABLE (gate, LecternGate);
TABLE (cue, LecternCue);
TABLE (on_air, LecternOnAir);
TABLE (seat, LecternSeat);
TABLE (pairing, LecternPairing);
TABLE (result, LecternResult);
TABLE (ruling, LecternRuling);
TABLE (recheck, LecternRecheck);
TABLE (flag_seen, LecternFlagSeen);
TABLE (keying, LecternKeying);
TABLE (undone, LecternUndone);
TABLE (sequence, LecternSequenceRecord);
TABLE (attachment, LecternAttachment);
TABLE (certificate_design, LecternCertificateRow);
TABLE (annex_form, LecternAnnexFormRow);
TABLE (annex_row, LecternAnnexRow);
TABLE (paper_font, LecternPaperFontRow);
TABLE (passed_check, LecternPassedCheck);
TABLE (check_in, LecternCheckIn);
/* clang-format on */

const LecternTable *const lectern_tables[] = {
  &lectern_table_contest,
  &lectern_table_unit,
  &lectern_table_criterion,
  &lectern_table_round,
  &lectern_table_award,
  &lectern_table_nominee,
  &lectern_table_judge,
  &lectern_table_entry,
  &lectern_table_recusal,
  &lectern_table_sheet,
  &lectern_table_mark,
  &lectern_table_receipt,
  &lectern_table_decision,
  &lectern_table_clock,
  &lectern_table_gate,
  &lectern_table_cue,
  &lectern_table_on_air,
  &lectern_table_seat,
  &lectern_table_pairing,
  &lectern_table_result,
  &lectern_table_ruling,
  &lectern_table_recheck,
  &lectern_table_flag_seen,
  &lectern_table_keying,
  &lectern_table_undone,
  &lectern_table_sequence,
  &lectern_table_attachment,
  &lectern_table_certificate_design,
  &lectern_table_annex_form,
  &lectern_table_annex_row,
  &lectern_table_paper_font,
  &lectern_table_passed_check,
  &lectern_table_check_in,
  NULL,
};
