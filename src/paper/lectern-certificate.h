/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-paper-layout.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_CERTIFICATE_TITLE,
  LECTERN_CERTIFICATE_LEAD, /* before the name: English only */
  LECTERN_CERTIFICATE_NAME,
  LECTERN_CERTIFICATE_BODY,
  LECTERN_CERTIFICATE_CLOSING,
  LECTERN_CERTIFICATE_ISSUERS,
  LECTERN_CERTIFICATE_DATE,
  LECTERN_CERTIFICATE_SERIAL,
  LECTERN_CERTIFICATE_N_FIELDS,
} LecternCertificateFieldName;

/* One text of a certificate: its words with {field}s (lectern-certificate-wording.h) and where and
 * how they stand. Millimetres from the upper left corner; @y is the first baseline, 0: below the
 * field before it, by its @leading. */
typedef struct
{
  gboolean     shown;
  gboolean     overprinted; /* also when printing on stock with its own border and title */
  LecternType  type;
  double       x;
  double       y;
  double       width;
  double       leading; /* mm */
  double       indent;  /* ems, of the first line */
  LecternAlign align;
  char        *wording;
} LecternCertificateField;

/* What a certificate looks like. A plain struct: copy the default one and change it. */
typedef struct
{
  double                  width;  /* mm */
  double                  height; /* mm */
  gboolean                border;
  double                  seal_x; /* the upper left corner of the square kept clear for the seal; */
  double                  seal_y; /* nothing but issuers and date may stand in it */
  char                   *body_without_theme;
  LecternCertificateField fields[LECTERN_CERTIFICATE_N_FIELDS];
} LecternCertificateDesign;

/* The side of the square kept clear for the seal, in mm. No seal is ever drawn. */
#define LECTERN_CERTIFICATE_SEAL 45.0

/* The design for @language, "zh" or "en". */
LecternCertificateDesign *lectern_certificate_design_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void                      lectern_certificate_design_free (LecternCertificateDesign *self);
/* Replaces the wording of @field; an empty one is not printed. */
void lectern_certificate_design_set_wording (LecternCertificateDesign   *self,
                                             LecternCertificateFieldName field,
                                             const char                 *wording);

/* One certificate a name. @common are the words all share; {name} is each name, {serial} its
 * number from 001. The certificates of one document differ only in the fields that use {name} or
 * {serial}; all else is one form. Fails as lectern_document_check(). */
LecternDocument *lectern_certificates_typeset (LecternPaperFonts              *fonts,
                                               const LecternCertificateDesign *design,
                                               const char                     *language,
                                               GHashTable                     *common,
                                               const char *const              *names,
                                               guint                           n_names,
                                               gboolean                        overprint,
                                               gboolean                        rehearsal,
                                               GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

/* The certificates of everyone who has @award (its key; NULL: the first award of the contest that
 * has places), best first. UNKNOWN when there is no such award, NOTHING when nobody has it, UNDECIDED
 * while a tie across its border is open. A round that feeds another gives no awards: NOTHING, too. */
LecternDocument *lectern_certificates_new (LecternContest       *contest,
                                           const LecternRanking *ranking,
                                           const char           *award,
                                           gboolean              overprint,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCertificateDesign, lectern_certificate_design_free)

G_END_DECLS
