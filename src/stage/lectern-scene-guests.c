/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who sits in the first rows: guests and judges, each a name and an office, in the order they were
 * given (protocol is not the program's to know), the head of the jury first among the judges. Two
 * lists beside each other; one alone goes on in a second column. Offices are long: they wrap
 * before they shrink, and lines keep their rows. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define TOP 112.0
#define BOTTOM 690.0
#define HEADING 66.0
#define MOST_PITCH 84.0
#define LEAST_PITCH 34.0
#define GAP 48.0

static void
draw_person (LecternStageCanvas       *canvas,
             const LecternScenePerson *person,
             LecternStageBox           row,
             gboolean                  odd)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 tall = row.height >= 64;
  double                   middle = row.y + row.height / 2, size = CLAMP (row.height * 0.52, LECTERN_STAGE_SIZE_CAPTION, 38);
  double                   x = row.x + 18, right = row.x + row.width - 18;
  double                   name_width = MAX (size * 4.3, row.width * 0.28);
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, 0, tall ? 2 : 1, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        office = { LECTERN_STAGE_FACE_SANS, MIN (size - 2, 30), 0, tall ? 2 : 1, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  g_autofree char         *spread = lectern_stage_spread_name (person->name);

  if (!odd)
    lectern_stage_fill_rounded (canvas, row, 8, theme->panel);
  lectern_stage_put_middle (canvas, spread, &name, x, middle, name_width);
  if (person->head)
    {
      LecternStageStyle head = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_CAPTION, 0, 1, 0, LECTERN_STAGE_ALIGN_END, theme->text };

      right -= lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_HEAD_JUDGE), &head, right, middle, 150).width + 14;
    }
  lectern_stage_put_middle (canvas, person->office, &office, x + name_width + 16, middle, right - x - name_width - 16);
}

static void
draw_people (LecternStageCanvas *canvas,
             GPtrArray          *people,
             guint               from,
             guint               to,
             LecternStageBox     box,
             double              pitch)
{
  for (guint i = from; i < to; i++)
    draw_person (canvas, g_ptr_array_index (people, i),
                 (LecternStageBox){ box.x, box.y + (i - from) * pitch, box.width, pitch - (pitch > 50 ? 6 : 3) }, (i - from) % 2 == 1);
}

static void
draw_heading (LecternStageCanvas *canvas,
              LecternStageWord    word,
              LecternStageBox     box)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0.08, LECTERN_STAGE_ALIGN_START, canvas->theme->gold };

  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, word), &style, box.x + 18, box.y + HEADING / 2 - 6, box.width - 36);
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
  draw_heading (canvas, words[0], left);
  if (both)
    draw_heading (canvas, words[1], right);
  left.y += HEADING;
  right.y += HEADING;
  draw_people (canvas, first, 0, MIN (first->len, n_rows), left, pitch);
  if (both)
    draw_people (canvas, scene->panel, 0, MIN (n_judges, n_rows), right, pitch);
  else
    draw_people (canvas, first, n_rows, MIN (first->len, 2 * n_rows), right, pitch);
}
