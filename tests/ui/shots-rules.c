/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the editor of the rules: each section, edited, wrong, after the first mark, closed, on
 * a full screen and with twice the text. They are for looking at, by people. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-rule-list.h"
#include "lectern-rules-page.h"
#include "lectern-set-up-page.h"

static LecternRulesPage *
open_rules (ConsoleFixture *fixture)
{
  lectern_console_window_show_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), "rules");
  console_fixture_settle (200);
  return LECTERN_RULES_PAGE (console_fixture_find (fixture->window, "LecternRulesPage", 0));
}

static void
go_to_rule (LecternRulesPage *page,
            const char       *path)
{
  lectern_rule_list_go_to (lectern_rule_list_find (GTK_WIDGET (page), path));
  console_fixture_settle (500);
}

/* Before anybody has marked: every section, edited, and wrong. */
static void
shoot_rules_free (ConsoleFixture      *fixture,
                  const ConsoleCamera *camera)
{
  static const char *const sections[] = { "rubric", "panel", "time", "score", "announce", "rounds", "awards", "eligibility" };
  LecternRulesPage        *page = open_rules (fixture);
  LecternRulesDraft       *draft = lectern_rules_page_get_draft (page);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *name = g_strdup_printf ("rules-%s", sections[i]);
      lectern_rules_page_show_section (page, sections[i]);
      console_camera_take (camera, fixture->window, name);
    }
  lectern_rules_draft_set (draft, "panel.trim_low", LECTERN_RULE_COUNT, "2");
  lectern_rules_draft_set (draft, "time.over.steps[0].points", LECTERN_RULE_POINTS, "0.2");
  lectern_rules_draft_set (draft, "announce", LECTERN_RULE_VALUE, "{\"hold-first\":3}");
  go_to_rule (page, "rubric[1].max");
  console_camera_take (camera, fixture->window, "rules-edited");
  lectern_rules_draft_add (draft, "rubric", "{\"name\":\"\",\"guide\":\"\",\"max\":\"10\",\"step\":\"0.1\"}");
  lectern_rules_draft_set (draft, "time.limit", LECTERN_RULE_TIME, "soon");
  go_to_rule (page, "rubric[5].name");
  console_camera_take (camera, fixture->window, "rules-wrong");
  go_to_rule (page, "time.limit");
  console_camera_take (camera, fixture->window, "rules-wrong-time");
  lectern_rules_draft_discard (draft);
}

static void
shoot_rules_marked (ConsoleFixture      *fixture,
                    const ConsoleCamera *camera)
{
  LecternRulesPage  *page = open_rules (fixture);
  LecternRulesDraft *draft = lectern_rules_page_get_draft (page);
  lectern_rules_draft_set (draft, "panel.trim_high", LECTERN_RULE_COUNT, "2");
  lectern_rules_page_show_section (page, "panel");
  console_camera_take (camera, fixture->window, "rules-marked");
  lectern_rules_draft_discard (draft);
}

static void
shoot_rules_closed (ConsoleFixture      *fixture,
                    const ConsoleCamera *camera)
{
  console_fixture_play_to (fixture, 0, LECTERN_CUE_CEREMONY);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_FINALISE, "test");
  action->on = TRUE;
  console_fixture_do (fixture, action);
  open_rules (fixture);
  console_camera_take (camera, fixture->window, "rules-closed");
}

static void
shoot_rules (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_rules_free (&fixture, camera);
  console_fixture_draw (&fixture);
  console_fixture_play_to (&fixture, 3, LECTERN_CUE_INTRODUCE);
  shoot_rules_marked (&fixture, camera);
  shoot_rules_closed (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

/* Twice the text, as somebody with old eyes sets it. */
static void
shoot_rules_large (const char *folder)
{
  const ConsoleCamera camera = { folder, 1366, 769 };
  ConsoleFixture      fixture = { 0 };
  LecternRulesPage   *page;
  int                 dpi = 0;
  console_fixture_set_up (&fixture, TRUE);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * dpi, NULL);
  console_fixture_open (&fixture, camera.width, camera.height - 1);
  page = open_rules (&fixture);
  lectern_rules_draft_set (lectern_rules_page_get_draft (page), "panel.trim_low", LECTERN_RULE_COUNT, "2");
  lectern_rules_page_show_section (page, "panel");
  console_camera_take (&camera, fixture.window, "rules-large");
  lectern_rules_draft_discard (lectern_rules_page_get_draft (page));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  console_fixture_tear_down (&fixture);
}

/* The large screen and the large text once, beside the small screen. */
static void
shoot_all (const ConsoleCamera *camera)
{
  const ConsoleCamera screen = { camera->folder, 1920, 1080 };
  if (camera->width > 1366)
    return;
  shoot_rules (camera);
  shoot_rules (&screen);
  shoot_rules_large (camera->folder);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
