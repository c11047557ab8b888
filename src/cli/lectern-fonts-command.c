/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl fonts`: which fonts papers are set in on this laptop, and every character they lack. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-font-check.h"
#include "lectern-font-choice.h"
#include "lectern-paper-error.h"

#include <glib/gi18n-lib.h>

static const char *const fault_names[] = {
  [LECTERN_FONT_FAULT_EMBEDDING] = "embedding-forbidden",
  [LECTERN_FONT_FAULT_VARIABLE] = "variable-only",
  [LECTERN_FONT_FAULT_OUTLINES] = "unreadable",
};

static void
print_use (LecternInvocation    *invocation,
           const LecternFontUse *use)
{
  lectern_invocation_print (invocation, "%s\t%s", use->role, use->family != NULL ? use->family : _ ("no font"));
  if (!use->found)
    /* Translators: a family of fonts. */
    lectern_invocation_say (invocation, _ ("%s was chosen for “%s” and is not used here: it is not installed, or can’t be embedded."), use->chosen, use->role);
  for (guint i = 0; i < use->loans->len; i++)
    {
      const LecternFontLoan *loan = use->loans->pdata[i];

      /* Translators: a family of fonts, then characters. */
      lectern_invocation_print (invocation, _ ("\t%s lends %s"), loan->family, loan->characters);
    }
}

static void
answer_use (JsonBuilder          *answer,
            const LecternFontUse *use)
{
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "role", use->role);
  lectern_answer_text (answer, "chosen", use->chosen);
  lectern_answer_boolean (answer, "chosen_used", use->found);
  lectern_answer_text (answer, "family", use->family);
  lectern_answer_text (answer, "file", use->file);
  lectern_answer_text (answer, "outlines", use->family == NULL ? NULL : (use->cff ? "postscript" : "truetype"));
  lectern_answer_begin_array (answer, "loans");
  for (guint i = 0; i < use->loans->len; i++)
    {
      const LecternFontLoan *loan = use->loans->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_text (answer, "family", loan->family);
      lectern_answer_text (answer, "characters", loan->characters);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  json_builder_end_object (answer);
}

static void
answer_gaps (JsonBuilder            *answer,
             const LecternFontCheck *check)
{
  lectern_answer_begin_array (answer, "missing");
  for (guint i = 0; i < check->gaps->len; i++)
    {
      const LecternFontGap *gap = check->gaps->pdata[i];
      char                  character[7] = "";
      g_autofree char      *code = g_strdup_printf ("U+%04X", gap->character);

      g_unichar_to_utf8 (gap->character, character);
      json_builder_begin_object (answer);
      lectern_answer_text (answer, "character", character);
      lectern_answer_text (answer, "code", code);
      lectern_answer_text (answer, "where", gap->where);
      lectern_answer_text (answer, "text", gap->text);
      lectern_answer_text (answer, "install", gap->install);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
answer_refused (JsonBuilder            *answer,
                const LecternFontCheck *check)
{
  lectern_answer_begin_array (answer, "passed_over");
  for (guint i = 0; i < check->refused->len; i++)
    {
      const LecternFontRefusal *refusal = check->refused->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_text (answer, "family", refusal->family);
      lectern_answer_text (answer, "why", fault_names[refusal->fault]);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

/* What keeps papers from being printed, with a line for each character; NULL: nothing. */
static GError *
find_error (const LecternFontCheck *check,
            GPtrArray              *problems)
{
  for (guint i = 0; i < check->gaps->len; i++)
    {
      g_autofree char *sentence = lectern_font_gap_describe (check->gaps->pdata[i]);

      g_ptr_array_add (problems, lectern_problem_new (0, NULL, "%s", sentence));
    }
  if (check->gaps->len > 0)
    return g_error_new (LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_GLYPH_MISSING,
                        ngettext ("%u character can’t be printed on this laptop.", "%u characters can’t be printed on this laptop.", check->gaps->len), check->gaps->len);
  if (!lectern_font_check_is_complete (check))
    return g_error_new_literal (LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_FONT_MISSING, _ ("A role of papers has no font. Install LXGW WenKai (fonts-lxgw-wenkai) and Noto CJK (fonts-noto-cjk)."));

  return NULL;
}

static LecternExit
show (LecternInvocation *invocation,
      LecternContest    *contest)
{
  g_autoptr (LecternFontCheck) check = lectern_font_check_new (contest);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = find_error (check, problems);

  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "texts", check->n_texts);
  lectern_answer_begin_array (answer, "roles");
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    {
      print_use (invocation, &check->uses[i]);
      answer_use (answer, &check->uses[i]);
    }
  json_builder_end_array (answer);
  for (guint i = 0; i < check->refused->len; i++)
    {
      g_autofree char *sentence = lectern_font_refusal_describe (check->refused->pdata[i]);

      lectern_invocation_say (invocation, "%s", sentence);
    }
  answer_gaps (answer, check);
  answer_refused (answer, check);
  if (error != NULL)
    lectern_answer_error (answer, error, problems);
  json_builder_end_object (answer);
  if (error == NULL)
    {
      lectern_invocation_say (invocation, ngettext ("%u text was looked at; every character can be printed.", "%u texts were looked at; every character can be printed.", check->n_texts), check->n_texts);
      return lectern_invocation_finish (invocation, answer);
    }
  if (!invocation->json)
    return lectern_invocation_refuse (invocation, error, problems);
  lectern_invocation_finish (invocation, answer);

  return LECTERN_EXIT_REFUSED;
}

/* "ROLE=FAMILY", or "ROLE=default". */
static LecternExit
choose (LecternInvocation *invocation,
        const char        *file,
        const char        *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternAction *action;
  LecternExit    exit;

  if (g_strv_length (parts) != 2 || *parts[1] == '\0')
    return lectern_invocation_misused (invocation, _ ("Say --set ROLE=FAMILY, or ROLE=default."));
  action = lectern_invocation_new_action (LECTERN_ACTION_SET_PAPER_FONT);
  action->key = g_strdup (parts[0]);
  action->text = g_str_equal (parts[1], "default") ? NULL : g_strdup (parts[1]);
  outcome = lectern_invocation_perform (invocation, file, action, &exit);

  return outcome != NULL ? LECTERN_EXIT_DONE : exit;
}

static LecternExit
list_families (LecternInvocation *invocation)
{
  g_autoptr (GPtrArray) families = lectern_paper_fonts_list_families ();
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  json_builder_begin_object (answer);
  lectern_answer_begin_array (answer, "families");
  for (guint i = 0; i < families->len; i++)
    {
      lectern_invocation_print (invocation, "%s", (char *) families->pdata[i]);
      json_builder_add_string_value (answer, families->pdata[i]);
    }
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_fonts (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_auto (GStrv) sets = NULL;
  gboolean           families = FALSE;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sets, N_ ("The family a role is set in first, or “default” for the program's own choice"), N_ ("ROLE=FAMILY") },
    { "families", 0, 0, G_OPTION_ARG_NONE, &families, N_ ("Lists the installed families papers can be set in"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  for (guint i = 0; sets != NULL && sets[i] != NULL; i++)
    {
      LecternExit exit = choose (invocation, argv[1], sets[i]);

      if (exit != LECTERN_EXIT_DONE)
        return exit;
    }
  if (families)
    return list_families (invocation);
  contest = lectern_invocation_read_contest (argv[1], &error);

  return contest != NULL ? show (invocation, contest) : lectern_invocation_refuse (invocation, error, NULL);
}
