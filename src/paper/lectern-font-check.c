/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every name, title, unit and award against the fonts of this laptop, in each role they are printed in.
 * Rule: a name that can't be set is found before the day and not at the printer; a character that another
 * font lends is said as well, because it looks different in the middle of a name. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-font-check.h"

#include "lectern-annex.h"
#include "lectern-certificate-design.h"
#include "lectern-font-choice.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROLE(role) (1u << LECTERN_FONT_##role)

typedef struct
{
  LecternFontCheck         *check;
  LecternContest           *contest;
  LecternPaperFonts        *fonts;
  LecternCertificateDesign *design;
  guint                     text_roles; /* of running text and of cells, in the contest's language */
  GHashTable               *seen;       /* "U+4E2D text": gaps that are there */
} Survey;

static void
loan_free (gpointer data)
{
  g_free (((LecternFontLoan *) data)->family);
  g_free (((LecternFontLoan *) data)->characters);
  g_free (data);
}

static void
gap_free (gpointer data)
{
  LecternFontGap *gap = data;

  g_free (gap->where);
  g_free (gap->text);
  g_free (gap->install);
  g_free (gap);
}

/* Gaps ------------------------------------------------------------------------------------- */

/* Packages of Debian and its like, and what others look for. */
static char *
advise (gunichar character)
{
  GUnicodeScript script = g_unichar_get_script (character);

  if (script == G_UNICODE_SCRIPT_HAN && character >= 0x20000)
    return g_strdup (_ ("Install LXGW WenKai (fonts-lxgw-wenkai) or HanaMin (fonts-hanazono)."));
  if (script == G_UNICODE_SCRIPT_HAN)
    return g_strdup (_ ("Install Noto CJK (fonts-noto-cjk) or LXGW WenKai (fonts-lxgw-wenkai)."));

  return g_strdup (_ ("Install the fonts of that script (fonts-noto-core, fonts-dejavu)."));
}

static void
add_gap (Survey     *self,
         gunichar    character,
         const char *where,
         const char *text)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_autofree char *key = g_strdup_printf ("%u %s", character, shown);
  LecternFontGap  *gap;

  if (!g_hash_table_add (self->seen, g_steal_pointer (&key)))
    return;
  gap = g_new0 (LecternFontGap, 1);
  gap->character = character;
  gap->where = g_strdup (where);
  gap->text = g_steal_pointer (&shown);
  gap->install = lectern_paper_fonts_may_print (character) ? advise (character) : NULL;
  g_ptr_array_add (self->check->gaps, gap);
}

/* Loans ------------------------------------------------------------------------------------ */

static void
add_loan (LecternFontUse *use,
          const char     *family,
          gunichar        character)
{
  LecternFontLoan *loan = NULL;
  char             text[7] = "";
  char            *longer;

  for (guint i = 0; i < use->loans->len && loan == NULL; i++)
    if (g_str_equal (((LecternFontLoan *) use->loans->pdata[i])->family, family))
      loan = use->loans->pdata[i];
  if (loan == NULL)
    {
      loan = g_new0 (LecternFontLoan, 1);
      loan->family = g_strdup (family);
      loan->characters = g_strdup ("");
      g_ptr_array_add (use->loans, loan);
    }
  g_unichar_to_utf8 (character, text);
  if (strstr (loan->characters, text) != NULL)
    return;
  longer = g_strconcat (loan->characters, text, NULL);
  g_free (loan->characters);
  loan->characters = longer;
}

static void
look_at_character (Survey         *self,
                   LecternFontRole role,
                   gunichar        character,
                   const char     *where,
                   const char     *text)
{
  const LecternGlyph    *glyph = lectern_paper_fonts_lookup (self->fonts, role, character);
  const LecternFontFace *first = lectern_paper_fonts_get_first (self->fonts, role);

  if (glyph == NULL || !lectern_paper_fonts_may_print (character))
    add_gap (self, character, where, text);
  else if (glyph->face != first && !glyph->face->narrow)
    add_loan (&self->check->uses[role], glyph->face->family, character);
}

static void
look_at (Survey     *self,
         guint       roles,
         const char *where,
         const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  self->check->n_texts++;
  if (!g_utf8_validate (text, -1, NULL))
    {
      add_gap (self, 0xfffd, where, text);
      return;
    }
  for (guint role = 0; role < LECTERN_FONT_N_ROLES; role++)
    for (const char *p = text; (roles & 1u << role) != 0 && *p != '\0'; p = g_utf8_next_char (p))
      look_at_character (self, role, g_utf8_get_char (p), where, text);
}

/* What papers say -------------------------------------------------------------------------- */

static guint
get_field_role (const Survey               *self,
                LecternCertificateFieldName field)
{
  return 1u << self->design->fields[field].font;
}

static void
look_at_contest (Survey *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (self->contest);
  const char *const          *organisers = lectern_contest_get_organisers (self->contest);
  guint                       body = get_field_role (self, LECTERN_CERTIFICATE_BODY);

  look_at (self, self->text_roles | ROLE (TITLE) | body, _ ("Title of the contest"), record->title);
  look_at (self, self->text_roles | body, _ ("Theme"), record->theme);
  look_at (self, self->text_roles, _ ("Place"), record->place);
  for (guint i = 0; organisers != NULL && organisers[i] != NULL; i++)
    look_at (self, self->text_roles | get_field_role (self, LECTERN_CERTIFICATE_ISSUERS), _ ("Organiser"), organisers[i]);
}

static void
look_at_setting (Survey *self)
{
  GPtrArray *units = lectern_contest_get_units (self->contest);
  GPtrArray *awards = lectern_contest_get_awards (self->contest);
  GPtrArray *rounds = lectern_contest_get_rounds (self->contest);
  GPtrArray *criteria = lectern_contest_get_criteria (self->contest);

  for (guint i = 0; i < units->len; i++)
    look_at (self, self->text_roles, _ ("Unit"), ((LecternUnit *) units->pdata[i])->name);
  for (guint i = 0; i < awards->len; i++)
    {
      look_at (self, self->text_roles | get_field_role (self, LECTERN_CERTIFICATE_BODY), _ ("Award"), ((LecternAward *) awards->pdata[i])->name);
      look_at (self, self->text_roles, _ ("Citation"), ((LecternAward *) awards->pdata[i])->citation);
    }
  for (guint i = 0; i < rounds->len; i++)
    look_at (self, self->text_roles | ROLE (TITLE), _ ("Round"), ((LecternRound *) rounds->pdata[i])->name);
  for (guint i = 0; i < criteria->len; i++)
    {
      look_at (self, self->text_roles | ROLE (HEADING), _ ("Criterion"), ((LecternCriterion *) criteria->pdata[i])->name);
      look_at (self, self->text_roles, _ ("Criterion"), ((LecternCriterion *) criteria->pdata[i])->guide);
    }
}

static void
look_at_people (Survey *self)
{
  GPtrArray *nominees = lectern_contest_get_nominees (self->contest);
  GPtrArray *judges = lectern_contest_get_judges (self->contest);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      look_at (self, self->text_roles | ROLE (NAME) | get_field_role (self, LECTERN_CERTIFICATE_NAME), _ ("Name of a nominee"), nominee->name);
      look_at (self, self->text_roles, _ ("Title of a talk"), nominee->title);
      look_at (self, self->text_roles, _ ("Employer of a nominee"), nominee->employer);
      look_at (self, self->text_roles, _ ("Ethnicity of a nominee"), nominee->ethnicity);
      look_at (self, self->text_roles, _ ("Education of a nominee"), nominee->education);
    }
  for (guint i = 0; i < judges->len; i++)
    look_at (self, self->text_roles | ROLE (NAME) | ROLE (HEADING), _ ("Name of a judge"), ((LecternJudge *) judges->pdata[i])->name);
}

static void
look_at_annex (Survey          *self,
               LecternAnnexKind kind)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (self->contest, kind);
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (self->contest, kind);
  const char *language = lectern_contest_get_record (self->contest)->language;

  look_at (self, ROLE (TITLE), _ ("Title of a statistics table"), lectern_annex_form_get_title (form, language));
  for (guint i = 0; i < form->columns->len; i++)
    look_at (self, ROLE (HEADING), _ ("Heading of a statistics table"), lectern_annex_column_get_heading (form->columns->pdata[i], language));
  for (guint r = 0; r < rows->len; r++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[r]);

      for (guint i = 0; i < form->columns->len; i++)
        {
          const LecternAnnexColumn *column = form->columns->pdata[i];

          look_at (self, column->type == LECTERN_ANNEX_NAME ? ROLE (NAME) : self->text_roles, _ ("Statistics table"), g_hash_table_lookup (cells, column->key));
        }
    }
}

/* The check -------------------------------------------------------------------------------- */

static void
describe_use (Survey         *self,
              LecternFontRole role)
{
  LecternFontUse        *use = &self->check->uses[role];
  const LecternFontFace *face = lectern_paper_fonts_get_first (self->fonts, role);

  use->role = lectern_font_choice_list_roles ()[role];
  use->chosen = g_strdup (lectern_contest_get_font_choice (self->contest, use->role));
  use->loans = g_ptr_array_new_with_free_func (loan_free);
  use->found = use->chosen == NULL || (face != NULL && g_str_equal (face->family, use->chosen));
  if (face == NULL)
    return;
  use->family = g_strconcat (face->family, face->heavy ? " Bold" : "", NULL);
  use->file = g_strdup (face->file);
  use->cff = face->cff;
}

static GPtrArray *
copy_refused (LecternPaperFonts *fonts)
{
  GPtrArray *refused = lectern_paper_fonts_get_refused (fonts);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < refused->len; i++)
    {
      const LecternFontRefusal *from = refused->pdata[i];
      gsize                     length = strlen (from->family) + 1;
      LecternFontRefusal       *to = g_malloc0 (sizeof (LecternFontRefusal) + length);

      to->family = memcpy (to + 1, from->family, length);
      to->fault = from->fault;
      g_ptr_array_add (copy, to);
    }

  return copy;
}

LecternFontCheck *
lectern_font_check_new (LecternContest *contest)
{
  gboolean chinese = lectern_words_is_chinese (lectern_contest_get_record (contest)->language);
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new_for (contest);
  g_autoptr (LecternCertificateDesign) design = lectern_contest_get_certificate_design (contest, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternFontCheck *check = g_new0 (LecternFontCheck, 1);
  Survey            self = { check, contest, fonts, design, chinese ? ROLE (BODY) | ROLE (FIGURES) : ROLE (LATIN), seen };

  check->gaps = g_ptr_array_new_with_free_func (gap_free);
  for (guint role = 0; role < LECTERN_FONT_N_ROLES; role++)
    describe_use (&self, role);
  look_at_contest (&self);
  look_at_setting (&self);
  look_at_people (&self);
  for (LecternAnnexKind kind = 0; kind < LECTERN_ANNEX_N_KINDS; kind++)
    look_at_annex (&self, kind);
  check->refused = copy_refused (fonts);

  return check;
}

void
lectern_font_check_free (LecternFontCheck *self)
{
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    {
      g_free (self->uses[i].chosen);
      g_free (self->uses[i].family);
      g_free (self->uses[i].file);
      g_ptr_array_unref (self->uses[i].loans);
    }
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

gboolean
lectern_font_check_is_complete (const LecternFontCheck *self)
{
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    if (self->uses[i].family == NULL)
      return FALSE;

  return self->gaps->len == 0;
}

char *
lectern_font_refusal_describe (const LecternFontRefusal *refusal)
{
  switch (refusal->fault)
    {
    case LECTERN_FONT_FAULT_EMBEDDING:
      return g_strdup_printf (_ ("%s is passed over: its maker forbids to put it into a file."), refusal->family);
    case LECTERN_FONT_FAULT_VARIABLE:
      return g_strdup_printf (_ ("%s is passed over: it is installed as a variable font only. Install its static files."), refusal->family);
    case LECTERN_FONT_FAULT_OUTLINES:
    default:
      return g_strdup_printf (_ ("%s is passed over: its file can’t be read, or has no outlines."), refusal->family);
    }
}

char *
lectern_font_gap_describe (const LecternFontGap *gap)
{
  char character[7] = "";

  g_unichar_to_utf8 (gap->character, character);
  if (gap->install == NULL)
    /* Translators: a code point, where it stands, the text it stands in. */
    return g_strdup_printf (_ ("U+%04X can’t be printed (%s: “%s”). Type it again."), gap->character, gap->where, gap->text);

  /* Translators: a character, its code point, where it stands, the text it stands in, what to install. */
  return g_strdup_printf (_ ("No installed font has %s, U+%04X (%s: “%s”). %s"), character, gap->character, gap->where, gap->text, gap->install);
}
