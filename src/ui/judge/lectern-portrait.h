/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* The photo of who is on stage; takes no room where there is none. */
#define LECTERN_TYPE_PORTRAIT (lectern_portrait_get_type ())
G_DECLARE_FINAL_TYPE (LecternPortrait, lectern_portrait, LECTERN, PORTRAIT, AdwBin)

/* Shows the photo that the state calls @sha256; NULL: none. */
void lectern_portrait_show (LecternPortrait    *self,
                            LecternJudgeClient *client,
                            const char         *sha256);

G_END_DECLS
