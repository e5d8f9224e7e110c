// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/bewaring"
	"dwarsverband/domein/dossier"
	"dwarsverband/export"
	"dwarsverband/toegang"
)

// vernietigingView is the destruction list that the rules propose, what is held back, and what was destroyed.
type vernietigingView struct {
	Pagina
	Lijst   []bewaring.Kandidaat
	Gedaan  []bewaring.Verklaring
	MagGoed bool
	Moet    int
	mensen  mensen
}

// Wie puts a name to a user.
func (v *vernietigingView) Wie(id string) string { return v.mensen.Naam(id) }

func (w *Web) vernietigingShow(b *bezoek) error {
	list, gedaan, err := w.Bewaring.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	v := &vernietigingView{Pagina: Pagina{Titel: "Vernietiging", Menu: "/vernietiging", Lead: "Dossiers, en tot wanneer ze bewaard mogen worden. Hier staan codenamen en geen inhoud."},
		Lijst: list, Gedaan: gedaan, MagGoed: heeftRol(b.persoon, toegang.Archivaris), mensen: m}
	for _, c := range list {
		if c.Moet {
			v.Moet++
		}
	}
	return b.toon("vernietiging", v)
}

func (w *Web) vernietigingGoed(b *bezoek) error {
	if err := b.ParseForm(); err != nil {
		return err
	}
	weg, err := w.Bewaring.KeurGoed(b.Context(), b.wie, b.PostForm["dossier"])
	if err != nil {
		return err
	}
	b.zeg(fmt.Sprintf("Vernietigd: %d. De verklaring staat onderaan.", len(weg)))
	return b.naar("/vernietiging")
}

// vernietigingDossierView is one dossier on the list: its term, what is held back of it, and its pieces by kind and date.
type vernietigingDossierView struct {
	Pagina
	Kandidaat               *bewaring.Kandidaat
	Stukken                 []stukVast
	Verklaring              *bewaring.Verklaring
	MagVast, MagVerleng     bool
	Redenen, VerlengRedenen []string
	Doel, Grondslag         string
	mensen                  mensen
}

// Wie puts a name to a user.
func (v *vernietigingDossierView) Wie(id string) string { return v.mensen.Naam(id) }

// stukVast is a piece with who holds it back.
type stukVast struct {
	bewaring.Stukregel
	Naam string
	Vast *bewaring.Vasthouding
}

func (w *Web) vernietigingDossier(b *bezoek) error {
	c, stukken, verklaring, err := w.Bewaring.Dossier(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	v := &vernietigingDossierView{Kandidaat: c, Verklaring: verklaring, Redenen: bewaring.Redenen, VerlengRedenen: bewaring.VerlengRedenen, mensen: m}
	v.Doel, v.Grondslag = toegang.StandaardDoel(toegang.BewaringLezen)
	v.Pagina = Pagina{Menu: "/vernietiging", Kruimels: []Kruimel{{"Vernietiging", "/vernietiging"}}}
	if verklaring != nil {
		v.Titel = verklaring.Codenaam
	}
	if c != nil {
		v.Titel = c.Codenaam
		v.MagVast = heeftRol(b.persoon, toegang.Privacyfunctionaris)
		v.MagVerleng = v.MagVast && c.Regime == dossier.ZVH && c.Status != bewaring.Vernietigd
	}
	for _, st := range stukken {
		r := stukVast{Stukregel: st, Naam: stuknaam(st.Soort)}
		for i, x := range c.Stukken {
			if x.Soort == st.Soort && x.Stuk == st.Stuk {
				r.Vast = &c.Stukken[i]
			}
		}
		v.Stukken = append(v.Stukken, r)
	}
	return b.toon("vernietiging_dossier", v)
}

// vastVan reads what is to be held back, or set free.
func vastVan(b *bezoek) bewaring.Vasthouding {
	v := bewaring.Vasthouding{Dossier: b.PathValue("id"), Soort: gepost(b, "soort"), Stuk: gepost(b, "stuk"), Reden: gepost(b, "reden")}
	if soort, stuk, ok := strings.Cut(v.Stuk, "/"); ok {
		v.Soort, v.Stuk = soort, stuk
	}
	return v
}

func (w *Web) vernietigingVast(b *bezoek) error {
	if err := w.Bewaring.HoudVast(b.Context(), b.wie, vastVan(b)); err != nil {
		return err
	}
	b.zeg("Dit wordt vastgehouden.")
	return b.naar("/vernietiging/" + b.PathValue("id"))
}

func (w *Web) vernietigingVrij(b *bezoek) error {
	if err := w.Bewaring.GeefVrij(b.Context(), b.wie, vastVan(b)); err != nil {
		return err
	}
	b.zeg("Dit wordt niet meer vastgehouden.")
	return b.naar("/vernietiging/" + b.PathValue("id"))
}

func (w *Web) vernietigingVerleng(b *bezoek) error {
	if err := w.Bewaring.Verleng(b.Context(), b.wie, b.PathValue("id"), gepost(b, "reden")); err != nil {
		return err
	}
	b.zeg("De termijn is verlengd. Het besluit is geteld.")
	return b.naar("/vernietiging/" + b.PathValue("id"))
}

// verklaringODT gives the certificate of destruction to take along.
func (w *Web) verklaringODT(b *bezoek) error {
	_, _, v, err := w.Bewaring.Dossier(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	if v == nil {
		return domein.Missing("web.verklaringODT")
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	file, err := export.Document{Titel: "Verklaring van vernietiging", Delen: []export.Deel{{Tekst: b.tenant.Naam + " verklaart dat dit dossier is vernietigd, met de sleutel waarmee het te lezen was.",
		Feiten: [][2]string{{"Dossier", v.Codenaam}, {"Soort", string(v.Soort)}, {"Kader", v.Regime.Naam()}, {"Regel", v.Regel}, {"Vernietigde versies van stukken", strconv.Itoa(v.Stukken)},
			{"Nog vastgehouden versies", strconv.Itoa(v.Vastgehouden)}, {"Goedgekeurd door", m.Naam(v.Door)}, {"Op", tijd(v.Moment)}, {"Nummer in het journaal", strconv.FormatInt(v.Volgnr, 10)}}}}}.ODT()
	if err != nil {
		return err
	}
	return b.download("verklaring-van-vernietiging.odt", "application/vnd.oasis.opendocument.text", file)
}

// download sends a file to take along. Its name says what it is and never of whom.
func (b *bezoek) download(naam, soort string, inhoud []byte) error {
	b.w.Header().Set("Content-Type", soort)
	b.w.Header().Set("Content-Disposition", `attachment; filename="`+naam+`"`)
	_, err := b.w.Write(inhoud)
	return err
}
