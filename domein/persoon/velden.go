// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

// Velden are the names of the fields in which a piece of a dossier holds an identity.
var Velden = []string{"voornamen", "voorvoegsel", "achternaam", "geboren", "geslacht", "bsn", "straat", "huisnummer", "postcode", "plaats", "adres_geheim", "telefoon"}

// UitVelden reads an identity from the fields of a piece.
func UitVelden(waarde func(veld string) string) Persoon {
	return Persoon{
		Voornamen: waarde("voornamen"), Voorvoegsel: waarde("voorvoegsel"), Achternaam: waarde("achternaam"), Geboren: waarde("geboren"),
		Geslacht: waarde("geslacht"), BSN: waarde("bsn"), AdresGeheim: waarde("adres_geheim") == "ja", Telefoon: waarde("telefoon"),
		Adres: Adres{Straat: waarde("straat"), Huisnummer: waarde("huisnummer"), Postcode: waarde("postcode"), Plaats: waarde("plaats")},
	}
}
