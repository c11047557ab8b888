/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The set-up pages behind one switcher. The editor of the rules has a hundred widgets, so it is made
 * when it is first looked at; from then on what was edited in it is kept. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-set-up-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-contest-page.h"
#include "lectern-files-page.h"
#include "lectern-fonts-page.h"
#include "lectern-judges-page.h"
#include "lectern-network-page.h"
#include "lectern-nominees-page.h"
#include "lectern-preflight-page.h"
#include "lectern-rules-page.h"
#include "lectern-screens-page.h"
#include "lectern-script-page.h"

struct _LecternSetUpPage
{
  LecternConsolePart parent_instance;
  GtkStack          *stack;
  AdwBin            *rules_place;
};

enum
{
  PROP_0,
  PROP_EDITED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternSetUpPage, lectern_set_up_page, LECTERN_TYPE_CONSOLE_PART)

static char *
name_rules (LecternSetUpPage *self,
            gboolean          edited)
{
  return g_strdup (edited ? C_ ("set-up page", "Rules (not applied)") : C_ ("set-up page", "Rules"));
}

static void
on_rules_edited_cb (LecternSetUpPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
}

static void
on_rules_wanted_cb (LecternSetUpPage *self)
{
  if (adw_bin_get_child (self->rules_place))
    return;
  GtkWidget *page = g_object_new (LECTERN_TYPE_RULES_PAGE, NULL);
  g_object_bind_property (self, "desk", page, "desk", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "notify::edited", G_CALLBACK (on_rules_edited_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->rules_place, page);
}

static void
lectern_set_up_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_EDITED)
    g_value_set_boolean (value, lectern_set_up_page_get_edited (LECTERN_SET_UP_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_set_up_page_class_init (LecternSetUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = lectern_set_up_page_get_property;
  properties[PROP_EDITED] = g_param_spec_boolean ("edited", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (LECTERN_TYPE_CONTEST_PAGE);
  g_type_ensure (LECTERN_TYPE_FILES_PAGE);
  g_type_ensure (LECTERN_TYPE_FONTS_PAGE);
  g_type_ensure (LECTERN_TYPE_JUDGES_PAGE);
  g_type_ensure (LECTERN_TYPE_NETWORK_PAGE);
  g_type_ensure (LECTERN_TYPE_NOMINEES_PAGE);
  g_type_ensure (LECTERN_TYPE_PREFLIGHT_PAGE);
  g_type_ensure (LECTERN_TYPE_SCREENS_PAGE);
  g_type_ensure (LECTERN_TYPE_SCRIPT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-set-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, rules_place);
  gtk_widget_class_bind_template_callback (widget_class, name_rules);
  gtk_widget_class_bind_template_callback (widget_class, on_rules_wanted_cb);
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

gboolean
lectern_set_up_page_get_edited (LecternSetUpPage *self)
{
  g_return_val_if_fail (LECTERN_IS_SET_UP_PAGE (self), FALSE);
  GtkWidget *page = self->rules_place ? adw_bin_get_child (self->rules_place) : NULL;
  return page && lectern_rules_page_get_edited (LECTERN_RULES_PAGE (page));
}
