/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-design.h"
#include "lectern-page.h"

G_BEGIN_DECLS

/* The border of @design, which keeps within 18 mm of the edges, and the rule under its title. */
void lectern_certificate_add_art (LecternPage                    *page,
                                  const LecternCertificateDesign *design);

G_END_DECLS
