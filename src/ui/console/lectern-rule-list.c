/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rows stand for places of a list, not for things: moving a thing is the draft's business, and the
 * rows show what is at their place then. What is unfolded moves with its thing. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rule-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than an expander takes, and what is left free above and below. */
#define UNFOLDING_US (400 * 1000)
#define SCROLL_MARGIN 12

struct _LecternRuleList
{
  AdwPreferencesGroup        parent_instance;
  LecternRulesDraft         *draft;
  char                      *path;
  const LecternRuleListKind *kind;
  GPtrArray                 *rows; /* borrowed */
  GtkWidget                 *add;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_PATH,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternRuleList, lectern_rule_list, ADW_TYPE_PREFERENCES_GROUP)

/* Rows ------------------------------------------------------------------------------------------ */

static const struct
{
  const char *action;
  const char *icon;
  const char *label;
} buttons[] = {
  { "rule-list.raise", "go-up-symbolic", N_ ("Move up") },
  { "rule-list.lower", "go-down-symbolic", N_ ("Move down") },
  { "rule-list.remove", "user-trash-symbolic", N_ ("Take out") },
};

/* Buttons of one row, kept with it. */
typedef struct
{
  GtkWidget *button[G_N_ELEMENTS (buttons)];
} RowButtons;

static GtkWidget *
make_buttons (GtkWidget *row,
              guint      index)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  RowButtons *made = g_new0 (RowButtons, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
      gtk_box_append (GTK_BOX (box), button);
      made->button[i] = button;
    }
  g_object_set_data_full (G_OBJECT (row), "buttons", made, g_free);
  return box;
}

static void
add_fields (LecternRuleList *self,
            GtkWidget       *row,
            const char      *path)
{
  for (const LecternRuleField *field = self->kind->fields; field->member; field++)
    {
      g_autofree char *full = g_strdup_printf ("%s.%s", path, field->member);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), lectern_rule_row_new (self->draft, full, field));
    }
}

static void
add_row (LecternRuleList *self)
{
  guint            index = self->rows->len;
  g_autofree char *path = g_strdup_printf ("%s[%u]", self->path, index);
  GtkWidget       *row = self->kind->fields ? adw_expander_row_new () : adw_action_row_new ();
  GtkWidget       *box = make_buttons (row, index);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (self->kind->fields)
    {
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), box);
      add_fields (self, row, path);
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "path", g_steal_pointer (&path), g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_last_row (LecternRuleList *self)
{
  GtkWidget *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

static void
show_buttons (LecternRuleList *self,
              guint            index,
              const char      *name)
{
  RowButtons      *made = g_object_get_data (g_ptr_array_index (self->rows, index), "buttons");
  g_autofree char *whole = g_strdup_printf ("%s[]", self->path);
  gboolean         open = lectern_rules_draft_is_open (self->draft, self->path);
  const gboolean   can[] = { open && index > 0, open && index + 1 < self->rows->len, open && lectern_rules_draft_is_open (self->draft, whole) };
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      /* Translators: what a button does, and with what: “Move up: Content”. */
      g_autofree char *label = g_strdup_printf (_ ("%s: %s"), _ (buttons[i].label), name);
      gtk_widget_set_sensitive (made->button[i], can[i]);
      gtk_widget_set_tooltip_text (made->button[i], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (made->button[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

/* What is wrong inside is said outside too: the fields may be folded away. */
static void
show_row (LecternRuleList *self,
          guint            index)
{
  GtkWidget       *row = g_ptr_array_index (self->rows, index);
  const char      *path = g_object_get_data (G_OBJECT (row), "path");
  const char      *problem = lectern_rules_draft_get_problem (self->draft, path, TRUE);
  g_autofree char *name = self->kind->name (self->draft, path);
  g_autofree char *detail = problem ? g_strdup_printf (_ ("Not right yet: %s"), problem) : self->kind->describe (self->draft, path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set (row, "subtitle", detail, NULL);
  if (problem)
    gtk_widget_add_css_class (row, "wrong");
  else
    gtk_widget_remove_css_class (row, "wrong");
  show_buttons (self, index, name);
}

/* Adding ---------------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (GPtrArray *choices)
{
  GMenu *menu = g_menu_new ();
  for (guint i = 0; i < choices->len; i++)
    {
      const LecternRuleChoice *choice = g_ptr_array_index (choices, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (choice->words, NULL);
      g_menu_item_set_action_and_target (item, "rule-list.add", "s", choice->json);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
show_additions (LecternRuleList *self)
{
  g_autoptr (GPtrArray) choices = self->kind->list_additions (self->draft, self->path);
  g_autofree char *whole = g_strdup_printf ("%s[]", self->path);
  gboolean         open = lectern_rules_draft_is_open (self->draft, self->path) && lectern_rules_draft_is_open (self->draft, whole);
  if (GTK_IS_MENU_BUTTON (self->add))
    {
      g_autoptr (GMenuModel) menu = make_menu (choices);
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), menu);
    }
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", ((LecternRuleChoice *) g_ptr_array_index (choices, 0))->json);
  gtk_widget_set_sensitive (self->add, open && choices->len > 0);
}

static void
make_add_button (LecternRuleList *self)
{
  g_autoptr (GPtrArray) choices = self->kind->list_additions (self->draft, self->path);
  const char *label = _ (self->kind->add);
  if (choices->len == 1)
    {
      self->add = gtk_button_new_with_label (label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", "null");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "rule-list.add");
    }
  else
    {
      self->add = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), label);
    }
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

static void
show (LecternRuleList *self)
{
  guint n = lectern_rules_draft_count (self->draft, self->path);
  if (!self->add)
    make_add_button (self);
  while (self->rows->len > n)
    remove_last_row (self);
  while (self->rows->len < n)
    add_row (self);
  for (guint i = 0; i < n; i++)
    show_row (self, i);
  show_additions (self);
  if (!self->kind->summarise)
    return;
  g_autofree char *summary = self->kind->summarise (self->draft, self->path);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), summary);
}

/* What the buttons do --------------------------------------------------------------------------- */

static gboolean
is_unfolded (LecternRuleList *self,
             guint            index)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  return ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static void
set_unfolded (LecternRuleList *self,
              guint            index,
              gboolean         unfolded)
{
  GtkWidget *row = g_ptr_array_index (self->rows, index);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), unfolded);
}

static void
move (LecternRuleList *self,
      guint            from,
      guint            to,
      guint            button)
{
  gboolean    unfolded = is_unfolded (self, from);
  RowButtons *made = g_object_get_data (g_ptr_array_index (self->rows, to), "buttons");
  set_unfolded (self, from, is_unfolded (self, to));
  set_unfolded (self, to, unfolded);
  lectern_rules_draft_move (self->draft, self->path, from, to);
  /* The same key again moves the same thing on; at an end it turns round. */
  if (!gtk_widget_grab_focus (made->button[button]))
    gtk_widget_grab_focus (made->button[1 - button]);
}

static void
on_raise_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  LecternRuleList *self = LECTERN_RULE_LIST (widget);
  guint            index = g_variant_get_uint32 (parameter);
  if (index > 0 && index < self->rows->len)
    move (self, index, index - 1, 0);
}

static void
on_lower_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  LecternRuleList *self = LECTERN_RULE_LIST (widget);
  guint            index = g_variant_get_uint32 (parameter);
  if (index + 1 < self->rows->len)
    move (self, index, index + 1, 1);
}

static void
on_remove_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LecternRuleList *self = LECTERN_RULE_LIST (widget);
  guint            index = g_variant_get_uint32 (parameter);
  for (guint i = index; i + 1 < self->rows->len; i++)
    set_unfolded (self, i, is_unfolded (self, i + 1));
  gtk_widget_grab_focus (self->add);
  lectern_rules_draft_remove (self->draft, self->path, index);
}

static void
on_add_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  LecternRuleList *self = LECTERN_RULE_LIST (widget);
  lectern_rules_draft_add (self->draft, self->path, g_variant_get_string (parameter, NULL));
  if (self->rows->len == 0)
    return;
  set_unfolded (self, self->rows->len - 1, TRUE);
  lectern_rule_list_go_to (g_ptr_array_index (self->rows, self->rows->len - 1));
}

/* The group ------------------------------------------------------------------------------------- */

static void
begin (LecternRuleList *self)
{
  if (!self->draft || !self->kind)
    return;
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
lectern_rule_list_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LecternRuleList *self = LECTERN_RULE_LIST (object);
  if (id == PROP_DRAFT)
    g_value_set_object (value, self->draft);
  else if (id == PROP_PATH)
    g_value_set_string (value, self->path);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_rule_list_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LecternRuleList *self = LECTERN_RULE_LIST (object);
  if (id == PROP_PATH)
    {
      self->path = g_value_dup_string (value);
      self->kind = lectern_rule_lists_find (self->path);
    }
  else if (id == PROP_DRAFT)
    {
      if (g_set_object (&self->draft, g_value_get_object (value)))
        begin (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_rule_list_dispose (GObject *object)
{
  LecternRuleList *self = LECTERN_RULE_LIST (object);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (lectern_rule_list_parent_class)->dispose (object);
}

static void
lectern_rule_list_class_init (LecternRuleListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_rule_list_get_property;
  object_class->set_property = lectern_rule_list_set_property;
  object_class->dispose = lectern_rule_list_dispose;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, LECTERN_TYPE_RULES_DRAFT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "rule-list.raise", "u", on_raise_cb);
  gtk_widget_class_install_action (widget_class, "rule-list.lower", "u", on_lower_cb);
  gtk_widget_class_install_action (widget_class, "rule-list.remove", "u", on_remove_cb);
  gtk_widget_class_install_action (widget_class, "rule-list.add", "s", on_add_cb);
}

static void
lectern_rule_list_init (LecternRuleList *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
lectern_rule_list_get_row (LecternRuleList *self,
                           guint            index)
{
  g_return_val_if_fail (LECTERN_IS_RULE_LIST (self), NULL);
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

/* Finding --------------------------------------------------------------------------------------- */

static const char *
get_path (GtkWidget *widget)
{
  if (LECTERN_IS_RULE_ROW (widget))
    return lectern_rule_row_get_path (LECTERN_RULE_ROW (widget));
  if (LECTERN_IS_RULE_LIST (widget))
    return LECTERN_RULE_LIST (widget)->path;
  return ADW_IS_PREFERENCES_ROW (widget) ? g_object_get_data (G_OBJECT (widget), "path") : NULL;
}

static gsize
match (GtkWidget  *widget,
       const char *path)
{
  const char *own = get_path (widget);
  gsize       length = own ? strlen (own) : 0;
  return own && strncmp (own, path, length) == 0 && (path[length] == '\0' || strchr (".[", path[length])) ? length : 0;
}

GtkWidget *
lectern_rule_list_find (GtkWidget  *root,
                        const char *path)
{
  GtkWidget *best = match (root, path) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = lectern_rule_list_find (child, path);
      if (found && (!best || match (found, path) > match (best, path)))
        best = found;
    }
  return best;
}

char *
lectern_rule_list_name (GtkWidget *found)
{
  const char *name = LECTERN_IS_RULE_LIST (found) ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (found)) : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (found));
  GtkWidget  *thing = gtk_widget_get_parent (found) ? gtk_widget_get_ancestor (gtk_widget_get_parent (found), ADW_TYPE_EXPANDER_ROW) : NULL;
  if (!thing)
    return g_strdup (name);
  /* Translators: a thing of the rules, such as a criterion, and one of its settings. */
  return g_strdup_printf (_ ("%s › %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (thing)), name);
}

static GtkWidget *
find_first_field (GtkWidget *widget)
{
  GtkWidget *found = LECTERN_IS_RULE_ROW (widget) && gtk_widget_get_visible (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_first_field (child);
  return found;
}

/* Unfolding takes a moment, in which the field slides: it is followed as long. */
static gboolean
on_frame_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  gint64          until = *(gint64 *) user_data;
  GtkWidget      *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget      *content = viewport ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;
  if (content && gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               bounds.origin.y - SCROLL_MARGIN, bounds.origin.y + bounds.size.height + SCROLL_MARGIN);
  return gdk_frame_clock_get_frame_time (clock) < until;
}

static void
keep_in_sight (GtkWidget *widget)
{
  gint64 until = g_get_monotonic_time () + UNFOLDING_US;
  gtk_widget_add_tick_callback (widget, on_frame_cb, g_memdup2 (&until, sizeof until), g_free);
}

void
lectern_rule_list_go_to (GtkWidget *found)
{
  GtkWidget *field = ADW_IS_EXPANDER_ROW (found) ? find_first_field (found) : NULL;
  for (GtkWidget *widget = found; widget; widget = gtk_widget_get_parent (widget))
    if (ADW_IS_EXPANDER_ROW (widget))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    else if (GTK_IS_STACK (gtk_widget_get_parent (widget)))
      gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (widget)), widget);
  if (!gtk_widget_grab_focus (field ? field : found))
    gtk_widget_child_focus (found, GTK_DIR_TAB_FORWARD);
  keep_in_sight (field ? field : found);
}
