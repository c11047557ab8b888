/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Certificates as the console shows and prints them. What is on the screen has a stand-in for its code, of
 * the same size, so that looking neither makes a key nor signs anything. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-certificate-print.h"

#include "lectern-attach.h"
#include "lectern-certificate-proof.h"
#include "lectern-signing-key.h"

/* Base64 of key and signature. */
#define PROOF_LENGTH 129

static char *
stand_in_cb (const char *name,
             const char *serial,
             gpointer    signing)
{
  const LecternCertificateSigning *self = signing;
  g_autofree char                 *proof = g_strnfill (PROOF_LENGTH, '-');
  return g_strdup_printf ("---\n%s\n%s\n%s\n%s\n%s", self->contest, self->award, name, serial, proof);
}

static GBytes *
load_picture (LecternPaperSource *source,
              LecternRole         role,
              gint64              owner,
              GError            **error)
{
  const char *key = lectern_contest_get_content_key (source->contest, role, owner);
  return key ? lectern_engine_load_content (lectern_engine_get_path (source->engine), key, error) : NULL;
}

static gboolean
is_draft (const LecternPaperOrder *order,
          LecternContest          *contest,
          const LecternRanking    *ranking)
{
  return order->guides || ranking->provisional || lectern_contest_get_record (contest)->rehearsal == 1;
}

static LecternDocument *
typeset (const LecternPaperOrder        *order,
         LecternPaperSource             *source,
         const LecternAward             *award,
         const LecternCertificateDesign *design,
         GError                        **error)
{
  LecternContest *contest = source->contest;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, order->round, FALSE);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) background = design->background > 0 ? load_picture (source, LECTERN_ROLE_CERTIFICATE, design->background, &trouble) : NULL;
  g_autoptr (GBytes) logo = !trouble && design->logo.shown ? load_picture (source, LECTERN_ROLE_LOGO, 0, &trouble) : NULL;
  gboolean real = design->code.shown && !order->on_screen && !is_draft (order, contest, ranking);
  g_autoptr (GBytes) seed = !trouble && real ? lectern_signing_key_open (NULL, &trouble) : NULL;
  LecternCertificateSigning     signing = { seed, lectern_contest_get_record (contest)->title, award->name };
  LecternNameOrder              names = LECTERN_NAME_ORDER_RANK;
  gboolean                      ordered = lectern_paper_order_get_names (order, &names);
  const LecternCertificateOrder wanted = {
    .award = award->key,
    .ordered = ordered,
    .names = names,
    .design = design,
    .sample = order->sample,
    .run = {
      .overprint = order->overprint,
      .draft = order->guides,
      .margins = order->guides,
      .on_screen = order->on_screen,
      .background = background,
      .logo = logo,
      .sign = seed ? lectern_certificate_proof_sign : order->on_screen ? stand_in_cb
                                                                       : NULL,
      .sign_data = &signing,
    },
  };
  if (trouble)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  return lectern_certificates_new_with (contest, ranking, &wanted, error);
}

LecternDocument *
lectern_certificate_print_typeset (const LecternPaperOrder *order,
                                   LecternPaperSource      *source,
                                   GError                 **error)
{
  g_return_val_if_fail (order && order->certificates, NULL);
  const LecternAward *award = lectern_certificates_find_award (source->contest, order->award, error);
  if (!award)
    return NULL;
  g_autoptr (LecternCertificateDesign) design = order->design ? lectern_certificate_design_parse (order->design, NULL, error) : lectern_contest_get_certificate_design (source->contest, award->key);
  if (!design)
    return NULL;
  if (order->ruler)
    return lectern_certificates_ruler_new (design, lectern_contest_get_record (source->contest)->language, error);
  return typeset (order, source, award, design, error);
}
