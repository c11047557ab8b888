/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A bundle as a value: made from a contest, or read and proved; given as a contest again, or as the
 * rows of one round for another laptop. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#include "lectern-exchange-error.h"
#include "lectern-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
lectern_bundle_refuse (GError    **error,
                       int         code,
                       const char *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, code, message);
  return FALSE;
}

void
lectern_bundle_free (LecternBundle *self)
{
  g_ptr_array_unref (self->records);
  g_free (self->hash);
  g_free (self->key);
  g_free (self->signature);
  g_free (self);
}

/* Making one -------------------------------------------------------------------------------- */

static gboolean
is_counted (LecternContest     *contest,
            const LecternSheet *sheet)
{
  const LecternEntry *entry = lectern_contest_get_entry (contest, sheet->round, sheet->nominee);

  return entry != NULL && lectern_contest_get_counted_sheet (contest, entry, sheet->judge) == sheet;
}

static void
add_marks (LecternBundle      *self,
           LecternContest     *contest,
           const LecternSheet *sheet)
{
  GPtrArray *criteria = lectern_contest_get_criteria (contest);

  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];
      const LecternMark       key = { .record.table = &lectern_table_mark, .round = sheet->round, .nominee = sheet->nominee, .judge = sheet->judge, .version = sheet->version, .criterion = criterion->key };
      const LecternMark      *mark = lectern_contest_find (contest, &key);

      if (mark != NULL)
        g_ptr_array_add (self->records, lectern_record_ref (mark));
    }
}

static void
add_section (LecternBundle        *self,
             LecternContest       *contest,
             const LecternSection *section)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (contest, section->table);

  for (guint i = 0; i < rows->len; i++)
    {
      if (section->table == &lectern_table_sheet && !is_counted (contest, rows->pdata[i]))
        continue;
      g_ptr_array_add (self->records, lectern_record_ref (rows->pdata[i]));
      if (section->table == &lectern_table_sheet)
        add_marks (self, contest, rows->pdata[i]);
    }
}

LecternBundle *
lectern_bundle_new (LecternContest *contest,
                    gint64          seq,
                    const guint8    hash[32])
{
  LecternBundle *self;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  self = g_new0 (LecternBundle, 1);
  self->records = g_ptr_array_new_with_free_func (lectern_record_unref);
  self->seq = seq;
  self->hash = g_malloc0 (65);
  for (guint i = 0; i < 32; i++)
    g_snprintf (self->hash + 2 * i, 3, "%02x", hash[i]);
  for (const LecternSection *section = lectern_bundle_sections; section->member != NULL; section++)
    add_section (self, contest, section);
  return self;
}

char *
lectern_bundle_sign (LecternBundle *self,
                     GBytes        *seed)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && seed != NULL, NULL);

  g_free (self->key);
  self->key = lectern_signature_get_key (seed);
  text = lectern_bundle_write (self, "");
  g_free (self->signature);
  self->signature = lectern_signature_make (seed, text, strlen (text));
  return lectern_bundle_write (self, self->signature);
}

/* Reading one ------------------------------------------------------------------------------- */

/* The number of the line in which two texts first differ. */
static guint
find_line (const char *a,
           const char *b)
{
  guint line = 1;

  for (; *a != '\0' && *a == *b; a++, b++)
    line += *a == '\n';
  return line;
}

static gboolean
check_signature (const LecternBundle *self,
                 const char          *text,
                 gsize                length,
                 GError             **error)
{
  g_autofree char *again = lectern_bundle_write (self, self->signature);
  g_autofree char *signed_text = lectern_bundle_write (self, "");
  g_autofree char *given = g_strndup (text, length);

  if (!g_str_equal (again, given))
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, _ ("The file was changed since it was signed: line %u is not as the program writes it."), find_line (again, given));
  if (!lectern_signature_check (self->key, self->signature, signed_text, strlen (signed_text)))
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, "%s", _ ("The signature does not fit: the file was changed since it was signed."));
  return TRUE;
}

LecternBundle *
lectern_bundle_read (const char *text,
                     gsize       length,
                     GError    **error)
{
  g_autoptr (LecternBundle) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = lectern_bundle_parse (text, length, error);
  if (self == NULL || !check_signature (self, text, length, error) || !lectern_bundle_prove (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

char *
lectern_bundle_get_fingerprint (const LecternBundle *self)
{
  g_return_val_if_fail (self != NULL && self->key != NULL, NULL);
  return lectern_signature_get_fingerprint (self->key);
}

/* As rows of another contest: of a sheet only the version that counts has come, and versions count
 * from 1 without gaps. */
static gpointer
dup_row (gconstpointer record)
{
  gpointer copy = lectern_record_copy (record);

  if (((LecternRecord *) copy)->table == &lectern_table_sheet)
    ((LecternSheet *) copy)->version = 1;
  if (((LecternRecord *) copy)->table == &lectern_table_mark)
    ((LecternMark *) copy)->version = 1;
  return copy;
}

LecternContest *
lectern_bundle_make_contest (const LecternBundle *self)
{
  LecternContest *contest = lectern_contest_new ();
  g_autoptr (LecternChange) change = lectern_change_new ();

  g_return_val_if_fail (self != NULL, contest);

  for (guint i = 0; i < self->records->len; i++)
    lectern_change_put (change, dup_row (self->records->pdata[i]));
  lectern_contest_apply (contest, change);
  return contest;
}

/* One round of it --------------------------------------------------------------------------- */

static const LecternRound *
find_round (const LecternBundle *self,
            const char          *key)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const LecternRound *round = self->records->pdata[i];

      if (round->record.table == &lectern_table_round && g_str_equal (round->key, key))
        return round;
    }
  return NULL;
}

const char *
lectern_bundle_find_round (const LecternBundle *self)
{
  const char *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->records->len; i++)
    {
      const LecternRound *round = self->records->pdata[i];

      if (round->record.table != &lectern_table_round || round->state != LECTERN_ROUND_FINALISED)
        continue;
      if (found != NULL)
        return NULL;
      found = round->key;
    }
  return found;
}

/* The round a row is of: its column "round", NULL when the table has none. */
static const char *
get_round_key (gconstpointer record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, "round"))
      return lectern_record_get_text (record, i);
  return NULL;
}

static gboolean
belongs_to (gconstpointer record,
            const char   *key)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table == &lectern_table_round)
    return g_str_equal (((const LecternRound *) record)->key, key);
  return get_round_key (record) == NULL || g_strcmp0 (get_round_key (record), key) == 0;
}

GPtrArray *
lectern_bundle_list_round (const LecternBundle *self,
                           const char          *key,
                           GError             **error)
{
  GPtrArray          *rows;
  const LecternRound *round;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  round = find_round (self, key);
  if (round == NULL || round->state != LECTERN_ROUND_FINALISED)
    {
      lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_NOT_FOUND, _ ("The bundle has no finalised round “%s”. Finalise it on the laptop it was run on."), key);
      return NULL;
    }
  rows = g_ptr_array_new_with_free_func (lectern_record_unref);
  for (guint i = 0; i < self->records->len; i++)
    if (belongs_to (self->records->pdata[i], key))
      g_ptr_array_add (rows, dup_row (self->records->pdata[i]));
  return rows;
}
