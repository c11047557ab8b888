/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-bundle.h"

G_BEGIN_DECLS

#define LECTERN_BUNDLE_VERSION 1
/* Far above any contest; keeps a file that is something else from filling the memory. */
#define LECTERN_BUNDLE_SIZE_MAX (64 * 1024 * 1024)

typedef enum
{
  LECTERN_FIELD_TEXT,
  LECTERN_FIELD_INTEGER,
  LECTERN_FIELD_POINTS, /* thousandths, as a decimal string */
  LECTERN_FIELD_FLAG,   /* 0 or 1, as false or true */
  LECTERN_FIELD_NAME,   /* a small number that has a name */
  LECTERN_FIELD_JSON,   /* a text of the file that is JSON, as the JSON it is */
} LecternFieldKind;

/* NULL from the first number on that has no name. */
typedef const char *(*LecternFieldNames) (guint value);

/* One member of a row. What is NULL in the file is left out of the row. */
typedef struct
{
  const char       *column; /* also the member's name; NULL ends the list */
  LecternFieldKind  kind;
  gboolean          needed;
  gint64            max; /* INTEGER: from 0 to this */
  LecternFieldNames names;
} LecternField;

/* One list of the bundle: the rows of one table. */
typedef struct
{
  const char         *member; /* NULL ends the list */
  const LecternTable *table;
  const LecternField *fields;
} LecternSection;

extern const LecternSection lectern_bundle_sections[];

/* The index of the column a field is in. */
guint lectern_field_find_column (const LecternField *field,
                                 const LecternTable *table);

/* The file's text, with @signature in it ("" for what is signed). Owned by the caller. */
char *lectern_bundle_write (const LecternBundle *self,
                            const char          *signature) G_GNUC_WARN_UNUSED_RESULT;
/* Only the form: rows, and that they refer to rows that are there. */
LecternBundle *lectern_bundle_parse (const char *text,
                                     gsize       length,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* That every row refers to rows that are there and no number is beyond what can be computed with. */
gboolean lectern_bundle_check_rows (const LecternBundle *self,
                                    GError             **error);
/* Every figure from the marks. */
gboolean lectern_bundle_prove (const LecternBundle *self,
                               GError             **error);
gboolean lectern_bundle_refuse (GError    **error,
                                int         code,
                                const char *format,
                                ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
