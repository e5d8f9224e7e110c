-- Content of the files of a case, in chunks that are sealed with the key of the case.
CREATE TABLE bijlage (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  bijlage TEXT NOT NULL,
  nr INTEGER NOT NULL,
  delen INTEGER NOT NULL,
  inhoud {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, bijlage, nr),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
