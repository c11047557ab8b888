/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What admits judges' laptops, without a window: pairing codes, the certificate they know this laptop by,
 * and the addresses that go on their cards. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-host-key.h"
#include "lectern-pairing-link.h"
#include "lectern-venue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define JUDGE_MAX 9999

/* --- codes --------------------------------------------------------------------------------- */

static LecternExit
answer_codes (LecternInvocation *invocation,
              const char        *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, &error);
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  pairings = lectern_contest_list_rows (contest, &lectern_table_pairing);
  json_builder_begin_object (answer);
  lectern_answer_begin_array (answer, "codes");
  for (guint i = 0; i < pairings->len; i++)
    {
      const LecternPairing *pairing = pairings->pdata[i];
      const LecternJudge   *judge = lectern_contest_get_judge (contest, pairing->judge);
      g_autofree char      *code = lectern_pairing_space_code (pairing->code);

      if (pairing->used == 1 || judge == NULL || judge->active != 1)
        continue;
      lectern_invocation_print (invocation, "%d\t%s\t%s", (int) pairing->judge, judge->name, code);
      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "judge", pairing->judge);
      lectern_answer_text (answer, "code", pairing->code);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_codes (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_autofree char   *judge = NULL;
  const GOptionEntry entries[] = {
    { "judge", 0, 0, G_OPTION_ARG_STRING, &judge, N_ ("A new code for one judge; what was paired before is revoked when it is used"), N_ ("N") },
    { NULL },
  };
  g_autoptr (LecternAction) action = lectern_invocation_new_action (LECTERN_ACTION_MAKE_CODE);
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (judge != NULL && !lectern_invocation_parse_number (judge, JUDGE_MAX, &action->judge))
    return lectern_invocation_misused (invocation, _ ("“%s” is no judge’s number."), judge);
  if (judge == NULL)
    action->judge = 0;
  outcome = lectern_invocation_perform (invocation, argv[1], g_steal_pointer (&action), &exit);

  return outcome != NULL ? answer_codes (invocation, argv[1]) : exit;
}

/* --- the certificate ----------------------------------------------------------------------- */

LecternExit
lectern_command_certificate (LecternInvocation *invocation,
                             int                argc,
                             char             **argv)
{
  gboolean           renew = FALSE;
  const GOptionEntry entries[] = {
    { "renew", 0, 0, G_OPTION_ARG_NONE, &renew, N_ ("Make another one; every panel has to be paired anew, or told that it is right"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autofree char *fingerprint = NULL;
  g_autofree char *short_form = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 0, 0))
    return LECTERN_EXIT_USAGE;
  certificate = renew ? lectern_host_key_renew (NULL, &error) : lectern_host_key_open (NULL, &error);
  if (certificate == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  fingerprint = lectern_host_key_fingerprint (certificate);
  short_form = lectern_pairing_shorten_fingerprint (fingerprint);
  if (renew)
    lectern_invocation_say (invocation, _ ("This laptop has a new certificate. Every panel refuses it until it is paired anew or its judge has compared the short form. A server that runs shows the old one until it is started again."));
  lectern_invocation_print (invocation, "%s\n%s", fingerprint, short_form);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "fingerprint", fingerprint);
  lectern_answer_text (answer, "short", short_form);
  lectern_answer_boolean (answer, "renewed", renew);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* --- for cards ----------------------------------------------------------------------------- */

/* "10.0.0.5", "10.0.0.5:9000" or the whole address as `serve` prints it. */
static char *
read_address (const char *text)
{
  const char      *scheme = "https://";
  const char      *bare = g_str_has_prefix (text, scheme) ? text + strlen (scheme) : text;
  g_autofree char *host_and_port = g_strdup (bare);
  g_autoptr (GSocketConnectable) parsed = NULL;

  if (g_str_has_suffix (host_and_port, "/"))
    host_and_port[strlen (host_and_port) - 1] = '\0';
  if (*host_and_port == '\0' || strpbrk (host_and_port, "/?#@ ") != NULL)
    return NULL;
  parsed = g_network_address_parse (host_and_port, LECTERN_SERVE_PORT, NULL);
  return parsed != NULL ? lectern_venue_write_address (g_network_address_get_hostname (G_NETWORK_ADDRESS (parsed)), g_network_address_get_port (G_NETWORK_ADDRESS (parsed))) : NULL;
}

static GStrv
find_own (GError **error)
{
  g_autoptr (GPtrArray) addresses = lectern_venue_list_addresses ();
  g_auto (GStrv) own = lectern_venue_write_all (addresses, NULL, LECTERN_SERVE_PORT);

  if (own[0] != NULL)
    return g_steal_pointer (&own);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("This laptop is in no network: say with --address where the judges’ server will be."));
  return NULL;
}

GStrv
lectern_command_read_addresses (const char *const *texts,
                                GError           **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  if (texts == NULL)
    return find_own (error);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *address = read_address (texts[i]);

      if (address == NULL)
        {
          g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” is no address: 192.168.1.20 is one, and 192.168.1.20:8443."), texts[i]);
          return NULL;
        }
      g_strv_builder_add (list, address);
    }
  return g_strv_builder_end (list);
}

char *
lectern_command_read_fingerprint (GError **error)
{
  g_autoptr (GTlsCertificate) certificate = lectern_host_key_open (NULL, error);

  return certificate != NULL ? lectern_host_key_fingerprint (certificate) : NULL;
}
