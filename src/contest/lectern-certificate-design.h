/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What a certificate looks like: the sheet, what is drawn on it, and where which text stands. A plain
 * struct, read from and written to JSON (docs/papers.md). Places and sizes are millimetres from the
 * upper left corner, type sizes points, colours 0xRRGGBB. */

typedef enum
{
  LECTERN_CERTIFICATE_TITLE,
  LECTERN_CERTIFICATE_LEAD, /* before the name */
  LECTERN_CERTIFICATE_NAME,
  LECTERN_CERTIFICATE_BODY,
  LECTERN_CERTIFICATE_CLOSING,
  LECTERN_CERTIFICATE_ISSUERS,
  LECTERN_CERTIFICATE_DATE,
  LECTERN_CERTIFICATE_SERIAL,
  LECTERN_CERTIFICATE_N_FIELDS,
} LecternCertificateFieldName;

/* The part a text plays, by which it gets its font. */
typedef enum
{
  LECTERN_CERTIFICATE_FONT_TITLE,
  LECTERN_CERTIFICATE_FONT_HEADING,
  LECTERN_CERTIFICATE_FONT_BODY,
  LECTERN_CERTIFICATE_FONT_NAME,
  LECTERN_CERTIFICATE_FONT_FIGURES,
  LECTERN_CERTIFICATE_FONT_LATIN,
  LECTERN_CERTIFICATE_N_FONTS,
} LecternCertificateFont;

typedef enum
{
  LECTERN_CERTIFICATE_LEFT,
  LECTERN_CERTIFICATE_CENTRE,
  LECTERN_CERTIFICATE_RIGHT,
  LECTERN_CERTIFICATE_JUSTIFY,
  LECTERN_CERTIFICATE_N_ALIGNS,
} LecternCertificateAlign;

/* The ornaments along the edges (paper/lectern-certificate-art.h). */
typedef enum
{
  LECTERN_CERTIFICATE_NO_BORDER,
  LECTERN_CERTIFICATE_BRAID, /* red frame, interlaced gold waves, a fret in each corner */
  LECTERN_CERTIFICATE_LINES, /* fine double lines with notched corners */
  LECTERN_CERTIFICATE_BARS,  /* a bar across the head and a line across the foot */
  LECTERN_CERTIFICATE_N_BORDERS,
} LecternCertificateBorder;

/* One text: its words with {token}s and where and how they stand. @y is the first baseline; 0: below
 * the field before it, by its @leading. */
typedef struct
{
  gboolean                shown;
  gboolean                overprinted; /* also on stock with its own border and title */
  LecternCertificateFont  font;
  double                  size;
  guint32                 colour;
  double                  spacing; /* between letters, ems */
  double                  x;
  double                  y;
  double                  width;
  double                  leading;
  double                  indent; /* of the first line, ems */
  LecternCertificateAlign align;
  char                   *wording;
} LecternCertificateField;

/* A picture's or a code's place: the upper left corner and how wide it is. */
typedef struct
{
  gboolean shown;
  gboolean overprinted;
  double   x;
  double   y;
  double   width;
} LecternCertificateBox;

typedef struct
{
  char                    *name; /* of the design, for people */
  double                   width;
  double                   height;
  double                   margin_top; /* texts keep out of the margins */
  double                   margin_right;
  double                   margin_bottom;
  double                   margin_left;
  LecternCertificateBorder border;
  guint32                  border_colour;
  guint32                  accent;             /* the second colour of border and rule */
  gboolean                 rule;               /* under the title */
  gint64                   background;         /* number of an attachment "certificate"; 0: none */
  gboolean                 background_printed; /* else it is shown on the screen alone */
  LecternCertificateBox    logo;
  LecternCertificateBox    code;   /* for verification */
  double                   seal_x; /* of the square kept clear for the seal; only issuers and date stand in it */
  double                   seal_y;
  double                   shift_x;      /* of all that is printed on stock, to the right; steps of 0.5 */
  double                   shift_y;      /* downwards */
  gboolean                 spread_names; /* two-character names as wide as three */
  gint64                   serial_first; /* 0: runs on after the awards before */
  gint64                   serial_digits;
  char                    *body_without_theme;
  LecternCertificateField  fields[LECTERN_CERTIFICATE_N_FIELDS];
} LecternCertificateDesign;

/* The side of the square kept clear for the seal. No seal is ever drawn. */
#define LECTERN_CERTIFICATE_SEAL 45.0
/* What is printed on stock moves in these steps. */
#define LECTERN_CERTIFICATE_STEP 0.5
#define LECTERN_CERTIFICATE_SHIFT_MOST 20.0
#define LECTERN_CERTIFICATE_WORDING_MOST 500

/* The program's own design for @language, "zh" or "en": the first of the built-in ones. */
LecternCertificateDesign *lectern_certificate_design_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
LecternCertificateDesign *lectern_certificate_design_copy (const LecternCertificateDesign *self) G_GNUC_WARN_UNUSED_RESULT;
void                      lectern_certificate_design_free (LecternCertificateDesign *self);

/* The keys of the built-in designs, NULL-terminated, the default first. */
const char *const *lectern_certificate_designs_list (void);
/* The built-in design @key for @language; NULL: there is none. */
LecternCertificateDesign *lectern_certificate_design_load (const char *key,
                                                           const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a design; BAD_INPUT when anything is wrong with it, and every fault goes to @problems (may be
 * NULL) with its path: "fields.name.size". */
LecternCertificateDesign *lectern_certificate_design_parse (const char *json,
                                                            GPtrArray  *problems,
                                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* As JSON, every member with its value: designs that mean the same give the same text. Owned by the
 * caller. */
char *lectern_certificate_design_write (const LecternCertificateDesign *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong with a design that was changed in memory: LecternProblem, as by parsing. Owned by the
 * caller. */
GPtrArray *lectern_certificate_design_check (const LecternCertificateDesign *self) G_GNUC_WARN_UNUSED_RESULT;
/* Replaces the wording of @field; an empty one is not printed. */
void lectern_certificate_design_set_wording (LecternCertificateDesign   *self,
                                             LecternCertificateFieldName field,
                                             const char                 *wording);

/* "title", "serial": as in JSON. */
const char *lectern_certificate_field_get_key (LecternCertificateFieldName field);
/* "Title", "Serial number": in the language of the interface. */
const char *lectern_certificate_field_get_label (LecternCertificateFieldName field);
/* The tokens a wording may use, without braces, NULL-terminated. */
const char *const *lectern_certificate_list_tokens (void);

/* The design of @award's certificates (a key; NULL: of all awards): its own, else that of all awards,
 * else the program's. Owned by the caller. */
LecternCertificateDesign *lectern_contest_get_certificate_design (LecternContest *self,
                                                                  const char     *award) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @award ("": all awards) has a design of its own in the contest. */
gboolean lectern_contest_has_certificate_design (LecternContest *self,
                                                 const char     *award);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCertificateDesign, lectern_certificate_design_free)

G_END_DECLS
