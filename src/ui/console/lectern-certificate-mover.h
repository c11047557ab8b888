/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-certificate-place.h"
#include "lectern-paper-preview.h"

G_BEGIN_DECLS

/* Moves what stands on a certificate by hand: drawn with the mouse in the preview, by half a millimetre with the arrow
 * keys (by five with Shift). A line says what is moved and where it stands.
 *
 * ::begun () when something is taken hold of, ::moved (guint place, double right, double down, double stands) with how
 * far it is from where it was then, in mm, as lectern_certificate_design_move() takes it, and ::ended (gboolean kept) when
 * it is let go; not kept: Escape. ::nudged as ::moved, from where it stands now. ::put_back (guint place). */
#define LECTERN_TYPE_CERTIFICATE_MOVER (lectern_certificate_mover_get_type ())
G_DECLARE_FINAL_TYPE (LecternCertificateMover, lectern_certificate_mover, LECTERN, CERTIFICATE_MOVER, AdwBin)

/* Where it is all moved. The preview has to live as long as this. */
void lectern_certificate_mover_set_preview (LecternCertificateMover *self,
                                            LecternPaperPreview     *preview);
/* Says where things stand in @design; @kept is what the contest keeps, to be put back to. */
void lectern_certificate_mover_show (LecternCertificateMover        *self,
                                     const LecternCertificateDesign *design,
                                     const LecternCertificateDesign *kept);
/* What the arrow keys move. */
guint lectern_certificate_mover_get_place (LecternCertificateMover *self);
void  lectern_certificate_mover_select (LecternCertificateMover *self,
                                        guint                    place);

G_END_DECLS
