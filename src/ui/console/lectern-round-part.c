/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which round a part of the results shows. Only the key is kept, for rounds are replaced when
 * they change. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-round-part.h"

typedef struct
{
  char *round;
} LecternRoundPartPrivate;

enum
{
  PROP_0,
  PROP_ROUND,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LecternRoundPart, lectern_round_part, LECTERN_TYPE_CONSOLE_PART)

static void
lectern_round_part_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_ROUND)
    g_value_set_string (value, lectern_round_part_get_key (LECTERN_ROUND_PART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_round_part_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (id == PROP_ROUND)
    lectern_round_part_set_key (LECTERN_ROUND_PART (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_round_part_finalize (GObject *object)
{
  LecternRoundPartPrivate *priv = lectern_round_part_get_instance_private (LECTERN_ROUND_PART (object));
  g_free (priv->round);
  G_OBJECT_CLASS (lectern_round_part_parent_class)->finalize (object);
}

static void
lectern_round_part_class_init (LecternRoundPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = lectern_round_part_get_property;
  object_class->set_property = lectern_round_part_set_property;
  object_class->finalize = lectern_round_part_finalize;
  properties[PROP_ROUND] = g_param_spec_string ("round", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_round_part_init (LecternRoundPart *self)
{
}

const char *
lectern_round_part_get_key (LecternRoundPart *self)
{
  LecternRoundPartPrivate *priv = lectern_round_part_get_instance_private (self);
  g_return_val_if_fail (LECTERN_IS_ROUND_PART (self), NULL);
  return priv->round;
}

void
lectern_round_part_set_key (LecternRoundPart *self,
                            const char       *round)
{
  LecternRoundPartPrivate *priv = lectern_round_part_get_instance_private (self);
  g_return_if_fail (LECTERN_IS_ROUND_PART (self));
  if (g_strcmp0 (priv->round, round) == 0)
    return;
  g_free (priv->round);
  priv->round = g_strdup (round);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUND]);
}

const LecternRound *
lectern_round_part_get_round (LecternRoundPart *self)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  return contest ? lectern_contest_get_round (contest, lectern_round_part_get_key (self)) : NULL;
}

gboolean
lectern_round_part_is_current (LecternRoundPart *self)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  return contest && lectern_round_part_get_round (self) == lectern_contest_get_current_round (contest);
}
