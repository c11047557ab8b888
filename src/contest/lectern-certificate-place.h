/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-design.h"

G_BEGIN_DECLS

/* What has a place on a certificate: every LecternCertificateFieldName, and after them what is no text. */
enum
{
  LECTERN_CERTIFICATE_PLACE_LOGO = LECTERN_CERTIFICATE_N_FIELDS,
  LECTERN_CERTIFICATE_PLACE_CODE,
  LECTERN_CERTIFICATE_PLACE_SEAL,
  LECTERN_CERTIFICATE_N_PLACES,
};

/* "Name", "Place of the Seal": in the language of the interface. */
const char *lectern_certificate_place_get_label (guint place);

/* Where @place is, in mm from the upper left corner: of a text its first baseline, 0 when it follows the text before;
 * of all else the upper edge. */
void lectern_certificate_design_get_place (const LecternCertificateDesign *self,
                                           guint                           place,
                                           double                         *x,
                                           double                         *y);
void lectern_certificate_design_set_place (LecternCertificateDesign *self,
                                           guint                     place,
                                           double                    x,
                                           double                    y);
/* Moves @place @right and @down mm, to the next half millimetre, as far as nothing becomes wrong with the design that
 * was not wrong before; the room for a text becomes narrower where it would reach over a margin. A way it does not move it keeps its place to the hair. @stands: where a text stands that follows
 * the one before; moved down it gets a place of its own. FALSE: it did not move. */
gboolean lectern_certificate_design_move (LecternCertificateDesign *self,
                                          guint                     place,
                                          double                    right,
                                          double                    down,
                                          double                    stands);

G_END_DECLS
