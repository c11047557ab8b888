/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The editor of the certificates' designs: every setting on the left, the certificate as it is printed on
 * the right, an award at a time. What was changed stays a draft until it is saved, also when another award
 * is looked at meanwhile.
 *
 * ::closed when a person goes back to the papers. */
#define LECTERN_TYPE_CERTIFICATE_PAGE (lectern_certificate_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternCertificatePage, lectern_certificate_page, LECTERN, CERTIFICATE_PAGE, LecternConsolePart)

/* Shows the design of @award (its key; "": of all awards that have none of their own). */
void lectern_certificate_page_edit (LecternCertificatePage *self,
                                    const char             *award);

G_END_DECLS
