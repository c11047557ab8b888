/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What can't be shown now is refused here in words, by the function that freezes the scene for the
 * engine; the widget knows no rule. After each change of the contest it looks again, so what is in
 * the picture is what a press of Enter puts on air. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-scene-chooser.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"
#include "lectern-scene-files.h"
#include "lectern-scene-show.h"

#define PAGES_MOST 999

struct _LecternSceneChooser
{
  LecternConsolePart     parent_instance;
  GtkFlowBox            *kinds;
  GtkWidget             *settings;
  GtkWidget             *text;
  GtkWidget             *which_box;
  GtkLabel              *which_label;
  GtkSpinButton         *which;
  GtkLabel              *who;
  GtkWidget             *number_box;
  GtkLabel              *number_label;
  GtkSpinButton         *number;
  GtkLabel              *news;
  GtkLabel              *why_not;
  GtkWidget             *take;
  GtkLabel              *take_label;
  GPtrArray             *buttons; /* one a key, in their order */
  const LecternSceneKey *key;     /* the one that is chosen */
  LecternScene          *scene;
  char                  *file; /* "picture 2" */
  gboolean               open;
  gboolean               filling;
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSceneChooser, lectern_scene_chooser, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternSceneChooser *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternSceneChooser *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* As it stands in the field: a number counts while it is being typed, too. */
static int
read_number (GtkSpinButton *spin)
{
  gint64 number = 0;
  if (g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (spin)), 10, 0, G_MAXINT, &number, NULL))
    return (int) number;
  return gtk_spin_button_get_value_as_int (spin);
}

/* The contest's files of that role, by their numbers. Borrowed records; free the array. */
static GPtrArray *
list_files (LecternContest *contest,
            LecternRole     role)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (contest, &lectern_table_attachment);
  GPtrArray *files = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((LecternAttachment *) rows->pdata[i])->role, lectern_role_get_name (role)))
      g_ptr_array_add (files, rows->pdata[i]);
  return files;
}

static const LecternAttachment *
get_file (LecternSceneChooser *self)
{
  g_autoptr (GPtrArray) files = list_files (get_contest (self), self->key->role);
  guint index = (guint) read_number (self->which);
  return index >= 1 && index <= files->len ? g_ptr_array_index (files, index - 1) : NULL;
}

/* The choice ------------------------------------------------------------------------------- */

/* @self->file lends the text of a picture. */
static LecternSceneChoice
get_choice (LecternSceneChooser *self)
{
  LecternSceneChoice choice = { self->key->kind, LECTERN_NULL, LECTERN_NULL, NULL };
  const char        *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  int                number = read_number (self->number);
  if ((self->key->settings & LECTERN_SCENE_SETTING_TEXT) && *text)
    choice.text = text;
  if (self->key->settings & LECTERN_SCENE_SETTING_LOT)
    choice.lot = read_number (self->which);
  if ((self->key->settings & (LECTERN_SCENE_SETTING_PAGE | LECTERN_SCENE_SETTING_MINUTES)) && number > 0)
    choice.number = number;
  if (self->key->settings & LECTERN_SCENE_SETTING_FILE)
    {
      const LecternAttachment *file = get_file (self);
      g_free (self->file);
      self->file = g_strdup_printf ("%s %d", lectern_role_get_name (self->key->role), file ? (int) file->owner : 1);
      choice.text = self->file;
    }
  return choice;
}

static guint
count_pages (LecternSceneChooser *self)
{
  g_autofree char *sha256 = NULL;
  if (!self->scene)
    return 0;
  if (self->scene->kind != LECTERN_SCENE_COURSEWARE)
    return self->scene->n_pages;
  sha256 = lectern_scene_get_picture_hash (self->scene);
  return lectern_scene_files_get_n_pages (lectern_scene_files_get_for (lectern_desk_get_follower (get_desk (self))), sha256);
}

/* Whose scene it is, or which file: beside its number. */
static void
show_who (LecternSceneChooser *self)
{
  LecternContest  *contest = get_contest (self);
  g_autofree char *words = NULL;
  if (self->key->settings & LECTERN_SCENE_SETTING_LOT)
    {
      const LecternEntry *entry = lectern_contest_get_entry_by_lot (contest, read_number (self->which));
      words = entry ? lectern_correction_name_entry (contest, entry) : NULL;
    }
  else if (self->key->settings & LECTERN_SCENE_SETTING_FILE)
    {
      const LecternAttachment *file = get_file (self);
      words = file ? g_strdup (file->name) : NULL;
    }
  gtk_label_set_text (self->who, words ? words : "");
}

static void
show_pages (LecternSceneChooser *self)
{
  guint            n_pages = count_pages (self);
  g_autofree char *words = NULL;
  if (!(self->key->settings & LECTERN_SCENE_SETTING_PAGE))
    return;
  /* Translators: before a field with the number of a page, how many there are. */
  words = n_pages > 0 ? g_strdup_printf (_ ("Page (of %u)"), n_pages) : g_strdup (_ ("Page"));
  gtk_label_set_text (self->number_label, words);
  if (n_pages > 0)
    gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->number), n_pages);
}

static void
say (GtkLabel   *label,
     const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static const char *
describe_news (LecternSceneKind kind)
{
  return kind == LECTERN_SCENE_REVEAL ? _ ("The hall has not seen this result yet.") : _ ("The ceremony is not over: this tells the hall who has won.");
}

/* Looks at the contest as it is now. */
static void
preview (LecternSceneChooser *self)
{
  const LecternSceneChoice choice = get_choice (self);
  g_autoptr (GError) error = NULL;
  const char      *name = lectern_scene_key_get_name (self->key);
  g_autofree char *label = NULL;
  g_clear_pointer (&self->scene, lectern_scene_unref);
  self->scene = lectern_scene_choice_freeze (&choice, get_contest (self), g_get_real_time () / 1000, &error);
  show_who (self);
  show_pages (self);
  say (self->why_not, self->scene ? "" : error->message);
  say (self->news, self->scene && lectern_scene_choice_is_news (&choice, get_contest (self)) ? describe_news (choice.kind) : "");
  label = g_strdup_printf (_ ("Show: %s"), name);
  gtk_label_set_text (self->take_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (self->take, self->scene != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_setting_changed_cb (LecternSceneChooser *self)
{
  if (self->open && !self->filling)
    preview (self);
}

/* Usual settings --------------------------------------------------------------------------- */

static const LecternEntry *
find_waiting (LecternContest     *contest,
              const LecternEntry *on_stage)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);
      if (entry->lot != LECTERN_NULL && entry->state == LECTERN_ENTRY_WAITING && (!on_stage || entry->lot > on_stage->lot))
        return entry;
    }
  return NULL;
}

/* Whoever spoke last among those the hall knows the result of. */
static const LecternEntry *
find_revealed (LecternContest *contest)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  const LecternEntry *last = NULL;
  for (guint i = 0; i < entries->len; i++)
    if (((LecternEntry *) entries->pdata[i])->revealed == 1)
      last = entries->pdata[i];
  return last;
}

static gint64
choose_lot (LecternContest  *contest,
            LecternSceneKind kind)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternEntry *entry = kind == LECTERN_SCENE_DECK ? find_waiting (contest, on_stage) : kind == LECTERN_SCENE_REVEAL ? find_revealed (contest)
                                                                                                                           : on_stage;
  if (!entry)
    entry = on_stage;
  return entry && entry->lot != LECTERN_NULL ? entry->lot : 1;
}

static void
fill_which (LecternSceneChooser *self)
{
  LecternContest *contest = get_contest (self);
  gboolean        lot = (self->key->settings & LECTERN_SCENE_SETTING_LOT) != 0;
  gboolean        file = (self->key->settings & LECTERN_SCENE_SETTING_FILE) != 0;
  g_autoptr (GPtrArray) all = file ? list_files (contest, self->key->role) : lectern_contest_list_entries (contest, NULL);
  gtk_widget_set_visible (self->which_box, lot || file);
  gtk_label_set_text (self->which_label, file ? C_ ("scene setting", "File") : C_ ("scene setting", "No."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->which), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->which_label), -1);
  gtk_spin_button_set_range (self->which, 1, MAX (all->len, 1));
  gtk_spin_button_set_value (self->which, lot ? (double) choose_lot (contest, self->key->kind) : 1);
}

static void
fill_number (LecternSceneChooser *self)
{
  gboolean minutes = (self->key->settings & LECTERN_SCENE_SETTING_MINUTES) != 0;
  gtk_widget_set_visible (self->number_box, minutes || (self->key->settings & LECTERN_SCENE_SETTING_PAGE));
  gtk_label_set_text (self->number_label, minutes ? _ ("Minutes, 0 for none") : _ ("Page"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->number_label), -1);
  gtk_spin_button_set_range (self->number, minutes ? 0 : 1, minutes ? LECTERN_SCENE_BREAK_MINUTES_MOST : PAGES_MOST);
  gtk_spin_button_set_value (self->number, minutes ? 0 : 1);
}

static void
fill_settings (LecternSceneChooser *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_widget_set_visible (self->text, (self->key->settings & LECTERN_SCENE_SETTING_TEXT) != 0);
  fill_which (self);
  fill_number (self);
  gtk_widget_set_visible (self->settings, self->key->settings != LECTERN_SCENE_SETTING_NONE);
  self->filling = FALSE;
}

/* Keys and buttons ------------------------------------------------------------------------- */

static GtkToggleButton *
get_button (LecternSceneChooser   *self,
            const LecternSceneKey *key)
{
  return g_ptr_array_index (self->buttons, (guint) (key - lectern_scene_keys_get (0)));
}

static void
on_kind_toggled_cb (GtkToggleButton     *button,
                    LecternSceneChooser *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->key = g_object_get_data (G_OBJECT (button), "key");
  if (!self->open || !get_desk (self))
    return;
  fill_settings (self);
  preview (self);
}

static GtkWidget *
make_button (const LecternSceneKey *key)
{
  GtkWidget  *button = gtk_toggle_button_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *cap = gtk_label_new (key->cap);
  GtkWidget  *label = gtk_label_new (lectern_scene_key_get_short_name (key));
  const char *name = lectern_scene_key_get_name (key);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "scene-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key->cap, -1);
  g_object_set_data (G_OBJECT (button), "key", (gpointer) key);
  return button;
}

static void
add_buttons (LecternSceneChooser *self)
{
  for (guint i = 0; i < lectern_scene_keys_get_n (); i++)
    {
      GtkWidget *button = make_button (lectern_scene_keys_get (i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
      g_ptr_array_add (self->buttons, button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_kind_toggled_cb), self, 0);
      gtk_flow_box_append (self->kinds, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
on_take_cb (LecternSceneChooser *self)
{
  lectern_scene_chooser_take (self);
}

static gboolean
is_in (GtkWidget *focus,
       gpointer   field)
{
  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (field));
}

/* From a field that is typed in; elsewhere the page has taken the key before. A field for a number
 * has no signal of its own for Enter in GTK 4.8. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LecternSceneChooser   *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean   enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  if (!self->open)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    lectern_scene_chooser_set_open (self, FALSE);
  else if (enter && (is_in (focus, self->which) || is_in (focus, self->number)))
    lectern_scene_chooser_take (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
lectern_scene_chooser_refresh (LecternConsolePart *part,
                               LecternChange      *change)
{
  LecternSceneChooser *self = LECTERN_SCENE_CHOOSER (part);
  if (self->open)
    preview (self);
}

static void
lectern_scene_chooser_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, LECTERN_SCENE_CHOOSER (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_scene_chooser_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (id == PROP_OPEN)
    lectern_scene_chooser_set_open (LECTERN_SCENE_CHOOSER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_scene_chooser_dispose (GObject *object)
{
  LecternSceneChooser *self = LECTERN_SCENE_CHOOSER (object);
  g_clear_pointer (&self->scene, lectern_scene_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_free);
  G_OBJECT_CLASS (lectern_scene_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-scene-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, kinds);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, settings);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, text);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, which_box);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, which_label);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, which);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, who);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, number_box);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, number_label);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, number);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, news);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, why_not);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, take);
  gtk_widget_class_bind_template_child (widget_class, LecternSceneChooser, take_label);
  gtk_widget_class_bind_template_callback (widget_class, on_setting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_cb);
}

static void
lectern_scene_chooser_class_init (LecternSceneChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_scene_chooser_get_property;
  object_class->set_property = lectern_scene_chooser_set_property;
  object_class->dispose = lectern_scene_chooser_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_scene_chooser_refresh;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_SCENE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
lectern_scene_chooser_init (LecternSceneChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->key = lectern_scene_keys_get (0);
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

gboolean
lectern_scene_chooser_get_open (LecternSceneChooser *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_CHOOSER (self), FALSE);
  return self->open;
}

void
lectern_scene_chooser_set_open (LecternSceneChooser *self,
                                gboolean             open)
{
  g_return_if_fail (LECTERN_IS_SCENE_CHOOSER (self));
  if (self->open == open)
    return;
  if (open)
    {
      lectern_scene_chooser_choose (self, lectern_scene_keys_get (0));
      return;
    }
  self->open = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->scene, lectern_scene_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_scene_chooser_choose (LecternSceneChooser   *self,
                              const LecternSceneKey *key)
{
  gboolean was_open;
  g_return_if_fail (LECTERN_IS_SCENE_CHOOSER (self));
  g_return_if_fail (key != NULL && get_desk (self) != NULL);
  if (self->buttons->len == 0)
    add_buttons (self); /* the first frame of the evening page does not wait for them */
  was_open = self->open;
  self->open = FALSE; /* once, and not for the button that was active before */
  gtk_toggle_button_set_active (get_button (self, key), TRUE);
  self->key = key;
  self->open = TRUE;
  fill_settings (self);
  preview (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_button (self, key)));
  if (!was_open)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

LecternScene *
lectern_scene_chooser_get_scene (LecternSceneChooser *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_CHOOSER (self), NULL);
  return self->scene;
}

const char *
lectern_scene_chooser_get_why_not (LecternSceneChooser *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_CHOOSER (self), NULL);
  return gtk_label_get_text (self->why_not);
}

gboolean
lectern_scene_chooser_take (LecternSceneChooser *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_CHOOSER (self), FALSE);
  if (!self->open || !self->scene)
    return FALSE;
  const LecternSceneChoice choice = get_choice (self);
  lectern_desk_note_press (get_desk (self));
  lectern_scene_show (GTK_WIDGET (self), get_desk (self), &choice);
  lectern_scene_chooser_set_open (self, FALSE);
  return TRUE;
}

static gboolean
has_focus (LecternSceneChooser *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The kind before, or after; round and round. */
static void
move_by (LecternSceneChooser *self,
         int                  by)
{
  guint n = lectern_scene_keys_get_n ();
  guint at = (guint) (self->key - lectern_scene_keys_get (0));
  lectern_scene_chooser_choose (self, lectern_scene_keys_get ((at + n + (guint) by) % n));
}

/* From the kinds to what can be set about the one that is chosen. */
static gboolean
enter_settings (LecternSceneChooser *self)
{
  GtkWidget *fields[] = { self->text, GTK_WIDGET (self->which), GTK_WIDGET (self->number), self->take };
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!root || !is_in (gtk_root_get_focus (root), self->kinds))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_mapped (fields[i]))
      return gtk_widget_grab_focus (fields[i]);
  return FALSE;
}

gboolean
lectern_scene_chooser_press_key (LecternSceneChooser *self,
                                 guint                keyval)
{
  const LecternSceneKey *key;
  g_return_val_if_fail (LECTERN_IS_SCENE_CHOOSER (self), FALSE);
  switch (keyval)
    {
    case GDK_KEY_Escape:
      lectern_scene_chooser_set_open (self, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (!has_focus (self))
        return FALSE;
      lectern_scene_chooser_take (self);
      return TRUE;
    case GDK_KEY_Tab:
      return enter_settings (self);
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      if (has_focus (self))
        move_by (self, keyval == GDK_KEY_Right || keyval == GDK_KEY_Down ? 1 : -1);
      return has_focus (self);
    default:
      key = lectern_scene_keys_find (keyval);
      if (key)
        lectern_scene_chooser_choose (self, key);
      return key != NULL;
    }
}
