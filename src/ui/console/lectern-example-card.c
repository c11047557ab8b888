/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The worked example beside the editor of the rules. Until somebody types in it, its totals follow
 * the full marks, so that it always looks like the contest's own sheets. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-example-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-contest.h"
#include "lectern-mark.h"
#include "lectern-wording.h"
#include "lectern-worked-example.h"

#define N_TOTALS LECTERN_EXAMPLE_CARD_TOTALS
#define IN_A_LINE 3
#define TIME_OVER_MS 5200

typedef struct
{
  GtkWidget *entry;
  GtkLabel  *fate;
} Total;

struct _LecternExampleCard
{
  AdwBin             parent_instance;
  LecternRulesDraft *draft;
  GtkGrid           *grid;
  Total              totals[N_TOTALS];
  GtkWidget         *time;
  GtkWidget         *figures;
  GtkLabel          *mean;
  GtkLabel          *deduction;
  GtkLabel          *final;
  GtkLabel          *words;
  gint64             full_marks;
  gboolean           typed; /* somebody plays with it */
  gboolean           filling;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternExampleCard, lectern_example_card, ADW_TYPE_BIN)

static const char *const fates[] = {
  [LECTERN_SHEET_COUNTED] = "",
  [LECTERN_SHEET_DROPPED_LOW] = NC_ ("example", "lowest"),
  [LECTERN_SHEET_DROPPED_HIGH] = NC_ ("example", "highest"),
};

/* Parts of the full marks, in thousandths: nine judges who more or less agree. */
static const gint64 parts[N_TOTALS] = { 921, 880, 930, 944, 975, 910, 955, 902, 930 };

/* What stands there ------------------------------------------------------------------------------ */

static void
fill_totals (LecternExampleCard *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_TOTALS; i++)
    {
      /* To a tenth of a point. */
      gint64           total = self->full_marks / LECTERN_MARK_UNIT * parts[i] / 100 * 100;
      g_autofree char *text = lectern_mark_format (total);
      gtk_editable_set_text (GTK_EDITABLE (self->totals[i].entry), text);
    }
  self->filling = FALSE;
}

static void
follow_full_marks (LecternExampleCard *self)
{
  gint64 full = lectern_rules_draft_sum_full_marks (self->draft);
  if (self->typed || full == LECTERN_NONE || full == self->full_marks)
    return;
  self->full_marks = full;
  fill_totals (self);
}

/* A talk a little over the limit shows what overtime costs. */
static void
fill_time (LecternExampleCard *self)
{
  g_autofree char *limit = lectern_rules_draft_get (self->draft, "time.limit", LECTERN_RULE_TIME);
  gint64           ms = 0;
  if (!limit || !lectern_wording_parse_time (limit, &ms))
    return;
  g_autofree char *text = lectern_clock_format (ms + TIME_OVER_MS, TRUE);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->time), text);
  self->filling = FALSE;
}

/* What comes of it ------------------------------------------------------------------------------- */

static void
set_wrong (GtkWidget *entry,
           gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_fate (Total      *total,
           const char *words,
           gboolean    struck,
           gboolean    wrong)
{
  gtk_label_set_text (total->fate, words);
  set_wrong (total->entry, wrong);
  if (struck)
    gtk_widget_add_css_class (total->entry, "struck");
  else
    gtk_widget_remove_css_class (total->entry, "struck");
  gtk_accessible_update_property (GTK_ACCESSIBLE (total->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_example (LecternExampleCard         *self,
              const LecternWorkedExample *example,
              const guint                *places)
{
  g_autofree char *deduction = lectern_mark_format (example->deduction);
  g_autofree char *minus = g_strdup_printf ("−%s", deduction);
  for (guint i = 0; i < example->n; i++)
    {
      LecternSheetFate fate = example->fates[i];
      const char      *words = *fates[fate] ? g_dpgettext2 (GETTEXT_PACKAGE, "example", fates[fate]) : "";
      show_fate (&self->totals[places[i]], words, fate != LECTERN_SHEET_COUNTED, FALSE);
    }
  gtk_label_set_text (self->mean, example->mean_text);
  gtk_label_set_text (self->deduction, example->deduction > 0 ? minus : "0");
  gtk_label_set_text (self->final, example->final_text);
  gtk_label_set_text (self->words, example->words);
}

/* @problems: of the totals, "totals[2]"; @places: which field that is. */
static void
show_problems (LecternExampleCard *self,
               GPtrArray          *problems,
               const guint        *places)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      guint                 index = 0;
      if (sscanf (problem->column, "totals[%u]", &index) == 1 && index < N_TOTALS)
        show_fate (&self->totals[places[index]], C_ ("example", "can’t be read"), FALSE, TRUE);
      gtk_label_set_text (self->words, problem->message);
    }
}

/* Fields that are empty are sheets that are not there. */
static guint
collect_totals (LecternExampleCard *self,
                const char         *texts[N_TOTALS + 1],
                guint               places[N_TOTALS])
{
  guint n = 0;
  for (guint i = 0; i < N_TOTALS; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->totals[i].entry));
      show_fate (&self->totals[i], *text ? "" : C_ ("example", "no sheet"), FALSE, FALSE);
      if (!*text)
        continue;
      texts[n] = text;
      places[n++] = i;
    }
  texts[n] = NULL;
  return n;
}

static gboolean
read_time (LecternExampleCard *self,
           gint64             *ms)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  gboolean    readable = *text == '\0' || lectern_wording_parse_time (text, ms);
  set_wrong (self->time, !readable);
  return readable;
}

static void
work_out (LecternExampleCard *self)
{
  const char      *texts[N_TOTALS + 1];
  guint            places[N_TOTALS] = { 0 };
  gint64           time_ms = LECTERN_NONE;
  gboolean         timed = read_time (self, &time_ms);
  g_autofree char *rules = lectern_rules_draft_write (self->draft);
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkedExample) example = NULL;
  collect_totals (self, texts, places);
  /* The engine's objections are no matter here: the draft alone has to make sense. */
  example = timed ? lectern_worked_example_new (rules, texts, time_ms, problems, &error) : NULL;
  gtk_widget_set_visible (self->figures, example != NULL);
  if (example)
    show_example (self, example, places);
  else if (!timed)
    gtk_label_set_text (self->words, _ ("The time can’t be read. Write it like 6:05."));
  else if (g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT))
    show_problems (self, problems, places);
  else
    gtk_label_set_text (self->words, _ ("The example follows as soon as what is marked red is right."));
}

static void
on_draft_changed_cb (LecternExampleCard *self)
{
  if (!lectern_rules_draft_has (self->draft, "rubric"))
    return;
  if (self->full_marks == 0)
    fill_time (self);
  follow_full_marks (self);
  work_out (self);
}

static void
on_typed_cb (LecternExampleCard *self)
{
  if (self->filling || !self->draft)
    return;
  self->typed = TRUE;
  work_out (self);
}

/* The card --------------------------------------------------------------------------------------- */

static void
add_total (LecternExampleCard *self,
           guint               i)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *entry = gtk_entry_new ();
  GtkWidget       *fate = gtk_label_new (NULL);
  g_autofree char *name = g_strdup_printf (_ ("Total of judge %u"), i + 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (fate, "fate");
  gtk_label_set_ellipsize (GTK_LABEL (fate), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), fate);
  gtk_grid_attach (self->grid, box, (int) (i % IN_A_LINE), (int) (i / IN_A_LINE), 1, 1);
  self->totals[i] = (Total){ entry, GTK_LABEL (fate) };
}

static void
lectern_example_card_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    g_value_set_object (value, LECTERN_EXAMPLE_CARD (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_example_card_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LecternExampleCard *self = LECTERN_EXAMPLE_CARD (object);
  if (id != PROP_DRAFT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->draft, g_value_get_object (value)) && self->draft)
    {
      g_signal_connect_object (self->draft, "changed", G_CALLBACK (on_draft_changed_cb), self, G_CONNECT_SWAPPED);
      on_draft_changed_cb (self);
    }
}

static void
lectern_example_card_dispose (GObject *object)
{
  g_clear_object (&LECTERN_EXAMPLE_CARD (object)->draft);
  G_OBJECT_CLASS (lectern_example_card_parent_class)->dispose (object);
}

static void
lectern_example_card_class_init (LecternExampleCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_example_card_get_property;
  object_class->set_property = lectern_example_card_set_property;
  object_class->dispose = lectern_example_card_dispose;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, LECTERN_TYPE_RULES_DRAFT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-example-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, grid);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, time);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, figures);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, mean);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, deduction);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, final);
  gtk_widget_class_bind_template_child (widget_class, LecternExampleCard, words);
  gtk_widget_class_bind_template_callback (widget_class, on_typed_cb);
}

static void
lectern_example_card_init (LecternExampleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_TOTALS; i++)
    add_total (self, i);
}

GtkEditable *
lectern_example_card_get_total (LecternExampleCard *self,
                                guint               i)
{
  g_return_val_if_fail (LECTERN_IS_EXAMPLE_CARD (self), NULL);
  return i < N_TOTALS ? GTK_EDITABLE (self->totals[i].entry) : NULL;
}

GtkEditable *
lectern_example_card_get_time (LecternExampleCard *self)
{
  g_return_val_if_fail (LECTERN_IS_EXAMPLE_CARD (self), NULL);
  return GTK_EDITABLE (self->time);
}

const char *
lectern_example_card_get_fate (LecternExampleCard *self,
                               guint               i)
{
  g_return_val_if_fail (LECTERN_IS_EXAMPLE_CARD (self), NULL);
  g_return_val_if_fail (i < N_TOTALS, NULL);
  return gtk_label_get_text (self->totals[i].fate);
}

const char *
lectern_example_card_get_final (LecternExampleCard *self)
{
  g_return_val_if_fail (LECTERN_IS_EXAMPLE_CARD (self), NULL);
  return gtk_widget_get_visible (self->figures) ? gtk_label_get_text (self->final) : NULL;
}

const char *
lectern_example_card_get_words (LecternExampleCard *self)
{
  g_return_val_if_fail (LECTERN_IS_EXAMPLE_CARD (self), NULL);
  return gtk_label_get_text (self->words);
}
