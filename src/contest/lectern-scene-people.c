/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who is named on a scene besides the entries: guests in the order they were given, for protocol
 * is not the program's to know; judges with the head of the jury first; and whoever is speaking
 * over a picture. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"

#include <json-glib/json-glib.h>

static void
add_person (GPtrArray  *people,
            const char *name,
            const char *office,
            gboolean    head)
{
  LecternScenePerson *person;

  if (name == NULL || *name == '\0')
    return;
  person = g_new0 (LecternScenePerson, 1);
  person->name = g_strdup (name);
  person->office = office != NULL && *office != '\0' ? g_strdup (office) : NULL;
  person->head = head;
  g_ptr_array_add (people, person);
}

/* The contest's row keeps them as a JSON array; what is not as it should be is nobody. */
static void
freeze_guests (LecternScene *scene,
               const char   *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *guests = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; guests != NULL && i < json_array_get_length (guests); i++)
    {
      JsonNode   *node = json_array_get_element (guests, i);
      JsonObject *guest = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (guest != NULL)
        add_person (scene->guests,
                    json_object_get_string_member_with_default (guest, "name", NULL),
                    json_object_get_string_member_with_default (guest, "office", NULL), FALSE);
    }
}

void
lectern_scene_freeze_people (LecternScene   *scene,
                             LecternContest *contest)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  freeze_guests (scene, lectern_contest_get_record (contest)->guests);
  for (gboolean head = TRUE; head >= FALSE; head--)
    for (guint i = 0; i < judges->len; i++)
      {
        const LecternJudge *judge = judges->pdata[i];

        if (judge->active == 1 && (judge->head == 1) == head)
          add_person (scene->panel, judge->name, judge->employer, head);
      }
  lectern_scene_make_people_pages (scene);
}

LecternScene *
lectern_scene_lay_over (const LecternScene *self,
                        LecternContest     *contest,
                        guint               overlay)
{
  const LecternEntry *entry;
  g_autofree char    *json = NULL;
  LecternScene       *laid;

  g_return_val_if_fail (self != NULL && LECTERN_IS_CONTEST (contest), NULL);

  json = lectern_scene_to_json (self);
  laid = lectern_scene_from_json (json, NULL);
  g_return_val_if_fail (laid != NULL, NULL);
  entry = lectern_contest_get_entry_on_stage (contest);
  if (entry == NULL)
    overlay &= ~(guint) (LECTERN_SCENE_OVERLAY_NAME | LECTERN_SCENE_OVERLAY_CLOCK);
  else
    lectern_scene_freeze_speaker (laid, contest, entry);
  laid->overlay = overlay;
  return laid;
}
