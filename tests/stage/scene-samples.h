/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"
#include "lectern-stage-pictures.h"

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
/* The rules with a rubric of so many criteria. */
LecternScene *scene_sample_new_rubric (const char *language,
                                       guint       n_criteria) G_GNUC_WARN_UNUSED_RESULT;
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
/* A ranking that is final: the first ten have the award. */
LecternScene *scene_sample_new_final (const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Puts names of fifty characters into @scene. */
void scene_sample_lengthen_names (LecternScene *scene);
/* Puts the longest texts into @scene. */
void          scene_sample_lengthen (LecternScene *scene);
LecternScene *scene_sample_new_long (LecternSceneKind kind,
                                     const char      *language) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing but the kind and the language. */
LecternScene *scene_sample_new_empty (LecternSceneKind kind,
                                      const char      *language) G_GNUC_WARN_UNUSED_RESULT;

/* With places gained and lost since the ranking shown before. */
LecternScene *scene_sample_new_moves (const char *language,
                                      guint       n_rows);
/* One winner after so many steps: 1 the award, 2 the name, 3 unit and title, 4 place and score,
 * 5 the photograph, 6 the citation. */
LecternScene *scene_sample_new_award (const char *language,
                                      guint       n_steps);
/* A reveal after so many steps: 0 nothing, 1 the marks, 2 those struck out, 3 the mean, 4 the final
 * score, 5 the place. */
LecternScene *scene_sample_new_reveal (const char *language,
                                       guint       n_judges,
                                       guint       n_steps);
/* As many as there may be. */
LecternScene *scene_sample_new_crowded (LecternSceneKind kind,
                                        const char      *language);

#define SCENE_SAMPLE_PHOTO "photo"
#define SCENE_SAMPLE_BACKGROUND "background"
#define SCENE_SAMPLE_LOGO "logo"
#define SCENE_SAMPLE_PAGE "page"

/* The pictures of these names, painted; and a scene that asks for them. */
LecternStagePictures *scene_sample_create_pictures (void);
void                  scene_sample_dress (LecternScene *scene);

G_END_DECLS
