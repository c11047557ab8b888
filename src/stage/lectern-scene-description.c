/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A scene in words: what a screen reader says and what the console's log and tests read. It says
 * what the picture says and no more; the clock is left out, for it would be said every second. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painter.h"
#include "lectern-stage-words.h"

static void
say (GString    *words,
     const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

static void
say_entry (GString             *words,
           LecternScene        *scene,
           LecternStageLanguage language)
{
  if (scene->lot > 0)
    {
      g_autofree char *lot = lectern_stage_phrase_lot (language, scene->lot);
      say (words, lot);
    }
  say (words, scene->name);
}

static void
say_certain (GString             *words,
             LecternScene        *scene,
             LecternStageLanguage language)
{
  g_autofree char *certain = scene->certain_of != NULL ? lectern_stage_phrase_certain (language, scene->certain_of, scene->certain_to_go) : NULL;
  say (words, certain);
}

static void
say_rows (GString             *words,
          LecternScene        *scene,
          LecternStageLanguage language)
{
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = g_ptr_array_index (scene->rows, i);
      gboolean               by_lot = scene->kind == LECTERN_SCENE_ORDER || scene->kind == LECTERN_SCENE_DRAW;
      gint64                 number = by_lot ? row->lot : row->rank;
      if (!lectern_scene_is_on_page (scene, row) || (scene->kind == LECTERN_SCENE_DRAW && row->name == NULL))
        continue;
      if (number > 0)
        g_string_append_printf (words, "%s %" G_GINT64_FORMAT, i > 0 ? "," : "", number);
      say (words, row->name);
      say (words, row->final);
      if (row->certain)
        say (words, lectern_stage_word (language, LECTERN_STAGE_WORD_CERTAIN));
      say (words, row->certain_of);
    }
}

static void
say_people (GString   *words,
            GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const LecternScenePerson *person = g_ptr_array_index (people, i);

      say (words, person->name);
      say (words, person->office);
    }
}

/* What is on it, after its own name. */
static void
say_content (GString             *words,
             LecternScene        *scene,
             LecternStageLanguage language)
{
  switch (scene->kind)
    {
    case LECTERN_SCENE_TITLE:
      say (words, scene->contest);
      say (words, scene->round);
      break;
    case LECTERN_SCENE_DECK:
    case LECTERN_SCENE_INTRODUCTION:
    case LECTERN_SCENE_TALK:
      say_entry (words, scene, language);
      say (words, scene->unit);
      say (words, scene->title);
      break;
    case LECTERN_SCENE_MARKING:
      say_entry (words, scene, language);
      g_string_append_printf (words, " %u / %u", scene->n_submitted, scene->n_expected);
      break;
    case LECTERN_SCENE_REVEAL:
      say_entry (words, scene, language);
      if (scene->corrected)
        say (words, lectern_stage_word (language, LECTERN_STAGE_WORD_CORRECTED));
      say (words, scene->final);
      say_certain (words, scene, language);
      break;
    case LECTERN_SCENE_GUESTS:
      say_people (words, scene->guests);
      say_people (words, scene->panel);
      break;
    case LECTERN_SCENE_CLOCK:
      say_entry (words, scene, language);
      break;
    case LECTERN_SCENE_PICTURE:
    case LECTERN_SCENE_COURSEWARE:
      say (words, (scene->overlay & LECTERN_SCENE_OVERLAY_NAME) != 0 ? scene->name : scene->text);
      break;
    case LECTERN_SCENE_DRAW:
    case LECTERN_SCENE_AWARDS:
    case LECTERN_SCENE_ORDER:
    case LECTERN_SCENE_RANKING:
    case LECTERN_SCENE_AWARD:
      say_rows (words, scene, language);
      break;
    case LECTERN_SCENE_BREAK:
    case LECTERN_SCENE_NOTICE:
    case LECTERN_SCENE_EMERGENCY:
    case LECTERN_SCENE_END:
      say (words, scene->text);
      break;
    default:
      break;
    }
}

char *
lectern_scene_describe (LecternScene *scene)
{
  static const LecternStageWord kinds[LECTERN_SCENE_N_KINDS] = {
    [LECTERN_SCENE_BLANK] = LECTERN_STAGE_WORD_BLANK,
    [LECTERN_SCENE_TITLE] = LECTERN_STAGE_WORD_TITLE,
    [LECTERN_SCENE_RULES] = LECTERN_STAGE_WORD_RULES,
    [LECTERN_SCENE_ORDER] = LECTERN_STAGE_WORD_ORDER,
    [LECTERN_SCENE_INTRODUCTION] = LECTERN_STAGE_WORD_INTRODUCTION,
    [LECTERN_SCENE_TALK] = LECTERN_STAGE_WORD_TALK,
    [LECTERN_SCENE_MARKING] = LECTERN_STAGE_WORD_MARKING,
    [LECTERN_SCENE_REVEAL] = LECTERN_STAGE_WORD_REVEAL,
    [LECTERN_SCENE_RANKING] = LECTERN_STAGE_WORD_RANKING,
    [LECTERN_SCENE_AWARD] = LECTERN_STAGE_WORD_AWARD,
    [LECTERN_SCENE_BREAK] = LECTERN_STAGE_WORD_BREAK,
    [LECTERN_SCENE_NOTICE] = LECTERN_STAGE_WORD_NOTICE,
    [LECTERN_SCENE_EMERGENCY] = LECTERN_STAGE_WORD_EMERGENCY,
    [LECTERN_SCENE_END] = LECTERN_STAGE_WORD_END,
    [LECTERN_SCENE_GUESTS] = LECTERN_STAGE_WORD_GUESTS,
    [LECTERN_SCENE_DRAW] = LECTERN_STAGE_WORD_DRAW,
    [LECTERN_SCENE_DECK] = LECTERN_STAGE_WORD_ON_DECK,
    [LECTERN_SCENE_CLOCK] = LECTERN_STAGE_WORD_CLOCK,
    [LECTERN_SCENE_AWARDS] = LECTERN_STAGE_WORD_AWARDS,
    [LECTERN_SCENE_PICTURE] = LECTERN_STAGE_WORD_PICTURE,
    [LECTERN_SCENE_COURSEWARE] = LECTERN_STAGE_WORD_COURSEWARE,
  };
  g_return_val_if_fail (scene != NULL, NULL);
  LecternStageLanguage language = lectern_stage_language_from_name (scene->language);
  g_autoptr (GString) words = g_string_new (NULL);
  if (scene->rehearsal)
    say (words, lectern_stage_word (language, LECTERN_STAGE_WORD_REHEARSAL));
  say (words, lectern_stage_word (language, kinds[scene->kind]));
  say_content (words, scene, language);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
