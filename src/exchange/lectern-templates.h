/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* The template of a contest nobody chose one for. */
#define LECTERN_TEMPLATE_DEFAULT "jiaozuo-2018"

/* The names of the built-in templates, NULL-terminated, the default first. */
const char *const *lectern_templates_list (void);
/* Reads the built-in template @name, or the rules file at the path @name when that ends in
 * ".json". On failure NULL with LECTERN_EXCHANGE_ERROR_NOT_FOUND, what the disk said, or BAD_RULES
 * of the contest with everything wrong added to @problems (may be NULL). */
LecternTemplate *lectern_templates_load (const char *name,
                                         GPtrArray  *problems,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sample table of NOMINEES or JUDGES that goes with the default template. */
GBytes *lectern_templates_get_sample (LecternImportKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* The text of a rules file, in UTF-8; what it says is not looked at. */
char *lectern_templates_read_text (const char *path,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
