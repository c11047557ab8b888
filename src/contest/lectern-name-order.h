/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How lists of names are ordered. STROKES is what officials expect of a list (按姓氏笔画). */
typedef enum
{
  LECTERN_NAME_ORDER_RANK,        /* by place, equals by strokes */
  LECTERN_NAME_ORDER_LOT,         /* by lot */
  LECTERN_NAME_ORDER_STROKES,     /* by strokes, 横竖撇点折 */
  LECTERN_NAME_ORDER_STROKES_DOT, /* by strokes, 点横竖撇折 (江山千古) */
  LECTERN_NAME_ORDER_PINYIN,      /* by sound, surnames read as surnames */
  LECTERN_NAME_ORDER_UNIT,        /* by unit in the order of the contest, then by strokes */
  LECTERN_NAME_ORDER_N_ORDERS,
} LecternNameOrder;

/* "strokes" (also "stroke"), "strokes-dot", "pinyin", "rank", "lot", "unit", as on the command line. */
const char *lectern_name_order_get_name (LecternNameOrder order);
/* FALSE when there is no order of that name. */
gboolean lectern_name_order_from_name (const char       *name,
                                       LecternNameOrder *order);

/* A key that sorts with strcmp() as @name does in @order, to be kept beside a list; owned by the
 * caller. The rules, in turn:
 *  1. the surname's first character: its number of strokes, its strokes one after the other in the
 *     order of the convention, then the official order of characters (GF 0023, 通用规范汉字表) among
 *     those with the same strokes; with PINYIN its syllable and tone come before all that;
 *  2. a surname of one character before one of several (欧文 before 欧阳修), then its other characters;
 *  3. a given name of one character before longer ones (田富 before 田大利);
 *  4. the given name's characters, as in 1; what is shorter and otherwise the same comes first.
 * Surnames of several characters are those of data/names/surnames.tsv, when something follows them.
 * A name with U+00B7 goes by its first character, the dots pass for nothing. What has no strokes
 * (Latin letters, unknown characters) comes after what has, by code point. RANK, LOT and UNIT are no
 * orders of names: among equals of theirs the key is that of STROKES. */
char *lectern_name_order_sort_key (const char      *name,
                                   LecternNameOrder order) G_GNUC_WARN_UNUSED_RESULT;
/* As strcmp() of the two keys; 0 for names that nothing tells apart, which a stable sort leaves as
 * they were. */
int lectern_name_order_compare (const char      *a,
                                const char      *b,
                                LecternNameOrder order);

/* The strokes of @character, "1121" for 王 (1 横 2 竖 3 撇 4 点 5 折); NULL when not known. */
char *lectern_name_order_describe_strokes (gunichar character) G_GNUC_WARN_UNUSED_RESULT;
/* How the surname of @name is read, "yu4 chi2"; NULL when not known. */
char *lectern_name_order_describe_surname (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
