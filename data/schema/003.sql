-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Lectern developers
-- The contest file, version 3: what the hall sees step by step, the organisers' own pictures, photos and
-- courseware, guests, the MC's own words. Every new column may be NULL, which means what version 2 meant,
-- so that the journal of an older file replays unchanged.

ALTER TABLE contest ADD COLUMN scene_theme TEXT;
ALTER TABLE contest ADD COLUMN guests TEXT CHECK (guests IS NULL OR json_valid (guests));
ALTER TABLE contest ADD COLUMN script TEXT CHECK (script IS NULL OR json_valid (script));

-- 1: absent because the judge came onto the panel only after the entry had been marked.
ALTER TABLE recusal ADD COLUMN later INTEGER CHECK (later IN (0, 1));

ALTER TABLE award ADD COLUMN citation TEXT;

ALTER TABLE on_air ADD COLUMN step INTEGER CHECK (step >= 0);
ALTER TABLE on_air ADD COLUMN overlay INTEGER CHECK (overlay >= 0);
ALTER TABLE on_air ADD COLUMN shown_us INTEGER;

-- A reveal, a draw or a ceremony, frozen as a whole when it is entered: the hall gets one step of it.
CREATE TABLE sequence (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  kind    INTEGER NOT NULL CHECK (kind >= 0),
  round   TEXT NOT NULL REFERENCES round (key),
  lot     INTEGER CHECK (lot > 0),
  content TEXT NOT NULL CHECK (json_valid (content)),
  step    INTEGER NOT NULL CHECK (step >= 0)
) STRICT;

-- What belongs to the contest as files: photos and courseware (owner: the nominee), logo, background,
-- pictures, sounds (owner: 0, or a running number). Known by the SHA-256 of its bytes, hex. The bytes
-- stand in the table below, or, when they are large, in a folder beside the contest file.
CREATE TABLE attachment (
  role       TEXT NOT NULL CHECK (length (role) > 0),
  owner      INTEGER NOT NULL CHECK (owner >= 0),
  name       TEXT NOT NULL CHECK (length (name) > 0),
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL CHECK (size >= 0),
  sha256     TEXT NOT NULL CHECK (length (sha256) = 64),
  beside     INTEGER NOT NULL CHECK (beside IN (0, 1)),
  caption    TEXT,
  checked    INTEGER CHECK (checked IN (0, 1)),
  finding    TEXT,
  PRIMARY KEY (role, owner)
) STRICT;

-- Bytes by their own hash, so the journal need not repeat them: the attachment's row vouches for them.
CREATE TABLE content (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length (sha256) = 64),
  bytes  BLOB NOT NULL
) STRICT;
