/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-certificate-design.h"

G_BEGIN_DECLS

/* Every setting of a design of certificates as a row, texts first; what is wrong with one is said at it.
 *
 * ::edited (const char *path) when a person changed the setting of that path, "fields.name.size". */
#define LECTERN_TYPE_CERTIFICATE_CONTROLS (lectern_certificate_controls_get_type ())
G_DECLARE_FINAL_TYPE (LecternCertificateControls, lectern_certificate_controls, LECTERN, CERTIFICATE_CONTROLS, AdwBin)

/* The pictures a background can be: their numbers (gint64) and what they are called, in the same order. */
void lectern_certificate_controls_set_pictures (LecternCertificateControls *self,
                                                GArray                     *numbers,
                                                const char *const          *names);
/* Shows @design; nothing is edited by that. */
void lectern_certificate_controls_show (LecternCertificateControls     *self,
                                        const LecternCertificateDesign *design);
/* Writes the setting of @path, as it stands in its row, into @design. */
void lectern_certificate_controls_apply (LecternCertificateControls *self,
                                         const char                 *path,
                                         LecternCertificateDesign   *design);
/* Says each LecternProblem at the row of its path, and nothing at all others. FALSE: one has no row. */
gboolean lectern_certificate_controls_show_problems (LecternCertificateControls *self,
                                                     GPtrArray                  *problems);
/* The row of @path; NULL: there is none. */
GtkWidget *lectern_certificate_controls_get_row (LecternCertificateControls *self,
                                                 const char                 *path);

G_END_DECLS
