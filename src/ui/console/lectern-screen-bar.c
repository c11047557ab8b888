/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What asks is a line and not a dialog: a projector that is plugged in the middle of a talk must
 * not take the space bar from the operator. The most pressing sentence is shown; one that was put
 * away comes back only when it says something else. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-bar.h"

#include <glib/gi18n-lib.h>

#include "lectern-screen-words.h"

struct _LecternScreenBar
{
  LecternConsolePart parent_instance;
  GtkRevealer       *revealer;
  GtkLabel          *label;
  GtkWidget         *use;
  GtkWidget         *leave;
  GtkWidget         *screens_button;
  GtkWidget         *dismiss;
  char              *sentence;
  char              *dismissed;
};

G_DEFINE_FINAL_TYPE (LecternScreenBar, lectern_screen_bar, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternScreenBar *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternScreens *
get_screens (LecternScreenBar *self)
{
  return lectern_desk_get_screens (get_desk (self));
}

static LecternScreen *
get_asked (LecternScreenBar *self)
{
  return lectern_screens_find_unchosen (get_screens (self));
}

static char *
make_sentence (LecternScreenBar *self)
{
  LecternScreen *covered = lectern_screens_find_covered (get_screens (self));
  LecternScreen *mirror = lectern_screens_find_mirror (get_screens (self));
  LecternScreen *asked = get_asked (self);
  const char    *lost = lectern_screens_get_lost (get_screens (self));
  if (covered)
    /* Translators: the name of a screen. */
    return g_strdup_printf (_ ("The console is on %s, which is to show something to the hall. Move it to your own screen."), lectern_screen_get_name (covered));
  if (lost)
    /* Translators: the name of a screen. */
    return g_strdup_printf (_ ("The projector is unplugged: %s. The hall sees nothing; plugged in again it comes back by itself."), lost);
  if (asked)
    /* Translators: the name of a screen. */
    return g_strdup_printf (_ ("A new screen is connected: %s."), lectern_screen_get_name (asked));
  if (mirror)
    /* Translators: the name of a screen. */
    return g_strdup_printf (_ ("%s shows the same as your own screen. Join the displays instead of mirroring them, in the system’s settings or by Super+P."), lectern_screen_get_name (mirror));
  return NULL;
}

static void
show_sentence (LecternScreenBar *self)
{
  g_autofree char *sentence = get_screens (self) ? make_sentence (self) : NULL;
  gboolean         shown = sentence && g_strcmp0 (sentence, self->dismissed) != 0;
  gboolean         asking = shown && get_asked (self) && !lectern_screens_find_covered (get_screens (self)) && !lectern_screens_get_lost (get_screens (self));
  if (!sentence)
    g_clear_pointer (&self->dismissed, g_free);
  g_free (self->sentence);
  self->sentence = shown ? g_steal_pointer (&sentence) : NULL;
  if (shown)
    gtk_label_set_text (self->label, self->sentence);
  gtk_widget_set_visible (self->use, asking);
  gtk_widget_set_visible (self->leave, asking);
  gtk_widget_set_visible (self->dismiss, !asking);
  gtk_revealer_set_reveal_child (self->revealer, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), shown);
}

static void
lectern_screen_bar_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  show_sentence (LECTERN_SCREEN_BAR (part));
}

static void
choose (LecternScreenBar *self,
        LecternScreenRole role)
{
  LecternScreen *asked = get_asked (self);
  g_autoptr (GError) error = NULL;
  if (!asked)
    return;
  LecternScreenChoice choice = *lectern_screen_get_choice (asked);
  choice.role = role;
  if (!lectern_screens_choose (get_screens (self), asked, &choice, &error))
    lectern_desk_refuse (get_desk (self), error->message);
}

static void
on_use_clicked_cb (LecternScreenBar *self)
{
  choose (self, LECTERN_SCREEN_PROJECTOR);
}

static void
on_leave_clicked_cb (LecternScreenBar *self)
{
  choose (self, LECTERN_SCREEN_NONE);
}

static void
on_dismiss_clicked_cb (LecternScreenBar *self)
{
  g_free (self->dismissed);
  self->dismissed = g_strdup (self->sentence);
  show_sentence (self);
}

static void
lectern_screen_bar_dispose (GObject *object)
{
  LecternScreenBar *self = LECTERN_SCREEN_BAR (object);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->dismissed, g_free);
  G_OBJECT_CLASS (lectern_screen_bar_parent_class)->dispose (object);
}

static void
lectern_screen_bar_class_init (LecternScreenBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_screen_bar_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_screen_bar_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-screen-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, label);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, use);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, leave);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, screens_button);
  gtk_widget_class_bind_template_child (widget_class, LecternScreenBar, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_clicked_cb);
}

static void
lectern_screen_bar_init (LecternScreenBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
lectern_screen_bar_get_sentence (LecternScreenBar *self)
{
  g_return_val_if_fail (LECTERN_IS_SCREEN_BAR (self), NULL);
  return self->sentence;
}
