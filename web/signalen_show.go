// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// signalenView is the list of signals, folded to events.
type signalenView struct {
	Pagina
	Keuze          signaalKeuze
	Filters        []filter
	Verhalen       []verhaalRegel
	Totaal         int // stories that were chosen
	Nieuw          int // of those, the ones that nobody has looked at
	Vorige, Meer   string
	Stand          signaal.Telling
	Volgen         []volgRegel
	VolgenMeer     int
	Zoekopdrachten []zoekRegel
	MagBewaren     bool
	MagZoeken      bool
	Stappen        []keuze // what can be done with many at once
	Form           bulkForm
}

// bulkForm is what was posted, when it comes back with faults.
type bulkForm struct {
	Kop                 string
	Fouten              []domein.Fault
	Naar, Reden         string
	Gekozen             map[string]bool
	NaarFout, RedenFout string
}

// zoekRegel is a saved search.
type zoekRegel struct {
	signaal.Zoekopdracht
	URL    string
	Huidig bool
}

// volgRegel is a cell that came close.
type volgRegel struct {
	signaal.Oordeel
	Soort, Gebied, Niveau, Kans, Vanaf string
}

const (
	perBlad     = 25
	volgLengte  = 8
	volgMaanden = 3
)

func (w *Web) signalenShow(b *bezoek) error {
	return w.signalenToon(b, http.StatusOK, b.URL.Query(), bulkForm{})
}

// signalenToon shows the list that q chooses, with what went wrong in form.
func (w *Web) signalenToon(b *bezoek, status int, q url.Values, form bulkForm) error {
	ctx := b.Context()
	namen, err := w.Signaal.Namen(ctx, b.wie)
	if err != nil {
		return err
	}
	v := &signalenView{Pagina: Pagina{Titel: "Signalen", Menu: "/signalen"}, Keuze: leesKeuze(q, namen), Form: form}
	if v.Stand, err = w.Signaal.Stand(ctx, b.wie, signaal.Filter{Politie: v.Keuze.Politie}); err != nil {
		return err
	}
	list, err := w.Signaal.Lijst(ctx, b.wie, v.Keuze.filter(v.Stand.Periode))
	if err != nil {
		return err
	}
	blad, _ := strconv.Atoi(q.Get("blad"))
	if err := v.vouw(b, list, namen, max(1, blad)); err != nil {
		return err
	}
	if err := v.volg(b, namen); err != nil {
		return err
	}
	if err := v.bewaard(b); err != nil {
		return err
	}
	v.Filters = v.Keuze.velden(b, namen)
	_, err = w.Signaal.Mag(b.wie, toegang.SignaalDetecteren, toegang.Middel{Soort: "signaal", Verantwoordelijke: b.wie.Verantwoordelijke})
	v.MagZoeken = err == nil
	for _, s := range signaal.Groepsstappen() {
		v.Stappen = append(v.Stappen, keuze{Waarde: string(s), Naam: stapTekst[s].Knop})
	}
	v.Lead = v.lead()
	return b.toonMet(status, "signalen", v)
}

// vouw folds the signals and keeps one page of stories.
func (v *signalenView) vouw(b *bezoek, list []signaal.Signaal, namen signaal.Namen, blad int) error {
	stories := signaal.Vouw(list, signaal.Ouders(namen.Gebieden))
	v.Totaal = len(stories)
	for _, s := range stories {
		if s.Hoofd.Status() == signaal.Nieuw {
			v.Nieuw++
		}
	}
	blad = min(blad, max(1, (len(stories)+perBlad-1)/perBlad))
	from := (blad - 1) * perBlad
	to := min(from+perBlad, len(stories))
	if from > 0 {
		v.Vorige = bladURL(v.Keuze, blad-1)
	}
	if to < len(stories) {
		v.Meer = bladURL(v.Keuze, blad+1)
	}
	var err error
	v.Verhalen, err = b.web.verhaalRegels(b, stories[from:to])
	return err
}

func bladURL(k signaalKeuze, blad int) string {
	q := k.query()
	if blad > 1 {
		q.Set("blad", strconv.Itoa(blad))
	}
	return "/signalen?" + q.Encode()
}

// volg adds what came close in the newest months, whatever the status and months that were chosen.
func (v *signalenView) volg(b *bezoek, namen signaal.Namen) error {
	if v.Stand.Periode == "" {
		return nil
	}
	k := v.Keuze
	k.Status, k.Maanden = alleStatus, volgMaanden
	cells, err := b.web.Signaal.Volgen(b.Context(), b.wie, k.filter(v.Stand.Periode))
	if err != nil {
		return err
	}
	area, kind := map[string]gebied.Gebied{}, map[string]cijfer.Soort{}
	for _, g := range namen.Gebieden {
		area[g.Code] = g
	}
	for _, s := range namen.Soorten {
		kind[s.Code] = s
	}
	v.VolgenMeer = max(0, len(cells)-volgLengte)
	for _, o := range cells[:len(cells)-v.VolgenMeer] {
		g := area[o.Gebied]
		v.Volgen = append(v.Volgen, volgRegel{Oordeel: o, Soort: kind[o.Soort].Naam, Gebied: g.Naam, Niveau: b.tenant.Namen.Van(g.Niveau).Enkelvoud,
			Kans: kans(o.P), Vanaf: getal(o.Kleinste, 0)})
	}
	return nil
}

// bewaard adds the searches that the visitor saved; not everybody who sees signals may save.
func (v *signalenView) bewaard(b *bezoek) error {
	list, err := b.web.Signaal.Zoekopdrachten(b.Context(), b.wie)
	if domein.KindOf(err) == domein.Forbidden {
		return nil
	}
	if err != nil {
		return err
	}
	v.MagBewaren = true
	here := v.Keuze.query().Encode()
	for _, z := range list {
		v.Zoekopdrachten = append(v.Zoekopdrachten, zoekRegel{Zoekopdracht: z, URL: "/signalen?" + z.Query, Huidig: z.Query == here})
	}
	return nil
}

func (v *signalenView) lead() string {
	if v.Stand.Periode == "" {
		return "Er zijn nog geen cijfers per maand beoordeeld."
	}
	return fmt.Sprintf("Aantallen die hoger zijn dan het eigen verleden verklaart, tot en met %s. Wat erachter zit, zegt een cijfer niet: dat is aan mensen.", v.Stand.Periode)
}

// signalenZoeken judges all series again, for when that did not happen after a file was read in.
func (w *Web) signalenZoeken(b *bezoek) error {
	found, err := w.Signaal.Detecteer(b.Context(), b.wie)
	if err != nil {
		return err
	}
	b.zeg(fmt.Sprintf("%s reeksen zijn opnieuw beoordeeld: %d nieuwe signalen, %d herzien.", getal(float64(found.Reeksen), 0), found.Nieuw, found.Herzien))
	return b.naar("/signalen")
}
