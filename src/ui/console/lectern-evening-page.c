/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The evening on one page: programme, pictures, clock, the one large button, the judges.
 *
 * Space belongs to the large button wherever the focus is: elsewhere a space bar presses whatever
 * was clicked last, which has stopped clocks. A key held down is one press: it counts again only
 * after it was let go. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-evening-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-bench-pane.h"
#include "lectern-clock-card.h"
#include "lectern-corrections-pane.h"
#include "lectern-courseware-remote.h"
#include "lectern-gate-card.h"
#include "lectern-go-button.h"
#include "lectern-opening-note.h"
#include "lectern-picture-card.h"
#include "lectern-programme-pane.h"
#include "lectern-scene-chooser.h"
#include "lectern-scene-choice.h"
#include "lectern-scene-show.h"
#include "lectern-script-card.h"
#include "lectern-step-bar.h"

struct _LecternEveningPage
{
  LecternConsolePart      parent_instance;
  LecternProgrammePane   *programme;
  LecternGoButton        *go;
  LecternPictureCard     *on_air;
  LecternPictureCard     *next;
  LecternSceneChooser    *chooser;
  GtkFlowBox             *scenes;
  GtkStack               *side;
  LecternCorrectionsPane *corrections; /* NULL until it was asked for */
  GtkEventController     *keys;
  gboolean                space_down;
};

enum
{
  PROP_0,
  PROP_CORRECTIONS,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternEveningPage, lectern_evening_page, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternEveningPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternContest *
get_contest (LecternEveningPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

/* Only of what the hall has seen already: a key must never reveal. */
static const LecternEntry *
find_revealed_last (LecternContest *contest)
{
  GPtrArray          *cues = lectern_contest_get_cues (contest);
  const LecternCue   *on_air = lectern_contest_get_cue_on_air (contest);
  const LecternEntry *last = NULL;
  for (guint i = 0; on_air && i < cues->len; i++)
    {
      const LecternCue *cue = g_ptr_array_index (cues, i);
      if (cue->kind != LECTERN_CUE_REVEAL || cue->position > on_air->position)
        continue;
      const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, cue->nominee);
      if (entry && entry->revealed)
        last = entry;
    }
  return last;
}

static const LecternEntry *
find_entry_for (LecternContest  *contest,
                LecternSceneKind kind)
{
  if (kind == LECTERN_SCENE_REVEAL)
    return find_revealed_last (contest);
  return lectern_contest_get_entry_on_stage (contest);
}

static gboolean
needs_entry (LecternSceneKind kind)
{
  return kind == LECTERN_SCENE_INTRODUCTION || kind == LECTERN_SCENE_TALK ||
         kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL || kind == LECTERN_SCENE_COURSEWARE;
}

static gboolean
press_space (LecternEveningPage *self)
{
  if (!self->space_down && lectern_scene_chooser_get_open (self->chooser))
    lectern_scene_chooser_take (self->chooser);
  else if (!self->space_down)
    lectern_go_button_press (self->go);
  self->space_down = TRUE;
  return TRUE;
}

static gboolean
is_typing (LecternEveningPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  return focus && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LecternEveningPage    *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) || is_typing (self))
    return GDK_EVENT_PROPAGATE;
  return lectern_evening_page_press_key (self, keyval);
}

static void
on_key_released_cb (GtkEventControllerKey *keys,
                    guint                  keyval,
                    guint                  keycode,
                    GdkModifierType        state,
                    LecternEveningPage    *self)
{
  lectern_evening_page_release_key (self, keyval);
}

static void
listen_to_keys (LecternEveningPage *self)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  g_signal_connect_object (self->keys, "key-released", G_CALLBACK (on_key_released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
}

static void
lectern_evening_page_map (GtkWidget *widget)
{
  LecternEveningPage *self = LECTERN_EVENING_PAGE (widget);
  GTK_WIDGET_CLASS (lectern_evening_page_parent_class)->map (widget);
  self->space_down = FALSE;
  listen_to_keys (self);
}

static void
lectern_evening_page_unmap (GtkWidget *widget)
{
  LecternEveningPage *self = LECTERN_EVENING_PAGE (widget);
  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  GTK_WIDGET_CLASS (lectern_evening_page_parent_class)->unmap (widget);
}

static gboolean press_scene_key (LecternEveningPage    *self,
                                 const LecternSceneKey *key);

static void
on_scene_clicked_cb (GtkButton          *button,
                     LecternEveningPage *self)
{
  press_scene_key (self, g_object_get_data (G_OBJECT (button), "key"));
}

static GtkWidget *
make_scene_button (const LecternSceneKey *key)
{
  const char *label = lectern_scene_key_get_short_name (key);
  GtkWidget  *button = gtk_button_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *cap = gtk_label_new (key->cap);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "scene-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key->cap, -1);
  g_object_set_data (G_OBJECT (button), "key", (gpointer) key);
  return button;
}

static void
add_scene_buttons (LecternEveningPage *self)
{
  for (guint i = 0; i < lectern_scene_keys_get_n (); i++)
    {
      const LecternSceneKey *key = lectern_scene_keys_get (i);
      GtkWidget             *button = key->direct ? make_scene_button (key) : NULL;
      if (!button)
        continue;
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_scene_clicked_cb), self, 0);
      gtk_flow_box_insert (self->scenes, button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

/* While a scene is chosen, the picture of what comes next is of that one. */
static void
on_chooser_changed_cb (LecternSceneChooser *chooser,
                       LecternEveningPage  *self)
{
  gboolean open = lectern_scene_chooser_get_open (chooser);
  lectern_picture_card_set_preview (self->next, open, lectern_scene_chooser_get_scene (chooser));
}

static void
on_chooser_open_cb (LecternSceneChooser *chooser,
                    GParamSpec          *pspec,
                    LecternEveningPage  *self)
{
  if (!lectern_scene_chooser_get_open (chooser))
    gtk_widget_grab_focus (GTK_WIDGET (self->programme));
}

static void
on_scenes_activated_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  lectern_evening_page_toggle_chooser (LECTERN_EVENING_PAGE (widget));
}

static gboolean
is_correcting (LecternEveningPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "corrections") == 0;
}

static void show_corrections (LecternEveningPage *self,
                              gboolean            shown);

static void
on_corrections_closed_cb (LecternEveningPage *self)
{
  show_corrections (self, FALSE);
}

/* Most evenings need none: the first frame does not wait for its many fields. */
static void
make_corrections (LecternEveningPage *self)
{
  self->corrections = g_object_new (LECTERN_TYPE_CORRECTIONS_PANE, "width-request", 390, NULL);
  g_object_bind_property (self, "desk", self->corrections, "desk", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->corrections, "closed", G_CALLBACK (on_corrections_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->side, GTK_WIDGET (self->corrections), "corrections");
}

static void
show_corrections (LecternEveningPage *self,
                  gboolean            shown)
{
  if (is_correcting (self) == shown)
    return;
  if (!self->corrections)
    make_corrections (self);
  gtk_stack_set_visible_child_name (self->side, shown ? "corrections" : "bench");
  if (!shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->programme));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CORRECTIONS]);
}

static void
toggle_corrections (LecternEveningPage *self)
{
  show_corrections (self, !is_correcting (self));
  if (is_correcting (self))
    lectern_corrections_pane_open (self->corrections);
}

static void
on_correct_activated_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  guint32 kind;
  gint64  lot, judge;
  g_variant_get (parameter, "(uxx)", &kind, &lot, &judge);
  lectern_evening_page_correct (LECTERN_EVENING_PAGE (widget), (LecternCorrectionKind) kind, lot, judge);
}

static void
on_correct_sheet_activated_cb (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  LecternEveningPage *self = LECTERN_EVENING_PAGE (widget);
  show_corrections (self, TRUE);
  lectern_corrections_pane_show_judge (self->corrections, g_variant_get_int64 (parameter));
}

static void
lectern_evening_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_CORRECTIONS)
    g_value_set_boolean (value, is_correcting (LECTERN_EVENING_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_evening_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LecternEveningPage *self = LECTERN_EVENING_PAGE (object);
  if (id != PROP_CORRECTIONS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value) != is_correcting (self))
    toggle_corrections (self);
}

static void
install_corrections (LecternEveningPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_evening_page_get_property;
  object_class->set_property = lectern_evening_page_set_property;
  properties[PROP_CORRECTIONS] = g_param_spec_boolean ("corrections", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "evening.corrections", "corrections");
  gtk_widget_class_install_action (widget_class, "evening.correct", "(uxx)", on_correct_activated_cb);
  gtk_widget_class_install_action (widget_class, "evening.correct-sheet", "x", on_correct_sheet_activated_cb);
}

static void
lectern_evening_page_class_init (LecternEveningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->map = lectern_evening_page_map;
  widget_class->unmap = lectern_evening_page_unmap;
  g_type_ensure (LECTERN_TYPE_BENCH_PANE);
  g_type_ensure (LECTERN_TYPE_CLOCK_CARD);
  g_type_ensure (LECTERN_TYPE_GATE_CARD);
  g_type_ensure (LECTERN_TYPE_GO_BUTTON);
  g_type_ensure (LECTERN_TYPE_OPENING_NOTE);
  g_type_ensure (LECTERN_TYPE_PICTURE_CARD);
  g_type_ensure (LECTERN_TYPE_PROGRAMME_PANE);
  g_type_ensure (LECTERN_TYPE_SCENE_CHOOSER);
  g_type_ensure (LECTERN_TYPE_SCRIPT_CARD);
  g_type_ensure (LECTERN_TYPE_STEP_BAR);
  install_corrections (klass);
  gtk_widget_class_install_action (widget_class, "evening.scenes", NULL, on_scenes_activated_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-evening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, programme);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, go);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, on_air);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, next);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, scenes);
  gtk_widget_class_bind_template_child (widget_class, LecternEveningPage, side);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_open_cb);
}

static void
lectern_evening_page_init (LecternEveningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_scene_buttons (self);
}

/* Of what the hall sees; FALSE when that has no pages, so that the key scrolls as anywhere. */
static gboolean
turn_page (LecternEveningPage *self,
           gboolean            forward)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (get_contest (self));
  LecternAction      *other = lectern_courseware_remote_turn (lectern_desk_get_follower (get_desk (self)), forward ? 1 : -1, "console");
  if (other)
    lectern_desk_submit (get_desk (self), other, NULL, NULL);
  if (lectern_courseware_remote_get_page (get_contest (self)) > 0)
    return TRUE;
  g_autoptr (LecternScene) scene = on_air && on_air->scene ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  if (!scene || scene->n_pages < 2)
    return FALSE;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_TURN_PAGE);
  action->on = forward;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
  return TRUE;
}

/* Forward or back in what is on air; FALSE when that has no steps, so that the key moves as anywhere. */
static gboolean
step (LecternEveningPage *self,
      gboolean            forward)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (get_contest (self));
  if (!on_air || on_air->step == LECTERN_NULL)
    return FALSE;
  lectern_desk_step (get_desk (self), forward);
  return TRUE;
}

static gboolean
press_scene_key (LecternEveningPage    *self,
                 const LecternSceneKey *key)
{
  if (!key || !key->direct)
    return FALSE;
  lectern_evening_page_show_scene (self, key->kind);
  return TRUE;
}

gboolean
lectern_evening_page_press_key (LecternEveningPage *self,
                                guint               keyval)
{
  g_return_val_if_fail (LECTERN_IS_EVENING_PAGE (self), FALSE);
  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    return press_space (self);
  if (keyval == GDK_KEY_b || keyval == GDK_KEY_B)
    {
      lectern_evening_page_toggle_blank (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_c || keyval == GDK_KEY_C)
    {
      toggle_corrections (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_t || keyval == GDK_KEY_T)
    {
      lectern_picture_card_toggle_name (self->on_air);
      return TRUE;
    }
  if (lectern_scene_chooser_get_open (self->chooser) && lectern_scene_chooser_press_key (self->chooser, keyval))
    return TRUE;
  if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_Page_Up)
    return turn_page (self, keyval == GDK_KEY_Page_Down);
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right || keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return step (self, keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right);
  if (keyval == GDK_KEY_Escape)
    return lectern_programme_pane_disarm (self->programme);
  return press_scene_key (self, lectern_scene_keys_find (keyval));
}

void
lectern_evening_page_release_key (LecternEveningPage *self,
                                  guint               keyval)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    self->space_down = FALSE;
}

void
lectern_evening_page_show_scene (LecternEveningPage *self,
                                 LecternSceneKind    kind)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  LecternSceneChoice  choice = { kind, LECTERN_NULL, LECTERN_NULL, NULL };
  const LecternEntry *entry = needs_entry (kind) ? find_entry_for (get_contest (self), kind) : NULL;
  if (needs_entry (kind) && !entry)
    {
      lectern_desk_refuse (get_desk (self), kind == LECTERN_SCENE_REVEAL ? _ ("Nothing has been revealed yet.") : _ ("Nobody is on stage."));
      return;
    }
  if (entry)
    choice.lot = entry->lot;
  /* A notice without words tells the hall nothing: they are typed first. */
  if (kind == LECTERN_SCENE_NOTICE || lectern_scene_choice_is_news (&choice, get_contest (self)))
    lectern_scene_chooser_choose (self->chooser, lectern_scene_keys_find_kind (kind));
  else
    lectern_scene_show (GTK_WIDGET (self), get_desk (self), &choice);
}

void
lectern_evening_page_toggle_chooser (LecternEveningPage *self)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  lectern_scene_chooser_set_open (self->chooser, !lectern_scene_chooser_get_open (self->chooser));
}

void
lectern_evening_page_toggle_blank (LecternEveningPage *self)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  const LecternOnAir *on_air = lectern_contest_get_on_air (get_contest (self));
  LecternAction      *action = lectern_desk_new_action (LECTERN_ACTION_BLANK);
  action->on = !on_air || on_air->blank == 0 || on_air->blank == LECTERN_NULL;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

void
lectern_evening_page_correct (LecternEveningPage   *self,
                              LecternCorrectionKind kind,
                              gint64                lot,
                              gint64                judge)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  g_return_if_fail (kind < LECTERN_CORRECTION_N_KINDS);
  gboolean in_passing = !is_correcting (self);
  show_corrections (self, TRUE);
  lectern_corrections_pane_begin (self->corrections, kind, lot, judge);
  lectern_corrections_pane_set_in_passing (self->corrections, in_passing);
}

void
lectern_evening_page_show_entry (LecternEveningPage *self,
                                 gint64              lot)
{
  g_return_if_fail (LECTERN_IS_EVENING_PAGE (self));
  show_corrections (self, TRUE);
  lectern_corrections_pane_set_lot (self->corrections, lot);
}
