/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-round-part.h"

G_BEGIN_DECLS

/* How far the judges agreed, in plain words (docs/agreement.md). It describes and changes nothing. */
#define LECTERN_TYPE_AGREEMENT_PANE (lectern_agreement_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgreementPane, lectern_agreement_pane, LECTERN, AGREEMENT_PANE, LecternRoundPart)

/* A line a judge, LecternTableLine by number. Borrowed. */
GListModel *lectern_agreement_pane_get_lines (LecternAgreementPane *self);

G_END_DECLS
