/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The journal for whoever wants to sort and search it. Everything in it is text: what somebody typed as a reason must
 * be no formula in the official's spreadsheet. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-journal-table.h"

#include "lectern-journal-line.h"
#include "lectern-words.h"
#include "lectern-workbook-writer.h"

static const char *
choose (gboolean    chinese,
        const char *zh,
        const char *en)
{
  return chinese ? zh : en;
}

static void
add_columns (LecternTabulation *table,
             gboolean           chinese)
{
  const struct
  {
    const char *zh;
    const char *en;
    guint       width;
  } columns[] = {
    { "行号", "line", 8 },
    { "时间", "time", 20 },
    { "操作人", "who", 18 },
    { "电脑", "laptop", 18 },
    { "事项", "what", 60 },
    { "理由", "why", 36 },
    { "校验值", "hash", 66 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    lectern_tabulation_add_column (table, choose (chinese, columns[i].zh, columns[i].en), columns[i].width);
}

static void
put_moment (LecternTabulation *table,
            gint64             wall_us)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (wall_us / G_USEC_PER_SEC);
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : NULL;

  lectern_tabulation_put_text (table, text);
}

static void
put_hash (LecternTabulation        *table,
          const LecternJournalLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (line->hash); i++)
    g_string_append_printf (text, "%02x", line->hash[i]);
  lectern_tabulation_put_text (table, text->str);
}

LecternTabulation *
lectern_journal_table_new (LecternContest *contest,
                           GPtrArray      *lines)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  gboolean                    chinese = record == NULL || lectern_words_is_chinese (record->language);
  LecternTabulation          *table = lectern_tabulation_new ("journal", choose (chinese, "日志", "journal"));

  add_columns (table, chinese);
  for (guint i = 0; i < lines->len; i++)
    {
      const LecternJournalLine *line = lines->pdata[i];

      lectern_tabulation_add_row (table);
      lectern_tabulation_put_integer (table, line->seq);
      put_moment (table, line->wall_us);
      lectern_tabulation_put_text (table, line->actor);
      lectern_tabulation_put_text (table, line->device);
      lectern_tabulation_put_text (table, line->sentence);
      lectern_tabulation_put_text (table, line->reason);
      put_hash (table, line);
    }

  return table;
}

gboolean
lectern_journal_table_write (LecternContest *contest,
                             GPtrArray      *lines,
                             const char     *path,
                             gint64          created_us,
                             GError        **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_tabulation_free);
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize       length;

  g_ptr_array_add (tables, lectern_journal_table_new (contest, lines));
  if (g_str_has_suffix (path, ".xlsx"))
    return lectern_workbook_write (tables, path, created_us, error);
  bytes = lectern_tabulation_to_csv (tables->pdata[0], LECTERN_CSV_UTF8);
  text = g_bytes_get_data (bytes, &length);

  return g_file_set_contents (path, text, (gssize) length, error);
}
