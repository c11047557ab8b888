/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-exchange-error.h"

G_BEGIN_DECLS

/* What the code on a certificate says, signed, so that anybody can find out whether it was made on the
 * laptop that ran the contest. Lines of text, in this order: "LC1", contest, award, name, serial number, public
 * key, signature over all before it; the last two in base64url. */
typedef struct
{
  char *contest; /* its title */
  char *award;
  char *name;
  char *serial;
  char *key; /* public, hex, as in lectern-signature.h */
} LecternCertificateProof;

#define LECTERN_CERTIFICATE_PROOF_MARK "LC1"
/* Bytes; a code holds less. */
#define LECTERN_CERTIFICATE_PROOF_MOST 2000

/* Who signs and for what. */
typedef struct
{
  GBytes     *seed; /* of the contest's key */
  const char *contest;
  const char *award;
} LecternCertificateSigning;

/* The text of the code for @name with the number @serial; @signing is a LecternCertificateSigning. As
 * paper/lectern-certificate.h wants its signer. Owned by the caller. */
char *lectern_certificate_proof_sign (const char *name,
                                      const char *serial,
                                      gpointer    signing) G_GNUC_WARN_UNUSED_RESULT;
/* What was read from a code; an end of line after it and ends of lines of another system are no harm.
 * BAD_BUNDLE: no code of a certificate, or cut off; BAD_SIGNATURE: something of it was changed. */
LecternCertificateProof *lectern_certificate_proof_read (const char *text,
                                                         gsize       length,
                                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void                     lectern_certificate_proof_free (LecternCertificateProof *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCertificateProof, lectern_certificate_proof_free)

G_END_DECLS
