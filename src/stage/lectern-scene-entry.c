/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One entry: on deck, introduced, talking, and what stands beside the speaker's own clock. The
 * clocks themselves are painted elsewhere, for they move. With a photograph the person is at the
 * left and the words at its right; without one the words have the middle. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-contest.h"
#include "lectern-scene-painters-private.h"
#include "lectern-stage-image-private.h"
#include "lectern-stage-text-private.h"

/* Who comes next, at the foot; the unit gives way to a long name. */
static void
draw_on_deck (LecternStageCanvas *canvas,
              const LecternScene *scene)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, .lines = 2, .align = LECTERN_STAGE_ALIGN_START, .colour = canvas->theme->gold };
  double            inner = lectern_stage_canvas_get_inner_width (canvas);
  LecternStageText  text;

  if (scene->next_lot <= 0 || scene->next_name == NULL)
    return;
  for (gboolean with_unit = TRUE; with_unit >= FALSE; with_unit--)
    {
      g_autofree char *words = lectern_stage_phrase_on_deck (canvas->language, scene->next_lot, scene->next_name, with_unit ? scene->next_unit : NULL);

      text = lectern_stage_text_fit (canvas, words, &style, inner);
      if (!with_unit || text.height < 2 * style.size)
        break;
      lectern_stage_text_clear (&text);
    }
  lectern_stage_text_draw (canvas, &text, canvas->margin, text.height > style.size ? LECTERN_STAGE_FOOTER_Y - 12 : LECTERN_STAGE_FOOTER_Y);
}

/* "第 12 号" on gold, from @x on or, with @centred, around it. */
static void
draw_lot_pill (LecternStageCanvas *canvas,
               const char         *words,
               double              x,
               double              middle,
               double              room,
               gboolean            centred)
{
  LecternStageStyle style = {
    LECTERN_STAGE_FACE_BOLD, 38, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = canvas->theme->on_gold
  };
  LecternStageText text = lectern_stage_text_fit (canvas, words, &style, room - 68);
  LecternStageBox  box = { x, middle - 32, text.width + 68, 64 };

  if (centred)
    box.x -= box.width / 2;
  lectern_stage_trace_rounded (canvas, box, 32);
  lectern_stage_fill_gold (canvas, box);
  lectern_stage_note_shape (canvas, "(chip)", box);
  lectern_stage_text_draw (canvas, &text, box.x + box.width / 2, middle - text.height / 2);
}

static void
draw_person_in_middle (LecternStageCanvas *canvas,
                       const LecternScene *scene,
                       const char         *lot)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   inner = lectern_stage_canvas_get_inner_width (canvas) - 40;
  double                   middle = canvas->width / 2;
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, scene->title);
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, 138, 66, 3, 0.05, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_LEAD, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        employer = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 52, 38, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->gold };
  const LecternStageStep   steps[] = { { scene->name, &big, 0 }, { scene->unit, &unit, 26 }, { scene->employer, &employer, 16 } };

  draw_lot_pill (canvas, lot, middle, 150, inner, TRUE);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ middle - inner / 2, 196, inner, 290 });
  if (title == NULL)
    return;
  lectern_stage_draw_rule (canvas, middle - 220, 504, 440, 2);
  lectern_stage_put_middle (canvas, title, &talk, middle, 574, inner);
}

static void
draw_person_with_photo (LecternStageCanvas *canvas,
                        const LecternScene *scene,
                        const char         *lot)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 narrow = lectern_stage_canvas_is_narrow (canvas);
  LecternStageBox          photo = { canvas->margin, 116, narrow ? 330 : 416, narrow ? 440 : 516 };
  double                   left = photo.x + photo.width + (narrow ? 36 : 64), room = canvas->width - canvas->margin - left;
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, scene->title);
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, narrow ? 104 : 128, 48, 3, 0.04, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_LEAD, 0, 2, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        employer = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 0, 2, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 46, 36, 3, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  const LecternStageStep   steps[] = {
      { scene->name, &big, 0 },
      { scene->unit, &unit, 30 },
      { scene->employer, &employer, 14 },
      { title, &talk, 34 },
  };

  lectern_stage_draw_photo (canvas, scene->photo, photo);
  draw_lot_pill (canvas, lot, left, 150, room, FALSE);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ left, 200, room, 432 });
}

static void
draw_person (LecternStageCanvas *canvas,
             const LecternScene *scene,
             const char         *lot)
{
  lectern_stage_draw_header (canvas, scene, NULL);
  if (lectern_stage_has_picture (canvas, scene->photo))
    draw_person_with_photo (canvas, scene, lot);
  else
    draw_person_in_middle (canvas, scene, lot);
  draw_on_deck (canvas, scene);
}

void
lectern_scene_paint_introduction (LecternStageCanvas *canvas,
                                  const LecternScene *scene)
{
  g_autofree char *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);

  draw_person (canvas, scene, lot);
}

void
lectern_scene_paint_deck (LecternStageCanvas *canvas,
                          const LecternScene *scene)
{
  g_autofree char *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);
  g_autofree char *words = g_strdup_printf ("%s　%s", lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_ON_DECK), lot);

  draw_person (canvas, scene, words);
}

/* What stands still beside the speaker's clock: for whom it runs and how long. */
void
lectern_scene_paint_stage (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  g_autofree char  *lot = scene->lot > 0 ? lectern_stage_phrase_lot (canvas->language, scene->lot) : NULL;
  g_autofree char  *words = lot != NULL && scene->name != NULL ? g_strdup_printf ("%s　%s", lot, scene->name) : g_strdup (lot != NULL ? lot : scene->name);
  g_autofree char  *limit = scene->limit_ms > 0 ? lectern_stage_phrase_limit (canvas->language, scene->limit_ms) : NULL;
  LecternStageStyle who = { LECTERN_STAGE_FACE_NAME, 48, 26, 3, 0, LECTERN_STAGE_ALIGN_START, canvas->theme->text };
  LecternStageStyle how_long = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0, LECTERN_STAGE_ALIGN_END, canvas->theme->gold };
  double            inner = lectern_stage_canvas_get_inner_width (canvas);
  LecternStageBox   right = lectern_stage_put_middle (canvas, limit, &how_long, canvas->width - canvas->margin, 60, inner * 0.4);

  lectern_stage_put_middle (canvas, words, &who, canvas->margin, 60, inner - right.width - 40);
}

void
lectern_scene_paint_talk (LecternStageCanvas *canvas,
                          const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          clock = lectern_scene_get_clock_box (canvas);
  double                   left = canvas->margin + 20;
  g_autofree char         *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, scene->title);
  LecternStageStyle        number = { LECTERN_STAGE_FACE_SANS, 36, .colour = theme->gold };
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, 116, 56, 4, 0.03, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, 36, .lines = 2, .colour = theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 48, 36, 4, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  const LecternStageStep   steps[] = {
      { lot, &number, 0 },
      { scene->name, &name, 24 },
      { scene->unit, &unit, 34 },
      { title, &talk, 38 },
  };

  lectern_stage_draw_header (canvas, scene, NULL);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps),
                            (LecternStageBox){ left, 112, clock.x - left - 30, 510 });
  draw_on_deck (canvas, scene);
}
