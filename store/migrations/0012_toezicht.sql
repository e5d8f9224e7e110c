-- Samples of the FG: which looks were drawn from the journal by which seed, how they were judged, and what was done with a finding. Codes from a list, no words.
CREATE TABLE steekproef (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  van TEXT NOT NULL,
  zaad BIGINT NOT NULL,
  omvang BIGINT NOT NULL,
  getrokken {{moment}} NOT NULL,
  door TEXT NOT NULL,
  getekend {{moment}},
  PRIMARY KEY (verantwoordelijke, id),
  UNIQUE (verantwoordelijke, van)
);
CREATE TABLE steekproefregel (
  verantwoordelijke TEXT NOT NULL,
  steekproef TEXT NOT NULL,
  volgnr BIGINT NOT NULL,
  nood BOOLEAN NOT NULL,
  oordeel TEXT NOT NULL,
  oordeel_op {{moment}},
  opvolging TEXT NOT NULL,
  opvolging_door TEXT NOT NULL,
  opvolging_op {{moment}},
  PRIMARY KEY (verantwoordelijke, steekproef, volgnr),
  FOREIGN KEY (verantwoordelijke, steekproef) REFERENCES steekproef (verantwoordelijke, id)
);
