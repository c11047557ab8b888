/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The network as far as this laptop can tell. A firewall that keeps everybody out looks from here as if
 * nobody had tried, so the page asks for a try from another machine and says when it came through; nothing
 * else proves it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-network-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-network-choice.h"
#include "lectern-beacon.h"
#include "lectern-pairing-link.h"
#include "lectern-venue.h"

struct _LecternNetworkPage
{
  LecternConsolePart   parent_instance;
  GtkStack            *stack;
  AdwPreferencesGroup *addresses_group;
  GPtrArray           *address_rows; /* borrowed */
  char                *shown;        /* the addresses the rows stand for */
  AdwActionRow        *port;
  AdwComboRow         *interface;
  GPtrArray           *interfaces; /* names by position; the first is NULL, every one */
  gboolean             filling;
  AdwActionRow        *reached;
  GtkImage            *reached_icon;
  GtkWidget           *advice;
  AdwActionRow        *firewall;
  AdwActionRow        *windows;
  GtkLabel            *short_form;
  GtkLabel            *fingerprint;
};

G_DEFINE_FINAL_TYPE (LecternNetworkPage, lectern_network_page, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternNetworkPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternServer *
get_server (LecternNetworkPage *self)
{
  return lectern_desk_get_server (get_desk (self));
}

/* --- addresses ----------------------------------------------------------------------------- */

static void
on_copy_clicked_cb (GtkButton          *button,
                    LecternNetworkPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), g_object_get_data (G_OBJECT (button), "address"));
}

/* The interface that has the address of @link, "wlan0". */
static const char *
find_interface (GPtrArray  *addresses,
                const char *link,
                guint16     port)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      const LecternVenueAddress *address = g_ptr_array_index (addresses, i);
      g_autofree char           *other = lectern_venue_write_address (address->address, port);
      if (g_str_equal (other, link))
        return address->interface;
    }
  return "";
}

static GtkWidget *
make_address_row (LecternNetworkPage *self,
                  const char         *link,
                  const char         *interface,
                  gboolean            likely)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *copy = gtk_button_new_with_label (_ ("Copy"));
  g_autofree char *subtitle = likely ? g_strdup_printf (_ ("%s · try this one first"), interface) : g_strdup (interface);
  /* Translators: a network address. */
  g_autofree char *label = g_strdup_printf (_ ("Copy %s"), link);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (copy), "address", g_strdup (link), g_free);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy_clicked_cb), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
  if (likely)
    gtk_widget_add_css_class (row, "likely-address");
  return row;
}

static GtkWidget *
make_nowhere_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("This laptop is in no network"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Connect it to the router of the hall, best by cable. Its address appears here by itself."));
  return row;
}

static void
take_row (LecternNetworkPage *self,
          GtkWidget          *row)
{
  adw_preferences_group_add (self->addresses_group, row);
  g_ptr_array_add (self->address_rows, row);
}

static void
show_addresses (LecternNetworkPage *self,
                LecternServer      *server)
{
  g_autoptr (GPtrArray) addresses = lectern_venue_list_addresses ();
  g_auto (GStrv) links = lectern_server_list_addresses (server);
  g_autofree char *now = g_strjoinv (" ", links);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  for (guint i = 0; i < self->address_rows->len; i++)
    adw_preferences_group_remove (self->addresses_group, g_ptr_array_index (self->address_rows, i));
  g_ptr_array_set_size (self->address_rows, 0);
  for (guint i = 0; links[i]; i++)
    take_row (self, make_address_row (self, links[i], find_interface (addresses, links[i], lectern_server_get_port (server)), i == 0));
  if (!links[0])
    take_row (self, make_nowhere_row ());
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
}

/* --- the interface ------------------------------------------------------------------------- */

static guint
find_position (LecternNetworkPage *self,
               const char         *interface)
{
  for (guint i = 0; i < self->interfaces->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->interfaces, i), interface) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static GPtrArray *
list_interfaces (const char *chosen)
{
  g_autoptr (GPtrArray) addresses = lectern_venue_list_addresses ();
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names, NULL);
  if (chosen)
    g_ptr_array_add (names, g_strdup (chosen));
  for (guint i = 0; i < addresses->len; i++)
    {
      const LecternVenueAddress *address = g_ptr_array_index (addresses, i);
      gboolean                   known = FALSE;
      for (guint n = 1; n < names->len; n++)
        known |= g_str_equal (g_ptr_array_index (names, n), address->interface);
      if (!known)
        g_ptr_array_add (names, g_strdup (address->interface));
    }
  return names;
}

static void
fill_interfaces (LecternNetworkPage *self,
                 GPtrArray          *names)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gtk_string_list_append (words, _ ("every network"));
  for (guint i = 1; i < names->len; i++)
    gtk_string_list_append (words, g_ptr_array_index (names, i));
  g_clear_pointer (&self->interfaces, g_ptr_array_unref);
  self->interfaces = g_ptr_array_ref (names);
  adw_combo_row_set_model (self->interface, G_LIST_MODEL (words));
}

static gboolean
lists_match (GPtrArray *a,
             GPtrArray *b)
{
  if (!a || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
show_interface (LecternNetworkPage *self,
                LecternServer      *server)
{
  gboolean         free_choice = lectern_server_can_choose_interface (server);
  g_autofree char *bind = lectern_server_get_bind (server);
  const char      *chosen = lectern_venue_is_interface (bind) ? bind : NULL;
  g_autoptr (GPtrArray) names = list_interfaces (chosen);
  self->filling = TRUE;
  if (!lists_match (self->interfaces, names))
    fill_interfaces (self, names);
  adw_combo_row_set_selected (self->interface, find_position (self, chosen));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->interface), free_choice);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->interface),
                               free_choice ? _ ("Laptops that are connected stay connected")
                                           : _ ("The program was started for one address"));
}

static void
on_interface_selected_cb (LecternNetworkPage *self)
{
  guint position = adw_combo_row_get_selected (self->interface);
  g_autoptr (GError) error = NULL;
  if (self->filling || !get_desk (self) || position >= self->interfaces->len)
    return;
  const char *interface = g_ptr_array_index (self->interfaces, position);
  lectern_server_choose_interface (get_server (self), interface);
  if (!lectern_network_choice_save (interface, &error))
    lectern_desk_refuse (get_desk (self), error->message);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

/* --- whether it works ---------------------------------------------------------------------- */

static void
show_reached (LecternNetworkPage *self,
              LecternServer      *server)
{
  gboolean         reached = lectern_server_was_reached (server);
  g_autofree char *firewall = lectern_server_describe_firewall (server);
  g_autofree char *windows = NULL;
  /* Translators: %u are ports. The names are those of Windows in this language. */
  windows = g_strdup_printf (_ ("On Windows: Windows Defender Firewall → Advanced Settings → Inbound Rules → New Rule → Port → TCP %u → Allow, and the same for UDP %u. On the judges’ laptops nothing has to be opened."),
                             lectern_server_get_port (server), LECTERN_BEACON_PORT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reached), reached ? _ ("Another machine reached this laptop: yes") : _ ("Another machine reached this laptop: not yet"));
  adw_action_row_set_subtitle (self->reached, reached ? _ ("Network and firewall let judges in.")
                                                      : _ ("Open the first address above in a browser on any other laptop in the hall. This line changes as soon as it comes through."));
  gtk_image_set_from_icon_name (self->reached_icon, reached ? "object-select-symbolic" : "content-loading-symbolic");
  gtk_widget_set_visible (self->advice, !reached);
  adw_action_row_set_subtitle (self->firewall, firewall);
  adw_action_row_set_subtitle (self->windows, windows);
}

static void
show_port (LecternNetworkPage *self,
           LecternServer      *server)
{
  /* Translators: two ports. */
  g_autofree char *words = g_strdup_printf (_ ("TCP %u, incoming; and UDP %u, on which panels look for this laptop when they begin and when its address has changed. Without it an address has to be typed again after such a change."),
                                            lectern_server_get_port (server), LECTERN_BEACON_PORT);
  adw_action_row_set_subtitle (self->port, words);
}

/* --- the certificate ----------------------------------------------------------------------- */

static void
show_certificate (LecternNetworkPage *self,
                  LecternServer      *server)
{
  const char      *fingerprint = lectern_server_get_fingerprint (server);
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (fingerprint);
  gtk_label_set_text (self->short_form, digits);
  gtk_label_set_text (self->fingerprint, fingerprint);
}

static void
on_renewal_confirmed_cb (LecternNetworkPage *self)
{
  g_autoptr (GError) error = NULL;
  if (!lectern_server_renew_certificate (get_server (self), &error))
    lectern_desk_refuse (get_desk (self), error->message);
  else
    lectern_desk_tell (get_desk (self), _ ("This laptop has a new certificate. Print the judges’ cards anew."));
}

static void
on_renew_clicked_cb (LecternNetworkPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Make a New Certificate?"),
                                              _ ("Every judge’s panel is sent away at once and refuses this laptop from then on, until it is paired anew with a code or its judge has compared the new short form. Cards printed before are worth nothing. It is needed when somebody may have copied this laptop’s disk, and never in the middle of an evening."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "renew", _ ("Make a New One"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "renew", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::renew", G_CALLBACK (on_renewal_confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the page ------------------------------------------------------------------------------ */

static void
lectern_network_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternNetworkPage *self = LECTERN_NETWORK_PAGE (part);
  LecternServer      *server = get_server (self);
  gtk_stack_set_visible_child_name (self->stack, server ? "server" : "none");
  if (!server)
    return;
  show_addresses (self, server);
  show_port (self, server);
  show_interface (self, server);
  show_reached (self, server);
  show_certificate (self, server);
}

static void
lectern_network_page_dispose (GObject *object)
{
  LecternNetworkPage *self = LECTERN_NETWORK_PAGE (object);
  g_clear_pointer (&self->address_rows, g_ptr_array_unref);
  g_clear_pointer (&self->interfaces, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (lectern_network_page_parent_class)->dispose (object);
}

static void
lectern_network_page_class_init (LecternNetworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_network_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_network_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, addresses_group);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, port);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, interface);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, reached);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, reached_icon);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, advice);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, firewall);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, windows);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, short_form);
  gtk_widget_class_bind_template_child (widget_class, LecternNetworkPage, fingerprint);
  gtk_widget_class_bind_template_callback (widget_class, on_interface_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_renew_clicked_cb);
}

static void
lectern_network_page_init (LecternNetworkPage *self)
{
  self->address_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
