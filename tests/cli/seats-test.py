#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What admits judges' laptops, without a window: codes, cards, the certificate; a seat taken over by another laptop,
from the operator's word to the first state there, with a watch; and how TLS is spoken."""

import hashlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import time

import panel
from desk import Desk, expect, refused, run
from serving import Server, ctl, find_port

TAKEOVER_S = 60


def key_path():
    return os.path.join(os.environ["XDG_DATA_HOME"], "lectern", "host-key.pem")


def short_form(fingerprint):
    digits = fingerprint.split(":")[1][:16].upper()
    return " ".join(digits[i:i + 4] for i in range(0, 16, 4))


def codes(desk):
    file = desk.contest("judges")
    wrong = refused(*ctl("report", file, "cards", "--address", "10.0.0.5", "-o", desk.path("none.pdf"), check=False), 1, "nothing-to-print")
    _, first = ctl("codes", file)
    _, again = ctl("codes", file)
    _, fresh = ctl("codes", file, "--judge", "2")
    by_judge = {c["judge"]: c["code"] for c in first["codes"]}
    wrong += expect(sorted(by_judge), list(range(1, 10)), "judges")
    wrong += expect(all(re.fullmatch("[0-9]{6}", c) for c in by_judge.values()) and len(set(by_judge.values())) == 9, True, by_judge)
    wrong += expect(again, first, "codes that nobody used stay")
    changed = [c["judge"] for c in fresh["codes"] if by_judge[c["judge"]] != c["code"]]
    wrong += expect(changed, [2], "a new code for one")
    wrong += refused(*ctl("codes", file, "--judge", "77", check=False), 1, "not-found")
    said = run("codes", file).stdout.splitlines()
    return wrong + expect(re.fullmatch(r"1\t\S+\t[0-9]{3} [0-9]{3}", said[0]) is not None, True, said[0])


def certificate(desk):
    _, first = ctl("certificate")
    _, again = ctl("certificate")
    with open(key_path(), encoding="ascii") as file:
        der = ssl.PEM_cert_to_DER_cert(re.search("-----BEGIN CERT.*?-----END CERTIFICATE-----", file.read(), re.S).group(0))
    wrong = expect(first["fingerprint"], "sha256:" + hashlib.sha256(der).hexdigest(), "fingerprint")
    wrong += expect(first["short"], short_form(first["fingerprint"]), "short form")
    wrong += expect((again, first["renewed"]), (first, False), "the same again")
    os.chmod(key_path(), 0o644)
    _, renewed = ctl("certificate", "--renew")
    wrong += expect(os.stat(key_path()).st_mode & 0o777, 0o600, "mode of the new one")
    wrong += expect((renewed["renewed"], renewed["fingerprint"] == first["fingerprint"]), (True, False), "renewed")
    wrong += expect(os.listdir(os.path.dirname(key_path())), ["host-key.pem"], "nothing beside it")
    wrong += expect(ctl("certificate")[1]["fingerprint"], renewed["fingerprint"], "afterwards")
    said = run("certificate")
    return wrong + expect(said.stdout.split("\n")[:2], [renewed["fingerprint"], renewed["short"]], "said")


def cards(desk):
    file = desk.contest("judges")
    given = {c["judge"]: c["code"] for c in ctl("codes", file)[1]["codes"]}
    fingerprint = ctl("certificate")[1]["fingerprint"]
    pdf = desk.path("cards.pdf")
    _, answer = ctl("report", file, "cards", "--address", "192.168.1.20", "--address", "https://10.0.0.5:9000/", "-o", pdf)
    wrong = expect(answer["pages"], 3, "nine cards, four to a page")
    wrong += refused(*ctl("report", file, "cards", "--address", "not an address", "-o", pdf, check=False), 1, "bad-input")
    _, one = ctl("report", file, "cards", "--judge", "7", "--address", "[fd00::5]:8443", "-o", desk.path("one.pdf"))
    wrong += expect(one["pages"], 1, "one card")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
        for wanted in ("https://192.168.1.20:8443", "https://10.0.0.5:9000", short_form(fingerprint), "指纹短码"):
            wrong += expect(wanted in text, True, wanted)
        for code in given.values():
            wrong += expect(re.search(code[:3] + r"\s+" + code[3:], text) is not None, True, code)
    if shutil.which("pdftoppm") and shutil.which("zbarimg"):
        picture = str(pdf)[:-4]
        subprocess.run(["pdftoppm", "-r", "150", "-png", pdf, picture], check=True)
        pictures = sorted(str(p) for p in pdf.parent.glob("*.png"))
        seen = subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", *pictures], capture_output=True, text=True, check=True).stdout
        wanted = {"https://192.168.1.20:8443/#code=%s&fp=%s" % (c, fingerprint.split(":")[1]) for c in given.values()}
        wrong += expect(set(seen.split()), wanted, "what a camera sees")
    return wrong


def takeover(desk):
    """A laptop dies. From the operator's word to the first state on the other one, and the old one is out."""
    server = Server(desk.contest("nominees", "judges", "drawn"), find_port())
    server.start()
    where = ("127.0.0.1", server.port, server.fingerprint)
    code = {c["judge"]: c["code"] for c in server.command("codes")["codes"]}[3]
    old_token = panel.pair(*where, code, "the old one")
    old = panel.Socket(*where)
    old.send({"type": "hello", "token": old_token})
    old.expect("state")
    begun = time.monotonic()
    fresh = server.command("code 3")["code"]
    old.send({"type": "ping", "t": 1})
    old.expect("pong")  # until the code is used, the old one goes on
    token = panel.pair(*where, fresh, "the spare one")
    other = panel.Socket(*where)
    other.send({"type": "hello", "token": token})
    state = other.expect("state")
    took = time.monotonic() - begun
    desk.tap.note("a seat was taken over in %.3f s" % took)
    wrong = expect(took < TAKEOVER_S, True, "seconds: %.1f" % took) + expect(state["judge"]["number"], 3, "whose")
    wrong += expect(old.expect("bye")["reason"], "revoked", "the old one")
    late = panel.Socket(*where)
    late.send({"type": "hello", "token": old_token})
    wrong += expect(late.expect("error")["code"], "unauthorised", "the old one again")
    for used in (code, fresh):
        try:
            panel.pair(*where, used, "a third")
            wrong.append("a code worked twice")
        except panel.Refused as refusal:
            wrong += expect(refusal.status, 403, "a used code")
    seats = [s for s in server.command("status")["seats"] if s["judge"] == 3]
    wrong += expect(sorted(s["connected"] for s in seats), [False, True], "seats")
    server.quit()
    return wrong


def tls(desk):
    """1.3 alone, one certificate, no name of anybody in it."""
    server = Server(desk.contest("judges"), find_port())
    server.start()
    wrong = []
    for version, wanted in ((ssl.TLSVersion.TLSv1_2, None), (ssl.TLSVersion.TLSv1_3, "TLSv1.3")):
        context = panel.make_context()
        context.minimum_version = context.maximum_version = version
        try:
            with socket.create_connection(("127.0.0.1", server.port), 5) as plain, context.wrap_socket(plain) as stream:
                got, cipher = stream.version(), stream.cipher()
                wrong += expect(cipher[2] >= 128 and ("GCM" in cipher[0] or "CHACHA20" in cipher[0]), True, cipher)
        except (ssl.SSLError, OSError):
            got = None
        wrong += expect(got, wanted, version.name)
    server.quit()
    return wrong


def main():
    Desk("seats").run(codes, certificate, cards, takeover, tls)


if __name__ == "__main__":
    main()
