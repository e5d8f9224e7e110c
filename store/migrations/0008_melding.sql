-- Reports up to the decision of the triage. What stands here is a code, a pseudonym or a date; the report itself is a dossier.
-- melding: through which door a report came, under which keyed hashes of its reference and content, and for which kind of organisation.
CREATE TABLE melding (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  kenmerk TEXT NOT NULL,
  zegel TEXT NOT NULL,
  organisatie TEXT NOT NULL,
  deur TEXT NOT NULL,
  soort TEXT NOT NULL,
  bestemming TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, dossier),
  UNIQUE (verantwoordelijke, kenmerk),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
CREATE INDEX melding_organisatie ON melding (verantwoordelijke, organisatie, dossier);
-- afzender: organisations whose messages are received, and under which names this organisation itself is addressed.
CREATE TABLE afzender (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  sleutel TEXT NOT NULL,
  oin TEXT NOT NULL,
  naam TEXT NOT NULL,
  organisatie TEXT NOT NULL,
  eigen BOOLEAN NOT NULL,
  PRIMARY KEY (verantwoordelijke, sleutel)
);
-- overdracht: how far a transfer from Veilig Thuis is, and the days that Veilig Thuis gave, for key figures only.
CREATE TABLE overdracht (
  verantwoordelijke TEXT NOT NULL,
  dossier TEXT NOT NULL,
  ontvangen TEXT NOT NULL,
  aanvaard TEXT,
  teruggekoppeld TEXT,
  gemeld TEXT,
  beoordeeld TEXT,
  onderzocht TEXT,
  PRIMARY KEY (verantwoordelijke, dossier),
  FOREIGN KEY (verantwoordelijke, dossier) REFERENCES dossier (verantwoordelijke, id)
);
