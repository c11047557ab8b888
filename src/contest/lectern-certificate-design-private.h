/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-design.h"

G_BEGIN_DECLS

/* A member of a design or of a part of it that is a number. */
typedef struct
{
  const char *key;
  gsize       offset;
  double      min;
  double      max;
} LecternCertificateNumber;

extern const LecternCertificateNumber lectern_certificate_sheet_numbers[];
extern const LecternCertificateNumber lectern_certificate_margin_numbers[];
extern const LecternCertificateNumber lectern_certificate_seal_numbers[];
extern const LecternCertificateNumber lectern_certificate_shift_numbers[];
extern const LecternCertificateNumber lectern_certificate_field_numbers[];
extern const LecternCertificateNumber lectern_certificate_box_numbers[];

/* The names of enumerations' values, NULL-terminated, in their order. */
extern const char *const lectern_certificate_font_names[];
extern const char *const lectern_certificate_align_names[];
extern const char *const lectern_certificate_border_names[];

#define LECTERN_CERTIFICATE_VERSION 1

/* Adds what is wrong with @self beyond single values: what stands outside, tokens unknown. */
void lectern_certificate_design_find_faults (const LecternCertificateDesign *self,
                                             GPtrArray                      *problems);

G_END_DECLS
