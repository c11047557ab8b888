/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The statistics tables that go with the city's notice as annexes: what each unit did in the year, and
 * who is in the pools of lecturers. Their columns are data of the contest: the notice names the tables
 * without showing them, so the real ones replace ours. */
typedef enum
{
  LECTERN_ANNEX_ACTIVITY, /* one row a unit */
  LECTERN_ANNEX_POOL,     /* one row a person */
  LECTERN_ANNEX_N_KINDS,
} LecternAnnexKind;

typedef enum
{
  LECTERN_ANNEX_TEXT,
  LECTERN_ANNEX_NAME,   /* of a person */
  LECTERN_ANNEX_NUMBER, /* a decimal, at most three decimals, less than 100 000 000 000 */
  LECTERN_ANNEX_DATE,   /* "2018", "2018-09" or "2018-09-14" */
  LECTERN_ANNEX_UNIT,   /* key of a unit of the contest */
  LECTERN_ANNEX_N_TYPES,
} LecternAnnexType;

typedef struct
{
  char            *key;
  char            *zh, *en;             /* heading */
  char            *group_zh, *group_en; /* heading over this one and its neighbours; NULL: none */
  LecternAnnexType type;
  gboolean         sum; /* numbers: added up at the foot */
  gboolean         required;
  gboolean private; /* birth dates, telephone numbers: kept off public papers */
  gboolean hidden;  /* what is in it stays, but is neither asked for nor shown; never units and what is required */
  gint64   width;   /* on paper, mm; 0: what its texts need */
} LecternAnnexColumn;

/* What a table is made of. */
typedef struct
{
  char      *title_zh, *title_en;
  gint64     at_least; /* rows that each county or district should have; 0: any number */
  GPtrArray *columns;  /* LecternAnnexColumn */
} LecternAnnexForm;

#define LECTERN_ANNEX_WIDTH_LEAST 8
#define LECTERN_ANNEX_WIDTH_MOST 200
#define LECTERN_ANNEX_COLUMNS_MOST 40
#define LECTERN_ANNEX_ROWS_MOST 20000
#define LECTERN_ANNEX_TEXT_MOST 200 /* characters */

/* "activity", "pool". */
const char *lectern_annex_kind_get_name (LecternAnnexKind kind);
gboolean    lectern_annex_kind_from_name (const char       *name,
                                          LecternAnnexKind *kind);

/* A column of texts that is shown, with the key "column_1" or the next one that is free, not in a form yet. Owned by
 * whoever puts it into one. */
LecternAnnexColumn *lectern_annex_column_new (const LecternAnnexForm *form) G_GNUC_WARN_UNUSED_RESULT;

/* The program's own table. */
LecternAnnexForm *lectern_annex_form_new (LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_annex_form_free (LecternAnnexForm *self);
/* Reads a form; BAD_INPUT when anything is wrong with it, and every fault goes to @problems (may be
 * NULL) with its path: "columns[2].type". */
LecternAnnexForm *lectern_annex_form_parse (const char *json,
                                            GPtrArray  *problems,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* As JSON, every member with its value. Owned by the caller. */
char *lectern_annex_form_write (const LecternAnnexForm *self) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: there is none. */
const LecternAnnexColumn *lectern_annex_form_find (const LecternAnnexForm *self,
                                                   const char             *key);
/* The first column of units; NULL: there is none. */
const LecternAnnexColumn *lectern_annex_form_find_unit (const LecternAnnexForm *self);
/* In the language of papers, "zh" or "en". The group is NULL where there is none. */
const char *lectern_annex_form_get_title (const LecternAnnexForm *self,
                                          const char             *language);
const char *lectern_annex_column_get_heading (const LecternAnnexColumn *self,
                                              const char               *language);
const char *lectern_annex_column_get_group (const LecternAnnexColumn *self,
                                            const char               *language);
/* "text", "number": as in JSON. */
const char *lectern_annex_type_get_name (LecternAnnexType type);

/* What is kept for @text in @column: a plain decimal, a date with dashes, the key of a unit. NULL when
 * @text does not belong there; @message (owned by the caller) then says why and what to do. @text has no
 * spaces around it and is not empty. */
char *lectern_annex_column_read (const LecternAnnexColumn *self,
                                 LecternContest           *contest,
                                 const char               *text,
                                 char                    **message) G_GNUC_WARN_UNUSED_RESULT;

/* The table of the contest: its own columns or the program's. Owned by the caller. */
LecternAnnexForm *lectern_contest_get_annex_form (LecternContest  *self,
                                                  LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* The same without the columns that are not shown: what is asked for, taken in, handed out and printed. */
LecternAnnexForm *lectern_contest_get_shown_annex_form (LecternContest  *self,
                                                        LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean          lectern_contest_has_annex_form (LecternContest  *self,
                                                  LecternAnnexKind kind);
/* LecternAnnexRow, unit by unit in the order of the contest where the table has units, else as they came.
 * Owned by the caller. */
GPtrArray *lectern_contest_list_annex_rows (LecternContest  *self,
                                            LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Key of the column to text, both owned by the table. Owned by the caller. */
GHashTable *lectern_annex_row_read (const LecternAnnexRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* The cells of @self in the order of @form, empty ones left out. */
void lectern_annex_row_take_cells (LecternAnnexRow        *self,
                                   const LecternAnnexForm *form,
                                   GHashTable             *cells);
/* What a cell of the row says in papers and tables: the unit by its name. Owned by the caller; "" where there is nothing. */
char *lectern_annex_describe_cell (LecternContest           *contest,
                                   const LecternAnnexColumn *column,
                                   GHashTable               *cells) G_GNUC_WARN_UNUSED_RESULT;
/* The row of @rows (LecternAnnexRow) that is about the same as @cells and not among @taken yet, which it joins: the row of
 * the unit where there is one row a unit, else of the unit's person of that name. NULL: there is none. */
const LecternAnnexRow *lectern_annex_find_same (GPtrArray              *rows,
                                                const LecternAnnexForm *form,
                                                LecternAnnexKind        kind,
                                                GHashTable             *cells,
                                                GHashTable             *taken);
/* The sum of @column over @rows as a plain decimal; NULL where nothing is added up. Owned by the caller. */
char *lectern_annex_add_up (const LecternAnnexColumn *column,
                            GPtrArray                *rows) G_GNUC_WARN_UNUSED_RESULT;
/* What is not as it should be though nothing is refused: counties and districts with fewer rows than
 * the form asks for. LecternProblem, owned by the caller. */
GPtrArray *lectern_contest_list_annex_warnings (LecternContest  *self,
                                                LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAnnexForm, lectern_annex_form_free)

G_END_DECLS
