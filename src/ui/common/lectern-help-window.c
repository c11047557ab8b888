/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The help, shown by the program itself: the laptop of the evening may have no browser, and a sandbox
 * would hand a browser one page without its pictures. Pages are files of help/, one folder a language,
 * all of the same names. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-help-window.h"

#include "lectern-config.h"
#include "lectern-help-text.h"

#include <glib/gi18n-lib.h>

#define PICTURE_WIDTH 760
#define COLUMN_WIDTH 760

/* In the order in which they are needed. */
static const char *const pages[] = { "before", "day", "after", "trouble", "judge" };

struct _LecternHelpWindow
{
  AdwWindow parent_instance;

  char     *folder; /* of the language */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (LecternHelpWindow, lectern_help_window, ADW_TYPE_WINDOW)

static gboolean
on_link_activated_cb (GtkLabel          *label,
                      const char        *page,
                      LecternHelpWindow *self)
{
  lectern_help_window_show_page (self, page);
  return TRUE;
}

static GtkWidget *
make_label (LecternHelpWindow *self,
            const char        *markup,
            const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link_activated_cb), self, 0);
  return label;
}

/* A list's mark, beside its sentence. */
static GtkWidget *
make_item (LecternHelpWindow *self,
           const char        *mark,
           const char        *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (self, markup, NULL));
  return box;
}

static GtkWidget *
make_picture (LecternHelpWindow *self,
              const char        *file,
              const char        *words)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  GtkWidget       *picture = gtk_picture_new_for_filename (path);
  GdkPaintable    *paintable = gtk_picture_get_paintable (GTK_PICTURE (picture));
  double           ratio = paintable != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (paintable) : 0;

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  /* Without a height of its own a picture that may shrink is given none here. */
  if (ratio > 0)
    gtk_widget_set_size_request (picture, PICTURE_WIDTH, (int) (PICTURE_WIDTH / ratio));
  gtk_widget_add_css_class (picture, "card");
  return picture;
}

static GtkWidget *
make_block (LecternHelpWindow      *self,
            const LecternHelpBlock *block)
{
  g_autofree char *text = NULL;

  switch (block->kind)
    {
    case LECTERN_HELP_TITLE:
      text = g_markup_escape_text (block->markup, -1);
      return make_label (self, text, "title-1");
    case LECTERN_HELP_HEADING:
      return make_label (self, block->markup, "title-4");
    case LECTERN_HELP_ITEM:
      return make_item (self, "•", block->markup);
    case LECTERN_HELP_STEP:
      text = g_strdup_printf ("%d", block->number);
      return make_item (self, text, block->markup);
    case LECTERN_HELP_PICTURE:
      return make_picture (self, block->picture, block->markup);
    case LECTERN_HELP_PARAGRAPH:
    default:
      return make_label (self, block->markup, NULL);
    }
}

static void
add_page (LecternHelpWindow *self,
          const char        *name)
{
  g_autofree char *file = g_strconcat (name, ".md", NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  GtkWidget *box = NULL;
  GtkWidget *clamp = NULL;
  GtkWidget *scrolled = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  blocks = lectern_help_text_read (text);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (GTK_BOX (box), make_block (self, blocks->pdata[i]));
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH + 48);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN_WIDTH + 48);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_focusable (scrolled, TRUE); /* so that keys scroll a page without a link, too */
  gtk_stack_add_titled (self->stack, scrolled, name, lectern_help_text_get_title (blocks));
}

/* The first language of the user's in which there is help. */
static char *
find_language (const char *folder)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&path);
    }
  return g_build_filename (folder, "en", NULL);
}

static void
on_close_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
lectern_help_window_finalize (GObject *object)
{
  g_free (LECTERN_HELP_WINDOW (object)->folder);
  G_OBJECT_CLASS (lectern_help_window_parent_class)->finalize (object);
}

static void
lectern_help_window_class_init (LecternHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lectern_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.close", NULL, on_close_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "help.close", NULL);
}

static void
lectern_help_window_init (LecternHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *sidebar = gtk_stack_sidebar_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1060, 720);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), self->stack);
  gtk_widget_set_size_request (sidebar, 200, -1);
  gtk_box_append (GTK_BOX (halves), sidebar);
  gtk_box_append (GTK_BOX (halves), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), halves);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
lectern_help_window_new (const char *folder)
{
  LecternHelpWindow *self = g_object_new (LECTERN_TYPE_HELP_WINDOW, NULL);
  g_autofree char   *installed = g_build_filename (LECTERN_PKGDATADIR, "help", NULL);

  self->folder = find_language (folder != NULL ? folder : installed);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add_page (self, pages[i]);
  if (gtk_stack_get_visible_child (self->stack) == NULL)
    gtk_stack_add_named (self->stack, make_label (self, _ ("The help is not installed."), "title-4"), "none");
  return GTK_WIDGET (self);
}

const char *
lectern_help_window_choose_page (const char *shown)
{
  static const struct
  {
    const char *shown, *page;
  } rows[] = { { "evening", "day" }, { "results", "after" }, { "papers", "after" }, { "journal", "trouble" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (shown, rows[i].shown) == 0)
      return rows[i].page;
  return "before";
}

void
lectern_help_window_show_page (LecternHelpWindow *self,
                               const char        *page)
{
  g_return_if_fail (LECTERN_IS_HELP_WINDOW (self));
  g_return_if_fail (page != NULL);

  if (gtk_stack_get_child_by_name (self->stack, page) != NULL)
    gtk_stack_set_visible_child_name (self->stack, page);
}

const char *
lectern_help_window_get_page (LecternHelpWindow *self)
{
  const char *name = NULL;

  g_return_val_if_fail (LECTERN_IS_HELP_WINDOW (self), NULL);

  name = gtk_stack_get_visible_child_name (self->stack);
  return g_strcmp0 (name, "none") != 0 ? name : NULL;
}
