/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bounds of a request's head, in bytes and lines, and of a body. */
#define LECTERN_REQUEST_HEAD_MAX 8192
#define LECTERN_REQUEST_FIELDS_MAX 64
#define LECTERN_REQUEST_TARGET_MAX 512
#define LECTERN_REQUEST_BODY_MAX 4096

/* What a head that may pass says. */
typedef struct
{
  gsize    body;    /* bytes that follow */
  gboolean upgrade; /* it asks for a WebSocket */
} LecternRequest;

/* Where the head in @text ends: the length of it with its empty line, 0 while it has none yet. */
gsize lectern_request_find_end (const char *text,
                                gsize       length);
/* Whether the head @text (with its empty line) may pass. 0 and @request is filled; else the HTTP status
 * it is refused with: 400 for whatever two readers could understand differently, 403 a page of
 * another origin, 411, 413, 414, 417, 431, 505. */
guint lectern_request_check (const char     *text,
                             gsize           length,
                             LecternRequest *request);
/* The code of that refusal in the protocol, and a sentence for a person. */
const char *lectern_request_get_code (guint status);
const char *lectern_request_get_sentence (guint status);

G_END_DECLS
