/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "console-fixture.h"

G_BEGIN_DECLS

/* Takes pictures of windows, into a folder, at the size of a small and of a larger laptop and of a desk's screen. */
typedef struct
{
  const char *folder;
  int         width;
  int         height;
} ConsoleCamera;

/* Waits until @window is drawn and writes "console-NAME-WIDTHxHEIGHT.png", and the same dark and in high
 * contrast. */
void console_camera_take (const ConsoleCamera *camera,
                          gpointer             window,
                          const char          *name);
/* The main function of a program that takes pictures: words in the language of the environment,
 * @shoot once a size. */
int console_camera_run (int   argc,
                        char *argv[],
                        void (*shoot) (const ConsoleCamera *camera));

G_END_DECLS
