/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-action.h"
#include "lectern-contest.h"

G_BEGIN_DECLS

/* The criteria of a paper sheet to be keyed as fast as a number pad goes: a number and Enter, and
 * Enter on the last hands in. ::done when Enter was pressed on the last and every mark is one. */
#define LECTERN_TYPE_KEYING_FORM (lectern_keying_form_get_type ())
G_DECLARE_FINAL_TYPE (LecternKeyingForm, lectern_keying_form, LECTERN, KEYING_FORM, AdwBin)

/* Empty fields for the criteria of @contest. */
void lectern_keying_form_begin (LecternKeyingForm *self,
                                LecternContest    *contest);
/* Puts a mark in; its field counts as keyed. */
void lectern_keying_form_set_mark (LecternKeyingForm *self,
                                   const char        *criterion,
                                   gint64             mark);
/* To the first field that is empty. */
void lectern_keying_form_focus (LecternKeyingForm *self);
/* Whether every mark is one; else says why and goes to the first that is not. */
gboolean lectern_keying_form_check (LecternKeyingForm *self);
/* Adds all marks to @action. */
void lectern_keying_form_read (LecternKeyingForm *self,
                               LecternAction     *action);
/* The entry of the @nth criterion, for what drives the form; NULL after the last. */
GtkEditable *lectern_keying_form_get_entry (LecternKeyingForm *self,
                                            guint              nth);

G_END_DECLS
