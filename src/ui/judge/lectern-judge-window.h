/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-seat-store.h"

G_BEGIN_DECLS

/* A judge's panel: pairing, connecting, marking, each when it is due. */
#define LECTERN_TYPE_JUDGE_WINDOW (lectern_judge_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeWindow, lectern_judge_window, LECTERN, JUDGE_WINDOW, AdwApplicationWindow)

/* Loads @seat and connects with it, or asks for a code. @address goes before the remembered one;
 * NULL: none was given. */
GtkWidget *lectern_judge_window_new (GtkApplication   *application,
                                     LecternSeatStore *seat,
                                     const char       *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
