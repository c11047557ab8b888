/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* gdk-pixbuf/gdk-pixbuf.h; whoever only passes pages on needs no pictures. */
typedef struct _GdkPixbuf GdkPixbuf;

/* The part a text plays on a paper; lectern-paper-fonts.c says which fonts may play it. */
typedef enum
{
  LECTERN_FONT_TITLE,   /* 小标宋: titles */
  LECTERN_FONT_HEADING, /* 黑体: headings, heads of tables */
  LECTERN_FONT_BODY,    /* 仿宋, 楷体: running text */
  LECTERN_FONT_NAME,    /* 楷体: people's names */
  LECTERN_FONT_FIGURES, /* 宋体: cells of tables, figures of one width */
  LECTERN_FONT_LATIN,   /* English text: as FIGURES, with quotation marks of Latin width */
  LECTERN_FONT_N_ROLES,
} LecternFontRole;

typedef enum
{
  LECTERN_ITEM_TEXT,
  LECTERN_ITEM_LINE,
  LECTERN_ITEM_RECTANGLE,
  LECTERN_ITEM_PATH,
  LECTERN_ITEM_PICTURE,
} LecternItemKind;

typedef enum
{
  LECTERN_STEP_MOVE,
  LECTERN_STEP_LINE,
  LECTERN_STEP_CURVE, /* a cubic: two control points, then the end */
  LECTERN_STEP_CLOSE,
} LecternStepKind;

/* One step of a path. Move and line use x[0], y[0]; a curve all three points. */
typedef struct
{
  LecternStepKind kind;
  double          x[3];
  double          y[3];
} LecternPathStep;

/* One thing on a page. Places and sizes in millimetres from the upper left corner, type sizes in
 * points; colours 0xRRGGBB. A stroke of 0 means filled. */
typedef struct
{
  LecternItemKind kind;
  guint32         colour;
  guint           part; /* what it belongs to: see lectern_page_set_part() */
  double          x;
  double          y; /* of a text: its baseline */
  union
  {
    struct
    {
      char           *string;
      LecternFontRole role;
      double          size;
      double          spacing; /* between letters */
      double          angle;   /* degrees, counter-clockwise */
    } text;
    struct
    {
      double x2;
      double y2;
      double stroke;
    } line;
    struct
    {
      double width;
      double height;
      double stroke;
    } rectangle;
    struct
    {
      LecternPathStep *steps;
      guint            n_steps;
      double           stroke;
    } path;
    struct
    {
      GdkPixbuf *pixbuf;
      double     width;
      double     height;
    } picture;
  };
} LecternPageItem;

/* A page laid out: a size and a flat list of items in drawing order, painted alike on paper and
 * on the screen. Reference counted; not changed once it is in a document. */
typedef struct _LecternPage LecternPage;

LecternPage *lectern_page_new (double width,
                               double height) G_GNUC_WARN_UNUSED_RESULT;
LecternPage *lectern_page_ref (LecternPage *self);
void         lectern_page_unref (LecternPage *self);

double                 lectern_page_get_width (const LecternPage *self);
double                 lectern_page_get_height (const LecternPage *self);
const LecternPageItem *lectern_page_get_items (const LecternPage *self,
                                               guint             *n_items);
/* What many pages have in common, painted under the items of each: kept once in memory and once
 * in the file. NULL when there is none. A form has no form of its own. */
LecternPage *lectern_page_get_form (const LecternPage *self);
void         lectern_page_set_form (LecternPage *self,
                                    LecternPage *form);

/* What is added from now on belongs to @part of what the page shows, a number of its builder's, by which it is found
 * again (lectern-page-part.h); 0, as it begins: to none. */
void lectern_page_set_part (LecternPage *self,
                            guint        part);

void lectern_page_add_text (LecternPage    *self,
                            LecternFontRole role,
                            double          size,
                            guint32         colour,
                            double          x,
                            double          y,
                            double          spacing,
                            const char     *string);
void lectern_page_add_turned_text (LecternPage    *self,
                                   LecternFontRole role,
                                   double          size,
                                   guint32         colour,
                                   double          x,
                                   double          y,
                                   double          spacing,
                                   double          angle,
                                   const char     *string);
void lectern_page_add_line (LecternPage *self,
                            guint32      colour,
                            double       stroke,
                            double       x1,
                            double       y1,
                            double       x2,
                            double       y2);
/* @stroke 0: filled; else an outline whose middle runs along the edges. */
void lectern_page_add_rectangle (LecternPage *self,
                                 guint32      colour,
                                 double       stroke,
                                 double       x,
                                 double       y,
                                 double       width,
                                 double       height);
void lectern_page_add_path (LecternPage           *self,
                            guint32                colour,
                            double                 stroke,
                            const LecternPathStep *steps,
                            guint                  n_steps);
/* Stretched to @width × @height. The picture must not change any more. */
void lectern_page_add_picture (LecternPage *self,
                               GdkPixbuf   *pixbuf,
                               double       x,
                               double       y,
                               double       width,
                               double       height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPage, lectern_page_unref)

#define LECTERN_MM_PER_POINT (25.4 / 72.0)

G_END_DECLS
