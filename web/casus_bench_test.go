// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/inzage"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// omvangen are the numbers of cases of BenchmarkCasuswerk; with the tag trial there is one more, of a whole country.
var omvangen = []int{1_000, 10_000}

// Each case of the benchmark has ten pieces and a hundred rows in the journal; somebody sits in one of five hundred cases and at least in fifty.
const (
	stukkenPerCasus = 10
	rijenPerCasus   = 100
	perSeconde      = 100
	metingen        = 1_000
)

// BenchmarkCasuswerk asks the pages of case work at a hundred requests a second, on a schedule that does not wait for answers, and reports the 50th and 99th percentile of each
// in milliseconds.
func BenchmarkCasuswerk(b *testing.B) {
	for _, n := range omvangen {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			h := newHuis(b)
			ids, verzoek := vulCasussen(b, h, n)
			fatima, privacy := inloggen(b, h, proef.Regio, "casusregisseur"), inloggen(b, h, proef.Regio, "privacy")
			soorten := []struct {
				naam  string
				vraag func(i int) (int, string)
			}{
				{"open", func(i int) (int, string) { return fatima.get(b, "/casussen/"+ids[i*7919%len(ids)]) }},
				{"lijst", func(int) (int, string) { return fatima.get(b, "/casussen") }},
				{"zoek", func(i int) (int, string) {
					return fatima.post(b, "/casussen/zoeken", url.Values{"zoek": {fmt.Sprintf("Proefnaam%d 1980-01-02", i%200*max(1, n/200))}})
				}},
				{"uittreksel", func(int) (int, string) { return privacy.get(b, "/inzage/"+verzoek) }},
			}
			for b.Loop() {
				tijden := map[string][]time.Duration{}
				var mu sync.Mutex
				var wg sync.WaitGroup
				klok := time.NewTicker(time.Second / perSeconde)
				for i := range metingen {
					<-klok.C
					wg.Go(func() {
						s := soorten[i%len(soorten)]
						begin := time.Now()
						status, _ := s.vraag(i)
						took := time.Since(begin)
						mu.Lock()
						defer mu.Unlock()
						if tijden[s.naam] = append(tijden[s.naam], took); status != 200 {
							b.Errorf("%s gives %d", s.naam, status)
						}
					})
				}
				wg.Wait()
				klok.Stop()
				for _, naam := range slices.Sorted(maps.Keys(tijden)) {
					list := tijden[naam]
					slices.Sort(list)
					b.ReportMetric(float64(list[len(list)/2].Microseconds())/1000, naam+"-p50-ms")
					b.ReportMetric(float64(list[len(list)*99/100].Microseconds())/1000, naam+"-p99-ms")
				}
			}
		})
	}
}

// vulCasussen keeps n cases with their pieces and rows of the journal, in batches, and one request for an extract about two of them. It gives the cases of "casusregisseur".
func vulCasussen(b *testing.B, h *huis, n int) (ids []string, verzoek string) {
	b.Helper()
	ctx, fatima := b.Context(), h.Actor(b, proef.Regio, "casusregisseur")
	const batch = 200
	regel := persoon.Persoon{Voornamen: "Deniz", Achternaam: "Proefpersoon", BSN: "999990019", Geboren: "1980-01-02"}
	for from := 0; from < n; from += batch {
		var daden []dossier.Daad
		var rijen []journaal.Entry
		for i := from; i < min(from+batch, n); i++ {
			lid := i%max(1, n/200) == 0 || i < 2
			daad := bulkCasus(b, h, fatima, i, lid, regel)
			if lid {
				ids = append(ids, daad.Mutatie.Dossier)
			}
			daden, rijen = append(daden, daad), append(rijen, bulkRijen(b, fatima.ID, daad.Mutatie.Dossier)...)
		}
		entries, err := h.Casus.Entries(daden)
		if err == nil {
			err = h.Store.Bewaar(ctx, daden, entries)
		}
		if err == nil {
			err = h.Store.Kijk(ctx, rijen...)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	return ids, bulkVerzoek(b, h, ids[:2])
}

// bulkCasus is a case about two people; the first two cases are about the same person, who asks for his extract.
func bulkCasus(b *testing.B, h *huis, fatima toegang.Actor, i int, lid bool, vrager persoon.Persoon) dossier.Daad {
	b.Helper()
	nu, wie := h.Casus.Nu(), fatima.ID
	k := dossier.Kop{ID: h.Casus.NieuwID(), Soort: dossier.Casus, Regime: dossier.ZVH, Codenaam: casus.Codenaam(i + 1), Status: string(casus.Ingenomen), Casusregisseur: wie,
		Procesregisseur: "procesregisseur", Begonnen: nu, EersteVerwerking: nu.Date(), Versie: 1}
	grant, err := h.Casus.MagVoor(h.Actor(b, proef.Regio, "procesregisseur"), toegang.CasusOpenen, toegang.Middel{Soort: "casus", ID: k.ID, Verantwoordelijke: proef.Regio,
		Regime: string(dossier.ZVH)}, proef.Opening().Reden.Doel, proef.Opening().Reden.Grondslag)
	if err != nil {
		b.Fatal(err)
	}
	m := dossier.Mutatie{Dossier: k.ID, Kop: &k, Zout: h.Casus.NieuwZout(), Zicht: &dossier.Zicht{Houder: wie, Van: nu, Door: wie}}
	if !lid {
		wie = fmt.Sprintf("regisseur-%d", i%500)
	}
	m.Leden = []dossier.Lid{{Gebruiker: wie, Organisatie: "gemeente", Functie: toegang.AlsCasusregisseur, Doel: proef.Opening().Reden.Doel, Grondslag: "WGS", Van: nu, Door: wie}}
	p := map[string]string{"voornamen": "Proef", "achternaam": fmt.Sprintf("Proefnaam%d", i), "geboren": "1980-01-02"}
	if i < 2 {
		p = map[string]string{"voornamen": vrager.Voornamen, "achternaam": vrager.Achternaam, "geboren": vrager.Geboren, "bsn": vrager.BSN}
	}
	st := dossier.NieuwStuk(casus.Betrokkene, h.Casus.NieuwID(), wie, nu, p)
	m.Stukken, m.Woorden = []dossier.Stuk{st}, casus.Persoon(st).Zoekwoorden()
	for nr := range stukkenPerCasus - 1 {
		m.Stukken = append(m.Stukken, dossier.NieuwStuk(casus.Informatie, h.Casus.NieuwID(), wie, nu, map[string]string{"tekst": fmt.Sprintf("Wat bekend is, deel %d van deze proef.", nr),
			"over": st.ID, "bron": "politie", "datum": "2026-11-01", "categorie": "veiligheid", "hardheid": "hard"}))
	}
	return dossier.Daad{Grant: grant, Soort: dossier.Casus, Mutatie: m}
}

// bulkRijen are looks at a case, by people of many roles on many days.
func bulkRijen(b *testing.B, wie, id string) []journaal.Entry {
	b.Helper()
	list := make([]journaal.Entry, rijenPerCasus-1)
	for i := range list {
		entry, err := journaal.New(journaal.Params{Verantwoordelijke: proef.Regio, Wie: wie, Rol: "casusregisseur", Actie: "casus.inzien", Soort: "casus", Object: id,
			Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Uitkomst: "getoond", Moment: proef.Middag.AddDate(0, 0, -i%30)})
		if err != nil {
			b.Fatal(err)
		}
		list[i] = entry
	}
	return list
}

// bulkVerzoek is a request of the person that these cases are about, with both confirmed.
func bulkVerzoek(b *testing.B, h *huis, casussen []string) string {
	b.Helper()
	ctx, privacy := b.Context(), h.Actor(b, proef.Regio, "privacy")
	dag, err := termijn.NewDate(2026, 11, 9)
	if err != nil {
		b.Fatal(err)
	}
	k, err := h.Inzage.Registreer(ctx, privacy, inzage.Nieuw{Persoon: map[string]string{"voornamen": "Deniz", "achternaam": "Proefpersoon", "bsn": "999990019", "geboren": "1980-01-02"},
		Controle: inzage.Controles[0], Ontvangen: dag})
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range casussen {
		_, mensen, err := h.Inzage.Bekijk(ctx, privacy, k.ID, id)
		if err != nil || len(mensen) != 1 {
			b.Fatalf("%d people are met: %v", len(mensen), err)
		}
		if err := h.Inzage.Bevestig(ctx, privacy, k.ID, id, mensen[0].Betrokkene); err != nil {
			b.Fatal(domein.FaultsOf(err), err)
		}
	}
	return k.ID
}
