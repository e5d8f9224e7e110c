// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"context"

	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// Signalen moves a few signals of a tenant through their life, so that the lists look as after some weeks of work: one that a partner gave a reading of, one that a table
// discussed, one that somebody took up, old ones that were closed together. The newest stays new.
func Signalen(ctx context.Context, s *signaal.Service, wie map[toegang.Rol]toegang.Actor, tenant string) error {
	adviseur := wie[toegang.AdviseurOOV]
	names, err := s.Namen(ctx, adviseur)
	if err != nil {
		return err
	}
	list, err := s.Lijst(ctx, adviseur, signaal.Filter{Alles: true})
	if err != nil || len(list) == 0 {
		return err
	}
	stories := signaal.Vouw(list, signaal.Ouders(names.Gebieden))
	halfYear := stories[0].Hoofd.Periode.Add(-5)
	done := map[string]bool{stories[0].Hoofd.ID: true}
	for _, l := range levens[tenant] {
		v, ok := l.kies(stories, done)
		if !ok {
			continue
		}
		done[v.Hoofd.ID] = true
		if err := l.leef(ctx, s, adviseur, v); err != nil {
			return err
		}
	}
	var old []signaal.Keuze
	for _, v := range stories {
		if !done[v.Hoofd.ID] && v.Hoofd.Periode < halfYear {
			old = append(old, keuzes(v, 0)...)
		}
	}
	if len(old) > 0 {
		_, err = s.Bulk(ctx, adviseur, old, signaal.Gesloten, oudeReden[tenant])
	}
	return err
}

// leven is what became of one story: the oldest of a kind, or the newest of any. An empty text is a station that it did not reach.
type leven struct {
	soort                                  string
	partner, vraag, antwoord, antwoordbron string
	duiding, bron, tafel, opvolging        string
}

const voorbeeld = "Voorbeeldtekst, niet van de gemeente. "

// levens holds what people wrote. About the real areas of a city nothing is invented: there each text says that it is an example.
var levens = map[string][]leven{
	"voorbeeldstad": {
		{soort: "overlast-jeugd", partner: "Jongerenwerk Voorbeeldstad", vraag: "Herkent u deze stijging? Gaat het om één plek of om de hele buurt?",
			antwoord: "Wij zien het ook. Het gaat om het speelveld, vooral na negen uur 's avonds.", antwoordbron: "Logboek van de straatrondes, juli en augustus 2026",
			duiding: "Het gaat om avonden op het speelveld in de schoolvakantie. Het jongerenwerk kent de groep.", bron: "Antwoord van het jongerenwerk van november 2026"},
		{soort: "fietsendiefstal", duiding: "De aangiften liggen rond het station. De bewaakte stalling was in september dicht.", bron: "Aangiften per straat en bericht van de stalling",
			tafel: "Veiligheidsoverleg Centrum, 3 november 2026. We wachten op de telling van de stalling."},
		{soort: "auto-inbraak", duiding: "De auto's stonden op het parkeerterrein van het bedrijventerrein, zonder verlichting.", bron: "Gebiedsmakelaar, rondgang van 2 september 2026",
			opvolging: "De gebiedsmakelaar bespreekt de verlichting met de ondernemers. Terug in het overleg van december."},
	},
	"rotterdam": {
		{partner: "Voorbeeldpartner", vraag: voorbeeld + "Herkent u deze ontwikkeling?", antwoord: voorbeeld + "Hier staat wat de partner ziet.",
			antwoordbron: voorbeeld + "Hier staat waarop het antwoord rust.", duiding: voorbeeld + "Hier staat hoe de adviseur dit aantal leest.", bron: "Voorbeeldbron"},
		{duiding: voorbeeld + "Hier staat hoe de adviseur dit aantal leest.", bron: "Voorbeeldbron", tafel: voorbeeld + "Hier staat aan welke tafel het is besproken, en wanneer."},
		{duiding: voorbeeld + "Hier staat hoe de adviseur dit aantal leest.", bron: "Voorbeeldbron", opvolging: voorbeeld + "Hier staat wie wat gaat doen."},
	},
}

// oudeReden is why what was older than half a year was closed at the start.
var oudeReden = map[string]string{
	"voorbeeldstad": "Bij de start nagelopen: ouder dan een half jaar, en daarna weer gewoon.",
	"rotterdam":     voorbeeld + "Gesloten bij de start: ouder dan een half jaar.",
}

// kies gives the story that l is about: of its kind the oldest, else the newest; never one that is taken.
func (l leven) kies(stories []signaal.Verhaal, done map[string]bool) (v signaal.Verhaal, ok bool) {
	for _, s := range stories {
		if done[s.Hoofd.ID] || l.soort != "" && s.Hoofd.Soort != l.soort {
			continue
		}
		if v, ok = s, true; l.soort == "" {
			return v, ok
		}
	}
	return v, ok
}

// leef takes a story from station to station.
func (l leven) leef(ctx context.Context, s *signaal.Service, wie toegang.Actor, v signaal.Verhaal) error {
	if l.partner != "" {
		key, err := s.VraagPartner(ctx, wie, v.Hoofd.ID, l.partner, l.vraag)
		if err != nil {
			return err
		}
		if err := s.Beantwoord(ctx, key, l.antwoord, l.antwoordbron); err != nil {
			return err
		}
	}
	steps := []signaal.Stap{
		{Naar: signaal.Geduid, Velden: map[string]string{"duiding": l.duiding, "duidingsbron": l.bron}},
		{Naar: signaal.Besproken, Velden: map[string]string{"tafel": l.tafel}},
		{Naar: signaal.Opgepakt, Velden: map[string]string{"opvolging": l.opvolging}},
	}
	taken := 0
	for _, stap := range steps {
		if stap.Velden[stap.Naar.Velden()[0]] == "" {
			continue
		}
		stap.Basis = v.Hoofd.Versie + taken
		if _, _, err := s.ZetSamen(ctx, wie, v.Hoofd.ID, stap, keuzes(v, taken)); err != nil {
			return err
		}
		taken++
	}
	return nil
}

// keuzes are all signals of a story, each a number of steps further than v shows.
func keuzes(v signaal.Verhaal, taken int) []signaal.Keuze {
	list := []signaal.Keuze{{ID: v.Hoofd.ID, Basis: v.Hoofd.Versie + taken}}
	for _, d := range v.Delen {
		list = append(list, signaal.Keuze{ID: d.ID, Basis: d.Versie + taken})
	}
	return list
}
