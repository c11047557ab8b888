/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-page.h"

G_BEGIN_DECLS

#define LECTERN_CERTIFICATE_RED 0xb01e2b
#define LECTERN_CERTIFICATE_GOLD 0xc49a45

/* The border of the certificate: red frame, gold interlaced band, a fret in each corner. It keeps
 * within 16 mm of the edges. */
void lectern_certificate_add_border (LecternPage *page);
/* The rule under the title: two gold lines and red lozenges, centred at @x, @y, @length mm long. */
void lectern_certificate_add_rule (LecternPage *page,
                                   double       x,
                                   double       y,
                                   double       length);

G_END_DECLS
