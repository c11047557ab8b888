/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-preflight.h"

G_BEGIN_DECLS

/* Notes what this laptop tells without a window of the disk @path lies on, of power and of its clock, and that it
 * was asked. It writes nothing and takes no time. */
void lectern_laptop_read (const char            *path,
                          LecternPreflightFacts *facts);
/* How long a small write in the folder of @path needs until it is safe, in microseconds, by a file that is gone
 * afterwards; LECTERN_NULL: nothing could be written. Takes as long as some such writes. */
gint64 lectern_laptop_measure_write (const char *path);
/* Whether both lie on one disk, as far as the system tells one disk from another. */
gboolean lectern_laptop_is_one_disk (const char *path,
                                     const char *other);
/* @root: where the kernel lists its power supplies, NULL: the usual place. @percent: LECTERN_NULL without a battery. */
void lectern_laptop_read_power (const char   *root,
                                LecternTruth *mains,
                                gint64       *percent);

G_END_DECLS
