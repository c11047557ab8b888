/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The page a judge meets first, and once: three lines to fill and a button. A code is six digits,
 * full-width ones included, with or without spaces between; the button waits until it is whole.
 * What went wrong stands on the page in a sentence, and what was typed stays. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-pairing-page.h"

#include "lectern-pairing-link.h"
#include "lectern-seat-store.h"

#include <glib/gi18n-lib.h>

#define CODE_DIGITS 6

struct _LecternPairingPage
{
  AdwBin parent_instance;

  GtkWidget   *found_group;
  GtkListBox  *found_box;
  AdwEntryRow *address_row;
  AdwEntryRow *code_row;
  AdwEntryRow *device_row;
  GtkWidget   *trouble_box;
  GtkLabel    *trouble_label;
  GtkWidget   *pair_button;
  GtkLabel    *pair_label;
  GtkSpinner  *spinner;
  GtkLabel    *fingerprint_label;

  char    *linked_address; /* of the link that was pasted, with what its card says of the certificate */
  char    *linked_fingerprint;
  gboolean busy;
};

enum
{
  PAIR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternPairingPage, lectern_pairing_page, ADW_TYPE_BIN)

static char *
read_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* The digits of what was typed, in ASCII; NULL when it is no code. */
static char *
read_code (LecternPairingPage *self)
{
  g_autoptr (GString) code = g_string_new (NULL);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->code_row));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isdigit (letter))
        g_string_append_c (code, (char) ('0' + g_unichar_digit_value (letter)));
      else if (!g_unichar_isspace (letter) && letter != '-')
        return NULL;
    }
  return code->len == CODE_DIGITS ? g_string_free (g_steal_pointer (&code), FALSE) : NULL;
}

static void
update (LecternPairingPage *self)
{
  g_autofree char *address = read_text (self->address_row);
  g_autofree char *device = read_text (self->device_row);
  g_autofree char *code = read_code (self);

  gtk_widget_set_sensitive (self->pair_button,
                            !self->busy && *address != '\0' && *device != '\0' && code != NULL);
}

/* The certificate that a card named for @address; NULL when no card did. */
static const char *
get_linked_fingerprint (LecternPairingPage *self,
                        const char         *address)
{
  return g_strcmp0 (self->linked_address, address) == 0 ? self->linked_fingerprint : NULL;
}

static gboolean lectern_pairing_page_grab_focus (GtkWidget *widget);
static void     on_changed_cb (LecternPairingPage *self);

static gboolean
on_link_pasted_cb (gpointer user_data)
{
  LecternPairingPage *self = user_data;
  g_autofree char    *text = read_text (self->address_row);
  g_autoptr (LecternPairingLink) link = lectern_pairing_link_parse (text);

  if (link == NULL)
    return G_SOURCE_REMOVE;
  g_free (self->linked_address);
  g_free (self->linked_fingerprint);
  self->linked_address = g_strdup (link->address);
  self->linked_fingerprint = g_strdup (link->fingerprint);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), link->address);
  if (link->code != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->code_row), link->code);
  lectern_pairing_page_set_fingerprint (self, link->fingerprint);
  lectern_pairing_page_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Not from within the line's own change: the line is about to be changed. */
static void
on_address_changed_cb (LecternPairingPage *self)
{
  g_autofree char *text = read_text (self->address_row);
  g_autoptr (LecternPairingLink) link = lectern_pairing_link_parse (text);

  if (link != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_link_pasted_cb, g_object_ref (self), g_object_unref);
  on_changed_cb (self);
}

static void
on_changed_cb (LecternPairingPage *self)
{
  lectern_pairing_page_set_trouble (self, NULL);
  update (self);
}

static void
on_pair_clicked_cb (LecternPairingPage *self)
{
  g_autofree char *address = read_text (self->address_row);
  g_autofree char *device = read_text (self->device_row);
  g_autofree char *code = read_code (self);

  if (code != NULL)
    g_signal_emit (self, signals[PAIR], 0, address, code, device, get_linked_fingerprint (self, address));
}

static void
on_found_activated_cb (LecternPairingPage *self,
                       GtkListBoxRow      *row)
{
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

/* Enter goes to the first line still to be filled, or takes the seat. */
static void
on_entry_activated_cb (LecternPairingPage *self)
{
  g_autofree char *address = read_text (self->address_row);
  g_autofree char *device = read_text (self->device_row);
  g_autofree char *code = read_code (self);

  if (*address == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
  else if (code == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
  else if (*device == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->device_row));
  else if (gtk_widget_get_sensitive (self->pair_button))
    on_pair_clicked_cb (self);
}

static gboolean
lectern_pairing_page_grab_focus (GtkWidget *widget)
{
  LecternPairingPage *self = LECTERN_PAIRING_PAGE (widget);
  g_autofree char    *address = read_text (self->address_row);

  return gtk_widget_grab_focus (GTK_WIDGET (*address == '\0' ? self->address_row : self->code_row));
}

static void
lectern_pairing_page_dispose (GObject *object)
{
  LecternPairingPage *self = LECTERN_PAIRING_PAGE (object);

  g_clear_pointer (&self->linked_address, g_free);
  g_clear_pointer (&self->linked_fingerprint, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_PAIRING_PAGE);
  G_OBJECT_CLASS (lectern_pairing_page_parent_class)->dispose (object);
}

static void
lectern_pairing_page_class_init (LecternPairingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_pairing_page_dispose;
  widget_class->grab_focus = lectern_pairing_page_grab_focus;
  signals[PAIR] = g_signal_new ("pair",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                4,
                                G_TYPE_STRING,
                                G_TYPE_STRING,
                                G_TYPE_STRING,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-pairing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, found_group);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, found_box);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, code_row);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, device_row);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, trouble_box);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, pair_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, pair_label);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingPage, fingerprint_label);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pair_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_activated_cb);
}

static void
lectern_pairing_page_init (LecternPairingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->device_row), g_get_host_name ());
  update (self);
}

void
lectern_pairing_page_set_address (LecternPairingPage *self,
                                  const char         *address)
{
  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address != NULL ? address : "");
}

static GtkWidget *
find_row (LecternPairingPage *self,
          const char         *address)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->found_box, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), address))
      return GTK_WIDGET (row);
  return NULL;
}

void
lectern_pairing_page_add_found (LecternPairingPage *self,
                                const char         *address,
                                const char         *contest,
                                const char         *fingerprint)
{
  g_autofree char *digits = lectern_seat_store_format_fingerprint (fingerprint);
  g_autofree char *subtitle = NULL;
  g_autofree char *typed = NULL;
  GtkWidget       *row;

  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));

  if (find_row (self, address) != NULL)
    return;
  /* Translators: address and fingerprint of a main laptop that was found. */
  subtitle = *digits != '\0' ? g_strdup_printf (_ ("%s · fingerprint %s"), address, digits) : g_strdup (address);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), contest);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, address);
  gtk_list_box_append (self->found_box, row);
  gtk_widget_set_visible (self->found_group, TRUE);
  typed = read_text (self->address_row);
  if (*typed == '\0' && !gtk_widget_has_focus (GTK_WIDGET (self->address_row)))
    gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
}

void
lectern_pairing_page_set_busy (LecternPairingPage *self,
                               gboolean            busy)
{
  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));

  self->busy = busy;
  gtk_editable_set_editable (GTK_EDITABLE (self->address_row), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->code_row), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->device_row), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_label_set_label (self->pair_label, busy ? _ ("Taking the Seat…") : _ ("Take the Seat"));
  update (self);
}

void
lectern_pairing_page_set_trouble (LecternPairingPage *self,
                                  const char         *trouble)
{
  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));

  gtk_label_set_label (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (self->trouble_box, trouble != NULL);
}

void
lectern_pairing_page_set_fingerprint (LecternPairingPage *self,
                                      const char         *fingerprint)
{
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));

  if (fingerprint != NULL)
    {
      digits = lectern_seat_store_format_fingerprint (fingerprint);
      /* Translators: %s is the beginning of a fingerprint, "1A2B 3C4D 5E6F 7081". */
      text = g_strdup_printf (_ ("The main laptop’s fingerprint: %s\nThe same digits stand on the card."), digits);
    }
  gtk_label_set_label (self->fingerprint_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fingerprint_label), text != NULL);
}

void
lectern_pairing_page_reset (LecternPairingPage *self)
{
  g_return_if_fail (LECTERN_IS_PAIRING_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  lectern_pairing_page_set_busy (self, FALSE);
}
