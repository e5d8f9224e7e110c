-- Areas, sources, kinds and figures. A figure keeps every value that it has had: the row without tot is in force.
CREATE TABLE gebied (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  jaargang BIGINT NOT NULL,
  code TEXT NOT NULL,
  niveau TEXT NOT NULL,
  naam TEXT NOT NULL,
  ouder TEXT NOT NULL,
  vlak {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, jaargang, code)
);
CREATE TABLE bron (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  code TEXT NOT NULL,
  naam TEXT NOT NULL,
  houder TEXT NOT NULL,
  licentie TEXT NOT NULL,
  domein TEXT NOT NULL,
  openbaar BOOLEAN NOT NULL,
  verzonnen BOOLEAN NOT NULL,
  vertraging BIGINT NOT NULL,
  toelichting TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, code)
);
CREATE TABLE soort (
  verantwoordelijke TEXT NOT NULL,
  code TEXT NOT NULL,
  naam TEXT NOT NULL,
  eenheid TEXT NOT NULL,
  bron TEXT NOT NULL,
  lengte TEXT NOT NULL,
  totaal BOOLEAN NOT NULL,
  politie BOOLEAN NOT NULL,
  gevoelig BOOLEAN NOT NULL,
  toelichting TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, code),
  FOREIGN KEY (verantwoordelijke, bron) REFERENCES bron (verantwoordelijke, code)
);
CREATE TABLE invoer (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  formaat TEXT NOT NULL,
  bestand TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  wie TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  nieuw BIGINT NOT NULL,
  herzien BIGINT NOT NULL,
  gelijk BIGINT NOT NULL,
  geweigerd BIGINT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE TABLE invoer_weigering (
  verantwoordelijke TEXT NOT NULL,
  invoer TEXT NOT NULL,
  nr BIGINT NOT NULL,
  lijn BIGINT NOT NULL,
  kolom TEXT NOT NULL,
  reden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, invoer, nr),
  FOREIGN KEY (verantwoordelijke, invoer) REFERENCES invoer (verantwoordelijke, id)
);
CREATE TABLE cijfer (
  verantwoordelijke TEXT NOT NULL,
  soort TEXT NOT NULL,
  gebied TEXT NOT NULL,
  periode TEXT NOT NULL,
  versie BIGINT NOT NULL,
  waarde DOUBLE PRECISION,
  attribuut TEXT NOT NULL,
  bron TEXT NOT NULL,
  invoer TEXT NOT NULL,
  sinds {{moment}} NOT NULL,
  tot {{moment}},
  PRIMARY KEY (verantwoordelijke, soort, gebied, periode, versie),
  FOREIGN KEY (verantwoordelijke, soort) REFERENCES soort (verantwoordelijke, code),
  FOREIGN KEY (verantwoordelijke, bron) REFERENCES bron (verantwoordelijke, code)
);
CREATE INDEX cijfer_periode ON cijfer (verantwoordelijke, soort, periode);
