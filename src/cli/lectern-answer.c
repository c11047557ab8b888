/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* JSON on its way out. Rule: scores and marks are decimal strings, never numbers, so that no
 * reader rounds them. Each layer names its own errors; here only the disk's are named. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-answer.h"

#include "lectern-contest-error.h"
#include "lectern-exchange-error.h"
#include "lectern-mark.h"
#include "lectern-net-error.h"
#include "lectern-paper-error.h"
#include "lectern-record.h"
#include "lectern-stage-pictures.h"
#include "lectern-store.h"

#include <gio/gio.h>

void
lectern_answer_text (JsonBuilder *answer,
                     const char  *key,
                     const char  *text)
{
  /* Names of files may be any bytes; JSON may not. */
  g_autofree char *valid = text == NULL ? NULL : g_utf8_make_valid (text, -1);

  json_builder_set_member_name (answer, key);
  if (valid == NULL)
    json_builder_add_null_value (answer);
  else
    json_builder_add_string_value (answer, valid);
}

void
lectern_answer_integer (JsonBuilder *answer,
                        const char  *key,
                        gint64       value)
{
  json_builder_set_member_name (answer, key);
  if (value == LECTERN_NULL)
    json_builder_add_null_value (answer);
  else
    json_builder_add_int_value (answer, value);
}

void
lectern_answer_boolean (JsonBuilder *answer,
                        const char  *key,
                        gboolean     value)
{
  json_builder_set_member_name (answer, key);
  json_builder_add_boolean_value (answer, value);
}

void
lectern_answer_points (JsonBuilder *answer,
                       const char  *key,
                       gint64       points)
{
  g_autofree char *text = points == LECTERN_NULL ? NULL : lectern_mark_format (points);

  lectern_answer_text (answer, key, text);
}

void
lectern_answer_begin_array (JsonBuilder *answer,
                            const char  *key)
{
  json_builder_set_member_name (answer, key);
  json_builder_begin_array (answer);
}

void
lectern_answer_problems (JsonBuilder *answer,
                         const char  *key,
                         GPtrArray   *problems)
{
  lectern_answer_begin_array (answer, key);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const LecternProblem *problem = problems->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "row", problem->row == 0 ? LECTERN_NULL : (gint64) problem->row);
      lectern_answer_text (answer, "column", problem->column);
      lectern_answer_text (answer, "message", problem->message);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

void
lectern_answer_error (JsonBuilder  *answer,
                      const GError *error,
                      GPtrArray    *problems)
{
  json_builder_set_member_name (answer, "error");
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "code", lectern_answer_get_code (error));
  lectern_answer_text (answer, "message", error->message);
  lectern_answer_problems (answer, "details", problems);
  json_builder_end_object (answer);
}

char *
lectern_answer_to_string (JsonBuilder *answer,
                          gboolean     indented)
{
  g_autoptr (JsonNode) root = json_builder_get_root (answer);

  return json_to_string (root, indented);
}

static const char *
get_paper_code (const GError *error)
{
  switch ((LecternPaperError) error->code)
    {
    case LECTERN_PAPER_ERROR_FONT_MISSING:
      return "font-missing";
    case LECTERN_PAPER_ERROR_GLYPH_MISSING:
      return "glyph-missing";
    case LECTERN_PAPER_ERROR_BAD_TEXT:
      return "bad-text";
    case LECTERN_PAPER_ERROR_FONT_BROKEN:
      return "font-broken";
    case LECTERN_PAPER_ERROR_NOTHING:
      return "nothing-to-print";
    case LECTERN_PAPER_ERROR_UNKNOWN:
      return "not-found";
    case LECTERN_PAPER_ERROR_UNDECIDED:
      return "undecided";
    case LECTERN_PAPER_ERROR_WRITE:
    default:
      return "failed";
    }
}

static const char *
get_file_code (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return "no-file";
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return "disk-full";
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return "no-permission";
  if (error->domain == G_OPTION_ERROR)
    return "usage";

  return "failed";
}

static const char *
get_picture_code (const GError *error)
{
  switch ((LecternStageError) error->code)
    {
    case LECTERN_STAGE_ERROR_NOT_A_PICTURE:
      return "not-a-picture";
    case LECTERN_STAGE_ERROR_TOO_LARGE:
      return "too-large";
    case LECTERN_STAGE_ERROR_BROKEN:
      return "broken";
    case LECTERN_STAGE_ERROR_LOCKED:
      return "locked-file";
    }

  return "failed";
}

const char *
lectern_answer_get_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == LECTERN_CONTEST_ERROR)
    return lectern_contest_error_get_name ((LecternContestError) error->code);
  if (error->domain == LECTERN_EXCHANGE_ERROR)
    return lectern_exchange_error_get_name ((LecternExchangeError) error->code);
  if (error->domain == LECTERN_STORE_ERROR)
    return lectern_store_error_get_name ((LecternStoreError) error->code);
  if (error->domain == LECTERN_PAPER_ERROR)
    return get_paper_code (error);
  if (error->domain == LECTERN_NET_ERROR)
    return error->code == LECTERN_NET_ERROR_LISTEN ? "no-port" : "network";

  if (error->domain == LECTERN_STAGE_ERROR)
    return get_picture_code (error);

  return get_file_code (error);
}
