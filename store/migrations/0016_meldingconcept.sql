-- Drafts of reports: what somebody typed and did not send yet, one for each user, sealed with the key of the regime of reports.
CREATE TABLE meldingconcept (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  gebruiker TEXT NOT NULL,
  moment {{moment}} NOT NULL,
  inhoud {{bytes}} NOT NULL,
  PRIMARY KEY (verantwoordelijke, gebruiker)
);
