/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's window shows one page at a time, and which one follows from what is known: no seat,
 * the pairing page; a seat and no news yet, the connecting page; news, or what was last known, the marking page; a seat
 * that is another's or nobody's now, a page that says so. Once there was news the marking page
 * stays through every break of the network, for a judge marks on without it. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-judge-window.h"

#include "lectern-certificate-dialog.h"
#include "lectern-draft-store.h"
#include "lectern-finder.h"
#include "lectern-judge-client.h"
#include "lectern-judge-desk.h"
#include "lectern-judge-looks.h"
#include "lectern-keys-window.h"
#include "lectern-marking-page.h"
#include "lectern-pairing-page.h"

#include <glib/gi18n-lib.h>

#define ROOMY_WIDTH 1600
#define ROOMY_HEIGHT 900

struct _LecternJudgeWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay    *toast_overlay;
  GtkStack           *stack;
  GtkStack           *title_stack;
  GtkWidget          *identity_box;
  GtkLabel           *judge_label;
  GtkLabel           *contest_label;
  GtkWidget          *side_button;
  GtkWidget          *connection_button;
  GtkImage           *connection_image;
  GtkLabel           *connection_label;
  GtkPopover         *seat_popover;
  GtkLabel           *connection_words_label;
  GtkLabel           *address_label;
  GtkLabel           *fingerprint_label;
  GtkWidget          *compare_button;
  GtkWidget          *compare_here_button; /* on the connecting page */
  LecternPairingPage *pairing_page;
  AdwStatusPage      *connecting_page;
  AdwStatusPage      *ended_page;
  GtkWidget          *come_back_button;
  AdwBin             *marking_bin;

  LecternSeatStore   *seat;
  LecternDraftStore  *drafts;
  char               *address;
  LecternJudgeClient *client;
  LecternJudgeDesk   *desk;
  LecternJudgeDesk   *practice; /* while the judge tries the panel */
  gboolean            closing;  /* the main laptop said that it closes */
  GCancellable       *pairing;
  LecternFinder      *finder; /* while the main laptop's address is wanted */
};

G_DEFINE_FINAL_TYPE (LecternJudgeWindow, lectern_judge_window, ADW_TYPE_APPLICATION_WINDOW)

static void
tell (LecternJudgeWindow *self,
      const char         *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
set_address (LecternJudgeWindow *self,
             const char         *address)
{
  char *copy = g_strdup (address);

  g_free (self->address);
  self->address = copy;
}

static void resume_seat (LecternJudgeWindow *self);

/* The main laptop this seat was paired with, at another address than it had: a network gives new ones. */
static gboolean
is_own_at_other_address (LecternJudgeWindow *self,
                         const char         *address,
                         const char         *fingerprint)
{
  return self->client != NULL && self->desk == NULL && !lectern_judge_client_get_connected (self->client) &&
         lectern_seat_store_get_token (self->seat) != NULL && *fingerprint != '\0' &&
         g_strcmp0 (lectern_seat_store_get_fingerprint (self->seat), fingerprint) == 0 &&
         g_strcmp0 (self->address, address) != 0 &&
         g_str_equal (gtk_stack_get_visible_child_name (self->stack), "connecting");
}

static void
on_found_cb (LecternJudgeWindow *self,
             const char         *address,
             const char         *contest,
             const char         *fingerprint)
{
  lectern_pairing_page_add_found (self->pairing_page, address, contest, fingerprint);
  if (!is_own_at_other_address (self, address, fingerprint))
    return;
  set_address (self, address);
  resume_seat (self);
}

static void
start_finder (LecternJudgeWindow *self)
{
  if (self->finder != NULL)
    return;
  self->finder = lectern_finder_new ();
  g_signal_connect_object (self->finder, "found", G_CALLBACK (on_found_cb), self, G_CONNECT_SWAPPED);
  lectern_finder_start (self->finder);
}

static void
stop_finder (LecternJudgeWindow *self)
{
  if (self->finder == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->finder, self);
  lectern_finder_stop (self->finder);
  g_clear_object (&self->finder);
}

static void
show_page (LecternJudgeWindow *self,
           const char         *name)
{
  gboolean marking = g_str_equal (name, "marking");

  if (g_str_equal (name, "pairing") || g_str_equal (name, "connecting"))
    start_finder (self);
  else
    stop_finder (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_stack_set_visible_child_name (self->title_stack, marking ? "judge" : "window");
  gtk_widget_set_visible (self->identity_box, marking);
  gtk_widget_set_visible (self->connection_button, marking);
  gtk_widget_set_visible (self->side_button, marking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-seat", marking);
}

static void
show_identity (LecternJudgeWindow *self,
               LecternJudgeState  *state)
{
  gboolean         named = state->judge_name != NULL && *state->judge_name != '\0';
  gboolean         round = state->round != NULL && *state->round != '\0';
  g_autofree char *number = g_strdup_printf (_ ("Judge %d"), (int) state->judge_number);
  g_autofree char *judge = named ? g_strdup_printf ("%s   %s", number, state->judge_name) : g_strdup (number);
  g_autofree char *contest = round ? g_strdup_printf ("%s · %s", state->contest, state->round) : g_strdup (state->contest);
  g_autofree char *title = g_strdup_printf ("%s – %s", judge, _ ("Judge’s Panel"));

  gtk_label_set_label (self->judge_label, judge);
  gtk_label_set_label (self->contest_label, contest);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->contest_label), contest);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static const char *
describe_connection (LecternJudgeWindow *self,
                     gboolean            connected,
                     gboolean            other)
{
  if (connected)
    return _ ("Connected");
  if (other)
    return _ ("Another Fingerprint");
  return self->closing ? _ ("Main Laptop Closed") : _ ("Reconnecting…");
}

static void
show_connection (LecternJudgeWindow *self)
{
  gboolean         connected = lectern_judge_client_get_connected (self->client);
  g_autofree char *other = connected ? NULL : lectern_judge_client_get_other_fingerprint (self->client);
  const char      *words = describe_connection (self, connected, other != NULL);
  const char      *fingerprint = lectern_judge_client_get_fingerprint (self->client);
  g_autofree char *digits = fingerprint != NULL ? lectern_seat_store_format_fingerprint (fingerprint) : g_strdup ("");
  g_autofree char *fingerprint_text = g_strdup_printf (_ ("Fingerprint: %s"), digits);
  g_autofree char *address_text = g_strdup_printf (_ ("Main laptop: %s"), self->address);
  g_autofree char *trouble = NULL;
  g_autofree char *waiting = NULL;

  if (connected)
    self->closing = FALSE;
  g_object_get (self->client, "last-error", &trouble, NULL);
  waiting = trouble != NULL && *trouble != '\0' ? g_strdup_printf ("%s\n%s", self->address, trouble) : g_strdup (self->address);
  gtk_image_set_from_icon_name (self->connection_image, connected ? "lectern-connected-symbolic" : "lectern-reconnecting-symbolic");
  gtk_label_set_label (self->connection_label, words);
  gtk_widget_remove_css_class (self->connection_button, connected ? "warning" : "success");
  gtk_widget_add_css_class (self->connection_button, connected ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->connection_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-certificate", other != NULL);
  gtk_widget_set_visible (self->compare_button, other != NULL);
  gtk_widget_set_visible (self->compare_here_button, other != NULL);
  gtk_label_set_label (self->connection_words_label,
                       connected ? _ ("Connected: what you mark is on the main laptop too.")
                                 : _ ("Not connected. Go on marking: everything is kept here and goes out by itself."));
  gtk_label_set_label (self->address_label, address_text);
  gtk_label_set_label (self->fingerprint_label, fingerprint_text);
  gtk_widget_set_visible (GTK_WIDGET (self->fingerprint_label), fingerprint != NULL);
  adw_status_page_set_description (self->connecting_page, waiting);
}

static void
on_desk_left_cb (LecternJudgeWindow *self,
                 LecternOwnSheet    *sheet)
{
  /* Translators: lot and name of an entry whose sheet was not submitted. */
  g_autofree char *sentence = g_strdup_printf (_ ("Your sheet for No. %d %s was not submitted. Your marks are kept in the list."),
                                               (int) lectern_own_sheet_get_lot (sheet),
                                               lectern_own_sheet_get_name (sheet));

  tell (self, sentence);
}

/* A page keeps nothing, so there may be one for the desk that is shown and none for the other. */
static void
show_desk (LecternJudgeWindow *self,
           LecternJudgeDesk   *desk)
{
  GtkWidget *page = lectern_marking_page_new (desk);

  adw_bin_set_child (self->marking_bin, page);
  lectern_marking_page_bind_side (LECTERN_MARKING_PAGE (page), GTK_TOGGLE_BUTTON (self->side_button));
  gtk_widget_grab_focus (page);
}

static void
show_practise_action (LecternJudgeWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.practise",
                                 self->desk != NULL && self->practice == NULL && lectern_judge_desk_get_due (self->desk) == NULL);
}

static void
stop_practice (LecternJudgeWindow *self)
{
  if (self->practice == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->practice, self);
  g_clear_object (&self->practice);
  show_desk (self, self->desk);
  show_practise_action (self);
}

/* Nobody practises while somebody speaks. */
static void
on_desk_changed_cb (LecternJudgeWindow *self)
{
  if (self->practice != NULL && lectern_judge_desk_get_due (self->desk) != NULL)
    {
      stop_practice (self);
      tell (self, _ ("Somebody is on stage: the practice has ended, and this is the real sheet."));
    }
  show_practise_action (self);
}

static void
on_practised_cb (LecternJudgeWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!lectern_seat_store_set_setting (self->seat, LECTERN_SEAT_PRACTISED, TRUE, &error))
    tell (self, error->message);
  lectern_judge_client_set_practised (self->client, TRUE);
}

static void
practise (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  LecternJudgeWindow *self = LECTERN_JUDGE_WINDOW (widget);

  self->practice = lectern_judge_desk_new_practice (self->client);
  g_signal_connect_object (self->practice, "practised", G_CALLBACK (on_practised_cb), self, G_CONNECT_SWAPPED);
  show_desk (self, self->practice);
  show_practise_action (self);
}

static void
end_practice (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  stop_practice (LECTERN_JUDGE_WINDOW (widget));
}

static void
show_marking (LecternJudgeWindow *self)
{
  if (self->desk != NULL)
    return;
  self->desk = lectern_judge_desk_new (self->client, self->drafts);
  g_signal_connect_object (self->desk, "left", G_CALLBACK (on_desk_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed_cb), self, G_CONNECT_SWAPPED);
  show_page (self, "marking");
  show_desk (self, self->desk);
  show_practise_action (self);
}

/* The main laptop answered at another address than the remembered one: that one is right now. */
static void
remember_address (LecternJudgeWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (self->address, lectern_seat_store_get_address (self->seat)) == 0)
    return;
  if (!lectern_seat_store_save (self->seat,
                                self->address,
                                lectern_judge_client_get_fingerprint (self->client),
                                lectern_judge_client_get_token (self->client),
                                &error))
    tell (self, error->message);
}

static void
on_client_state_changed_cb (LecternJudgeWindow *self)
{
  LecternJudgeState *state = lectern_judge_client_get_state (self->client);

  if (state == NULL)
    return;
  if (g_strcmp0 (self->address, lectern_judge_client_get_address (self->client)) != 0)
    set_address (self, lectern_judge_client_get_address (self->client));
  remember_address (self);
  show_marking (self);
  show_identity (self, state);
  show_connection (self);
}

static void
drop_client (LecternJudgeWindow *self)
{
  if (self->client == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->client, self);
  lectern_judge_client_stop (self->client);
  adw_bin_set_child (self->marking_bin, NULL);
  if (self->practice != NULL)
    g_signal_handlers_disconnect_by_data (self->practice, self);
  g_clear_object (&self->practice);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->client);
}

/* The seat is another laptop's now, or nobody's. */
static void
end_seat (LecternJudgeWindow *self,
          gboolean            revoked)
{
  g_autoptr (GError) error = NULL;

  if (revoked && !lectern_seat_store_forget (self->seat, &error))
    tell (self, error->message);
  adw_status_page_set_title (self->ended_page,
                             revoked ? _ ("This Seat Was Withdrawn") : _ ("Another Laptop Has Taken This Seat"));
  adw_status_page_set_description (self->ended_page,
                                   revoked ? _ ("The main laptop gave your seat to another one. What you marked here is kept. If you mark here, ask at the main laptop for a new code.")
                                           : _ ("Marks are taken from there now. What you marked here is kept. To go on here, press the button; if nobody was to do this, tell the main laptop."));
  gtk_widget_set_visible (self->come_back_button, !revoked);
  drop_client (self);
  show_page (self, "ended");
}

static gboolean
on_seat_ended_cb (gpointer user_data)
{
  LecternJudgeWindow *self = user_data;

  end_seat (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self), "revoked")));
  return G_SOURCE_REMOVE;
}

/* Not from within the client's signal, for the client goes with its seat. */
static void
end_seat_later (LecternJudgeWindow *self,
                gboolean            revoked)
{
  g_object_set_data (G_OBJECT (self), "revoked", GINT_TO_POINTER (revoked));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_seat_ended_cb, g_object_ref (self), g_object_unref);
}

static void
on_client_bye_cb (LecternJudgeWindow *self,
                  const char         *reason)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_INFO, "LECTERN_REASON", reason, "MESSAGE", "The main laptop said bye: %s", reason);
  if (g_strcmp0 (reason, "replaced") == 0)
    end_seat_later (self, FALSE);
  else if (g_strcmp0 (reason, "revoked") == 0)
    end_seat_later (self, TRUE);
  else
    {
      self->closing = TRUE;
      show_connection (self);
      tell (self, _ ("The main laptop closes its program. Your marks are kept here, and this panel comes back by itself when it is there again."));
    }
}

static void
on_client_refused_cb (LecternJudgeWindow *self,
                      const char         *id,
                      const char         *code,
                      const char         *message)
{
  if (g_strcmp0 (code, "unauthorised") == 0)
    end_seat_later (self, TRUE);
}

static void
take_client (LecternJudgeWindow *self,
             LecternJudgeClient *client)
{
  g_autofree char *unsent = lectern_seat_store_get_unsent_path (self->seat);
  g_autofree char *state = lectern_seat_store_get_state_path (self->seat);

  drop_client (self);
  self->client = client;
  self->closing = FALSE;
  lectern_judge_client_keep_outbox (client, unsent);
  lectern_judge_client_keep_state (client, state);
  lectern_judge_client_set_practised (client, lectern_seat_store_get_setting (self->seat, LECTERN_SEAT_PRACTISED));
  g_signal_connect_object (client, "state-changed", G_CALLBACK (on_client_state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "notify::connected", G_CALLBACK (show_connection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "notify::last-error", G_CALLBACK (show_connection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "bye", G_CALLBACK (on_client_bye_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "refused", G_CALLBACK (on_client_refused_cb), self, G_CONNECT_SWAPPED);
}

static void
start_client (LecternJudgeWindow *self)
{
  show_connection (self);
  show_page (self, "connecting");
  lectern_judge_client_follow (self->client);
  lectern_judge_client_start (self->client);
  on_client_state_changed_cb (self);
}

static void
show_pairing (LecternJudgeWindow *self)
{
  lectern_pairing_page_reset (self->pairing_page);
  lectern_pairing_page_set_fingerprint (self->pairing_page, NULL);
  lectern_pairing_page_set_address (self->pairing_page, self->address);
  show_page (self, "pairing");
  gtk_widget_grab_focus (GTK_WIDGET (self->pairing_page));
}

static void
on_client_fingerprint_cb (LecternJudgeWindow *self)
{
  lectern_pairing_page_set_fingerprint (self->pairing_page, lectern_judge_client_get_fingerprint (self->client));
}

static void
on_paired_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LecternJudgeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LecternJudgeClient *client = LECTERN_JUDGE_CLIENT (source);

  if (!lectern_judge_client_pair_finish (client, result, &error))
    {
      if (client != self->client || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      lectern_pairing_page_set_busy (self->pairing_page, FALSE);
      lectern_pairing_page_set_trouble (self->pairing_page, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->pairing_page));
      return;
    }
  if (client != self->client)
    return;
  if (!lectern_seat_store_save (self->seat,
                                self->address,
                                lectern_judge_client_get_fingerprint (client),
                                lectern_judge_client_get_token (client),
                                &error))
    {
      g_autofree char *sentence = g_strdup_printf (_ ("This laptop cannot remember the seat: %s"), error->message);

      tell (self, sentence);
    }
  lectern_judge_client_set_practised (client, lectern_seat_store_get_setting (self->seat, LECTERN_SEAT_PRACTISED));
  lectern_pairing_page_reset (self->pairing_page);
  start_client (self);
}

static void
on_pair_cb (LecternJudgeWindow *self,
            const char         *address,
            const char         *code,
            const char         *device,
            const char         *fingerprint)
{
  lectern_pairing_page_set_trouble (self->pairing_page, NULL);
  lectern_pairing_page_set_busy (self->pairing_page, TRUE);
  /* A new code is new trust: the certificate its card named, or else whatever answers, is pinned from here on. */
  take_client (self, lectern_judge_client_new (address, fingerprint));
  set_address (self, lectern_judge_client_get_address (self->client) != NULL ? lectern_judge_client_get_address (self->client) : address);
  g_signal_connect_object (self->client, "notify::fingerprint", G_CALLBACK (on_client_fingerprint_cb), self, G_CONNECT_SWAPPED);
  g_clear_object (&self->pairing);
  self->pairing = g_cancellable_new ();
  lectern_judge_client_pair_async (self->client, code, device, self->pairing, on_paired_cb, g_object_ref (self));
}

static void
resume_seat (LecternJudgeWindow *self)
{
  take_client (self, lectern_judge_client_new (self->address, lectern_seat_store_get_fingerprint (self->seat)));
  lectern_judge_client_set_token (self->client, lectern_seat_store_get_token (self->seat));
  start_client (self);
}

static void
come_back (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  resume_seat (LECTERN_JUDGE_WINDOW (widget));
}

static void
pair_anew (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LecternJudgeWindow *self = LECTERN_JUDGE_WINDOW (widget);

  drop_client (self);
  show_pairing (self);
}

static void
on_leave_response_cb (LecternJudgeWindow *self,
                      const char         *response)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "leave"))
    return;
  if (!lectern_seat_store_forget (self->seat, &error))
    tell (self, error->message);
  drop_client (self);
  show_pairing (self);
}

static void
leave_seat (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget),
                                              _ ("Leave This Seat?"),
                                              _ ("To mark on this laptop again you need a new code from the main laptop. What you marked is kept."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Stay"),
                                    "leave", _ ("_Leave"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- another certificate ------------------------------------------------------------------- */

/* The certificate he was shown, not one that may have come since. */
static void
on_compared_cb (GtkWidget  *dialog,
                const char *response,
                gpointer    user_data)
{
  LecternJudgeWindow *self = user_data;
  const char         *shown = g_object_get_data (G_OBJECT (dialog), "shown");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, LECTERN_CERTIFICATE_SAME) || self->client == NULL)
    return;
  lectern_judge_client_trust (self->client, shown);
  if (!lectern_seat_store_save (self->seat, self->address, shown, lectern_judge_client_get_token (self->client), &error))
    tell (self, error->message);
  show_connection (self);
}

static void
compare_certificate (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LecternJudgeWindow *self = LECTERN_JUDGE_WINDOW (widget);
  g_autofree char    *shown = self->client != NULL ? lectern_judge_client_get_other_fingerprint (self->client) : NULL;
  GtkWidget          *dialog;

  if (shown == NULL)
    return;
  gtk_popover_popdown (self->seat_popover);
  dialog = lectern_certificate_dialog_new (GTK_WINDOW (self), lectern_judge_client_get_fingerprint (self->client), shown);
  g_object_set_data_full (G_OBJECT (dialog), "shown", g_steal_pointer (&shown), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_compared_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- how it looks -------------------------------------------------------------------------- */

/* On a large screen everything is set larger. */
static void
on_surface_layout_cb (LecternJudgeWindow *self,
                      int                 width,
                      int                 height)
{
  if (width >= ROOMY_WIDTH && height >= ROOMY_HEIGHT)
    gtk_widget_add_css_class (GTK_WIDGET (self->marking_bin), "roomy");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->marking_bin), "roomy");
}

static void
lectern_judge_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lectern_judge_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)),
                           "layout",
                           G_CALLBACK (on_surface_layout_cb),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
lectern_judge_window_dispose (GObject *object)
{
  LecternJudgeWindow *self = LECTERN_JUDGE_WINDOW (object);

  stop_finder (self);
  g_cancellable_cancel (self->pairing);
  g_clear_object (&self->pairing);
  if (self->marking_bin != NULL)
    drop_client (self);
  g_clear_object (&self->drafts);
  g_clear_object (&self->seat);
  g_clear_pointer (&self->address, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_JUDGE_WINDOW);
  G_OBJECT_CLASS (lectern_judge_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-judge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, identity_box);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, judge_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, contest_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, side_button);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, connection_button);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, connection_image);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, connection_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, seat_popover);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, connection_words_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, address_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, fingerprint_label);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, compare_here_button);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, pairing_page);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, connecting_page);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, ended_page);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, come_back_button);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, marking_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_pair_cb);
}

static void
lectern_judge_window_class_init (LecternJudgeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_judge_window_dispose;
  widget_class->realize = lectern_judge_window_realize;
  g_type_ensure (LECTERN_TYPE_PAIRING_PAGE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.come-back", NULL, come_back);
  gtk_widget_class_install_action (widget_class, "win.pair-anew", NULL, pair_anew);
  gtk_widget_class_install_action (widget_class, "win.leave-seat", NULL, leave_seat);
  gtk_widget_class_install_action (widget_class, "win.compare-certificate", NULL, compare_certificate);
  gtk_widget_class_install_action (widget_class, "win.practise", NULL, practise);
  gtk_widget_class_install_action (widget_class, "win.end-practice", NULL, end_practice);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.fullscreen", NULL);
}

static void
lectern_judge_window_init (LecternJudgeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.practise", FALSE);
  lectern_keys_window_offer (GTK_APPLICATION_WINDOW (self), "/io/github/lectern/Lectern/ui/lectern-judge-shortcuts.ui");
  show_page (self, "pairing");
}

static void
on_look_not_kept (GtkApplicationWindow *window,
                  const char           *sentence)
{
  tell (LECTERN_JUDGE_WINDOW (window), sentence);
}

static void
load_stores (LecternJudgeWindow *self)
{
  g_autofree char *path = lectern_seat_store_get_drafts_path (self->seat);
  g_autoptr (GError) seat_error = NULL;
  g_autoptr (GError) drafts_error = NULL;

  self->drafts = lectern_draft_store_new (path);
  if (!lectern_draft_store_load (self->drafts, &drafts_error))
    tell (self, drafts_error->message);
  if (!lectern_seat_store_load (self->seat, &seat_error))
    lectern_pairing_page_set_trouble (self->pairing_page, seat_error->message);
  lectern_judge_looks_add (GTK_APPLICATION_WINDOW (self), self->seat, on_look_not_kept);
}

GtkWidget *
lectern_judge_window_new (GtkApplication   *application,
                          LecternSeatStore *seat,
                          const char       *address)
{
  LecternJudgeWindow *self = g_object_new (LECTERN_TYPE_JUDGE_WINDOW, "application", application, NULL);

  self->seat = g_object_ref (seat);
  load_stores (self);
  set_address (self, address != NULL ? address : lectern_seat_store_get_address (seat));
  if (self->address != NULL && lectern_seat_store_get_token (seat) != NULL)
    resume_seat (self);
  else
    {
      lectern_pairing_page_set_address (self->pairing_page, self->address);
      gtk_widget_grab_focus (GTK_WIDGET (self->pairing_page));
    }
  return GTK_WIDGET (self);
}
