// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package uitkomst

import (
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
)

// persoonFaults tells why a person cannot go with an agreement. The stelsel has each Actie say whom it is about, with BSN and address; an address that is secret stays here.
func persoonFaults(d dossier.Dossier, id string) []domein.Fault {
	fault := func(melding string) []domein.Fault { return []domein.Fault{{Veld: "over", Melding: melding}} }
	st, err := d.Stuk(casus.Betrokkene, id)
	if err != nil {
		return fault("Kies over wie de afspraken gaan.")
	}
	p := casus.Persoon(st)
	if p.AdresGeheim {
		return fault("Het adres van deze persoon is geheim en het stelsel vraagt een adres. Stel alleen besluiten beschikbaar, of deel de afspraak met iemand bij de partner.")
	}
	var mist []string
	for _, x := range []struct{ naam, waarde string }{{"voornamen", p.Voornamen}, {"achternaam", p.Achternaam}, {"BSN", p.BSN}, {"straat", p.Adres.Straat},
		{"postcode", p.Adres.Postcode}, {"plaats", p.Adres.Plaats}} {
		if x.waarde == "" {
			mist = append(mist, x.naam)
		}
	}
	if _, ok := p.Adres.Nummer(); !ok {
		mist = append(mist, "huisnummer")
	}
	if len(mist) > 0 {
		return fault("Het stelsel vraagt meer van deze persoon dan in de casus staat. Vul aan: " + strings.Join(mist, ", ") + ".")
	}
	return nil
}

// informering says whether a person knows, in words: the last that stands in the case about it.
func informering(d dossier.Dossier, id string) string {
	for _, st := range slices.Backward(d.Van(casus.Informeren)) {
		switch {
		case st.Waarde("betrokkene") != id:
		case !st.Datum("op").IsZero():
			return strings.TrimSpace("Geïnformeerd op " + st.Datum("op").String() + ". " + st.Waarde("hoe"))
		default:
			return "Nog niet geïnformeerd. " + st.Waarde("uitstelreden")
		}
	}
	return "Nog niet geïnformeerd."
}
