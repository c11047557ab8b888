/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Papers and certificates: a list of all there are, the one that is chosen as it will be printed,
 * its options above it and one press to write it. A paper that would be premature is not forbidden
 * but says so; one that has nothing to say yet gives the reason in place of its picture. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-papers-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-annex-dialog.h"
#include "lectern-annex-job.h"
#include "lectern-bundle-job.h"
#include "lectern-certificate-page.h"
#include "lectern-paper-folder.h"
#include "lectern-paper-preview.h"
#include "lectern-paper-print.h"
#include "lectern-ranking.h"

struct _LecternPapersPage
{
  LecternConsolePart      parent_instance;
  GtkDropDown            *rounds;
  GtkListBox             *papers;
  GtkDropDown            *arrangement;
  GtkDropDown            *judge;
  GtkDropDown            *lot;
  GtkWidget              *days_box;
  GtkSpinButton          *days;
  GtkDropDown            *names;
  GtkCheckButton         *office;
  GtkWidget              *annex; /* what a statistics table comes from */
  GtkWidget              *warnings;
  GtkLabel               *warning;
  GtkLabel               *warning_lines;
  GtkWidget              *save;
  GtkWidget              *print;
  GtkLabel               *key;
  GtkCheckButton         *stock;
  GtkWidget              *design;
  GtkStack               *stack;
  LecternPaperPreview    *preview;
  LecternCertificatePage *design_page;
  GPtrArray              *round_keys;
  GArray                 *judge_numbers; /* gint64, of the drop-down's items; the first is 0, all */
  GArray                 *lots;
  gboolean                filling;
};

G_DEFINE_FINAL_TYPE (LecternPapersPage, lectern_papers_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternPapersPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternPapersPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* The order ----------------------------------------------------------------------------------- */

static const LecternPaperOrder *
get_chosen (LecternPapersPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->papers);
  return row ? g_object_get_data (G_OBJECT (row), "order") : NULL;
}

static const char *
get_round_key (LecternPapersPage *self)
{
  guint position = gtk_drop_down_get_selected (self->rounds);
  return position < self->round_keys->len ? g_ptr_array_index (self->round_keys, position) : NULL;
}

static gint64
get_number (GtkDropDown *drop_down,
            GArray      *numbers)
{
  guint position = gtk_drop_down_get_selected (drop_down);
  return position < numbers->len ? g_array_index (numbers, gint64, position) : 0;
}

LecternPaperOrder *
lectern_papers_page_get_order (LecternPapersPage *self)
{
  g_return_val_if_fail (LECTERN_IS_PAPERS_PAGE (self), NULL);
  const LecternPaperOrder *chosen = get_chosen (self);
  if (!chosen)
    return NULL;
  LecternPaperOrder *order = lectern_paper_order_copy (chosen);
  gboolean           sheets = !order->certificates && order->kind == LECTERN_PAPER_SHEETS;
  gboolean           blank = !order->certificates && order->kind == LECTERN_PAPER_BLANK_SHEETS;
  gboolean           cards = !order->certificates && order->kind == LECTERN_PAPER_CARDS;
  order->round = cards || order->kind == LECTERN_PAPER_JOURNAL ? NULL : g_strdup (get_round_key (self));
  order->by_judge = sheets && gtk_drop_down_get_selected (self->arrangement) == 1;
  order->judge = blank || cards || order->by_judge ? get_number (self->judge, self->judge_numbers) : 0;
  order->lot = blank || (sheets && !order->by_judge) ? get_number (self->lot, self->lots) : 0;
  order->overprint = order->certificates && gtk_check_button_get_active (self->stock);
  order->order = gtk_drop_down_get_selected (self->names); /* item 0: the paper's usual one */
  order->office = gtk_check_button_get_active (self->office);
  order->days = (guint) gtk_spin_button_get_value_as_int (self->days);
  return order;
}

/* The preview --------------------------------------------------------------------------------- */

static void
on_settled_cb (LecternPapersPage *self)
{
  gboolean there = lectern_paper_preview_get_document (self->preview) != NULL;
  gtk_widget_set_sensitive (self->save, there);
  gtk_widget_set_sensitive (self->print, there);
}

static void
request_preview (LecternPapersPage *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (self);
  if (!order || !get_desk (self))
    return;
  order->on_screen = TRUE;
  lectern_paper_preview_show (self->preview, get_desk (self), order);
}

/* Its list selects also when it is taken apart. */
static gboolean
is_taken_apart (LecternPapersPage *self)
{
  return self->round_keys == NULL;
}

static void
show_options (LecternPapersPage *self)
{
  const LecternPaperOrder *chosen = get_chosen (self);
  gboolean                 report = chosen && !chosen->certificates;
  gboolean                 sheets = report && chosen->kind == LECTERN_PAPER_SHEETS;
  gboolean                 blank = report && chosen->kind == LECTERN_PAPER_BLANK_SHEETS;
  gboolean                 by_judge = gtk_drop_down_get_selected (self->arrangement) == 1;
  gtk_widget_set_visible (GTK_WIDGET (self->arrangement), sheets);
  gtk_widget_set_visible (GTK_WIDGET (self->judge), blank || (report && chosen->kind == LECTERN_PAPER_CARDS) || (sheets && by_judge));
  gtk_widget_set_visible (GTK_WIDGET (self->lot), blank || (sheets && !by_judge));
  gtk_widget_set_visible (GTK_WIDGET (self->stock), chosen && chosen->certificates);
  gtk_widget_set_visible (self->design, chosen && chosen->certificates);
  gtk_widget_set_visible (GTK_WIDGET (self->names), chosen && lectern_paper_order_has_names (chosen));
  gtk_widget_set_visible (self->annex, report && lectern_annex_job_find (chosen->kind, &(LecternAnnexKind){ 0 }));
  gtk_widget_set_visible (GTK_WIDGET (self->office), report && lectern_paper_kind_has_office (chosen->kind));
  gtk_widget_set_visible (self->days_box, report && chosen->kind == LECTERN_PAPER_NOTICE);
}

/* What is not as it should be with the table though nothing is refused, as lecternctl says it. */
static void
show_warnings (LecternPapersPage *self)
{
  const LecternPaperOrder *chosen = get_chosen (self);
  LecternAnnexKind         kind;
  g_autofree char         *lines = NULL;
  guint                    n = 0;
  if (chosen && !chosen->certificates && lectern_annex_job_find (chosen->kind, &kind))
    lines = lectern_annex_job_describe_warnings (get_contest (self), kind, &n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u unit has fewer rows than it should have", "%u units have fewer rows than they should have", n), n);
  gtk_label_set_text (self->warning, words);
  gtk_label_set_text (self->warning_lines, lines ? lines : "");
  gtk_widget_set_visible (self->warnings, n > 0);
}

static void
on_option_changed_cb (LecternPapersPage *self)
{
  if (self->filling || is_taken_apart (self))
    return;
  show_options (self);
  show_warnings (self);
  request_preview (self);
}

static void
on_paper_selected_cb (LecternPapersPage *self)
{
  if (is_taken_apart (self))
    return;
  lectern_paper_preview_rewind (self->preview);
  on_option_changed_cb (self);
}

/* The list ------------------------------------------------------------------------------------ */

static const char *const kind_details[LECTERN_PAPER_N_KINDS] = {
  [LECTERN_PAPER_RUNNING_ORDER] = N_ ("Numbers, names and lectures, with the seed of the draw"),
  [LECTERN_PAPER_BLANK_SHEETS] = N_ ("For the judges when laptops fail, two to a page"),
  [LECTERN_PAPER_SHEETS] = N_ ("Every mark, by entry; or by judge, to be signed"),
  [LECTERN_PAPER_SUMMARY] = N_ ("Every total, what is struck out, final scores; to be signed"),
  [LECTERN_PAPER_AGREEMENT] = N_ ("The judges’ statistics in words"),
  [LECTERN_PAPER_NOTICE] = N_ ("Places and scores, to be posted"),
  [LECTERN_PAPER_JOURNAL] = N_ ("Who did what and why, with the hash it ends with"),
  [LECTERN_PAPER_CARDS] = N_ ("Address and pairing code for each judge"),
  [LECTERN_PAPER_SCRIPT] = N_ ("What the MC reads at each cue, with blanks for the figures"),
  [LECTERN_PAPER_ENTRY_LIST] = N_ ("Everybody nominated, by strokes of the surname"),
  [LECTERN_PAPER_ACTIVITY] = N_ ("What each unit did in the year, with sums"),
  [LECTERN_PAPER_POOL] = N_ ("The lecturers of every unit"),
  [LECTERN_PAPER_OPERATOR] = N_ ("Keys, and what to do when something breaks; to lie beside the keyboard"),
};
/* In the order of the day. */
static const LecternPaperKind kind_order[] = {
  LECTERN_PAPER_OPERATOR, LECTERN_PAPER_ENTRY_LIST, LECTERN_PAPER_CARDS, LECTERN_PAPER_RUNNING_ORDER, LECTERN_PAPER_SCRIPT, LECTERN_PAPER_BLANK_SHEETS, LECTERN_PAPER_SHEETS, LECTERN_PAPER_SUMMARY,
  LECTERN_PAPER_NOTICE, LECTERN_PAPER_AGREEMENT, LECTERN_PAPER_ACTIVITY, LECTERN_PAPER_POOL, LECTERN_PAPER_JOURNAL
};

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Takes @order. */
static void
add_row (LecternPapersPage *self,
         LecternPaperOrder *order,
         const char        *detail)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = lectern_paper_order_describe (order, get_contest (self));
  GtkWidget       *below = make_label (detail, "line-detail");
  if (!order->certificates && order->kind == LECTERN_PAPER_SHEETS)
    {
      g_free (name);
      name = g_strdup (_ ("What was marked"));
    }
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_box_append (GTK_BOX (box), make_label (name, "line-title"));
  gtk_box_append (GTK_BOX (box), below);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "order", order, (GDestroyNotify) lectern_paper_order_free);
  g_object_set_data (G_OBJECT (row), "detail", below);
  gtk_list_box_append (self->papers, row);
}

static guint
count_award (const LecternRanking *ranking,
             const char           *award)
{
  guint n = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    n += g_strcmp0 (ranking->rows[i].award, award) == 0;
  return n;
}

static char *
describe_award (const LecternRanking *ranking,
                const char           *award)
{
  guint n = count_award (ranking, award);
  if (ranking->feeds)
    return g_strdup (_ ("Awards are given in the last round"));
  if (n == 0)
    return g_strdup (_ ("Nobody has it yet"));
  if (ranking->provisional)
    return g_strdup_printf (ngettext ("%u certificate, provisional: the round is not final", "%u certificates, provisional: the round is not final", n), n);
  return g_strdup_printf (ngettext ("%u certificate", "%u certificates", n), n);
}

/* The reports once, and an award whenever there is one more. */
static void
show_papers (LecternPapersPage *self)
{
  GPtrArray *awards = lectern_contest_get_awards (get_contest (self));
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), get_round_key (self), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kind_order) && !gtk_list_box_get_row_at_index (self->papers, (int) i); i++)
    add_row (self, lectern_paper_order_new (kind_order[i]), _ (kind_details[kind_order[i]]));
  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);
      GtkListBoxRow      *row = gtk_list_box_get_row_at_index (self->papers, (int) (G_N_ELEMENTS (kind_order) + i));
      g_autofree char    *detail = describe_award (ranking, award->key);
      if (!row)
        add_row (self, lectern_paper_order_new_certificates (award->key), detail);
      else
        gtk_label_set_text (g_object_get_data (G_OBJECT (row), "detail"), detail);
    }
  if (!gtk_list_box_get_selected_row (self->papers))
    lectern_papers_page_select (self, LECTERN_PAPER_RUNNING_ORDER);
}

/* Options ------------------------------------------------------------------------------------- */

/* Fills @drop_down and selects @chosen of @numbers again, when it is there. */
static void
fill (LecternPapersPage *self,
      GtkDropDown       *drop_down,
      GtkStringList     *names,
      GArray            *numbers,
      gint64             chosen)
{
  self->filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, gint64, i) == chosen)
      gtk_drop_down_set_selected (drop_down, i);
  self->filling = FALSE;
}

static void
add_choice (GtkStringList *names,
            GArray        *numbers,
            gint64         number,
            const char    *name)
{
  g_autofree char *text = number ? g_strdup_printf ("%d %s", (int) number, name) : g_strdup (name);
  gtk_string_list_append (names, text);
  g_array_append_val (numbers, number);
}

static void
show_judges (LecternPapersPage *self)
{
  GPtrArray *judges = lectern_contest_get_judges (get_contest (self));
  gint64     chosen = get_number (self->judge, self->judge_numbers);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  if (self->judge_numbers->len == judges->len + 1)
    return;
  g_array_set_size (self->judge_numbers, 0);
  add_choice (names, self->judge_numbers, 0, _ ("All judges"));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      add_choice (names, self->judge_numbers, judge->number, judge->name);
    }
  fill (self, self->judge, names, self->judge_numbers, chosen);
}

static void
show_lots (LecternPapersPage *self)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (get_contest (self), get_round_key (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 chosen = get_number (self->lot, self->lots);
  add_choice (names, lots, 0, _ ("All entries"));
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry   *entry = g_ptr_array_index (entries, i);
      const LecternNominee *nominee = lectern_contest_get_nominee (get_contest (self), entry->nominee);
      if (entry->lot != LECTERN_NULL)
        add_choice (names, lots, entry->lot, nominee ? nominee->name : "");
    }
  if (lots->len == self->lots->len && memcmp (lots->data, self->lots->data, lots->len * sizeof (gint64)) == 0)
    return;
  g_array_set_size (self->lots, 0);
  g_array_append_vals (self->lots, lots->data, lots->len);
  fill (self, self->lot, names, self->lots, chosen);
}

/* The current round to begin with; what a person chose stays. */
static void
show_rounds (LecternPapersPage *self)
{
  GPtrArray          *rounds = lectern_contest_get_rounds (get_contest (self));
  const LecternRound *current = lectern_contest_get_current_round (get_contest (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), rounds->len > 1);
  if (self->round_keys->len == rounds->len)
    return;
  self->filling = TRUE;
  g_ptr_array_set_size (self->round_keys, 0);
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = g_ptr_array_index (rounds, i);
      gtk_string_list_append (names, round->name);
      g_ptr_array_add (self->round_keys, g_strdup (round->key));
    }
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (names));
  for (guint i = 0; i < rounds->len; i++)
    if (g_ptr_array_index (rounds, i) == current)
      gtk_drop_down_set_selected (self->rounds, i);
  self->filling = FALSE;
}

static void
show_key (LecternPapersPage *self)
{
  g_autofree char *key = lectern_desk_describe_key (get_desk (self));
  /* Translators: the short fingerprint of this laptop's key. */
  g_autofree char *words = key ? g_strdup_printf (_ ("This laptop’s key: %s\nIt stands at the foot of the summary and the notice, and is compared when a heat is taken in elsewhere."), key) : NULL;
  gtk_label_set_text (self->key, words ? words : _ ("This laptop’s key is made when results are signed for the first time."));
}

static void
lectern_papers_page_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternPapersPage *self = LECTERN_PAPERS_PAGE (part);
  show_rounds (self);
  show_judges (self);
  show_lots (self);
  show_papers (self);
  show_key (self);
  show_options (self);
  show_warnings (self);
  request_preview (self);
}

/* Presses ------------------------------------------------------------------------------------- */

static void
on_round_selected_cb (LecternPapersPage *self)
{
  if (self->filling || is_taken_apart (self) || !get_desk (self))
    return;
  lectern_paper_preview_rewind (self->preview);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static void
on_import_annex_clicked_cb (LecternPapersPage *self)
{
  LecternAnnexKind kind;
  if (get_chosen (self) && lectern_annex_job_find (get_chosen (self)->kind, &kind))
    lectern_annex_job_import (GTK_WIDGET (self), get_desk (self), kind);
}

static void
on_annex_columns_clicked_cb (LecternPapersPage *self)
{
  LecternAnnexKind kind;
  if (get_chosen (self) && lectern_annex_job_find (get_chosen (self)->kind, &kind))
    gtk_window_present (lectern_annex_dialog_new (GTK_WIDGET (self), get_desk (self), kind));
}

static void
on_annex_form_clicked_cb (LecternPapersPage *self)
{
  LecternAnnexKind kind;
  if (get_chosen (self) && lectern_annex_job_find (get_chosen (self)->kind, &kind))
    lectern_annex_job_save_form (GTK_WIDGET (self), get_desk (self), kind);
}

static void
on_print_clicked_cb (LecternPapersPage *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (self);
  if (order)
    lectern_paper_print (GTK_WIDGET (self), get_desk (self), order);
}

static void
on_save_clicked_cb (LecternPapersPage *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (self);
  if (order)
    lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), order);
}

static void
on_design_clicked_cb (LecternPapersPage *self)
{
  const LecternPaperOrder *chosen = get_chosen (self);
  /* Where an award has no design of its own, people mean that of all. */
  gboolean own = chosen && chosen->award && lectern_contest_has_certificate_design (get_contest (self), chosen->award);
  lectern_certificate_page_edit (self->design_page, own ? chosen->award : "");
  gtk_stack_set_visible_child_name (self->stack, "design");
}

static void
on_design_closed_cb (LecternPapersPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "papers");
  gtk_widget_grab_focus (self->design);
}

static void
on_all_clicked_cb (LecternPapersPage *self)
{
  lectern_paper_folder_choose (GTK_WIDGET (self), get_desk (self));
}

static void
on_bundle_clicked_cb (LecternPapersPage *self)
{
  lectern_bundle_job_choose (LECTERN_CONSOLE_PART (self));
}

static void
lectern_papers_page_dispose (GObject *object)
{
  LecternPapersPage *self = LECTERN_PAPERS_PAGE (object);
  g_clear_pointer (&self->round_keys, g_ptr_array_unref);
  g_clear_pointer (&self->judge_numbers, g_array_unref);
  g_clear_pointer (&self->lots, g_array_unref);
  G_OBJECT_CLASS (lectern_papers_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, papers);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, arrangement);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, judge);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, lot);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, days_box);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, days);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, save);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, key);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, preview);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, stock);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, design);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, design_page);
  gtk_widget_class_bind_template_callback (widget_class, on_design_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_design_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_round_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_option_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, names);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, office);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, print);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, annex);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, warning);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, warning_lines);
  gtk_widget_class_bind_template_callback (widget_class, on_annex_columns_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_annex_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_annex_form_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bundle_clicked_cb);
}

static void
lectern_papers_page_class_init (LecternPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_papers_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_papers_page_refresh;
  g_type_ensure (LECTERN_TYPE_PAPER_PREVIEW);
  g_type_ensure (LECTERN_TYPE_CERTIFICATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-papers-page.ui");
  bind_template (widget_class);
}

static void
lectern_papers_page_init (LecternPapersPage *self)
{
  self->round_keys = g_ptr_array_new_with_free_func (g_free);
  self->judge_numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_value (self->days, LECTERN_NOTICE_DAYS);
  self->filling = FALSE;
}

void
lectern_papers_page_select (LecternPapersPage *self,
                            LecternPaperKind   kind)
{
  g_return_if_fail (LECTERN_IS_PAPERS_PAGE (self));
  for (guint i = 0; i < G_N_ELEMENTS (kind_order); i++)
    if (kind_order[i] == kind)
      gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, (int) i));
}

void
lectern_papers_page_select_award (LecternPapersPage *self,
                                  const char        *award)
{
  g_return_if_fail (LECTERN_IS_PAPERS_PAGE (self));
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->papers, i)); i++)
    if (g_strcmp0 (((const LecternPaperOrder *) g_object_get_data (G_OBJECT (row), "order"))->award, award) == 0)
      gtk_list_box_select_row (self->papers, row);
}
