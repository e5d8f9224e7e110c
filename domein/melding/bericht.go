// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"strings"

	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// The pieces that only a message of another system has.
const (
	Zorgstuk     = "zorg"
	Incidentstuk = "incident"
)

// vanBericht makes the dossier of a message.
func (s *Service) vanBericht(ctx context.Context, grant toegang.Grant, a Aanlevering, in Ingang) (Inname, error) {
	wie, nu := grant.Wie().ID, s.Nu()
	velden := map[string]string{"soort": string(a.Soort), "deur": string(a.Deur), "kenmerk": a.Kenmerk, "zaak": a.Zaak, "verzonden": a.Verzonden.String(), "bestemming": string(a.Bestemming),
		"aanleiding": a.Aanleiding, "verzoek": a.Verzoek, "antwoord_op": a.AntwoordOp, "organisatie": in.Organisatie}
	if a.Terugkoppelen {
		velden["terugkoppelen"] = "ja"
	}
	for naam, p := range map[string]Partij{"afzender": a.Afzender, "geadresseerde": a.Geadresseerde} {
		for veld, w := range map[string]string{"oin": p.OIN, "naam": p.Naam, "contact": p.Contact, "telefoon": p.Telefoon, "mailadres": p.Mailadres, "applicatie": p.Applicatie} {
			velden[naam+"."+veld] = w
		}
	}
	list := []dossier.Stuk{dossier.NieuwStuk(Tekst, s.NieuwID(), wie, nu, velden)}
	for _, b := range a.Betrokkenen {
		list = append(list, dossier.NieuwStuk(Gemelde, s.NieuwID(), wie, nu, persoonVelden(b)))
	}
	for _, z := range a.Zorgen {
		list = append(list, dossier.NieuwStuk(Zorgstuk, s.NieuwID(), wie, nu, map[string]string{"code": z.Code, "tekst": z.Tekst}))
	}
	for _, i := range a.Incidenten {
		list = append(list, dossier.NieuwStuk(Incidentstuk, s.NieuwID(), wie, nu, map[string]string{"kenmerk": i.Kenmerk, "datum": i.Datum, "plaats": i.Plaats, "tekst": i.Tekst}))
	}
	return s.inname(ctx, grant, in, "", list)
}

func persoonVelden(b Betrokkene) map[string]string {
	velden := map[string]string{
		"voornamen": b.Voornamen, "voorvoegsel": b.Voorvoegsel, "achternaam": b.Achternaam, "geboren": b.Geboren, "geslacht": b.Geslacht, "bsn": b.BSN,
		"straat": b.Adres.Straat, "huisnummer": b.Adres.Huisnummer, "postcode": b.Adres.Postcode, "plaats": b.Adres.Plaats,
		"telefoon": b.Telefoon, "mailadres": b.Mailadres, "rol": b.Rol,
	}
	if b.AdresGeheim {
		velden["adres_geheim"] = "ja"
	}
	return velden
}

// leesKop gives what an answer to the message needs: who sent it, to whom, under which reference, and what it asked.
func leesKop(d dossier.Dossier) Aanlevering {
	var a Aanlevering
	for _, st := range d.Van(Tekst) {
		partij := func(naam string) Partij {
			w := func(veld string) string { return st.Waarde(naam + "." + veld) }
			return Partij{OIN: w("oin"), Naam: w("naam"), Contact: w("contact"), Telefoon: w("telefoon"), Mailadres: w("mailadres"), Applicatie: w("applicatie")}
		}
		a = Aanlevering{Deur: Deur(st.Waarde("deur")), Soort: Berichtsoort(st.Waarde("soort")), Kenmerk: st.Waarde("kenmerk"), Zaak: st.Waarde("zaak"), Afzender: partij("afzender"),
			Geadresseerde: partij("geadresseerde"), Verzonden: st.Moment("verzonden"), Bestemming: Bestemming(st.Waarde("bestemming")),
			Aanleiding: st.Waarde("aanleiding"), Verzoek: st.Waarde("verzoek"), Terugkoppelen: st.Waarde("terugkoppelen") != "", AntwoordOp: st.Waarde("antwoord_op")}
	}
	return a
}

// Afzender is an organisation whose messages are received; Eigen marks a name of the controller itself.
type Afzender struct {
	OIN         string // 20 digits, or empty
	Naam        string
	Organisatie string // kind: "politie", "veilig_thuis", ...
	Eigen       bool
}

// Sleutel is under what an organisation is registered: its OIN, or its name where it has none.
func (a Afzender) Sleutel() string {
	if a.OIN != "" {
		return a.OIN
	}
	return strings.ToLower(a.Naam)
}

// Naam gives a destination as it stands on screen.
func (b Bestemming) Naam() string {
	switch b {
	case VoorZVH:
		return "het Zorg- en Veiligheidshuis"
	case VoorNAZ:
		return "de gemeente (niet-acute zorg)"
	case VoorVT:
		return "Veilig Thuis"
	}
	return string(b)
}
