/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pages have hundreds of widgets, and an evening is spent on one of them: making them all took a third of
 * the program's start and a fifth of its memory. What a page shows is the contest's, so it misses nothing
 * while it is not there; from its first showing on it is kept with what was edited in it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-late-page.h"

#include "lectern-console-part.h"

struct _LecternLatePage
{
  AdwBin       parent_instance;
  GType        page_type;
  LecternDesk *desk;
};

enum
{
  PROP_0,
  PROP_PAGE_TYPE,
  PROP_DESK,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternLatePage, lectern_late_page, ADW_TYPE_BIN)

/* The page is there before its place is mapped, so that it comes into sight with it. */
static void
lectern_late_page_map (GtkWidget *widget)
{
  lectern_late_page_get_page (LECTERN_LATE_PAGE (widget));
  GTK_WIDGET_CLASS (lectern_late_page_parent_class)->map (widget);
}

static void
lectern_late_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LecternLatePage *self = LECTERN_LATE_PAGE (object);
  if (id == PROP_PAGE_TYPE)
    g_value_set_gtype (value, self->page_type);
  else if (id == PROP_DESK)
    g_value_set_object (value, self->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_late_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LecternLatePage *self = LECTERN_LATE_PAGE (object);
  if (id == PROP_PAGE_TYPE)
    self->page_type = g_value_get_gtype (value);
  else if (id == PROP_DESK)
    g_set_object (&self->desk, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_late_page_dispose (GObject *object)
{
  g_clear_object (&LECTERN_LATE_PAGE (object)->desk);
  G_OBJECT_CLASS (lectern_late_page_parent_class)->dispose (object);
}

static void
lectern_late_page_class_init (LecternLatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_late_page_get_property;
  object_class->set_property = lectern_late_page_set_property;
  object_class->dispose = lectern_late_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = lectern_late_page_map;
  properties[PROP_PAGE_TYPE] = g_param_spec_gtype ("page-type", NULL, NULL, LECTERN_TYPE_CONSOLE_PART,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, LECTERN_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_late_page_init (LecternLatePage *self)
{
}

GtkWidget *
lectern_late_page_get_page (LecternLatePage *self)
{
  g_return_val_if_fail (LECTERN_IS_LATE_PAGE (self), NULL);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self));
  if (page)
    return page;
  page = g_object_new (self->page_type, NULL);
  g_object_bind_property (self, "desk", page, "desk", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (ADW_BIN (self), page);
  return page;
}
