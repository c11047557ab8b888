/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-correction.h"
#include "lectern-desk.h"

G_BEGIN_DECLS

/* Asks for what a correction needs, says what it will do while that is being filled in, and does
 * it. It is never modal. ::finished when it was done or given up. */
#define LECTERN_TYPE_CORRECTION_FORM (lectern_correction_form_get_type ())
G_DECLARE_FINAL_TYPE (LecternCorrectionForm, lectern_correction_form, LECTERN, CORRECTION_FORM, AdwBin)

GtkWidget *lectern_correction_form_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Starts afresh. @lot or @judge is LECTERN_NULL where the correction is of none. */
void lectern_correction_form_begin (LecternCorrectionForm *self,
                                    LecternDesk           *desk,
                                    LecternCorrectionKind  kind,
                                    gint64                 lot,
                                    gint64                 judge);
/* Puts the focus on the first field. */
void lectern_correction_form_focus (LecternCorrectionForm *self);
/* The contest has changed: what will happen is worked out anew, what was typed stays. */
void lectern_correction_form_refresh (LecternCorrectionForm *self);
/* Back to the fields from the second step, or ::finished. */
void lectern_correction_form_go_back (LecternCorrectionForm *self);

G_END_DECLS
