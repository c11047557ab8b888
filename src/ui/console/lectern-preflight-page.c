/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list before the evening. Its lines never move, so that nobody has to look for one again. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-preflight-page.h"

#include "lectern-checkup.h"
#include "lectern-preflight-row.h"

struct _LecternPreflightPage
{
  LecternConsolePart   parent_instance;
  AdwPreferencesGroup *group;
  GtkWidget           *again;
  GtkWidget           *rows[LECTERN_CHECK_N_KINDS]; /* NULL until the first look */
};

G_DEFINE_FINAL_TYPE (LecternPreflightPage, lectern_preflight_page, LECTERN_TYPE_CONSOLE_PART)

static LecternCheckup *
get_checkup (LecternPreflightPage *self)
{
  return lectern_checkup_get (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)));
}

static void
make_rows (LecternPreflightPage *self)
{
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  for (guint i = 0; i < LECTERN_CHECK_N_KINDS; i++)
    {
      self->rows[i] = lectern_preflight_row_new (desk, (LecternCheckKind) i);
      adw_preferences_group_add (self->group, self->rows[i]);
    }
}

static void
lectern_preflight_page_refresh (LecternConsolePart *part,
                                LecternChange      *change)
{
  LecternPreflightPage *self = LECTERN_PREFLIGHT_PAGE (part);
  LecternCheckup       *checkup = get_checkup (self);
  g_autoptr (GPtrArray) items = lectern_checkup_list (checkup);
  g_autofree char *summary = lectern_preflight_summarise (items);
  if (!self->rows[0])
    make_rows (self);
  lectern_checkup_attach (checkup, part);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternCheckItem *item = g_ptr_array_index (items, i);
      lectern_preflight_row_show (LECTERN_PREFLIGHT_ROW (self->rows[item->kind]), item);
    }
  adw_preferences_group_set_title (self->group, summary);
  gtk_widget_set_sensitive (self->again, !lectern_checkup_is_looking (checkup));
}

/* Each time it comes into sight: nobody wants to read how much power there was yesterday. */
static void
on_mapped_cb (LecternPreflightPage *self)
{
  if (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)))
    lectern_checkup_look (get_checkup (self));
}

static void
on_again_clicked_cb (LecternPreflightPage *self)
{
  lectern_checkup_look (get_checkup (self));
}

static void
lectern_preflight_page_class_init (LecternPreflightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_preflight_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-preflight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightPage, group);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightPage, again);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
lectern_preflight_page_init (LecternPreflightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped_cb), NULL);
}
