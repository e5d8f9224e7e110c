// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
)

// klokverschil is how far the clock of a sender may run ahead of ours before what it wrote lies in the future.
const klokverschil = 5 * time.Minute

// maxTekst is the longest text that a report takes in one field, in characters: some ten pages.
const maxTekst = 20_000

// loket is what a message is judged against: which messages this controller receives, from whom, and when.
type loket struct {
	bestemming Bestemming
	afzenders  []Afzender
	nu         termijn.Moment
}

// bekend gives the registered organisation of a party: by its OIN, and only where it has none by its name.
func (l loket) bekend(p Partij) (Afzender, bool) {
	for _, a := range l.afzenders {
		if p.OIN != "" && a.OIN == p.OIN || p.OIN == "" && p.Naam != "" && strings.EqualFold(a.Naam, strings.TrimSpace(p.Naam)) {
			return a, true
		}
	}
	return Afzender{}, false
}

// adres refuses a message that is not for this controller, and names whom it is for.
func (l loket) adres(a Aanlevering) []domein.Fault {
	if a.Bestemming == VoorVT {
		return []domein.Fault{{Veld: "bestemming", Melding: "Dit bericht is voor Veilig Thuis. Stuur het naar Veilig Thuis: meldingen voor Veilig Thuis worden hier nooit ontvangen."}}
	}
	if a.Bestemming != l.bestemming {
		return []domein.Fault{{Veld: "bestemming", Melding: fmt.Sprintf("Dit bericht is voor %s. Hier komen alleen berichten binnen voor %s.", a.Bestemming.Naam(), l.bestemming.Naam())}}
	}
	if a.Geadresseerde.OIN == "" && a.Geadresseerde.Naam == "" {
		return nil
	}
	if known, ok := l.bekend(a.Geadresseerde); !ok || !known.Eigen {
		voor := a.Geadresseerde.Naam
		if voor == "" {
			voor = "de organisatie met OIN " + a.Geadresseerde.OIN
		}
		return []domein.Fault{{Veld: "geadresseerde", Melding: fmt.Sprintf("Dit bericht is voor %s en niet voor deze organisatie. Stuur het naar %s.", voor, voor)}}
	}
	return nil
}

// oordeel lists everything that is wrong with a message; none means that it can be kept.
func (l loket) oordeel(a Aanlevering) (Afzender, []domein.Fault) {
	if a.Soort == CheckBekendheid || a.Soort == AntwoordBekendheid { // what is asked of a report is not asked of a question
		return Afzender{}, []domein.Fault{{Veld: "soort", Melding: "Dit is een vraag of iemand bekend is, of het antwoord daarop, en geen melding. Stel die vraag op de pagina Bekend, bij een lopende melding."}}
	}
	faults := l.adres(a)
	fout := func(veld, melding string) { faults = append(faults, domein.Fault{Veld: veld, Melding: melding}) }
	if a.Soort != MeldingGeneriek && a.Soort != Overdracht {
		fout("soort", "Dit soort bericht wordt hier niet ontvangen. Stuur een melding.")
	}
	afzender, ok := l.bekend(a.Afzender)
	if !ok || afzender.Eigen {
		fout("afzender", "De afzender is hier niet bekend. Vraag de beheerder om deze organisatie als afzender op te nemen, en lever het bericht daarna opnieuw aan.")
	}
	if a.Kenmerk == "" || len(a.Kenmerk) > 200 {
		fout("kenmerk", "Geef het bericht een kenmerk van ten hoogste 200 tekens.")
	}
	switch {
	case a.Verzonden.IsZero():
		fout("verzonden", "Vul in wanneer het bericht is verzonden.")
	case l.nu.Time().Add(klokverschil).Before(a.Verzonden.Time()):
		fout("verzonden", "De datum van verzenden ligt in de toekomst. Controleer de datum.")
	}
	faults = append(faults, l.inhoud(a)...)
	return afzender, faults
}

// soort gives what a message is to this house: what Veilig Thuis reports is a transfer. CORV 1.0.9 has no message of its own for it.
func soort(a Aanlevering, van Afzender) Berichtsoort {
	if a.Soort == MeldingGeneriek && van.Organisatie == "veilig_thuis" {
		return Overdracht
	}
	return a.Soort
}

// inhoud judges what the message says.
func (l loket) inhoud(a Aanlevering) []domein.Fault {
	var faults []domein.Fault
	fout := func(veld, melding string) { faults = append(faults, domein.Fault{Veld: veld, Melding: melding}) }
	if strings.TrimSpace(a.Aanleiding) == "" {
		fout("aanleiding", "Schrijf op wat er aan de hand is.")
	}
	for _, t := range []struct{ veld, tekst string }{{"aanleiding", a.Aanleiding}, {"verzoek", a.Verzoek}} {
		if utf8.RuneCountInString(t.tekst) > maxTekst {
			fout(t.veld, fmt.Sprintf("Deze tekst is te lang. Houd het bij %d tekens.", maxTekst))
		}
	}
	if len(a.Betrokkenen) == 0 {
		fout("betrokkene-1-achternaam", "Noem ten minste één persoon om wie het gaat.")
	}
	for i, b := range a.Betrokkenen {
		for _, f := range b.Check(l.nu.Date()) {
			fout(fmt.Sprintf("betrokkene-%d-%s", i+1, f.Veld), fmt.Sprintf("Persoon %d: %s", i+1, f.Melding))
		}
	}
	for i, in := range a.Incidenten {
		if l.toekomst(in.Datum) {
			fout(fmt.Sprintf("incident-%d-datum", i+1), "De datum van een incident ligt in de toekomst. Controleer de datum.")
		}
	}
	return faults
}

// toekomst tells whether a day, month or year, as much as is known of it, lies after today.
func (l loket) toekomst(datum string) bool {
	vandaag := l.nu.Date().String()
	n := min(len(datum), len(vandaag))
	return datum[:n] > vandaag[:n]
}
