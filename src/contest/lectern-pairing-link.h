/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a judge's laptop has to know to take a seat, as one line that is typed, pasted, or seen by a
 * camera: "https://10.0.0.5:8443/#code=482913&fp=1a2b…". */
typedef struct
{
  char *address;     /* "https://10.0.0.5:8443" */
  char *code;        /* six digits, or NULL */
  char *fingerprint; /* "sha256:1a2b…", or NULL */
} LecternPairingLink;

/* @code and @fingerprint may be NULL. Owned by the caller. */
char *lectern_pairing_link_write (const char *address,
                                  const char *code,
                                  const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when @text is not such a link, for instance an address alone. A part that is not as it should be
 * is left out. */
LecternPairingLink *lectern_pairing_link_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void                lectern_pairing_link_free (LecternPairingLink *self);

/* Six digits as people read them out, "482 913". Owned by the caller. */
char *lectern_pairing_space_code (const char *code) G_GNUC_WARN_UNUSED_RESULT;
/* A fingerprint's short form, which people compare: its first 64 bits in four groups, "1A2B 3C4D 5E6F 7081".
 * Owned by the caller. */
char *lectern_pairing_shorten_fingerprint (const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPairingLink, lectern_pairing_link_free)

G_END_DECLS
