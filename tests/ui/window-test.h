/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What every test of a window needs: a screen, and a way to see and touch what a person would. */

/* Like g_test_init() for a program with windows. FALSE without a screen; the program then ends with
 * window_test_skip(). */
gboolean window_test_init (int    *argc,
                           char ***argv);
int      window_test_skip (void);

/* Lets the main loop run for @ms. */
void window_test_wait (guint ms);

/* Lets the main loop run until @condition holds; ten seconds without it fail the test. */
#define WINDOW_TEST_UNTIL(condition)                   \
  G_STMT_START                                         \
  {                                                    \
    for (guint turn_ = 0; !(condition); turn_++)       \
      {                                                \
        if (turn_ == 1000)                             \
          g_error ("never came true: %s", #condition); \
        window_test_wait (10);                         \
      }                                                \
  }                                                    \
  G_STMT_END

/* The @nth widget of a type below @parent, in the order of the tree. Fails the test if none. */
GtkWidget *window_test_find (GtkWidget  *parent,
                             const char *type,
                             guint       nth);
/* The button that says @label, wherever below @parent. */
GtkWidget *window_test_find_button (GtkWidget  *parent,
                                    const char *label);
/* The window over @parent that is modal for it; NULL: none. */
GtkWidget *window_test_find_dialog (GtkWidget *parent);
/* Whether a mapped label below @parent contains @text: what a person could read. */
gboolean window_test_reads (GtkWidget  *parent,
                            const char *text);

/* Presses a button that a person could press. */
void window_test_click (GtkWidget *button);
/* Puts @text into an entry as if typed over what is there. */
void window_test_type (GtkWidget  *entry,
                       const char *text);
/* Enter in an entry. */
void window_test_enter (GtkWidget *entry);
/* A key to an entry's own key controllers. */
void window_test_press (GtkWidget *entry,
                        guint      keyval);

G_END_DECLS
