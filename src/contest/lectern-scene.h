/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What the hall sees, frozen: every word and figure of one scene as text, taken from the contest
 * at the moment of the take. The painters get this and nothing else, so what is not revealed
 * cannot be shown. Immutable, reference counted, kept in the file as JSON. */
typedef enum
{
  LECTERN_SCENE_BLANK,
  LECTERN_SCENE_TITLE,
  LECTERN_SCENE_RULES,
  LECTERN_SCENE_ORDER,
  LECTERN_SCENE_INTRODUCTION,
  LECTERN_SCENE_TALK,
  LECTERN_SCENE_MARKING,
  LECTERN_SCENE_REVEAL,
  LECTERN_SCENE_RANKING,
  LECTERN_SCENE_AWARD,
  LECTERN_SCENE_BREAK,
  LECTERN_SCENE_NOTICE,
  LECTERN_SCENE_EMERGENCY,
  LECTERN_SCENE_END,
  LECTERN_SCENE_N_KINDS,
} LecternSceneKind;

/* A judge in the marking and reveal scenes. */
typedef struct
{
  gint64   number;
  char    *name;
  gboolean recused;
  gboolean submitted; /* marking */
  char    *total;     /* reveal: "92.5", else NULL */
  gboolean high, low; /* reveal: struck out */
} LecternSceneJudge;

/* A row of the order, ranking and award scenes. */
typedef struct
{
  gint64   lot;
  gint64   rank; /* 0: none */
  gboolean tied;
  char    *name;
  char    *unit;
  char    *title;
  char    *final; /* ranking, award; else NULL */
  char    *award; /* name of the award, or NULL */
  gboolean fresh; /* ranking: the entry revealed last */
  gboolean done;  /* order: has spoken */
  gboolean on_stage;
  gboolean forfeit;
  gboolean certain;    /* ranking: of an award or of going on, by what the hall has seen */
  char    *certain_of; /* the award's name where there are several, else NULL */
  guint    page;       /* ranking: the page it is on, from 1 */
} LecternSceneRow;

/* A criterion in the rules scene. */
typedef struct
{
  char *name;
  char *guide;
  char *max;
} LecternSceneCriterion;

typedef struct
{
  LecternSceneKind kind;
  char            *language; /* "zh" or "en": every word the painter adds */
  gboolean         rehearsal;
  char            *contest; /* its title */
  char            *theme;
  char            *round; /* its name */
  char            *date;
  char            *place;
  char           **organisers;
  /* the entry: introduction, talk, marking, reveal */
  gint64 lot;
  char  *name;
  char  *unit;
  char  *employer;
  char  *title;
  /* the next on deck, lot 0: none */
  gint64 next_lot;
  char  *next_name;
  char  *next_unit;
  /* talk; the elapsed time itself is told to the painter, for it moves */
  gint64 limit_ms;
  gint64 warn_ms; /* the first warning, LECTERN_NONE: none */
  gint64 stop_ms; /* LECTERN_NONE: none */
  /* marking, reveal */
  gint64     time_ms; /* of the talk, LECTERN_NONE: not timed */
  GPtrArray *judges;  /* LecternSceneJudge */
  guint      n_submitted;
  guint      n_expected;
  guint      n_counted;
  guint      n_dropped_high, n_dropped_low;
  char      *mean;      /* with the contest's decimals */
  char      *deduction; /* NULL or "0.20" */
  char      *final;
  gint64     rank; /* provisional place, 0: not shown */
  gboolean   tied;
  guint      n_ranked;
  char      *certain_of;    /* reveal: what the entry is certain of now, an award or a round; NULL */
  gboolean   certain_to_go; /* it is a round */
  /* order, ranking, award */
  GPtrArray *rows; /* LecternSceneRow */
  guint      n_done, n_entries;
  gboolean   is_final; /* ranking: finalised, not provisional */
  guint      page;     /* ranking: the page that is shown, from 1 */
  guint      n_pages;  /* ranking; 0: rows have no pages, as in files of older versions */
  /* rules */
  GPtrArray *criteria; /* LecternSceneCriterion */
  guint      trim_low, trim_high, trim_from;
  char      *overtime; /* a sentence, in the scene's language */
  /* break, notice, emergency, end */
  char *text;
  char *seed; /* order: of the draw, NULL: by hand */
} LecternScene;

const char *lectern_scene_kind_get_name (LecternSceneKind kind);
/* FALSE when there is no scene of that name. */
gboolean lectern_scene_kind_from_name (const char       *name,
                                       LecternSceneKind *kind);
/* Freezes a scene of the contest as it is now. @entry where the kind needs one, @text for break,
 * notice and emergency (NULL: the usual words). WRONG_STATE when it can't be shown yet. */
LecternScene *lectern_scene_freeze (LecternContest     *contest,
                                    LecternSceneKind    kind,
                                    const LecternEntry *entry,
                                    const char         *text,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The scene a cue puts on air. */
LecternSceneKind lectern_scene_kind_for_cue (LecternCueKind cue);
LecternScene    *lectern_scene_freeze_cue (LecternContest   *contest,
                                           const LecternCue *cue,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same ranking opened at @page; NULL when it has no such page. */
LecternScene *lectern_scene_turn_to (const LecternScene *self,
                                     guint               page) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @row, one of the scene's own, is on the page that is shown. */
gboolean      lectern_scene_is_on_page (const LecternScene    *self,
                                        const LecternSceneRow *row);
LecternScene *lectern_scene_new (LecternSceneKind kind) G_GNUC_WARN_UNUSED_RESULT;
LecternScene *lectern_scene_ref (LecternScene *self);
void          lectern_scene_unref (LecternScene *self);
char         *lectern_scene_to_json (const LecternScene *self) G_GNUC_WARN_UNUSED_RESULT;
LecternScene *lectern_scene_from_json (const char *json,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternScene, lectern_scene_unref)

G_END_DECLS
