-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Lectern developers
-- The contest file, version 1. Marks and points are thousandths, times of talks milliseconds, wall
-- times microseconds since 1970 UTC; states are the values of src/contest/lectern-states.h.

CREATE TABLE contest (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  title      TEXT NOT NULL CHECK (length (title) <= 200),
  theme      TEXT NOT NULL,
  organisers TEXT NOT NULL CHECK (json_valid (organisers)),
  date       TEXT NOT NULL,
  place      TEXT NOT NULL,
  language   TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  rules      TEXT NOT NULL CHECK (json_valid (rules)),
  rehearsal  INTEGER NOT NULL CHECK (rehearsal IN (0, 1))
) STRICT;

CREATE TABLE unit (
  key       TEXT NOT NULL PRIMARY KEY CHECK (length (key) > 0),
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL CHECK (length (name) > 0),
  full_name TEXT NOT NULL,
  name_en   TEXT NOT NULL,
  optional  INTEGER NOT NULL CHECK (optional IN (0, 1)),
  active    INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE criterion (
  key      TEXT NOT NULL PRIMARY KEY CHECK (length (key) > 0),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (length (name) > 0),
  guide    TEXT NOT NULL,
  max      INTEGER NOT NULL CHECK (max > 0),
  step     INTEGER NOT NULL CHECK (step > 0 AND max % step = 0)
) STRICT;

CREATE TABLE round (
  key           TEXT NOT NULL PRIMARY KEY CHECK (length (key) > 0),
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL CHECK (length (name) > 0),
  advance       INTEGER CHECK (advance > 0),
  state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  seed          TEXT,
  drawn_by_hand INTEGER NOT NULL CHECK (drawn_by_hand IN (0, 1)),
  revision      INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

CREATE TABLE award (
  key      TEXT NOT NULL PRIMARY KEY CHECK (length (key) > 0),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (length (name) > 0),
  places   INTEGER CHECK (places > 0)
) STRICT;

CREATE TABLE nominee (
  id               INTEGER PRIMARY KEY CHECK (id > 0),
  unit             TEXT NOT NULL REFERENCES unit (key),
  name             TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 50),
  gender           TEXT,
  ethnicity        TEXT,
  born             TEXT,
  party            TEXT NOT NULL CHECK (party IN ('member', 'probationary', 'none')),
  joined           TEXT,
  education        TEXT,
  employer         TEXT,
  phone            TEXT,
  title            TEXT NOT NULL CHECK (length (title) <= 200),
  lectures         INTEGER NOT NULL CHECK (lectures >= 0),
  courseware       TEXT NOT NULL,
  withdrawn        INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  withdrawn_reason TEXT
) STRICT;

CREATE INDEX nominee_unit ON nominee (unit);

CREATE TABLE judge (
  number   INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 999),
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 50),
  employer TEXT,
  unit     TEXT REFERENCES unit (key),
  head     INTEGER NOT NULL CHECK (head IN (0, 1)),
  active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX judge_one_head ON judge (head) WHERE head = 1 AND active = 1;

CREATE TABLE entry (
  round          TEXT NOT NULL REFERENCES round (key),
  nominee        INTEGER NOT NULL REFERENCES nominee (id),
  lot            INTEGER CHECK (lot > 0),
  state          INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5),
  time_ms        INTEGER CHECK (time_ms >= 0),
  forfeit_reason TEXT,
  revealed       INTEGER NOT NULL CHECK (revealed IN (0, 1)),
  PRIMARY KEY (round, nominee),
  UNIQUE (round, lot),
  CHECK (state <> 5 OR forfeit_reason IS NOT NULL)
) STRICT;

-- Only one entry of a round talks at a time.
CREATE UNIQUE INDEX entry_one_talking ON entry (round) WHERE state = 2;

CREATE TABLE recusal (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL REFERENCES judge (number),
  reason  TEXT NOT NULL,
  PRIMARY KEY (round, nominee, judge),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;

CREATE TABLE sheet (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL REFERENCES judge (number),
  version INTEGER NOT NULL CHECK (version > 0),
  state   INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
  total   INTEGER NOT NULL CHECK (total >= 0),
  wall_us INTEGER NOT NULL,
  PRIMARY KEY (round, nominee, judge, version),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;

CREATE TABLE mark (
  round     TEXT NOT NULL,
  nominee   INTEGER NOT NULL,
  judge     INTEGER NOT NULL,
  version   INTEGER NOT NULL,
  criterion TEXT NOT NULL REFERENCES criterion (key),
  value     INTEGER NOT NULL CHECK (value >= 0),
  PRIMARY KEY (round, nominee, judge, version, criterion),
  FOREIGN KEY (round, nominee, judge, version) REFERENCES sheet (round, nominee, judge, version)
) STRICT;

CREATE TABLE receipt (
  id      TEXT NOT NULL PRIMARY KEY,
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  judge   INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state   INTEGER NOT NULL,
  total   INTEGER NOT NULL,
  FOREIGN KEY (round, nominee, judge, version) REFERENCES sheet (round, nominee, judge, version)
) STRICT;

CREATE TABLE decision (
  round   TEXT NOT NULL,
  nominee INTEGER NOT NULL,
  place   INTEGER NOT NULL CHECK (place >= 0),
  reason  TEXT NOT NULL CHECK (length (reason) > 0),
  PRIMARY KEY (round, nominee),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;

CREATE TABLE clock (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  phase           INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),
  base_ms         INTEGER NOT NULL CHECK (base_ms >= 0),
  started_mono_us INTEGER,
  started_wall_us INTEGER,
  boot            TEXT,
  CHECK (phase <> 1 OR (started_mono_us IS NOT NULL AND started_wall_us IS NOT NULL))
) STRICT;

-- One row: two gates can't be open.
CREATE TABLE gate (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  round   TEXT,
  nominee INTEGER,
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee),
  CHECK ((round IS NULL) = (nominee IS NULL))
) STRICT;

CREATE TABLE cue (
  position    INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 11),
  nominee     INTEGER REFERENCES nominee (id),
  label       TEXT,
  duration_ms INTEGER CHECK (duration_ms >= 0)
) STRICT;

CREATE TABLE on_air (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  round    TEXT NOT NULL REFERENCES round (key),
  on_stage INTEGER REFERENCES nominee (id),
  cue      INTEGER,
  kind     INTEGER CHECK (kind BETWEEN 0 AND 13),
  lot      INTEGER CHECK (lot > 0),
  scene    TEXT CHECK (scene IS NULL OR json_valid (scene)),
  blank    INTEGER NOT NULL CHECK (blank IN (0, 1))
) STRICT;

CREATE TABLE seat (
  token     TEXT NOT NULL PRIMARY KEY CHECK (length (token) = 64),
  judge     INTEGER NOT NULL REFERENCES judge (number),
  device    TEXT NOT NULL,
  address   TEXT NOT NULL,
  paired_us INTEGER NOT NULL,
  revoked   INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT;

-- One judge, one seat.
CREATE UNIQUE INDEX seat_one_live ON seat (judge) WHERE revoked = 0;

CREATE TABLE pairing (
  judge INTEGER PRIMARY KEY REFERENCES judge (number),
  code  TEXT NOT NULL CHECK (length (code) = 6),
  used  INTEGER NOT NULL CHECK (used IN (0, 1))
) STRICT;

CREATE TABLE result (
  round     TEXT NOT NULL,
  nominee   INTEGER NOT NULL,
  revision  INTEGER NOT NULL CHECK (revision > 0),
  rank      INTEGER CHECK (rank > 0),
  mean      TEXT,
  deduction TEXT,
  final     TEXT,
  award     TEXT REFERENCES award (key),
  PRIMARY KEY (round, nominee, revision),
  FOREIGN KEY (round, nominee) REFERENCES entry (round, nominee)
) STRICT;

-- Every commit, chained: hash is the SHA-256 over the row and the hash before it.
CREATE TABLE journal (
  seq       INTEGER PRIMARY KEY CHECK (seq > 0),
  wall_us   INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  device    TEXT NOT NULL,
  action    TEXT NOT NULL,
  sentence  TEXT NOT NULL,
  reason    TEXT,
  changeset BLOB NOT NULL,
  hash      BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;

CREATE TRIGGER journal_append_only_update BEFORE UPDATE ON journal BEGIN
  SELECT RAISE (ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_append_only_delete BEFORE DELETE ON journal BEGIN
  SELECT RAISE (ABORT, 'the journal is never changed');
END;

-- No more nominees of a unit than the rules allow; those withdrawn do not count.
CREATE TRIGGER nominee_quota_insert BEFORE INSERT ON nominee WHEN NEW.withdrawn = 0 BEGIN
  SELECT RAISE (ABORT, 'quota: the unit has all its nominees')
   WHERE (SELECT count (*) FROM nominee WHERE unit = NEW.unit AND withdrawn = 0 AND id <> NEW.id)
         >= coalesce ((SELECT json_extract (rules, '$.quota_per_unit') FROM contest), 2);
END;

CREATE TRIGGER nominee_quota_update BEFORE UPDATE ON nominee WHEN NEW.withdrawn = 0 BEGIN
  SELECT RAISE (ABORT, 'quota: the unit has all its nominees')
   WHERE (SELECT count (*) FROM nominee WHERE unit = NEW.unit AND withdrawn = 0 AND id <> NEW.id)
         >= coalesce ((SELECT json_extract (rules, '$.quota_per_unit') FROM contest), 2);
END;

-- A mark lies within 0 and full marks and on the criterion's step.
CREATE TRIGGER mark_range_insert BEFORE INSERT ON mark BEGIN
  SELECT RAISE (ABORT, 'range: the mark is above full marks or off the step')
    FROM criterion WHERE key = NEW.criterion AND (NEW.value > max OR NEW.value % step <> 0);
END;

CREATE TRIGGER mark_range_update BEFORE UPDATE ON mark BEGIN
  SELECT RAISE (ABORT, 'range: the mark is above full marks or off the step')
    FROM criterion WHERE key = NEW.criterion AND (NEW.value > max OR NEW.value % step <> 0);
END;

-- What was submitted is never overwritten or taken away: only the sheet's state may go on. (A sheet
-- handed in at once has no total until its marks are in.)
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
