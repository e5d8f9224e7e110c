-- Judgements on monthly series, the signals that follow from them, and what people do with those. NULL is "not known", never zero.
CREATE TABLE oordeel (
  verantwoordelijke TEXT NOT NULL,
  soort TEXT NOT NULL,
  gebied TEXT NOT NULL,
  periode TEXT NOT NULL,
  uitspraak TEXT NOT NULL,
  gezien DOUBLE PRECISION,
  verwacht DOUBLE PRECISION,
  onder DOUBLE PRECISION,
  boven DOUBLE PRECISION,
  p DOUBLE PRECISION,
  drempel DOUBLE PRECISION,
  kleinste DOUBLE PRECISION,
  getoetst BIGINT NOT NULL,
  zonder_uitspraak BIGINT NOT NULL,
  voorlopig BOOLEAN NOT NULL,
  PRIMARY KEY (verantwoordelijke, soort, gebied, periode),
  FOREIGN KEY (verantwoordelijke, soort) REFERENCES soort (verantwoordelijke, code)
);
CREATE INDEX oordeel_periode ON oordeel (verantwoordelijke, periode, uitspraak);
CREATE TABLE signaal (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  soort TEXT NOT NULL,
  gebied TEXT NOT NULL,
  periode TEXT NOT NULL,
  gezien DOUBLE PRECISION,
  verwacht DOUBLE PRECISION,
  onder DOUBLE PRECISION,
  boven DOUBLE PRECISION,
  p DOUBLE PRECISION,
  drempel DOUBLE PRECISION,
  kleinste DOUBLE PRECISION,
  getoetst BIGINT NOT NULL,
  zonder_uitspraak BIGINT NOT NULL,
  voorlopig BOOLEAN NOT NULL,
  ontstaan {{moment}} NOT NULL,
  vervallen BOOLEAN NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, soort) REFERENCES soort (verantwoordelijke, code)
);
CREATE UNIQUE INDEX signaal_cel ON signaal (verantwoordelijke, soort, gebied, periode);
CREATE TABLE signaal_gebeurtenis (
  verantwoordelijke TEXT NOT NULL,
  signaal TEXT NOT NULL,
  nr BIGINT NOT NULL,
  moment {{moment}} NOT NULL,
  wie TEXT NOT NULL,
  wat TEXT NOT NULL,
  tekst TEXT NOT NULL,
  bron TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, signaal, nr),
  FOREIGN KEY (verantwoordelijke, signaal) REFERENCES signaal (verantwoordelijke, id)
);
CREATE TABLE signaal_vraag (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  signaal TEXT NOT NULL,
  hash TEXT NOT NULL,
  aan TEXT NOT NULL,
  tekst TEXT NOT NULL,
  wie TEXT NOT NULL,
  gesteld {{moment}} NOT NULL,
  tot {{moment}} NOT NULL,
  antwoord TEXT NOT NULL,
  bron TEXT NOT NULL,
  beantwoord {{moment}},
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, signaal) REFERENCES signaal (verantwoordelijke, id)
);
CREATE UNIQUE INDEX signaal_vraag_hash ON signaal_vraag (hash);
CREATE TABLE zoekopdracht (
  verantwoordelijke TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  naam TEXT NOT NULL,
  id TEXT NOT NULL,
  query TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, gebruiker, naam),
  FOREIGN KEY (verantwoordelijke, gebruiker) REFERENCES gebruiker (verantwoordelijke, id)
);
