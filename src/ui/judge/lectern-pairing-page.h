/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a judge takes his seat: address, six-digit code, this laptop's name. It only asks; the
 * window pairs.
 * A whole link of a card (lectern-pairing-link.h) pasted as the address fills in the code, too, and says
 * which certificate is meant.
 * Signal ::pair (const char *address, const char *code, const char *device, const char *fingerprint); the
 * last is NULL when nothing is known of the certificate. */
#define LECTERN_TYPE_PAIRING_PAGE (lectern_pairing_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternPairingPage, lectern_pairing_page, LECTERN, PAIRING_PAGE, AdwBin)

void lectern_pairing_page_set_address (LecternPairingPage *self,
                                       const char         *address);
/* A main laptop was found: it is offered to be chosen, and fills an address line that is empty. The
 * same one again changes nothing. */
void lectern_pairing_page_add_found (LecternPairingPage *self,
                                     const char         *address,
                                     const char         *contest,
                                     const char         *fingerprint);
/* While pairing is under way nothing can be typed. */
void lectern_pairing_page_set_busy (LecternPairingPage *self,
                                    gboolean            busy);
/* Why the last try failed, a sentence; NULL takes it away. */
void lectern_pairing_page_set_trouble (LecternPairingPage *self,
                                       const char         *trouble);
/* The main laptop's fingerprint as far as known, "sha256:…" or NULL. */
void lectern_pairing_page_set_fingerprint (LecternPairingPage *self,
                                           const char         *fingerprint);
/* Ready for a new code: the old one is used up. */
void lectern_pairing_page_reset (LecternPairingPage *self);

G_END_DECLS
