-- The controllers (tenants), who works for them, their sessions and tokens, and the journal.
CREATE TABLE verantwoordelijke (
  verantwoordelijke TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  gemeente TEXT NOT NULL,
  namen TEXT NOT NULL,
  verzonnen BOOLEAN NOT NULL,
  toelichting TEXT NOT NULL,
  peildatum TEXT,
  vandaag TEXT
);
CREATE TABLE gebruiker (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  naam TEXT NOT NULL,
  functie TEXT NOT NULL,
  organisatie TEXT NOT NULL,
  rollen TEXT NOT NULL,
  demo BOOLEAN NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE TABLE token (
  verantwoordelijke TEXT NOT NULL,
  hash TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, hash),
  FOREIGN KEY (verantwoordelijke, gebruiker) REFERENCES gebruiker (verantwoordelijke, id)
);
CREATE UNIQUE INDEX token_hash ON token (hash);
CREATE TABLE sessie (
  hash TEXT NOT NULL PRIMARY KEY,
  data {{bytes}} NOT NULL,
  tot {{moment}} NOT NULL
);
CREATE TABLE journaal (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  volgnr BIGINT NOT NULL,
  versie BIGINT NOT NULL,
  moment {{moment}} NOT NULL,
  wie TEXT NOT NULL,
  rol TEXT NOT NULL,
  actie TEXT NOT NULL,
  soort TEXT NOT NULL,
  object TEXT NOT NULL,
  doel TEXT NOT NULL,
  grondslag TEXT NOT NULL,
  beleid TEXT NOT NULL,
  uitkomst TEXT NOT NULL,
  vastlegging {{bytes}} NOT NULL,
  hashes {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, volgnr)
);
CREATE TABLE journaal_kop (
  verantwoordelijke TEXT NOT NULL PRIMARY KEY REFERENCES verantwoordelijke,
  omvang BIGINT NOT NULL,
  rand {{bytes}} NOT NULL
);
