/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The errors of the exchange layer. Their names are part of what scripts rely on: add, never
 * rename. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-exchange-error.h"

/* clang-format off */
G_DEFINE_QUARK (lectern-exchange-error-quark, lectern_exchange_error)
/* clang-format on */

static const char *const error_names[LECTERN_EXCHANGE_ERROR_N_CODES] = {
  [LECTERN_EXCHANGE_ERROR_EMPTY] = "empty-table",
  [LECTERN_EXCHANGE_ERROR_TOO_LARGE] = "too-large",
  [LECTERN_EXCHANGE_ERROR_NOT_A_TABLE] = "not-a-table",
  [LECTERN_EXCHANGE_ERROR_BAD_ENCODING] = "bad-encoding",
  [LECTERN_EXCHANGE_ERROR_BAD_QUOTING] = "bad-quoting",
  [LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK] = "bad-workbook",
  [LECTERN_EXCHANGE_ERROR_BAD_ROWS] = "bad-rows",
  [LECTERN_EXCHANGE_ERROR_NOT_FOUND] = "not-found",
  [LECTERN_EXCHANGE_ERROR_BAD_BUNDLE] = "bad-bundle",
  [LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE] = "bad-signature",
  [LECTERN_EXCHANGE_ERROR_UNPROVEN] = "unproven",
};

const char *
lectern_exchange_error_get_name (LecternExchangeError code)
{
  g_return_val_if_fail (code < LECTERN_EXCHANGE_ERROR_N_CODES, NULL);

  return error_names[code];
}
