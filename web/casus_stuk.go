// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// stukFormulier is the form for a new piece of one kind, with the case that it belongs to.
func (w *Web) stukFormulier(b *bezoek) (*formulier, casus.Beeld, casus.Stuksoort, error) {
	soort, ok := casus.Soort(b.PathValue("soort"))
	if !ok {
		return nil, casus.Beeld{}, soort, domein.Missing("web.stukFormulier")
	}
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, soort, err
	}
	if !beeld.Kan[soort.Actie] {
		return nil, beeld, soort, &domein.Error{Kind: domein.Forbidden, Op: "web.stukFormulier", Melding: "Uw plek in de kring geeft u geen recht om dit te doen."}
	}
	m, err := w.mensen(b)
	f := &formulier{URL: b.formulierURL(), Knop: "Opslaan", Terug: "/casussen/" + beeld.ID, Groepen: casusVelden(soort, beeld.Dossier, m),
		Uitleg: "U doet dit voor: " + beeld.Doel + " (" + beeld.Grondslag + ").", ConceptURL: conceptURL(beeld.ID, conceptvan(b))}
	return f, beeld, soort, err
}

func (w *Web) stukNieuw(b *bezoek) error {
	f, beeld, soort, err := w.stukFormulier(b)
	if err != nil {
		return err
	}
	begin := map[string]string{"datum": b.vandaag().String(), "betrokkene": b.URL.Query().Get("betrokkene"), "doel": b.URL.Query().Get("doel"), "punt": b.URL.Query().Get("punt"), "termijn": b.URL.Query().Get("termijn"), "bron": b.persoon.Organisatie}
	if err := w.metConcept(b, f.zet(begin), beeld.ID); err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Nieuw: "+soort.Naam), f)
}

func (w *Web) stukMaak(b *bezoek) error {
	f, beeld, soort, err := w.stukFormulier(b)
	if err != nil {
		return err
	}
	f.Nieuw = true
	f.lees(b)
	v := casus.Vastlegging{Soort: soort.Code, Wijziging: domein.Wijziging{Velden: f.waarden()}}
	st, err := w.Casus.Leg(b.Context(), b.wie, beeld.ID, v)
	if err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Nieuw: "+soort.Naam), f, dossier.Stuk{})
	}
	return w.opgeslagen(b, beeld.ID, st)
}

func (w *Web) stukBewerk(b *bezoek) error {
	f, beeld, soort, err := w.stukFormulier(b)
	if err != nil {
		return err
	}
	st, err := beeld.Stuk(soort.Code, b.PathValue("stuk"))
	if err != nil {
		return err
	}
	if err := w.metConcept(b, f.toon(st.Velden, st.Versie), beeld.ID); err != nil {
		return err
	}
	if beeld.Kan[toegang.CasusBewerken] {
		f.TrekIn = &intrekking{ID: st.ID, URL: stukURL(beeld.ID, st) + "/intrekken"}
	}
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Wijzigen: "+soort.Naam), f)
}

// stukSave keeps the fields that the visitor changed. Where somebody else changed the same field meanwhile both values are shown, to choose from (S5).
func (w *Web) stukSave(b *bezoek) error {
	f, beeld, soort, err := w.stukFormulier(b)
	if err != nil {
		return err
	}
	f.lees(b)
	v := casus.Vastlegging{Soort: soort.Code, ID: b.PathValue("stuk"), Wijziging: f.wijziging()}
	st, err := w.Casus.Leg(b.Context(), b.wie, beeld.ID, v)
	if err != nil {
		huidig, missing := beeld.Stuk(soort.Code, v.ID)
		if missing != nil {
			return missing
		}
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Wijzigen: "+soort.Naam), f, huidig)
	}
	return w.opgeslagen(b, beeld.ID, st)
}

// opgeslagen ends a save: what was a draft is in the case now. Of a person who is in another case too it says which, so that the two tables find each other.
func (w *Web) opgeslagen(b *bezoek, id string, st dossier.Stuk) error {
	if err := w.Casus.WisConcept(b.Context(), b.wie, id, conceptvan(b)); err != nil {
		return err
	}
	soort, _ := casus.Soort(st.Soort)
	gezegd := "Opgeslagen: " + soort.Naam + "."
	if st.Soort == casus.Betrokkene {
		elders, err := w.Casus.Elders(b.Context(), b.wie, id, st.ID)
		if err != nil {
			return err
		}
		m, err := w.mensen(b)
		if err != nil {
			return err
		}
		for _, k := range elders {
			gezegd += " Let op: deze persoon zit ook in " + k.Codenaam + ". Bel de casusregisseur daarvan: " + m.Naam(k.Casusregisseur) + "."
		}
	}
	b.zeg(gezegd)
	return b.verder(id, "/casussen/"+id)
}

func stukURL(casus string, st dossier.Stuk) string {
	return "/casussen/" + casus + "/stukken/" + st.Soort + "/" + st.ID
}

func (w *Web) stukTrekIn(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Casus.TrekIn(b.Context(), b.wie, id, b.PathValue("soort"), b.PathValue("stuk"), gepost(b, "reden")); err != nil {
		return err
	}
	b.zeg("Ingetrokken. Het staat nog in de geschiedenis.")
	return b.naar("/casussen/" + id)
}
