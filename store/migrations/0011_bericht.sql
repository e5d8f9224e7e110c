-- Notices by mail. bericht.gemaild is when it was settled who gets mail of it; post holds what waits to be sent and loses a row when it went out.
CREATE TABLE berichtkeuze (
  verantwoordelijke TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  groep TEXT NOT NULL,
  kanaal TEXT NOT NULL,
  PRIMARY KEY (verantwoordelijke, gebruiker, groep),
  FOREIGN KEY (verantwoordelijke, gebruiker) REFERENCES gebruiker (verantwoordelijke, id)
);
CREATE TABLE post (
  verantwoordelijke TEXT NOT NULL REFERENCES verantwoordelijke,
  id TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  soort TEXT NOT NULL,
  kanaal TEXT NOT NULL,
  na {{moment}} NOT NULL,
  pogingen BIGINT NOT NULL,
  PRIMARY KEY (verantwoordelijke, id)
);
CREATE INDEX post_na ON post (verantwoordelijke, na);
CREATE INDEX bericht_gemaild ON bericht (verantwoordelijke, moment) WHERE gemaild IS NULL;
