/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The program `lecternctl`: everything the contest can do without a window, for scripts, checks
 * and servers. It reads its global options and the command's name; the rest is the command's. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-build.h"
#include "lectern-commands.h"
#include "lectern-config.h"
#include "lectern-server.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

static const struct
{
  const char        *name;
  const char        *arguments;
  const char        *summary;
  LecternCommandFunc run;
} commands[] = {
  { "new", "FILE", N_ ("Creates a contest from a template."), lectern_command_new },
  { "show", "FILE", N_ ("Shows a contest: rounds, units, nominees, judges, rules."), lectern_command_show },
  { "rules", "FILE", N_ ("Writes the rules as a rules file, or changes them (--set RULES.json)."), lectern_command_rules },
  { "import", "FILE nominees|judges|lots|times|marks|activity|pool|round TABLE", N_ ("Takes a table (CSV or XLSX), or a round's bundle, into the contest: all of it or nothing."), lectern_command_import },
  { "attach", "FILE ROLE [NOMINEE] PATH", N_ ("Attaches a photo, courseware, logo, background, picture, video or sound, or a folder of photos and courseware."), lectern_command_attach },
  { "detach", "FILE ROLE [NOMINEE|NUMBER]", N_ ("Takes an attached file out again."), lectern_command_detach },
  { "check-courseware", "FILE", N_ ("Tries whether everybody's courseware opens on this laptop."), lectern_command_check_courseware },
  { "check", "FILE", N_ ("Looks at what has to be right before the evening, as far as it can be told here."), lectern_command_check },
  { "pass-over", "FILE KIND --reason TEXT", N_ ("Passes over a line of what is looked at before the evening."), lectern_command_pass_over },
  { "withdraw", "FILE NOMINEE --reason TEXT", N_ ("Takes a nominee out before the draw, by the unit’s word; the place becomes free."), lectern_command_withdraw },
  { "substitute", "FILE NOMINEE TABLE --reason TEXT", N_ ("Takes a nominee out and another of the same unit in, a table of one row, in one act."), lectern_command_substitute },
  { "restore", "FILE NOMINEE", N_ ("A nominee who was withdrawn takes part again."), lectern_command_restore },
  { "check-in", "FILE NOMINEE", N_ ("Records that a nominee has come, or has not after all (--out)."), lectern_command_check_in },
  { "open-round", "FILE KEY", N_ ("Goes on to another round; those it takes its entries from must be finalised."), lectern_command_open_round },
  { "draw", "FILE", N_ ("Draws the running order. The same seed and nominees give the same order."), lectern_command_draw },
  { "lots", "FILE TABLE", N_ ("Records a draw made by hand."), lectern_command_lots },
  { "slip", "FILE LOT [NAME]", N_ ("Records a slip of a draw by hand as it is read out, or takes it back (--return)."), lectern_command_slip },
  { "recuse", "FILE JUDGE LOT", N_ ("Records that a judge does not mark an entry, or was not there for it."), lectern_command_ruling },
  { "lift-recusal", "FILE JUDGE LOT", N_ ("Takes a recusal or an absence back."), lectern_command_ruling },
  { "remove-judge", "FILE JUDGE", N_ ("A judge leaves the panel; what was handed in counts on."), lectern_command_ruling },
  { "replace-judge", "FILE JUDGE --number NUMBER --name NAME", N_ ("A judge is replaced by another."), lectern_command_ruling },
  { "time", "FILE LOT TIME", N_ ("Corrects the time of a talk, or records the second timer’s."), lectern_command_ruling },
  { "restart", "FILE LOT", N_ ("A talk starts again by a ruling; what was marked of it is void."), lectern_command_ruling },
  { "forfeit", "FILE LOT", N_ ("Records a forfeit."), lectern_command_ruling },
  { "reopen-sheet", "FILE LOT JUDGE", N_ ("Reopens a locked sheet, with a reason and a second person."), lectern_command_ruling },
  { "key", "FILE LOT JUDGE 1|2 CRITERION=MARK …", N_ ("Keys in a paper sheet, a first and a second time by two people."), lectern_command_ruling },
  { "flags", "FILE", N_ ("Lists sheets that lie far from the others."), lectern_command_flags },
  { "see-flag", "FILE LOT JUDGE", N_ ("Records that a flagged sheet was looked at."), lectern_command_ruling },
  { "recheck", "FILE LOT --by NAME", N_ ("Records that a second person compared an entry’s sheets."), lectern_command_ruling },
  { "rank", "FILE", N_ ("Shows the ranking; before all is in, the provisional one."), lectern_command_rank },
  { "agreement", "FILE", N_ ("Shows how far the judges agreed; no result depends on it."), lectern_command_agreement },
  { "decide", "FILE --order LOT,LOT,… --reason TEXT", N_ ("Records the jury's decision on a tie, best first."), lectern_command_decide },
  { "finalise", "FILE", N_ ("Closes the round, or lists everything that keeps it open."), lectern_command_finalise },
  { "reopen-round", "FILE", N_ ("Reopens a finalised round."), lectern_command_ruling },
  { "certificates", "FILE -o OUT.pdf", N_ ("Writes the certificates of an award."), lectern_command_certificates },
  { "annex", "FILE activity|pool", N_ ("Shows a statistics table, writes it, or sets its columns."), lectern_command_annex },
  { "certificate-design", "FILE", N_ ("Writes the design of the certificates as JSON, or sets another one (--set)."), lectern_command_certificate_design },
  { "verify-certificate", "CODE|FILE|-", N_ ("Checks what the code on a certificate says: whether it was signed as it stands, and with which key."), lectern_command_verify_certificate },
  { "fonts", "FILE", N_ ("Says which fonts papers are set in, and every character they lack; exit 1 when one is missing."), lectern_command_fonts },
  { "report", "FILE KIND -o OUT.pdf", N_ ("Writes a report."), lectern_command_report },
  { "scene", "FILE NAME -o OUT.png", N_ ("Paints one projector scene."), lectern_command_scene },
  { "sequence", "FILE ceremony|reveal|draw", N_ ("Lists what the hall is shown step by step, and what the MC says."), lectern_command_sequence },
  { "script", "FILE [KEY [WORDS]]", N_ ("Lists what the MC reads at each cue, or changes a line of it."), lectern_command_script },
  { "undo", "FILE", N_ ("Takes a line of the journal back; without --line the last that can be."), lectern_command_undo },
  { "export", "FILE -o OUT.json|xlsx|csv", N_ ("Writes results: a signed bundle to be handed on, a workbook or a table."), lectern_command_export },
  { "template-workbook", "FILE -o OUT.xlsx", N_ ("Writes the workbook in which units fill in their nominees."), lectern_command_template_workbook },
  { "verify", "FILE", N_ ("Proves a contest from its journal, or a bundle from its signature, and recomputes every result."), lectern_command_verify },
  { "codes", "FILE", N_ ("Makes pairing codes for the judges who have none, or a new one for a judge, and lists them."), lectern_command_codes },
  { "certificate", "", N_ ("Shows the fingerprint of this laptop's certificate and its short form, or makes another certificate (--renew)."), lectern_command_certificate },
  { "serve", "FILE", N_ ("Runs the judges' server; commands are read from standard input."), lectern_command_serve },
  { "rehearse", "[FILE]", N_ ("Plays a whole contest with virtual judges over real sockets, on a copy."), lectern_command_rehearse },
};

/* Where no locale is set, or one that is not there (a server, a bare machine), C has ASCII alone: every
 * name would be printed as question marks and refused as an argument. UTF-8 then, as in the file. */
static void
init_locale (void)
{
  setlocale (LC_ALL, "");
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968") || g_str_equal (nl_langinfo (CODESET), "US-ASCII"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

static void
init_words (void)
{
  const char *folder = g_getenv ("LECTERN_LOCALEDIR");

  init_locale ();
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LECTERN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_help (void)
{
  g_print ("%s\n  lecternctl [--json] %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND …"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“lecternctl COMMAND --help” tells a command's options."));
}

static LecternExit
run_command (LecternInvocation *invocation,
             int                argc,
             char             **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      {
        invocation->command = commands[i].name;
        invocation->arguments = commands[i].arguments;
        invocation->summary = commands[i].summary;
        return commands[i].run (invocation, argc, argv);
      }

  return lectern_invocation_misused (invocation, _ ("There is no command “%s”. “lecternctl --help” lists them."), argv[0]);
}

int
main (int    argc,
      char **argv)
{
  LecternInvocation invocation = { 0 };
  int               first = 1;

  lectern_server_prepare_process ();
  init_words ();
  for (; first < argc && g_str_has_prefix (argv[first], "-"); first++)
    {
      if (g_str_equal (argv[first], "--json"))
        {
          invocation.json = TRUE;
          continue;
        }
      if (g_str_equal (argv[first], "--version"))
        {
          g_print ("lecternctl %s (%s)\n", LECTERN_VERSION, LECTERN_BUILD);
          return LECTERN_EXIT_DONE;
        }
      if (g_str_equal (argv[first], "--help") || g_str_equal (argv[first], "-h"))
        {
          print_help ();
          return LECTERN_EXIT_DONE;
        }
      return lectern_invocation_misused (&invocation, _ ("There is no option “%s” before the command. “lecternctl --help” tells more."), argv[first]);
    }
  if (first == argc)
    return lectern_invocation_misused (&invocation, _ ("A command is missing. “lecternctl --help” lists them."));

  return run_command (&invocation, argc - first, argv + first);
}
