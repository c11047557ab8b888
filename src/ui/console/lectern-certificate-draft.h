/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-design.h"

G_BEGIN_DECLS

/* A design of certificates somebody is at: what it was, what it is, and every step between, to be
 * taken back and done again. It may have faults; they are said, not refused. */
typedef struct _LecternCertificateDraft LecternCertificateDraft;

/* Takes @design, which is what the contest keeps. */
LecternCertificateDraft *lectern_certificate_draft_new (LecternCertificateDesign *design) G_GNUC_WARN_UNUSED_RESULT;
void                     lectern_certificate_draft_free (LecternCertificateDraft *self);

/* Borrowed until the next change. */
const LecternCertificateDesign *lectern_certificate_draft_get_design (const LecternCertificateDraft *self);
/* Takes @design as the next step; @what was changed: steps of one thing that follow each other are one.
 * FALSE: it is the same as before. */
gboolean lectern_certificate_draft_set (LecternCertificateDraft  *self,
                                        LecternCertificateDesign *design,
                                        const char               *what);
/* The next step stands by itself, whatever it changes. */
void lectern_certificate_draft_end_step (LecternCertificateDraft *self);
/* Takes the last step back as if it had not been, when it was about @what: nothing is left to be done again. */
void     lectern_certificate_draft_drop_step (LecternCertificateDraft *self,
                                              const char              *what);
gboolean lectern_certificate_draft_can_undo (const LecternCertificateDraft *self);
gboolean lectern_certificate_draft_can_redo (const LecternCertificateDraft *self);
void     lectern_certificate_draft_undo (LecternCertificateDraft *self);
void     lectern_certificate_draft_redo (LecternCertificateDraft *self);
/* Whether it differs from what the contest keeps. */
gboolean lectern_certificate_draft_is_changed (const LecternCertificateDraft *self);
/* What the contest keeps now; takes @design. A draft nobody has changed becomes that. */
void lectern_certificate_draft_set_kept (LecternCertificateDraft  *self,
                                         LecternCertificateDesign *design);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCertificateDraft, lectern_certificate_draft_free)

G_END_DECLS
