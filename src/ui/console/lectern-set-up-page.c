/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The set-up pages behind one switcher. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-set-up-page.h"

#include "lectern-contest-page.h"
#include "lectern-judges-page.h"
#include "lectern-network-page.h"
#include "lectern-nominees-page.h"

struct _LecternSetUpPage
{
  LecternConsolePart parent_instance;
  GtkStack          *stack;
};

G_DEFINE_FINAL_TYPE (LecternSetUpPage, lectern_set_up_page, LECTERN_TYPE_CONSOLE_PART)

static void
lectern_set_up_page_class_init (LecternSetUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  g_type_ensure (LECTERN_TYPE_CONTEST_PAGE);
  g_type_ensure (LECTERN_TYPE_JUDGES_PAGE);
  g_type_ensure (LECTERN_TYPE_NETWORK_PAGE);
  g_type_ensure (LECTERN_TYPE_NOMINEES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-set-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, stack);
}

static void
lectern_set_up_page_init (LecternSetUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_set_up_page_show (LecternSetUpPage *self,
                          const char       *name)
{
  g_return_if_fail (LECTERN_IS_SET_UP_PAGE (self));
  gtk_stack_set_visible_child_name (self->stack, name);
}
