/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Judges and their laptops. A pairing code is shown large, once, until a laptop has used it; a
 * seat can be taken back at any time. Address and fingerprint stand on top, to be compared with
 * what a judge's laptop shows. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-judges-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-import-dialog.h"
#include "lectern-judge-dialog.h"
#include "lectern-jury-row.h"
#include "lectern-pairing-link.h"
#include "lectern-paper-job.h"

struct _LecternJudgesPage
{
  LecternConsolePart parent_instance;
  GtkListBox        *judges;
  GtkWidget         *server_group;
  GtkWidget         *cards;
  GtkLabel          *address;
  GtkLabel          *fingerprint;
  GtkStack          *stack;
};

G_DEFINE_FINAL_TYPE (LecternJudgesPage, lectern_judges_page, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternJudgesPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static void
show_server (LecternJudgesPage *self)
{
  LecternServer *server = lectern_desk_get_server (get_desk (self));
  gtk_widget_set_visible (self->server_group, server != NULL);
  gtk_widget_set_visible (self->cards, server != NULL);
  if (!server)
    return;
  g_autofree char *address = lectern_server_get_address (server);
  gtk_label_set_text (self->address, address);
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (lectern_server_get_fingerprint (server));
  gtk_label_set_text (self->fingerprint, digits);
}

/* Rows are kept where they stand for the same judge, so that the focus stays. */
static void
show_judges (LecternJudgesPage *self)
{
  GPtrArray *judges = lectern_contest_get_judges (lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self)));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      GtkListBoxRow      *row = gtk_list_box_get_row_at_index (self->judges, (int) i);
      if (row && lectern_jury_row_get_judge (LECTERN_JURY_ROW (row)) != judge->number)
        {
          gtk_list_box_remove (self->judges, GTK_WIDGET (row));
          row = NULL;
        }
      if (!row)
        {
          GtkWidget *added = lectern_jury_row_new (get_desk (self), judge->number);
          gtk_list_box_insert (self->judges, added, (int) i);
          row = GTK_LIST_BOX_ROW (added);
        }
      lectern_jury_row_refresh (LECTERN_JURY_ROW (row));
    }
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->judges, (int) judges->len));)
    gtk_list_box_remove (self->judges, GTK_WIDGET (row));
  gtk_stack_set_visible_child_name (self->stack, judges->len ? "list" : "empty");
}

static void
lectern_judges_page_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternJudgesPage *self = LECTERN_JUDGES_PAGE (part);
  show_server (self);
  show_judges (self);
}

static void
on_codes_clicked_cb (LecternJudgesPage *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_MAKE_CODE);
  action->judge = 0;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

/* The codes are made first: a card without one is no card. */
static gboolean
on_codes_made_cb (GObject        *owner,
                  LecternOutcome *outcome,
                  GPtrArray      *problems,
                  const GError   *error)
{
  LecternJudgesPage *self = LECTERN_JUDGES_PAGE (owner);
  if (!outcome)
    return FALSE;
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_CARDS);
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), order);
  return TRUE;
}

static void
on_cards_clicked_cb (LecternJudgesPage *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_MAKE_CODE);
  action->judge = 0;
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_codes_made_cb);
}

static void
on_add_clicked_cb (LecternJudgesPage *self)
{
  gtk_window_present (lectern_judge_dialog_new (GTK_WIDGET (self), get_desk (self), NULL));
}

static void
on_import_clicked_cb (LecternJudgesPage *self)
{
  lectern_import_dialog_choose (GTK_WIDGET (self), get_desk (self), LECTERN_IMPORT_JUDGES);
}

static void
lectern_judges_page_class_init (LecternJudgesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_judges_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-judges-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, judges);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, server_group);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, address);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_cards_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_codes_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
}

static void
lectern_judges_page_init (LecternJudgesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
