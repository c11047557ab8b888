/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The programs that take pictures bring every window and page into every state that matters. Started
 * with LECTERN_WALK, which says how large the text gets in per cent, they measure what they would have
 * taken a picture of. */

#define G_LOG_DOMAIN "lectern-test"

#include "window-walk.h"

#include <adwaita.h>
#include <stdarg.h>
#include <stdlib.h>

#define SCREEN_WIDTH 1366
#define SCREEN_HEIGHT 768
#define USUAL_DPI (96 * 1024)
#define SOLID_BORDER 10
#define SETTLE_MS 40
#define PATIENCE 100

typedef struct
{
  GtkWidget  *window;
  const char *name;
  int         percent;
  GPtrArray  *faults; /* sentences */
} Walk;

gboolean
window_walk_is_wanted (void)
{
  return g_getenv ("LECTERN_WALK") != NULL;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + SETTLE_MS * 1000;
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* Where something is, as a person who has to find it needs it: the classes above it that are ours. */
static char *
describe_place (GtkWidget *widget)
{
  g_autoptr (GString) place = g_string_new (G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *above = gtk_widget_get_parent (widget); above; above = gtk_widget_get_parent (above))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (above), "Lectern") || GTK_IS_BUTTON (above) || ADW_IS_PREFERENCES_ROW (above))
      {
        g_string_append (place, " in ");
        g_string_append (place, G_OBJECT_TYPE_NAME (above));
      }
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void G_GNUC_PRINTF (3, 4)
  say_fault (const Walk *walk,
             GtkWidget  *widget,
             const char *format,
             ...)
{
  g_autofree char *place = describe_place (widget);
  va_list          arguments;
  va_start (arguments, format);
  g_autofree char *fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (walk->faults, g_strdup_printf ("%s at %d %%: %s: %s", walk->name, walk->percent, place, fault));
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The field itself is a part of what a person knows as the entry: that has the name. A text says its
 * own words, but an entry says nothing of what it asks for. */
static gboolean
is_called_something (GtkWidget *widget)
{
  if (is_named (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget) || (GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON)))
    for (GtkWidget *above = gtk_widget_get_parent (widget); above; above = gtk_widget_get_parent (above))
      if (GTK_IS_EDITABLE (above))
        return is_named (above) || (ADW_IS_ENTRY_ROW (above) && has_words (above));
  return !GTK_IS_EDITABLE (widget) && has_words (widget);
}

/* Of those that GTK brings along, what stands for the whole has the name. */
static gboolean
is_control (GtkWidget *widget)
{
  static const char *const kinds[] = {
    "GtkButton", "GtkSwitch", "GtkCheckButton", "GtkText", "GtkTextView", "GtkListBoxRow",
    "GtkScale", "GtkDropDown", "GtkSpinButton", "GtkMenuButton", "GtkDrawingArea", "GtkPicture"
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GType type = g_type_from_name (kinds[i]);
      if (type && g_type_is_a (G_OBJECT_TYPE (widget), type))
        return TRUE;
    }
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Lectern");
}

static void
check_name (const Walk *walk,
            GtkWidget  *widget)
{
  if (!gtk_widget_get_focusable (widget) || !is_control (widget) || GTK_IS_WINDOW (widget))
    return;
  if (!is_called_something (widget))
    say_fault (walk, widget, "can have the focus and has no name");
}

static gboolean
is_in_untold_button (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  return button && !gtk_widget_get_tooltip_text (button);
}

/* What large text may do to the words of the two large buttons, which hold a name of any length: several
 * lines, and then dots. */
static gboolean
is_in_lines (const Walk *walk,
             GtkLabel   *label)
{
  return walk->percent > 100 && gtk_label_get_lines (label) > 2;
}

/* A title or a name that somebody typed may end in dots, for it is whole where the tooltip is or
 * where it is opened; what a button does may not. */
static void
check_words (const Walk *walk,
             GtkLabel   *label)
{
  GtkWidget   *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int          width, height, has_width = gtk_widget_get_width (widget), has_height = gtk_widget_get_height (widget);
  if (!*gtk_label_get_text (label))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE && (width > has_width + 1 || height > has_height + 1))
    say_fault (walk, widget, "“%s” needs %d × %d and has %d × %d", gtk_label_get_text (label), width, height, has_width, has_height);
  if (pango_layout_is_ellipsized (layout) && is_in_untold_button (widget) && !is_in_lines (walk, label))
    say_fault (walk, widget, "the button “%s” is cut", gtk_label_get_text (label));
}

/* What hides the words though they have their room: the edge of something that does not scroll. The two
 * titles of an AdwEntryRow lie one upon the other, and only one of them is drawn. */
static void
check_edges (const Walk *walk,
             GtkWidget  *widget)
{
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW))
    return;
  for (GtkWidget *above = gtk_widget_get_parent (widget); above && !GTK_IS_VIEWPORT (above) && !GTK_IS_SCROLLABLE (above); above = gtk_widget_get_parent (above))
    {
      graphene_rect_t bounds;
      if (gtk_widget_get_overflow (above) != GTK_OVERFLOW_HIDDEN && above != walk->window)
        continue;
      if (!gtk_widget_compute_bounds (widget, above, &bounds))
        continue;
      if (bounds.origin.x < -1 || bounds.origin.y < -1 ||
          bounds.origin.x + bounds.size.width > (float) (gtk_widget_get_width (above) + 1) ||
          bounds.origin.y + bounds.size.height > (float) (gtk_widget_get_height (above) + 1))
        {
          say_fault (walk, widget, "“%s” stands over the edge of a %s", gtk_label_get_text (GTK_LABEL (widget)), G_OBJECT_TYPE_NAME (above));
          return;
        }
    }
}

static void
look_at (const Walk *walk,
         GtkWidget  *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  check_name (walk, widget);
  if (GTK_IS_LABEL (widget))
    {
      check_words (walk, GTK_LABEL (widget));
      check_edges (walk, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    look_at (walk, child);
}

static void
check_size (const Walk *walk)
{
  int width, height;
  gtk_widget_measure (walk->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (walk->window, GTK_ORIENTATION_VERTICAL, MAX (width, gtk_widget_get_width (walk->window)), &height, NULL, NULL, NULL);
  if (width > SCREEN_WIDTH)
    say_fault (walk, walk->window, "is %d wide", width);
  if (height > SCREEN_HEIGHT)
    say_fault (walk, walk->window, "is %d high", height);
  /* libadwaita counts the border that a window has without a compositor for these, and does not ask for it. */
  int border = ADW_IS_MESSAGE_DIALOG (walk->window) ? SOLID_BORDER : 0;
  if (gtk_widget_get_width (walk->window) + border < width || gtk_widget_get_height (walk->window) + border < height)
    say_fault (walk, walk->window, "is %d × %d and was not given its %d × %d", gtk_widget_get_width (walk->window), gtk_widget_get_height (walk->window), width, height);
}

/* What was asked for takes its time until it is laid out: only what stays wrong is. */
static void
look_until_right (Walk *walk)
{
  for (guint i = 0; i == 0 || (walk->faults->len > 0 && i < PATIENCE); i++)
    {
      settle ();
      g_ptr_array_set_size (walk->faults, 0);
      look_at (walk, walk->window);
      check_size (walk);
    }
  for (guint i = 0; i < walk->faults->len; i++)
    g_print ("fault: %s\n", (const char *) g_ptr_array_index (walk->faults, i));
  g_print ("looked: %s at %d %%\n", walk->name, walk->percent);
}

void
window_walk_look (GtkWidget  *window,
                  const char *name)
{
  static const int percents[] = { 100, 200 };
  const char      *largest = g_getenv ("LECTERN_WALK");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (percents) && percents[i] <= atoi (largest); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      Walk walk = { window, name, percents[i], faults };
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI * percents[i] / 100, NULL);
      look_until_right (&walk);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
  settle ();
}
