/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Where judges' laptops find this one, whether they do, what to do when they do not, and the certificate they
 * know it by. */
#define LECTERN_TYPE_NETWORK_PAGE (lectern_network_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternNetworkPage, lectern_network_page, LECTERN, NETWORK_PAGE, LecternConsolePart)

G_END_DECLS
