/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A main laptop that wants to be found and a panel that looks: over UDP on this machine, and over a
 * stand-in for Avahi on a private bus; with one of them, with both, and with neither. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-avahi.h"
#include "lectern-beacon.h"
#include "lectern-finder.h"

#include <string.h>

#define TITLE "焦作市2018年度微型党课十佳宣讲员评选"
#define FINGERPRINT "sha256:3f9a1c0277de5b88"

typedef struct
{
  guint16        udp_port;
  LecternFinder *finder;
  GPtrArray     *found; /* "address|contest|fingerprint" */
} Fixture;

/* A port nobody has now. */
static guint16
find_port (void)
{
  g_autoptr (GInetAddress) any = g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (any, 0);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr (GSocketAddress) bound = NULL;

  g_assert_true (g_socket_bind (socket, address, FALSE, NULL));
  bound = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

static void
on_found_cb (LecternFinder *finder,
             const char    *address,
             const char    *contest,
             const char    *fingerprint,
             gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->found, g_strdup_printf ("%s|%s|%s", address, contest, fingerprint));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->udp_port = find_port ();
  fixture->found = g_ptr_array_new_with_free_func (g_free);
  fixture->finder = lectern_finder_new ();
  lectern_finder_set_udp_port (fixture->finder, fixture->udp_port);
  g_signal_connect (fixture->finder, "found", G_CALLBACK (on_found_cb), fixture);
}

static gboolean
on_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  lectern_finder_stop (fixture->finder);
  run_for (50);
  g_assert_finalize_object (fixture->finder);
  g_ptr_array_unref (fixture->found);
}

static gboolean
has_found (Fixture    *fixture,
           const char *text)
{
  for (guint i = 0; i < fixture->found->len; i++)
    if (g_str_equal (g_ptr_array_index (fixture->found, i), text))
      return TRUE;
  return FALSE;
}

static gboolean
on_deadline_cb (gpointer user_data)
{
  g_error ("what the test waits for did not come");
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                                           \
  G_STMT_START                                                          \
  {                                                                     \
    guint deadline_ = g_timeout_add_seconds (10, on_deadline_cb, NULL); \
    while (!(condition))                                                \
      g_main_context_iteration (NULL, TRUE);                            \
    g_source_remove (deadline_);                                        \
  }                                                                     \
  G_STMT_END

/* No Avahi: the question on the subnet is enough, and comes again for a laptop that was late. */
static void
test_udp (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (LecternBeacon) beacon = NULL;

  lectern_finder_start (fixture->finder);
  run_for (100);
  g_assert_cmpuint (fixture->found->len, ==, 0);
  beacon = lectern_beacon_new (TITLE, 9443, FINGERPRINT, fixture->udp_port);
  WAIT_UNTIL (has_found (fixture, "127.0.0.1:9443|" TITLE "|" FINGERPRINT));
}

/* What is no question, or a short one, is not answered; and nobody is answered without end. */
static void
test_manners (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternBeacon) beacon = lectern_beacon_new (TITLE, 9443, FINGERPRINT, fixture->udp_port);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr (GSocketAddress) to = g_inet_socket_address_new_from_string ("127.0.0.1", fixture->udp_port);
  char  question[LECTERN_BEACON_LENGTH] = LECTERN_BEACON_QUESTION;
  char  answer[2 * LECTERN_BEACON_LENGTH];
  guint n_answers = 0;

  g_socket_set_blocking (socket, FALSE);
  g_socket_send_to (socket, to, question, strlen (question), NULL, NULL);
  g_socket_send_to (socket, to, question, sizeof question - 1, NULL, NULL);
  g_socket_send_to (socket, to, answer, sizeof answer, NULL, NULL);
  question[0] = 'x';
  g_socket_send_to (socket, to, question, sizeof question, NULL, NULL);
  run_for (200);
  g_assert_cmpint (g_socket_receive (socket, answer, sizeof answer, NULL, NULL), ==, -1);
  question[0] = 'l';
  for (guint i = 0; i < 200; i++)
    g_socket_send_to (socket, to, question, sizeof question, NULL, NULL);
  run_for (200);
  for (gssize length; (length = g_socket_receive (socket, answer, sizeof answer, NULL, NULL)) > 0; n_answers++)
    g_assert_cmpint (length, <, LECTERN_BEACON_LENGTH);
  g_assert_cmpuint (n_answers, >, 0);
  g_assert_cmpuint (n_answers, <=, 40); /* twenty a second, over the turn of a second */
}

/* Answers that are none are passed over. */
static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const answers[] = {
    "", "{", "[]", "{}", "{\"lectern\":2,\"contest\":\"x\",\"port\":1,\"fingerprint\":\"\"}",
    "{\"lectern\":1,\"contest\":7,\"port\":1,\"fingerprint\":\"\"}", "{\"lectern\":1,\"contest\":\"x\",\"port\":0,\"fingerprint\":\"\"}",
    "{\"lectern\":1,\"contest\":\"x\",\"port\":70000,\"fingerprint\":\"\"}", "\xff\xfe",
    "{\"lectern\":1,\"contest\":\"good\",\"port\":1,\"fingerprint\":\"\"}"
  };
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr (GSocketAddress) here = g_inet_socket_address_new_from_string ("127.0.0.1", fixture->udp_port);
  g_autoptr (GSocketAddress) from = NULL;
  char question[LECTERN_BEACON_LENGTH];

  g_assert_true (g_socket_bind (socket, here, FALSE, NULL));
  lectern_finder_start (fixture->finder);
  g_assert_cmpint (g_socket_receive_from (socket, &from, question, sizeof question, NULL, NULL), ==, sizeof question);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_socket_send_to (socket, from, answers[i], strlen (answers[i]), NULL, NULL);
  WAIT_UNTIL (fixture->found->len > 0);
  g_assert_cmpstr (g_ptr_array_index (fixture->found, 0), ==, "127.0.0.1:1|good|");
}

static gboolean
lists (FakeAvahi  *avahi,
       const char *expected)
{
  g_autofree char *names = fake_avahi_list (avahi);

  return g_str_equal (names, expected);
}

/* Announced where Avahi runs, under another name when that one is taken; found by those who look
 * already and by those who come later; gone when the main laptop closes. */
static void
test_avahi (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (FakeAvahi) avahi = fake_avahi_new (2);
  g_autoptr (LecternFinder) late = lectern_finder_new ();
  LecternBeacon *beacon;

  lectern_finder_start (fixture->finder);
  run_for (100);
  beacon = lectern_beacon_new ("决赛", 9443, FINGERPRINT, 0);
  WAIT_UNTIL (lists (avahi, "决赛 3"));
  WAIT_UNTIL (has_found (fixture, "192.0.2.7:9443|决赛|" FINGERPRINT));
  g_ptr_array_set_size (fixture->found, 0);
  g_signal_connect (late, "found", G_CALLBACK (on_found_cb), fixture);
  lectern_finder_set_udp_port (late, fixture->udp_port);
  lectern_finder_start (late);
  WAIT_UNTIL (has_found (fixture, "192.0.2.7:9443|决赛|" FINGERPRINT));
  lectern_finder_stop (late);
  lectern_beacon_free (beacon);
  WAIT_UNTIL (lists (avahi, ""));
}

/* Avahi starts after this program, and starts again. */
static void
test_avahi_later (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (LecternBeacon) beacon = lectern_beacon_new ("决赛", 9443, FINGERPRINT, 0);

  lectern_finder_start (fixture->finder);
  run_for (100);
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (FakeAvahi) avahi = fake_avahi_new (0);

      g_ptr_array_set_size (fixture->found, 0);
      WAIT_UNTIL (lists (avahi, "决赛"));
      WAIT_UNTIL (has_found (fixture, "192.0.2.7:9443|决赛|" FINGERPRINT));
    }
}

/* Stopped before anything came: nothing is told any more, and nothing is left behind. */
static void
test_gone_at_once (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (FakeAvahi) avahi = fake_avahi_new (0);

  for (guint i = 0; i < 20; i++)
    {
      LecternBeacon *beacon = lectern_beacon_new ("决赛", 9443, FINGERPRINT, fixture->udp_port);

      lectern_finder_start (fixture->finder);
      run_for (i % 4);
      lectern_finder_stop (fixture->finder);
      lectern_beacon_free (beacon);
    }
  g_ptr_array_set_size (fixture->found, 0);
  run_for (300);
  g_assert_cmpuint (fixture->found->len, ==, 0);
}

#define ADD(name, test) g_test_add ("/finder/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fake_avahi_prepare_bus ();
  ADD ("udp", test_udp);
  ADD ("manners", test_manners);
  ADD ("nonsense", test_nonsense);
  ADD ("avahi", test_avahi);
  ADD ("avahi-later", test_avahi_later);
  ADD ("gone-at-once", test_gone_at_once);
  return g_test_run ();
}
