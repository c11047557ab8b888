/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Templates and sample tables, compiled in, so that a contest can be made on a machine where
 * nothing is installed. A template is a rules file (docs/rules-file.md): the built-in ones are read
 * by the same code as a person's own. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-templates.h"

#include "lectern-exchange-error.h"
#include "lectern-exchange-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define RESOURCE_PREFIX "/io/github/lectern/Lectern/exchange/"
/* Hundreds of units would still be some tens of kilobytes. */
#define RULES_SIZE_MAX (1024 * 1024)

static const char *const template_names[] = { LECTERN_TEMPLATE_DEFAULT, "jiaozuo-2018-rounds", "blank", NULL };

static GBytes *
look_up (const char *path,
         GError    **error)
{
  g_autofree char *full = g_strconcat (RESOURCE_PREFIX, path, NULL);

  return g_resource_lookup_data (lectern_exchange_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static GBytes *
read_rules_file (const char *path,
                 GError    **error)
{
  char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length <= RULES_SIZE_MAX && g_utf8_validate (text, (gssize) length, NULL))
    return g_bytes_new_take (text, length);

  g_free (text);
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES, _ ("“%s” is no rules file: it must be JSON in UTF-8."), path);
  return NULL;
}

static GBytes *
read_built_in (const char *name,
               GError    **error)
{
  g_autofree char *path = g_strdup_printf ("templates/%s.json", name);
  g_autofree char *names = NULL;

  if (g_strv_contains (template_names, name))
    return look_up (path, error);

  names = g_strjoinv (", ", (char **) template_names);
  g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_FOUND, _ ("There is no template “%s”. Built in are: %s. A file of your own ends in .json."), name, names);
  return NULL;
}

const char *const *
lectern_templates_list (void)
{
  return template_names;
}

char *
lectern_templates_read_text (const char *path,
                             GError    **error)
{
  g_autoptr (GBytes) rules = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  rules = read_rules_file (path, error);
  return rules != NULL ? g_strndup (g_bytes_get_data (rules, NULL), g_bytes_get_size (rules)) : NULL;
}

LecternTemplate *
lectern_templates_load (const char *name,
                        GPtrArray  *problems,
                        GError    **error)
{
  g_autoptr (GBytes) rules = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  rules = g_str_has_suffix (name, ".json") ? read_rules_file (name, error) : read_built_in (name, error);
  if (rules == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (rules, NULL), g_bytes_get_size (rules));

  return lectern_template_parse (text, problems, error);
}

GBytes *
lectern_templates_get_sample (LecternImportKind kind)
{
  g_autoptr (GError) error = NULL;
  GBytes *sample;

  g_return_val_if_fail (kind == LECTERN_IMPORT_NOMINEES || kind == LECTERN_IMPORT_JUDGES, NULL);

  sample = look_up (kind == LECTERN_IMPORT_NOMINEES ? "sample/roster-2018.csv" : "sample/judges-2018.csv", &error);
  g_assert_no_error (error);

  return sample;
}
