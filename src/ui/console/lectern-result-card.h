/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The figures of the entry marked last, for the operator: whether or not the hall has seen them. */
#define LECTERN_TYPE_RESULT_CARD (lectern_result_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternResultCard, lectern_result_card, LECTERN, RESULT_CARD, LecternConsolePart)

G_END_DECLS
