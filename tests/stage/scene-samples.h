/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* Rich scenes of every kind, as an evening brings them, for tests, pictures and benchmarks. */

/* The longest name a nominee may have: fifty characters. */
extern const char *const scene_sample_long_name;

LecternScene *scene_sample_new (LecternSceneKind kind,
                                const char      *language) G_GNUC_WARN_UNUSED_RESULT;
/* With @n_judges judges, the second recused when @recused. For marking and reveal. */
LecternScene *scene_sample_new_judges (LecternSceneKind kind,
                                       const char      *language,
                                       guint            n_judges,
                                       gboolean         recused) G_GNUC_WARN_UNUSED_RESULT;
/* With @n_rows rows. For order, ranking and award. */
LecternScene *scene_sample_new_rows (LecternSceneKind kind,
                                     const char      *language,
                                     guint            n_rows) G_GNUC_WARN_UNUSED_RESULT;
/* Everything as long as it may get. */
/* A ranking whose first page has @n_first of the @n_rows, the others ten. */
LecternScene *scene_sample_new_pages (const char *language,
                                      guint       n_rows,
                                      guint       n_first,
                                      guint       page) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the longest texts into @scene. */
void          scene_sample_lengthen (LecternScene *scene);
LecternScene *scene_sample_new_long (LecternSceneKind kind,
                                     const char      *language) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing but the kind and the language. */
LecternScene *scene_sample_new_empty (LecternSceneKind kind,
                                      const char      *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
