/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"
#include "lectern-paper.h"

G_BEGIN_DECLS

/* Which paper somebody wants: a report with its options, or the certificates of an award. A value. */
typedef struct
{
  gboolean         certificates;
  LecternPaperKind kind;      /* unless certificates */
  char            *award;     /* certificates: key */
  char            *design;    /* certificates: JSON; NULL: the contest's for that award */
  gboolean         overprint; /* certificates: only what stands on stock */
  gboolean         ruler;     /* certificates: the ruler page instead */
  gboolean         on_screen; /* certificates: a background also when it is not printed, nothing signed */
  gboolean         sample;    /* certificates: of made up winners as long as there are none */
  gboolean         guides;    /* certificates: margins and the place of the seal */
  char            *round;     /* key; NULL: the current one */
  gint64           judge;     /* 0: all */
  gint64           lot;       /* 0: all */
  gboolean         by_judge;  /* sheets */
  guint            days;      /* notice */
  guint            order;     /* of names: 0 the paper's usual one, then as lectern_paper_order_get_names() says */
  gboolean         office;    /* with what is kept off public papers */
} LecternPaperOrder;

/* Whether an order of names can be asked of it. */
gboolean lectern_paper_order_has_names (const LecternPaperOrder *self);
/* The order that was asked for; FALSE: the usual one. */
gboolean lectern_paper_order_get_names (const LecternPaperOrder *self,
                                        LecternNameOrder        *order);

LecternPaperOrder *lectern_paper_order_new (LecternPaperKind kind) G_GNUC_WARN_UNUSED_RESULT;
LecternPaperOrder *lectern_paper_order_new_certificates (const char *award) G_GNUC_WARN_UNUSED_RESULT;
LecternPaperOrder *lectern_paper_order_copy (const LecternPaperOrder *self) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_paper_order_free (LecternPaperOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPaperOrder, lectern_paper_order_free)

/* "Summary of the results", "Certificates “Top Ten”", in the language of the interface. */
char *lectern_paper_order_describe (const LecternPaperOrder *self,
                                    LecternContest          *contest) G_GNUC_WARN_UNUSED_RESULT;
/* "summary.pdf", "sheets-by-judge.pdf"; with @all_rounds the round's key is in it. */
char *lectern_paper_order_name_file (const LecternPaperOrder *self,
                                     gboolean                 all_rounds) G_GNUC_WARN_UNUSED_RESULT;

/* What papers are made from: the contest as it was at one moment, and what this laptop is called by.
 * For any thread. */
typedef struct
{
  LecternEngine  *engine;
  LecternContest *contest;
  GPtrArray      *journal;     /* LecternJournalLine, once it was read */
  char           *signing_key; /* short; NULL: none yet */
  GStrv           addresses;   /* of the judges' server; NULL without one */
  char           *fingerprint; /* of its certificate */
} LecternPaperSource;

LecternPaperSource *lectern_paper_source_new (LecternDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void                lectern_paper_source_free (LecternPaperSource *self);
/* Reads the journal, which waits for the engine's thread. */
gboolean lectern_paper_source_read_journal (LecternPaperSource *self,
                                            GError            **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPaperSource, lectern_paper_source_free)

/* Lays the paper out, on any thread. */
LecternDocument *lectern_paper_order_typeset (const LecternPaperOrder *self,
                                              LecternPaperSource      *source,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lets a person choose where, writes the paper there as PDF and opens it. What came of it is told
 * through the desk. */
void lectern_paper_job_choose (GtkWidget               *parent,
                               LecternDesk             *desk,
                               const LecternPaperOrder *order);
/* Lays the paper out on a thread of its own, from the contest as it is at the call, and with @path
 * writes it there as PDF. */
void             lectern_paper_job_start (LecternDesk             *desk,
                                          const LecternPaperOrder *order,
                                          const char              *path,
                                          GCancellable            *cancellable,
                                          GAsyncReadyCallback      callback,
                                          gpointer                 user_data);
LecternDocument *lectern_paper_job_finish (GAsyncResult *result,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
