/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-attachments.h"

G_BEGIN_DECLS

/* Whose file this is by its name, as units send them in: "解放区_王韦_一把旧藤椅的分量.pptx",
 * "王韦.jpg". Pictures are photos, the rest is courseware, unless the name says 课件 or 照片. NULL,
 * with the reason in @why (owned by the caller): nobody, or more than one could be meant. */
const LecternNominee *lectern_file_match (LecternContest *contest,
                                          const char     *name,
                                          LecternRole    *role,
                                          char          **why);

G_END_DECLS
