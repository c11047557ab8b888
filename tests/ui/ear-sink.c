/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "ear-sink.h"

#include <gst/base/gstbasesink.h>

#define RATE 48000
#define SILENCE 64

typedef struct
{
  GstBaseSink parent;
} EarSink;

typedef struct
{
  GstBaseSinkClass parent;
} EarSinkClass;

static gint n_loud, peak; /* of all ears together */

GType ear_sink_get_type (void);
G_DEFINE_TYPE (EarSink, ear_sink, GST_TYPE_BASE_SINK)

static GstStaticPadTemplate template = GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS ("audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved"));

static GstFlowReturn
ear_sink_render (GstBaseSink *sink,
                 GstBuffer   *buffer)
{
  GstMapInfo map;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return GST_FLOW_ERROR;
  for (gsize i = 0; i + 1 < map.size; i += 2)
    {
      int level = ABS ((int) (gint16) (map.data[i] | map.data[i + 1] << 8));

      if (level > SILENCE)
        g_atomic_int_inc (&n_loud);
      if (level > g_atomic_int_get (&peak))
        g_atomic_int_set (&peak, level);
    }
  gst_buffer_unmap (buffer, &map);
  return GST_FLOW_OK;
}

static void
ear_sink_class_init (EarSinkClass *klass)
{
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &template);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Ear", "Sink/Audio", "Hears what is played", "Lectern");
  GST_BASE_SINK_CLASS (klass)->render = ear_sink_render;
}

static void
ear_sink_init (EarSink *self)
{
}

gboolean
ear_sink_register (void)
{
  return gst_init_check (NULL, NULL, NULL) && gst_element_register (NULL, "earsink", GST_RANK_PRIMARY + 1000, ear_sink_get_type ());
}

static int
take (gint *count)
{
  int was = g_atomic_int_get (count);

  while (!g_atomic_int_compare_and_exchange (count, was, 0))
    was = g_atomic_int_get (count);
  return was;
}

guint
ear_sink_take_ms (void)
{
  return (guint) take (&n_loud) / (RATE / 1000);
}

guint
ear_sink_take_peak (void)
{
  return (guint) take (&peak);
}
