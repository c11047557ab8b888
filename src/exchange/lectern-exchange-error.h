/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a table cannot be taken. One code for each cause a caller treats differently; the message is
 * a sentence for a person. What the disk refuses stays in G_FILE_ERROR or G_IO_ERROR. */
#define LECTERN_EXCHANGE_ERROR (lectern_exchange_error_quark ())
GQuark lectern_exchange_error_quark (void);

typedef enum
{
  LECTERN_EXCHANGE_ERROR_EMPTY,        /* nothing in the file */
  LECTERN_EXCHANGE_ERROR_TOO_LARGE,    /* beyond the bounds of a table made by people */
  LECTERN_EXCHANGE_ERROR_NOT_A_TABLE,  /* a picture, an old workbook, anything else */
  LECTERN_EXCHANGE_ERROR_BAD_ENCODING, /* neither UTF-8 nor GB18030, or both */
  LECTERN_EXCHANGE_ERROR_BAD_QUOTING,
  LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK,  /* an XLSX file that is damaged */
  LECTERN_EXCHANGE_ERROR_BAD_ROWS,      /* readable, but rows are wrong: the problems list them */
  LECTERN_EXCHANGE_ERROR_NOT_FOUND,     /* no template of that name */
  LECTERN_EXCHANGE_ERROR_BAD_BUNDLE,    /* no signed bundle of results, or one of another version */
  LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, /* a byte of it was changed since it was signed */
  LECTERN_EXCHANGE_ERROR_UNPROVEN,      /* a figure in it does not come from its marks */
  LECTERN_EXCHANGE_ERROR_N_CODES,
} LecternExchangeError;

/* The code of `lecternctl --json`: "bad-encoding". */
const char *lectern_exchange_error_get_name (LecternExchangeError code);

G_END_DECLS
