/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate-place.h"
#include "lectern-document.h"
#include "lectern-name-order.h"
#include "lectern-paper-layout.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* What the code on the certificate of @name with the number @serial says, signed; NULL: no code.
 * Owned by the caller. */
typedef char *(*LecternCertificateSigner) (const char *name,
                                           const char *serial,
                                           gpointer    data);

/* How a run of certificates is set. All 0 is for the printer: no guide, no code. */
typedef struct
{
  const char              *language;     /* "zh" or "en" */
  guint                    first_serial; /* 0: 1 */
  const guint             *serials;      /* of each name; NULL: one after the other from the first */
  gboolean                 overprint;    /* only what stands on stock with its own border and title, moved by the shift */
  gboolean                 rehearsal;
  gboolean                 draft;      /* a faint guide where the seal and the code go */
  gboolean                 margins;    /* the margins as lines */
  gboolean                 on_screen;  /* the background also when it is not printed */
  GBytes                  *background; /* picture files; NULL: none */
  GBytes                  *logo;
  LecternCertificateSigner sign; /* NULL: without code */
  gpointer                 sign_data;
} LecternCertificateRun;

/* The part of its page (lectern-page-part.h) that stands at @place of the design, and how many there are. */
#define LECTERN_CERTIFICATE_PART(place) ((guint) (place) + 1)
#define LECTERN_CERTIFICATE_N_PARTS LECTERN_CERTIFICATE_N_PLACES

/* One certificate a name. @common are the words all share; {name} is each name, {serial} its number.
 * The certificates of one document differ only in the fields that use {name} or {serial}, and in
 * their code; all else is one form. Fails as lectern_document_check(). */
LecternDocument *lectern_certificates_typeset (LecternPaperFonts              *fonts,
                                               const LecternCertificateDesign *design,
                                               const LecternCertificateRun    *run,
                                               GHashTable                     *common,
                                               const char *const              *names,
                                               guint                           n_names,
                                               GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which certificates of a contest. All 0: the first award that has places, in its design, for the
 * printer. Of @run the caller fills in overprint, draft, margins, on_screen, pictures and signer; the
 * rest comes from the contest. */
typedef struct
{
  const char                     *award;   /* key; NULL: the first of the contest that has places */
  const LecternCertificateDesign *design;  /* NULL: the contest's for that award */
  gboolean                        ordered; /* in the order of @names, else by place; a number goes by place and stays with its person */
  LecternNameOrder                names;
  gboolean                        sample; /* when nobody has it yet: names of nominees, or made up ones */
  LecternCertificateRun           run;
} LecternCertificateOrder;

/* The certificates of everyone who has the award, best first unless ordered, those of one place by strokes. UNKNOWN when there is no such award, NOTHING when
 * nobody has it, UNDECIDED while a tie across its border is open. A round that feeds another gives no awards:
 * NOTHING, too. While the round is provisional they are drafts, and neither drafts nor a rehearsal's are signed. */
LecternDocument *lectern_certificates_new_with (LecternContest                *contest,
                                                const LecternRanking          *ranking,
                                                const LecternCertificateOrder *order,
                                                GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of @award without pictures and code. */
LecternDocument *lectern_certificates_new (LecternContest       *contest,
                                           const LecternRanking *ranking,
                                           const char           *award,
                                           gboolean              overprint,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The award the order is about; NULL and UNKNOWN: there is none. */
const LecternAward *lectern_certificates_find_award (LecternContest *contest,
                                                     const char     *key,
                                                     GError        **error);

/* A page of the design's size with a ruler in mm along the edges and the frame of every field that is
 * printed on stock, moved as they are: to be held against the stock. */
LecternDocument *lectern_certificates_ruler_new (const LecternCertificateDesign *design,
                                                 const char                     *language,
                                                 GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
