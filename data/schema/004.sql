-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Lectern developers
-- The contest file, version 4: designs of certificates. A file without a row has the program's own.

-- What the certificates of an award look like (docs/papers.md); award '': of every award that has no row.
-- No reference to the award: rules may come and go, and a design of nobody's does no harm.
CREATE TABLE certificate_design (
  award  TEXT PRIMARY KEY,
  design TEXT NOT NULL CHECK (json_valid (design))
) STRICT;
