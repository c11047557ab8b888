/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the console says by the way. A refusal must not wait behind anything and must go the moment
 * it is out of date, which is often within a blink: the toasts of libadwaita 1.2 free themselves
 * under their own animation then, and take the console with them. This bar has one revealer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-sentence-bar.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LecternSentenceKind kind;
  char               *sentence;
  gint64              seq;
} Item;

struct _LecternSentenceBar
{
  GtkWidget    parent_instance;
  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkWidget   *undo;
  Item        *item; /* in sight; NULL: none */
  GQueue       waiting;
  guint        timer;
};

enum
{
  UNDO,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSentenceBar, lectern_sentence_bar, GTK_TYPE_WIDGET)

/* How long each is there, in seconds. */
static const guint durations[] = {
  [LECTERN_SENTENCE_TOLD] = 5,
  [LECTERN_SENTENCE_UNDOABLE] = 8,
  [LECTERN_SENTENCE_REFUSED] = 8,
};

static void
item_free (gpointer data)
{
  Item *item = data;
  g_free (item->sentence);
  g_free (item);
}

static gboolean on_over_cb (gpointer user_data);

/* Takes @item; NULL: nothing is said any longer. */
static void
show (LecternSentenceBar *self,
      Item               *item)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->item, item_free);
  self->item = item;
  gtk_revealer_set_reveal_child (self->revealer, item != NULL);
  if (item == NULL)
    return;
  gtk_label_set_text (self->label, item->sentence);
  gtk_widget_set_visible (self->undo, item->kind == LECTERN_SENTENCE_UNDOABLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, item->sentence, -1);
  self->timer = g_timeout_add_seconds (durations[item->kind], on_over_cb, self);
}

static void
show_next (LecternSentenceBar *self)
{
  show (self, g_queue_pop_head (&self->waiting));
}

static gboolean
on_over_cb (gpointer user_data)
{
  LecternSentenceBar *self = user_data;
  self->timer = 0;
  show_next (self);
  return G_SOURCE_REMOVE;
}

static void
on_undo_clicked_cb (LecternSentenceBar *self)
{
  gint64 seq = self->item != NULL ? self->item->seq : 0;
  show_next (self);
  if (seq > 0)
    g_signal_emit (self, signals[UNDO], 0, seq);
}

static void
drop_older_offers (LecternSentenceBar *self)
{
  for (GList *at = self->waiting.head, *next; at != NULL; at = next)
    {
      next = at->next;
      if (((Item *) at->data)->kind != LECTERN_SENTENCE_UNDOABLE)
        continue;
      item_free (at->data);
      g_queue_delete_link (&self->waiting, at);
    }
}

static void
lectern_sentence_bar_dispose (GObject *object)
{
  LecternSentenceBar *self = LECTERN_SENTENCE_BAR (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->item, item_free);
  g_queue_clear_full (&self->waiting, item_free);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->revealer)));
  G_OBJECT_CLASS (lectern_sentence_bar_parent_class)->dispose (object);
}

static void
lectern_sentence_bar_class_init (LecternSentenceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_sentence_bar_dispose;
  signals[UNDO] = g_signal_new ("undo", LECTERN_TYPE_SENTENCE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sentencebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
make_close_button (LecternSentenceBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Put this line away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Put this line away"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_next), self, G_CONNECT_SWAPPED);
  return button;
}

static void
lectern_sentence_bar_init (LecternSentenceBar *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "toast", "spacing", 6, NULL);
  g_queue_init (&self->waiting);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_max_width_chars (self->label, 72);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  self->undo = gtk_button_new_with_label (_ ("Undo"));
  gtk_widget_set_valign (self->undo, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->undo, "clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->undo);
  gtk_box_append (GTK_BOX (box), make_close_button (self));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, box);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  g_object_bind_property (self->revealer, "child-revealed", self, "can-target", G_BINDING_SYNC_CREATE);
}

void
lectern_sentence_bar_say (LecternSentenceBar *self,
                          LecternSentenceKind kind,
                          const char         *sentence,
                          gint64              seq)
{
  g_return_if_fail (LECTERN_IS_SENTENCE_BAR (self) && sentence != NULL);
  Item *item = g_new0 (Item, 1);
  item->kind = kind;
  item->sentence = g_strdup (sentence);
  item->seq = seq;
  if (kind == LECTERN_SENTENCE_UNDOABLE)
    drop_older_offers (self);
  if (self->item == NULL || kind == LECTERN_SENTENCE_REFUSED || (kind == LECTERN_SENTENCE_UNDOABLE && self->item->kind == kind))
    show (self, item);
  else
    g_queue_push_tail (&self->waiting, item);
}

void
lectern_sentence_bar_settle (LecternSentenceBar *self)
{
  g_return_if_fail (LECTERN_IS_SENTENCE_BAR (self));
  if (self->item != NULL && self->item->kind == LECTERN_SENTENCE_REFUSED)
    show_next (self);
}

const char *
lectern_sentence_bar_get_sentence (LecternSentenceBar *self)
{
  g_return_val_if_fail (LECTERN_IS_SENTENCE_BAR (self), NULL);
  return self->item != NULL ? self->item->sentence : NULL;
}
