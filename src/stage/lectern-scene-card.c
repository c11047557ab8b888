/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The cards: title, break, notice, emergency and end. Few words, large, in a golden frame over
 * silk. The emergency card is dark and calm: it covers a fault, it does not announce one. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

/* Inside the frame. */
static LecternStageBox
get_card_box (const LecternStageCanvas *canvas)
{
  double side = canvas->margin + 30;
  return (LecternStageBox){ side, 70, canvas->width - 2 * side, LECTERN_STAGE_HEIGHT - 140 };
}

static LecternStageStyle
get_centred (LecternStageFace   face,
             double             size,
             guint              lines,
             LecternStageColour colour)
{
  return (LecternStageStyle){
    .face = face, .size = size, .lines = lines, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = colour
  };
}

static char *
join_organisers (LecternStageCanvas *canvas,
                 const LecternScene *scene)
{
  if (scene->organisers == NULL || scene->organisers[0] == NULL)
    return NULL;
  gboolean         chinese = canvas->language == LECTERN_STAGE_CHINESE;
  g_autofree char *names = g_strjoinv (chinese ? "　" : ", ", scene->organisers);
  return g_strdup_printf (chinese ? "%s：%s" : "%s %s",
                          lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_ORGANISERS), names);
}

static char *
join_when_and_where (LecternStageCanvas *canvas,
                     const LecternScene *scene)
{
  g_autofree char *date = lectern_stage_phrase_date (canvas->language, scene->date);
  const char      *place = scene->place != NULL && *scene->place != '\0' ? scene->place : NULL;
  if (date != NULL && place != NULL)
    return g_strdup_printf ("%s　%s", date, place);
  return date != NULL ? g_steal_pointer (&date) : g_strdup (place);
}

static void
draw_starred_rule (LecternStageCanvas *canvas,
                   double              y,
                   double              width)
{
  double middle = canvas->width / 2;
  lectern_stage_draw_rule (canvas, middle - width / 2, y, width / 2 - 26, 2);
  lectern_stage_draw_rule (canvas, middle + 26, y, width / 2 - 26, 2);
  lectern_stage_draw_star (canvas, middle, y, 13);
}

void
lectern_scene_paint_title (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = get_card_box (canvas);
  g_autofree char         *organisers = join_organisers (canvas, scene);
  g_autofree char         *when = join_when_and_where (canvas, scene);
  LecternStageStyle        motto = get_centred (LECTERN_STAGE_FACE_NAME, 46, 2, theme->gold);
  LecternStageStyle        contest = get_centred (LECTERN_STAGE_FACE_SERIF, 78, 3, theme->text);
  LecternStageStyle        round = get_centred (LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_HEAD, 1, theme->gold);
  LecternStageStyle        small = get_centred (LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 2, theme->text);
  motto.spacing = 0.06;
  contest.floor = 58;
  contest.spacing = 0.03;
  round.spacing = 0.3;

  lectern_stage_draw_silk (canvas);
  lectern_stage_draw_frame (canvas);
  LecternStageStep above[] = { { scene->theme, &motto, 0 }, { scene->contest, &contest, 40 } };
  lectern_stage_put_column (canvas, above, G_N_ELEMENTS (above),
                            (LecternStageBox){ box.x, 84, box.width, 264 });
  draw_starred_rule (canvas, 372, MIN (box.width, 720));
  LecternStageStep below[] = { { scene->round, &round, 0 }, { when, &small, 36 }, { organisers, &small, 24 } };
  lectern_stage_put_column (canvas, below, G_N_ELEMENTS (below),
                            (LecternStageBox){ box.x, 402, box.width, 230 });
}

/* A heading over a text of any length; both centred. */
static void
paint_heading_and_text (LecternStageCanvas *canvas,
                        const LecternScene *scene,
                        const char         *heading,
                        const char         *text,
                        double              size)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = get_card_box (canvas);
  LecternStageStyle        head = get_centred (LECTERN_STAGE_FACE_SERIF, 92, 1, theme->gold);
  LecternStageStyle        body = get_centred (LECTERN_STAGE_FACE_SANS, size, 0, theme->text);
  LecternStageStyle        contest = get_centred (LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, 1, theme->gold);
  double                   middle = canvas->width / 2;
  head.spacing = canvas->language == LECTERN_STAGE_CHINESE ? 0.25 : 0.02;
  body.floor = LECTERN_STAGE_SIZE_BODY;

  double           room = 580 - 290;
  LecternStageText words = lectern_stage_text_fit_block (canvas, text, &body, box.width - 40, room);
  /* Short texts sit close below the line, long ones fill the room. */
  double top = words.layout != NULL ? MAX (0, (room - words.height) * 0.4) : room * 0.4;
  lectern_stage_put_middle (canvas, heading, &head, middle, 160 + top * 0.6, box.width - 40);
  draw_starred_rule (canvas, 242 + top * 0.6, MIN (box.width, 560));
  lectern_stage_text_draw (canvas, &words, middle, 290 + top * 0.6);
  lectern_stage_put_middle (canvas, scene->contest, &contest, middle, 626, box.width - 40);
}

static const char *
get_text_or (const LecternScene *scene,
             LecternStageCanvas *canvas,
             LecternStageWord    usual)
{
  return scene->text != NULL && *scene->text != '\0' ? scene->text
                                                     : lectern_stage_word (canvas->language, usual);
}

void
lectern_scene_paint_break (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  lectern_stage_draw_silk (canvas);
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_BREAK),
                          get_text_or (scene, canvas, LECTERN_STAGE_WORD_BREAK_TEXT), 50);
}

void
lectern_scene_paint_notice (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_NOTICE),
                          scene->text, 50);
}

void
lectern_scene_paint_emergency (LecternStageCanvas *canvas,
                               const LecternScene *scene)
{
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_EMERGENCY),
                          get_text_or (scene, canvas, LECTERN_STAGE_WORD_EMERGENCY_TEXT), 50);
}

void
lectern_scene_paint_end (LecternStageCanvas *canvas,
                         const LecternScene *scene)
{
  lectern_stage_draw_silk (canvas);
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_END),
                          get_text_or (scene, canvas, LECTERN_STAGE_WORD_END_TEXT), 46);
}
