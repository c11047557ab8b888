/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-report-flow.h"

G_BEGIN_DECLS

/* Whether anything was ruled in the round that papers have to say. */
gboolean lectern_report_has_rulings (const LecternReport  *report,
                                     const LecternRanking *ranking);
/* The rulings of the round, oldest first, and the ties the jury decided: what, about whom, as it
 * stands in the journal, why and who agreed. */
void lectern_report_flow_add_rulings (LecternReportFlow    *flow,
                                      const LecternRanking *ranking);
/* Whether the jury's decision put the entry of row @index above or below one that was equal. */
gboolean lectern_report_is_decided (const LecternRanking *ranking,
                                    guint                 index);

G_END_DECLS
