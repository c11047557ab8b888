/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The design of certificates, of one award or of all that have none of their own.
 *
 * Rule: what is kept reads without a fault, in the one form the program writes it, so that the same
 * design set again changes nothing. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-attachments.h"
#include "lectern-certificate-design.h"

/* The name of the award with @key; NULL: there is none. */
static const char *
find_award_name (LecternPlan *plan,
                 const char  *key)
{
  GPtrArray *awards = lectern_contest_get_awards (plan->contest);

  for (guint i = 0; i < awards->len; i++)
    if (g_strcmp0 (((LecternAward *) awards->pdata[i])->key, key) == 0)
      return ((LecternAward *) awards->pdata[i])->name;
  return NULL;
}

/* The text that is kept; NULL and the faults in the plan's problems. */
static char *
read_design (LecternPlan *plan,
             GError     **error)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_parse (plan->action->text, plan->problems, error);

  if (design == NULL)
    return NULL;
  if (design->background > 0 && lectern_contest_get_attachment (plan->contest, LECTERN_ROLE_CERTIFICATE, design->background) == NULL)
    {
      g_ptr_array_add (plan->problems, lectern_problem_new (0, "background.picture", "%s", _ ("There is no such picture in the contest. Attach it first.")));
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("The design speaks of a picture that is not in the contest."));
      return NULL;
    }
  return lectern_certificate_design_write (design);
}

static void
say (LecternPlan *plan,
     const char  *award,
     gboolean     own)
{
  if (own && award != NULL)
    /* Translators: the name of an award. */
    lectern_plan_say (plan, _ ("Changed the design of the certificates “%s”."), award);
  else if (own)
    lectern_plan_say (plan, _ ("Changed the design of the certificates."));
  else if (award != NULL)
    /* Translators: the name of an award. */
    lectern_plan_say (plan, _ ("The certificates “%s” have no design of their own any more."), award);
  else
    lectern_plan_say (plan, _ ("The certificates have the program’s own design again."));
}

gboolean
lectern_conduct_set_certificate (LecternPlan *plan,
                                 GError     **error)
{
  const char                  *key = plan->action->key != NULL ? plan->action->key : "";
  const char                  *award = *key != '\0' ? find_award_name (plan, key) : NULL;
  const LecternCertificateRow  wanted = { .record.table = &lectern_table_certificate_design, .award = (char *) key };
  const LecternCertificateRow *old = lectern_contest_find (plan->contest, &wanted);
  g_autofree char             *text = NULL;
  LecternCertificateRow       *row;

  if (*key != '\0' && award == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no award “%s” in this contest."), key);
  if (plan->action->text != NULL && (text = read_design (plan, error)) == NULL)
    return FALSE;
  plan->repeated = old == NULL ? text == NULL : g_strcmp0 (old->design, text) == 0;
  if (plan->repeated)
    return TRUE;

  say (plan, award, text != NULL);
  if (text == NULL)
    {
      lectern_plan_remove (plan, old);
      return TRUE;
    }
  row = lectern_record_new (&lectern_table_certificate_design);
  row->award = g_strdup (key);
  row->design = g_steal_pointer (&text);
  lectern_plan_put (plan, row);
  return TRUE;
}
