-- What stands on record before looks may be judged as unusual: consent, DPIA, announcement. A row that was withdrawn stays, because it tells which looks were never judged.
CREATE TABLE opvallend_voorwaarde (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  soort TEXT NOT NULL,
  dag TEXT NOT NULL,
  kenmerk TEXT NOT NULL,
  door TEXT NOT NULL,
  vastgelegd {{moment}} NOT NULL,
  ingetrokken_door TEXT NOT NULL,
  ingetrokken {{moment}},
  PRIMARY KEY (verantwoordelijke, id)
);
