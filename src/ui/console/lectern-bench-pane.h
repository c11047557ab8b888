/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The judges' bench on the evening page: the gate, each judge's state, the last result. */
#define LECTERN_TYPE_BENCH_PANE (lectern_bench_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternBenchPane, lectern_bench_pane, LECTERN, BENCH_PANE, LecternConsolePart)

G_END_DECLS
