/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which address people are told, from lists made by hand and from this machine's own; and that a change
 * of the network is heard of, where the test may make one. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-door-count.h"
#include "lectern-venue.h"

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void
address_free (gpointer data)
{
  lectern_venue_address_free (data);
}

static GPtrArray *
make_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (address_free);

  g_ptr_array_add (list, lectern_venue_address_new ("wlan0", "192.168.1.20", 3));
  g_ptr_array_add (list, lectern_venue_address_new ("eth0", "10.0.0.5", 2));
  g_ptr_array_add (list, lectern_venue_address_new ("eth0", "2001:db8::5", 1));
  return list;
}

static void
test_choose (void)
{
  static const struct
  {
    const char *bind;
    const char *chosen;
  } rows[] = {
    { NULL, "192.168.1.20" },
    { "0.0.0.0", "192.168.1.20" },
    { "::", "192.168.1.20" },
    { "eth0", "10.0.0.5" },
    { "eth1", NULL },
    { "10.0.0.5", "10.0.0.5" },
    { "10.9.9.9", "10.9.9.9" }, /* asked for by name: it may come back */
    { "127.0.0.1", "127.0.0.1" },
    { "localhost", "127.0.0.1" },
  };
  g_autoptr (GPtrArray) list = make_list ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chosen = lectern_venue_choose (list, rows[i].bind);

      g_assert_cmpstr (chosen, ==, rows[i].chosen);
    }
  g_assert_null (lectern_venue_choose (none, NULL)); /* in no network: no loopback address instead */
}

static void
test_write_all (void)
{
  g_autoptr (GPtrArray) list = make_list ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (GStrv) every = lectern_venue_write_all (list, NULL, 8443);
  g_auto (GStrv) of_eth0 = lectern_venue_write_all (list, "eth0", 8443);
  g_auto (GStrv) bound = lectern_venue_write_all (list, "2001:db8::5", 9000);
  g_auto (GStrv) nowhere = lectern_venue_write_all (none, NULL, 8443);

  /* The likely one first; what is not listened on is not told. */
  g_assert_cmpuint (g_strv_length (every), ==, 2);
  g_assert_cmpstr (every[0], ==, "https://192.168.1.20:8443");
  g_assert_cmpstr (every[1], ==, "https://10.0.0.5:8443");
  g_assert_cmpuint (g_strv_length (of_eth0), ==, 1);
  g_assert_cmpstr (of_eth0[0], ==, "https://10.0.0.5:8443");
  g_assert_cmpuint (g_strv_length (bound), ==, 1);
  g_assert_cmpstr (bound[0], ==, "https://[2001:db8::5]:9000");
  g_assert_cmpuint (g_strv_length (nowhere), ==, 0);
}

static void
test_list_of (void)
{
  g_autoptr (GPtrArray) list = make_list ();
  g_auto (GStrv) of_eth0 = lectern_venue_list_of (list, "eth0");
  g_auto (GStrv) of_none = lectern_venue_list_of (list, "eth1");

  g_assert_cmpuint (g_strv_length (of_eth0), ==, 2);
  g_assert_cmpstr (of_eth0[0], ==, "10.0.0.5");
  g_assert_cmpuint (g_strv_length (of_none), ==, 0);
}

/* This machine's own: whatever there is, no loopback and no link-local one, the best first. */
static void
test_own (void)
{
  g_autoptr (GPtrArray) list = lectern_venue_list_addresses ();

  for (guint i = 0; i < list->len; i++)
    {
      const LecternVenueAddress *entry = g_ptr_array_index (list, i);
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (entry->address);

      g_assert_nonnull (address);
      g_assert_false (g_inet_address_get_is_loopback (address));
      g_assert_false (g_inet_address_get_is_any (address));
      g_assert_true (lectern_venue_is_interface (entry->interface));
      if (i > 0)
        g_assert_cmpint (entry->rating, <=, ((LecternVenueAddress *) g_ptr_array_index (list, i - 1))->rating);
    }
  g_assert_false (lectern_venue_is_interface ("127.0.0.1"));
  g_assert_false (lectern_venue_is_interface ("no-such-interface"));
  g_assert_false (lectern_venue_is_interface (NULL));
}

static gboolean
on_changed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* In a network of its own, where this test may switch things on. */
static void
test_watch (void)
{
  g_autoptr (GSource) watch = NULL;
  struct ifreq request = { .ifr_name = "lo" };
  gboolean     changed = FALSE;
  int          fd;

  if (unshare (CLONE_NEWNET) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    {
      g_test_skip ("no network of its own to be had here");
      return;
    }
  watch = lectern_venue_watch_new ();
  g_assert_nonnull (watch);
  g_source_set_callback (watch, on_changed_cb, &changed, NULL);
  g_source_attach (watch, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (changed);
  fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  g_assert_cmpint (ioctl (fd, SIOCSIFFLAGS, &request), ==, 0);
  for (guint i = 0; i < 200 && !changed; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (10000);
  g_assert_true (changed);
  g_source_destroy (watch);
  close (fd);
}

/* --- who counts as one address ------------------------------------------------------------- */

#define SECOND G_USEC_PER_SEC

static void
test_names (void)
{
  static const struct
  {
    const char *address;
    const char *name;
  } rows[] = {
    { "10.0.0.5", "10.0.0.5" },
    { "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::" },
    { "2001:db8:1:2::9", "2001:db8:1:2::" },
    { "2001:db8:1:3::9", "2001:db8:1:3::" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (rows[i].address);
      g_autofree char *name = lectern_door_count_name (address);

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

static void
test_at_once (void)
{
  g_autoptr (LecternDoorCount) count = lectern_door_count_new (3, 100);

  for (guint i = 0; i < 3; i++)
    g_assert_true (lectern_door_count_enter (count, "a", 0));
  g_assert_false (lectern_door_count_enter (count, "a", 0));
  g_assert_true (lectern_door_count_enter (count, "b", 0));
  lectern_door_count_leave (count, "a");
  g_assert_true (lectern_door_count_enter (count, "a", 0));
  lectern_door_count_leave (count, "nobody");
}

/* Twice as many as a second allows at first, then as many as it allows. */
static void
test_arrivals (void)
{
  g_autoptr (LecternDoorCount) count = lectern_door_count_new (1000, 10);
  guint n_entered = 0;

  for (guint ms = 0; ms < 5000; ms++)
    if (lectern_door_count_enter (count, "a", (gint64) ms * 1000))
      {
        n_entered++;
        lectern_door_count_leave (count, "a");
      }
  g_assert_cmpuint (n_entered, >=, 68);
  g_assert_cmpuint (n_entered, <=, 70);
}

static void
test_forgets (void)
{
  g_autoptr (LecternDoorCount) count = lectern_door_count_new (3, 10);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("10.0.%u.%u", i / 256, i % 256);

      if (lectern_door_count_enter (count, name, 0) && i != 7)
        lectern_door_count_leave (count, name);
    }
  g_assert_cmpuint (lectern_door_count_get_n_addresses (count), <=, 4096);
  lectern_door_count_tidy (count, SECOND);
  g_assert_cmpuint (lectern_door_count_get_n_addresses (count), >, 1);
  lectern_door_count_tidy (count, 3 * SECOND);
  g_assert_cmpuint (lectern_door_count_get_n_addresses (count), ==, 1); /* who is still here */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/venue/choose", test_choose);
  g_test_add_func ("/venue/list-of", test_list_of);
  g_test_add_func ("/venue/write-all", test_write_all);
  g_test_add_func ("/venue/own", test_own);
  g_test_add_func ("/door-count/names", test_names);
  g_test_add_func ("/door-count/at-once", test_at_once);
  g_test_add_func ("/door-count/arrivals", test_arrivals);
  g_test_add_func ("/door-count/forgets", test_forgets);
  g_test_add_func ("/venue/watch", test_watch); /* the last: it leaves this machine's network */
  return g_test_run ();
}
