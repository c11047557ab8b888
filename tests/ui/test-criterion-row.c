/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One criterion's row: what counts as a mark, what is refused and in which words, and that a mark
 * typed, stepped or slid is the same mark. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-criterion-row.h"
#include "lectern-mark.h"
#include "lectern-record.h"
#include "window-test.h"

typedef struct
{
  GtkWidget           *window;
  LecternCriterionRow *row;
  GtkWidget           *entry;
  gint64               marked; /* the last mark that was told */
  guint                n_marked;
  guint                n_finished;
} Fixture;

static void
on_marked_cb (Fixture *fixture,
              gint64   mark)
{
  fixture->marked = mark;
  fixture->n_marked++;
}

static void
on_finished_cb (Fixture *fixture)
{
  fixture->n_finished++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  LecternJudgeCriterion criterion = {
    .key = (char *) "content",
    .name = (char *) "主题内容",
    .guide = (char *) "主题与导向 15",
    .max = 40000,
    .step = 100,
  };

  fixture->row = LECTERN_CRITERION_ROW (lectern_criterion_row_new (&criterion));
  fixture->entry = window_test_find (GTK_WIDGET (fixture->row), "GtkEntry", 0);
  fixture->marked = LECTERN_NULL;
  g_signal_connect_swapped (fixture->row, "marked", G_CALLBACK (on_marked_cb), fixture);
  g_signal_connect_swapped (fixture->row, "finished", G_CALLBACK (on_finished_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->row));
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (50);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->row, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    gint64      mark;
    const char *shown;   /* in the entry after Enter */
    const char *trouble; /* a piece of the sentence */
  } cases[] = {
    { "36.5", 36500, "36.5", NULL },
    { "0", 0, "0", NULL },
    { "40", 40000, "40", NULL },
    { "40.0", 40000, "40", NULL },
    { "３６．５", 36500, "36.5", NULL },
    { "36。5", 36500, "36.5", NULL },
    { " 7 ", 7000, "7", NULL },
    { "", LECTERN_NULL, "", NULL },
    { "40.1", LECTERN_NULL, "40.1", "at most 40" },
    { "365", LECTERN_NULL, "365", "at most 40" },
    { "36.55", LECTERN_NULL, "36.55", "write 36.5 or 36.6" },
    { "-3", LECTERN_NULL, "-3", "from 0 to 40" },
    { "36.", LECTERN_NULL, "36.", "from 0 to 40" },
    { "abc", LECTERN_NULL, "abc", "from 0 to 40" },
    { "1e1", LECTERN_NULL, "1e1", "from 0 to 40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *trouble;
      guint       n_finished = fixture->n_finished;

      lectern_criterion_row_reset (fixture->row);
      fixture->marked = LECTERN_NULL;
      window_test_type (fixture->entry, cases[i].text);
      window_test_enter (fixture->entry);
      trouble = lectern_criterion_row_get_trouble (fixture->row);
      g_test_message ("“%s”: %s", cases[i].text, trouble != NULL ? trouble : "a mark");
      g_assert_cmpint (fixture->marked, ==, cases[i].mark);
      g_assert_cmpint (lectern_criterion_row_get_mark (fixture->row), ==, cases[i].mark);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, cases[i].shown);
      g_assert_cmpint (fixture->n_finished, ==, n_finished + (cases[i].trouble == NULL));
      if (cases[i].trouble == NULL)
        g_assert_null (trouble);
      else
        {
          g_assert_nonnull (strstr (trouble, cases[i].trouble));
          window_test_wait (50);
          g_assert_true (window_test_reads (GTK_WIDGET (fixture->row), cases[i].trouble));
        }
    }
}

/* Too much is said while typing; what may still become a mark is not. In neither case does the mark
 * before it stay. */
static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  window_test_type (fixture->entry, "36.5");
  g_assert_cmpint (fixture->marked, ==, 36500);
  window_test_type (fixture->entry, "45");
  g_assert_cmpint (fixture->marked, ==, LECTERN_NULL);
  g_assert_nonnull (lectern_criterion_row_get_trouble (fixture->row));
  window_test_type (fixture->entry, "36.");
  g_assert_cmpint (fixture->marked, ==, LECTERN_NULL);
  g_assert_null (lectern_criterion_row_get_trouble (fixture->row));
}

static void
test_stepped (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *less = window_test_find (GTK_WIDGET (fixture->row), "GtkButton", 0);
  GtkWidget *more = window_test_find (GTK_WIDGET (fixture->row), "GtkButton", 1);

  /* From "not marked" up is nothing, down is full marks; at an end there is no further. */
  window_test_click (more);
  g_assert_cmpint (fixture->marked, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (less));
  lectern_criterion_row_reset (fixture->row);
  window_test_click (less);
  g_assert_cmpint (fixture->marked, ==, 40000);
  g_assert_false (gtk_widget_get_sensitive (more));
  window_test_click (less);
  g_assert_cmpint (fixture->marked, ==, 39900);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "39.9");
  window_test_press (fixture->entry, GDK_KEY_Up);
  window_test_press (fixture->entry, GDK_KEY_Up);
  g_assert_cmpint (fixture->marked, ==, 40000);
  window_test_press (fixture->entry, GDK_KEY_Page_Down);
  g_assert_cmpint (fixture->marked, ==, 39000);
  window_test_press (fixture->entry, GDK_KEY_Down);
  g_assert_cmpint (fixture->marked, ==, 38900);
}

static void
test_slid (Fixture      *fixture,
           gconstpointer data)
{
  GtkRange *scale = GTK_RANGE (window_test_find (GTK_WIDGET (fixture->row), "GtkScale", 0));

  /* Every place of the slider is a mark on the step, and says the same in the entry. */
  for (int i = 0; i <= 400; i++)
    {
      g_autofree char *text = lectern_mark_format (i * 100);

      gtk_range_set_value (scale, i);
      if (i == 0)
        continue; /* where the slider rests while nothing is marked */
      g_assert_cmpint (fixture->marked, ==, i * 100);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, text);
    }
  window_test_type (fixture->entry, "12.3");
  g_assert_cmpint ((int) gtk_range_get_value (scale), ==, 123);
}

static void
test_escape (Fixture      *fixture,
             gconstpointer data)
{
  lectern_criterion_row_set_mark (fixture->row, 36500);
  g_assert_cmpuint (fixture->n_marked, ==, 0);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  window_test_type (fixture->entry, "3");
  g_assert_cmpint (fixture->marked, ==, 3000);
  window_test_press (fixture->entry, GDK_KEY_Escape);
  g_assert_cmpint (fixture->marked, ==, 36500);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "36.5");
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *less = window_test_find (GTK_WIDGET (fixture->row), "GtkButton", 0);

  lectern_criterion_row_set_mark (fixture->row, 36500);
  lectern_criterion_row_set_editable (fixture->row, FALSE);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (fixture->entry)));
  g_assert_false (gtk_widget_get_sensitive (less));
  window_test_press (fixture->entry, GDK_KEY_Up);
  window_test_enter (fixture->entry);
  g_assert_cmpint (lectern_criterion_row_get_mark (fixture->row), ==, 36500);
  g_assert_cmpuint (fixture->n_marked, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
#define ADD(name, function) g_test_add ("/ui/criterion-row/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("typed", test_typed);
  ADD ("typing", test_typing);
  ADD ("stepped", test_stepped);
  ADD ("slid", test_slid);
  ADD ("escape", test_escape);
  ADD ("locked", test_locked);
#undef ADD
  return g_test_run ();
}
