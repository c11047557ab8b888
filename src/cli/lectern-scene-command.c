/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One projector scene as a picture, without a display: any kind, in any theme, at any step of a
 * reveal, a ceremony or a draw, with the contest's own pictures. And the test picture. A picture
 * that can't be had is said and left out, as on the day. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-attach.h"
#include "lectern-commands.h"
#include "lectern-courseware.h"
#include "lectern-mark.h"
#include "lectern-scene-painter.h"
#include "lectern-sequence.h"
#include "lectern-stage-test.h"
#include "lectern-stage-theme.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LOT_MAX 9999
#define PAGE_MAX 999
#define STEP_MAX 99999
#define MARGIN_MAX 25
#define SIDE_MIN 160
#define SIDE_MAX 7680

/* What is asked for. */
typedef struct
{
  char               *path, *text;
  LecternSceneKind    kind;
  gboolean            is_test; /* the test picture, no scene */
  gint64              lot;     /* LECTERN_NULL: who is on stage */
  gint64              page;
  gint64              step; /* from 1; LECTERN_NULL: not one of a sequence */
  LecternSequenceKind sequence;
  gboolean            rehearsal;
  gint64              time_ms;
  gboolean            has_time;
  int                 width, height;
  LecternSceneSetting setting;
} SceneOrder;

static gboolean
parse_size (const char *text,
            int        *width,
            int        *height)
{
  char end;

  return text == NULL || (sscanf (text, "%5dx%5d%c", width, height, &end) == 2 && *width >= SIDE_MIN && *width <= SIDE_MAX && *height >= SIDE_MIN && *height <= SIDE_MAX);
}

static LecternScene *
turn_page (LecternScene     *scene,
           const SceneOrder *order,
           GError          **error)
{
  LecternScene *turned;

  if (scene == NULL || order->page == 1 || order->kind == LECTERN_SCENE_COURSEWARE)
    return scene;
  turned = lectern_scene_turn_to (scene, (guint) order->page);
  lectern_scene_unref (scene);
  if (turned == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("The scene has no page %d."), (int) order->page);
  return turned;
}

static LecternScene *
freeze_scene (LecternContest   *contest,
              const SceneOrder *order,
              GError          **error)
{
  const LecternEntry *entry = order->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (contest, order->lot) : lectern_contest_get_entry_on_stage (contest);
  g_autofree char    *page = order->kind == LECTERN_SCENE_COURSEWARE ? g_strdup_printf ("%d", (int) order->page) : NULL;
  LecternScene       *scene;

  if (order->step != LECTERN_NULL)
    return lectern_command_freeze_step (contest, order->sequence, order->lot, order->rehearsal, order->step, error);
  if (order->lot != LECTERN_NULL && entry == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no lot %d in the running order."), (int) order->lot);
      return NULL;
    }
  scene = lectern_scene_freeze (contest, order->kind, entry, page != NULL ? page : order->text, error);
  /* The scene is nobody else's yet: a break of so many seconds that begins now. */
  if (scene != NULL && order->kind == LECTERN_SCENE_BREAK && order->has_time)
    scene->until_ms = order->time_ms + order->time_ms;
  return turn_page (scene, order, error);
}

/* A key is a hash, or a hash and a page of courseware: "HASH:3". */
static gboolean
load_picture (LecternStagePictures *pictures,
              const SceneOrder     *order,
              const char           *file,
              const char           *key,
              GError              **error)
{
  const char      *colon = strchr (key, ':');
  g_autofree char *hash = colon != NULL ? g_strndup (key, (gsize) (colon - key)) : g_strdup (key);
  g_autoptr (GBytes) bytes = lectern_engine_load_content (file, hash, error);
  g_autoptr (LecternCourseware) courseware = NULL;
  cairo_surface_t *page;

  if (bytes == NULL)
    return FALSE;
  if (colon == NULL)
    return lectern_stage_pictures_put (pictures, key, bytes, error);
  courseware = lectern_courseware_open (bytes, error);
  if (courseware == NULL)
    return FALSE;
  page = lectern_courseware_paint_page (courseware, (guint) g_ascii_strtoull (colon + 1, NULL, 10), order->width, order->height);
  if (page == NULL)
    {
      g_set_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_BROKEN, "%s", _ ("The courseware has no such page, or it can’t be painted."));
      return FALSE;
    }
  lectern_stage_pictures_put_surface (pictures, key, page);
  cairo_surface_destroy (page);
  return TRUE;
}

static LecternStagePictures *
load_pictures (LecternInvocation *invocation,
               const SceneOrder  *order,
               const char        *file,
               LecternScene      *scene)
{
  LecternStagePictures *pictures = lectern_stage_pictures_new ();
  g_autoptr (GPtrArray) keys = lectern_scene_list_keys (scene);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!load_picture (pictures, order, file, keys->pdata[i], &error))
        lectern_invocation_say (invocation, "%s", error->message);
    }
  return pictures;
}

static LecternExit
paint_scene (LecternInvocation *invocation,
             SceneOrder        *order,
             const char        *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (file, &error);
  g_autoptr (LecternScene) scene = contest != NULL && !order->is_test ? freeze_scene (contest, order, &error) : NULL;
  g_autoptr (LecternStagePictures) pictures = NULL;
  const LecternContestRecord *record;

  if (contest == NULL || (scene == NULL && !order->is_test))
    return lectern_invocation_refuse (invocation, error, NULL);
  record = lectern_contest_get_record (contest);
  if (order->setting.theme == NULL)
    order->setting.theme = record->scene_theme;
  if (scene != NULL)
    order->setting.pictures = pictures = load_pictures (invocation, order, file, scene);
  if (scene != NULL ? lectern_scene_write_png (scene, &order->setting, order->path, order->width, order->height, order->time_ms, &error)
                    : lectern_stage_write_test_png (order->path, order->width, order->height, &order->setting, record->language, order->text, &error))
    return lectern_invocation_finish_with_file (invocation, order->path, NULL, 0);
  return lectern_invocation_refuse (invocation, error, NULL);
}

/* The options as they were written. */
typedef struct
{
  char *size, *lot, *at, *page, *step, *theme, *margin;
} SceneWords;

static void
clear_words (SceneWords *words)
{
  g_free (words->size);
  g_free (words->lot);
  g_free (words->at);
  g_free (words->page);
  g_free (words->step);
  g_free (words->theme);
  g_free (words->margin);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceneWords, clear_words)

/* NULL when all is well, else what is not; the misuse's own words, owned by the caller. */
static char *
read_words (const SceneWords *words,
            const char       *name,
            SceneOrder       *order)
{
  gint64 margin = 0;

  order->is_test = strcmp (name, "test") == 0;
  if (words->step != NULL && !lectern_sequence_kind_from_name (name, &order->sequence))
    return g_strdup_printf (_ ("“%s” has no steps: ceremony, reveal and draw have."), name);
  if (words->step != NULL && !lectern_invocation_parse_number (words->step, STEP_MAX, &order->step))
    return g_strdup_printf (_ ("“%s” is no step."), words->step);
  if (words->step == NULL && strcmp (name, "ceremony") == 0)
    return g_strdup (_ ("Say with --step which picture of the ceremony."));
  if (words->step == NULL && !order->is_test && !lectern_scene_kind_from_name (name, &order->kind))
    return g_strdup_printf (_ ("There is no scene “%s”."), name);
  if (order->path == NULL)
    return g_strdup (_ ("Say with -o where the file goes."));
  if (!parse_size (words->size, &order->width, &order->height))
    return g_strdup_printf (_ ("“%s” is no size: 1920x1080 is one, with sides from %d to %d."), words->size, SIDE_MIN, SIDE_MAX);
  if (words->lot != NULL && !lectern_invocation_parse_number (words->lot, LOT_MAX, &order->lot))
    return g_strdup_printf (_ ("“%s” is no lot."), words->lot);
  if (words->page != NULL && !lectern_invocation_parse_number (words->page, PAGE_MAX, &order->page))
    return g_strdup_printf (_ ("“%s” is no page."), words->page);
  if (words->at != NULL && !lectern_mark_parse (words->at, &order->time_ms))
    return g_strdup_printf (_ ("“%s” are no seconds."), words->at);
  if (words->theme != NULL && lectern_stage_theme_find (words->theme) == NULL)
    return g_strdup_printf (_ ("There is no theme “%s”."), words->theme);
  if (words->margin != NULL && !lectern_invocation_parse_number (words->margin, MARGIN_MAX, &margin))
    return g_strdup_printf (_ ("“%s” is no margin: it is in percent of each side, up to %d."), words->margin, MARGIN_MAX);
  order->has_time = words->at != NULL;
  order->setting.theme = words->theme;
  order->setting.left = order->setting.right = order->setting.top = order->setting.bottom = (double) margin;
  return NULL;
}

LecternExit
lectern_command_scene (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_auto (SceneWords) words = { NULL };
  SceneOrder         order = { .lot = LECTERN_NULL, .step = LECTERN_NULL, .page = 1, .width = 1920, .height = 1080 };
  g_autofree char   *misuse = NULL;
  LecternExit        result;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.path, N_ ("Where the picture goes"), N_ ("OUT.png") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &words.size, N_ ("Its size in pixels (1920x1080)"), N_ ("WxH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &words.theme, N_ ("Its colours, instead of the contest’s: red-and-gold, light, dark"), N_ ("NAME") },
    { "margin", 0, 0, G_OPTION_ARG_STRING, &words.margin, N_ ("What to keep clear at each side, in percent"), N_ ("PERCENT") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &words.lot, N_ ("Whom it shows; without it who is on stage"), N_ ("N") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &words.at, N_ ("What the clock shows, for talk; how long it still lasts, for break"), N_ ("SECONDS") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &words.page, N_ ("Which page of a ranking or of courseware"), N_ ("N") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &words.step, N_ ("ceremony, reveal, draw: which of the steps that “sequence” lists"), N_ ("N") },
    { "rehearsal", 0, 0, G_OPTION_ARG_NONE, &order.rehearsal, N_ ("ceremony: with invented names"), NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &order.text, N_ ("The words of break, notice and emergency; the screen’s name, for test"), N_ ("TEXT") },
    { NULL },
  };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    result = LECTERN_EXIT_USAGE;
  else if ((misuse = read_words (&words, argv[2], &order)) != NULL)
    result = lectern_invocation_misused (invocation, "%s", misuse);
  else
    result = paint_scene (invocation, &order, argv[1]);
  g_free (order.path);
  g_free (order.text);
  return result;
}
