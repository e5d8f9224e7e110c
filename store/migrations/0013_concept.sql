-- Drafts: what somebody typed in a form of a case and did not send yet, sealed with the key of the case.
CREATE TABLE concept (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  formulier TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  inhoud {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, gebruiker, formulier),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
