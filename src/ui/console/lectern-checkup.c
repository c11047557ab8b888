/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What can be known of the hall and of this laptop. Judges, screens, bells and the battery tell when
 * they change; for the rest the laptop is asked once, and again by a person's button. Fonts and the
 * disk are tried on threads of their own, so that the list never stands still for them. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-checkup.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtkunixprint.h>

#include "lectern-font-check.h"
#include "lectern-laptop.h"

struct _LecternCheckup
{
  GObject               parent_instance;
  LecternDesk          *desk; /* has this, so it lives longer */
  LecternBell          *bell;
  GDBusConnection      *bus;
  guint                 power_watch;
  GCancellable         *cancellable;
  LecternPreflightFacts facts;
  char                 *gap;
  gint64                n_printers_found;
  guint                 n_under_way; /* looks whose answer is awaited */
  gboolean              looking_at_fonts;
  gboolean              fonts_stale;
};

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternCheckup, lectern_checkup, G_TYPE_OBJECT)

static void
tell (LecternCheckup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_path (LecternCheckup *self)
{
  return lectern_engine_get_path (lectern_desk_get_engine (self->desk));
}

/* --- fonts --------------------------------------------------------------------------------- */

static void look_at_fonts (LecternCheckup *self);

static void
run_font_check (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, lectern_font_check_new (task_data), (GDestroyNotify) lectern_font_check_free);
}

static void
note_fonts (LecternCheckup         *self,
            const LecternFontCheck *check)
{
  g_clear_pointer (&self->gap, g_free);
  self->facts.n_gaps = check->gaps->len;
  if (check->gaps->len)
    self->gap = lectern_font_gap_describe (g_ptr_array_index (check->gaps, 0));
  else if (!lectern_font_check_is_complete (check))
    self->gap = g_strdup (_ ("A font that papers need is not installed."));
  self->facts.gap = self->gap;
  self->facts.characters = self->gap ? LECTERN_TRUTH_NO : LECTERN_TRUTH_YES;
}

static void
on_fonts_checked_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (LecternFontCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);
  if (!check) /* the window is gone */
    return;
  LecternCheckup *self = LECTERN_CHECKUP (user_data);
  self->looking_at_fonts = FALSE;
  self->n_under_way--;
  if (self->fonts_stale)
    look_at_fonts (self);
  else
    note_fonts (self, check);
  tell (self);
}

/* One at a time; what changes meanwhile is looked at afterwards, once. */
static void
look_at_fonts (LecternCheckup *self)
{
  self->fonts_stale = self->looking_at_fonts;
  if (self->looking_at_fonts)
    return;
  self->looking_at_fonts = TRUE;
  self->n_under_way++;
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_fonts_checked_cb, self);
  g_task_set_source_tag (task, look_at_fonts);
  g_task_set_task_data (task, lectern_contest_copy (lectern_desk_get_contest (self->desk)), g_object_unref);
  g_task_run_in_thread (task, run_font_check);
}

/* --- disk ---------------------------------------------------------------------------------- */

static void
run_measure (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  gint64 *write_us = g_new (gint64, 1);
  *write_us = lectern_laptop_measure_write (task_data);
  g_task_return_pointer (task, write_us, g_free);
}

static void
on_measured_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree gint64 *write_us = g_task_propagate_pointer (G_TASK (result), NULL);
  if (!write_us)
    return;
  LecternCheckup *self = LECTERN_CHECKUP (user_data);
  self->facts.write_us = *write_us;
  self->n_under_way--;
  tell (self);
}

static void
measure_disk (LecternCheckup *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_measured_cb, self);
  g_task_set_source_tag (task, measure_disk);
  g_task_set_task_data (task, g_strdup (get_path (self)), g_free);
  self->n_under_way++;
  g_task_run_in_thread (task, run_measure);
}

/* --- printers ------------------------------------------------------------------------------ */

static gboolean
on_printer_cb (GtkPrinter *printer,
               gpointer    user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (LecternCheckup) self = g_weak_ref_get (weak);
  if (self && !gtk_printer_is_virtual (printer)) /* a file is none */
    self->n_printers_found++;
  return !self;
}

static void
on_printers_listed_cb (gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (LecternCheckup) self = g_weak_ref_get (weak);
  if (self)
    {
      self->facts.n_printers = self->n_printers_found;
      self->n_under_way--;
      tell (self);
    }
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* In a sandbox the system's own dialogue knows the printers, and nobody else. */
static void
look_for_printers (LecternCheckup *self)
{
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return;
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  self->n_printers_found = 0;
  self->n_under_way++;
  gtk_enumerate_printers (on_printer_cb, weak, on_printers_listed_cb, FALSE);
}

/* --- what tells by itself ------------------------------------------------------------------ */

static void
on_power_changed_cb (GDBusConnection *bus,
                     const char      *sender,
                     const char      *path,
                     const char      *interface,
                     const char      *signal,
                     GVariant        *parameters,
                     gpointer         user_data)
{
  LecternCheckup *self = LECTERN_CHECKUP (user_data);
  lectern_laptop_read (get_path (self), &self->facts);
  tell (self);
}

/* The kernel is asked; that there is something to ask for, UPower tells where it runs. */
static void
on_bus_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LecternCheckup) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  if (!bus || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->bus = g_steal_pointer (&bus);
  self->power_watch = g_dbus_connection_signal_subscribe (self->bus, "org.freedesktop.UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                                          NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_power_changed_cb, self, NULL);
}

static void
note_screens (LecternCheckup *self)
{
  LecternScreens *screens = lectern_desk_get_screens (self->desk);
  gboolean        shown = screens && lectern_screens_find_projector (screens);
  self->facts.windowed = !shown && screens && lectern_screens_get_windowed (screens);
  self->facts.projector = !screens ? LECTERN_TRUTH_UNKNOWN : shown || self->facts.windowed ? LECTERN_TRUTH_YES
                                                                                           : LECTERN_TRUTH_NO;
}

static void
note_bell (LecternCheckup *self)
{
  LecternBell *bell = lectern_desk_get_bell (self->desk);
  self->facts.sound_trouble = bell ? lectern_bell_get_trouble (bell) : NULL;
  self->facts.sound = !bell ? LECTERN_TRUTH_UNKNOWN : self->facts.sound_trouble ? LECTERN_TRUTH_NO
                                                                                : LECTERN_TRUTH_YES;
  if (bell == self->bell)
    return;
  if (self->bell)
    g_signal_handlers_disconnect_by_data (self->bell, self);
  if (g_set_object (&self->bell, bell) && bell)
    g_signal_connect_object (bell, "notify::trouble", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

/* What papers say, and in which fonts. */
static gboolean
concerns_fonts (const LecternChange *change)
{
  const LecternTable *const tables[] = { &lectern_table_contest, &lectern_table_unit, &lectern_table_award, &lectern_table_round, &lectern_table_criterion, &lectern_table_nominee, &lectern_table_judge,
                                         &lectern_table_annex_form, &lectern_table_annex_row, &lectern_table_paper_font, &lectern_table_certificate_design };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!change || lectern_change_touches (change, tables[i]))
      return TRUE;
  return FALSE;
}

/* Before the first look nobody has asked for the fonts. */
static void
on_desk_changed_cb (LecternDesk    *desk,
                    LecternChange  *change,
                    LecternCheckup *self)
{
  if (change && concerns_fonts (change) && (self->looking_at_fonts || self->facts.characters != LECTERN_TRUTH_UNKNOWN))
    look_at_fonts (self);
}

static void
lectern_checkup_dispose (GObject *object)
{
  LecternCheckup *self = LECTERN_CHECKUP (object);
  g_cancellable_cancel (self->cancellable);
  if (self->bus && self->power_watch)
    g_dbus_connection_signal_unsubscribe (self->bus, self->power_watch);
  self->power_watch = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->bell);
  G_OBJECT_CLASS (lectern_checkup_parent_class)->dispose (object);
}

static void
lectern_checkup_finalize (GObject *object)
{
  LecternCheckup *self = LECTERN_CHECKUP (object);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->gap, g_free);
  G_OBJECT_CLASS (lectern_checkup_parent_class)->finalize (object);
}

static void
lectern_checkup_class_init (LecternCheckupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_checkup_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_checkup_finalize;
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_CHECKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_checkup_init (LecternCheckup *self)
{
  self->cancellable = g_cancellable_new ();
  self->facts = LECTERN_PREFLIGHT_FACTS_NONE;
  self->facts.asked = (1u << LECTERN_CHECK_N_KINDS) - 1;
}

LecternCheckup *
lectern_checkup_get (LecternDesk *desk)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternCheckup *self = g_object_get_data (G_OBJECT (desk), "checkup");
  if (self)
    return self;
  self = g_object_new (LECTERN_TYPE_CHECKUP, NULL);
  self->desk = desk;
  g_object_set_data_full (G_OBJECT (desk), "checkup", self, g_object_unref);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, 0);
  return self;
}

GPtrArray *
lectern_checkup_list (LecternCheckup *self)
{
  g_return_val_if_fail (LECTERN_IS_CHECKUP (self), NULL);
  LecternServer *server = lectern_desk_get_server (self->desk);
  g_autoptr (GArray) connected = server ? lectern_server_list_connected (server) : NULL;
  g_autoptr (GArray) practised = server ? lectern_server_list_practised (server) : NULL;
  LecternPreflightFacts facts;
  note_screens (self);
  note_bell (self);
  facts = self->facts;
  facts.connected = connected;
  facts.practised = practised;
  facts.networked = server && lectern_server_has_network (server) ? LECTERN_TRUTH_YES : LECTERN_TRUTH_NO;
  facts.reached = server && lectern_server_was_reached (server) ? LECTERN_TRUTH_YES : LECTERN_TRUTH_NO;
  return lectern_preflight_list (lectern_desk_get_contest (self->desk), &facts);
}

void
lectern_checkup_look (LecternCheckup *self)
{
  g_return_if_fail (LECTERN_IS_CHECKUP (self));
  if (self->n_under_way)
    return;
  lectern_laptop_read (get_path (self), &self->facts);
  measure_disk (self);
  look_at_fonts (self);
  look_for_printers (self);
  if (!self->bus)
    g_bus_get (G_BUS_TYPE_SYSTEM, NULL, on_bus_found_cb, g_object_ref (self));
  tell (self);
}

gboolean
lectern_checkup_is_looking (LecternCheckup *self)
{
  g_return_val_if_fail (LECTERN_IS_CHECKUP (self), FALSE);
  return self->n_under_way > 0;
}

void
lectern_checkup_note_copy (LecternCheckup *self,
                           const char     *path)
{
  g_return_if_fail (LECTERN_IS_CHECKUP (self));
  self->facts.copied = LECTERN_TRUTH_YES;
  self->facts.copy_us = g_get_real_time ();
  self->facts.copy_beside = lectern_laptop_is_one_disk (get_path (self), path);
  tell (self);
}

void
lectern_checkup_attach (LecternCheckup     *self,
                        LecternConsolePart *part)
{
  g_return_if_fail (LECTERN_IS_CHECKUP (self));
  if (!g_signal_handler_find (self, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, part))
    g_signal_connect_object (self, "changed", G_CALLBACK (lectern_console_part_refresh), part, G_CONNECT_SWAPPED);
}
