-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Lectern developers
-- The contest file, version 2: rulings, absences, two timers, paper sheets keyed twice, re-checks,
-- flags, heats, and what was taken back. Every new column may be NULL, which means what version 1
-- meant, so that the journal of an older file replays unchanged. The program runs this with foreign
-- keys off and checks them before it commits.

ALTER TABLE round ADD COLUMN "into" TEXT;
ALTER TABLE round ADD COLUMN units TEXT CHECK (units IS NULL OR json_valid (units));
ALTER TABLE round ADD COLUMN closed_by TEXT;
ALTER TABLE round ADD COLUMN checked_by TEXT;
ALTER TABLE round ADD COLUMN origin TEXT;

ALTER TABLE judge ADD COLUMN left_reason TEXT;
ALTER TABLE judge ADD COLUMN replaces INTEGER REFERENCES judge (number);

ALTER TABLE entry ADD COLUMN timer1_ms INTEGER CHECK (timer1_ms >= 0);
ALTER TABLE entry ADD COLUMN timer2_ms INTEGER CHECK (timer2_ms >= 0);

ALTER TABLE recusal ADD COLUMN kind INTEGER CHECK (kind IN (0, 1));

-- A sheet may now be void (5), and says where it came from and why it was amended.
CREATE TABLE new_sheet (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL REFERENCES judge (number),
  version INTEGER NOT NULL CHECK (version > 0),
  state   INTEGER NOT NULL CHECK (state IN (1, 2, 3, 5)),
  total   INTEGER NOT NULL CHECK (total >= 0),
  wall_us INTEGER NOT NULL,
  origin  INTEGER CHECK (origin IN (0, 1, 2)),
  reason  TEXT,
  PRIMARY KEY (round, nominee, judge, version),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;
INSERT INTO new_sheet (round, nominee, judge, version, state, total, wall_us)
  SELECT round, nominee, judge, version, state, total, wall_us FROM sheet;
DROP TRIGGER sheet_submitted_update;
DROP TRIGGER sheet_submitted_delete;
DROP TRIGGER mark_of_submitted_sheet;
DROP TRIGGER mark_of_submitted_sheet_delete;
DROP TABLE sheet;
ALTER TABLE new_sheet RENAME TO sheet;

CREATE TRIGGER mark_of_submitted_sheet BEFORE UPDATE ON mark BEGIN
  SELECT RAISE (ABORT, 'a submitted mark is never changed')
    FROM sheet WHERE round = OLD.round AND nominee = OLD.nominee AND judge = OLD.judge
                 AND version = OLD.version AND state <> 1;
END;

CREATE TRIGGER mark_of_submitted_sheet_delete BEFORE DELETE ON mark BEGIN
  SELECT RAISE (ABORT, 'a submitted mark is never taken away')
    FROM sheet WHERE round = OLD.round AND nominee = OLD.nominee AND judge = OLD.judge
                 AND version = OLD.version AND state <> 1;
END;

CREATE TRIGGER sheet_submitted_update BEFORE UPDATE ON sheet WHEN OLD.state <> 1 BEGIN
  SELECT RAISE (ABORT, 'a submitted sheet is never changed')
   WHERE NEW.state = 1 OR (NEW.total <> OLD.total AND OLD.total <> 0);
END;

CREATE TRIGGER sheet_submitted_delete BEFORE DELETE ON sheet WHEN OLD.state <> 1 BEGIN
  SELECT RAISE (ABORT, 'a submitted sheet is never taken away');
END;

-- More kinds of cues and scenes than there were.
CREATE TABLE new_cue (
  position    INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL CHECK (kind >= 0),
  nominee     INTEGER REFERENCES nominee (id),
  label       TEXT,
  duration_ms INTEGER CHECK (duration_ms >= 0)
) STRICT;
INSERT INTO new_cue SELECT position, kind, nominee, label, duration_ms FROM cue;
DROP TABLE cue;
ALTER TABLE new_cue RENAME TO cue;

CREATE TABLE new_on_air (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  round    TEXT NOT NULL REFERENCES round (key),
  on_stage INTEGER REFERENCES nominee (id),
  cue      INTEGER,
  kind     INTEGER CHECK (kind >= 0),
  lot      INTEGER CHECK (lot > 0),
  scene    TEXT CHECK (scene IS NULL OR json_valid (scene)),
  blank    INTEGER NOT NULL CHECK (blank IN (0, 1))
) STRICT;
INSERT INTO new_on_air SELECT id, round, on_stage, cue, kind, lot, scene, blank FROM on_air;
DROP TABLE on_air;
ALTER TABLE new_on_air RENAME TO on_air;

-- What somebody ruled and why, with the second person who agreed, for the papers.
CREATE TABLE ruling (
  id      INTEGER PRIMARY KEY CHECK (id > 0),
  kind    INTEGER NOT NULL CHECK (kind >= 0),
  round   TEXT NOT NULL REFERENCES round (key),
  nominee INTEGER REFERENCES nominee (id),
  judge   INTEGER REFERENCES judge (number),
  reason  TEXT NOT NULL CHECK (length (reason) > 0),
  second  TEXT,
  detail  TEXT NOT NULL,
  wall_us INTEGER NOT NULL
) STRICT;

-- A sheet that a second person compared before the round was closed.
CREATE TABLE recheck (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL,
  version INTEGER NOT NULL,
  checker TEXT NOT NULL CHECK (length (checker) > 0),
  wall_us INTEGER NOT NULL,
  PRIMARY KEY (round, nominee, judge, version),
  FOREIGN KEY (round, nominee, judge, version) REFERENCES sheet (round, nominee, judge, version)
) STRICT;

-- A flag (a sheet far from the others) that the head judge has looked at.
CREATE TABLE flag_seen (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seen_by TEXT NOT NULL CHECK (length (seen_by) > 0),
  wall_us INTEGER NOT NULL,
  PRIMARY KEY (round, nominee, judge, version),
  FOREIGN KEY (round, nominee, judge, version) REFERENCES sheet (round, nominee, judge, version)
) STRICT;

-- One of the two keyings of a paper sheet. @marks is a JSON object: criterion key, mark.
CREATE TABLE keying (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL REFERENCES judge (number),
  pass    INTEGER NOT NULL CHECK (pass IN (1, 2)),
  clerk   TEXT NOT NULL CHECK (length (clerk) > 0),
  marks   TEXT NOT NULL CHECK (json_valid (marks)),
  wall_us INTEGER NOT NULL,
  PRIMARY KEY (round, nominee, judge, pass),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;

-- A journal line that was taken back.
CREATE TABLE undone (
  seq     INTEGER PRIMARY KEY CHECK (seq > 0),
  wall_us INTEGER NOT NULL
) STRICT;
