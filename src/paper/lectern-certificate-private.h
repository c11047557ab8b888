/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-design.h"

G_BEGIN_DECLS

/* @design with every place moved by its shift, as it is printed on stock. */
LecternCertificateDesign *lectern_certificate_design_shifted (const LecternCertificateDesign *design) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
