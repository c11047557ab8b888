/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where a judge's sheet for one entry stands, as the judge is told. */
typedef enum
{
  LECTERN_OWN_SHEET_EMPTY,      /* nothing marked */
  LECTERN_OWN_SHEET_UNSENT,     /* kept on this laptop alone */
  LECTERN_OWN_SHEET_SENDING,    /* a draft is on its way */
  LECTERN_OWN_SHEET_DRAFT,      /* kept on this laptop and on the main laptop */
  LECTERN_OWN_SHEET_SUBMITTING, /* submitted, not yet confirmed */
  LECTERN_OWN_SHEET_SUBMITTED,  /* confirmed */
  LECTERN_OWN_SHEET_CHANGED,    /* confirmed, then changed here and not submitted again */
  LECTERN_OWN_SHEET_LOCKED,     /* confirmed, and closed to changes */
} LecternOwnSheetState;

/* One of the judge's own sheets as this laptop has it, beside what the main laptop last said of it.
 * Marks are thousandths by index of the rubric, LECTERN_NULL: not marked.
 * Properties for lists (all notify): "lot", "name", "total-text", "state", "place". */
#define LECTERN_TYPE_OWN_SHEET (lectern_own_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LecternOwnSheet, lectern_own_sheet, LECTERN, OWN_SHEET, GObject)

LecternOwnSheet *lectern_own_sheet_new (gint64 lot,
                                        guint  n_marks) G_GNUC_WARN_UNUSED_RESULT;

gint64        lectern_own_sheet_get_lot (LecternOwnSheet *self);
const char   *lectern_own_sheet_get_name (LecternOwnSheet *self);
void          lectern_own_sheet_set_name (LecternOwnSheet *self,
                                          const char      *name);
const gint64 *lectern_own_sheet_get_marks (LecternOwnSheet *self);
guint         lectern_own_sheet_get_n_marks (LecternOwnSheet *self);
/* How many criteria carry a mark, and the sum of those. */
guint  lectern_own_sheet_count_marked (LecternOwnSheet *self);
gint64 lectern_own_sheet_get_total (LecternOwnSheet *self);
/* The total the main laptop holds; LECTERN_NULL when it holds none that was submitted. */
gint64               lectern_own_sheet_get_received_total (LecternOwnSheet *self);
const char          *lectern_own_sheet_get_note (LecternOwnSheet *self);
void                 lectern_own_sheet_set_note (LecternOwnSheet *self,
                                                 const char      *note);
LecternOwnSheetState lectern_own_sheet_get_state (LecternOwnSheet *self);
/* The state in a word or two, for lists; translated. */
const char *lectern_own_sheet_get_state_text (LecternOwnSheet *self);
/* Whether the judge's marks differ from what the main laptop is known to hold. */
gboolean lectern_own_sheet_get_unsent (LecternOwnSheet *self);
/* Whether the main laptop takes no more changes. */
gboolean lectern_own_sheet_get_locked (LecternOwnSheet *self);
/* Whether a draft would take nothing back: FALSE once the sheet was submitted. */
gboolean lectern_own_sheet_can_draft (LecternOwnSheet *self);

/* The judge marks. FALSE when nothing changed. */
gboolean lectern_own_sheet_set_mark (LecternOwnSheet *self,
                                     guint            index,
                                     gint64           mark);
/* The sheet goes out under @id. */
void lectern_own_sheet_send (LecternOwnSheet *self,
                             const char      *id,
                             gboolean         submit);
/* The main laptop confirmed @id. FALSE when this sheet waits for no such thing. */
gboolean lectern_own_sheet_acknowledge (LecternOwnSheet *self,
                                        const char      *id,
                                        gint64           version,
                                        const char      *state,
                                        gint64           total);
/* The main laptop refused @id: the marks stay, unsent. FALSE as above. */
gboolean lectern_own_sheet_refuse (LecternOwnSheet *self,
                                   const char      *id);
/* What the main laptop holds now. It replaces the marks unless the judge changed them since. */
void lectern_own_sheet_receive (LecternOwnSheet *self,
                                gint64           version,
                                const char      *state,
                                gint64           total,
                                const gint64    *marks);
/* Why the main laptop opened the sheet again; NULL: it did not. @amended: submitted anew since. */
const char *lectern_own_sheet_get_reopened (LecternOwnSheet *self);
gboolean    lectern_own_sheet_get_amended (LecternOwnSheet *self);
void        lectern_own_sheet_set_reopened (LecternOwnSheet *self,
                                            const char      *reason,
                                            gboolean         amended);
/* The talk starts again: every version up to @version is void, and the marks with it. FALSE when
 * this sheet let go of them before. */
gboolean lectern_own_sheet_make_void (LecternOwnSheet *self,
                                      gint64           version);
/* The version up to which it is void; 0: it is not. */
gint64 lectern_own_sheet_get_voided (LecternOwnSheet *self);
/* The place of its total among the judge's own; 0: none. */
guint lectern_own_sheet_get_place (LecternOwnSheet *self);
void  lectern_own_sheet_set_place (LecternOwnSheet *self,
                                   guint            place);
/* What a draft file held; unsent ones stay unsent. */
void lectern_own_sheet_restore (LecternOwnSheet *self,
                                const gint64    *marks,
                                gboolean         unsent,
                                gint64           voided);
/* The main laptop holds no sheet for this entry: what was thought sent is to be sent again. */
void lectern_own_sheet_receive_none (LecternOwnSheet *self);

G_END_DECLS
