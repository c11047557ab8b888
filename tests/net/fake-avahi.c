/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The few methods of org.freedesktop.Avahi that are used, with the signatures of Avahi 0.8. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-avahi.h"

#define AVAHI "org.freedesktop.Avahi"

typedef struct
{
  char     *group;
  char     *name;
  char     *type;
  guint16   port;
  GVariant *texts;
  gboolean  committed;
} Service;

struct _FakeAvahi
{
  GDBusConnection *bus;
  GPtrArray       *services;
  guint            n_groups;
  guint            n_browsers;
  guint            n_collisions;
};

static GTestDBus *test_bus;

static const char introspection[] =
  "<node>"
  "<interface name='org.freedesktop.Avahi.Server'>"
  "<method name='EntryGroupNew'><arg type='o' direction='out'/></method>"
  "<method name='ServiceBrowserNew'><arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='ResolveService'><arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='i' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='q' direction='out'/><arg type='aay' direction='out'/><arg type='u' direction='out'/></method>"
  "</interface>"
  "<interface name='org.freedesktop.Avahi.EntryGroup'>"
  "<method name='AddService'><arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='q' direction='in'/><arg type='aay' direction='in'/></method>"
  "<method name='Commit'/><method name='Free'/>"
  "</interface>"
  "</node>";

void
fake_avahi_prepare_bus (void)
{
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (test_bus), TRUE);
}

static void
service_free (gpointer data)
{
  Service *service = data;

  g_free (service->group);
  g_free (service->name);
  g_free (service->type);
  g_variant_unref (service->texts);
  g_free (service);
}

static void on_call_cb (GDBusConnection       *bus,
                        const char            *sender,
                        const char            *path,
                        const char            *interface,
                        const char            *method,
                        GVariant              *parameters,
                        GDBusMethodInvocation *invocation,
                        gpointer               user_data);

static const GDBusInterfaceVTable vtable = { .method_call = on_call_cb };

static void export(FakeAvahi  *self,
                   const char *path,
                   guint       interface)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;

  g_dbus_connection_register_object (self->bus, path, node->interfaces[interface], &vtable, self, NULL, &error);
  g_assert_no_error (error);
}

static void
tell_browser (FakeAvahi     *self,
              const char    *path,
              const Service *service)
{
  g_dbus_connection_emit_signal (self->bus, NULL, path, AVAHI ".ServiceBrowser", "ItemNew",
                                 g_variant_new ("(iisssu)", 2, 0, service->name, service->type, "local", 0), NULL);
}

static GVariant *
resolve (FakeAvahi *self,
         GVariant  *parameters)
{
  const char *name;

  g_variant_get (parameters, "(ii&s&s&siu)", NULL, NULL, &name, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < self->services->len; i++)
    {
      const Service *service = g_ptr_array_index (self->services, i);

      if (g_str_equal (service->name, name))
        return g_variant_new ("(iissssisq@aayu)", 2, 0, name, service->type, "local", "main.local", 0, "192.0.2.7",
                              service->port, service->texts, 0);
    }
  return NULL;
}

static gboolean
add_service (FakeAvahi  *self,
             const char *path,
             GVariant   *parameters)
{
  Service *service;

  if (self->n_collisions > 0)
    {
      self->n_collisions--;
      return FALSE;
    }
  service = g_new0 (Service, 1);
  service->group = g_strdup (path);
  g_variant_get (parameters, "(iiussssq@aay)", NULL, NULL, NULL, &service->name, &service->type, NULL, NULL, &service->port, &service->texts);
  g_ptr_array_add (self->services, service);
  return TRUE;
}

static void
commit (FakeAvahi  *self,
        const char *path)
{
  for (guint i = 0; i < self->services->len; i++)
    {
      Service *service = g_ptr_array_index (self->services, i);

      if (!g_str_equal (service->group, path))
        continue;
      service->committed = TRUE;
      for (guint b = 1; b <= self->n_browsers; b++)
        {
          g_autofree char *browser = g_strdup_printf ("/browser%u", b);

          tell_browser (self, browser, service);
        }
    }
}

static void
forget (FakeAvahi  *self,
        const char *path)
{
  for (guint i = self->services->len; i > 0; i--)
    if (g_str_equal (((Service *) g_ptr_array_index (self->services, i - 1))->group, path))
      g_ptr_array_remove_index (self->services, i - 1);
}

static void
browse (FakeAvahi             *self,
        GDBusMethodInvocation *invocation)
{
  g_autofree char *path = g_strdup_printf ("/browser%u", ++self->n_browsers);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  for (guint i = 0; i < self->services->len; i++)
    tell_browser (self, path, g_ptr_array_index (self->services, i));
}

static void
on_call_cb (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  FakeAvahi *self = user_data;

  if (g_str_equal (method, "EntryGroupNew"))
    {
      g_autofree char *group = g_strdup_printf ("/group%u", ++self->n_groups);

      export(self, group, 1);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", group));
    }
  else if (g_str_equal (method, "ServiceBrowserNew"))
    browse (self, invocation);
  else if (g_str_equal (method, "ResolveService"))
    g_dbus_method_invocation_return_value (invocation, resolve (self, parameters));
  else if (g_str_equal (method, "AddService") && !add_service (self, path, parameters))
    g_dbus_method_invocation_return_dbus_error (invocation, AVAHI ".CollisionError", "Local name collision");
  else
    {
      if (g_str_equal (method, "Commit"))
        commit (self, path);
      if (g_str_equal (method, "Free"))
        forget (self, path);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static GVariant *
call_bus (FakeAvahi  *self,
          const char *method,
          GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                  method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

FakeAvahi *
fake_avahi_new (guint n_collisions)
{
  FakeAvahi *self = g_new0 (FakeAvahi, 1);
  g_autoptr (GError) error = NULL;

  self->n_collisions = n_collisions;
  self->services = g_ptr_array_new_with_free_func (service_free);
  self->bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (test_bus),
                                                      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
  export(self, "/", 0);
  g_variant_unref (call_bus (self, "RequestName", g_variant_new ("(su)", AVAHI, 0)));
  return self;
}

void
fake_avahi_free (FakeAvahi *self)
{
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_ptr_array_unref (self->services);
  g_free (self);
}

char *
fake_avahi_list (FakeAvahi *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->services->len; i++)
    {
      const Service *service = g_ptr_array_index (self->services, i);

      if (service->committed)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", service->name);
    }
  return g_string_free (names, FALSE);
}
