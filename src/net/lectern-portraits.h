/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"

G_BEGIN_DECLS

/* Where panels get photos: followed by the SHA-256 of the photo's bytes, as the state says it. */
#define LECTERN_PORTRAITS_PATH "/api/v1/photo/"
/* A larger one is not sent: fifteen panels may ask at once. */
#define LECTERN_PORTRAITS_BYTES_MAX (4 << 20)

/* The photos of nominees for whoever has a seat. On the engine's thread. */
typedef struct _LecternPortraits LecternPortraits;

LecternPortraits *lectern_portraits_new (LecternEngine *engine) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_portraits_free (LecternPortraits *self);
/* What is to be answered to a request for @path with the header @authorization (may be NULL): the
 * HTTP status; 200 with @bytes, owned by the caller, and their @media_type, which lives for ever. */
guint lectern_portraits_find (LecternPortraits *self,
                              const char       *path,
                              const char       *authorization,
                              GBytes          **bytes,
                              const char      **media_type);
/* Whether @attachment is the photo of whoever is on stage, which the panels show. */
gboolean lectern_portraits_is_on_stage (LecternContest          *contest,
                                        const LecternAttachment *attachment);

G_END_DECLS
