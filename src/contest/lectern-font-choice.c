/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which family of fonts a role of papers is set in first, where somebody chose one. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-font-choice.h"

#include <glib/gi18n-lib.h>

#include "lectern-certificate-design-private.h"

const char *const *
lectern_font_choice_list_roles (void)
{
  return lectern_certificate_font_names;
}

const char *
lectern_font_choice_get_label (const char *role)
{
  static const struct
  {
    const char *role;
    const char *label;
  } labels[] = {
    { "title", N_ ("Titles") },
    { "heading", N_ ("Headings of tables, final scores") },
    { "body", N_ ("Running text") },
    { "name", N_ ("Names of people") },
    { "figures", N_ ("Cells of tables") },
    { "latin", N_ ("English text") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].role, role))
      return _ (labels[i].label);

  g_return_val_if_reached (role);
}

const char *
lectern_contest_get_font_choice (LecternContest *self,
                                 const char     *role)
{
  const LecternPaperFontRow  wanted = { .record.table = &lectern_table_paper_font, .role = (char *) role };
  const LecternPaperFontRow *row = lectern_contest_find (self, &wanted);

  return row != NULL ? row->family : NULL;
}
