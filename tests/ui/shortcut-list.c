/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the tests of the keys share. Nothing is listed here by hand: what is bound is asked of the
 * widgets, what is shown of the window that shows it. */

#define G_LOG_DOMAIN "lectern-test"

#include "shortcut-list.h"

#include <adwaita.h>

#include "lectern-keys-window.h"

GHashTable *
shortcut_list_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
shortcut_list_add (GHashTable     *keys,
                   guint           keyval,
                   GdkModifierType modifiers)
{
  static const guint twins[][2] = {
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_equal, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus },
  };
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if (keyval == twins[i][0])
      keyval = twins[i][1];
  if (keyval == GDK_KEY_plus)
    modifiers &= ~GDK_SHIFT_MASK;
  g_hash_table_add (keys, gtk_accelerator_name (keyval, modifiers));
}

/* "a", or "<Control>F1...F6". */
static void
add_range (GHashTable *keys,
           const char *range)
{
  g_auto (GStrv) ends = g_strsplit (range, "...", 2);
  guint           first, last;
  GdkModifierType modifiers;
  g_assert_true (gtk_accelerator_parse (ends[0], &first, &modifiers));
  last = first;
  if (ends[1])
    g_assert_true (gtk_accelerator_parse (ends[1], &last, NULL));
  for (guint key = first; key <= last; key++)
    shortcut_list_add (keys, key, modifiers);
}

static void
add_shortcut (GHashTable *keys,
              GtkWidget  *shortcut)
{
  g_autofree char *accelerator = NULL;
  g_object_get (shortcut, "accelerator", &accelerator, NULL);
  g_auto (GStrv) ranges = g_strsplit (accelerator, " ", -1);
  for (guint i = 0; ranges[i]; i++)
    add_range (keys, ranges[i]);
}

static gboolean
is_group (GtkWidget  *widget,
          const char *wanted)
{
  g_autofree char *title = NULL;
  g_object_get (widget, "title", &title, NULL);
  return g_strcmp0 (title, wanted) == 0;
}

void
shortcut_list_add_shown (GHashTable *keys,
                         GtkWidget  *overlay,
                         const char *group)
{
  if (GTK_IS_SHORTCUT_LABEL (overlay))
    add_shortcut (keys, overlay);
  if (ADW_IS_PREFERENCES_GROUP (overlay) && group && !is_group (overlay, group))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child; child = gtk_widget_get_next_sibling (child))
    shortcut_list_add_shown (keys, child, group);
}

GtkWidget *
shortcut_list_open (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) keys = g_list_model_get_item (windows, i);
      if (LECTERN_IS_KEYS_WINDOW (keys) && gtk_window_get_transient_for (GTK_WINDOW (keys)) == window)
        {
          gtk_widget_set_visible (keys, FALSE);
          return keys;
        }
    }
  g_error ("No list of keys was opened");
}

static void
add_bound_key (GHashTable  *keys,
               GtkShortcut *shortcut)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return;
  guint           keyval = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
  GdkModifierType modifiers = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));
  if (keyval != GDK_KEY_Escape)
    shortcut_list_add (keys, keyval, modifiers);
}

/* A class has its parent's shortcuts, too: those of GTK's own classes are not ours to tell. */
static gboolean
is_inherited (GListModel  *inherited,
              GtkShortcut *shortcut)
{
  for (guint i = 0; inherited && i < g_list_model_get_n_items (inherited); i++)
    {
      g_autoptr (GtkShortcut) other = g_list_model_get_item (inherited, i);
      if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), gtk_shortcut_get_trigger (other)))
        return TRUE;
    }
  return FALSE;
}

static GListModel *
find_class_shortcuts (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-widget-class-shortcuts") == 0)
        return G_LIST_MODEL (g_steal_pointer (&controller));
    }
  return NULL;
}

static void
add_bound_below (GHashTable *keys,
                 GtkWidget  *widget,
                 GListModel *inherited)
{
  g_autoptr (GListModel) shortcuts = g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Lectern") ? find_class_shortcuts (widget) : NULL;
  for (guint i = 0; shortcuts && i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      if (!is_inherited (inherited, shortcut))
        add_bound_key (keys, shortcut);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    add_bound_below (keys, child, inherited);
}

void
shortcut_list_add_bound (GHashTable *keys)
{
  GtkWidget *plain = adw_window_new ();
  g_autoptr (GListModel) inherited = find_class_shortcuts (plain);
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      add_bound_below (keys, window, inherited);
    }
  gtk_window_destroy (GTK_WINDOW (plain));
}

void
shortcut_list_add_application (GHashTable     *keys,
                               GtkApplication *application)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  for (guint i = 0; actions[i]; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);
      for (guint k = 0; accelerators[k]; k++)
        add_range (keys, accelerators[k]);
    }
}

void
shortcut_list_assert_within (GHashTable *keys,
                             GHashTable *others,
                             const char *what)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  GHashTableIter iter;
  const char    *key;
  g_assert_cmpuint (g_hash_table_size (keys), >, 0);
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    if (!g_hash_table_contains (others, key))
      g_string_append_printf (missing, " %s", key);
  if (missing->len)
    g_error ("These are not %s:%s", what, missing->str);
}

static char *
read_text (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* A line of a source or template that puts an action where a person gets at it: on a key, a button, into a menu, or
 * into what a button does. That it is made, switched off or looked up somewhere makes it no easier to reach. */
gboolean
shortcut_list_is_use (const char *line)
{
  static const char *const uses[] = {
    "<property name=\"action-name\">", "<attribute name=\"action\">",
    "add_binding_action (", "set_action_name (", "set_detailed_action_name (", "g_menu_item_set_action_and_target (",
    "gtk_widget_activate_action (", "gtk_application_set_accels_for_action ("
  };
  g_autofree char *bare = g_strstrip (g_strdup (line));
  if (g_str_has_prefix (bare, "{ ") && !strstr (bare, ".name = ")) /* a row of a table of keys or buttons */
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (strstr (bare, uses[i]))
      return TRUE;
  return FALSE;
}

/* What a line makes: "gtk_widget_class_install_action (widget_class, "page.name", ...". */
static void
add_made (GPtrArray  *made,
          const char *line)
{
  const char *call = strstr (line, "_class_install_action (widget_class, \"");
  if (!call)
    call = strstr (line, "_class_install_property_action (widget_class, \"");
  if (!call)
    return;
  const char *name = strchr (call, '"') + 1;
  g_ptr_array_add (made, g_strndup (name, strcspn (name, "\"")));
}

static void
read_lines (const char *text,
            GString    *uses,
            GPtrArray  *made)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      add_made (made, lines[i]);
      if (shortcut_list_is_use (lines[i]))
        g_string_append_printf (uses, "%s\n", lines[i]);
    }
}

static void
read_folder (const char *place,
             GString    *uses,
             GPtrArray  *made)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), place, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir));)
    if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".ui"))
      {
        g_autofree char *text = read_text (folder, name);
        read_lines (text, uses, made);
      }
}

/* In a template it stands between tags, in a source in quotation marks, with its target or without. */
static gboolean
is_offered (const char *uses,
            const char *action)
{
  static const char *const forms[] = { ">%s<", ">%s(", ">%s::", "\"%s\"", "\"%s(", "\"%s::" };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);
      g_autofree char *form = g_strconcat (halves[0], action, halves[1], NULL);
      if (strstr (uses, form))
        return TRUE;
    }
  return FALSE;
}

static void
list_class_actions (GType      type,
                    GPtrArray *actions)
{
  g_autofree GType   *children = g_type_children (type, NULL);
  const char         *name, *property;
  const GVariantType *parameter;
  GType               owner;
  if (g_str_has_prefix (g_type_name (type), "Lectern"))
    {
      gpointer klass = g_type_class_peek (type); /* NULL: nothing that was opened has one */
      for (guint i = 0; klass && gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name, &parameter, &property); i++)
        if (owner == type)
          g_ptr_array_add (actions, g_strdup (name));
    }
  for (guint i = 0; children[i]; i++)
    list_class_actions (children[i], actions);
}

static void
list_group_actions (GActionGroup *group,
                    const char   *prefix,
                    GPtrArray    *actions)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);
  for (guint i = 0; names[i]; i++)
    g_ptr_array_add (actions, g_strdup_printf ("%s.%s", prefix, names[i]));
}

/* Whatever is there at run time was found in the sources, so that none of a window nobody opened is forgotten. */
static void
assert_all_found (GPtrArray *actions,
                  GPtrArray *made)
{
  g_autoptr (GPtrArray) live = g_ptr_array_new_with_free_func (g_free);
  list_class_actions (GTK_TYPE_WIDGET, live);
  g_assert_cmpuint (live->len, >, 5);
  for (guint i = 0; i < live->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (made, live->pdata[i], g_str_equal, NULL))
        g_error ("%s is installed, but not found in the sources", (const char *) live->pdata[i]);
    }
  for (guint i = 0; i < made->len; i++)
    g_ptr_array_add (actions, g_strdup (made->pdata[i]));
}

void
shortcut_list_assert_reachable (GtkApplication *application,
                                GtkWidget      *window)
{
  static const char *const places[] = { "data/ui", "src/ui", "src/ui/common", "src/ui/console", "src/ui/judge", "src/ui/projector" };
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) uses = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    read_folder (places[i], uses, made);
  assert_all_found (actions, made);
  list_group_actions (G_ACTION_GROUP (application), "app", actions);
  list_group_actions (G_ACTION_GROUP (window), "win", actions);
  for (guint i = 0; i < actions->len; i++)
    if (!is_offered (uses->str, g_ptr_array_index (actions, i)))
      g_string_append_printf (missing, " %s", (const char *) g_ptr_array_index (actions, i));
  g_test_message ("%u actions", actions->len);
  if (missing->len)
    g_error ("No key, button or menu has%s", missing->str);
}
