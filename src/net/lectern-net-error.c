/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The error domain of the net layer: one code for each cause a caller treats differently. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-net-error.h"

G_DEFINE_QUARK (lectern - net - error - quark, lectern_net_error)
