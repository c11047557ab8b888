/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The editor of designs. Every change is laid out on a thread and painted by the painter of the papers; a
 * fault is said at its row and the last certificate without one stays in sight. Nothing is in the contest
 * before it is saved. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-certificate-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach-job.h"
#include "lectern-certificate-controls.h"
#include "lectern-certificate-draft.h"
#include "lectern-certificate-mover.h"
#include "lectern-paper-job.h"
#include "lectern-paper-preview.h"

struct _LecternCertificatePage
{
  LecternConsolePart          parent_instance;
  GtkDropDown                *awards;
  GtkLabel                   *state;
  GtkWidget                  *common;
  GtkWidget                  *save;
  GtkWidget                  *ruler;
  GtkCheckButton             *stock;
  GtkCheckButton             *guides;
  LecternCertificateControls *controls;
  LecternPaperPreview        *preview;
  LecternCertificateMover    *mover;
  LecternCertificateDesign   *held;   /* as it was when something was taken hold of; NULL: nothing is */
  GPtrArray                  *keys;   /* of the drop-down's items; "" the first; NULL once it is taken apart */
  GHashTable                 *drafts; /* key → LecternCertificateDraft */
  gboolean                    filling;
};

G_DEFINE_FINAL_TYPE (LecternCertificatePage, lectern_certificate_page, LECTERN_TYPE_CONSOLE_PART)

static guint closed_signal;

static LecternContest *
get_contest (LecternCertificatePage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternCertificatePage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* "": of all awards that have none of their own. */
static const char *
get_award (LecternCertificatePage *self)
{
  guint position = gtk_drop_down_get_selected (self->awards);
  return position < self->keys->len ? g_ptr_array_index (self->keys, position) : "";
}

static LecternCertificateDesign *
read_kept (LecternCertificatePage *self,
           const char             *award)
{
  return lectern_contest_get_certificate_design (get_contest (self), *award ? award : NULL);
}

static LecternCertificateDraft *
get_draft (LecternCertificatePage *self)
{
  const char              *award = get_award (self);
  LecternCertificateDraft *draft = g_hash_table_lookup (self->drafts, award);
  if (!draft)
    {
      draft = lectern_certificate_draft_new (read_kept (self, award));
      g_hash_table_insert (self->drafts, g_strdup (award), draft);
    }
  return draft;
}

/* The preview --------------------------------------------------------------------------------- */

static LecternPaperOrder *
make_order (LecternCertificatePage *self)
{
  LecternPaperOrder *order = lectern_paper_order_new_certificates (*get_award (self) ? get_award (self) : NULL);
  GPtrArray         *awards = lectern_contest_get_awards (get_contest (self));
  order->design = lectern_certificate_design_write (lectern_certificate_draft_get_design (get_draft (self)));
  order->overprint = gtk_check_button_get_active (self->stock);
  if (!order->award && awards->len)
    order->award = g_strdup (((const LecternAward *) g_ptr_array_index (awards, 0))->key);
  return order;
}

static void
request_preview (LecternCertificatePage *self)
{
  if (!get_desk (self))
    return;
  g_autoptr (LecternPaperOrder) order = make_order (self);
  order->on_screen = TRUE;
  order->sample = TRUE;
  order->guides = gtk_check_button_get_active (self->guides);
  lectern_paper_preview_show (self->preview, get_desk (self), order);
}

/* What is shown ------------------------------------------------------------------------------- */

static void
show_state (LecternCertificatePage *self,
            GPtrArray              *problems,
            gboolean                all_at_rows)
{
  LecternCertificateDraft *draft = get_draft (self);
  gboolean                 changed = lectern_certificate_draft_is_changed (draft);
  g_autofree char         *words = NULL;
  if (problems->len && !all_at_rows)
    words = g_strdup (((LecternProblem *) g_ptr_array_index (problems, 0))->message);
  else if (problems->len)
    words = g_strdup_printf (ngettext ("%u setting is not right; it says what is wrong", "%u settings are not right; they say what is wrong", problems->len), problems->len);
  else if (changed)
    words = g_strdup (_ ("Not saved yet"));
  else if (*get_award (self) && !lectern_contest_has_certificate_design (get_contest (self), get_award (self)))
    words = g_strdup (_ ("As all awards; saving makes it a design of its own"));
  gtk_label_set_text (self->state, words ? words : "");
  gtk_widget_set_sensitive (self->save, changed && problems->len == 0);
  gtk_widget_set_sensitive (self->ruler, problems->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.undo", lectern_certificate_draft_can_undo (draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.redo", lectern_certificate_draft_can_redo (draft));
  gtk_widget_set_sensitive (self->common, lectern_contest_has_certificate_design (get_contest (self), get_award (self)));
}

/* After a change of the draft; @fill: its rows don't know it yet. */
static void
show_draft (LecternCertificatePage *self,
            gboolean                fill)
{
  const LecternCertificateDesign *design = lectern_certificate_draft_get_design (get_draft (self));
  g_autoptr (LecternCertificateDesign) kept = read_kept (self, get_award (self));
  g_autoptr (GPtrArray) problems = lectern_certificate_design_check (design);
  lectern_certificate_mover_show (self->mover, design, kept);
  if (fill)
    lectern_certificate_controls_show (self->controls, design);
  show_state (self, problems, lectern_certificate_controls_show_problems (self->controls, problems));
  if (problems->len == 0)
    request_preview (self);
}

static void
show_pictures (LecternCertificatePage *self)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (get_contest (self), &lectern_table_attachment);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternAttachment *file = g_ptr_array_index (rows, i);
      if (g_strcmp0 (file->role, lectern_role_get_name (LECTERN_ROLE_CERTIFICATE)) != 0)
        continue;
      g_array_append_val (numbers, file->owner);
      g_ptr_array_add (names, g_strdup_printf ("%d %s", (int) file->owner, file->name));
    }
  lectern_certificate_controls_set_pictures (self->controls, numbers, (const char *const *) names->pdata);
}

static void
show_awards (LecternCertificatePage *self)
{
  GPtrArray       *awards = lectern_contest_get_awards (get_contest (self));
  g_autofree char *chosen = g_strdup (get_award (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;
  self->filling = TRUE;
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, g_strdup (""));
  gtk_string_list_append (names, _ ("All awards"));
  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);
      /* Translators: the name of an award. */
      g_autofree char *own = g_strdup_printf (_ ("%s (a design of its own)"), award->name);
      gtk_string_list_append (names, lectern_contest_has_certificate_design (get_contest (self), award->key) ? own : award->name);
      g_ptr_array_add (self->keys, g_strdup (award->key));
      if (g_strcmp0 (award->key, chosen) == 0)
        position = i + 1;
    }
  gtk_drop_down_set_model (self->awards, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->awards, position);
  self->filling = FALSE;
}

static void
lectern_certificate_page_refresh (LecternConsolePart *part,
                                  LecternChange      *change)
{
  LecternCertificatePage *self = LECTERN_CERTIFICATE_PAGE (part);
  GHashTableIter          iter;
  gpointer                award, draft;
  if (change && !lectern_change_touches (change, &lectern_table_certificate_design) && !lectern_change_touches (change, &lectern_table_attachment) && !lectern_change_touches (change, &lectern_table_award) && !lectern_change_touches (change, &lectern_table_contest))
    return;
  g_clear_pointer (&self->held, lectern_certificate_design_free);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &award, &draft))
    lectern_certificate_draft_set_kept (draft, read_kept (self, award));
  show_awards (self);
  show_pictures (self);
  show_draft (self, TRUE);
}

/* What a person does -------------------------------------------------------------------------- */

static void
on_edited_cb (LecternCertificatePage *self,
              const char             *path)
{
  LecternCertificateDraft  *draft = get_draft (self);
  LecternCertificateDesign *design = lectern_certificate_design_copy (lectern_certificate_draft_get_design (draft));
  lectern_certificate_controls_apply (self->controls, path, design);
  if (lectern_certificate_draft_set (draft, design, path))
    show_draft (self, FALSE);
}

/* By hand: all of one drag is one step, and so are nudges that follow each other. */
#define DRAG "drag"

static void
on_move_begun_cb (LecternCertificatePage *self)
{
  lectern_certificate_draft_end_step (get_draft (self));
  g_clear_pointer (&self->held, lectern_certificate_design_free);
  self->held = lectern_certificate_design_copy (lectern_certificate_draft_get_design (get_draft (self)));
}

/* A change of another hand may have come between; then nothing is held any more. */
static void
on_moved_cb (LecternCertificatePage *self,
             guint                   place,
             double                  right,
             double                  down,
             double                  stands)
{
  LecternCertificateDesign *design = self->held ? lectern_certificate_design_copy (self->held) : NULL;
  if (!design)
    return;
  lectern_certificate_design_move (design, place, right, down, stands);
  if (lectern_certificate_draft_set (get_draft (self), design, DRAG))
    show_draft (self, TRUE);
}

static void
on_move_ended_cb (LecternCertificatePage *self,
                  gboolean                kept)
{
  if (!self->held)
    return;
  g_autofree char *before = lectern_certificate_design_write (self->held);
  g_autofree char *after = lectern_certificate_design_write (lectern_certificate_draft_get_design (get_draft (self)));
  g_clear_pointer (&self->held, lectern_certificate_design_free);
  if (!kept || g_str_equal (before, after))
    {
      lectern_certificate_draft_drop_step (get_draft (self), DRAG);
      show_draft (self, TRUE);
    }
  lectern_certificate_draft_end_step (get_draft (self));
}

static void
on_nudged_cb (LecternCertificatePage *self,
              guint                   place,
              double                  right,
              double                  down,
              double                  stands)
{
  LecternCertificateDesign *design = lectern_certificate_design_copy (lectern_certificate_draft_get_design (get_draft (self)));
  g_autofree char          *what = g_strdup_printf ("nudge %u", place);
  lectern_certificate_design_move (design, place, right, down, stands);
  if (lectern_certificate_draft_set (get_draft (self), design, what))
    show_draft (self, TRUE);
}

static void
on_put_back_cb (LecternCertificatePage *self,
                guint                   place)
{
  LecternCertificateDesign *design = lectern_certificate_design_copy (lectern_certificate_draft_get_design (get_draft (self)));
  g_autoptr (LecternCertificateDesign) kept = read_kept (self, get_award (self));
  double x, y;
  lectern_certificate_design_get_place (kept, place, &x, &y);
  lectern_certificate_design_set_place (design, place, x, y);
  if (place < LECTERN_CERTIFICATE_N_FIELDS)
    design->fields[place].width = kept->fields[place].width; /* a move may have taken of it */
  if (lectern_certificate_draft_set (get_draft (self), design, NULL))
    show_draft (self, TRUE);
}

static void
on_award_selected_cb (LecternCertificatePage *self)
{
  if (!self->filling && self->keys && get_desk (self))
    show_draft (self, TRUE);
}

static void
on_option_changed_cb (LecternCertificatePage *self)
{
  if (self->keys && get_desk (self))
    request_preview (self);
}

static void
on_back_clicked_cb (LecternCertificatePage *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
on_undo_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LecternCertificatePage *self = LECTERN_CERTIFICATE_PAGE (widget);
  lectern_certificate_draft_undo (get_draft (self));
  show_draft (self, TRUE);
}

static void
on_redo_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LecternCertificatePage *self = LECTERN_CERTIFICATE_PAGE (widget);
  lectern_certificate_draft_redo (get_draft (self));
  show_draft (self, TRUE);
}

/* A built-in design in the place of the draft, to go on from. */
static void
on_start_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LecternCertificatePage   *self = LECTERN_CERTIFICATE_PAGE (widget);
  LecternCertificateDesign *design = lectern_certificate_design_load (g_variant_get_string (parameter, NULL), lectern_contest_get_record (get_contest (self))->language);
  g_return_if_fail (design != NULL);
  lectern_certificate_draft_set (get_draft (self), design, NULL);
  show_draft (self, TRUE);
}

static gboolean
on_done_cb (GObject        *owner,
            LecternOutcome *outcome,
            GPtrArray      *problems,
            const GError   *error)
{
  LecternCertificatePage *self = LECTERN_CERTIFICATE_PAGE (owner);
  if (outcome || !problems || problems->len == 0)
    return FALSE;
  show_state (self, problems, lectern_certificate_controls_show_problems (self->controls, problems));
  return TRUE;
}

static void
submit (LecternCertificatePage *self,
        char                   *text)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SET_CERTIFICATE);
  action->key = *get_award (self) ? g_strdup (get_award (self)) : NULL;
  action->text = text;
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_done_cb);
}

static void
on_save_clicked_cb (LecternCertificatePage *self)
{
  submit (self, lectern_certificate_design_write (lectern_certificate_draft_get_design (get_draft (self))));
}

/* The draft goes with it: what is common is shown from now on. */
static void
on_common_clicked_cb (LecternCertificatePage *self)
{
  g_hash_table_remove (self->drafts, get_award (self));
  submit (self, NULL);
}

static void
on_ruler_clicked_cb (LecternCertificatePage *self)
{
  g_autoptr (LecternPaperOrder) order = make_order (self);
  order->ruler = TRUE;
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), order);
}

static void
on_attach_clicked_cb (LecternCertificatePage *self)
{
  lectern_attach_job_choose (GTK_WIDGET (self), get_desk (self), LECTERN_ROLE_CERTIFICATE, LECTERN_NULL);
}

/* The class ----------------------------------------------------------------------------------- */

static void
lectern_certificate_page_dispose (GObject *object)
{
  LecternCertificatePage *self = LECTERN_CERTIFICATE_PAGE (object);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->held, lectern_certificate_design_free);
  G_OBJECT_CLASS (lectern_certificate_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, awards);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, state);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, common);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, save);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, ruler);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, stock);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, guides);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, controls);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, preview);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificatePage, mover);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_move_begun_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_move_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_nudged_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_put_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_award_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_common_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_ruler_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_attach_clicked_cb);
}

static void
lectern_certificate_page_class_init (LecternCertificatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_certificate_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_certificate_page_refresh;
  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (LECTERN_TYPE_PAPER_PREVIEW);
  g_type_ensure (LECTERN_TYPE_CERTIFICATE_CONTROLS);
  g_type_ensure (LECTERN_TYPE_CERTIFICATE_MOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-certificate-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "certificate.undo", NULL, on_undo_cb);
  gtk_widget_class_install_action (widget_class, "certificate.redo", NULL, on_redo_cb);
  gtk_widget_class_install_action (widget_class, "certificate.start", "s", on_start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "certificate.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "certificate.redo", NULL);
}

static void
lectern_certificate_page_init (LecternCertificatePage *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lectern_certificate_draft_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lectern_certificate_mover_set_preview (self->mover, self->preview);
  self->filling = FALSE;
}

void
lectern_certificate_page_edit (LecternCertificatePage *self,
                               const char             *award)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_PAGE (self) && award != NULL);
  if (self->keys->len == 0 && get_desk (self))
    show_awards (self);
  for (guint i = 0; i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), award) == 0)
      gtk_drop_down_set_selected (self->awards, i);
}
