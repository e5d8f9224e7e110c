-- Dossiers (reports and cases): what is known without opening one, the pieces as encrypted versions, the circle, tasks, notices and the ledger of what was shared.
-- A column in the clear holds a code, a pseudonym or a date; every word about a person is inside stuk.inhoud.
CREATE TABLE regimesleutel (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  regime TEXT NOT NULL,
  meester TEXT NOT NULL,
  sleutel {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, regime)
);
CREATE TABLE dossier (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  soort TEXT NOT NULL,
  regime TEXT NOT NULL,
  codenaam TEXT NOT NULL,
  status TEXT NOT NULL,
  eigenaar TEXT NOT NULL,
  procesregisseur TEXT NOT NULL,
  casusregisseur TEXT NOT NULL,
  begonnen {{moment}} NOT NULL,
  eerste_verwerking TEXT,
  wek_op TEXT,
  gesloten {{moment}},
  versie BIGINT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX dossier_status ON dossier (verantwoordelijke, soort, status, begonnen);
CREATE INDEX dossier_eigenaar ON dossier (verantwoordelijke, eigenaar, soort);
CREATE UNIQUE INDEX dossier_codenaam ON dossier (verantwoordelijke, soort, codenaam);
CREATE TABLE dossiersleutel (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  sleutel {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier)
);
CREATE TABLE stuk (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  soort TEXT NOT NULL,
  id TEXT NOT NULL,
  versie BIGINT NOT NULL,
  wie TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  inhoud {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, soort, id, versie),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE TABLE zoekwoord (
  verantwoordelijke TEXT NOT NULL,
  regime TEXT NOT NULL,
  woord TEXT NOT NULL,
  dossier TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, regime, woord, dossier),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE INDEX zoekwoord_dossier ON zoekwoord (verantwoordelijke, dossier);
CREATE TABLE lid (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  van {{moment}} NOT NULL,
  organisatie TEXT NOT NULL,
  functie TEXT NOT NULL,
  doel TEXT NOT NULL,
  grondslag TEXT NOT NULL,
  tot {{moment}},
  door TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, gebruiker, van),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE INDEX lid_gebruiker ON lid (verantwoordelijke, gebruiker, dossier);
CREATE TABLE nood (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  dossier TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  van {{moment}} NOT NULL,
  tot {{moment}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, id),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE INDEX nood_gebruiker ON nood (verantwoordelijke, dossier, gebruiker);
CREATE TABLE zicht (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  van {{moment}} NOT NULL,
  houder TEXT NOT NULL,
  tot {{moment}},
  door TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier, van),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE TABLE taak (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  dossier TEXT NOT NULL,
  soort TEXT NOT NULL,
  houder TEXT NOT NULL,
  verwijst TEXT NOT NULL,
  gemaakt {{moment}} NOT NULL,
  vervalt {{moment}} NOT NULL,
  gedaan {{moment}},
  door TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX taak_houder ON taak (verantwoordelijke, houder, vervalt) WHERE gedaan IS NULL;
CREATE INDEX taak_dossier ON taak (verantwoordelijke, dossier);
CREATE TABLE bericht (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  voor TEXT NOT NULL,
  soort TEXT NOT NULL,
  dossier TEXT NOT NULL,
  verwijst TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  gelezen {{moment}},
  gemaild {{moment}},
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX bericht_voor ON bericht (verantwoordelijke, voor, moment);
CREATE INDEX bericht_dossier ON bericht (verantwoordelijke, dossier);
CREATE TABLE verstrekking (
  verantwoordelijke TEXT NOT NULL,
  id TEXT NOT NULL,
  dossier TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  door TEXT NOT NULL,
  van TEXT NOT NULL,
  aan TEXT NOT NULL,
  ontvanger TEXT NOT NULL,
  categorie TEXT NOT NULL,
  vorm TEXT NOT NULL,
  doel TEXT NOT NULL,
  grondslag TEXT NOT NULL,
  betrokkenen TEXT NOT NULL,
  afwijking TEXT NOT NULL,
  tot {{moment}},
  beoordeeld {{moment}},
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX verstrekking_dossier ON verstrekking (verantwoordelijke, dossier, moment);
CREATE INDEX verstrekking_door ON verstrekking (verantwoordelijke, door, vorm, moment);
CREATE INDEX verstrekking_ontvanger ON verstrekking (verantwoordelijke, ontvanger, moment);
CREATE TABLE volgnummer (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  reeks TEXT NOT NULL,
  nr BIGINT NOT NULL,
  PRIMARY KEY (verantwoordelijke, reeks)
);
CREATE TABLE afwezig (
  verantwoordelijke TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  van TEXT NOT NULL,
  tot TEXT NOT NULL,
  vervanger TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, gebruiker, van),
  FOREIGN KEY (verantwoordelijke, gebruiker) REFERENCES gebruiker (verantwoordelijke, id)
);
CREATE INDEX journaal_object ON journaal (verantwoordelijke, object, volgnr);
ALTER TABLE verantwoordelijke ADD COLUMN soort TEXT NOT NULL DEFAULT 'gemeente';
ALTER TABLE gebruiker ADD COLUMN telefoon TEXT NOT NULL DEFAULT '';
ALTER TABLE gebruiker ADD COLUMN mailadres TEXT NOT NULL DEFAULT '';
