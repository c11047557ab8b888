/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A judge's end of the protocol (docs/protocol.md): pairs, connects, pins the certificate, comes
 * back by itself after any break, repeats what was not acknowledged with the same id. The panel
 * and the virtual judges of a rehearsal are the same client. Lives in the thread-default context
 * it was made in. Properties (all notify): "connected", "paired", "last-error" (a sentence). */
#define LECTERN_TYPE_JUDGE_CLIENT (lectern_judge_client_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeClient, lectern_judge_client, LECTERN, JUDGE_CLIENT, GObject)

/* One criterion of the state's rubric; thousandths. */
typedef struct
{
  char  *key;
  char  *name;
  char  *guide;
  gint64 max;
  gint64 step;
} LecternJudgeCriterion;

/* One of the judge's own sheets; marks by index of the rubric, LECTERN_NULL: not marked. */
typedef struct
{
  gint64   lot;
  char    *name;
  char    *state; /* "draft", "submitted", "locked" */
  gint64   version;
  gint64   total;
  gint64  *marks;
  char    *reopened; /* why it was reopened; NULL: it was not */
  gboolean amended;  /* and submitted anew since */
} LecternJudgeSheet;

/* Own sheets up to this version were ruled void: the talk starts again. */
typedef struct
{
  gint64 lot;
  gint64 version;
} LecternJudgeVoid;

/* A sheet that lies far from the others', as the head judge alone is told of it. */
typedef struct
{
  gint64   lot;
  gint64   judge;
  char    *criterion; /* key; NULL: the total */
  gboolean seen;
} LecternJudgeFlag;

/* The last state the main laptop sent. Immutable, reference counted. */
typedef struct
{
  gint64     seq;
  char      *contest;
  char      *round;     /* its name, and its key */
  char      *round_key; /* "" from a main laptop that tells none */
  gint64     judge_number;
  char      *judge_name;
  GPtrArray *rubric; /* LecternJudgeCriterion */
  gboolean   gate_open;
  gint64     gate_lot;
  gint64     lot; /* on stage, 0: nobody */
  char      *name;
  char      *unit;
  char      *title;
  char      *photo;       /* the hash of a photo of who is on stage; NULL: none */
  char      *entry_state; /* "called", "talking", "marking", "done", … */
  char      *clock_phase;
  gint64     clock_elapsed_ms; /* when the state was received */
  gint64     clock_limit_ms;
  gint64     received_us; /* monotonic */
  GPtrArray *sheets;      /* LecternJudgeSheet */
  GArray    *recused;     /* gint64 lots */
  GArray    *absent;      /* gint64 lots; those of the recused that are absences */
  GArray    *voided;      /* LecternJudgeVoid */
  gboolean   rehearsal;
  gboolean   head;  /* this is the head judge's */
  GPtrArray *flags; /* LecternJudgeFlag; empty for everybody else */
} LecternJudgeState;

LecternJudgeState *lectern_judge_state_ref (LecternJudgeState *self);
void               lectern_judge_state_unref (LecternJudgeState *self);

/* @fingerprint "sha256:…" is pinned; NULL: the first certificate seen is shown through
 * "fingerprint" and pinned from then on. @address "https://10.0.0.5:8443", "10.0.0.5:8443",
 * "10.0.0.5", or the same in full-width letters. */
LecternJudgeClient *lectern_judge_client_new (const char *address,
                                              const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;
/* A further judge in the same program, at the same address: shares what @other knows of the
 * certificate, and takes turns with it in connecting. For many judges in one program: handshakes
 * that all wait for the same few threads would stand in each other's way. */
LecternJudgeClient *lectern_judge_client_new_beside (LecternJudgeClient *other) G_GNUC_WARN_UNUSED_RESULT;
/* "HOST:PORT" of the main laptop, without what an input method made of it; NULL: it was no address. */
const char *lectern_judge_client_get_address (LecternJudgeClient *self);
/* A seat that was paired before: connects with it. */
void        lectern_judge_client_set_token (LecternJudgeClient *self,
                                            const char         *token);
const char *lectern_judge_client_get_token (LecternJudgeClient *self);
const char *lectern_judge_client_get_fingerprint (LecternJudgeClient *self);
/* "sha256:…" of the certificate that was shown last when it was not the pinned one, as after the main laptop
 * renewed its own; else NULL. "last-error" changes with it. Owned by the caller. */
char *lectern_judge_client_get_other_fingerprint (LecternJudgeClient *self) G_GNUC_WARN_UNUSED_RESULT;
/* A person has compared @fingerprint with the main laptop's: it is pinned in the place of the old one, and connected
 * to at once. What is not acknowledged yet goes there. */
void     lectern_judge_client_trust (LecternJudgeClient *self,
                                     const char         *fingerprint);
void     lectern_judge_client_pair_async (LecternJudgeClient *self,
                                          const char         *code,
                                          const char         *device,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gboolean lectern_judge_client_pair_finish (LecternJudgeClient *self,
                                           GAsyncResult       *result,
                                           GError            **error);
/* The bytes of the photo that the state calls @sha256. */
void    lectern_judge_client_load_photo_async (LecternJudgeClient *self,
                                               const char         *sha256,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
GBytes *lectern_judge_client_load_photo_finish (LecternJudgeClient *self,
                                                GAsyncResult       *result,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps what is not acknowledged in the file at @path, and takes what an earlier run left there: it is
 * sent under the ids it had, when the main laptop has the contest it was written for. Before the start. */
void lectern_judge_client_keep_outbox (LecternJudgeClient *self,
                                       const char         *path);
/* Keeps the last state in the file at @path; a start finds it there when the same seat was told it, and the client has a
 * state before it is connected. Before the start. */
void lectern_judge_client_keep_state (LecternJudgeClient *self,
                                      const char         *path);
/* Whether lectern_judge_client_get_state() is what an earlier run was told last, and nothing was heard since. */
gboolean lectern_judge_client_is_state_remembered (LecternJudgeClient *self);
/* Looks for the main laptop on the network while it is cut off, and goes to the address it has then; the
 * certificate must be the pinned one. lectern_judge_client_get_address() says where it is. */
void lectern_judge_client_follow (LecternJudgeClient *self);
/* This judge has tried the panel on an invented entry: the main laptop is told, now and with every
 * connection. */
void lectern_judge_client_set_practised (LecternJudgeClient *self,
                                         gboolean            practised);
/* Connects and stays connected until lectern_judge_client_stop(), or until the main laptop says that
 * the seat is gone: `bye` `replaced` or `revoked`, or `unauthorised`. Then "last-error" says so, and
 * nothing is tried again before the next start. */
void     lectern_judge_client_start (LecternJudgeClient *self);
void     lectern_judge_client_stop (LecternJudgeClient *self);
gboolean lectern_judge_client_get_connected (LecternJudgeClient *self);
/* NULL before the first state. Borrowed. */
LecternJudgeState *lectern_judge_client_get_state (LecternJudgeClient *self);
/* The talk's clock now, counted on from what the main laptop said last; how long that was on its way
 * is measured by pings, one a second. */
gint64 lectern_judge_client_get_elapsed_ms (LecternJudgeClient *self);
/* Sends a sheet: @marks by index of the rubric, thousandths or LECTERN_NULL. Drafts replace an
 * unsent draft of the same entry. The id it was given is returned (owned by the client, until the
 * next). Only after the first state. */
const char *lectern_judge_client_send_sheet (LecternJudgeClient *self,
                                             gint64              lot,
                                             const gint64       *marks,
                                             guint               n_marks,
                                             gboolean            submit);
/* Every sheet that is not acknowledged, of the contest of the last state, in the order of writing. */
typedef void (*LecternJudgeUnsentFunc) (const char   *id,
                                        gint64        lot,
                                        const gint64 *marks,
                                        gboolean      submit,
                                        gpointer      user_data);
void lectern_judge_client_list_unsent (LecternJudgeClient    *self,
                                       LecternJudgeUnsentFunc func,
                                       gpointer               user_data);
/* The head judge has looked at the flagged sheet of @judge for @lot: told to the main laptop, after
 * a break too. What became of it the next state says. Only after the first state. */
void lectern_judge_client_see_flag (LecternJudgeClient *self,
                                    gint64              lot,
                                    gint64              judge);
/* Signals:
 * ::state-changed ()
 * ::acknowledged (const char *id, gint64 lot, gint64 version, const char *state, gint64 total)
 * ::refused (const char *id, const char *code, const char *message)
 * ::bye (const char *reason) */

G_END_DECLS
