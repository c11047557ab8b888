#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Signed bundles of results from the command line: written, checked where the contest is not, changed in every
way a liar has, signed by somebody else; and a heat from another hall taken into the contest. Where openssl is
there, the signature is checked by it too: nothing of the project vouches for itself."""

import hashlib
import json
import os
import re
import shutil
import subprocess

from desk import JUDGES, NOMINEE_HEADER, ROSTER, Desk, expect, make_csv, meaning, refused
from serving import CTL, ctl

CRITERIA = ["content", "language", "courseware", "bearing", "effect"]


def show(file):
    return ctl("show", file)[1]


def mark(desk, file, shift=0):
    """Marks and times for every entry of the current round, from every judge who may mark it."""
    shown = show(file)
    rows, times = [["lot", "judge", *CRITERIA]], [["lot", "seconds"]]
    for i, nominee in enumerate(shown["nominees"]):
        if nominee["lot"] is None:
            continue
        times.append([nominee["lot"], 355 + nominee["lot"]])
        for judge in shown["judges"]:
            if judge["active"] and judge["unit"] != nominee["unit"]:
                content = 400 - 4 * i - shift - judge["number"] % 3
                rows.append([nominee["lot"], judge["number"], "%d.%d" % divmod(content, 10), 24, 14, 9, 9])
    ctl("import", file, "marks", desk.write("m.csv", make_csv(rows)))
    ctl("import", file, "times", desk.write("t.csv", make_csv(times)))


def finalised(desk):
    file = desk.contest("nominees", "judges", "drawn")
    mark(desk, file)
    ctl("finalise", file)
    return file


def export(desk, file, home=None):
    out = desk.path("bundle.json")
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home)) if home else None
    done = subprocess.run([CTL, "--json", "export", str(file), "-o", str(out)], capture_output=True, text=True, env=env, timeout=60)
    if done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)
    return out, json.loads(done.stdout)


def checked_without_the_contest(desk):
    file = finalised(desk)
    _, rank = ctl("rank", file)
    before = meaning(file)
    out, answer = export(desk, file)
    wrong = expect(meaning(file), before, "the file")
    os.unlink(file)
    status, proof = ctl("verify", out)
    bundle = json.loads(out.read_text())
    wrong += expect((status, proof["verified"], proof["fingerprint"], proof["rehearsal"]), (0, True, answer["fingerprint"], False), "verify")
    wrong += expect(proof["fingerprint"], "sha256:" + hashlib.sha256(bytes.fromhex(bundle["key"])).hexdigest(), "fingerprint")
    wrong += expect(sorted((r["rank"], r["final"], r["award"]) for r in bundle["results"]), sorted((e["rank"], e["final"], e["award"]) for e in rank["entries"]), "results")
    wrong += expect(len(bundle["sheets"]), sum(len(e["sheets"]) for e in rank["entries"]), "sheets")
    wrong += expect({type(m) for s in bundle["sheets"] for m in [s["total"], *s["marks"].values()]}, {str}, "marks are decimal strings")
    wrong += expect((bundle["journal"]["seq"], len(bundle["journal"]["hash"])), (proof["journal"]["seq"], 64), "journal")
    wrong += expect({k for n in bundle["nominees"] for k in n} & {"phone", "born"}, set(), "what is nobody's business")
    return wrong + expect(ctl("verify", out, "--key", answer["fingerprint"])[0], 0, "verify with the key")


def signature_by_openssl(desk):
    """As docs/bundle.md tells it; passes where there is no openssl of version 3."""
    if shutil.which("openssl") is None or not subprocess.run(["openssl", "version"], capture_output=True, text=True).stdout.startswith("OpenSSL 3"):
        return []
    out, _ = export(desk, finalised(desk))
    text = out.read_bytes()
    bundle = json.loads(text)
    signed = desk.write("signed", text.replace(bundle["signature"].encode(), b""))
    signature = desk.write("signature", bytes.fromhex(bundle["signature"]))
    key = desk.write("key.der", bytes.fromhex("302a300506032b6570032100" + bundle["key"]))
    done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", str(key), "-rawin", "-in", str(signed),
                           "-sigfile", str(signature)], capture_output=True, text=True)
    return expect(done.returncode, 0, done.stdout + done.stderr)


def other_digit(match):
    """The same with another last digit."""
    text = match.group(0)
    return text[:-2] + ("1" if text[-2] == "0" else "0") + '"'


def whatever_is_changed_is_found(desk):
    out, _ = export(desk, finalised(desk))
    text = out.read_text()
    changes = {
        "a mark": (r'"content":"39.\d"', '"content":"40"'), "a total": (r'"total":"9\d', '"total":"99'), "a final": (r'"final":"9', '"final":"8'),
        "a rank": (r'"rank":1,', '"rank":2,'), "an award": ('"award":"merit"', '"award":"top-ten"'), "a name": ('"name":"王韦"', '"name":"王伟"'),
        "a time": (r'"time_ms":35', '"time_ms":34'), "a rule": ('"trim_low":1', '"trim_low":0'), "a space": ('"units":', '"units": '),
        "a letter as an escape": ('"title":"', '"title":"\\\\u7126'), "the journal": ('"seq":', '"seq":1'), "the key": (r'"key":"[0-9a-f]{64}"', other_digit),
        "the signature": (r'"signature":"[0-9a-f]{128}"', other_digit), "the version": ('"lectern_bundle":1', '"lectern_bundle":2'),
        "a line": (r'\n\{"round":"final"[^\n]*"kind"[^\n]*|\n\{"round":"final","nominee":1,"judge"[^\n]*', ""), "the end": (r"\}\n$", "}"), "an addition": (r"^\{", '{"a":1,'),
    }
    wrong = []
    for what, (old, new) in changes.items():
        changed = re.sub(old, new, text, count=1)
        wrong += [] if changed != text else [what + " was not changed by the test"]
        status, answer = ctl("verify", desk.write("b.json", changed), check=False)
        if status != 1 or answer["error"]["code"] not in ("bad-bundle", "bad-signature"):
            wrong.append("%s: %d %s" % (what, status, answer))
    return wrong


def a_consistent_lie_has_no_signature(desk):
    """Mark, total, mean, final: all of them as they would be, but nobody has the key."""
    file = finalised(desk)
    out, _ = export(desk, file)
    liar = desk.path("liar.lectern")
    shutil.copy(file, liar)
    reopened = json.loads(out.read_text())
    other = desk.contest("nominees", "judges", "drawn")
    mark(desk, other, shift=5)
    ctl("finalise", other)
    lie = json.loads(export(desk, other)[0].read_text())
    text = out.read_text()
    for line_old, line_new in zip(text.split("\n"), export(desk, other)[0].read_text().split("\n")):
        if '"marks"' in line_old or '"mean"' in line_old:
            text = text.replace(line_old, line_new)
    wrong = expect((json.loads(text)["results"], json.loads(text)["sheets"][0]["marks"]), (lie["results"], lie["sheets"][0]["marks"]), "the lie is whole")
    wrong += expect(json.loads(text)["signature"], reopened["signature"], "the signature is the old one")
    return wrong + refused(*ctl("verify", desk.write("b.json", text), check=False), 1, "bad-signature")


def somebody_else_has_another_fingerprint(desk):
    file = finalised(desk)
    _, mine = export(desk, file)
    out, theirs = export(desk, file, home=desk.path("another"))
    wrong = expect(mine["fingerprint"] != theirs["fingerprint"], True, "fingerprints")
    wrong += expect(ctl("verify", out)[1]["fingerprint"], theirs["fingerprint"], "what verify prints")
    return wrong + refused(*ctl("verify", out, "--key", mine["fingerprint"], check=False), 1, "bad-signature")


def before_the_end(desk):
    """A bundle of a contest that is under way is a bundle too; what can't be written is not."""
    file = desk.contest("nominees", "judges", "drawn")
    out, _ = export(desk, file)
    wrong = expect(ctl("verify", out)[1]["rounds"], [{"key": "final", "state": "drawn", "revision": 0}], "rounds")
    wrong += expect(ctl("export", file, "-o", desk.folder / "nowhere" / "b.json", check=False)[0], 3, "a folder that is not there")
    wrong += refused(*ctl("export", file, check=False), 2, "usage") + refused(*ctl("export", file, "-o", desk.path("b.txt"), check=False), 2, "usage")
    wrong += refused(*ctl("verify", file, "--key", "sha256:00", check=False), 2, "usage")
    return wrong + refused(*ctl("verify", desk.write("b.json", "{}"), check=False), 1, "bad-bundle")


# Two halls --------------------------------------------------------------------------------------

def make_rules(desk, **other):
    rules = show(desk.contest())["rules"]
    units = [u["key"] for u in rules["units"]]
    rules["rounds"] = [{"key": "a", "name": "A组", "advance": 7, "into": "final", "units": units[:7]},
                       {"key": "b", "name": "B组", "advance": 6, "into": "final", "units": units[7:]}, {"key": "final", "name": "决赛"}]
    rules.update(other)
    return desk.write("heats.json", json.dumps(rules))


def jury(desk, first, last):
    rows = [["编号", "姓名"]] + [[n, "评委" + "甲乙丙丁戊己庚辛壬"[n - 1]] for n in range(first, last + 1)]
    return desk.write("judges.csv", make_csv(rows))


def two_halls(desk, rules=None, roster=ROSTER):
    """A contest and its copy for the other hall, each with judges of its own."""
    here = desk.path("here.lectern")
    ctl("new", here, "--template", rules or make_rules(desk))
    ctl("import", here, "nominees", roster)
    there = desk.path("there.lectern")
    shutil.copy(here, there)
    ctl("import", here, "judges", jury(desk, 1, 4))
    ctl("import", there, "judges", jury(desk, 5, 9))
    return here, there


def run_heat(desk, file, key):
    if show(file)["round"] != key:
        ctl("open-round", file, key)
    ctl("draw", file, "--seed", key)
    mark(desk, file)
    ctl("finalise", file)


def a_heat_from_another_hall(desk):
    here, there = two_halls(desk)
    run_heat(desk, there, "b")
    out, answer = export(desk, there, home=desk.path("other-laptop"))
    _, rank_there = ctl("rank", there, "--round", "b")
    ctl("draw", here, "--seed", "a")
    mark(desk, here)  # hall A is in the middle of its heat
    _, taken = ctl("import", here, "round", out)
    shown = show(here)
    wrong = expect((taken["round"], taken["fingerprint"]), ("b", answer["fingerprint"]), "answer")
    heat = next(r for r in shown["rounds"] if r["key"] == "b")
    wrong += expect((heat["state"], heat["origin"], heat["seed"], shown["round"]), ("finalised", answer["fingerprint"], "b", "a"), "round")
    wrong += expect(ctl("rank", here, "--round", "b")[1], rank_there, "its ranking")
    wrong += expect([j["active"] for j in shown["judges"]], [True] * 4 + [False] * 5, "the panel here")
    before = meaning(here)
    wrong += refused(*ctl("import", here, "round", out, check=False), 1, "already-drawn") + expect(meaning(here), before, "the file")
    ctl("finalise", here)
    wrong += expect(ctl("open-round", here, "final")[1]["entrants"], 13, "finalists")
    ctl("draw", here, "--seed", "final")
    mark(desk, here)
    ctl("finalise", here)
    wrong += expect(ctl("rank", here, "--round", "b")[1], rank_there, "its ranking after the final")
    wrong += expect(ctl("verify", here)[0], 0, "verify") + expect("Took “B组” from another laptop" in meaning(here), True, "the journal")
    whole, _ = export(desk, here)
    return wrong + expect(ctl("verify", whole)[0], 0, "the bundle of the whole")


def refuse_heat(desk, here, bundle, code, what, words):
    before = meaning(here)
    status, answer = ctl("import", here, "round", bundle, check=False)
    wrong = ["%s: %s" % (what, w) for w in refused(status, answer, 1, code)]
    return wrong + expect(meaning(here), before, "the file after " + what) + expect(words in answer.get("error", {}).get("message", ""), True, "%s: %s" % (what, answer))


def heats_that_do_not_fit(desk):
    here, there = two_halls(desk)
    early, _ = export(desk, there)
    wrong = refuse_heat(desk, here, early, "not-found", "nothing finalised", "no finalised round")
    run_heat(desk, there, "b")
    good, _ = export(desk, there)
    damaged = desk.write("d.json", good.read_text().replace('"rank":1,', '"rank":2,', 1))
    wrong += refuse_heat(desk, here, damaged, "bad-signature", "a damaged bundle", "changed since it was signed")
    rubric = show(there)["rules"]["rubric"]
    rubric[0]["max"] = "50"
    for what, rules, words in (("another rubric", {"rubric": rubric}, "rubric"), ("other rules", {"panel": {"trim_low": 0, "trim_high": 0, "trim_from": 5}}, "other rules"),
                               ("another contest", {"title": "别的比赛"}, "别的比赛")):
        other, _ = two_halls(desk, make_rules(desk, **rules))
        wrong += refuse_heat(desk, other, good, "bad-input", what, words)
    roster = ROSTER.read_text().replace("张䶮", "张龚").replace("林致远", "林致近")
    other, _ = two_halls(desk, roster=desk.write("r.csv", roster))
    wrong += refuse_heat(desk, other, good, "bad-input", "another nominee", "not the same nominee")
    ctl("import", other := two_halls(desk)[0], "judges", desk.write("j.csv", "编号,姓名\n5,别人\n"))
    wrong += refuse_heat(desk, other, good, "bad-input", "another judge", "Judge 5")
    less = desk.path("less.lectern")
    ctl("new", less, "--template", make_rules(desk))
    ctl("import", less, "nominees", desk.write("r.csv", "".join(ROSTER.read_text().splitlines(True)[:-1])))
    wrong += refuse_heat(desk, less, good, "bad-input", "a nominee who is missing here", "")
    more, fewer = two_halls(desk, roster=desk.write("r.csv", NOMINEE_HEADER + "市国资委,甲,党员,题,3,有\n市教育局,乙,党员,题,3,有\n"))
    shutil.copy(more, fewer)
    ctl("import", fewer, "nominees", desk.write("r.csv", NOMINEE_HEADER + "市国资委,丙,党员,题,3,有\n"))
    ctl("import", more, "judges", jury(desk, 5, 9))
    run_heat(desk, more, "b")
    wrong += refuse_heat(desk, fewer, export(desk, more)[0], "bad-input", "a nominee who speaks here only", "丙 speaks in “B组” here")
    wrong += refused(*ctl("import", here, "round", good, "--round", "a", check=False), 1, "not-found")
    wrong += refused(*ctl("import", here, "round", good, "--dry-run", check=False), 2, "usage") + refused(*ctl("import", here, "judges", JUDGES, "--round", "a", check=False), 2, "usage")
    ctl("import", here, "round", good)
    return wrong + expect(ctl("verify", here)[0], 0, "verify")


def a_rehearsal_stays_out(desk):
    here, there = two_halls(desk)
    folder = desk.path("out")
    ctl("rehearse", there, "-o", folder, "--speed", "50000")
    bundle, _ = export(desk, folder / "contest.lectern")
    wrong = expect(ctl("verify", bundle)[1]["rehearsal"], True, "verify says so")
    before = meaning(here)
    status, answer = ctl("import", here, "round", bundle, "--round", "b", check=False)
    return wrong + refused(status, answer, 1, "bad-input") + expect("rehearsal" in answer["error"]["message"], True, answer) + expect(meaning(here), before, "the file")


if __name__ == "__main__":
    Desk("cli/bundle").run(checked_without_the_contest, signature_by_openssl, whatever_is_changed_is_found, a_consistent_lie_has_no_signature,
                           somebody_else_has_another_fingerprint, before_the_end, a_heat_from_another_hall, heats_that_do_not_fit, a_rehearsal_stays_out)
