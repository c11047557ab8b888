/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The cards: title, break, notice, emergency and end. Few words, large, in a golden frame over
 * silk. The emergency card is dark and calm: it covers a fault, it does not announce one. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-image-private.h"
#include "lectern-stage-text-private.h"

/* Of a card's heading and the line below it. */
#define HEADING_HEIGHT 176.0
#define CARD_TOP 84.0
#define CARD_BOTTOM 564.0 /* of the words; the contest's name stands below */
#define LOGO 92.0
#define MOST_ORGANISER_LINES 5

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
join_names (LecternStageCanvas *canvas,
            char              **names,
            guint               from,
            guint               to)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    {
      if (joined->len > 0)
        g_string_append (joined, canvas->language == LECTERN_STAGE_CHINESE ? "　" : ", ");
      g_string_append (joined, names[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static double
measure_names (LecternStageCanvas      *canvas,
               const char              *names,
               const LecternStageStyle *style)
{
  LecternStageText text = lectern_stage_text_fit (canvas, names, style, G_MAXINT16);
  double           width = text.width;
  lectern_stage_text_clear (&text);
  return width;
}

/* How many lines names @from to @n_names take, and where the first of them ends, when a line may be
 * @width wide. */
static guint
count_name_lines (LecternStageCanvas      *canvas,
                  char                   **names,
                  guint                    n_names,
                  const char              *label,
                  const LecternStageStyle *style,
                  double                   width,
                  char                   **lines)
{
  guint n_lines = 0;

  for (guint from = 0; from < n_names;)
    {
      g_autofree char *line = NULL;
      guint            to = from + 1;

      for (guint end = n_names; end > from; end--) /* the last line there is takes who is left */
        {
          g_autofree char *joined = join_names (canvas, names, from, end);

          g_free (line);
          line = g_strconcat (from == 0 ? label : "", joined, NULL);
          to = end;
          if ((lines != NULL && n_lines + 1 == MOST_ORGANISER_LINES) || measure_names (canvas, line, style) <= width)
            break;
        }
      if (lines != NULL)
        lines[n_lines] = g_steal_pointer (&line);
      from = to;
      n_lines++;
    }
  return n_lines;
}

/* As many lines as whole names need, and those about as long as each other. A line ends between two
 * names and never within one. Many names are set smaller, in @style; whom there is no room for at all is at
 * the end of the last line, where it shows that it is cut. */
static void
join_organisers (LecternStageCanvas *canvas,
                 const LecternScene *scene,
                 LecternStageStyle  *style,
                 double              width,
                 char              **lines)
{
  guint            n_names = scene->organisers != NULL ? g_strv_length (scene->organisers) : 0;
  g_autofree char *label = g_strdup_printf (canvas->language == LECTERN_STAGE_CHINESE ? "%s：" : "%s ", lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_ORGANISERS));
  double           narrowest = width;
  guint            n_lines;

  if (n_names == 0)
    return;
  n_lines = count_name_lines (canvas, scene->organisers, n_names, label, style, width, NULL);
  while (n_lines > MOST_ORGANISER_LINES && style->size > canvas->floor)
    {
      style->size = MAX (style->size - 1, canvas->floor);
      n_lines = count_name_lines (canvas, scene->organisers, n_names, label, style, width, NULL);
    }
  for (double part = 0.5; part < 1 && n_lines > 1; part += 0.05)
    if (count_name_lines (canvas, scene->organisers, n_names, label, style, width * part, NULL) == n_lines)
      {
        narrowest = width * part;
        break;
      }
  count_name_lines (canvas, scene->organisers, n_names, label, style, narrowest, lines);
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

/* The frame, and silk below where no picture is. */
static void
draw_card (LecternStageCanvas *canvas,
           const LecternScene *scene)
{
  if (!lectern_stage_has_picture (canvas, scene->background))
    lectern_stage_draw_silk (canvas);
  lectern_stage_draw_frame (canvas);
}

void
lectern_scene_paint_title (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = get_card_box (canvas);
  char                    *lines[MOST_ORGANISER_LINES] = { NULL };
  g_autofree char         *when = join_when_and_where (canvas, scene);
  LecternStageStyle        motto = get_centred (LECTERN_STAGE_FACE_NAME, 46, 2, theme->gold);
  LecternStageStyle        contest = get_centred (LECTERN_STAGE_FACE_SERIF, 78, 3, theme->text);
  LecternStageStyle        round = get_centred (LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_HEAD, 1, theme->gold);
  LecternStageStyle        small = get_centred (LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 2, theme->text), names = small;
  motto.floor = 36;
  motto.spacing = 0.06;
  contest.floor = 58;
  contest.spacing = 0.03;
  round.spacing = canvas->language == LECTERN_STAGE_CHINESE ? 0.3 : 0.04;

  names.lines = 1;
  join_organisers (canvas, scene, &names, box.width - 20, lines);
  draw_card (canvas, scene);
  double           logo = lectern_stage_draw_logo (canvas, scene, canvas->width / 2, 64 + LOGO / 2, LOGO, TRUE) > 0 ? LOGO - 4 : 0;
  LecternStageStep above[] = { { scene->theme, &motto, 0 }, { scene->contest, &contest, logo > 0 ? 26 : 40 } };
  lectern_stage_put_column (canvas, above, G_N_ELEMENTS (above),
                            (LecternStageBox){ box.x, 84 + logo, box.width, 250 - logo });
  draw_starred_rule (canvas, 356, MIN (box.width, 720));
  LecternStageStep below[] = { { scene->round, &round, 0 }, { when, &small, 32 }, { lines[0], &names, 24 }, { lines[1], &names, 12 }, { lines[2], &names, 12 }, { lines[3], &names, 12 }, { lines[4], &names, 12 } };
  lectern_stage_put_column (canvas, below, G_N_ELEMENTS (below),
                            (LecternStageBox){ box.x, 380, box.width, 252 });
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_free (lines[i]);
}

/* A heading over a text of any length; both centred. */
static void
paint_heading_and_text (LecternStageCanvas *canvas,
                        const LecternScene *scene,
                        const char         *heading,
                        const char         *text,
                        double              size,
                        double              card_top,
                        double              bottom)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = get_card_box (canvas);
  LecternStageStyle        head = get_centred (LECTERN_STAGE_FACE_SERIF, 92, 1, theme->gold);
  LecternStageStyle        body = get_centred (LECTERN_STAGE_FACE_SANS, size, 0, theme->text);
  LecternStageStyle        contest = get_centred (LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, 1, theme->gold);
  double                   middle = canvas->width / 2;
  head.spacing = canvas->language == LECTERN_STAGE_CHINESE ? 0.25 : 0.02;
  body.floor = LECTERN_STAGE_SIZE_BODY;

  LecternStageText words = lectern_stage_text_fit_block (canvas, text, &body, box.width - 40, bottom - card_top - HEADING_HEIGHT - 14);
  /* Short cards sit a little above the middle of what is left above the contest's name. */
  double top = card_top + (bottom - card_top - HEADING_HEIGHT - words.height) * 0.45;
  lectern_stage_put_middle (canvas, heading, &head, middle, top + 46, box.width - 40);
  draw_starred_rule (canvas, top + 128, MIN (box.width, 560));
  lectern_stage_text_draw (canvas, &words, middle, top + HEADING_HEIGHT);
  lectern_stage_put_middle (canvas, scene->contest, &contest, middle, 592, box.width - 40);
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
  /* A countdown takes the lower half, and says itself that it goes on. */
  gboolean    counts = lectern_scene_get_time (scene) != LECTERN_SCENE_TIME_NONE;
  const char *text = counts ? scene->text : get_text_or (scene, canvas, LECTERN_STAGE_WORD_BREAK_TEXT);

  draw_card (canvas, scene);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_BREAK),
                          text, counts ? 40 : 50, CARD_TOP, counts ? lectern_scene_get_countdown_box (canvas).y : CARD_BOTTOM);
}

void
lectern_scene_paint_notice (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_NOTICE),
                          scene->text, 50, CARD_TOP, CARD_BOTTOM);
}

void
lectern_scene_paint_emergency (LecternStageCanvas *canvas,
                               const LecternScene *scene)
{
  lectern_stage_draw_frame (canvas);
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_EMERGENCY),
                          get_text_or (scene, canvas, LECTERN_STAGE_WORD_EMERGENCY_TEXT), 50, CARD_TOP, CARD_BOTTOM);
}

void
lectern_scene_paint_end (LecternStageCanvas *canvas,
                         const LecternScene *scene)
{
  gboolean logo;

  draw_card (canvas, scene);
  logo = lectern_stage_draw_logo (canvas, scene, canvas->width / 2, 64 + LOGO / 2, LOGO, TRUE) > 0;
  paint_heading_and_text (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_END),
                          get_text_or (scene, canvas, LECTERN_STAGE_WORD_END_TEXT), 46, logo ? 64 + LOGO + 8 : CARD_TOP, CARD_BOTTOM);
}
