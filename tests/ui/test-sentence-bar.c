/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the console says by the way: which sentence takes whose place, which waits, and that hurrying
 * through all of it, with the window closed in the middle, harms nobody. */

#include "window-test.h"

#include "lectern-sentence-bar.h"

typedef struct
{
  GtkWidget          *window;
  LecternSentenceBar *bar;
  gint64              undone;
} Fixture;

static void
on_undo_cb (LecternSentenceBar *bar,
            gint64              seq,
            Fixture            *fixture)
{
  fixture->undone = seq;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (LECTERN_TYPE_SENTENCE_BAR, NULL);
  g_signal_connect (fixture->bar, "undo", G_CALLBACK (on_undo_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WINDOW_TEST_UNTIL (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* One letter each: t told, u undoable, r refused, s settled. Each is said with its number in @said. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *said;
    const char *then[4]; /* in sight, and after each that is put away */
  } rows[] = {
    { "t", { "t1", NULL } },
    { "tt", { "t1", "t2", NULL } },
    { "tr", { "r2", NULL } },
    { "rr", { "r2", NULL } },
    { "rt", { "r1", "t2", NULL } },
    { "rts", { "t2", NULL } },
    { "rs", { NULL } },
    { "ts", { "t1", NULL } },
    { "uu", { "u2", NULL } },
    { "tuu", { "t1", "u3", NULL } },
    { "rutu", { "r1", "t3", "u4", NULL } },
    { "tur", { "r3", "u2", NULL } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint c = 0; rows[i].said[c] != '\0'; c++)
        {
          char                      letter = rows[i].said[c];
          const LecternSentenceKind kind = letter == 't' ? LECTERN_SENTENCE_TOLD : letter == 'u' ? LECTERN_SENTENCE_UNDOABLE
                                                                                                 : LECTERN_SENTENCE_REFUSED;
          g_autofree char          *sentence = g_strdup_printf ("%c%u", letter, c + 1);
          if (letter == 's')
            lectern_sentence_bar_settle (fixture->bar);
          else
            lectern_sentence_bar_say (fixture->bar, kind, sentence, letter == 'u' ? c + 1 : 0);
        }
      g_test_message ("row %u: %s", i, rows[i].said);
      for (guint s = 0; s < G_N_ELEMENTS (rows[i].then) && rows[i].then[s] != NULL; s++)
        {
          g_assert_cmpstr (lectern_sentence_bar_get_sentence (fixture->bar), ==, rows[i].then[s]);
          WINDOW_TEST_UNTIL (window_test_reads (GTK_WIDGET (fixture->bar), rows[i].then[s]));
          g_signal_emit_by_name (window_test_find (GTK_WIDGET (fixture->bar), "GtkButton", 1), "clicked");
        }
      WINDOW_TEST_UNTIL (lectern_sentence_bar_get_sentence (fixture->bar) == NULL);
    }
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  lectern_sentence_bar_say (fixture->bar, LECTERN_SENTENCE_TOLD, "told", 0);
  WINDOW_TEST_UNTIL (window_test_reads (GTK_WIDGET (fixture->bar), "told"));
  g_assert_false (window_test_reads (GTK_WIDGET (fixture->bar), "Undo"));
  lectern_sentence_bar_say (fixture->bar, LECTERN_SENTENCE_REFUSED, "refused", 0);
  lectern_sentence_bar_settle (fixture->bar);
  lectern_sentence_bar_say (fixture->bar, LECTERN_SENTENCE_UNDOABLE, "done", 17);
  WINDOW_TEST_UNTIL (window_test_reads (GTK_WIDGET (fixture->bar), "done"));
  window_test_click (window_test_find_button (GTK_WIDGET (fixture->bar), "Undo"));
  WINDOW_TEST_UNTIL (fixture->undone == 17);
  g_assert_null (lectern_sentence_bar_get_sentence (fixture->bar));
}

/* With animations, as on the evening: refused and put right within a blink, and the window gone. */
static void
test_hurry (Fixture      *fixture,
            gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < 60; i++)
    {
      lectern_sentence_bar_say (fixture->bar, (LecternSentenceKind) (i % 3), "sentence", i);
      if (i % 2 == 0)
        lectern_sentence_bar_settle (fixture->bar);
      window_test_wait (i % 7 * 10);
    }
  lectern_sentence_bar_say (fixture->bar, LECTERN_SENTENCE_REFUSED, "refused", 0);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  window_test_wait (400);
}

int
main (int    argc,
      char **argv)
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  g_test_add ("/sentence-bar/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/sentence-bar/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/sentence-bar/hurry", Fixture, NULL, set_up, test_hurry, tear_down);
  return g_test_run ();
}
