/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who sits in the first rows: guests and judges, each a name and an office, in the order they were
 * given (protocol is not the program's to know), the head of the jury first among the judges. Two
 * lists beside each other; one alone goes on in a second column. Offices are long: they wrap
 * before they shrink, and lines keep their rows. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define TOP 106.0
#define BOTTOM 694.0
#define HEADING 60.0
#define STAR 34.0
#define MOST_PITCH 84.0
#define LEAST_PITCH 34.0
#define GAP 36.0
#define WIDE_NAME 0.36 /* of the width */

/* How the people of one list are set: names in a column as wide as the widest needs, within
 * reason, and room for the star of the head of the jury where there is one. */
typedef struct
{
  double   pitch, size, indent, name_width;
  gboolean tall;
} Setting;

static Setting
set_people (LecternStageCanvas *canvas,
            GPtrArray          *people,
            double              width,
            double              pitch)
{
  Setting           setting = { .pitch = pitch, .size = CLAMP (pitch * 0.5, LECTERN_STAGE_SIZE_CAPTION, 38), .tall = pitch >= 56 };
  LecternStageStyle name = { LECTERN_STAGE_FACE_NAME, setting.size, 0, 1, 0, LECTERN_STAGE_ALIGN_START, canvas->theme->text };

  for (guint i = 0; i < people->len; i++)
    {
      const LecternScenePerson *person = g_ptr_array_index (people, i);
      g_autofree char          *spread = lectern_stage_spread_name (person->name);
      LecternStageText          text = lectern_stage_text_fit (canvas, spread, &name, width * (lectern_stage_canvas_is_narrow (canvas) ? 0.28 : 0.32));

      setting.name_width = MAX (setting.name_width, text.width + 1);
      if (person->head)
        setting.indent = STAR;
      lectern_stage_text_clear (&text);
    }
  return setting;
}

static void
draw_person (LecternStageCanvas       *canvas,
             const LecternScenePerson *person,
             LecternStageBox           row,
             const Setting            *setting)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = row.y + row.height / 2, name_x = row.x + 18 + setting->indent, office_x = name_x + setting->name_width + 16;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, setting->size, 0, setting->tall ? 2 : 1, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        office = { LECTERN_STAGE_FACE_SANS, MIN (setting->size - 1, 28), 0, setting->tall ? 2 : 1, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  g_autofree char         *spread = lectern_stage_spread_name (person->name);

  if (person->head)
    lectern_stage_draw_star (canvas, row.x + 18 + STAR / 2 - 5, middle, 13);
  lectern_stage_put_middle (canvas, spread, &name, name_x, middle, setting->name_width);
  lectern_stage_put_middle (canvas, person->office, &office, office_x, middle, row.x + row.width - 14 - office_x);
}

static void
draw_people (LecternStageCanvas *canvas,
             GPtrArray          *people,
             guint               from,
             guint               to,
             LecternStageBox     box,
             double              pitch)
{
  Setting setting = set_people (canvas, people, box.width, pitch);

  for (guint i = from; i < to; i++)
    {
      LecternStageBox row = { box.x, box.y + (i - from) * pitch, box.width, pitch - (pitch > 50 ? 6 : 3) };

      if ((i - from) % 2 == 0)
        lectern_stage_fill_rounded (canvas, row, 8, canvas->theme->panel);
      draw_person (canvas, g_ptr_array_index (people, i), row, &setting);
    }
}

/* With the star and what it stands for at the right, where somebody has it. */
static void
draw_heading (LecternStageCanvas *canvas,
              GPtrArray          *people,
              LecternStageWord    word,
              LecternStageBox     box)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0.08, LECTERN_STAGE_ALIGN_START, canvas->theme->gold };
  LecternStageStyle head = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, 0, 1, 0, LECTERN_STAGE_ALIGN_END, canvas->theme->gold };
  double            middle = box.y + HEADING / 2 - 6, right = box.x + box.width - 18;

  double room = box.width - 36 - 60 - lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, word), &style, box.x + 18, middle, box.width * 0.62).width;

  if (people->len == 0 || !((LecternScenePerson *) people->pdata[0])->head)
    return;
  right -= lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_HEAD_JUDGE), &head, right, middle, room).width;
  lectern_stage_draw_star (canvas, right - 20, middle, 13);
}

/* How many rows fit, and how far apart they are when @n are to be shown. */
static guint
count_rows (guint   n,
            double *pitch)
{
  double room = BOTTOM - TOP - HEADING;

  n = MIN (n, (guint) (room / LEAST_PITCH));
  *pitch = MIN (room / MAX (n, 1), MOST_PITCH);
  return n;
}

/* Those of @people on the page that is shown. */
static GPtrArray *
list_on_page (const LecternScene *scene,
              GPtrArray          *people)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    if (lectern_scene_has_person_on_page (scene, people->pdata[i]))
      g_ptr_array_add (shown, people->pdata[i]);
  return shown;
}

static guint
count_lines (GPtrArray *people)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += ((LecternScenePerson *) people->pdata[i])->lines;
  return n;
}

/* One below the other over the whole width, each as high as the lines it needs. */
static void
draw_wide_people (LecternStageCanvas *canvas,
                  GPtrArray          *people,
                  LecternStageBox     box)
{
  double line = MIN ((BOTTOM - box.y) / MAX (count_lines (people), 1), MOST_PITCH / 2), y = box.y;

  for (guint i = 0; i < people->len; i++)
    {
      const LecternScenePerson *person = people->pdata[i];
      LecternStageBox           row = { box.x, y, box.width, line * person->lines - 6 };
      double                    indent = person->head ? STAR : 0, name_width = box.width * WIDE_NAME, x = row.x + 18 + indent;
      double                    office_x = row.x + 18 + name_width + 16, size = CLAMP (line * 0.8, LECTERN_STAGE_SIZE_CAPTION, 34);
      LecternStageStyle         name = { LECTERN_STAGE_FACE_NAME, size, 0, (int) person->lines, 0, LECTERN_STAGE_ALIGN_START, canvas->theme->text };
      LecternStageStyle         office = { LECTERN_STAGE_FACE_SANS, MIN (size, 28), 0, (int) person->lines, 0, LECTERN_STAGE_ALIGN_START, canvas->theme->gold };
      g_autofree char          *spread = lectern_stage_spread_name (person->name);

      if (i % 2 == 0)
        lectern_stage_fill_rounded (canvas, row, 8, canvas->theme->panel);
      if (person->head)
        lectern_stage_draw_star (canvas, row.x + 18 + STAR / 2 - 5, row.y + row.height / 2, 13);
      lectern_stage_put_middle (canvas, spread, &name, x, row.y + row.height / 2, name_width - indent);
      lectern_stage_put_middle (canvas, person->office, &office, office_x, row.y + row.height / 2, row.x + row.width - 14 - office_x);
      y += line * person->lines;
    }
}

static void
draw_wide (LecternStageCanvas *canvas,
           GPtrArray          *people,
           LecternStageWord    word)
{
  LecternStageBox box = { canvas->margin, TOP, lectern_stage_canvas_get_inner_width (canvas), 0 };

  draw_heading (canvas, people, word, box);
  box.y += HEADING;
  draw_wide_people (canvas, people, box);
}

/* Two lists beside each other, or one in two columns. */
static void
draw_columns (LecternStageCanvas *canvas,
              GPtrArray          *guests,
              GPtrArray          *panel)
{
  gboolean         both = guests->len > 0 && panel->len > 0;
  GPtrArray       *first = guests->len > 0 ? guests : panel;
  double           width = (lectern_stage_canvas_get_inner_width (canvas) - GAP) / 2, pitch;
  LecternStageBox  left = { canvas->margin, TOP, width, 0 }, right = { canvas->margin + width + GAP, TOP, width, 0 };
  guint            n_rows = count_rows (both ? MAX (guests->len, panel->len) : (first->len + 1) / 2, &pitch);
  LecternStageWord word = guests->len > 0 ? LECTERN_STAGE_WORD_GUESTS_HEADING : LECTERN_STAGE_WORD_JUDGES;

  draw_heading (canvas, first, word, left);
  if (both)
    draw_heading (canvas, panel, LECTERN_STAGE_WORD_JUDGES, right);
  left.y += HEADING;
  right.y += HEADING;
  draw_people (canvas, first, 0, MIN (first->len, n_rows), left, pitch);
  if (both)
    draw_people (canvas, panel, 0, MIN (panel->len, n_rows), right, pitch);
  else
    draw_people (canvas, first, n_rows, MIN (first->len, 2 * n_rows), right, pitch);
}

void
lectern_scene_paint_guests (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  g_autoptr (GPtrArray) guests = list_on_page (scene, scene->guests);
  g_autoptr (GPtrArray) panel = list_on_page (scene, scene->panel);
  g_autofree char *page = scene->n_pages > 1 ? lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages) : NULL;

  lectern_stage_draw_header (canvas, scene, page);
  if (guests->len + panel->len == 0)
    return;
  if (count_lines (guests) > 0)
    draw_wide (canvas, guests, LECTERN_STAGE_WORD_GUESTS_HEADING);
  else if (count_lines (panel) > 0)
    draw_wide (canvas, panel, LECTERN_STAGE_WORD_JUDGES);
  else
    draw_columns (canvas, guests, panel);
}
