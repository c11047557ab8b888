/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Tables as units really send them: encodings, delimiters, quotation marks, workbooks, and files
 * that are no tables at all. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-contest-error.h"
#include "lectern-exchange-error.h"
#include "lectern-table-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

/* A grid as one string: cells by "|", rows by "/" with their numbers before them. */
static char *
describe (const LecternGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lectern_grid_get_n_rows (grid); i++)
    {
      g_string_append_printf (text, "%s%u:", i == 0 ? "" : "/", lectern_grid_get_row_number (grid, i));
      for (guint j = 0; j < lectern_grid_get_n_cells (grid, i); j++)
        g_string_append_printf (text, "%s%s", j == 0 ? "" : "|", lectern_grid_get_cell (grid, i, j));
    }

  return g_string_free (text, FALSE);
}

static char *
to_gb18030 (const char *text,
            gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *converted = g_convert (text, -1, "GB18030", "UTF-8", NULL, length, &error);

  g_assert_no_error (error);
  return converted;
}

static LecternGrid *
read_text (const char *text,
           gsize       length,
           GPtrArray  *problems,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return lectern_table_reader_read_bytes (bytes, problems, error);
}

static const struct
{
  const char *name;
  const char *text;
  const char *grid;
} good_rows[] = {
  { "comma", "unit,name\n解放区,王韦\n", "1:unit|name/2:解放区|王韦" },
  { "semicolon", "unit;name\n解放区;王,韦\n", "1:unit|name/2:解放区|王,韦" },
  { "tab", "unit\tname\n解放区\t王;韦,\n", "1:unit|name/2:解放区|王;韦," },
  { "one column", "name\n王韦\n", "1:name/2:王韦" },
  { "no last line end", "a,b\n1,2", "1:a|b/2:1|2" },
  { "CRLF", "a,b\r\n1,2\r\n", "1:a|b/2:1|2" },
  { "CR alone", "a,b\r1,2\r", "1:a|b/2:1|2" },
  { "delimiter in quotes", "\"a,b,c\";d\n1;2\n", "1:a,b,c|d/2:1|2" },
  { "doubled quotes", "a,b\n\"我在网格当\"\"管家\"\"\",2\n", "1:a|b/2:我在网格当\"管家\"|2" },
  { "quoted line break", "a,b\n\"one\ntwo\",2\n3,4\n", "1:a|b/2:one\ntwo|2/3:3|4" },
  { "empty quoted", "a,b\n\"\",2\n", "1:a|b/2:|2" },
  { "spaces around", "a , b\n 1 ,\t2\xC2\xA0\n", "1:a|b/2:1|2" },
  { "full-width spaces", "a,b\n\u3000王韦\u3000,\u30002\n", "1:a|b/2:王韦|2" },
  { "spaces around quotes", "a,b\n \"1\" , \"2\" \n", "1:a|b/2:1|2" },
  { "empty rows count", "\n\na,b\n\n,\n1,2\n", "3:a|b/6:1|2" },
  { "short and long rows", "a,b\n1\n1,2,3\n", "1:a|b/2:1/3:1|2|3" },
  { "beyond the BMP", "a,b\n马晓𬱖,刘𫖯\n", "1:a|b/2:马晓𬱖|刘𫖯" },
  { "text that begins like a bitmap", "BMI,b\n1,2\n", "1:BMI|b/2:1|2" },
};

static void
test_good (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternGrid) grid = read_text (good_rows[i].text, strlen (good_rows[i].text), NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (grid);
  g_assert_cmpstr (text, ==, good_rows[i].grid);
}

/* The same tables in GB18030, and in UTF-8 with a BOM, read the same. */
static void
test_encodings (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  gsize            length;
  g_autofree char *gb = to_gb18030 (good_rows[i].text, &length);
  g_autofree char *bom = g_strconcat ("\xEF\xBB\xBF", good_rows[i].text, NULL);
  g_autoptr (LecternGrid) marked = read_text (bom, strlen (bom), NULL, &error);
  g_autoptr (LecternGrid) grid = NULL;
  g_autofree char *text = NULL;
  g_autofree char *marked_text = NULL;

  g_assert_no_error (error);
  marked_text = describe (marked);
  g_assert_cmpstr (marked_text, ==, good_rows[i].grid);

  if (g_utf8_validate (gb, (gssize) length, NULL) && !g_str_is_ascii (gb))
    {
      g_test_skip ("these bytes are valid in both encodings, and UTF-8 goes first");
      return;
    }
  grid = read_text (gb, length, NULL, &error);
  g_assert_no_error (error);
  text = describe (grid);
  g_assert_cmpstr (text, ==, good_rows[i].grid);
}

static const struct
{
  const char *name;
  const char *text;
  gsize       length; /* 0: up to the NUL */
  int         code;
  guint       rows[4]; /* those named */
} bad_rows[] = {
  { "nothing", "", 0, LECTERN_EXCHANGE_ERROR_EMPTY, { 0 } },
  { "BOM alone", "\xEF\xBB\xBF", 0, LECTERN_EXCHANGE_ERROR_EMPTY, { 0 } },
  { "spaces alone", " \n\u3000,,\n\n", 0, LECTERN_EXCHANGE_ERROR_EMPTY, { 0 } },
  { "PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "JPEG", "\xFF\xD8\xFF\xE0 JFIF", 0, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "GIF", "GIF89a...", 0, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "PDF", "%PDF-1.7\n", 0, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "bitmap", "BM\x36\0\0\0\0\0", 8, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, { 0 } },
  { "UTF-16", "\xFF\xFE"
              "a\0,\0",
    6,
    LECTERN_EXCHANGE_ERROR_NOT_A_TABLE,
    { 0 } },
  { "never closed", "a,b\n1,2\n\"3,4\n5,6\n", 0, LECTERN_EXCHANGE_ERROR_BAD_QUOTING, { 3 } },
  { "quote inside", "a,b\n一把\"旧\"藤椅,2\n3,4\"\n", 0, LECTERN_EXCHANGE_ERROR_BAD_QUOTING, { 2, 3 } },
  { "text after quote", "a,b\n\"1\"x,2\n\"3\",4\n", 0, LECTERN_EXCHANGE_ERROR_BAD_QUOTING, { 2 } },
  { "row after a quoted break", "a,b\n\"1\n1\",2\n\"3\"x,4\n", 0, LECTERN_EXCHANGE_ERROR_BAD_QUOTING, { 3 } },
  { "not even GB18030", "a,b\n1,\xFF\xFF\n", 0, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, { 2 } },
  { "cut in a character", "推荐单位,姓名\n解放区,王\xE9\x9F\n", 0, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, { 2 } },
  { "BOM before GB18030", "\xEF\xBB\xBF"
                          "a,b\n\xCD\xF5\xCE\xA4,2\n",
    0,
    LECTERN_EXCHANGE_ERROR_BAD_ENCODING,
    { 2 } },
  { "a row of GB18030 in UTF-8", "推荐单位,姓名\n解放区,王韦\n\xBD\xE2\xB7\xC5\xC7\xF8,\xB5\xA5\xCF\xFE\xD1\xE0\n", 0, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, { 3 } },
  { "rows of UTF-8 in GB18030", "\xCD\xC6\xBC\xF6\xB5\xA5\xCE\xBB,\xD0\xD5\xC3\xFB\n解放区,王韦\n\xBD\xE2\xB7\xC5\xC7\xF8,\xB5\xA5\n中站区,张\n", 0, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, { 2, 4 } },
  { "both in one row", "a,b\n解放区,\xB5\xA5\xCF\xFE\n", 0, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, { 2 } },
};

static void
test_bad (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gsize length = bad_rows[i].length == 0 ? strlen (bad_rows[i].text) : bad_rows[i].length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (LecternGrid) grid = read_text (bad_rows[i].text, length, problems, &error);
  guint n_rows = 0;

  g_assert_error (error, LECTERN_EXCHANGE_ERROR, bad_rows[i].code);
  g_assert_null (grid);
  for (; n_rows < G_N_ELEMENTS (bad_rows[i].rows) && bad_rows[i].rows[n_rows] != 0; n_rows++)
    {
      LecternProblem *problem;

      g_assert_cmpuint (problems->len, >, n_rows);
      problem = problems->pdata[n_rows];
      g_assert_cmpuint (problem->row, ==, bad_rows[i].rows[n_rows]);
      g_assert_cmpuint (strlen (problem->message), >, 10);
    }
  g_assert_cmpuint (problems->len, ==, n_rows);
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autoptr (GString) wide = g_string_new ("a");
  g_autoptr (GString) cell = g_string_new ("a\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_malloc0 (LECTERN_TABLE_SIZE_MAX + 1);

  memset (large, 'a', LECTERN_TABLE_SIZE_MAX + 1);
  g_assert_null (read_text (large, LECTERN_TABLE_SIZE_MAX + 1, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 1; i < LECTERN_GRID_ROWS_MAX; i++)
    g_string_append (text, "1\n");
  lectern_grid_free (read_text (text->str, text->len, NULL, &error));
  g_assert_no_error (error);
  g_string_append (text, "1\n");
  g_assert_null (read_text (text->str, text->len, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i < LECTERN_GRID_COLUMNS_MAX; i++)
    g_string_append (wide, ",a");
  g_assert_null (read_text (wide->str, wide->len, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_QUOTING);
  g_clear_error (&error);

  for (guint i = 0; i <= LECTERN_GRID_CELL_MAX; i++)
    g_string_append_c (cell, 'a');
  g_assert_null (read_text (cell->str, cell->len, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_QUOTING);
}

static void
test_files (void)
{
  g_autofree char *sample = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "sample", "roster-2018.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternGrid) grid = lectern_table_reader_read_file (sample, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lectern_grid_get_n_rows (grid), ==, 29);
  g_assert_cmpuint (lectern_grid_get_row_number (grid, 28), ==, 29);
  g_assert_cmpstr (lectern_grid_get_cell (grid, 3, 1), ==, "张䶮");
  g_assert_cmpstr (lectern_grid_get_cell (grid, 26, 1), ==, "马晓𬱖");
  g_assert_cmpstr (lectern_grid_get_cell (grid, 20, 9), ==, "\"店小二\"的一天");

  g_assert_null (lectern_table_reader_read_file ("/nonexistent/table.csv", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lectern_table_reader_read_file (g_get_tmp_dir (), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* The whole sample in GB18030: rare characters have four bytes there. */
static void
test_sample_gb18030 (void)
{
  g_autofree char *sample = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "sample", "roster-2018.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternGrid) grid = lectern_table_reader_read_file (sample, NULL, &error);
  g_autoptr (LecternGrid) same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *gb = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  gsize            length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  gb = to_gb18030 (text, &length);
  same = read_text (gb, length, NULL, &error);
  g_assert_no_error (error);
  expected = describe (grid);
  found = describe (same);
  g_assert_cmpstr (found, ==, expected);
}

/* --- workbooks --- */

typedef struct
{
  const char *path;
  const char *content;
} Part;

#define RELATIONSHIP "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKBOOK "<workbook xmlns:r=\"x\"><sheets><sheet name=\"b\" sheetId=\"2\" r:id=\"rId2\"/>" \
                 "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define RELATIONS                                                                                    \
  "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATIONSHIP "/worksheet\" Target=\"s1.xml\"/>" \
  "<Relationship Id=\"rId2\" Type=\"" RELATIONSHIP "/worksheet\" Target=\"/xl/s2.xml\"/>"            \
  "<Relationship Id=\"rId3\" Type=\"" RELATIONSHIP "/sharedStrings\" Target=\"strings.xml\"/>"       \
  "<Relationship Id=\"rId4\" Type=\"" RELATIONSHIP "/styles\" Target=\"styles.xml\"/>"               \
  "</Relationships>"
#define STRINGS                                          \
  "<sst><si><t xml:space=\"preserve\"> 姓名 </t></si>" \
  "<si><r><t>刘</t></r><r><t>𫖯</t></r><rPh sb=\"0\" eb=\"1\"><t>liufu</t></rPh></si></sst>"
#define STYLES                                                                                         \
  "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>" \
  "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot;d&quot;\"/></numFmts>"                               \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                                 \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"      \
  "<xf numFmtId=\"47\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"

static GBytes *
make_zip (const Part *parts,
          guint       n_parts)
{
  struct archive *archive = archive_write_new ();
  gsize           capacity = 1024 * 1024;
  char           *buffer = g_malloc (capacity);
  size_t          used = 0;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].path);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].content));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[i].content, strlen (parts[i].content)), >=, 0);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

static LecternGrid *
read_sheet (const char *sheet,
            GPtrArray  *problems,
            GError    **error)
{
  const Part parts[] = {
    { "xl/workbook.xml", WORKBOOK },
    { "xl/_rels/workbook.xml.rels", RELATIONS },
    { "xl/strings.xml", STRINGS },
    { "xl/styles.xml", STYLES },
    { "xl/s1.xml", "<worksheet><sheetData/></worksheet>" },
    { "xl/s2.xml", sheet },
  };
  g_autoptr (GBytes) bytes = make_zip (parts, G_N_ELEMENTS (parts));

  return lectern_table_reader_read_bytes (bytes, problems, error);
}

#define ROW(cells) "<worksheet><sheetData><row r=\"1\">" cells "</row></sheetData></worksheet>"

static const struct
{
  const char *name;
  const char *sheet;
  const char *grid; /* NULL: refused */
  int         code;
  guint       row; /* named in the refusal */
} sheets[] = {
  { "shared strings", ROW ("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"), "1:姓名|刘𫖯", 0, 0 },
  { "inline and formula", ROW ("<c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>"), "1:a|ax", 0, 0 },
  { "numbers", ROW ("<c><v>18</v></c><c><v>36.600000000000001</v></c><c><v>13900000000</v></c><c><v>1E+2</v></c>"), "1:18|36.6|13900000000|100", 0, 0 },
  { "booleans", ROW ("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"), "1:TRUE|FALSE", 0, 0 },
  { "dates", ROW ("<c s=\"1\"><v>31472</v></c><c s=\"2\"><v>31472</v></c><c s=\"5\"><v>2</v></c>"), "1:1986-03-01|1986-03|2", 0, 0 },
  { "times", ROW ("<c s=\"3\"><v>0.250694444444444</v></c><c s=\"4\"><v>4.18402777777778E-3</v></c>"), "1:6:01|6:01.500", 0, 0 },
  { "gaps", "<worksheet><sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"
            "<row><c><v>3</v></c></row><row r=\"9\"/></sheetData></worksheet>",
    "2:|1||2/3:3", 0, 0 },
  { "prefixed", "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>", "1:1", 0, 0 },
  { "styled far cell without value", ROW ("<c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/>"), "1:1", 0, 0 },
  { "empty sheet", "<worksheet><sheetData/></worksheet>", NULL, LECTERN_EXCHANGE_ERROR_EMPTY, 0 },
  { "no XML", "not a sheet", NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 0 },
  { "cut", "<worksheet><sheetData><row r=\"1\"><c>", NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 0 },
  { "error value", ROW ("<c t=\"e\"><v>#N/A</v></c>"), NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 1 },
  { "string that is not there", ROW ("<c t=\"s\"><v>2</v></c>"), NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 1 },
  { "no number", ROW ("<c><v>abc</v></c>"), NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 1 },
  { "rows out of order", "<worksheet><sheetData><row r=\"5\"/><row r=\"5\"/></sheetData></worksheet>", NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 0 },
  { "far row", "<worksheet><sheetData><row r=\"1048576\"/></sheetData></worksheet>", NULL, LECTERN_EXCHANGE_ERROR_TOO_LARGE, 0 },
  { "far column", ROW ("<c r=\"XFD1\"><v>1</v></c>"), NULL, LECTERN_EXCHANGE_ERROR_TOO_LARGE, 0 },
  { "cell outside a row", "<worksheet><c r=\"A1\"><v>1</v></c></worksheet>", NULL, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, 0 },
};

static void
test_sheet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (LecternGrid) grid = read_sheet (sheets[i].sheet, problems, &error);
  g_autofree char *text = NULL;

  if (sheets[i].grid == NULL)
    {
      g_assert_error (error, LECTERN_EXCHANGE_ERROR, sheets[i].code);
      g_assert_cmpuint (problems->len, ==, sheets[i].row != 0);
      if (sheets[i].row != 0)
        g_assert_cmpuint (((LecternProblem *) problems->pdata[0])->row, ==, sheets[i].row);
      return;
    }
  g_assert_no_error (error);
  text = describe (grid);
  g_assert_cmpstr (text, ==, sheets[i].grid);
}

static void
test_archives (void)
{
  const Part document[] = { { "word/document.xml", "<w/>" } };
  const Part no_sheet[] = {
    { "xl/workbook.xml", "<workbook/>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships/>" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) other = make_zip (document, 1);
  g_autoptr (GBytes) hollow = make_zip (no_sheet, 2);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (hollow, 0, g_bytes_get_size (hollow) / 2);

  g_assert_null (lectern_table_reader_read_bytes (other, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE);
  g_clear_error (&error);
  g_assert_null (lectern_table_reader_read_bytes (hollow, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK);
  g_clear_error (&error);
  g_assert_null (lectern_table_reader_read_bytes (cut, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK);
}

/* 32 MB of spaces in some 32 KB. */
static void
test_bomb (void)
{
  gsize            length = 32 * 1024 * 1024;
  g_autofree char *spaces = g_malloc (length + 1);
  const Part       parts[] = {
          { "xl/workbook.xml", WORKBOOK },
          { "xl/_rels/workbook.xml.rels", RELATIONS },
          { "xl/s2.xml", spaces },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (spaces, ' ', length);
  spaces[length] = '\0';
  bytes = make_zip (parts, G_N_ELEMENTS (parts));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100 * 1024);
  g_assert_null (lectern_table_reader_read_bytes (bytes, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
}

/* A workbook that another program wrote. */
static void
test_written_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  lxw_workbook    *workbook = workbook_new (path);
  lxw_worksheet   *sheet = workbook_add_worksheet (workbook, "选手");
  lxw_format      *format = workbook_add_format (workbook);
  lxw_datetime     day = { .year = 1994, .month = 3, .day = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternGrid) grid = NULL;
  g_autofree char *text = NULL;

  format_set_num_format (format, "yyyy-mm");
  worksheet_write_string (sheet, 0, 0, "姓名", NULL);
  worksheet_write_string (sheet, 0, 1, "出生年月", NULL);
  worksheet_write_string (sheet, 2, 0, "阿卜杜拉·买买提", NULL);
  worksheet_write_datetime (sheet, 2, 1, &day, format);
  worksheet_write_number (sheet, 2, 2, 0.1 + 0.2, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  grid = lectern_table_reader_read_file (path, NULL, &error);
  g_assert_no_error (error);
  text = describe (grid);
  g_assert_cmpstr (text, ==, "1:姓名|出生年月/3:阿卜杜拉·买买提|1994-03|0.3");
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD_ROWS(prefix, rows, function)                                    \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                           \
    {                                                                       \
      g_autofree char *path = g_strdup_printf (prefix "/%s", rows[i].name); \
                                                                            \
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), function);          \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/exchange/table-reader/text", good_rows, test_good);
  ADD_ROWS ("/exchange/table-reader/encodings", good_rows, test_encodings);
  ADD_ROWS ("/exchange/table-reader/refused", bad_rows, test_bad);
  ADD_ROWS ("/exchange/table-reader/sheet", sheets, test_sheet);
  g_test_add_func ("/exchange/table-reader/bounds", test_bounds);
  g_test_add_func ("/exchange/table-reader/files", test_files);
  g_test_add_func ("/exchange/table-reader/sample-gb18030", test_sample_gb18030);
  g_test_add_func ("/exchange/table-reader/archives", test_archives);
  g_test_add_func ("/exchange/table-reader/bomb", test_bomb);
  g_test_add_func ("/exchange/table-reader/written-workbook", test_written_workbook);

  return g_test_run ();
}
