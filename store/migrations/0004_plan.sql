-- Plans with their priorities, goals, indicators and measures, every version of each, and the ties between things.
CREATE TABLE plan (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  soort TEXT NOT NULL,
  domein TEXT NOT NULL,
  status TEXT NOT NULL,
  openbaar BOOLEAN NOT NULL,
  merk TEXT NOT NULL,
  ouder TEXT,
  vervangt TEXT,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  vaststelling TEXT NOT NULL,
  evaluatie TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, ouder) REFERENCES plan (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, vervangt) REFERENCES plan (verantwoordelijke, id)
);
CREATE TABLE prioriteit (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, plan) REFERENCES plan (verantwoordelijke, id)
);
CREATE INDEX prioriteit_plan ON prioriteit (verantwoordelijke, plan);
CREATE TABLE doel (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  prioriteit TEXT NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, plan) REFERENCES plan (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, prioriteit) REFERENCES prioriteit (verantwoordelijke, id)
);
CREATE INDEX doel_plan ON doel (verantwoordelijke, plan);
CREATE INDEX doel_prioriteit ON doel (verantwoordelijke, prioriteit);
CREATE TABLE indicator (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, plan) REFERENCES plan (verantwoordelijke, id)
);
CREATE TABLE actie (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  doel TEXT NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, plan) REFERENCES plan (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, doel) REFERENCES doel (verantwoordelijke, id)
);
CREATE INDEX actie_doel ON actie (verantwoordelijke, doel);
CREATE TABLE bewerking (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  soort TEXT NOT NULL,
  id TEXT NOT NULL,
  versie BIGINT NOT NULL,
  wie TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, soort, id, versie)
);
CREATE TABLE verband (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  van_soort TEXT NOT NULL,
  van_id TEXT NOT NULL,
  naar_soort TEXT NOT NULL,
  naar_id TEXT NOT NULL,
  sleutel TEXT NOT NULL,
  waarom TEXT NOT NULL,
  wie TEXT NOT NULL,
  wanneer {{moment}} NOT NULL,
  status TEXT NOT NULL,
  akkoorden TEXT NOT NULL,
  einde_wie TEXT NOT NULL,
  einde_wanneer {{moment}},
  einde_reden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE UNIQUE INDEX verband_eenmaal ON verband (verantwoordelijke, sleutel) WHERE status <> 'beeindigd';
CREATE INDEX verband_van ON verband (verantwoordelijke, van_soort, van_id);
CREATE INDEX verband_naar ON verband (verantwoordelijke, naar_soort, naar_id);
