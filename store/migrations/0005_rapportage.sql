-- Reports to the raad in editions, what was frozen at their release, and the smallest count that may be shown.
CREATE TABLE rapportage (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  plan TEXT NOT NULL,
  domein TEXT NOT NULL,
  soort TEXT NOT NULL,
  titel TEXT NOT NULL,
  merk TEXT NOT NULL,
  tijdvak TEXT NOT NULL,
  einde TEXT NOT NULL,
  editie BIGINT NOT NULL,
  vervangt TEXT,
  status TEXT NOT NULL,
  opsteller TEXT NOT NULL,
  openbaar_vanaf {{moment}},
  vrijgave TEXT NOT NULL,
  versie BIGINT NOT NULL,
  velden TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  UNIQUE (verantwoordelijke, plan, tijdvak, editie),
  FOREIGN KEY (verantwoordelijke, plan) REFERENCES plan (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, vervangt) REFERENCES rapportage (verantwoordelijke, id)
);
-- The only thing that pages without login read. A figure that is shielded is not in it.
CREATE TABLE uitgave (
  verantwoordelijke TEXT NOT NULL,
  rapportage TEXT NOT NULL,
  volgnr BIGINT NOT NULL,
  domein TEXT NOT NULL,
  einde TEXT NOT NULL,
  editie BIGINT NOT NULL,
  openbaar_vanaf {{moment}} NOT NULL,
  inhoud TEXT NOT NULL,
  zegels TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, rapportage),
  UNIQUE (verantwoordelijke, volgnr),
  FOREIGN KEY (verantwoordelijke, rapportage) REFERENCES rapportage (verantwoordelijke, id)
);
CREATE TABLE afscherming (
  verantwoordelijke TEXT NOT NULL PRIMARY KEY REFERENCES verantwoordelijke,
  minimum BIGINT NOT NULL,
  personen BIGINT NOT NULL,
  versie BIGINT NOT NULL
);
