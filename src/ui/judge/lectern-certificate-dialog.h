/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whoever answers at the main laptop's address shows another certificate than the pinned one: both short
 * forms, for the judge to compare. Its ::response is this when he says that it is the same laptop. */
#define LECTERN_CERTIFICATE_SAME "same"

/* @pinned and @shown: "sha256:…". */
GtkWidget *lectern_certificate_dialog_new (GtkWindow  *parent,
                                           const char *pinned,
                                           const char *shown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
