// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"fmt"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
)

// Casusoverleg is a meeting about one case.
type Casusoverleg struct {
	URL       string  `json:"url" format:"uri"`
	ID        string  `json:"id"`
	Datum     string  `json:"datum" format:"date"`
	StartTijd Tijd    `json:"startTijd"`
	EindTijd  Tijd    `json:"eindTijd"`
	Notulen   string  `json:"notulen"`
	Betreft   JZVZaak `json:"betreft"`
}

// Tijd is a time of the day; the description has it as a resource, so its id is the time.
type Tijd struct {
	ID  string `json:"id"`
	URL string `json:"url" format:"uri"`
}

// JZVZaak is a case, with what a partner may know of it.
type JZVZaak struct {
	URL          string       `json:"url" format:"uri"`
	ID           string       `json:"id"`
	StartDatum   string       `json:"startDatum" format:"date"`
	HeeftActie   []JZVActie   `json:"heeftActie" nullable:"false"`
	HeeftBesluit []JZVBesluit `json:"heeftBesluit" nullable:"false"`
}

// JZVBesluit is what the table decided.
type JZVBesluit struct {
	URL            string `json:"url" format:"uri"`
	ID             string `json:"id"`
	Omschrijving   string `json:"omschrijving"`
	IDCasusoverleg string `json:"idCasusoverleg"`
}

// JZVActie is what was agreed, about whom, and the kind of organisation that does it.
type JZVActie struct {
	URL            string         `json:"url" format:"uri"`
	ID             string         `json:"id"`
	Omschrijving   string         `json:"omschrijving"`
	Conditie       string         `json:"conditie" doc:"Altijd leeg: een afspraak heeft hier een datum en geen voorwaarde."`
	Informering    string         `json:"informering"`
	IDCasusoverleg string         `json:"idCasusoverleg"`
	Over           JZVBetrokkene  `json:"heeftBetrekkingOp"`
	BelegdBij      JZVOrganisatie `json:"belegdBij"`
}

// JZVBetrokkene is the person that an agreement is about.
type JZVBetrokkene struct {
	URL   string   `json:"url" format:"uri"`
	BSN   string   `json:"burgerservicenummer"`
	Naam  JZVNaam  `json:"naam"`
	Adres JZVAdres `json:"adres"`
}

// JZVNaam is a name as the basisregistratie has it.
type JZVNaam struct {
	ID            string `json:"id"`
	URL           string `json:"url" format:"uri"`
	Voornamen     string `json:"voornamen"`
	Voorvoegsel   string `json:"voorvoegsel,omitempty"`
	Geslachtsnaam string `json:"geslachtsnaam"`
}

// JZVAdres is an address. The stelsel has no place for the letter or the addition of a number.
type JZVAdres struct {
	ID         string `json:"id"`
	URL        string `json:"url" format:"uri"`
	Straatnaam string `json:"straatnaam"`
	Huisnummer int32  `json:"huisnummer"`
	Postcode   string `json:"postcode"`
	Plaats     string `json:"plaats"`
}

// JZVOrganisatie is a kind of organisation.
type JZVOrganisatie struct {
	URL  string `json:"url" format:"uri"`
	Naam string `json:"naam"`
}

func (a *API) adres(soort, id string) string { return a.Basis + "/v1/" + soort + "/" + id }

func (a *API) overleggen(list []uitkomst.Uitkomst) []Casusoverleg {
	return elk(list, func(u uitkomst.Uitkomst) Casusoverleg {
		plek := a.adres("casusoverleg", u.ID)
		uur := func(m termijn.Moment, deel string) Tijd {
			return Tijd{m.Time().In(termijn.Amsterdam).Format("15:04:05"), plek + "#" + deel}
		}
		return Casusoverleg{URL: plek, ID: u.ID, Datum: u.Begin.Date().String(), StartTijd: uur(u.Begin, "startTijd"), EindTijd: uur(u.Eind, "eindTijd"),
			Notulen: "Vraag aan tafel: " + u.Vraag, Betreft: a.zaken([]uitkomst.Uitkomst{u})[0]}
	})
}

// zaken gives the one case that these outcomes are of.
func (a *API) zaken(list []uitkomst.Uitkomst) []JZVZaak {
	u := list[0]
	return []JZVZaak{{a.adres("zaak", u.Dossier), u.Dossier, u.Begonnen.String(), a.acties(list), a.besluiten(list)}}
}

// deelvan is the id of a part of an outcome. The same piece that was made available twice is two.
func deelvan(u uitkomst.Uitkomst, st dossier.Stuk) string { return u.ID + "." + st.ID }

func (a *API) besluiten(list []uitkomst.Uitkomst) []JZVBesluit {
	out := []JZVBesluit{}
	for _, u := range list {
		for _, st := range u.Besluiten {
			id := deelvan(u, st)
			out = append(out, JZVBesluit{a.adres("besluit", id), id, st.Waarde("besluit"), u.ID})
		}
	}
	return out
}

func (a *API) acties(list []uitkomst.Uitkomst) []JZVActie {
	out := []JZVActie{}
	for _, u := range list {
		for _, x := range u.Acties {
			id := deelvan(u, x.Stuk)
			plek := a.adres("actie", id)
			out = append(out, JZVActie{URL: plek, ID: id, Omschrijving: fmt.Sprintf("%s Klaar op: %s.", x.Waarde("wat"), x.Datum("voor")), Informering: u.Informering, IDCasusoverleg: u.ID,
				Over: betrokkene(plek+"#heeftBetrekkingOp", id, u.Over), BelegdBij: JZVOrganisatie{plek + "#belegdBij", x.Organisatie}})
		}
	}
	return out
}

func betrokkene(plek, id string, p persoon.Persoon) JZVBetrokkene {
	nummer, _ := p.Adres.Nummer() // an address without one was refused when this was made available
	return JZVBetrokkene{URL: plek, BSN: p.BSN, Naam: JZVNaam{id, plek + ".naam", p.Voornamen, p.Voorvoegsel, p.Achternaam},
		Adres: JZVAdres{id, plek + ".adres", p.Adres.Straat, nummer, p.Adres.Postcode, p.Adres.Plaats}}
}
