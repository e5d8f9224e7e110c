// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/termijn"
)

// MetingStatus says what sort of value a measurement is, or why it has none.
type MetingStatus string

// The statuses of a measurement. Only the first two have a value; absent is never zero (invariant I16).
const (
	Definitief       MetingStatus = "definitief"
	Voorlopig        MetingStatus = "voorlopig"
	NietGepubliceerd MetingStatus = "nog niet gepubliceerd"
	Geheim           MetingStatus = "geheim"
	Onbekend         MetingStatus = "onbekend"
	TeKlein          MetingStatus = "te klein om te tonen"
)

// Meting is what an indicator measured in one period.
type Meting struct {
	Periode       cijfer.Periode // the last period of the source that is in it
	Venster       int            // how many periods of the source are in it
	Jaarvenster   bool           // a rolling year: Venster periods up to and including Periode
	Waarde        *float64
	Teller        *float64
	Noemer        *float64
	NoemerPeriode cijfer.Periode // set where the denominator is of another period than the count
	Status        MetingStatus
}

// Naam writes what the measurement covers: "september 2026", "12 maanden tot en met september 2026".
func (m Meting) Naam() string {
	if !m.Jaarvenster {
		return m.Periode.String()
	}
	unit := "maanden"
	if m.Periode.Lengte() == cijfer.Kwartaal {
		unit = "kwartalen"
	}
	return fmt.Sprintf("%d %s tot en met %s", m.Venster, unit, m.Periode)
}

// oudsteNoemer is how many years old a denominator may be. Inhabitants and dwellings are published once a year and late; a rate on an older number would say
// more about building than about safety.
const oudsteNoemer = 3

// Bereken gives the measurements of i from the figures in force, oldest first, up to the last period that ended before vandaag. It is pure: the same figures give the
// same series. A measurement has a value only when every figure that it needs has one. Months count over a rolling year where the indicator measures per year.
func Bereken(i Indicator, cijfers []cijfer.Cijfer, vandaag termijn.Date) []Meting {
	r := newRekening(i, cijfers)
	if len(r.eerste) == 0 || r.venster == 0 {
		return nil
	}
	var metingen []Meting
	for p, end := r.begin(), r.eind(vandaag); maandEinde(p) <= maandEinde(end); p = p.Add(1) {
		if r.kalender && maandEinde(p)%r.venster != 0 {
			continue
		}
		metingen = append(metingen, r.meet(p))
	}
	return metingen
}

// reeks names one series of figures.
type reeks struct{ soort, gebied string }

// rekening is the figures of one indicator, laid out to be added up.
type rekening struct {
	Indicator
	cijfers         map[cijfer.Cel]cijfer.Cijfer
	lengte          cijfer.Lengte // of the periods of the count
	noemer          cijfer.Lengte // of those of the denominator
	venster         int           // periods of the source in one measurement; 0: cannot be measured
	kalender        bool          // measured per calendar quarter, not rolling
	eerste, laatste map[reeks]cijfer.Periode
}

func newRekening(i Indicator, cijfers []cijfer.Cijfer) *rekening {
	r := &rekening{Indicator: i, cijfers: map[cijfer.Cel]cijfer.Cijfer{}, eerste: map[reeks]cijfer.Periode{}, laatste: map[reeks]cijfer.Periode{}}
	teller, gebieden := set(i.Teller), set(i.Gebieden)
	for _, c := range cijfers {
		if !gebieden[c.Gebied] || !teller[c.Soort] && c.Soort != i.Noemer {
			continue
		}
		r.cijfers[cijfer.Cel{Soort: c.Soort, Gebied: c.Gebied, Periode: c.Periode}] = c
		if c.Soort == i.Noemer {
			r.noemer = c.Periode.Lengte()
			continue
		}
		r.lengte = c.Periode.Lengte()
		k := reeks{c.Soort, c.Gebied}
		if p, ok := r.eerste[k]; !ok || maandEinde(c.Periode) < maandEinde(p) {
			r.eerste[k] = c.Periode
		}
		if p, ok := r.laatste[k]; !ok || maandEinde(c.Periode) > maandEinde(p) {
			r.laatste[k] = c.Periode
		}
	}
	if r.lengte != "" && maanden(i.Lengte) >= maanden(r.lengte) {
		r.venster = maanden(i.Lengte) / maanden(r.lengte)
	}
	r.kalender = r.venster > 1 && i.Lengte == cijfer.Kwartaal
	return r
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// begin is the first period for which every series that exists can fill a window.
func (r *rekening) begin() cijfer.Periode {
	var latest cijfer.Periode
	for _, p := range r.eerste {
		if latest == "" || maandEinde(p) > maandEinde(latest) {
			latest = p
		}
	}
	return latest.Add(r.venster - 1)
}

// eind is the last period that ended before vandaag, or the last one with a figure when that is later.
func (r *rekening) eind(vandaag termijn.Date) cijfer.Periode {
	end := periodeVan(r.lengte, vandaag).Add(-1)
	for _, p := range r.laatste {
		if maandEinde(p) > maandEinde(end) {
			end = p
		}
	}
	return end
}

func (r *rekening) meet(p cijfer.Periode) Meting {
	m := Meting{Periode: p, Venster: r.venster, Jaarvenster: r.venster > 1 && !r.kalender, Status: Definitief}
	if r.kalender {
		m.Periode = cijfer.Periode(fmt.Sprintf("%04dKW%02d", p.Jaar(), (maandEinde(p)-1)%12/3+1))
	}
	teller := r.tel(&m, r.Teller, p)
	if m.Status != Definitief && m.Status != Voorlopig {
		return m
	}
	value := teller
	if r.Noemer != "" {
		noemer, ok := r.deel(&m, p)
		if !ok {
			return m
		}
		m.Noemer, value = &noemer, teller/noemer*r.Factor
	}
	if r.klein(teller) || m.Noemer != nil && r.klein(*m.Noemer) {
		return Meting{Periode: m.Periode, Venster: m.Venster, Jaarvenster: m.Jaarvenster, Status: TeKlein}
	}
	m.Teller, m.Waarde = &teller, &value
	return m
}

// klein tells whether a count is too small to show. Zero is shown: it says that nobody is in it.
func (r *rekening) klein(n float64) bool { return n > 0 && n < float64(r.Minimum) }

// tel adds the figures of the kinds over all areas and the window that ends in p; what is missing goes to the status of m.
func (r *rekening) tel(m *Meting, soorten []string, p cijfer.Periode) float64 {
	sum := 0.0
	for _, soort := range soorten {
		for _, gebied := range r.Gebieden {
			for back := range r.venster {
				q := p.Add(-back)
				c, ok := r.cijfers[cijfer.Cel{Soort: soort, Gebied: gebied, Periode: q}]
				if status := r.status(c, ok, reeks{soort, gebied}, q); rang[status] > rang[m.Status] {
					m.Status = status
				}
				if c.Waarde != nil {
					sum += *c.Waarde
				}
			}
		}
	}
	return sum
}

// rang orders the statuses: what a sum needs most explanation for comes last and wins.
var rang = map[MetingStatus]int{Definitief: 0, Voorlopig: 1, NietGepubliceerd: 2, Onbekend: 3, Geheim: 4}

// status tells what one figure contributes. A figure that is absent after the last one of its series was not published yet; one that is absent before it was
// left out by the source, and nobody here knows why.
func (r *rekening) status(c cijfer.Cijfer, ok bool, k reeks, p cijfer.Periode) MetingStatus {
	last, known := r.laatste[k]
	switch {
	case !ok && known && maandEinde(p) > maandEinde(last):
		return NietGepubliceerd
	case !ok:
		return Onbekend
	case c.Attribuut == cijfer.Geheim:
		return Geheim
	case c.Waarde == nil:
		return Onbekend
	case c.Attribuut == cijfer.Voorlopig:
		return Voorlopig
	}
	return Definitief
}

// deel gives the denominator of the window that ends in p: the same window where it comes as often as the count, else the newest year that all areas have.
func (r *rekening) deel(m *Meting, p cijfer.Periode) (float64, bool) {
	if r.noemer != "" && r.noemer != cijfer.Jaar {
		if r.noemer != r.lengte {
			m.Status = Onbekend
			return 0, false
		}
		n := r.tel(m, []string{r.Noemer}, p)
		return n, r.bruikbaar(m, n)
	}
	jaar := (maandEinde(p) - 1) / 12
	for back := 0; back <= oudsteNoemer; back++ {
		q := cijfer.JaarVan(jaar - back)
		n, ok := r.noemerVan(q)
		if !ok {
			continue
		}
		if back > 0 {
			m.NoemerPeriode = q
		}
		return n, r.bruikbaar(m, n)
	}
	m.Status = Onbekend
	return 0, false
}

// bruikbaar refuses to divide by nothing.
func (r *rekening) bruikbaar(m *Meting, n float64) bool {
	if m.Status != Definitief && m.Status != Voorlopig {
		return false
	}
	if n <= 0 {
		m.Status = Onbekend
		return false
	}
	return true
}

func (r *rekening) noemerVan(jaar cijfer.Periode) (float64, bool) {
	sum := 0.0
	for _, gebied := range r.Gebieden {
		c, ok := r.cijfers[cijfer.Cel{Soort: r.Noemer, Gebied: gebied, Periode: jaar}]
		if !ok || c.Waarde == nil {
			return 0, false
		}
		sum += *c.Waarde
	}
	return sum, true
}

// maandEinde numbers the month in which p ends, so that periods of different length can be compared: 12*year + month.
func maandEinde(p cijfer.Periode) int {
	jaar, maand := p.Eind()
	return jaar*12 + maand
}

// periodeVan gives the period of a length in which day falls.
func periodeVan(l cijfer.Lengte, day termijn.Date) cijfer.Periode {
	switch l {
	case cijfer.Maand:
		return cijfer.MaandVan(day.Year(), day.Month())
	case cijfer.Kwartaal:
		return cijfer.Periode(fmt.Sprintf("%04dKW%02d", day.Year(), (day.Month()-1)/3+1))
	}
	return cijfer.JaarVan(day.Year())
}
