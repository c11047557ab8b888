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
  LECTERN_SCENE_GUESTS,     /* guests and judges by name and office */
  LECTERN_SCENE_DRAW,       /* the draw as it goes: lots filling up */
  LECTERN_SCENE_DECK,       /* who is on deck */
  LECTERN_SCENE_CLOCK,      /* the clock alone, for the speaker */
  LECTERN_SCENE_AWARDS,     /* what has been awarded so far */
  LECTERN_SCENE_PICTURE,    /* one picture over all of it */
  LECTERN_SCENE_COURSEWARE, /* the same: a page painted by others */
  LECTERN_SCENE_N_KINDS,    /* kept in files by name; append only */
} LecternSceneKind;

/* What may lie over a picture or a page of courseware; flags, kept in files. */
typedef enum
{
  LECTERN_SCENE_OVERLAY_NONE = 0,
  LECTERN_SCENE_OVERLAY_NAME = 1 << 0,  /* the lower third: name, unit and title */
  LECTERN_SCENE_OVERLAY_CLOCK = 1 << 1, /* the talk's clock in a corner */
} LecternSceneOverlay;

/* A judge in the marking and reveal scenes. */
typedef struct
{
  gint64   number;
  char    *name;
  gboolean recused;
  gboolean absent;    /* recused, but because he was not there */
  gboolean submitted; /* marking */
  char    *total;     /* reveal: "92.5"; NULL: not shown, or not yet */
  gboolean high, low; /* reveal: struck out */
} LecternSceneJudge;

/* Somebody in the guests scene. */
typedef struct
{
  char    *name;
  char    *office;
  gboolean head;  /* of the jury */
  guint    page;  /* the page it is on, from 1 */
  guint    lines; /* that its texts need over the whole width; 0: two columns do */
} LecternScenePerson;

/* A row of the order, ranking, award, awards and draw scenes. */
typedef struct
{
  gint64   lot;
  gint64   rank; /* 0: none */
  gboolean tied;
  char    *name; /* draw: NULL, the lot is still free */
  char    *unit;
  char    *title;
  char    *photo;    /* content key of a picture, or NULL */
  char    *final;    /* ranking, award; else NULL */
  char    *award;    /* name of the award, or NULL */
  char    *citation; /* award: why, or NULL */
  gboolean fresh;    /* ranking: the entry revealed last; draw: the lot drawn last */
  gboolean done;     /* order: has spoken */
  gboolean on_stage;
  gboolean forfeit;
  gboolean certain;    /* ranking: of an award or of going on, by what the hall has seen */
  char    *certain_of; /* the award's name where there are several, else NULL */
  guint    page;       /* the page it is on, from 1 */
  guint    lines;      /* that its texts need over the whole width; 0: a usual cell or row does. draw:
                        * that a name needs; 0: a small cell does */
  gint64 moved;        /* ranking: places gained since the ranking shown last, below 0: lost */
  guint  was;          /* ranking: its row in the ranking shown last, from 1; 0: not there */
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
  /* how it is dressed */
  char *scene_theme; /* name of a theme, NULL: the usual one */
  char *background;  /* content keys (SHA-256 in hexadecimal) of pictures, or NULL */
  char *logo;
  char *photo;
  char *picture; /* picture, courseware */
  /* scenes that fill up by steps: what is not yet shown is absent from the other fields */
  guint step; /* from 1; 0: the scene has no steps */
  guint n_steps;
  guint overlay; /* LecternSceneOverlay: over picture and courseware */
  /* the entry: introduction, talk, marking, reveal, deck, clock, award */
  gint64 lot;
  char  *name;
  char  *unit;
  char  *employer;
  char  *title;
  char  *citation; /* award */
  /* the next on deck, lot 0: none */
  gint64 next_lot;
  char  *next_name;
  char  *next_unit;
  /* talk, clock; the elapsed time itself is told to the painter, for it moves */
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
  gboolean   corrected;     /* reveal: the hall saw another result of this entry before */
  /* order, ranking, award */
  GPtrArray *rows; /* LecternSceneRow */
  guint      n_done, n_entries;
  gboolean   is_final; /* ranking: finalised, not provisional */
  guint      page;     /* the page of rows or people that is shown, from 1 */
  guint      n_pages;  /* of these; 0: there are no pages, as in files of older versions */
  /* rules */
  GPtrArray *criteria; /* LecternSceneCriterion */
  guint      trim_low, trim_high, trim_from;
  char      *overtime; /* a sentence, in the scene's language */
  /* break, notice, emergency, end */
  char  *text;
  gint64 until_ms; /* break: when it ends, wall clock in ms since 1970; LECTERN_NONE: not said */
  char  *seed;     /* order, draw: of the draw, NULL: by hand */
  /* guests */
  GPtrArray *guests; /* LecternScenePerson */
  GPtrArray *panel;  /* LecternScenePerson, the head first */
  /* what the hall saw before: the places of the ranking shown last, however many scenes ago, and the
   * name of its round; for the moves of the next one, painted nowhere */
  GPtrArray *seen; /* LecternSceneRow: lot and rank alone */
  char      *seen_round;
} LecternScene;

/* Which clock moves a scene. */
typedef enum
{
  LECTERN_SCENE_TIME_NONE,
  LECTERN_SCENE_TIME_TALK, /* the talk's elapsed time */
  LECTERN_SCENE_TIME_WALL, /* the wall clock, in ms since 1970 */
} LecternSceneTime;

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
/* The same scene opened at @page; NULL when it has no such page. */
LecternScene *lectern_scene_turn_to (const LecternScene *self,
                                     guint               page) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @row, one of the scene's own, is on the page that is shown. */
gboolean lectern_scene_is_on_page (const LecternScene    *self,
                                   const LecternSceneRow *row);
/* Whether @person, a guest or judge of the scene, is. */
gboolean lectern_scene_has_person_on_page (const LecternScene       *self,
                                           const LecternScenePerson *person);
/* The hash of the file in @picture, without the number of a page; NULL: none. Owned by the caller. */
char *lectern_scene_get_picture_hash (const LecternScene *self) G_GNUC_WARN_UNUSED_RESULT;
/* The keys of all its pictures, each once; free with g_ptr_array_unref(). */
GPtrArray *lectern_scene_list_keys (const LecternScene *self) G_GNUC_WARN_UNUSED_RESULT;
/* A picture or page of @contest with @overlay (LecternSceneOverlay) over it, for whoever is on stage
 * now; nothing when nobody is. */
LecternScene *lectern_scene_lay_over (const LecternScene *self,
                                      LecternContest     *contest,
                                      guint               overlay) G_GNUC_WARN_UNUSED_RESULT;
/* Notes in a ranking that is not yet handed out what has moved since the ranking of its round that the
 * hall saw last; @last (may be NULL) is the scene on air, which remembers that one. */
void lectern_scene_note_moves (LecternScene       *self,
                               const LecternScene *last);
/* Has @self, which is about to follow @last (may be NULL) on air, remember the ranking shown last. */
void lectern_scene_remember (LecternScene       *self,
                             const LecternScene *last);
/* The clock whose time the painters are to be told. */
LecternSceneTime lectern_scene_get_time (const LecternScene *self);
LecternScene    *lectern_scene_new (LecternSceneKind kind) G_GNUC_WARN_UNUSED_RESULT;
LecternScene    *lectern_scene_ref (LecternScene *self);
void             lectern_scene_unref (LecternScene *self);
char            *lectern_scene_to_json (const LecternScene *self) G_GNUC_WARN_UNUSED_RESULT;
LecternScene    *lectern_scene_from_json (const char *json,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternScene, lectern_scene_unref)

G_END_DECLS
