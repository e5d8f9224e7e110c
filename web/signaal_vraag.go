// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

// linkView shows the link for a partner, once: only a fingerprint of it is kept.
type linkView struct {
	Pagina
	Link, Aan, Terug string
}

func vraagFormulier(id string) *formulier {
	return &formulier{URL: "/signalen/" + id + "/vraag", Knop: "Maak een link", Nieuw: true, Groepen: []veldgroep{{Velden: []*veld{
		{Naam: "aan", Label: "Welke organisatie vraagt u iets?", Soort: "tekst", Nodig: true, Uitleg: "De organisatie, niet een persoon."},
		{Naam: "vraag", Label: "Uw vraag", Soort: "lang", Nodig: true, Uitleg: "Noem geen personen. De partner ziet uw vraag, het signaal en de grafiek, en verder niets."},
	}}}}
}

// signaalVraag asks a partner and shows the link. There is no redirect: the link exists on this answer only.
func (w *Web) signaalVraag(b *bezoek) error {
	id := b.PathValue("id")
	form := vraagFormulier(id).lees(b)
	values := form.waarden()
	key, err := w.Signaal.VraagPartner(b.Context(), b.wie, id, values["aan"], values["vraag"])
	if err != nil {
		if status, ok := form.mislukt(err, nil, 0); ok {
			return w.signaalToon(b, status, signaalFout{Vraag: form})
		}
		return err
	}
	scheme := "https://"
	if b.TLS == nil && !w.Secure {
		scheme = "http://"
	}
	terug := "/signalen/" + id
	return b.toon("signaal_link", &linkView{Pagina: Pagina{Titel: "De link voor " + values["aan"], Menu: "/signalen", Kruimels: []Kruimel{{"Signalen", "/signalen"}, {"Signaal", terug}}},
		Link: scheme + b.Host + "/partner/" + key, Aan: values["aan"], Terug: terug})
}
