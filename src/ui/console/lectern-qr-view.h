/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A QR code, as large as there is room for, black on white whatever the theme: cameras want it so. */
#define LECTERN_TYPE_QR_VIEW (lectern_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternQrView, lectern_qr_view, LECTERN, QR_VIEW, GtkWidget)

/* NULL: nothing is shown. */
void        lectern_qr_view_set_text (LecternQrView *self,
                                      const char    *text);
const char *lectern_qr_view_get_text (LecternQrView *self);

G_END_DECLS
