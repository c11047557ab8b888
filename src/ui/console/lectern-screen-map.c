/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The arrangement as the system has it. Mirrored screens lie over each other, which is what is
 * wrong with them; their numbers are then written side by side. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-map.h"

#include <glib/gi18n-lib.h>

#include "lectern-screen-words.h"

#define HEIGHT 140
#define GAP 4

struct _LecternScreenMap
{
  GtkWidget  parent_instance;
  GPtrArray *screens; /* as they were when shown last */
};

G_DEFINE_FINAL_TYPE (LecternScreenMap, lectern_screen_map, GTK_TYPE_WIDGET)

static void
lectern_screen_map_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : HEIGHT;
}

/* The smallest rectangle that holds all of them. */
static GdkRectangle
find_whole (GPtrArray *screens)
{
  GdkRectangle whole = { 0 };
  for (guint i = 0; i < screens->len; i++)
    {
      const GdkRectangle *area = lectern_screen_get_area (g_ptr_array_index (screens, i));
      if (whole.width == 0)
        whole = *area;
      else if (area->width > 0)
        gdk_rectangle_union (&whole, area, &whole);
    }
  return whole;
}

/* The numbers of all that have the place of the one at @index; NULL when an earlier one wrote them. */
static char *
make_numbers (GPtrArray *screens,
              guint      index)
{
  const GdkRectangle *area = lectern_screen_get_area (g_ptr_array_index (screens, index));
  GString            *numbers = g_string_new (NULL);
  for (guint i = 0; i < screens->len; i++)
    {
      const GdkRectangle *other = lectern_screen_get_area (g_ptr_array_index (screens, i));
      if (other->x != area->x || other->y != area->y)
        continue;
      if (i < index)
        {
          g_string_free (numbers, TRUE);
          return NULL;
        }
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? " = " : "", i + 1);
    }
  return g_string_free (numbers, FALSE);
}

static void
draw_words (GtkWidget             *widget,
            GtkSnapshot           *snapshot,
            const char            *words,
            const GdkRGBA         *colour,
            const graphene_rect_t *box)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  int width, height;
  pango_layout_set_width (layout, (int) box->size.width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -3);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->origin.x, box->origin.y + (box->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_screen (LecternScreenMap      *self,
             GtkSnapshot           *snapshot,
             guint                  index,
             const graphene_rect_t *box)
{
  LecternScreen   *screen = g_ptr_array_index (self->screens, index);
  gboolean         shown = lectern_screen_get_place (screen) == LECTERN_SCREEN_SHOWN;
  g_autofree char *numbers = make_numbers (self->screens, index);
  GdkRGBA          colour;
  GskRoundedRect   outline;
  const float      line = shown ? 3 : 1;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  GdkRGBA ground = { colour.red, colour.green, colour.blue, shown ? 0.16f : 0.06f };
  gsk_rounded_rect_init_from_rect (&outline, box, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ line, line, line, line }, (GdkRGBA[4]){ colour, colour, colour, colour });
  if (!numbers)
    return;
  g_autofree char *words = g_strdup_printf ("%s\n%s", numbers, lectern_screen_get_short_name (screen));
  draw_words (GTK_WIDGET (self), snapshot, words, &colour, box);
}

static void
lectern_screen_map_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LecternScreenMap *self = LECTERN_SCREEN_MAP (widget);
  GdkRectangle      whole = find_whole (self->screens);
  if (whole.width <= 0 || whole.height <= 0)
    return;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float factor = MIN (width / (float) whole.width, height / (float) whole.height);
  float left = (width - (float) whole.width * factor) / 2, top = (height - (float) whole.height * factor) / 2;
  for (guint i = 0; i < self->screens->len; i++)
    {
      const GdkRectangle *area = lectern_screen_get_area (g_ptr_array_index (self->screens, i));
      graphene_rect_t     box = GRAPHENE_RECT_INIT (left + (float) (area->x - whole.x) * factor, top + (float) (area->y - whole.y) * factor,
                                                    (float) area->width * factor - GAP, (float) area->height * factor - GAP);
      if (area->width > 0)
        draw_screen (self, snapshot, i, &box);
    }
}

static void
lectern_screen_map_finalize (GObject *object)
{
  g_clear_pointer (&LECTERN_SCREEN_MAP (object)->screens, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_screen_map_parent_class)->finalize (object);
}

static void
lectern_screen_map_class_init (LecternScreenMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_screen_map_finalize;
  widget_class->measure = lectern_screen_map_measure;
  widget_class->snapshot = lectern_screen_map_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lectern_screen_map_init (LecternScreenMap *self)
{
  self->screens = g_ptr_array_new_with_free_func (g_object_unref);
}

void
lectern_screen_map_show (LecternScreenMap *self,
                         LecternScreens   *screens)
{
  g_return_if_fail (LECTERN_IS_SCREEN_MAP (self));
  GString *words = g_string_new (_ ("How the screens stand to each other"));
  g_ptr_array_set_size (self->screens, 0);
  for (guint i = 0; screens && i < g_list_model_get_n_items (G_LIST_MODEL (screens)); i++)
    {
      LecternScreen      *screen = g_list_model_get_item (G_LIST_MODEL (screens), i);
      const GdkRectangle *area = lectern_screen_get_area (screen);
      g_ptr_array_add (self->screens, screen);
      g_string_append_printf (words, "; %u %s %d, %d", i + 1, lectern_screen_get_name (screen), area->x, area->y);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_string_free (words, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
