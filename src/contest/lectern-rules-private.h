/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-json-reader-private.h"
#include "lectern-rules.h"

G_BEGIN_DECLS

/* Reads the rules members of @top; problems go to the reader's list. */
LecternRules *lectern_rules_read (LecternJsonReader *top,
                                  GPtrArray         *criteria) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
