/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The order of names in lists. Not ICU's: its stroke order is Taiwan's, and its pinyin reads
 * surnames as ordinary characters. The strokes, readings and official places of 75 000 characters
 * are lines of a table ordered by code point (data/names), which lies in the program and is halved
 * until the line is found: nothing is parsed and nothing is kept. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-name-order.h"

#include "lectern-names-resource.h"

#include <gio/gio.h>
#include <string.h>

#define MIDDLE_DOT 0x00B7
#define STROKES_PATH "/io/github/lectern/names/strokes.tsv"
#define SURNAMES_PATH "/io/github/lectern/names/surnames.tsv"
/* A character without strokes, or without a reading, sorts behind those with. */
#define UNKNOWN "~"

typedef struct
{
  const char *strokes; /* in the table, not terminated */
  gsize       n_strokes;
  const char *reading; /* "wang2" */
  gsize       n_reading;
  guint       place; /* in the official list, from 1; 0: not in it */
} Character;

typedef struct
{
  LecternNameOrder order;
  GBytes          *strokes;
  GString         *key;
} Speller;

static const char *const order_names[LECTERN_NAME_ORDER_N_ORDERS] = {
  [LECTERN_NAME_ORDER_STROKES] = "strokes",
  [LECTERN_NAME_ORDER_STROKES_DOT] = "strokes-dot",
  [LECTERN_NAME_ORDER_PINYIN] = "pinyin",
  [LECTERN_NAME_ORDER_RANK] = "rank",
  [LECTERN_NAME_ORDER_LOT] = "lot",
  [LECTERN_NAME_ORDER_UNIT] = "unit",
};

const char *
lectern_name_order_get_name (LecternNameOrder order)
{
  g_return_val_if_fail (order < LECTERN_NAME_ORDER_N_ORDERS, NULL);

  return order_names[order];
}

gboolean
lectern_name_order_from_name (const char       *name,
                              LecternNameOrder *order)
{
  for (guint i = 0; i < LECTERN_NAME_ORDER_N_ORDERS; i++)
    if (g_strcmp0 (name, order_names[i]) == 0)
      {
        *order = i;
        return TRUE;
      }

  /* As it is said of one name. */
  if (g_strcmp0 (name, "stroke") == 0)
    {
      *order = LECTERN_NAME_ORDER_STROKES;
      return TRUE;
    }

  return FALSE;
}

/* A table of the program; not compressed, so this is no copy. */
static GBytes *
open_table (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (lectern_names_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  return bytes;
}

/* From the first byte of the field to the tab or line end behind it. */
static gsize
measure_field (const char *field)
{
  return strcspn (field, "\t\n");
}

static void
read_line (const char *line,
           Character  *character)
{
  const char *field = line + measure_field (line) + 1;

  character->strokes = field;
  character->n_strokes = measure_field (field);
  field += character->n_strokes + 1;
  character->reading = field;
  character->n_reading = *field == '-' ? 0 : measure_field (field);
  field += measure_field (field) + 1;
  character->place = *field == '-' ? 0 : (guint) g_ascii_strtoull (field, NULL, 10);
}

/* Halves the table by bytes and goes back to the line's beginning each time. */
static gboolean
find_character (GBytes    *table,
                gunichar   wanted,
                Character *character)
{
  gsize       high;
  const char *text = g_bytes_get_data (table, &high);
  gsize       low = 0;

  while (low < high)
    {
      gsize    start = low + (high - low) / 2;
      gunichar found;

      while (start > low && text[start - 1] != '\n')
        start--;
      found = g_utf8_get_char (text + start);
      if (found == wanted)
        {
          read_line (text + start, character);
          return TRUE;
        }
      if (found > wanted)
        high = start;
      else
        low = start + strcspn (text + start, "\n") + 1;
    }

  return FALSE;
}

/* 点 goes before the others in the second convention. */
static char
turn_stroke (char             stroke,
             LecternNameOrder order)
{
  if (order != LECTERN_NAME_ORDER_STROKES_DOT || stroke == '5')
    return stroke;

  return stroke == '4' ? '1' : (char) (stroke + 1);
}

/* Count first, so strokes of the same count have the same length; then the official place, and
 * behind those that have none the code point. */
static void
spell_strokes (Speller         *self,
               gunichar         code,
               const Character *character)
{
  if (character == NULL)
    {
      g_string_append_printf (self->key, UNKNOWN "%06x", code);
      return;
    }
  g_string_append_printf (self->key, "%02u", (guint) character->n_strokes);
  for (gsize i = 0; i < character->n_strokes; i++)
    g_string_append_c (self->key, turn_stroke (character->strokes[i], self->order));
  g_string_append_printf (self->key, "%06x", character->place > 0 ? character->place : 0x10000 + code);
}

/* "lv4" as "lu", the mark of ü, "4": ü goes behind u and before what is longer, as dictionaries do. */
static void
spell_reading (Speller    *self,
               const char *reading,
               gsize       length)
{
  gboolean umlaut = FALSE;

  if (length == 0)
    {
      g_string_append (self->key, UNKNOWN);
      return;
    }
  for (gsize i = 0; i + 1 < length; i++)
    {
      umlaut = umlaut || reading[i] == 'v';
      g_string_append_c (self->key, reading[i] == 'v' ? 'u' : reading[i]);
    }
  g_string_append_c (self->key, ' ');
  g_string_append_c (self->key, umlaut ? '2' : '1');
  g_string_append_c (self->key, reading[length - 1]);
}

/* @reading of the surname table, or NULL: the character's usual one. */
static void
spell_character (Speller    *self,
                 gunichar    code,
                 const char *reading)
{
  Character character;
  gboolean  known = find_character (self->strokes, code, &character);

  if (self->order == LECTERN_NAME_ORDER_PINYIN && reading != NULL)
    spell_reading (self, reading, strcspn (reading, " \t\n"));
  else if (self->order == LECTERN_NAME_ORDER_PINYIN)
    spell_reading (self, known ? character.reading : NULL, known ? character.n_reading : 0);
  spell_strokes (self, code, known ? &character : NULL);
}

/* The table's longest surname that @name begins with and something follows; NULL: none. @length in
 * bytes; what is returned is where its reading stands. */
static const char *
find_surname (GBytes     *table,
              const char *name,
              gsize      *length)
{
  gsize       size;
  const char *text = g_bytes_get_data (table, &size);
  const char *found = NULL;

  *length = 0;
  for (const char *line = text; line < text + size; line += strcspn (line, "\n") + 1)
    {
      gsize    n = measure_field (line);
      gboolean single = *line != '#' && (gsize) (g_utf8_next_char (line) - line) == n;

      if (*line != '#' && n > *length && strncmp (name, line, n) == 0 && (single || name[n] != '\0'))
        {
          *length = n;
          found = line + n + 1;
        }
    }

  return found;
}

/* Without its dots, composed, and whether there were dots. */
static char *
clean_name (const char *name,
            gboolean   *dotted)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString         *clean = g_string_new (NULL);

  *dotted = FALSE;
  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar code = g_utf8_get_char (p);

      if (code == MIDDLE_DOT)
        *dotted = TRUE;
      else if (!g_unichar_isspace (code))
        g_string_append_unichar (clean, code);
    }

  return g_string_free (clean, FALSE);
}

static void
spell_surname (Speller    *self,
               const char *name,
               gsize       length,
               const char *reading)
{
  const char *first_end = g_utf8_next_char (name);

  spell_character (self, g_utf8_get_char (name), reading);
  g_string_append_c (self->key, first_end < name + length ? '2' : '1');
  for (const char *p = first_end; p < name + length; p = g_utf8_next_char (p))
    {
      if (reading != NULL)
        reading += strcspn (reading, " \t\n") + 1;
      spell_character (self, g_utf8_get_char (p), reading);
    }
}

char *
lectern_name_order_sort_key (const char      *name,
                             LecternNameOrder order)
{
  g_autoptr (GBytes) strokes = open_table (STROKES_PATH);
  g_autoptr (GBytes) surnames = open_table (SURNAMES_PATH);
  Speller          self = { order, strokes, g_string_new (NULL) };
  gboolean         dotted;
  g_autofree char *clean = clean_name (name, &dotted);
  gsize            length;
  const char      *reading;
  const char      *given;

  g_return_val_if_fail (order < LECTERN_NAME_ORDER_N_ORDERS, NULL);
  if (*clean == '\0')
    return g_string_free (self.key, FALSE);

  reading = dotted ? NULL : find_surname (surnames, clean, &length);
  if (reading == NULL)
    length = (gsize) (g_utf8_next_char (clean) - clean);
  spell_surname (&self, clean, length, reading);
  given = clean + length;
  g_string_append_c (self.key, g_utf8_strlen (given, -1) > 1 ? '2' : '1');
  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    spell_character (&self, g_utf8_get_char (p), NULL);

  return g_string_free (self.key, FALSE);
}

int
lectern_name_order_compare (const char      *a,
                            const char      *b,
                            LecternNameOrder order)
{
  g_autofree char *left = lectern_name_order_sort_key (a, order);
  g_autofree char *right = lectern_name_order_sort_key (b, order);

  return strcmp (left, right);
}

char *
lectern_name_order_describe_strokes (gunichar character)
{
  g_autoptr (GBytes) table = open_table (STROKES_PATH);
  Character found;

  return find_character (table, character, &found) ? g_strndup (found.strokes, found.n_strokes) : NULL;
}

char *
lectern_name_order_describe_surname (const char *name)
{
  g_autoptr (GBytes) strokes = open_table (STROKES_PATH);
  g_autoptr (GBytes) surnames = open_table (SURNAMES_PATH);
  gboolean         dotted;
  g_autofree char *clean = clean_name (name, &dotted);
  gsize            length;
  const char      *reading = dotted ? NULL : find_surname (surnames, clean, &length);
  Character        found;

  if (reading != NULL)
    return g_strndup (reading, measure_field (reading));
  if (!find_character (strokes, g_utf8_get_char (clean), &found) || found.n_reading == 0)
    return NULL;

  return g_strndup (found.reading, found.n_reading);
}
