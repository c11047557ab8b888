/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The worst of the list, in a shape, and in words for those who ask or listen: colour is never alone. The header has no
 * room for more at twice the text. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-preflight-chip.h"

#include <glib/gi18n-lib.h>

#include "lectern-checkup.h"
#include "lectern-preflight-row.h"

struct _LecternPreflightChip
{
  LecternConsolePart parent_instance;
  GtkWidget         *button;
  GtkImage          *icon;
};

G_DEFINE_FINAL_TYPE (LecternPreflightChip, lectern_preflight_chip, LECTERN_TYPE_CONSOLE_PART)

static void
lectern_preflight_chip_refresh (LecternConsolePart *part,
                                LecternChange      *change)
{
  LecternPreflightChip *self = LECTERN_PREFLIGHT_CHIP (part);
  LecternCheckup       *checkup = lectern_checkup_get (lectern_console_part_get_desk (part));
  g_autoptr (GPtrArray) items = lectern_checkup_list (checkup);
  LecternCheckLevel worst = lectern_preflight_get_worst (items);
  g_autofree char  *summary = lectern_preflight_summarise (items);
  /* Translators: how the list before the evening stands, "2 red, 1 amber". */
  g_autofree char *name = g_strdup_printf (_ ("Pre-flight: %s"), summary);
  lectern_checkup_attach (checkup, part);
  for (guint level = LECTERN_CHECK_GREEN; level <= LECTERN_CHECK_RED; level++)
    gtk_widget_remove_css_class (self->button, lectern_preflight_row_get_style ((LecternCheckLevel) level));
  gtk_widget_add_css_class (self->button, lectern_preflight_row_get_style (worst));
  gtk_image_set_from_icon_name (self->icon, lectern_preflight_row_get_icon (worst));
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lectern_preflight_chip_class_init (LecternPreflightChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_preflight_chip_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-preflight-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightChip, button);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightChip, icon);
}

static void
lectern_preflight_chip_init (LecternPreflightChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
