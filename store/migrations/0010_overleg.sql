-- Meetings: when, who chairs, which cases by their id, and who was asked and came. What is said stands sealed in the case of each item.
CREATE TABLE overleg (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  soort TEXT NOT NULL,
  van {{moment}} NOT NULL,
  tot {{moment}} NOT NULL,
  voorzitter TEXT NOT NULL,
  maker TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX overleg_van ON overleg (verantwoordelijke, van);
CREATE TABLE agendapunt (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  overleg TEXT NOT NULL,
  dossier TEXT NOT NULL,
  knoop TEXT NOT NULL,
  nr BIGINT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, overleg) REFERENCES overleg (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE INDEX agendapunt_overleg ON agendapunt (verantwoordelijke, overleg, nr);
CREATE INDEX agendapunt_dossier ON agendapunt (verantwoordelijke, dossier);
CREATE TABLE genodigde (
  verantwoordelijke TEXT NOT NULL,
  agendapunt TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  gast BOOLEAN NOT NULL,
  aanwezig TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, agendapunt, gebruiker),
  FOREIGN KEY (verantwoordelijke, agendapunt) REFERENCES agendapunt (verantwoordelijke, id)
);
CREATE INDEX genodigde_gebruiker ON genodigde (verantwoordelijke, gebruiker);
