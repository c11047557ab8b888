/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The set-up pages behind one switcher, done in any order. A page that still wants something bears a mark
 * in its tab and says what in one sentence above it. Each is made when it is first looked at; from then on
 * what was edited in it is kept. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-set-up-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-contest-page.h"
#include "lectern-files-page.h"
#include "lectern-fonts-page.h"
#include "lectern-judges-page.h"
#include "lectern-late-page.h"
#include "lectern-network-page.h"
#include "lectern-nominees-page.h"
#include "lectern-preflight-page.h"
#include "lectern-rules-page.h"
#include "lectern-screens-page.h"
#include "lectern-script-page.h"
#include "lectern-set-up-state.h"

struct _LecternSetUpPage
{
  LecternConsolePart parent_instance;
  GtkStack          *stack;
  AdwBin            *rules_place;
  GtkWidget         *state;
  GtkImage          *state_icon;
  GtkLabel          *state_sentence;
  char              *titles[LECTERN_SET_UP_N_PARTS]; /* of the tabs without a mark */
};

enum
{
  PROP_0,
  PROP_EDITED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternSetUpPage, lectern_set_up_page, LECTERN_TYPE_CONSOLE_PART)

static LecternSetUpMachine
look_at_machine (LecternSetUpPage *self)
{
  LecternDesk    *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  LecternServer  *server = lectern_desk_get_server (desk);
  LecternScreens *screens = lectern_desk_get_screens (desk);
  g_auto (GStrv) addresses = server ? lectern_server_list_addresses (server) : NULL;
  LecternSetUpMachine machine = {
    .hall = screens && (lectern_screens_find_projector (screens) || lectern_screens_get_windowed (screens)),
    .served = server != NULL,
    .n_addresses = addresses ? g_strv_length (addresses) : 0,
  };
  return machine;
}

/* The sign is a part of the name, so that it is read out, and seen without colours. */
static void
name_tab (LecternSetUpPage *self,
          LecternSetUpPart  part,
          gboolean          done)
{
  GtkWidget       *child = gtk_stack_get_child_by_name (self->stack, lectern_set_up_part_get_name (part));
  GtkStackPage    *page = gtk_stack_get_page (self->stack, child);
  gboolean         edited = part == LECTERN_SET_UP_RULES && lectern_set_up_page_get_edited (self);
  const char      *title = edited ? C_ ("set-up page", "Rules (not applied)") : self->titles[part];
  g_autofree char *marked = done ? g_strdup (title) : g_strdup_printf ("⚠ %s", title);
  if (g_strcmp0 (gtk_stack_page_get_title (page), marked) != 0)
    gtk_stack_page_set_title (page, marked);
}

static void
show_state (LecternSetUpPage *self)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  const char     *shown = gtk_stack_get_visible_child_name (self->stack);
  gboolean        said = FALSE;
  if (!contest || !lectern_contest_get_record (contest))
    return;
  LecternSetUpMachine machine = look_at_machine (self);
  for (guint part = 0; part < LECTERN_SET_UP_N_PARTS; part++)
    {
      gboolean         done = FALSE;
      g_autofree char *sentence = lectern_set_up_describe (contest, part, &machine, &done);
      name_tab (self, part, done);
      if (g_strcmp0 (shown, lectern_set_up_part_get_name (part)) != 0)
        continue;
      gtk_label_set_text (self->state_sentence, sentence);
      gtk_image_set_from_icon_name (self->state_icon, done ? "object-select-symbolic" : "dialog-warning-symbolic");
      said = TRUE;
    }
  gtk_widget_set_visible (self->state, said);
}

static void
lectern_set_up_page_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  show_state (LECTERN_SET_UP_PAGE (part));
}

static void
on_rules_edited_cb (LecternSetUpPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
  show_state (self);
}

static void
on_rules_made_cb (LecternSetUpPage *self)
{
  GtkWidget *page = adw_bin_get_child (self->rules_place);
  if (page)
    g_signal_connect_object (page, "notify::edited", G_CALLBACK (on_rules_edited_cb), self, G_CONNECT_SWAPPED);
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
lectern_set_up_page_dispose (GObject *object)
{
  LecternSetUpPage *self = LECTERN_SET_UP_PAGE (object);
  for (guint part = 0; part < LECTERN_SET_UP_N_PARTS; part++)
    g_clear_pointer (&self->titles[part], g_free);
  G_OBJECT_CLASS (lectern_set_up_page_parent_class)->dispose (object);
}

static void
lectern_set_up_page_class_init (LecternSetUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = lectern_set_up_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = lectern_set_up_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_set_up_page_refresh;
  properties[PROP_EDITED] = g_param_spec_boolean ("edited", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (LECTERN_TYPE_CONTEST_PAGE);
  g_type_ensure (LECTERN_TYPE_FILES_PAGE);
  g_type_ensure (LECTERN_TYPE_FONTS_PAGE);
  g_type_ensure (LECTERN_TYPE_JUDGES_PAGE);
  g_type_ensure (LECTERN_TYPE_LATE_PAGE);
  g_type_ensure (LECTERN_TYPE_NETWORK_PAGE);
  g_type_ensure (LECTERN_TYPE_NOMINEES_PAGE);
  g_type_ensure (LECTERN_TYPE_PREFLIGHT_PAGE);
  g_type_ensure (LECTERN_TYPE_RULES_PAGE);
  g_type_ensure (LECTERN_TYPE_SCREENS_PAGE);
  g_type_ensure (LECTERN_TYPE_SCRIPT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-set-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, rules_place);
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, state);
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LecternSetUpPage, state_sentence);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, on_rules_made_cb);
}

static void
lectern_set_up_page_init (LecternSetUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint part = 0; part < LECTERN_SET_UP_N_PARTS; part++)
    {
      GtkWidget *child = gtk_stack_get_child_by_name (self->stack, lectern_set_up_part_get_name (part));
      self->titles[part] = g_strdup (gtk_stack_page_get_title (gtk_stack_get_page (self->stack, child)));
    }
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
