/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What goes wrong between the main laptop and a judge's. The message is a sentence for a person. */
#define LECTERN_NET_ERROR (lectern_net_error_quark ())
GQuark lectern_net_error_quark (void);

typedef enum
{
  LECTERN_NET_ERROR_KEY,          /* the main laptop's certificate can't be made or read */
  LECTERN_NET_ERROR_LISTEN,       /* the address or port can't be used */
  LECTERN_NET_ERROR_ADDRESS,      /* what was typed is no address */
  LECTERN_NET_ERROR_UNREACHABLE,  /* nobody answers there */
  LECTERN_NET_ERROR_OTHER_SERVER, /* somebody answers, but not the pinned one, or no Lectern */
  LECTERN_NET_ERROR_WRONG_CODE,
  LECTERN_NET_ERROR_TOO_MANY, /* wrong codes from this address: wait */
  LECTERN_NET_ERROR_TOO_LARGE,
  LECTERN_NET_ERROR_BAD_MESSAGE,
  LECTERN_NET_ERROR_UNAUTHORISED,
} LecternNetError;

G_END_DECLS
