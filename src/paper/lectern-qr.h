/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-page.h"

G_BEGIN_DECLS

/* A QR code: a square of dark and light modules, row by row from the upper left. */
typedef struct
{
  guint   side;    /* modules */
  guint8 *modules; /* side × side; 1 is dark */
} LecternQr;

/* How many modules must stay light on every side, or a camera does not find it. */
#define LECTERN_QR_QUIET 4

/* NULL when @text is too long for one. */
LecternQr *lectern_qr_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void       lectern_qr_free (LecternQr *self);
/* FALSE outside, too. */
gboolean lectern_qr_is_dark (const LecternQr *self,
                             int              column,
                             int              row);
/* Draws it @size mm wide, the quiet zone included, which is made white. */
void lectern_page_add_qr (LecternPage     *page,
                          const LecternQr *qr,
                          double           x,
                          double           y,
                          double           size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternQr, lectern_qr_free)

G_END_DECLS
