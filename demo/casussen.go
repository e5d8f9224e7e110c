// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"context"
	"fmt"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/toegang"
)

// casuswerk fills a tenant with invented cases, through the services and as the people who would do it.
type casuswerk struct {
	d      *huis.Diensten
	tenant string
	regime dossier.Regime
}

// Casussen opens the invented cases of a tenant: one in full swing with a knot, one that has just begun, one that rests, one that comes back today, two reports about one household, and two looks that need an explanation.
func Casussen(ctx context.Context, d *huis.Diensten, tenant gebied.Verantwoordelijke) error {
	w := casuswerk{d, tenant.ID, dossier.PGA}
	if tenant.Soort == gebied.VanZVH {
		w.regime = dossier.ZVH
	}
	for _, do := range []func(context.Context) error{w.gezin, w.begin, w.rust, w.meldingen, w.partners, w.blikken, w.terug} {
		if err := do(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (w casuswerk) wie(ctx context.Context, id string) (toegang.Actor, error) {
	return w.d.Gebruiker.Actor(ctx, w.tenant, id)
}

func (w casuswerk) open(ctx context.Context, doel, aanleiding string, personen ...map[string]string) (dossier.Kop, error) {
	proces, err := w.wie(ctx, "procesregisseur")
	if err != nil {
		return dossier.Kop{}, err
	}
	return w.d.Casus.Open(ctx, proces, casus.Opening{Regime: w.regime, Reden: dossier.Reden{Doel: doel, Grondslag: w.regime.Wet()}, Casusregisseur: "casusregisseur",
		MagBesluiten: "de volgorde van interventies en wie aan tafel zit", Aanleiding: aanleiding, Personen: personen})
}

// leg lays down a piece as one of the users and gives its id.
func (w casuswerk) leg(ctx context.Context, wie, id, soort string, velden map[string]string) (string, error) {
	a, err := w.wie(ctx, wie)
	if err != nil {
		return "", err
	}
	st, err := w.d.Casus.Leg(ctx, a, id, casus.Vastlegging{Soort: soort, Wijziging: domein.Wijziging{Velden: velden}})
	if err != nil {
		return "", fmt.Errorf("demo %s: %w", soort, err)
	}
	return st.ID, nil
}

// toelaten gives partners a place in the circle on the ground that fits them.
func (w casuswerk) toelaten(ctx context.Context, k dossier.Kop, doel string, wie ...string) error {
	proces, err := w.wie(ctx, "procesregisseur")
	if err != nil {
		return err
	}
	grond := "AVG-TAAK"
	if w.regime == dossier.ZVH {
		grond = "WGS"
	}
	for _, id := range wie {
		err := w.d.Deling.LaatToe(ctx, proces, k.ID, deling.Toelating{Gebruiker: id, Functie: toegang.AlsDeelnemer, Doel: doel, Grondslag: grond,
			Noodzaak: "deze organisatie werkt al met het gezin"})
		if err != nil {
			return fmt.Errorf("demo %s: %w", id, err)
		}
	}
	return nil
}

// gezin is the case that the guide walks through: two homes, a ban and talks that do not go together, a knot.
func (w casuswerk) gezin(ctx context.Context) error {
	const doel = "aanpak van huiselijk geweld"
	k, err := w.open(ctx, doel, "Tweede melding in een maand, van de politie en van Veilig Thuis.",
		map[string]string{"voornamen": "Mirte", "achternaam": "Voorbeeldsen", "geboren": "1989-04-12", "geslacht": "v", "straat": "Kersenlaan", "huisnummer": "12", "postcode": "1234 AB"},
		map[string]string{"voornamen": "Joris", "achternaam": "van Proefdam", "geboren": "1986-09-30", "geslacht": "m", "straat": "Havenpad", "huisnummer": "3", "postcode": "1235 CD"},
		map[string]string{"voornamen": "Tijn", "achternaam": "van Proefdam", "geboren": "2016-05-20", "geslacht": "m", "bsn": "999990020", "straat": "Kersenlaan", "huisnummer": "12", "postcode": "1234 AB", "plaats": "Voorbeeldstad"})
	if err != nil {
		return err
	}
	if err := w.toelaten(ctx, k, doel, "agent", "veilig-thuis", "reclassering"); err != nil {
		return err
	}
	if _, err := w.leg(ctx, "agent", k.ID, casus.Informatie, map[string]string{"tekst": "Agenten kwamen op 6 november om 22.40 uur. Buren hoorden geschreeuw. Een deur was vernield.",
		"bron": "politie", "datum": "2026-11-06", "categorie": "politie", "hardheid": "hard"}); err != nil {
		return err
	}
	if _, err := w.leg(ctx, "veilig-thuis", k.ID, casus.Informatie, map[string]string{"tekst": "School ziet dat het kind moe is en niet naar huis wil.", "bron": "veilig_thuis",
		"datum": "2026-11-05", "categorie": "veiligheid", "hardheid": "zacht", "weersproken": "ja", "betwisting": "Moeder zegt dat hij slecht slaapt door de verbouwing."}); err != nil {
		return err
	}
	veilig, err := w.leg(ctx, "casusregisseur", k.ID, casus.Doel, map[string]string{"tekst": "Niemand in huis wordt bedreigd of geslagen.", "leefgebied": "veiligheid", "risico": "hoog",
		"stand": "loopt", "familie": "Moeder wil rust. Vader vindt een verbod te zwaar."})
	if err != nil {
		return err
	}
	if _, err := w.leg(ctx, "casusregisseur", k.ID, casus.Doel, map[string]string{"tekst": "De schulden lopen niet verder op.", "leefgebied": "financien", "risico": "midden", "stand": "loopt"}); err != nil {
		return err
	}
	for _, i := range []map[string]string{
		{"wat": "Tijdelijk huisverbod voor vader", "soort": "huisverbod", "organisatie": "gemeente", "van": "2026-11-07", "tot": "2026-11-17", "als_mislukt": "De politie houdt vader aan.", "stand": "loopt"},
		{"wat": "Gezinsgesprekken thuis", "soort": "gezinsgesprek_thuis", "organisatie": "veilig_thuis", "van": "2026-11-12", "tot": "2026-12-12", "als_mislukt": "Terug naar het overleg.", "stand": "gepland"},
	} {
		i["doel"] = veilig
		if _, err := w.leg(ctx, "casusregisseur", k.ID, casus.Interventie, i); err != nil {
			return err
		}
	}
	if _, err := w.leg(ctx, "casusregisseur", k.ID, casus.Waarschuwing, map[string]string{"tekst": "Er is een grote hond in huis. Ga met twee mensen.", "herzien_op": "2027-02-01"}); err != nil {
		return err
	}
	regie, err := w.wie(ctx, "casusregisseur")
	if err != nil {
		return err
	}
	for _, do := range []func(context.Context, string) error{w.brief, w.tafel} {
		if err := do(ctx, k.ID); err != nil {
			return err
		}
	}
	if _, err := w.d.Casus.ZetStand(ctx, regie, k.ID, casus.Stap{Naar: casus.Uitvoering, Reden: "Het plan is met alle partijen besproken.", Basis: 1}); err != nil {
		return err
	}
	vt, err := w.wie(ctx, "veilig-thuis")
	if err != nil {
		return err
	}
	_, err = w.d.Casus.BrengIn(ctx, vt, k.ID, casus.Inbreng{Vraag: "Beginnen de gezinsgesprekken tijdens het huisverbod of erna?", Standpunt: "Wachten kost twee weken. Het kind vraagt nu om zijn vader.",
		Volgorde: "Eerst een gesprek op kantoor, daarna thuis.", Partijen: []string{"agent"}})
	return err
}

// brief adds a letter.
func (w casuswerk) brief(ctx context.Context, id string) error {
	wie, err := w.wie(ctx, "casusregisseur")
	if err != nil {
		return err
	}
	velden := map[string]string{"wat": "Brief van school over verzuim", "bron": "gemeente", "datum": "2026-11-04", "categorie": "veiligheid"}
	tekst := "Geachte heer, mevrouw,\n\nTijn was in oktober zes dagen niet op school. Wij maken ons zorgen en willen graag met de ouders praten.\n\nDe intern begeleider\n"
	if _, err := w.d.Casus.VoegBij(ctx, wie, id, velden, "brief-school.txt", []byte(tekst)); err != nil {
		return fmt.Errorf("demo bijlage: %w", err)
	}
	return nil
}

// tafel is the meeting of the week in a Zorg- en Veiligheidshuis, at which this case comes to the table with the ggz as guest.
func (w casuswerk) tafel(ctx context.Context, id string) error {
	if w.regime != dossier.ZVH {
		return nil
	}
	proces, err := w.wie(ctx, "procesregisseur")
	if err != nil {
		return err
	}
	o, err := w.d.Overleg.Roep(ctx, proces, overleg.Nieuw{Soort: "casusoverleg", Dag: dag(2026, 11, 10), Begin: "13:30", End: "15:00", Voorzitter: proces.ID})
	if err != nil {
		return fmt.Errorf("demo overleg: %w", err)
	}
	p, err := w.d.Overleg.Agendeer(ctx, proces, o.ID, overleg.NieuwPunt{Casus: id, Vraag: "Wat gaat voor: het huisverbod of de gesprekken thuis?", Gasten: []string{"ggz"}})
	if err != nil {
		return fmt.Errorf("demo agendapunt: %w", err)
	}
	_, err = w.leg(ctx, "casusregisseur", id, overleg.Afspraak, map[string]string{"punt": p.ID, "wat": "Bel de school over de dagen dat het kind bij vader is.", "wie": "veilig-thuis", "voor": "2026-11-13"})
	return err
}

// begin is a case that was opened today.
func (w casuswerk) begin(ctx context.Context) error {
	k, err := w.open(ctx, "aanpak van ernstig verward gedrag", "Vijf meldingen van overlast in twee weken. Regulier overleg komt niet verder.",
		map[string]string{"voornamen": "Otto", "achternaam": "Proefstra", "geboren": "1971", "geslacht": "m"})
	if err != nil {
		return err
	}
	return w.toelaten(ctx, k, "aanpak van ernstig verward gedrag", "agent")
}

// rust is a case that comes back on a day.
func (w casuswerk) rust(ctx context.Context) error {
	k, err := w.open(ctx, "aanpak van jeugdcriminaliteit", "Vierde aanhouding in een half jaar. De rechter beslist in december.",
		map[string]string{"voornamen": "Sem", "achternaam": "Voorbeeldink", "geboren": "2010-02-14", "geslacht": "m"})
	if err != nil {
		return err
	}
	regie, err := w.wie(ctx, "casusregisseur")
	if err != nil {
		return err
	}
	_, err = w.d.Casus.ZetStand(ctx, regie, k.ID, casus.Stap{Naar: casus.Sluimerend, Reden: "De zitting is op 14 december.", WekOp: dag(2026, 12, 15), Basis: 1})
	return err
}

// terug is a case that rested for three weeks and comes back today. What was done before today is done by the clock of that day.
func (w casuswerk) terug(ctx context.Context) error {
	toen := w.d.Casus.Nu().Plus(-21 * 24 * time.Hour)
	d, werk := *w.d, *w.d.Casus
	werk.Nu = func() termijn.Moment { return toen }
	d.Casus, w.d = &werk, &d
	k, err := w.open(ctx, "aanpak van jeugdcriminaliteit", "Derde winkeldiefstal. De kinderrechter doet op 6 november uitspraak.",
		map[string]string{"voornamen": "Liv", "achternaam": "Proefmans", "geboren": "2010-11-02", "geslacht": "v"})
	if err != nil {
		return err
	}
	regie, err := w.wie(ctx, "casusregisseur")
	if err != nil {
		return err
	}
	b, err := werk.Toon(ctx, regie, k.ID)
	if err != nil {
		return err
	}
	for _, p := range b.Van(casus.Betrokkene) {
		if _, err := w.leg(ctx, "casusregisseur", k.ID, casus.Informeren, map[string]string{"betrokkene": p.ID, "op": toen.Date().String()}); err != nil {
			return err
		}
	}
	if _, err := w.leg(ctx, "casusregisseur", k.ID, casus.Doel, map[string]string{"tekst": "Liv gaat weer elke dag naar school.", "leefgebied": "daginvulling"}); err != nil {
		return err
	}
	_, err = werk.ZetStand(ctx, regie, k.ID, casus.Stap{Naar: casus.Sluimerend, Reden: "Wij wachten op de uitspraak.", WekOp: w.d.Kader.Nu().Date(), Basis: k.Versie})
	return err
}

// meldingen are the report of the police at night and that of Veilig Thuis next morning, about one family whose name they spell differently.
func (w casuswerk) meldingen(ctx context.Context) error {
	for _, x := range []struct{ wie, aanleiding, voornaam, achternaam string }{
		{"agent", "Wij kwamen om 22.40 uur na een oproep van de buren. Vader was weg. Moeder wilde geen aangifte doen.", "Daan", "Voorbeeldjansen"},
		{"veilig-thuis", "School belde: het kind heeft een blauwe plek en vertelt er niets over.", "Dáán", "Voorbeeldjanssen"},
	} {
		a, err := w.wie(ctx, x.wie)
		if err != nil {
			return err
		}
		r, err := w.d.Melding.Zoek(ctx, a, persoon.Persoon{Achternaam: x.achternaam})
		if err != nil {
			return err
		}
		if _, err := w.d.Melding.Doe(ctx, a, melding.Nieuw{Bon: r.Bon, Soort: "huiselijk_geweld", Aanleiding: x.aanleiding, Verzoek: "Bekijk dit samen.", Gesproken: "nee",
			NietGesproken: "de veiligheid van het kind gaat voor", Personen: []map[string]string{{"voornamen": x.voornaam, "achternaam": x.achternaam, "geboren": "2017-08-21",
				"straat": "Molenvoorbeeld", "huisnummer": "5", "postcode": "1236 EF"}}}); err != nil {
			return err
		}
	}
	return nil
}

// partners registers the own number of a Zorg- en Veiligheidshuis and lets the system of the police in, so that the outcome of a meeting can go to it.
func (w casuswerk) partners(ctx context.Context) error {
	if w.regime != dossier.ZVH {
		return nil
	}
	beheerder, err := w.wie(ctx, "beheerder")
	if err != nil {
		return err
	}
	if err := w.d.Melding.SaveAfzender(ctx, beheerder, melding.Afzender{OIN: "00000009999999990000", Naam: "Zorg- en Veiligheidshuis Voorbeeldregio", Organisatie: "gemeente", Eigen: true}); err != nil {
		return fmt.Errorf("demo afzender: %w", err)
	}
	_, err = w.d.Uitkomst.Registreer(ctx, beheerder, uitkomst.Partnersysteem{OIN: "00000009999999991000", Naam: "Systeem van de politie", Organisatie: "politie"})
	return err
}
