/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Many panels in a process of their own, so that their memory and their work are not the main laptop's. Told on
 * standard input: `connect PORT N BARE SMALL`, then a token a line (none when BARE is 1), with small buffers when SMALL is 1; `go BYTES` before each change; `sheet PANEL MESSAGE`; `stall 1`
 * and `stall 0`; `quit`. Answers: `ready`, `set`, and `done MICROSECONDS BYTES` with the monotonic time at which the last panel
 * that reads had read the change; to a sheet, `ack MICROSECONDS` from before it was sent to when its acknowledgement had been read. While stalled, the panels go on sending pings and read nothing. */

#define G_LOG_DOMAIN "lectern-bench"

#include <arpa/inet.h>
#include <fcntl.h>
#include <glib.h>
#include <gnutls/gnutls.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define UPGRADE "GET /api/v1/judge HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" \
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
#define PING "{\"type\":\"ping\",\"t\":1}"
#define PING_US G_USEC_PER_SEC
#define EVENTS 256
#define MESSAGE_MAX 1000
#define SMALL_BUFFER 4096

typedef struct
{
  gnutls_session_t session;
  int              fd;
  gboolean         has_it;
  gboolean         acknowledged;
  gsize            got; /* of a bare message */
} OnePanel;

typedef struct
{
  gnutls_certificate_credentials_t credentials;
  OnePanel                        *panels;
  guint                            n_panels;
  guint                            n_waiting; /* for the change */
  gsize                            bytes;     /* of the latest */
  gboolean                         bare;
  gboolean                         small; /* buffers */
  gboolean                         stalled;
  gboolean                         asked;
  int                              epoll;
} Room;

static void
send_frame (OnePanel   *panel,
            guint8      first,
            const char *text)
{
  guint8 frame[MESSAGE_MAX + 8] = { first };
  gsize  length = strlen (text);
  gsize  head = length < 126 ? 2 : 4;

  g_assert_cmpuint (length, <=, MESSAGE_MAX);
  frame[1] = (guint8) (0x80 | (head == 2 ? length : 126));
  if (head == 4)
    {
      frame[2] = (guint8) (length >> 8);
      frame[3] = (guint8) length;
    }
  memcpy (frame + head + 4, text, length); /* the mask is four noughts */
  gnutls_record_send (panel->session, frame, head + 4 + length);
}

static void
connect_panel (Room       *room,
               OnePanel   *panel,
               guint       i,
               int         port,
               const char *token)
{
  g_autofree char   *from = g_strdup_printf ("127.0.0.%u", 2 + i % 100);
  g_autofree char   *hello = token ? g_strdup_printf ("{\"type\":\"hello\",\"token\":\"%s\"}", token) : NULL;
  struct sockaddr_in source = { .sin_family = AF_INET };
  struct sockaddr_in target = { .sin_family = AF_INET, .sin_port = htons ((guint16) port) };
  const int          small = SMALL_BUFFER;
  const int          yes = 1;
  char               answer[1024];

  panel->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (room->small)
    setsockopt (panel->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  setsockopt (panel->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  inet_pton (AF_INET, from, &source.sin_addr);
  inet_pton (AF_INET, "127.0.0.1", &target.sin_addr);
  g_assert_cmpint (bind (panel->fd, (struct sockaddr *) &source, sizeof source), ==, 0);
  g_assert_cmpint (connect (panel->fd, (struct sockaddr *) &target, sizeof target), ==, 0);
  gnutls_init (&panel->session, GNUTLS_CLIENT | GNUTLS_NO_TICKETS);
  gnutls_priority_set_direct (panel->session, "NORMAL:-VERS-ALL:+VERS-TLS1.3", NULL);
  gnutls_credentials_set (panel->session, GNUTLS_CRD_CERTIFICATE, room->credentials);
  gnutls_transport_set_int (panel->session, panel->fd);
  g_assert_cmpint (gnutls_handshake (panel->session), ==, 0);
  if (!token)
    return;
  gnutls_record_send (panel->session, UPGRADE, strlen (UPGRADE));
  g_assert_cmpint (gnutls_record_recv (panel->session, answer, sizeof answer), >, 0);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 101"));
  send_frame (panel, 0x81, hello);
}

static void
watch_panel (Room     *room,
             OnePanel *panel)
{
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = panel };

  fcntl (panel->fd, F_SETFL, fcntl (panel->fd, F_GETFL) | O_NONBLOCK);
  g_assert_cmpint (epoll_ctl (room->epoll, EPOLL_CTL_ADD, panel->fd, &event), ==, 0);
}

static void
note_change (Room     *room,
             OnePanel *panel)
{
  if (!panel->has_it)
    room->n_waiting--;
  panel->has_it = TRUE;
}

static void
read_panel (Room     *room,
            OnePanel *panel)
{
  char    record[16385];
  ssize_t n;

  while ((n = gnutls_record_recv (panel->session, record, sizeof record - 1)) > 0)
    {
      record[n] = '\0';
      panel->got += (gsize) n;
      if (!room->bare && memmem (record, (gsize) n, "\"type\":\"error\"", 14) != NULL)
        g_error ("refused: %s", record + 2);
      panel->acknowledged |= !room->bare && memmem (record, (gsize) n, "\"type\":\"ack\"", 12) != NULL;
      if ((guint8) record[0] == 0x89)
        send_frame (panel, 0x8a, "");
      else if (room->bare ? panel->got >= room->bytes : memmem (record, (gsize) n, "\"type\":\"state\"", 14) != NULL)
        {
          room->bytes = room->bare ? room->bytes : (gsize) n;
          note_change (room, panel);
        }
    }
  g_assert_true (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
}

static void
read_panels (Room *room,
             int   wait_ms)
{
  struct epoll_event events[EVENTS];
  int                n = epoll_wait (room->epoll, events, EVENTS, wait_ms);

  for (int i = 0; i < n; i++)
    if (events[i].data.ptr)
      read_panel (room, events[i].data.ptr);
    else
      room->asked = TRUE;
}

/* Judges' panels say every second that they are there; those that stalled, too. */
static void
ping_all (Room *room)
{
  if (!room->bare)
    for (guint i = 0; i < room->n_panels; i++)
      send_frame (&room->panels[i], 0x81, PING);
}

static void
begin_change (Room *room,
              gsize bytes)
{
  room->n_waiting = room->n_panels;
  room->bytes = bytes;
  for (guint i = 0; i < room->n_panels; i++)
    {
      room->panels[i].has_it = FALSE;
      room->panels[i].got = 0;
    }
}

static void
stall (Room    *room,
       gboolean stalled)
{
  if (room->stalled == stalled)
    return;
  room->stalled = stalled;
  for (guint i = 0; i < room->n_panels; i++)
    {
      struct epoll_event event = { .events = EPOLLIN, .data.ptr = &room->panels[i] };

      epoll_ctl (room->epoll, stalled ? EPOLL_CTL_DEL : EPOLL_CTL_ADD, room->panels[i].fd, &event);
    }
}

static void
wait_for_change (Room *room)
{
  while (room->n_waiting > 0)
    read_panels (room, -1);
  printf ("done %" G_GINT64_FORMAT " %zu\n", g_get_monotonic_time (), room->bytes);
  fflush (stdout);
}

/* A judge hands in: @line is the panel's number and the message. */
static void
hand_in (Room       *room,
         const char *line)
{
  char     *message;
  guint64   i = g_ascii_strtoull (line, &message, 10);
  OnePanel *panel;
  gint64    since_us;

  g_assert_cmpuint (i, <, room->n_panels);
  panel = &room->panels[i];
  panel->acknowledged = FALSE;
  g_strstrip (message);
  since_us = g_get_monotonic_time ();
  send_frame (panel, 0x81, message);
  while (!panel->acknowledged)
    read_panels (room, -1);
  printf ("ack %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - since_us);
  fflush (stdout);
}

static void
connect_all (Room       *room,
             const char *line)
{
  int  port, bare, small;
  char token[200];

  g_assert_cmpint (sscanf (line, "connect %d %u %d %d", &port, &room->n_panels, &bare, &small), ==, 4);
  room->bare = bare;
  room->small = small;
  room->panels = g_new0 (OnePanel, room->n_panels);
  for (guint i = 0; i < room->n_panels; i++)
    {
      if (!bare && !fgets (token, sizeof token, stdin))
        g_error ("a token is missing");
      connect_panel (room, &room->panels[i], i, port, bare ? NULL : g_strchomp (token));
      watch_panel (room, &room->panels[i]);
      read_panels (room, 0);
    }
}

static void
serve_commands (Room *room)
{
  char   line[MESSAGE_MAX];
  gint64 pinged_us = g_get_monotonic_time ();

  for (;;)
    {
      room->asked = FALSE;
      while (!room->asked)
        {
          read_panels (room, 100);
          if (g_get_monotonic_time () - pinged_us > PING_US)
            {
              ping_all (room);
              pinged_us = g_get_monotonic_time ();
            }
        }
      if (!fgets (line, sizeof line, stdin) || g_str_has_prefix (line, "quit"))
        return;
      if (g_str_has_prefix (line, "stall "))
        {
          stall (room, line[6] == '1');
          continue;
        }
      if (g_str_has_prefix (line, "sheet "))
        {
          hand_in (room, line + 6);
          continue;
        }
      begin_change (room, strtoul (line + 3, NULL, 10));
      puts ("set");
      fflush (stdout);
      wait_for_change (room);
    }
}

int
main (void)
{
  Room               room = { .epoll = epoll_create1 (EPOLL_CLOEXEC) };
  struct epoll_event event = { .events = EPOLLIN };
  struct rlimit      files;
  char               line[200];

  setvbuf (stdin, NULL, _IONBF, 0); /* so that epoll sees what is left */
  getrlimit (RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit (RLIMIT_NOFILE, &files);
  gnutls_certificate_allocate_credentials (&room.credentials);
  if (!fgets (line, sizeof line, stdin))
    return 1;
  connect_all (&room, line);
  g_assert_cmpint (epoll_ctl (room.epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event), ==, 0);
  puts ("ready");
  fflush (stdout);
  serve_commands (&room);
  return 0;
}
