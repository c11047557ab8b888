/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-deduction.h"

G_BEGIN_DECLS

/* Sentences in the contest's own language ("zh" or "en"), which is not that of the interface. */

gboolean lectern_words_is_chinese (const char *language);
/* What is said of those who go on to the round called @round: "晋级决赛". */
char *lectern_words_describe_cut (const char *language,
                                  const char *round) G_GNUC_WARN_UNUSED_RESULT;
/* The overtime rule as it is read to the hall; NULL when overtime costs nothing. */
char *lectern_words_describe_overtime (const char             *language,
                                       const LecternTimeRules *time) G_GNUC_WARN_UNUSED_RESULT;
/* "6 分钟", "6 minutes", "5 分 30 秒". */
char *lectern_words_describe_duration (const char *language,
                                       gint64      ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
