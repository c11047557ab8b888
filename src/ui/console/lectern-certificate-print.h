/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-job.h"

G_BEGIN_DECLS

/* Lays out the certificates of @order or their ruler page, on any thread: with the pictures of their design, and,
 * unless they are for the screen, signed with this laptop's key, which is made when there is none. */
LecternDocument *lectern_certificate_print_typeset (const LecternPaperOrder *order,
                                                    LecternPaperSource      *source,
                                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
