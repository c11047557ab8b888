/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's words in a window of its own. It is read from where the MC stands, so a text that would
 * not fit is set smaller rather than cut; the size that was chosen comes back with the next one.
 * A screen that gets a role of the hall's is left at once: nothing of this may be seen there. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-script-window.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme.h"
#include "lectern-script-markup.h"
#include "lectern-script.h"
#include "lectern-sequence.h"

struct _LecternScriptWindow
{
  AdwWindow    parent_instance;
  LecternDesk *desk;
  char        *said;     /* what is shown, to notice another text */
  guint        chosen;   /* an index of sizes */
  guint        shown;    /* the same, as far as there is room */
  double       room;     /* height of what is in sight */
  guint        fitting;  /* tick callback */
  gboolean     laid_out; /* since the size was changed last */

  GtkWidget     *header;
  GtkWidget     *content;
  GtkWidget     *screen_button;
  GtkAdjustment *scroll;
  GtkWidget     *rehearsal;
  GtkWidget     *black;
  GtkLabel      *cue;
  GtkLabel      *words;
  GtkWidget     *next_box;
  GtkLabel      *next_cue;
  GtkLabel      *next_words;
};

G_DEFINE_FINAL_TYPE (LecternScriptWindow, lectern_script_window, ADW_TYPE_WINDOW)

static const int sizes[] = { 20, 24, 28, 34, 40, 48, 57, 68, 80, 96, 115, 137 };
#define USUAL_SIZE 5

static LecternContest *
get_contest (LecternScriptWindow *self)
{
  return lectern_desk_get_contest (self->desk);
}

/* The size -------------------------------------------------------------------------------------- */

static void
set_label_size (GtkLabel *label,
                int       pixels)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (pixels * PANGO_SCALE));
  gtk_label_set_attributes (label, attributes);
}

static void
set_label_sizes (LecternScriptWindow *self)
{
  int pixels = sizes[self->shown];
  set_label_size (self->words, pixels);
  set_label_size (self->next_words, MAX (pixels * 6 / 10, sizes[0]));
  set_label_size (self->cue, MAX (pixels * 4 / 10, sizes[0]));
  set_label_size (self->next_cue, MAX (pixels * 4 / 10, sizes[0]));
  self->laid_out = FALSE;
}

/* A frame for each size, from the chosen one down, until everything is in sight: what a size needs is
 * known once it was laid out. */
static gboolean
on_fit_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (widget);
  gboolean             laid_out = self->laid_out;
  self->laid_out = TRUE;
  if (!laid_out)
    return G_SOURCE_CONTINUE;
  if (self->shown > 0 && gtk_adjustment_get_upper (self->scroll) > gtk_adjustment_get_page_size (self->scroll) + 1)
    {
      self->shown--;
      set_label_sizes (self);
      return G_SOURCE_CONTINUE;
    }
  self->fitting = 0;
  return G_SOURCE_REMOVE;
}

static void
fit (LecternScriptWindow *self)
{
  if (!self->fitting)
    self->fitting = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_fit_cb, NULL, NULL);
}

static void
show_size (LecternScriptWindow *self)
{
  self->shown = self->chosen;
  set_label_sizes (self);
  fit (self);
}

/* Another height of the window, or of what is in it. */
static void
on_scroll_changed_cb (LecternScriptWindow *self)
{
  double room = gtk_adjustment_get_page_size (self->scroll);
  if (room > self->room + 1 && self->shown < self->chosen)
    show_size (self);
  else
    fit (self);
  self->room = room;
}

static void
choose_size (LecternScriptWindow *self,
             guint                index)
{
  self->chosen = MIN (index, G_N_ELEMENTS (sizes) - 1);
  show_size (self);
}

static void
on_larger_activated_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (widget);
  choose_size (self, self->chosen + 1);
}

static void
on_smaller_activated_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (widget);
  /* From what is seen: a press is always seen to do something. */
  choose_size (self, self->shown > 0 ? self->shown - 1 : 0);
}

static void
on_usual_size_activated_cb (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  choose_size (LECTERN_SCRIPT_WINDOW (widget), USUAL_SIZE);
}

static void
on_night_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  GtkWidget *content = LECTERN_SCRIPT_WINDOW (widget)->content;
  if (gtk_widget_has_css_class (content, "night"))
    gtk_widget_remove_css_class (content, "night");
  else
    gtk_widget_add_css_class (content, "night");
}

/* The screen ------------------------------------------------------------------------------------ */

/* Whether the MC's words may fill @screen: not where the hall, or the speaker, looks at something. */
static gboolean
may_fill (LecternScreen *screen)
{
  LecternScreenPlace place = lectern_screen_get_place (screen);
  return place == LECTERN_SCREEN_FREE || place == LECTERN_SCREEN_OWN;
}

/* Without an application there are none. */
static GListModel *
get_screens (LecternScriptWindow *self)
{
  LecternScreens *screens = lectern_desk_get_screens (self->desk);
  return screens ? G_LIST_MODEL (screens) : NULL;
}

static LecternScreen *
find_screen (LecternScriptWindow *self,
             GdkMonitor          *monitor)
{
  GListModel *screens = get_screens (self);
  for (guint i = 0; screens && i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (LecternScreen) screen = g_list_model_get_item (screens, i);
      if (lectern_screen_get_monitor (screen) == monitor)
        return screen; /* the list keeps it */
    }
  return NULL;
}

/* The screen the window is on; NULL when nobody knows. */
static LecternScreen *
find_own_screen (LecternScriptWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = surface ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  return monitor ? find_screen (self, monitor) : NULL;
}

static void
refuse_screen (LecternScriptWindow *self)
{
  lectern_desk_refuse (self->desk, _ ("That screen shows something to the hall or the speaker. Choose another one for the MC."));
}

static void
on_full_screen_activated_cb (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (widget);
  LecternScreen       *screen = find_own_screen (self);
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else if (!screen || may_fill (screen))
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    refuse_screen (self);
}

static void
on_leave_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
}

static void
on_screen_activated_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (widget);
  GListModel          *screens = get_screens (self);
  for (guint i = 0; screens && i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (LecternScreen) screen = g_list_model_get_item (screens, i);
      if (g_str_equal (lectern_screen_get_name (screen), g_variant_get_string (parameter, NULL)))
        lectern_script_window_fill (self, screen);
    }
}

/* The screens that could be filled with the MC's words; without any there is no button. */
static void
show_screens (LecternScriptWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GListModel *screens = get_screens (self);
  for (guint i = 0; screens && i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (LecternScreen) screen = g_list_model_get_item (screens, i);
      if (lectern_screen_get_place (screen) != LECTERN_SCREEN_FREE)
        continue;
      /* Translators: the name of a screen. */
      g_autofree char *label = g_strdup_printf (_ ("Fill %s"), lectern_screen_get_name (screen));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "script.screen", "s", lectern_screen_get_name (screen));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->screen_button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->screen_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
on_screens_changed_cb (LecternScriptWindow *self)
{
  LecternScreen *screen = gtk_window_is_fullscreen (GTK_WINDOW (self)) ? find_own_screen (self) : NULL;
  if (screen && !may_fill (screen))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  show_screens (self);
}

static void
on_fullscreened_cb (LecternScriptWindow *self)
{
  gtk_widget_set_visible (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* The words ------------------------------------------------------------------------------------- */

static char *
describe_now (LecternScriptWindow *self)
{
  LecternContest   *contest = get_contest (self);
  const LecternCue *cue = lectern_contest_get_cue_on_air (contest);
  g_autofree char  *name = cue ? lectern_programme_describe_cue (contest, cue) : g_strdup (_ ("Before the beginning"));
  guint             step = 0;
  gboolean          on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  guint n_steps = held && on_air ? lectern_sequence_get_n_steps (held) : 0;
  /* Translators: “Reveal No. 11”, a step's number, how many there are. */
  return n_steps > 1 ? g_strdup_printf (_ ("%s · step %u of %u"), name, step + 1, n_steps) : g_steal_pointer (&name);
}

static char *
describe_next (LecternScriptWindow *self)
{
  LecternContest *contest = get_contest (self);
  guint           step = 0;
  gboolean        on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  const LecternCue *cue = lectern_contest_get_next_cue (contest);
  if (lectern_sequence_get_next (held, contest, step, on_air) != LECTERN_SEQUENCE_NEXT_CUE)
    return g_strdup (_ ("Next step"));
  g_autofree char *name = cue ? lectern_programme_describe_cue (contest, cue) : NULL;
  /* Translators: what comes next: “Reveal No. 11”. */
  return name ? g_strdup_printf (_ ("Next: %s"), name) : g_strdup ("");
}

static void
show_words (LecternScriptWindow *self)
{
  LecternContest             *contest = get_contest (self);
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternOnAir         *on_air = lectern_contest_get_on_air (contest);
  if (!record)
    return;
  g_autofree char *now = lectern_script_get_now (contest);
  g_autofree char *next = lectern_script_get_next (contest);
  g_autofree char *now_cue = describe_now (self);
  g_autofree char *next_cue = describe_next (self);
  g_autofree char *now_markup = lectern_script_markup_embolden (contest, now);
  g_autofree char *next_markup = lectern_script_markup_embolden (contest, next);
  g_autofree char *said = g_strjoin ("\n", now_cue, now, next_cue, next, NULL);
  gtk_widget_set_visible (self->rehearsal, record->rehearsal == 1);
  gtk_widget_set_visible (self->black, on_air && on_air->blank == 1);
  if (g_strcmp0 (said, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  gtk_label_set_text (self->cue, now_cue);
  gtk_label_set_markup (self->words, *now ? now_markup : _ ("Nothing is read here."));
  gtk_label_set_text (self->next_cue, next_cue);
  gtk_label_set_markup (self->next_words, next_markup);
  gtk_widget_set_visible (GTK_WIDGET (self->next_words), *next != '\0');
  gtk_widget_set_visible (self->next_box, *next_cue != '\0');
  show_size (self);
  gtk_adjustment_set_value (self->scroll, 0);
}

static void
on_desk_changed_cb (LecternDesk         *desk,
                    LecternChange       *change,
                    LecternScriptWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_words (self);
}

static void
lectern_script_window_map (GtkWidget *widget)
{
  show_words (LECTERN_SCRIPT_WINDOW (widget));
  GTK_WIDGET_CLASS (lectern_script_window_parent_class)->map (widget);
}

static void
lectern_script_window_dispose (GObject *object)
{
  LecternScriptWindow *self = LECTERN_SCRIPT_WINDOW (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->said, g_free);
  G_OBJECT_CLASS (lectern_script_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "script.larger" },
    { GDK_KEY_equal, "script.larger" },
    { GDK_KEY_KP_Add, "script.larger" },
    { GDK_KEY_minus, "script.smaller" },
    { GDK_KEY_KP_Subtract, "script.smaller" },
    { GDK_KEY_0, "script.usual-size" },
    { GDK_KEY_n, "script.night" },
    { GDK_KEY_F11, "script.full-screen" },
    { GDK_KEY_Escape, "script.leave" },
  };
  gtk_widget_class_install_action (widget_class, "script.larger", NULL, on_larger_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.smaller", NULL, on_smaller_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.usual-size", NULL, on_usual_size_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.night", NULL, on_night_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.full-screen", NULL, on_full_screen_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.leave", NULL, on_leave_activated_cb);
  gtk_widget_class_install_action (widget_class, "script.screen", "s", on_screen_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "script.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lectern_script_window_class_init (LecternScriptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_script_window_dispose;
  widget_class->map = lectern_script_window_map;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-script-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, screen_button);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, rehearsal);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, black);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, cue);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, words);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, next_box);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, next_cue);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptWindow, next_words);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fullscreened_cb);
}

static void
lectern_script_window_init (LecternScriptWindow *self)
{
  self->chosen = self->shown = USUAL_SIZE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_label_sizes (self);
}

GtkWindow *
lectern_script_window_new (LecternDesk *desk)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternScriptWindow *self = g_object_new (LECTERN_TYPE_SCRIPT_WINDOW, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, 0);
  g_signal_connect_object (desk, "connections-changed", G_CALLBACK (on_screens_changed_cb), self, G_CONNECT_SWAPPED);
  show_screens (self);
  return GTK_WINDOW (self);
}

int
lectern_script_window_get_size (LecternScriptWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_SCRIPT_WINDOW (self), 0);
  return sizes[self->chosen];
}

void
lectern_script_window_fill (LecternScriptWindow *self,
                            LecternScreen       *screen)
{
  g_return_if_fail (LECTERN_IS_SCRIPT_WINDOW (self));
  GdkMonitor *monitor = lectern_screen_get_monitor (screen);
  if (monitor && may_fill (screen))
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    refuse_screen (self);
}
