-- Looks that need an explanation: which rules say so, the answer and the judgement. Codes and sentences from lists, no words. opvallend_stand is up to where the journal was judged.
CREATE TABLE opvallend (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  volgnr BIGINT NOT NULL,
  gebruiker TEXT NOT NULL,
  dossier TEXT NOT NULL,
  bekeken {{moment}} NOT NULL,
  redenen TEXT NOT NULL,
  gesteld {{moment}} NOT NULL,
  uiterlijk {{moment}} NOT NULL,
  antwoord TEXT NOT NULL,
  antwoord_op {{moment}},
  oordeel TEXT NOT NULL,
  oordeel_door TEXT NOT NULL,
  oordeel_op {{moment}},
  weg {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  UNIQUE (verantwoordelijke, volgnr)
);
CREATE INDEX opvallend_dossier ON opvallend (verantwoordelijke, dossier);
CREATE TABLE opvallend_stand (
  verantwoordelijke TEXT NOT NULL PRIMARY KEY REFERENCES verantwoordelijke,
  volgnr BIGINT NOT NULL,
  op {{moment}} NOT NULL
);
