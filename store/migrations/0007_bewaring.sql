-- Retention: what is held back from destruction, and what remains of a dossier that was destroyed: codes, dates, a count and who approved it.
CREATE TABLE vasthouding (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  reden TEXT NOT NULL,
  door TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE TABLE vernietigd (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  dossier TEXT NOT NULL,
  soort TEXT NOT NULL,
  codenaam TEXT NOT NULL,
  regime TEXT NOT NULL,
  regel TEXT NOT NULL,
  stukken BIGINT NOT NULL,
  door TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier)
);
