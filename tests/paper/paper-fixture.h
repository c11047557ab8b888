/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-journal-line.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

typedef struct
{
  const char *unit;
  const char *name;
  const char *title;
} PaperNominee;

/* The 28 of the sample roster, the rare characters of names among them. */
extern const PaperNominee paper_nominees[28];

/* A contest of the 28 with @n_judges judges, drawn in the roster's order, every talk held and marked.
 * Judges 4, 6 and 9 belong to units and are recused from them; lot 28 is a forfeit when
 * @with_forfeit. @language is "zh" or "en". */
LecternContest *paper_contest_new (const char *language,
                                   guint       n_judges,
                                   gboolean    rehearsal,
                                   gboolean    with_forfeit) G_GNUC_WARN_UNUSED_RESULT;
/* What goes wrong on an evening, for contests of 9 judges or more: judge 2 is absent for lot 5 and
 * judge 3 recused from lot 8; lot 9's sheet of judge 1 was amended (content 34 to 36) with a second
 * person's word; judge 5's first sheet for lot 12 is void; lot 11's sheets of judges 6 and 7 came
 * from paper; lot 10 has two timers; judge 4 has not handed in for lot 13; each with its ruling. */
void paper_contest_trouble (LecternContest *contest);
/* Judge 10 comes onto the panel for lot 27, the last to speak, and marks it alone; judge 2 was not there for lot 5. */
void paper_contest_add_judge (LecternContest *contest);
/* Lots @first and @second get the same sheets and times, so that they are equal; @decided: and the
 * jury put the second before the first. */
void paper_contest_tie (LecternContest *contest,
                        gint64          first,
                        gint64          second,
                        gboolean        decided);
/* State and revision of the round, who closed it and who compared; both may be NULL. */
void paper_contest_set_round (LecternContest *contest,
                              int             state,
                              gint64          revision,
                              const char     *closed_by,
                              const char     *checked_by);
/* The round becomes a semi-final whose best @cut go on to a final. */
void paper_contest_add_final (LecternContest *contest,
                              gint64          cut);
/* Another name for lot @lot's nominee. */
void paper_contest_rename (LecternContest *contest,
                           gint64          lot,
                           const char     *name);
/* Nothing has been marked, and with @drawn FALSE nothing drawn. */
void paper_contest_set_back (LecternContest *contest,
                             gboolean        drawn);
/* Every judge has the pairing code 482910 + number; that of judge @used was used (0: none). */
void paper_contest_give_codes (LecternContest *contest,
                               gint64          used);
/* Fills the statistics tables: a row for each of the 14 units, and @n_lecturers in the pool. */
void paper_contest_fill_annexes (LecternContest *contest,
                                 guint           n_lecturers);
/* A journal of 60 lines, one of them long and one with what no font prints. Owned by the caller. */
GPtrArray *paper_journal_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
