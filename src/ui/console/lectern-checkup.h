/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-preflight.h"

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Finds out what the list before the evening is made from: judges, screens and sound as they tell of
 * themselves, the laptop when it is asked to. It never asks again by itself.
 *
 * ::changed when something it has found out is different; what the desk tells its parts is not said again. */
#define LECTERN_TYPE_CHECKUP (lectern_checkup_get_type ())
G_DECLARE_FINAL_TYPE (LecternCheckup, lectern_checkup, LECTERN, CHECKUP, GObject)

/* The one of @desk, made when it is first asked for. Borrowed. */
LecternCheckup *lectern_checkup_get (LecternDesk *desk);
/* The list as it is now: LecternCheckItem. Owned by the caller. */
GPtrArray *lectern_checkup_list (LecternCheckup *self) G_GNUC_WARN_UNUSED_RESULT;
/* Asks the laptop: disk, power, clock, printers, fonts. What takes time is shown when it is there. */
void lectern_checkup_look (LecternCheckup *self);
/* Whether something is still being asked. */
gboolean lectern_checkup_is_looking (LecternCheckup *self);
/* A copy of the contest was saved at @path. */
void lectern_checkup_note_copy (LecternCheckup *self,
                                const char     *path);
/* @part is refreshed with ::changed, however often this is called. */
void lectern_checkup_attach (LecternCheckup     *self,
                             LecternConsolePart *part);

G_END_DECLS
