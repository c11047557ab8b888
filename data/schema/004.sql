-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Lectern developers
-- The contest file, version 4: designs of certificates, statistics tables, fonts of papers, checks passed over, check-in.
-- A file without a row has the program's own.

-- What the certificates of an award look like (docs/papers.md); award '': of every award that has no row.
-- No reference to the award: rules may come and go, and a design of nobody's does no harm.
CREATE TABLE certificate_design (
  award  TEXT PRIMARY KEY,
  design TEXT NOT NULL CHECK (json_valid (design))
) STRICT;

-- The columns of a statistics table (docs/tables.md), kind 'activity' or 'pool', where they are not the program's own.
CREATE TABLE annex_form (
  kind TEXT PRIMARY KEY,
  form TEXT NOT NULL CHECK (json_valid (form))
) STRICT;

-- Its rows: an object, key of the column to text. No reference to units: they may go, what was counted stays.
CREATE TABLE annex_row (
  kind   TEXT    NOT NULL,
  number INTEGER NOT NULL,
  cells  TEXT    NOT NULL CHECK (json_valid (cells)),
  PRIMARY KEY (kind, number)
) STRICT;

-- The family of fonts a role of papers is set in first (docs/papers.md); no row: the program's own choice.
CREATE TABLE paper_font (
  role   TEXT PRIMARY KEY,
  family TEXT NOT NULL
) STRICT;

-- What was passed over on the list before the evening, and why (docs/preflight.md). It holds while what was found is no
-- worse than level: 1 amber, 2 red.
CREATE TABLE passed_check (
  kind    TEXT    PRIMARY KEY,
  level   INTEGER NOT NULL CHECK (level IN (1, 2)),
  reason  TEXT    NOT NULL CHECK (trim (reason) <> ''),
  wall_us INTEGER NOT NULL
) STRICT;

-- Who has come to the hall for a round, and when; no row: not yet. No reference to the round: rules may come and go.
CREATE TABLE check_in (
  round   TEXT    NOT NULL,
  nominee INTEGER NOT NULL REFERENCES nominee (id),
  wall_us INTEGER NOT NULL,
  PRIMARY KEY (round, nominee)
) STRICT;
