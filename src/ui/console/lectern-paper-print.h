/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-job.h"

G_BEGIN_DECLS

/* Lays the paper out and hands it to the printer through the system's dialog. What came of it is told
 * through the desk. */
void lectern_paper_print (GtkWidget               *parent,
                          LecternDesk             *desk,
                          const LecternPaperOrder *order);

G_END_DECLS
