/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What of the file's tables is in a bundle, and under which names. Writer and reader both follow
 * this list, so neither can know a member that the other does not. Of nominees there is what the
 * results and the papers need and no more: a bundle is made to be handed on. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#define TIME_MAX ((gint64) 36000 * 1000)
#define WALL_MAX G_MAXINT64
#define COUNT_MAX 1000000

static const char *
get_name (LecternMachine machine,
          guint          value)
{
  return value < lectern_machine_get_n_states (machine) ? lectern_machine_get_name (machine, value) : NULL;
}

static const char *
name_round_state (guint value)
{
  return get_name (LECTERN_MACHINE_ROUND, value);
}

static const char *
name_entry_state (guint value)
{
  return get_name (LECTERN_MACHINE_ENTRY, value);
}

static const char *
name_sheet_state (guint value)
{
  return get_name (LECTERN_MACHINE_SHEET, value);
}

static const char *
name_recusal (guint value)
{
  static const char *const names[] = { "recused", "absent" };

  return value < G_N_ELEMENTS (names) ? names[value] : NULL;
}

static const char *
name_origin (guint value)
{
  static const char *const names[] = { "laptop", "keyed", "table" };

  return value < G_N_ELEMENTS (names) ? names[value] : NULL;
}

static const char *
name_ruling (guint value)
{
  static const char *const names[LECTERN_RULING_N_KINDS] = {
    [LECTERN_RULING_REOPEN_SHEET] = "reopen-sheet",
    [LECTERN_RULING_AMEND_SHEET] = "amend-sheet",
    [LECTERN_RULING_RESTART] = "restart",
    [LECTERN_RULING_TIME] = "time",
    [LECTERN_RULING_RECUSAL] = "recusal",
    [LECTERN_RULING_ABSENCE] = "absence",
    [LECTERN_RULING_FORFEIT] = "forfeit",
    [LECTERN_RULING_RULES] = "rules",
    [LECTERN_RULING_REOPEN_ROUND] = "reopen-round",
    [LECTERN_RULING_PANEL] = "panel",
  };

  return value < G_N_ELEMENTS (names) ? names[value] : NULL;
}

/* clang-format off */
#define TEXT(column) { column, LECTERN_FIELD_TEXT, TRUE, 0, NULL }
#define MAYBE_TEXT(column) { column, LECTERN_FIELD_TEXT, FALSE, 0, NULL }
#define INTEGER(column, max) { column, LECTERN_FIELD_INTEGER, TRUE, max, NULL }
#define MAYBE_INTEGER(column, max) { column, LECTERN_FIELD_INTEGER, FALSE, max, NULL }
#define POINTS(column) { column, LECTERN_FIELD_POINTS, TRUE, 0, NULL }
#define FLAG(column) { column, LECTERN_FIELD_FLAG, TRUE, 0, NULL }
#define NAME(column, names) { column, LECTERN_FIELD_NAME, TRUE, 0, names }
#define MAYBE_NAME(column, names) { column, LECTERN_FIELD_NAME, FALSE, 0, names }
#define JSON(column) { column, LECTERN_FIELD_JSON, TRUE, 0, NULL }
#define MAYBE_JSON(column) { column, LECTERN_FIELD_JSON, FALSE, 0, NULL }
#define END { NULL, LECTERN_FIELD_TEXT, FALSE, 0, NULL }

static const LecternField contest_fields[] = {
  TEXT ("title"), TEXT ("theme"), JSON ("organisers"), TEXT ("date"), TEXT ("place"), TEXT ("language"), JSON ("rules"), FLAG ("rehearsal"), END
};
static const LecternField unit_fields[] = {
  TEXT ("key"), INTEGER ("position", COUNT_MAX), TEXT ("name"), TEXT ("full_name"), TEXT ("name_en"), FLAG ("optional"), FLAG ("active"), END
};
static const LecternField criterion_fields[] = {
  TEXT ("key"), INTEGER ("position", COUNT_MAX), TEXT ("name"), TEXT ("guide"), POINTS ("max"), POINTS ("step"), END
};
static const LecternField round_fields[] = {
  TEXT ("key"), INTEGER ("position", COUNT_MAX), TEXT ("name"), MAYBE_INTEGER ("advance", COUNT_MAX), MAYBE_TEXT ("into"), MAYBE_JSON ("units"),
  NAME ("state", name_round_state), MAYBE_TEXT ("seed"), FLAG ("drawn_by_hand"), INTEGER ("revision", COUNT_MAX),
  MAYBE_TEXT ("closed_by"), MAYBE_TEXT ("checked_by"), MAYBE_TEXT ("origin"), END
};
static const LecternField award_fields[] = {
  TEXT ("key"), INTEGER ("position", COUNT_MAX), TEXT ("name"), MAYBE_INTEGER ("places", COUNT_MAX), END
};
static const LecternField judge_fields[] = {
  INTEGER ("number", 999), TEXT ("name"), MAYBE_TEXT ("employer"), MAYBE_TEXT ("unit"), FLAG ("head"), FLAG ("active"),
  MAYBE_TEXT ("left_reason"), MAYBE_INTEGER ("replaces", 999), END
};
static const LecternField nominee_fields[] = {
  INTEGER ("id", G_MAXINT32), TEXT ("unit"), TEXT ("name"), MAYBE_TEXT ("employer"), TEXT ("title"), FLAG ("withdrawn"), MAYBE_TEXT ("withdrawn_reason"), END
};
static const LecternField entry_fields[] = {
  TEXT ("round"), INTEGER ("nominee", G_MAXINT32), MAYBE_INTEGER ("lot", COUNT_MAX), NAME ("state", name_entry_state), MAYBE_INTEGER ("time_ms", TIME_MAX),
  MAYBE_INTEGER ("timer1_ms", TIME_MAX), MAYBE_INTEGER ("timer2_ms", TIME_MAX), MAYBE_TEXT ("forfeit_reason"), FLAG ("revealed"), END
};
static const LecternField recusal_fields[] = {
  TEXT ("round"), INTEGER ("nominee", G_MAXINT32), INTEGER ("judge", 999), TEXT ("reason"), MAYBE_NAME ("kind", name_recusal), END
};
static const LecternField sheet_fields[] = {
  TEXT ("round"), INTEGER ("nominee", G_MAXINT32), INTEGER ("judge", 999), INTEGER ("version", COUNT_MAX), NAME ("state", name_sheet_state), POINTS ("total"),
  INTEGER ("wall_us", WALL_MAX), MAYBE_NAME ("origin", name_origin), MAYBE_TEXT ("reason"), END
};
static const LecternField decision_fields[] = {
  TEXT ("round"), INTEGER ("nominee", G_MAXINT32), INTEGER ("place", COUNT_MAX), TEXT ("reason"), END
};
static const LecternField result_fields[] = {
  TEXT ("round"), INTEGER ("nominee", G_MAXINT32), INTEGER ("revision", COUNT_MAX), MAYBE_INTEGER ("rank", COUNT_MAX), MAYBE_TEXT ("mean"),
  MAYBE_TEXT ("deduction"), MAYBE_TEXT ("final"), MAYBE_TEXT ("award"), END
};
static const LecternField ruling_fields[] = {
  INTEGER ("id", G_MAXINT32), NAME ("kind", name_ruling), TEXT ("round"), MAYBE_INTEGER ("nominee", G_MAXINT32), MAYBE_INTEGER ("judge", 999),
  TEXT ("reason"), MAYBE_TEXT ("second"), TEXT ("detail"), INTEGER ("wall_us", WALL_MAX), END
};

const LecternSection lectern_bundle_sections[] = {
  { "contest", &lectern_table_contest, contest_fields },
  { "units", &lectern_table_unit, unit_fields },
  { "rubric", &lectern_table_criterion, criterion_fields },
  { "rounds", &lectern_table_round, round_fields },
  { "awards", &lectern_table_award, award_fields },
  { "judges", &lectern_table_judge, judge_fields },
  { "nominees", &lectern_table_nominee, nominee_fields },
  { "entries", &lectern_table_entry, entry_fields },
  { "recusals", &lectern_table_recusal, recusal_fields },
  { "sheets", &lectern_table_sheet, sheet_fields },
  { "decisions", &lectern_table_decision, decision_fields },
  { "results", &lectern_table_result, result_fields },
  { "rulings", &lectern_table_ruling, ruling_fields },
  { NULL, NULL, NULL },
};
/* clang-format on */

guint
lectern_field_find_column (const LecternField *field,
                           const LecternTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, field->column))
      return i;
  g_assert_not_reached ();
}
