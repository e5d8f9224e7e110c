// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Wijzen are the ways in which an extract is handed out.
var Wijzen = []string{"aan de balie", "per post", "via een beveiligd bericht"}

// Reik hands out what was prepared: it is frozen, written in the journal and in the ledger. Where a second person must look, it takes his agreement with exactly this.
func (s *Service) Reik(ctx context.Context, wie toegang.Actor, id, wijze string) error {
	const op = "inzage.Reik"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := loopt(op, d); err != nil {
		return err
	}
	if !slices.Contains(Wijzen, wijze) {
		return domein.Refuse(op, "Dit is niet uitgereikt.", []domein.Fault{{Veld: "wijze", Melding: "Kies hoe het uittreksel wordt gegeven."}})
	}
	u, err := s.klopt(ctx, wie, d, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if len(u.redenen) > 0 && akkoord(d, u) == nil {
		return &domein.Error{Kind: domein.Forbidden, Op: op, Melding: "Een tweede privacyfunctionaris moet eerst instemmen: " + strings.Join(u.redenen, "; ") + "."}
	}
	text, err := json.Marshal(u.regels)
	if err != nil {
		return domein.Wrap(op, err)
	}
	nu := s.Nu()
	st, mens := dossier.NieuwStuk(Overhandig, s.NieuwID(), wie.ID, nu, map[string]string{"wijze": wijze, "hash": u.hash, "regels": strconv.Itoa(len(u.regels)), "inhoud": string(text)}), []string{}
	if p, ok := laatste(d, Persoon); ok {
		mens = append(mens, p.ID)
	}
	k := d.Kop
	k.Status, k.Versie = Uitgereikt, d.Versie+1
	doel, grondslag := toegang.StandaardDoel(toegang.InzageBehandelen)
	m := dossier.Mutatie{Kop: &k, Was: d.Versie, Stukken: []dossier.Stuk{st}, Taken: klaar(d, wie.ID, nu), Sporen: []dossier.Verstrekking{{ID: st.ID, Dossier: d.ID, Moment: nu, Door: wie.ID,
		Van: wie.Organisatie, Aan: "betrokkene", Categorie: "inzage", Vorm: "inzage", Doel: doel, Grondslag: grondslag, Betrokkenen: mens}}}
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, m))
}

// klaar ends the task of a request.
func klaar(d dossier.Dossier, wie string, nu termijn.Moment) []dossier.Taak {
	var list []dossier.Taak
	for _, t := range d.Taken {
		if t.Open() && t.Soort == "inzage" {
			list = append(list, t.Af(wie, nu))
		}
	}
	return list
}

// gegeven gives the lines that were handed out; none where nothing was.
func gegeven(d dossier.Dossier) ([]Regel, error) {
	st, ok := laatste(d, Overhandig)
	if !ok {
		return nil, nil
	}
	var list []Regel
	err := json.Unmarshal([]byte(st.Waarde("inhoud")), &list)
	return list, err
}

// Uittreksel is what the person concerned got.
type Uittreksel struct {
	Nummer, Naam string
	Tot          termijn.Moment // up to when the journal was read
	Uitgereikt   termijn.Moment
	Betrokkene   string // pseudonym in the request
	Regels       []Regel
}

// Afschrift gives what was handed out, to print or send. It does not exist before it was handed out. Each time is a look of its own in the journal.
func (s *Service) Afschrift(ctx context.Context, wie toegang.Actor, id string) (Uittreksel, error) {
	const op = "inzage.Afschrift"
	d, _, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return Uittreksel{}, domein.Wrap(op, err)
	}
	st, ok := laatste(d, Overhandig)
	if !ok {
		return Uittreksel{}, domein.Missing(op)
	}
	bereid, _ := laatste(d, Voorbereid)
	mens, _ := laatste(d, Persoon)
	u := Uittreksel{Nummer: d.Codenaam, Naam: wieVraagt(d).Naam(), Tot: bereid.Moment("op"), Uitgereikt: st.Op, Betrokkene: mens.ID}
	u.Regels, err = gegeven(d)
	return u, domein.Wrap(op, err)
}

// VerlengTermijn extends the term by two months, once, with a reason that the person hears within the first month (AVG art. 12 lid 3).
func (s *Service) VerlengTermijn(ctx context.Context, wie toegang.Actor, id, waarom string) error {
	const op = "inzage.VerlengTermijn"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if err := loopt(op, d); err != nil {
		return err
	}
	if len(d.Van(Langer)) > 0 {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "De termijn is al een keer verlengd."}
	}
	if len([]rune(strings.TrimSpace(waarom))) < kortsteReden {
		return domein.Refuse(op, "De termijn is niet verlengd.", []domein.Fault{{Veld: "waarom", Melding: "Schrijf waarom meer tijd nodig is (minstens 20 tekens)."}})
	}
	nu := s.Nu()
	i := slices.IndexFunc(d.Taken, func(t dossier.Taak) bool { return t.Soort == "inzage" && t.Open() })
	if i < 0 || d.Taken[i].TeLaat(nu) {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Verlengen kan alleen binnen de eerste maand."}
	}
	regel, err := termijn.Geldend(termijn.InzageVerlenging, nu.Date())
	if err != nil {
		return domein.Wrap(op, err)
	}
	taak := d.Taken[i]
	taak.Vervalt = regel.VanafDag(taak.Vervalt.Date().AddDays(-1)).End()
	st := dossier.NieuwStuk(Langer, s.NieuwID(), wie.ID, nu, map[string]string{"waarom": waarom, "tot": taak.Vervalt.String()})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Stukken: []dossier.Stuk{st}, Taken: []dossier.Taak{taak}}))
}

// Rechten are what a person can ask beside seeing his data, and Uitkomsten what comes of it.
var (
	Rechten = []struct{ Code, Naam string }{{"16", "verbeteren (art. 16 AVG)"}, {"17", "wissen (art. 17 AVG)"}, {"18", "beperken (art. 18 AVG)"}, {"21", "bezwaar (art. 21 AVG)"}}
	// Uitkomsten also end a request; what is not granted as a whole takes a motivation.
	Uitkomsten = []string{"ingewilligd", "deels ingewilligd", "afgewezen", "ingetrokken"}
)

// LegRecht records a wish under art. 16 to 21 AVG with its outcome. What follows from it is done in the dossier itself.
func (s *Service) LegRecht(ctx context.Context, wie toegang.Actor, id, recht, wat, uitkomst, motivering string) error {
	const op = "inzage.LegRecht"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	faults := uitkomstFaults(uitkomst, motivering)
	if !slices.ContainsFunc(Rechten, func(r struct{ Code, Naam string }) bool { return r.Code == recht }) {
		faults = append(faults, domein.Fault{Veld: "recht", Melding: "Kies wat de persoon vraagt."})
	}
	if strings.TrimSpace(wat) == "" {
		faults = append(faults, domein.Fault{Veld: "wat", Melding: "Schrijf om welk gegeven het gaat."})
	}
	if err := domein.Refuse(op, "Dit is niet vastgelegd.", faults); err != nil {
		return err
	}
	st := dossier.NieuwStuk(Recht, s.NieuwID(), wie.ID, s.Nu(), map[string]string{"recht": recht, "wat": wat, "uitkomst": uitkomst, "motivering": motivering})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Stukken: []dossier.Stuk{st}}))
}

func uitkomstFaults(uitkomst, motivering string) []domein.Fault {
	var list []domein.Fault
	if !slices.Contains(Uitkomsten, uitkomst) {
		list = append(list, domein.Fault{Veld: "uitkomst", Melding: "Kies de uitkomst."})
	}
	if (uitkomst == "afgewezen" || uitkomst == "deels ingewilligd") && len([]rune(strings.TrimSpace(motivering))) < kortsteReden {
		list = append(list, domein.Fault{Veld: "motivering", Melding: "Schrijf waarom (minstens 20 tekens): de persoon kan daartegen opkomen."})
	}
	return list
}

// Sluit ends a request. What was granted was handed out first.
func (s *Service) Sluit(ctx context.Context, wie toegang.Actor, id, uitkomst, motivering string) error {
	const op = "inzage.Sluit"
	d, sleutel, err := s.open(ctx, wie, id, toegang.InzageBehandelen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if d.Status == Gesloten {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Dit verzoek is al gesloten."}
	}
	faults := uitkomstFaults(uitkomst, motivering)
	if d.Status == Ontvangen && (uitkomst == "ingewilligd" || uitkomst == "deels ingewilligd") {
		faults = append(faults, domein.Fault{Veld: "uitkomst", Melding: "Reik eerst het uittreksel uit."})
	}
	if err := domein.Refuse(op, "Dit verzoek is niet gesloten.", faults); err != nil {
		return err
	}
	nu := s.Nu()
	k := d.Kop
	k.Status, k.Gesloten, k.Versie = Gesloten, nu, d.Versie+1
	st := dossier.NieuwStuk(Afsluiting, s.NieuwID(), wie.ID, nu, map[string]string{"uitkomst": uitkomst, "motivering": motivering})
	return domein.Wrap(op, s.bewaar(ctx, d, sleutel, dossier.Mutatie{Kop: &k, Was: d.Versie, Stukken: []dossier.Stuk{st}, Taken: klaar(d, wie.ID, nu)}))
}
