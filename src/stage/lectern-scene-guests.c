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

void
lectern_scene_paint_guests (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  guint            n_guests = scene->guests->len, n_judges = scene->panel->len;
  gboolean         both = n_guests > 0 && n_judges > 0;
  GPtrArray       *first = n_guests > 0 ? scene->guests : scene->panel;
  double           width = (lectern_stage_canvas_get_inner_width (canvas) - GAP) / 2, pitch;
  LecternStageBox  left = { canvas->margin, TOP, width, 0 }, right = { canvas->margin + width + GAP, TOP, width, 0 };
  guint            n_rows = count_rows (both ? MAX (n_guests, n_judges) : (first->len + 1) / 2, &pitch);
  LecternStageWord words[] = { n_guests > 0 ? LECTERN_STAGE_WORD_GUESTS_HEADING : LECTERN_STAGE_WORD_JUDGES, LECTERN_STAGE_WORD_JUDGES };

  lectern_stage_draw_header (canvas, scene, NULL);
  if (first->len == 0)
    return;
  draw_heading (canvas, first, words[0], left);
  if (both)
    draw_heading (canvas, scene->panel, words[1], right);
  left.y += HEADING;
  right.y += HEADING;
  draw_people (canvas, first, 0, MIN (first->len, n_rows), left, pitch);
  if (both)
    draw_people (canvas, scene->panel, 0, MIN (n_judges, n_rows), right, pitch);
  else
    draw_people (canvas, first, n_rows, MIN (first->len, 2 * n_rows), right, pitch);
}
