/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The error domain of the net layer: one code for each cause a caller treats differently. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-net-error.h"

GQuark
lectern_net_error_quark (void)
{
  return g_quark_from_static_string ("lectern-net-error");
}
