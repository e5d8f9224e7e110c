-- Retention, further: a hold on one piece, decisions to keep longer, and the ids of keys that were destroyed, which a restore applies again.
CREATE TABLE stukvast (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  soort TEXT NOT NULL,
  stuk TEXT NOT NULL,
  reden TEXT NOT NULL,
  door TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, soort, stuk),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE TABLE verlenging (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  nr BIGINT NOT NULL,
  tot TEXT NOT NULL,
  reden TEXT NOT NULL,
  door TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, nr),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE TABLE vernietigdesleutel (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  sleutel TEXT NOT NULL,
  dossier TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, sleutel)
);
ALTER TABLE vernietigd ADD COLUMN vastgehouden BIGINT NOT NULL DEFAULT 0;
