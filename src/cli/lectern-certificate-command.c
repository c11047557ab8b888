/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Certificates: written, designed and verified. Their code is signed with this laptop's key, as bundles
 * of results are; drafts and rehearsals are never signed. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-attach.h"
#include "lectern-certificate-proof.h"
#include "lectern-commands.h"
#include "lectern-document-command-private.h"
#include "lectern-exchange-error.h"
#include "lectern-paper.h"
#include "lectern-signature.h"
#include "lectern-signing-key.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* What was asked for on the command line. */
typedef struct
{
  char            *path;
  char            *award;
  char            *round;
  char            *design; /* to be tried: a file's path or the key of a built-in one */
  gboolean         overprint;
  gboolean         draft;
  gboolean         ruler;
  gboolean         all; /* awards */
  gboolean         ordered;
  LecternNameOrder names;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->path);
  g_free (self->award);
  g_free (self->round);
  g_free (self->design);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* The design in a file, or a built-in one by its key. */
static LecternCertificateDesign *
read_design (const char *name,
             const char *language,
             GPtrArray  *problems,
             GError    **error)
{
  LecternCertificateDesign *design = g_str_has_suffix (name, ".json") ? NULL : lectern_certificate_design_load (name, language);
  g_autofree char          *text = NULL;
  g_autofree char          *names = NULL;

  if (design != NULL)
    return design;
  if (g_str_has_suffix (name, ".json"))
    return g_file_get_contents (name, &text, NULL, error) ? lectern_certificate_design_parse (text, problems, error) : NULL;

  names = g_strjoinv (", ", (char **) lectern_certificate_designs_list ());
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND,
               /* Translators: a word, then a list of words. */
               _ ("There is no design “%s”. Built in are: %s. A file of your own ends in .json."), name, names);
  return NULL;
}

static GBytes *
load_picture (const char     *file,
              LecternContest *contest,
              LecternRole     role,
              gint64          owner,
              GError        **error)
{
  const char *key = lectern_contest_get_content_key (contest, role, owner);

  return key != NULL ? lectern_engine_load_content (file, key, error) : NULL;
}

/* With the key of this laptop where the design has a code and somebody is to get the certificate. */
static GBytes *
open_key (LecternContest                 *contest,
          const LecternCertificateDesign *design,
          gboolean                        draft,
          GError                        **error)
{
  if (!design->code.shown || draft || lectern_contest_get_record (contest)->rehearsal == 1)
    return NULL;
  return lectern_signing_key_open (NULL, error);
}

static LecternDocument *
make_certificates (const char                     *file,
                   LecternContest                 *contest,
                   const LecternRanking           *ranking,
                   const LecternCertificateDesign *design,
                   const LecternAward             *award,
                   const Wanted                   *wanted,
                   GError                        **error)
{
  gboolean draft = wanted->draft || ranking->provisional;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) background = design->background > 0 ? load_picture (file, contest, LECTERN_ROLE_CERTIFICATE, design->background, &trouble) : NULL;
  g_autoptr (GBytes) logo = trouble == NULL && design->logo.shown ? load_picture (file, contest, LECTERN_ROLE_LOGO, 0, &trouble) : NULL;
  g_autoptr (GBytes) seed = trouble == NULL ? open_key (contest, design, draft, &trouble) : NULL;
  LecternCertificateSigning signing = { seed, lectern_contest_get_record (contest)->title, award->name };
  LecternCertificateOrder   order = { .award = award->key, .design = design };

  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  order.ordered = wanted->ordered;
  order.names = wanted->names;
  order.run.overprint = wanted->overprint;
  order.run.draft = wanted->draft;
  order.run.background = background;
  order.run.logo = logo;
  order.run.sign = seed != NULL ? lectern_certificate_proof_sign : NULL;
  order.run.sign_data = &signing;

  return lectern_certificates_new_with (contest, ranking, &order, error);
}

/* Those of one award, in the design that was asked for or in its own. */
static LecternDocument *
make_of_award (const char           *file,
               LecternContest       *contest,
               const LecternRanking *ranking,
               const LecternAward   *award,
               const Wanted         *wanted,
               GPtrArray            *problems,
               GError              **error)
{
  const char *language = lectern_contest_get_record (contest)->language;
  g_autoptr (LecternCertificateDesign) design = wanted->design != NULL ? read_design (wanted->design, language, problems, error) : lectern_contest_get_certificate_design (contest, award->key);

  if (design == NULL)
    return NULL;

  return wanted->ruler ? lectern_certificates_ruler_new (design, language, error) : make_certificates (file, contest, ranking, design, award, wanted, error);
}

/* Of every award somebody has, in the order of the awards. */
static LecternDocument *
make_of_all (const char           *file,
             LecternContest       *contest,
             const LecternRanking *ranking,
             const Wanted         *wanted,
             GPtrArray            *problems,
             GError              **error)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);
  g_autoptr (LecternDocument) all = NULL;
  g_autoptr (GError) trouble = NULL;

  for (guint i = 0; i < awards->len; i++)
    {
      g_autoptr (LecternDocument) document = NULL;

      g_clear_error (&trouble);
      document = make_of_award (file, contest, ranking, awards->pdata[i], wanted, problems, &trouble);
      if (document == NULL && !g_error_matches (trouble, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return NULL;
        }
      if (document != NULL && all == NULL)
        {
          all = lectern_document_new (lectern_document_get_fonts (document), lectern_document_get_language (document));
          lectern_document_set_title (all, lectern_contest_get_record (contest)->title);
          lectern_document_set_author (all, lectern_document_get_author (document));
        }
      for (guint p = 0; document != NULL && p < lectern_document_get_n_pages (document); p++)
        lectern_document_take_page (all, lectern_page_ref (lectern_document_get_page (document, p)));
    }
  if (all == NULL)
    {
      if (trouble == NULL)
        g_set_error (&trouble, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING, _ ("This contest has no awards."));
      g_propagate_error (error, g_steal_pointer (&trouble));
    }

  return g_steal_pointer (&all);
}

static LecternDocument *
make_document (LecternInvocation *invocation,
               const char        *file,
               const Wanted      *wanted,
               GPtrArray         *problems,
               GError           **error)
{
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (file, error);
  const LecternAward *award = contest != NULL && !wanted->all ? lectern_certificates_find_award (contest, wanted->award, error) : NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  LecternDocument *document;

  if (contest == NULL || (award == NULL && !wanted->all))
    return NULL;
  if (wanted->round != NULL && lectern_contest_get_round (contest, wanted->round) == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), wanted->round);
      return NULL;
    }

  ranking = lectern_ranking_new (contest, wanted->round, FALSE);
  if (award != NULL)
    document = make_of_award (file, contest, ranking, award, wanted, problems, error);
  else
    document = make_of_all (file, contest, ranking, wanted, problems, error);
  if (document != NULL && ranking->provisional && !wanted->ruler)
    lectern_invocation_say (invocation, _ ("The round is not finalised: these certificates are drafts."));

  return document;
}

LecternExit
lectern_command_certificates (LecternInvocation *invocation,
                              int                argc,
                              char             **argv)
{
  g_auto (Wanted) wanted = { 0 };
  g_autofree char   *names = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.path, N_ ("Where the PDF goes"), N_ ("OUT.pdf") },
    { "award", 0, 0, G_OPTION_ARG_STRING, &wanted.award, N_ ("The award's key; without it the first that has places"), N_ ("KEY") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &wanted.round, N_ ("The round's key; without it the current one"), N_ ("KEY") },
    { "all-awards", 0, 0, G_OPTION_ARG_NONE, &wanted.all, N_ ("Of every award in one file, in the order of the awards"), NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &names, N_ ("In which order they are printed; by place unless said"), N_ ("ORDER") },
    { "overprint", 0, 0, G_OPTION_ARG_NONE, &wanted.overprint, N_ ("Only what is not on pre-printed stock"), NULL },
    { "design", 0, 0, G_OPTION_ARG_FILENAME, &wanted.design, N_ ("Another design than the contest's: built in, or a file"), N_ ("NAME or PATH.json") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &wanted.draft, N_ ("With a faint guide where the seal goes, and unsigned"), NULL },
    { "ruler", 0, 0, G_OPTION_ARG_NONE, &wanted.ruler, N_ ("A page with a ruler instead, to align pre-printed stock"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (wanted.path == NULL)
    return lectern_invocation_misused (invocation, _ ("Say with -o where the file goes."));
  if (wanted.all && (wanted.award != NULL || wanted.ruler))
    return lectern_invocation_misused (invocation, _ ("All awards or one of them, and a ruler page is of one design."));
  wanted.ordered = names != NULL;
  if (names != NULL && !lectern_name_order_from_name (names, &wanted.names))
    return lectern_invocation_misused (invocation, _ ("“%s” is no order of names. There are: rank, lot, unit, strokes, strokes-dot, pinyin."), names);
  document = make_document (invocation, argv[1], &wanted, problems, &error);
  if (document == NULL)
    return lectern_invocation_refuse (invocation, error, problems->len > 0 ? problems : NULL);

  return lectern_command_write_document (invocation, document, wanted.path, NULL);
}

/* The design ---------------------------------------------------------------------------------- */

static LecternExit
write_design (LecternInvocation *invocation,
              const char        *file,
              const char        *award,
              const char        *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (file, &error);
  g_autoptr (LecternCertificateDesign) design = NULL;
  g_autofree char *text = NULL;

  if (contest == NULL || (award != NULL && lectern_certificates_find_award (contest, award, &error) == NULL))
    return lectern_invocation_refuse (invocation, error, NULL);
  design = lectern_contest_get_certificate_design (contest, award);
  text = lectern_certificate_design_write (design);
  if (path == NULL)
    {
      fputs (text, stdout);
      return LECTERN_EXIT_DONE;
    }
  if (!g_file_set_contents (path, text, -1, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return lectern_invocation_finish_with_file (invocation, path, NULL, 0);
}

static LecternExit
set_design (LecternInvocation *invocation,
            const char        *file,
            const char        *award,
            const char        *name)
{
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (file, &error);
  gboolean default_one = g_str_equal (name, "default");
  g_autoptr (LecternCertificateDesign) design = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  LecternAction *action;
  LecternExit    exit;

  if (contest != NULL && !default_one)
    design = read_design (name, lectern_contest_get_record (contest)->language, problems, &error);
  if (contest == NULL || (!default_one && design == NULL))
    return lectern_invocation_refuse (invocation, error, problems->len > 0 ? problems : NULL);

  action = lectern_invocation_new_action (LECTERN_ACTION_SET_CERTIFICATE);
  action->key = g_strdup (award);
  action->text = design != NULL ? lectern_certificate_design_write (design) : NULL;
  outcome = lectern_invocation_perform (invocation, file, action, &exit);
  if (outcome == NULL)
    return exit;

  json_builder_begin_object (answer);
  lectern_answer_text (answer, "award", award);
  lectern_answer_text (answer, "design", design != NULL ? design->name : NULL);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_certificate_design (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv)
{
  g_autofree char   *award = NULL;
  g_autofree char   *design = NULL;
  g_autofree char   *path = NULL;
  const GOptionEntry entries[] = {
    { "award", 0, 0, G_OPTION_ARG_STRING, &award, N_ ("Of this award alone; without it of all that have none of their own"), N_ ("KEY") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &design, N_ ("The design to be set: built in, a file, or “default” for none of its own"), N_ ("NAME or PATH.json") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where the design goes; without it to standard output"), N_ ("OUT.json") },
    { NULL },
  };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (design != NULL && path != NULL)
    return lectern_invocation_misused (invocation, _ ("A design is set or written, not both."));

  return design != NULL ? set_design (invocation, argv[1], award, design) : write_design (invocation, argv[1], award, path);
}

/* Verifying ----------------------------------------------------------------------------------- */

/* No more than a code can hold and a little, whatever is at the other end. */
static char *
read_some (FILE  *file,
           gsize *length)
{
  char *text = g_malloc (LECTERN_CERTIFICATE_PROOF_MOST + 2);

  *length = fread (text, 1, LECTERN_CERTIFICATE_PROOF_MOST + 1, file);
  text[*length] = '\0';

  return text;
}

/* The text itself, or what stands in a file or comes from standard input. */
static char *
read_code (const char *argument,
           gsize      *length,
           GError    **error)
{
  FILE *file;
  char *text;

  if (g_str_has_prefix (argument, LECTERN_CERTIFICATE_PROOF_MARK "\n") || g_str_has_prefix (argument, LECTERN_CERTIFICATE_PROOF_MARK "\r"))
    {
      *length = strlen (argument);
      return g_strdup (argument);
    }
  if (g_str_equal (argument, "-"))
    return read_some (stdin, length);
  file = fopen (argument, "rb");
  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("There is no file “%s”, and it is not what the code on a certificate says."), argument);
      return NULL;
    }
  text = read_some (file, length);
  fclose (file);

  return text;
}

static gboolean
is_own_key (const char *key)
{
  g_autoptr (GBytes) seed = lectern_signing_key_exists (NULL) ? lectern_signing_key_open (NULL, NULL) : NULL;
  g_autofree char *own = seed != NULL ? lectern_signature_get_key (seed) : NULL;

  return g_strcmp0 (own, key) == 0;
}

static LecternExit
tell_proof (LecternInvocation             *invocation,
            const LecternCertificateProof *proof,
            const char                    *fingerprint,
            gboolean                       asked)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  gboolean own = is_own_key (proof->key);

  /* Translators: a name, an award, a contest's title. */
  lectern_invocation_print (invocation, _ ("%s, “%s”, %s"), proof->name, proof->award, proof->contest);
  lectern_invocation_print (invocation, "%s", proof->serial);
  if (own)
    lectern_invocation_say (invocation, _ ("Signed with this laptop’s key; nothing was changed since."));
  else if (asked)
    lectern_invocation_say (invocation, _ ("Signed with that key; nothing was changed since."));
  else
    lectern_invocation_say (invocation, _ ("Nothing was changed since it was signed. By whom, the key tells: compare its fingerprint with the one on the contest’s papers: %s"), fingerprint);

  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "verified", TRUE);
  lectern_answer_text (answer, "contest", proof->contest);
  lectern_answer_text (answer, "award", proof->award);
  lectern_answer_text (answer, "name", proof->name);
  lectern_answer_text (answer, "serial", proof->serial);
  lectern_answer_text (answer, "fingerprint", fingerprint);
  lectern_answer_boolean (answer, "own_key", own);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_verify_certificate (LecternInvocation *invocation,
                                    int                argc,
                                    char             **argv)
{
  g_autofree char   *wanted = NULL;
  g_autofree char   *text = NULL;
  g_autofree char   *fingerprint = NULL;
  const GOptionEntry entries[] = {
    { "key", 'k', 0, G_OPTION_ARG_STRING, &wanted, N_ ("The fingerprint the contest's key must have"), N_ ("sha256:…") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternCertificateProof) proof = NULL;
  gsize length = 0;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  text = read_code (argv[1], &length, &error);
  proof = text != NULL ? lectern_certificate_proof_read (text, length, &error) : NULL;
  fingerprint = proof != NULL ? lectern_signature_get_fingerprint (proof->key) : NULL;
  if (proof != NULL && wanted != NULL && !g_str_equal (wanted, fingerprint))
    g_set_error (&error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, _ ("The certificate is signed with another key: %s."), fingerprint);
  if (error != NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  return tell_proof (invocation, proof, fingerprint, wanted != NULL);
}
