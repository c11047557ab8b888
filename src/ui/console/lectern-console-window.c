/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's window: its pages, and what must be in reach from each of them - black, the
 * emergency card, how safe what was entered is. A refusal never stands in the way: it is a
 * sentence at the lower edge, and the evening goes on behind it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-console-window.h"

#include <glib/gi18n-lib.h>

#include "lectern-checkup.h"
#include "lectern-console-rehearsal.h"
#include "lectern-draw-page.h"
#include "lectern-evening-page.h"
#include "lectern-journal-page.h"
#include "lectern-keying-window.h"
#include "lectern-keys-window.h"
#include "lectern-late-page.h"
#include "lectern-papers-page.h"
#include "lectern-loudspeaker.h"
#include "lectern-preflight-chip.h"
#include "lectern-results-page.h"
#include "lectern-screen-bar.h"
#include "lectern-screen-words.h"
#include "lectern-script-window.h"
#include "lectern-sequence.h"
#include "lectern-sentence-bar.h"
#include "lectern-set-up-page.h"
#include "lectern-undo-offer.h"
#include "lectern-wording.h"

struct _LecternConsoleWindow
{
  AdwApplicationWindow parent_instance;
  LecternDesk         *desk;
  AdwWindowTitle      *title;
  AdwViewStack        *stack;
  LecternSentenceBar  *sentences;
  LecternEveningPage  *evening;
  LecternLatePage     *set_up;
  AdwViewStackPage    *set_up_tab;
  GtkWidget           *blank;
  GtkLabel            *blank_label;
  GtkWidget           *rehearsal;
  GtkWidget           *end_rehearsal;
  GtkWidget           *projector_button;
  GtkLabel            *projector_label;
  LecternScreens      *screens; /* whose signals are connected */
  LecternLoudspeaker  *loudspeaker;
  GtkWidget           *keying; /* the window for paper sheets, once it was asked for */
  GtkWidget           *script; /* the MC's window, once it was asked for */
  AdwToast            *toast;  /* what was refused */
  AdwToast            *told;   /* what was said otherwise */
  char                *refusal;
  gboolean             rehearsing; /* on a copy, with virtual judges */
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternConsoleWindow, lectern_console_window, ADW_TYPE_APPLICATION_WINDOW)

static LecternSetUpPage *
get_set_up (LecternConsoleWindow *self)
{
  return LECTERN_SET_UP_PAGE (lectern_late_page_get_page (self->set_up));
}

static void
on_set_up_made_cb (LecternConsoleWindow *self)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->set_up));
  if (page)
    g_object_bind_property (page, "edited", self->set_up_tab, "needs-attention", G_BINDING_SYNC_CREATE);
}

static LecternContest *
get_contest (LecternConsoleWindow *self)
{
  return lectern_desk_get_contest (self->desk);
}

static char *
describe_safety (LecternConsoleWindow *self)
{
  gint64 wall_us = lectern_desk_get_safe_since_us (self->desk);
  g_autoptr (GDateTime) when = wall_us > 0 ? g_date_time_new_from_unix_local (wall_us / G_USEC_PER_SEC) : NULL;
  if (!when)
    return g_strdup (_ ("safe on disk"));
  g_autofree char *time = g_date_time_format (when, "%H:%M:%S");
  /* Translators: the time of day of the last change, which is on disk. */
  return g_strdup_printf (_ ("safe since %s"), time);
}

static void
show_title (LecternConsoleWindow *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (get_contest (self));
  const LecternRound         *round = lectern_contest_get_current_round (get_contest (self));
  if (!record)
    return;
  g_autofree char *safety = describe_safety (self);
  g_autofree char *subtitle = NULL;
  if (round)
    /* Translators: the round's name, its state, and since when everything is safe. */
    subtitle = g_strdup_printf (_ ("%s, %s · %s"), round->name, lectern_wording_for_round_state ((LecternRoundState) round->state), safety);
  adw_window_title_set_title (self->title, record->title);
  adw_window_title_set_subtitle (self->title, subtitle ? subtitle : safety);
  gtk_window_set_title (GTK_WINDOW (self), record->title);
  gtk_widget_set_visible (self->rehearsal, record->rehearsal == 1 || self->rehearsing);
}

static void
show_blank (LecternConsoleWindow *self)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (get_contest (self));
  gboolean            blank = on_air && on_air->blank == 1;
  const char         *label = blank ? C_ ("projector", "Show Again") : C_ ("projector", "Black");
  gtk_label_set_text (self->blank_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->blank), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (blank)
    gtk_widget_add_css_class (self->blank, "destructive-action");
  else
    gtk_widget_remove_css_class (self->blank, "destructive-action");
}

static void
on_desk_changed_cb (LecternDesk          *desk,
                    LecternChange        *change,
                    LecternConsoleWindow *self)
{
  show_title (self);
  show_blank (self);
}

/* What was refused has been put right, or something else was done: the sentence is out of date. */
static void
on_desk_accepted_cb (LecternDesk          *desk,
                     LecternConsoleWindow *self)
{
  lectern_sentence_bar_settle (self->sentences);
}

static void
on_desk_refused_cb (LecternDesk          *desk,
                    const char           *sentence,
                    LecternConsoleWindow *self)
{
  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
  lectern_sentence_bar_say (self->sentences, LECTERN_SENTENCE_REFUSED, sentence, 0);
}

static void
on_desk_told_cb (LecternDesk          *desk,
                 const char           *sentence,
                 LecternConsoleWindow *self)
{
  lectern_sentence_bar_say (self->sentences, LECTERN_SENTENCE_TOLD, sentence, 0);
}

static void
on_blank_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  lectern_evening_page_toggle_blank (LECTERN_CONSOLE_WINDOW (widget)->evening);
}

static void
on_emergency_activated_cb (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  lectern_evening_page_show_scene (LECTERN_CONSOLE_WINDOW (widget)->evening, LECTERN_SCENE_EMERGENCY);
}

/* From any page: it is chosen beside the two pictures. */
static void
on_scenes_activated_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  lectern_console_window_show_page (LECTERN_CONSOLE_WINDOW (widget), "evening");
  lectern_evening_page_toggle_chooser (LECTERN_CONSOLE_WINDOW (widget)->evening);
}

static void
on_undo_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  lectern_desk_undo (LECTERN_CONSOLE_WINDOW (widget)->desk, LECTERN_NULL);
}

static void
on_page_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  lectern_console_window_show_page (LECTERN_CONSOLE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_screens_activated_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  lectern_console_window_show_page (self, "set-up");
  lectern_set_up_page_show (get_set_up (self), "screens");
}

/* "set-up/judges": a page, and what is on it; "copy" leads to the chooser of a file. */
static void
on_place_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);
  if (g_str_equal (parts[0], "copy"))
    {
      gtk_widget_activate_action (widget, "console.copy", NULL);
      return;
    }
  lectern_console_window_show_page (self, parts[0]);
  if (parts[1])
    lectern_set_up_page_show (get_set_up (self), parts[1]);
}

static void
on_correct_activated_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  guint32               kind;
  gint64                lot, judge;
  g_variant_get (parameter, "(uxx)", &kind, &lot, &judge);
  lectern_console_window_show_page (self, "evening");
  lectern_evening_page_correct (self->evening, (LecternCorrectionKind) kind, lot, judge);
}

static void
on_entry_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  lectern_console_window_show_page (self, "evening");
  lectern_evening_page_show_entry (self->evening, g_variant_get_int64 (parameter));
}

/* Who is on stage, else who would come next. */
static const LecternEntry *
find_forfeiting (LecternContest *contest)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternCue   *next = lectern_contest_get_next_cue (contest);
  if (on_stage && on_stage->state != LECTERN_ENTRY_DONE && on_stage->state != LECTERN_ENTRY_FORFEIT)
    return on_stage;
  return next && next->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, next->nominee) : NULL;
}

static void
on_forfeit_activated_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  const LecternEntry   *entry = find_forfeiting (get_contest (self));
  if (!entry)
    {
      lectern_desk_refuse (self->desk, _ ("Nobody is on stage or about to be called."));
      return;
    }
  lectern_console_window_show_page (self, "evening");
  lectern_evening_page_correct (self->evening, LECTERN_CORRECTION_FORFEIT, entry->lot, LECTERN_NULL);
}

/* With invented names; the engine refuses it while somebody speaks or is marked. */
static void
on_rehearse_activated_cb (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  LecternAction        *action = lectern_desk_new_action (LECTERN_ACTION_ENTER_SEQUENCE);
  action->number = LECTERN_SEQUENCE_CEREMONY;
  action->key = g_strdup ("rehearsal");
  lectern_console_window_show_page (self, "evening");
  lectern_desk_submit (self->desk, action, NULL, NULL);
}

static void
on_paper_sheets_activated_cb (GtkWidget  *widget,
                              const char *name,
                              GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  if (!self->keying)
    g_set_weak_pointer (&self->keying, GTK_WIDGET (lectern_keying_window_new (self->desk)));
  gtk_window_present (GTK_WINDOW (self->keying));
}

static void
on_script_window_activated_cb (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  if (!self->script)
    g_set_weak_pointer (&self->script, GTK_WIDGET (lectern_script_window_new (self->desk)));
  gtk_window_present (GTK_WINDOW (self->script));
}

static void
on_copy_chosen_cb (GtkNativeDialog      *chooser,
                   int                   response,
                   LecternConsoleWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  if (response == GTK_RESPONSE_ACCEPT && path && self->desk)
    {
      if (lectern_engine_backup (lectern_desk_get_engine (self->desk), path, &error))
        {
          lectern_checkup_note_copy (lectern_checkup_get (self->desk), path);
          lectern_desk_tell (self->desk, _ ("The copy is saved."));
        }
      else
        lectern_desk_refuse (self->desk, error->message);
    }
  g_object_unref (chooser);
}

static void
on_copy_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save a Copy"), GTK_WINDOW (widget),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char      *time = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  time = g_date_time_format (now, "%Y%m%d-%H%M%S.lectern");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), time);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_copy_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Closing in the middle of a talk or a marking, or with rules that were edited for nothing, is asked
 * about; else the window just closes, for everything is on disk anyway. */
static gboolean
is_busy (LecternConsoleWindow *self)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (get_contest (self));
  return (clock && clock->phase == LECTERN_CLOCK_RUNNING) || lectern_contest_get_entry_at_gate (get_contest (self));
}

static gboolean
has_edited_rules (LecternConsoleWindow *self)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->set_up));
  return page && lectern_set_up_page_get_edited (LECTERN_SET_UP_PAGE (page));
}

/* The evening, on a copy. */
static void
on_rehearse_evening_activated_cb (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  if (is_busy (self))
    lectern_desk_refuse (self->desk, _ ("Rehearse while nobody speaks and marking is closed."));
  else if (!lectern_console_rehearsal_start (self, &error))
    lectern_desk_refuse (self->desk, error->message);
}

static void
on_end_rehearsal_activated_cb (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  if (LECTERN_CONSOLE_WINDOW (widget)->rehearsing)
    gtk_window_destroy (GTK_WINDOW (widget));
}

static const struct
{
  gboolean (*applies) (LecternConsoleWindow *self);
  const char *heading;
  const char *body;
} questions[] = {
  { is_busy, N_ ("Close in the Middle of the Evening?"), N_ ("Everything is on disk. The projector goes dark and the judges’ laptops lose their connection until the contest is opened again; the clock goes on.") },
  { has_edited_rules, N_ ("Close Without Applying the Rules?"), N_ ("What was edited on the page of the rules and not applied is lost. The contest goes by the rules it had.") },
};

static void
on_close_confirmed_cb (AdwMessageDialog     *dialog,
                       const char           *response,
                       LecternConsoleWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
lectern_console_window_close_request (GtkWindow *window)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (window);
  gsize                 i = 0;
  while (i < G_N_ELEMENTS (questions) && (!self->desk || self->rehearsing || !questions[i].applies (self)))
    i++;
  if (i == G_N_ELEMENTS (questions))
    return GTK_WINDOW_CLASS (lectern_console_window_parent_class)->close_request (window);
  GtkWidget *dialog = adw_message_dialog_new (window, _ (questions[i].heading), _ (questions[i].body));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "close", _ ("Close"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response::close", G_CALLBACK (on_close_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
lectern_console_window_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (id == PROP_DESK)
    g_value_set_object (value, LECTERN_CONSOLE_WINDOW (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_console_window_dispose (GObject *object)
{
  LecternConsoleWindow *self = LECTERN_CONSOLE_WINDOW (object);
  if (self->screens)
    lectern_screens_close (self->screens);
  g_clear_object (&self->screens);
  if (self->keying)
    gtk_window_destroy (GTK_WINDOW (self->keying));
  g_clear_weak_pointer (&self->keying);
  if (self->script)
    gtk_window_destroy (GTK_WINDOW (self->script));
  g_clear_weak_pointer (&self->script);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_object (&self->loudspeaker);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_console_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const pages[] = { "set-up", "draw", "evening", "results", "papers", "journal" };
  gtk_widget_class_install_action (widget_class, "console.blank", NULL, on_blank_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.emergency", NULL, on_emergency_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.scenes", NULL, on_scenes_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.forfeit", NULL, on_forfeit_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.rehearse-ceremony", NULL, on_rehearse_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.rehearse", NULL, on_rehearse_evening_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.end-rehearsal", NULL, on_end_rehearsal_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.copy", NULL, on_copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.page", "s", on_page_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.screens", NULL, on_screens_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.place", "s", on_place_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.undo", NULL, on_undo_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "console.undo", NULL);
  gtk_widget_class_install_action (widget_class, "console.paper-sheets", NULL, on_paper_sheets_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "console.paper-sheets", NULL);
  gtk_widget_class_install_action (widget_class, "console.script-window", NULL, on_script_window_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "console.script-window", NULL);
  gtk_widget_class_install_action (widget_class, "console.correct", "(uxx)", on_correct_activated_cb);
  gtk_widget_class_install_action (widget_class, "console.entry", "x", on_entry_activated_cb);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1 + i, GDK_CONTROL_MASK, "console.page", "s", pages[i]);
}

static void
lectern_console_window_class_init (LecternConsoleWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_console_window_get_property;
  object_class->dispose = lectern_console_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lectern_console_window_close_request;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, LECTERN_TYPE_DESK, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (LECTERN_TYPE_DRAW_PAGE);
  g_type_ensure (LECTERN_TYPE_EVENING_PAGE);
  g_type_ensure (LECTERN_TYPE_JOURNAL_PAGE);
  g_type_ensure (LECTERN_TYPE_LATE_PAGE);
  g_type_ensure (LECTERN_TYPE_SENTENCE_BAR);
  g_type_ensure (LECTERN_TYPE_PAPERS_PAGE);
  g_type_ensure (LECTERN_TYPE_PREFLIGHT_CHIP);
  g_type_ensure (LECTERN_TYPE_RESULTS_PAGE);
  g_type_ensure (LECTERN_TYPE_SCREEN_BAR);
  g_type_ensure (LECTERN_TYPE_SET_UP_PAGE);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-console-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, sentences);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, evening);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, set_up);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, set_up_tab);
  gtk_widget_class_bind_template_callback (widget_class, on_set_up_made_cb);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, blank);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, blank_label);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, rehearsal);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, end_rehearsal);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, projector_button);
  gtk_widget_class_bind_template_child (widget_class, LecternConsoleWindow, projector_label);
}

/* Keys that no text has a use for work wherever the focus is: before the widget that has it. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LecternConsoleWindow  *self)
{
  static const struct
  {
    guint       keyval;
    const char *action;
  } everywhere[] = {
    { GDK_KEY_F6, "console.scenes" },
    { GDK_KEY_F8, "console.blank" },
    { GDK_KEY_F9, "console.emergency" },
  };
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (everywhere); i++)
    if (keyval == everywhere[i].keyval)
      return gtk_widget_activate_action (GTK_WIDGET (self), everywhere[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
listen_to_keys (LecternConsoleWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
lectern_console_window_init (LecternConsoleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  listen_to_keys (self);
  lectern_keys_window_offer (GTK_APPLICATION_WINDOW (self), "/io/github/lectern/Lectern/ui/lectern-console-shortcuts.ui");
}

/* Where the contest is at: nobody wants to look for the page again after a restart. */
static const char *
choose_page (LecternContest *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  if (!round || round->state == LECTERN_ROUND_SET_UP)
    return "set-up";
  return round->state == LECTERN_ROUND_FINALISED ? "results" : "evening";
}

static void
on_screens_trouble_cb (LecternConsoleWindow *self,
                       const char           *sentence)
{
  lectern_desk_refuse (self->desk, sentence);
}

static void
show_status (LecternConsoleWindow *self)
{
  g_autofree char *status = lectern_screen_words_for_status (lectern_desk_get_screens (self->desk));
  g_autofree char *name = lectern_screen_words_for_header (lectern_desk_get_screens (self->desk));
  gtk_label_set_text (self->projector_label, name);
  gtk_widget_set_tooltip_text (self->projector_button, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->projector_button), GTK_ACCESSIBLE_PROPERTY_LABEL, status, -1);
}

/* Tests put their own there. */
static void
watch_screens (LecternConsoleWindow *self)
{
  LecternScreens *screens = lectern_desk_get_screens (self->desk);
  if (screens == self->screens)
    return;
  if (self->screens)
    g_signal_handlers_disconnect_by_data (self->screens, self);
  g_set_object (&self->screens, screens);
  if (screens)
    {
      g_signal_connect_object (screens, "changed", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (screens, "trouble", G_CALLBACK (on_screens_trouble_cb), self, G_CONNECT_SWAPPED);
    }
  show_status (self);
}

static void
open_screens (LecternConsoleWindow *self,
              GtkApplication       *app)
{
  g_autoptr (LecternScreens) screens = lectern_screens_new (app, lectern_desk_get_follower (self->desk), NULL, NULL);
  lectern_screens_set_console (screens, GTK_WINDOW (self));
  lectern_desk_set_screens (self->desk, screens);
}

/* The bells are this laptop's alone: no other window of the contest has them. */
static void
open_bells (LecternConsoleWindow *self)
{
  self->loudspeaker = lectern_loudspeaker_new (lectern_desk_get_follower (self->desk), NULL);
  LecternBellPlayer player = lectern_loudspeaker_get_player (self->loudspeaker);
  g_autoptr (LecternBell) bell = lectern_bell_new (lectern_desk_get_follower (self->desk), &player);
  g_signal_connect_object (self->loudspeaker, "trouble", G_CALLBACK (lectern_bell_set_trouble), bell, G_CONNECT_SWAPPED);
  player.prepare (player.user_data, TRUE); /* what is wrong is known before the evening */
  g_object_set_data_full (G_OBJECT (bell), "loudspeaker", g_object_ref (self->loudspeaker), g_object_unref);
  lectern_desk_set_bell (self->desk, bell);
}

static gboolean
on_screens_due_cb (gpointer user_data)
{
  LecternConsoleWindow *self = user_data;
  if (self->desk && !self->loudspeaker)
    open_bells (self);
  if (self->desk && !self->screens)
    open_screens (self, gtk_window_get_application (GTK_WINDOW (self)));
  if (self->desk)
    lectern_checkup_look (lectern_checkup_get (self->desk));
  return G_SOURCE_REMOVE;
}

GtkWindow *
lectern_console_window_new (AdwApplication *app,
                            LecternEngine  *engine,
                            LecternServer  *server)
{
  g_return_val_if_fail (LECTERN_IS_ENGINE (engine), NULL);
  LecternConsoleWindow *self = g_object_new (LECTERN_TYPE_CONSOLE_WINDOW, "application", app, NULL);
  self->desk = lectern_desk_new (engine, server);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed_cb), self, 0);
  g_signal_connect_object (self->desk, "refused", G_CALLBACK (on_desk_refused_cb), self, 0);
  g_signal_connect_object (self->desk, "accepted", G_CALLBACK (on_desk_accepted_cb), self, 0);
  g_signal_connect_object (self->desk, "told", G_CALLBACK (on_desk_told_cb), self, 0);
  g_signal_connect_object (self->desk, "connections-changed", G_CALLBACK (watch_screens), self, G_CONNECT_SWAPPED);
  lectern_undo_offer_attach (self->sentences, self->desk);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
  on_desk_changed_cb (self->desk, NULL, self);
  lectern_console_window_show_page (self, choose_page (get_contest (self)));
  gtk_widget_set_visible (self->projector_button, app != NULL);
  show_status (self);
  if (app) /* after the console's own first frame, which is what the operator waits for */
    g_idle_add_full (G_PRIORITY_LOW, on_screens_due_cb, g_object_ref (self), g_object_unref);
  return GTK_WINDOW (self);
}

LecternDesk *
lectern_console_window_get_desk (LecternConsoleWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_CONSOLE_WINDOW (self), NULL);
  return self->desk;
}

void
lectern_console_window_show_page (LecternConsoleWindow *self,
                                  const char           *name)
{
  g_return_if_fail (LECTERN_IS_CONSOLE_WINDOW (self));
  if (adw_view_stack_get_child_by_name (self->stack, name))
    adw_view_stack_set_visible_child_name (self->stack, name);
}

const char *
lectern_console_window_get_shown_page (LecternConsoleWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_CONSOLE_WINDOW (self), NULL);
  return adw_view_stack_get_visible_child_name (self->stack);
}

GtkWidget *
lectern_console_window_get_page (LecternConsoleWindow *self,
                                 const char           *name)
{
  g_return_val_if_fail (LECTERN_IS_CONSOLE_WINDOW (self), NULL);
  GtkWidget *child = adw_view_stack_get_child_by_name (self->stack, name);
  return LECTERN_IS_LATE_PAGE (child) ? lectern_late_page_get_page (LECTERN_LATE_PAGE (child)) : child;
}

const char *
lectern_console_window_get_refusal (LecternConsoleWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_CONSOLE_WINDOW (self), NULL);
  return self->refusal;
}

void
lectern_console_window_suspend (LecternConsoleWindow *self)
{
  g_return_if_fail (LECTERN_IS_CONSOLE_WINDOW (self));
  if (self->screens)
    lectern_screens_close (self->screens);
  lectern_desk_set_screens (self->desk, NULL);
  lectern_desk_set_bell (self->desk, NULL);
  g_clear_object (&self->loudspeaker);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
lectern_console_window_resume (LecternConsoleWindow *self)
{
  g_return_if_fail (LECTERN_IS_CONSOLE_WINDOW (self));
  if (gtk_window_get_application (GTK_WINDOW (self)))
    g_idle_add_full (G_PRIORITY_LOW, on_screens_due_cb, g_object_ref (self), g_object_unref);
}

void
lectern_console_window_set_rehearsing (LecternConsoleWindow *self)
{
  g_return_if_fail (LECTERN_IS_CONSOLE_WINDOW (self));
  self->rehearsing = TRUE;
  gtk_widget_set_visible (self->end_rehearsal, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "console.rehearse", FALSE);
  show_title (self);
}
