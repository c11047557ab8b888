/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files of the contest without a window: attach, detach, check-courseware. A folder is looked
 * through as a whole before the first file of it is attached; a picture nobody could show stops
 * all of it. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-attach.h"
#include "lectern-commands.h"
#include "lectern-courseware.h"
#include "lectern-file-match.h"
#include "lectern-follower.h"
#include "lectern-intake.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 100000

/* One file on its way in. */
typedef struct
{
  char              *path;
  LecternAttachment *record;
  GBytes            *bytes; /* NULL: as in the file */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  lectern_record_unref (item->record);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_free (item);
}

/* Takes @record. NULL: refused. */
static Item *
item_new (const char        *path,
          LecternAttachment *record,
          GError           **error)
{
  Item *item = g_new0 (Item, 1);

  item->path = g_strdup (path);
  item->record = record;
  if (lectern_intake_look (record, path, &item->bytes, error))
    return item;
  item_free (item);
  return NULL;
}

static gboolean
attach_item (LecternEngine *engine,
             Item          *item,
             GError       **error)
{
  LecternAction *action = lectern_attach_new_action (lectern_engine_get_path (engine), lectern_record_copy (item->record), item->path, item->bytes, "lecternctl", NULL, error);
  g_autoptr (LecternOutcome) outcome = action != NULL ? lectern_engine_perform (engine, action, NULL, error) : NULL;

  return outcome != NULL;
}

void
lectern_command_answer_attachment (JsonBuilder             *answer,
                                   const LecternAttachment *file)
{
  gboolean    tried = file->checked != LECTERN_NULL;
  LecternRole role;
  gboolean    personal = lectern_role_from_name (file->role, &role) && lectern_role_is_personal (role);

  json_builder_begin_object (answer);
  lectern_answer_text (answer, "role", file->role);
  lectern_answer_integer (answer, personal ? "nominee" : "number", file->owner > 0 ? file->owner : LECTERN_NULL);
  lectern_answer_text (answer, "name", file->name);
  lectern_answer_text (answer, "media_type", file->media_type);
  lectern_answer_integer (answer, "size", file->size);
  lectern_answer_text (answer, "sha256", file->sha256);
  lectern_answer_boolean (answer, "beside", file->beside == 1);
  lectern_answer_text (answer, "caption", file->caption);
  json_builder_set_member_name (answer, "opens");
  if (tried)
    json_builder_add_boolean_value (answer, file->checked == 1);
  else
    json_builder_add_null_value (answer);
  lectern_answer_text (answer, "finding", file->finding);
  json_builder_end_object (answer);
}

/* Tells @files as they stand in the contest now. */
static void
answer_files (LecternInvocation *invocation,
              JsonBuilder       *answer,
              LecternContest    *contest,
              GPtrArray         *items)
{
  lectern_answer_begin_array (answer, "attached");
  for (guint i = 0; i < items->len; i++)
    {
      const Item              *item = items->pdata[i];
      const LecternAttachment *file = lectern_contest_find (contest, item->record) ?: item->record;
      g_autofree char         *what = lectern_attachment_describe (file, contest);

      lectern_invocation_print (invocation, "%s\t%s\t%s", what, file->name, file->finding != NULL ? file->finding : "");
      lectern_command_answer_attachment (answer, file);
    }
  json_builder_end_array (answer);
}

/* Whose it is, of what was said: an id, or --lot. @owner stays LECTERN_NULL for the next number. */
static gboolean
read_owner (LecternContest *contest,
            LecternRole     role,
            const char     *id,
            gint64          lot,
            gint64         *owner,
            GError        **error)
{
  const LecternEntry *entry = lot > 0 ? lectern_contest_get_entry_by_lot (contest, lot) : NULL;

  *owner = LECTERN_NULL;
  if (id != NULL && !lectern_invocation_parse_number (id, NUMBER_MAX, owner))
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” is no number."), id);
  else if (lot > 0 && entry == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d."), (int) lot);
  else
    {
      if (entry != NULL)
        *owner = entry->nominee;
      if (!lectern_role_is_personal (role) || *owner != LECTERN_NULL)
        return TRUE;
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Say whose it is: a nominee’s id (as in “show”), or --lot."));
    }
  return FALSE;
}

typedef struct
{
  const char *file;
  LecternRole role;
  const char *id;
  const char *path;
  const char *caption;
  gint64      lot;
} AttachOrder;

static LecternExit
attach_with (LecternInvocation *invocation,
             const AttachOrder *order,
             LecternEngine     *engine)
{
  g_autoptr (LecternFollower) follower = lectern_follower_new (engine);
  LecternContest *contest = lectern_follower_get_contest (follower);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  LecternAttachment *record;
  gint64             owner;
  Item              *item;

  if (!read_owner (contest, order->role, order->id, order->lot, &owner, &error))
    return lectern_invocation_refuse (invocation, error, NULL);
  if (owner == LECTERN_NULL && lectern_role_is_numbered (order->role))
    owner = lectern_contest_get_next_attachment (contest, order->role);
  record = lectern_attach_new_record (order->role, owner == LECTERN_NULL ? 0 : owner, order->path);
  lectern_record_take_string (&record->caption, order->caption);
  item = item_new (order->path, record, &error);
  if (item == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  g_ptr_array_add (items, item);
  if (!attach_item (engine, item, &error))
    return lectern_invocation_refuse (invocation, error, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  json_builder_begin_object (answer);
  answer_files (invocation, answer, contest, items);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}

/* A folder ------------------------------------------------------------------------------------ */

/* Two files for one place: neither is taken. */
static gboolean
is_taken (GPtrArray               *items,
          const LecternAttachment *record)
{
  for (guint i = 0; i < items->len; i++)
    if (lectern_record_key_equal (((Item *) items->pdata[i])->record, record))
      return TRUE;
  return FALSE;
}

static void
match_file (LecternContest *contest,
            const char     *folder,
            const char     *name,
            GPtrArray      *items,
            GPtrArray      *rest,
            GPtrArray      *refused)
{
  g_autofree char      *path = g_build_filename (folder, name, NULL);
  g_autofree char      *why = NULL;
  g_autofree char      *shown = g_filename_display_name (name);
  LecternRole           role;
  const LecternNominee *nominee = lectern_file_match (contest, shown, &role, &why);
  LecternAttachment    *record = nominee != NULL ? lectern_attach_new_record (role, nominee->id, shown) : NULL;
  g_autoptr (GError) error = NULL;
  Item *item;

  if (record == NULL || is_taken (items, record))
    {
      g_ptr_array_add (rest, lectern_problem_new (0, shown, "%s", record == NULL ? why : _ ("Another file is for the same place.")));
      lectern_record_unref (record);
      return;
    }
  item = item_new (path, record, &error);
  if (item != NULL)
    g_ptr_array_add (items, item);
  else
    g_ptr_array_add (refused, lectern_problem_new (0, shown, "%s", error->message));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_folder (const char *folder,
             GError    **error)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, error);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name != '.' && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  if (listing == NULL)
    g_clear_pointer (&names, g_ptr_array_unref);
  return names;
}

static LecternExit
finish_folder (LecternInvocation *invocation,
               LecternContest    *contest,
               GPtrArray         *items,
               GPtrArray         *rest,
               gboolean           dry_run)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  while (g_main_context_iteration (NULL, FALSE))
    ;
  json_builder_begin_object (answer);
  answer_files (invocation, answer, contest, items);
  for (guint i = 0; i < rest->len; i++)
    lectern_invocation_say (invocation, "%s: %s", ((LecternProblem *) rest->pdata[i])->column, ((LecternProblem *) rest->pdata[i])->message);
  lectern_answer_problems (answer, "rest", rest);
  lectern_answer_boolean (answer, "dry_run", dry_run);
  json_builder_end_object (answer);
  if (dry_run)
    lectern_invocation_say (invocation, ngettext ("%u file would be attached; nothing was changed.", "%u files would be attached; nothing was changed.", items->len), items->len);
  return lectern_invocation_finish (invocation, answer);
}

/* @engine NULL: a dry run. */
static LecternExit
attach_folder (LecternInvocation *invocation,
               LecternContest    *contest,
               LecternEngine     *engine,
               const char        *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (folder, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) rest = lectern_problems_new ();
  g_autoptr (GPtrArray) refused = lectern_problems_new ();

  if (names == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  for (guint i = 0; i < names->len; i++)
    match_file (contest, folder, names->pdata[i], items, rest, refused);
  if (refused->len > 0)
    {
      g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, ngettext ("%u file can’t be attached, so none was.", "%u files can’t be attached, so none was.", refused->len), refused->len);
      return lectern_invocation_refuse (invocation, error, refused);
    }
  for (guint i = 0; engine != NULL && i < items->len; i++)
    if (!attach_item (engine, items->pdata[i], &error))
      return lectern_invocation_refuse (invocation, error, NULL);
  return finish_folder (invocation, contest, items, rest, engine == NULL);
}

static LecternExit
run_folder (LecternInvocation *invocation,
            const char        *file,
            const char        *folder,
            gboolean           dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = dry_run ? NULL : lectern_engine_open (file, &error);
  g_autoptr (LecternFollower) follower = engine != NULL ? lectern_follower_new (engine) : NULL;
  g_autoptr (LecternContest) contest = dry_run ? lectern_invocation_read_contest (file, &error) : NULL;
  LecternExit exit;

  if (contest == NULL && engine == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  exit = attach_folder (invocation, contest != NULL ? contest : lectern_follower_get_contest (follower), engine, folder);
  if (engine != NULL)
    lectern_engine_close (engine);
  return exit;
}

/* The commands -------------------------------------------------------------------------------- */

LecternExit
lectern_command_attach (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autofree char   *caption = NULL;
  int                lot = 0;
  gboolean           dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "lot", 'l', 0, G_OPTION_ARG_INT, &lot, N_ ("The entry with this lot"), N_ ("N") },
    { "caption", 'c', 0, G_OPTION_ARG_STRING, &caption, N_ ("What stands below it when it is shown"), N_ ("TEXT") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say whose the files of a folder are and attach nothing"), NULL },
    { NULL },
  };
  AttachOrder order = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 3, 4))
    return LECTERN_EXIT_USAGE;
  if (g_str_equal (argv[2], "folder") && argc == 4 && lot == 0 && caption == NULL)
    return run_folder (invocation, argv[1], argv[3], dry_run);
  if (!lectern_role_from_name (argv[2], &order.role))
    return lectern_invocation_misused (invocation, _ ("“%s” is nothing a file can be for: photo, courseware, logo, background, picture, video, sound-warning, sound-over or folder."), argv[2]);
  if (dry_run || lot < 0 || (lot > 0 && argc == 5))
    return lectern_invocation_misused (invocation, _ ("--dry-run is for a folder; say a nominee’s id or --lot, not both."));
  order.file = argv[1];
  order.id = argc == 5 ? argv[3] : NULL;
  order.path = argv[argc - 1];
  order.caption = caption;
  order.lot = lot;
  engine = lectern_engine_open (order.file, &error);
  if (engine == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  exit = attach_with (invocation, &order, engine);
  lectern_engine_close (engine);
  return exit;
}

LecternExit
lectern_command_detach (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  int                lot = 0;
  const GOptionEntry entries[] = {
    { "lot", 'l', 0, G_OPTION_ARG_INT, &lot, N_ ("The entry with this lot"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  LecternAction *action;
  LecternRole    role;
  LecternExit    exit;
  gint64         owner;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 3))
    return LECTERN_EXIT_USAGE;
  if (!lectern_role_from_name (argv[2], &role))
    return lectern_invocation_misused (invocation, _ ("“%s” is nothing a file can be for: photo, courseware, logo, background, picture, video, sound-warning, sound-over or folder."), argv[2]);
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL || !read_owner (contest, role, argc == 4 ? argv[3] : NULL, lot, &owner, &error))
    return lectern_invocation_refuse (invocation, error, NULL);
  action = lectern_invocation_new_action (LECTERN_ACTION_DETACH);
  action->key = g_strdup (argv[2]);
  action->number = owner;
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "line", outcome->seq);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}

/* What is known of @file goes to its row. */
static gboolean
note (LecternEngine           *engine,
      const LecternAttachment *file,
      gboolean                 opens,
      const char              *finding,
      GError                 **error)
{
  LecternAction     *action = lectern_invocation_new_action (LECTERN_ACTION_ATTACH);
  LecternAttachment *record = lectern_record_copy (file);
  g_autoptr (LecternOutcome) outcome = NULL;

  record->checked = opens;
  lectern_record_take_string (&record->finding, finding);
  lectern_action_add_record (action, record);
  outcome = lectern_engine_perform (engine, action, NULL, error);
  return outcome != NULL;
}

/* Tries one nominee's courseware; what is wrong goes to @problems. */
static gboolean
check_one (LecternInvocation    *invocation,
           LecternEngine        *engine,
           LecternContest       *contest,
           const LecternNominee *nominee,
           GPtrArray            *problems,
           GError              **error)
{
  const LecternAttachment *file = lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, nominee->id);
  g_autoptr (GError) unread = NULL;
  g_autoptr (GBytes) bytes = file != NULL ? lectern_engine_load_content (lectern_engine_get_path (engine), file->sha256, &unread) : NULL;
  g_autofree char *finding = NULL;
  gboolean         opens = FALSE;

  if (file == NULL)
    finding = g_strdup (_ ("Nothing is attached."));
  else if (bytes == NULL)
    finding = g_strdup (unread->message);
  else
    opens = lectern_courseware_check (bytes, file->name, file->media_type, &finding);
  lectern_invocation_print (invocation, "%s\t%s\t%s\t%s", opens ? "✓" : "✗", nominee->name, file != NULL ? file->name : "–", finding != NULL ? finding : "");
  if (!opens)
    g_ptr_array_add (problems, lectern_problem_new ((guint) nominee->id, nominee->name, "%s", finding));
  return file == NULL || note (engine, file, opens, finding, error);
}

static LecternExit
check_with (LecternInvocation *invocation,
            LecternEngine     *engine)
{
  g_autoptr (LecternFollower) follower = lectern_follower_new (engine);
  g_autoptr (LecternContest) contest = lectern_contest_copy (lectern_follower_get_contest (follower));
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  guint      n = 0;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (nominee->withdrawn == 1)
        continue;
      n++;
      if (!check_one (invocation, engine, contest, nominee, problems, &error))
        return lectern_invocation_refuse (invocation, error, NULL);
    }
  if (problems->len > 0)
    {
      g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BLOCKED, ngettext ("The courseware of %u nominee will not open.", "The courseware of %u nominees will not open.", problems->len), problems->len);
      return lectern_invocation_refuse (invocation, error, problems);
    }
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "checked", n);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_check_courseware (LecternInvocation *invocation,
                                  int                argc,
                                  char             **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 1, 1))
    return LECTERN_EXIT_USAGE;
  engine = lectern_engine_open (argv[1], &error);
  if (engine == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  exit = check_with (invocation, engine);
  lectern_engine_close (engine);
  return exit;
}
