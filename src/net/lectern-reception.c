/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where a panel presents itself before it has a seat. A seat is a token of 256 random bits; the
 * file keeps only its SHA-256, and the token leaves this laptop once, after the commit that used
 * up the code. Bodies are collected here and never beyond what a code needs: libsoup would collect
 * without end. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-reception.h"

#include "lectern-door-count.h"
#include "lectern-net-error.h"
#include "lectern-pair-limit.h"
#include "lectern-portraits.h"
#include "lectern-protocol.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* libsoup 3.2 has no names for these. */
#define STATUS_UPGRADE_REQUIRED 426
#define STATUS_TOO_MANY_REQUESTS 429
#define TOKEN_BYTES 32
#define BODY_KEY "lectern-body"

/* Owned by the handlers of the server, and by applicants under way. */
typedef struct
{
  LecternEngine    *engine;
  LecternRefusals  *refusals;
  LecternPairLimit *limit;
  LecternPortraits *portraits;
  LecternPageFunc   find_page;
  GQueue            waiting; /* Applicant */
  gboolean          busy;    /* the engine has one */
} LecternReception;

/* A request for a seat until it is answered. */
typedef struct
{
  LecternReception  *reception;
  SoupServerMessage *message;
  char              *address;
  char              *place; /* what counts as one address */
  char              *code;
  char              *device;
  char              *token;
  gboolean           gone; /* nobody waits for the answer any more */
} Applicant;

static void
reception_clear (gpointer data)
{
  LecternReception *self = data;

  g_object_unref (self->engine);
  lectern_refusals_unref (self->refusals);
  lectern_portraits_free (self->portraits);
  lectern_pair_limit_free (self->limit);
}

static void
reception_unref (gpointer data)
{
  g_rc_box_release_full (data, reception_clear);
}

/* --- bodies -------------------------------------------------------------------------------- */

static void
on_message_chunk_cb (SoupServerMessage *message,
                     GBytes            *chunk,
                     gpointer           user_data)
{
  GByteArray *body = user_data;

  /* One byte too many says that it is too long; the rest is read and forgotten. */
  if (body->len <= LECTERN_PROTOCOL_REQUEST_MAX)
    g_byte_array_append (body, g_bytes_get_data (chunk, NULL),
                         MIN (g_bytes_get_size (chunk), LECTERN_PROTOCOL_REQUEST_MAX + 1));
}

static void
on_request_started_cb (SoupServer        *server,
                       SoupServerMessage *message,
                       gpointer           user_data)
{
  GByteArray *body = g_byte_array_new ();

  /* One request a connection: nothing can follow it unseen. An upgrade replaces the header. */
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection", "close");
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  g_object_set_data_full (G_OBJECT (message), BODY_KEY, body, (GDestroyNotify) g_byte_array_unref);
  g_signal_connect (message, "got-chunk", G_CALLBACK (on_message_chunk_cb), body);
}

/* --- answers ------------------------------------------------------------------------------- */

/* Everything but the body. */
static void
begin_answer (SoupServerMessage *message,
              guint              status)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (headers, "Cross-Origin-Resource-Policy", "same-origin");
  soup_server_message_set_status (message, status, NULL);
}

/* Takes @body. */
static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *content_type,
        char              *body)
{
  begin_answer (message, status);
  soup_server_message_set_response (message, content_type, SOUP_MEMORY_TAKE, body, strlen (body));
}

/* Of all refusals but those that are this laptop's own fault. */
static LecternRefusal
find_kind (guint status)
{
  if (status == SOUP_STATUS_FORBIDDEN || status == STATUS_TOO_MANY_REQUESTS || status == SOUP_STATUS_CONFLICT)
    return LECTERN_REFUSAL_CODE;
  return status == SOUP_STATUS_UNAUTHORIZED ? LECTERN_REFUSAL_SEAT : LECTERN_REFUSAL_REQUEST;
}

static void
answer_refusal (LecternReception  *self,
                SoupServerMessage *message,
                guint              status,
                const char        *code,
                const char        *sentence)
{
  const char *host = soup_server_message_get_remote_host (message);

  if (status < SOUP_STATUS_INTERNAL_SERVER_ERROR)
    lectern_refusals_count (self->refusals, find_kind (status), host ? host : "nowhere", g_get_monotonic_time ());
  answer (message, status, "application/json", lectern_protocol_encode_refusal (code, sentence));
}

static void
answer_info (LecternReception  *self,
             SoupServerMessage *message)
{
  const LecternContestRecord *record = lectern_contest_get_record (lectern_engine_get_contest (self->engine));

  answer (message, SOUP_STATUS_OK, "application/json",
          lectern_protocol_encode_info (record ? record->title : "", g_get_real_time () / 1000));
}

/* --- pages --------------------------------------------------------------------------------- */

/* What a page may do: load what is here and speak with where it came from. Some browsers do not count
 * a WebSocket as 'self', so the host is named; the guard let none through that says more than a host. */
static void
set_page_policy (SoupServerMessage *message)
{
  const char      *host = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Host");
  g_autofree char *policy = NULL;

  policy = g_strdup_printf ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                            "connect-src 'self' wss://%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                            "require-trusted-types-for 'script'; trusted-types 'none'",
                            host ? host : "");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Security-Policy", policy);
}

static void
answer_page (SoupServerMessage *message,
             GBytes            *page,
             const char        *content_type)
{
  begin_answer (message, SOUP_STATUS_OK);
  set_page_policy (message);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type", content_type);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), page);
}

/* --- pairing ------------------------------------------------------------------------------- */

static void
applicant_free (Applicant *applicant)
{
  if (applicant->token)
    sodium_memzero (applicant->token, strlen (applicant->token));
  reception_unref (applicant->reception);
  g_signal_handlers_disconnect_by_data (applicant->message, applicant);
  g_object_unref (applicant->message);
  g_free (applicant->address);
  g_free (applicant->place);
  g_free (applicant->code);
  g_free (applicant->device);
  g_free (applicant->token);
  g_free (applicant);
}

static char *
make_token (void)
{
  guint8 bits[TOKEN_BYTES];
  char  *token = g_malloc (2 * TOKEN_BYTES + 1);

  randombytes_buf (bits, sizeof bits);
  sodium_bin2hex (token, 2 * TOKEN_BYTES + 1, bits, sizeof bits);
  sodium_memzero (bits, sizeof bits);
  return token;
}

static void
answer_seat (Applicant      *applicant,
             LecternOutcome *outcome)
{
  LecternContest     *contest = lectern_engine_get_contest (applicant->reception->engine);
  const LecternJudge *judge = lectern_contest_get_judge (contest, outcome->judge);

  answer (applicant->message, SOUP_STATUS_OK, "application/json",
          lectern_protocol_encode_seat (applicant->token, outcome->judge, judge ? judge->name : ""));
}

static void
answer_no_seat (Applicant    *applicant,
                const GError *error)
{
  guint status = SOUP_STATUS_INTERNAL_SERVER_ERROR;

  if (g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_CODE))
    {
      lectern_pair_limit_count_wrong (applicant->reception->limit, applicant->place, g_get_monotonic_time ());
      status = SOUP_STATUS_FORBIDDEN;
    }
  else if (error->domain == LECTERN_CONTEST_ERROR)
    status = SOUP_STATUS_CONFLICT;
  answer_refusal (applicant->reception, applicant->message, status, lectern_protocol_get_code (error), error->message);
}

static void
answer_wait (LecternReception  *self,
             SoupServerMessage *message,
             guint              seconds)
{
  g_autofree char *text = g_strdup_printf ("%u", seconds);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", text);
  answer_refusal (self, message, STATUS_TOO_MANY_REQUESTS, "too-many-codes",
                  _ ("Too many wrong codes; wait a minute and try again"));
}

/* Lets the answer out. */
static void
let_go (Applicant *applicant)
{
  if (!applicant->gone)
    soup_server_message_unpause (applicant->message);
  applicant_free (applicant);
}

static void look_at_next (LecternReception *self);

static void
on_paired_cb (GObject      *engine,
              GAsyncResult *result,
              gpointer      user_data)
{
  Applicant        *applicant = user_data;
  LecternReception *self = g_rc_box_acquire (applicant->reception);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;

  outcome = lectern_engine_submit_finish (LECTERN_ENGINE (engine), result, NULL, &error);
  if (outcome)
    answer_seat (applicant, outcome);
  else
    answer_no_seat (applicant, error);
  let_go (applicant);
  self->busy = FALSE;
  look_at_next (self);
  reception_unref (self);
}

static void
ask_for_seat (LecternReception *self,
              Applicant        *applicant)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_PAIR, "judge");

  applicant->token = make_token ();
  action->text = g_strdup (applicant->code);
  action->key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, applicant->token, -1);
  action->device = g_strdup (applicant->device);
  action->address = g_strdup (applicant->address);
  self->busy = TRUE;
  lectern_engine_submit (self->engine, action, on_paired_cb, applicant);
}

/* One code at a time: of many that come at once none is looked at before the one before it was
 * found right or wrong. */
static void
look_at_next (LecternReception *self)
{
  while (!self->busy && !g_queue_is_empty (&self->waiting))
    {
      Applicant *applicant = g_queue_pop_head (&self->waiting);
      guint      wait = lectern_pair_limit_check (self->limit, applicant->place, g_get_monotonic_time ());

      if (wait == 0 && !applicant->gone)
        {
          ask_for_seat (self, applicant);
          continue;
        }
      if (wait > 0)
        answer_wait (self, applicant->message, wait);
      let_go (applicant);
    }
}

static void
on_message_gone_cb (SoupServerMessage *message,
                    gpointer           user_data)
{
  Applicant *applicant = user_data;

  applicant->gone = TRUE;
}

/* People read codes out in groups: "482 913" is the same. */
static char *
strip_code (const char *code)
{
  GString *digits = g_string_new (NULL);

  for (; *code; code++)
    if (!strchr (" -", *code))
      g_string_append_c (digits, *code);
  return g_string_free (digits, FALSE);
}

static char *
find_place (SoupServerMessage *message)
{
  GSocketAddress *address = soup_server_message_get_remote_address (message);

  return lectern_door_count_name (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

/* Takes @device. */
static void
line_up (LecternReception  *self,
         SoupServerMessage *message,
         const char        *code,
         char              *device)
{
  const char *address = soup_server_message_get_remote_host (message);
  Applicant  *applicant = g_new0 (Applicant, 1);

  applicant->reception = g_rc_box_acquire (self);
  applicant->message = g_object_ref (message);
  applicant->address = g_strdup (address ? address : "");
  applicant->place = find_place (message);
  applicant->code = strip_code (code);
  applicant->device = device;
  g_signal_connect (message, "finished", G_CALLBACK (on_message_gone_cb), applicant);
  g_signal_connect (message, "disconnected", G_CALLBACK (on_message_gone_cb), applicant);
  soup_server_message_pause (message);
  g_queue_push_tail (&self->waiting, applicant);
  look_at_next (self);
}

static void
answer_pair (LecternReception  *self,
             SoupServerMessage *message)
{
  GByteArray      *body = g_object_get_data (G_OBJECT (message), BODY_KEY);
  g_autofree char *code = NULL;
  g_autofree char *device = NULL;
  g_autoptr (GError) error = NULL;

  if (body->len > LECTERN_PROTOCOL_REQUEST_MAX)
    answer_refusal (self, message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, "too-large", _ ("The request is too long"));
  else if (!lectern_protocol_decode_pairing ((const char *) body->data, body->len, &code, &device, &error))
    answer_refusal (self, message, SOUP_STATUS_BAD_REQUEST, lectern_protocol_get_code (error), error->message);
  else
    line_up (self, message, code, g_steal_pointer (&device));
}

/* --- what there is ------------------------------------------------------------------------- */

/* An upgrade libsoup goes on with by itself. */
static void
answer_judge (LecternReception  *self,
              SoupServerMessage *message)
{
  if (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Upgrade"))
    return;
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Upgrade", "websocket");
  answer_refusal (self, message, STATUS_UPGRADE_REQUIRED, "upgrade-required", _ ("Panels connect here with a WebSocket"));
}

typedef struct
{
  const char *path;
  const char *method;
  void (*answer) (LecternReception  *self,
                  SoupServerMessage *message);
} Endpoint;

static const Endpoint endpoints[] = {
  { "/api/v1/info", "GET", answer_info },
  { "/api/v1/pair", "POST", answer_pair },
  { LECTERN_RECEPTION_JUDGE_PATH, "GET", answer_judge },
};

static void
refuse_method (LecternReception  *self,
               SoupServerMessage *message,
               const char        *right_one)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Allow", right_one);
  answer_refusal (self, message, SOUP_STATUS_METHOD_NOT_ALLOWED, "wrong-method", _ ("This cannot be done here"));
}

/* Bytes never change under their hash, so the panel's browser may keep them. */
static void
answer_photo (LecternReception  *self,
              SoupServerMessage *message,
              const char        *path)
{
  const char *authorization = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  const char *media_type = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint status = lectern_portraits_find (self->portraits, path, authorization, &bytes, &media_type);

  if (status == SOUP_STATUS_UNAUTHORIZED)
    answer_refusal (self, message, status, "unauthorised", _ ("This is for paired laptops"));
  else if (status == SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE)
    answer_refusal (self, message, status, "too-large", _ ("This picture is too large for a panel"));
  else if (status != SOUP_STATUS_OK)
    answer_refusal (self, message, status, "not-found", _ ("There is nothing here"));
  else
    {
      begin_answer (message, status);
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Cache-Control", "private, max-age=86400, immutable");
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type", media_type);
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
    }
}

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  LecternReception *self = user_data;
  const char       *method = soup_server_message_get_method (message);
  const char       *content_type = NULL;
  g_autoptr (GBytes) page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    {
      if (g_strcmp0 (path, endpoints[i].path) != 0)
        continue;
      if (g_strcmp0 (method, endpoints[i].method) == 0)
        endpoints[i].answer (self, message);
      else
        refuse_method (self, message, endpoints[i].method);
      return;
    }
  if (g_str_has_prefix (path, LECTERN_PORTRAITS_PATH))
    {
      if (g_strcmp0 (method, "GET") == 0)
        answer_photo (self, message, path);
      else
        refuse_method (self, message, "GET");
      return;
    }
  page = self->find_page (path, &content_type);
  if (!page)
    answer_refusal (self, message, SOUP_STATUS_NOT_FOUND, "not-found", _ ("There is nothing here"));
  else if (g_strcmp0 (method, "GET") != 0)
    refuse_method (self, message, "GET");
  else
    answer_page (message, page, content_type);
}

void
lectern_reception_open (LecternEngine   *engine,
                        SoupServer      *server,
                        LecternRefusals *refusals,
                        LecternPageFunc  find_page)
{
  LecternReception *self;

  g_return_if_fail (LECTERN_IS_ENGINE (engine));
  g_return_if_fail (find_page != NULL);

  if (sodium_init () < 0)
    g_error ("the source of random numbers cannot be used");
  self = g_rc_box_new0 (LecternReception);
  self->engine = g_object_ref (engine);
  self->refusals = lectern_refusals_ref (refusals);
  self->limit = lectern_pair_limit_new ();
  self->portraits = lectern_portraits_new (engine);
  self->find_page = find_page;
  g_signal_connect (server, "request-started", G_CALLBACK (on_request_started_cb), NULL);
  soup_server_add_handler (server, NULL, on_request_cb, self, reception_unref);
  soup_server_add_handler (server, LECTERN_RECEPTION_JUDGE_PATH, on_request_cb, g_rc_box_acquire (self), reception_unref);
}
