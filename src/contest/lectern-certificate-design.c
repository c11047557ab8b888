/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Designs of certificates: what may stand in one, those built in, and which one an award has.
 *
 * Rule: nothing shown lies outside the margins; what is no text keeps clear of the seal's square;
 * a wording has no token that nothing fills. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-certificate-design.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lectern-certificate-design-private.h"
#include "lectern-certificates-resource.h"

#define RESOURCE_PREFIX "/io/github/lectern/Lectern/certificates/"
/* The margins leave at least so much for texts. */
#define INSIDE_LEAST 50.0
#define ROUNDING 0.005

static const struct
{
  const char *key;
  const char *label;
} fields[LECTERN_CERTIFICATE_N_FIELDS] = {
  [LECTERN_CERTIFICATE_TITLE] = { "title", NC_ ("certificate", "Title") },
  [LECTERN_CERTIFICATE_LEAD] = { "lead", NC_ ("certificate", "Line before the name") },
  [LECTERN_CERTIFICATE_NAME] = { "name", NC_ ("certificate", "Name") },
  [LECTERN_CERTIFICATE_BODY] = { "body", NC_ ("certificate", "Body") },
  [LECTERN_CERTIFICATE_CLOSING] = { "closing", NC_ ("certificate", "Closing line") },
  [LECTERN_CERTIFICATE_ISSUERS] = { "issuers", NC_ ("certificate", "Issuers") },
  [LECTERN_CERTIFICATE_DATE] = { "date", NC_ ("certificate", "Date") },
  [LECTERN_CERTIFICATE_SERIAL] = { "serial", NC_ ("certificate", "Serial number") },
};

static const char *const tokens[] = { "name", "serial", "contest", "stem", "city", "event", "occasion", "theme", "award", "honour", "verb", "issuers", "date", "year", NULL };

static const char *const built_in[] = { "red-gold", "plain", NULL };

const char *
lectern_certificate_field_get_key (LecternCertificateFieldName field)
{
  g_return_val_if_fail (field < LECTERN_CERTIFICATE_N_FIELDS, NULL);

  return fields[field].key;
}

const char *
lectern_certificate_field_get_label (LecternCertificateFieldName field)
{
  g_return_val_if_fail (field < LECTERN_CERTIFICATE_N_FIELDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "certificate", fields[field].label);
}

const char *const *
lectern_certificate_list_tokens (void)
{
  return tokens;
}

/* Faults -------------------------------------------------------------------------------------- */

static void
object (GPtrArray  *problems,
        const char *part,
        const char *key,
        const char *message)
{
  g_autofree char *path = key != NULL ? g_strdup_printf ("%s.%s", part, key) : g_strdup (part);

  g_ptr_array_add (problems, lectern_problem_new (0, path, "%s", message));
}

/* The first token of @wording that nothing fills, or that has no end; NULL: all are right. */
static char *
find_unknown_token (const char *wording)
{
  for (const char *open = strchr (wording, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char      *end = strchr (open, '}');
      g_autofree char *token = end != NULL ? g_strndup (open + 1, (gsize) (end - open - 1)) : NULL;

      if (token == NULL || !g_strv_contains (tokens, token))
        return token != NULL ? g_strdup_printf ("{%s}", token) : g_strdup (open);
    }
  return NULL;
}

static void
check_wording (const char *wording,
               const char *part,
               const char *key,
               GPtrArray  *problems)
{
  g_autofree char *unknown = find_unknown_token (wording);
  g_autofree char *message = NULL;

  if (unknown != NULL)
    {
      /* Translators: a word in braces, or the rest of a text from a brace on. */
      message = g_strdup_printf (_ ("“%s” stands for nothing here."), unknown);
      object (problems, part, key, message);
    }
  if (g_utf8_strlen (wording, -1) > LECTERN_CERTIFICATE_WORDING_MOST)
    object (problems, part, key, _ ("A wording has at most 500 characters."));
}

static void
check_field (const LecternCertificateDesign *self,
             LecternCertificateFieldName     name,
             GPtrArray                      *problems)
{
  const LecternCertificateField *field = &self->fields[name];
  g_autofree char               *part = g_strconcat ("fields.", fields[name].key, NULL);

  check_wording (field->wording, part, "wording", problems);
  if (!field->shown)
    return;
  if (field->x < self->margin_left - ROUNDING)
    object (problems, part, "x", _ ("This reaches into the left margin."));
  if (field->x + field->width > self->width - self->margin_right + ROUNDING)
    object (problems, part, "width", _ ("This reaches into the right margin."));
  if (field->y > self->height - self->margin_bottom + ROUNDING)
    object (problems, part, "y", _ ("This reaches into the lower margin."));
  if (field->y > 0 && field->y < self->margin_top)
    object (problems, part, "y", _ ("This reaches into the upper margin."));
  if (field->y <= 0 && name == LECTERN_CERTIFICATE_TITLE)
    object (problems, part, "y", _ ("The first field needs a place of its own."));
}

static void
check_box (const LecternCertificateDesign *self,
           const LecternCertificateBox    *box,
           const char                     *part,
           GPtrArray                      *problems)
{
  if (!box->shown)
    return;
  if (box->x + box->width > self->width + ROUNDING)
    object (problems, part, "width", _ ("This reaches over the edge of the sheet."));
  if (box->y + box->width > self->height + ROUNDING)
    object (problems, part, "y", _ ("This reaches over the edge of the sheet."));
  if (box->x < self->seal_x + LECTERN_CERTIFICATE_SEAL && box->x + box->width > self->seal_x && box->y < self->seal_y + LECTERN_CERTIFICATE_SEAL && box->y + box->width > self->seal_y)
    object (problems, part, "x", _ ("This stands where the seal goes."));
}

static void
check_shift (double      shift,
             const char *key,
             GPtrArray  *problems)
{
  double steps = shift / LECTERN_CERTIFICATE_STEP;

  if (fabs (steps - round (steps)) > ROUNDING)
    object (problems, "shift", key, _ ("It moves in steps of 0.5 mm."));
}

void
lectern_certificate_design_find_faults (const LecternCertificateDesign *self,
                                        GPtrArray                      *problems)
{
  if (self->width - self->margin_left - self->margin_right < INSIDE_LEAST)
    object (problems, "margins.left", NULL, _ ("The margins leave less than 50 mm between them."));
  if (self->height - self->margin_top - self->margin_bottom < INSIDE_LEAST)
    object (problems, "margins.top", NULL, _ ("The margins leave less than 50 mm between them."));
  if (self->seal_x + LECTERN_CERTIFICATE_SEAL > self->width || self->seal_y + LECTERN_CERTIFICATE_SEAL > self->height)
    object (problems, "seal.x", NULL, _ ("The seal’s square of 45 mm reaches over the edge of the sheet."));
  check_shift (self->shift_x, "x", problems);
  check_shift (self->shift_y, "y", problems);
  check_box (self, &self->logo, "logo", problems);
  check_box (self, &self->code, "code", problems);
  check_wording (self->body_without_theme, "body_without_theme", NULL, problems);
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    check_field (self, i, problems);
}

/* Through the text and back: what is read is checked, whoever wrote it. */
GPtrArray *
lectern_certificate_design_check (const LecternCertificateDesign *self)
{
  g_autofree char *text = lectern_certificate_design_write (self);
  GPtrArray       *problems = lectern_problems_new ();
  g_autoptr (LecternCertificateDesign) read = lectern_certificate_design_parse (text, problems, NULL);

  return problems;
}

/* Values -------------------------------------------------------------------------------------- */

const char *const *
lectern_certificate_designs_list (void)
{
  return built_in;
}

LecternCertificateDesign *
lectern_certificate_design_load (const char *key,
                                 const char *language)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "%s.%s.json", key, g_strcmp0 (language, "en") == 0 ? "en" : "zh");
  g_autoptr (GBytes) bytes = g_strv_contains (built_in, key) ? g_resource_lookup_data (lectern_certificates_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL) : NULL;
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_autoptr (GError) error = NULL;
  LecternCertificateDesign *self;

  if (text == NULL)
    return NULL;
  self = lectern_certificate_design_parse (text, NULL, &error);
  g_assert_no_error (error);

  return self;
}

LecternCertificateDesign *
lectern_certificate_design_new (const char *language)
{
  return lectern_certificate_design_load (built_in[0], language);
}

LecternCertificateDesign *
lectern_certificate_design_copy (const LecternCertificateDesign *self)
{
  LecternCertificateDesign *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->body_without_theme = g_strdup (self->body_without_theme);
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    copy->fields[i].wording = g_strdup (self->fields[i].wording);

  return copy;
}

void
lectern_certificate_design_free (LecternCertificateDesign *self)
{
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    g_free (self->fields[i].wording);
  g_free (self->body_without_theme);
  g_free (self->name);
  g_free (self);
}

void
lectern_certificate_design_set_wording (LecternCertificateDesign   *self,
                                        LecternCertificateFieldName field,
                                        const char                 *wording)
{
  g_return_if_fail (field < LECTERN_CERTIFICATE_N_FIELDS);

  g_free (self->fields[field].wording);
  self->fields[field].wording = g_strdup (wording);
}

/* Of a contest -------------------------------------------------------------------------------- */

static const LecternCertificateRow *
find_row (LecternContest *contest,
          const char     *award)
{
  const LecternCertificateRow key = { .record.table = &lectern_table_certificate_design, .award = (char *) award };

  return lectern_contest_find (contest, &key);
}

gboolean
lectern_contest_has_certificate_design (LecternContest *self,
                                        const char     *award)
{
  g_return_val_if_fail (award != NULL, FALSE);

  return find_row (self, award) != NULL;
}

LecternCertificateDesign *
lectern_contest_get_certificate_design (LecternContest *self,
                                        const char     *award)
{
  const LecternContestRecord  *record = lectern_contest_get_record (self);
  const LecternCertificateRow *row = award != NULL ? find_row (self, award) : NULL;
  LecternCertificateDesign    *design;

  if (row == NULL)
    row = find_row (self, "");
  /* A row that does not read is of a file that was tampered with: the proof names it. */
  design = row != NULL ? lectern_certificate_design_parse (row->design, NULL, NULL) : NULL;

  return design != NULL ? design : lectern_certificate_design_new (record != NULL ? record->language : NULL);
}
