#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Pictures of the browser panel in every state, on a laptop, a large screen and a tablet held upright, in the
language of LANGUAGE and into the folder of the first argument."""

import os
import sys

from scenes import play, prepare
from seats import Hall

SIZES = ((1366, 768), (1920, 1080), (768, 1024))
# Dark and strong contrast once each.
MEDIA = {"dark": {"name": "prefers-color-scheme", "value": "dark"}, "contrast": {"name": "prefers-contrast", "value": "more"}}


def main():
    folder = sys.argv[1]
    language = "zh-CN" if os.environ.get("LANGUAGE", "zh").startswith("zh") else "en"
    hall = Hall()
    try:
        prepare(hall)
        browser = hall.open_browser(language=language)
        for name, _ in play(hall, browser):
            for width, height in SIZES:
                browser.set_size(width, height)
                browser.settle()
                browser.picture(os.path.join(folder, "web-%s-%dx%d.png" % (name, width, height)))
            for kind, feature in MEDIA.items() if name == "received" else ():
                browser.set_size(*SIZES[0])
                browser.cdp("Emulation.setEmulatedMedia", features=[feature])
                browser.settle()
                browser.picture(os.path.join(folder, "web-%s-%s.png" % (name, kind)))
                browser.cdp("Emulation.setEmulatedMedia", features=[])
            browser.set_size(*SIZES[0])
    finally:
        hall.close()


if __name__ == "__main__":
    main()
