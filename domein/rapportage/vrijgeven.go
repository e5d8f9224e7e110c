// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Besluit is the collegebesluit by which a report goes out, and what the releaser had before him.
type Besluit struct {
	Nummer  string
	Datum   termijn.Date
	Embargo termijn.Moment // zero: at once
	Basis   int            // version of the text that he read
	Afdruk  string         // print of the content that he read; empty: not looked at
}

// langsteEmbargo keeps a slip of the pen in the year from hiding a report for ten years.
const langsteEmbargo = 366 * 24 * time.Hour

// GeefVrij releases a draft: college and burgemeester inform the raad (Gemeentewet art. 169 and 180). What is in it at this moment is frozen. The public reads it from
// the embargo on, to the minute; before that it does not exist.
func (s *Service) GeefVrij(ctx context.Context, wie toegang.Actor, id string, b Besluit) (Rapportage, error) {
	const op = "rapportage.GeefVrij"
	var r Rapportage
	err := herhaal(func() (err error) {
		r, err = s.geefVrij(ctx, wie, id, b)
		return err
	})
	return r, domein.Wrap(op, err)
}

func (s *Service) geefVrij(ctx context.Context, wie toegang.Actor, id string, b Besluit) (Rapportage, error) {
	const op = "rapportage.GeefVrij"
	r, err := s.haal(ctx, wie, id)
	if err != nil {
		return Rapportage{}, err
	}
	grant, err := s.mag(wie, toegang.RapportageVrijgeven, r)
	if err != nil {
		return Rapportage{}, err
	}
	if !r.Status.Mag(Vrijgegeven) {
		return Rapportage{}, vast(op)
	}
	read, err := s.lezen(wie)
	if err != nil {
		return Rapportage{}, err
	}
	f, err := s.feiten(ctx, read, r)
	if err != nil {
		return Rapportage{}, err
	}
	in, err := f.maakOp(r)
	if err != nil {
		return Rapportage{}, err
	}
	if err := domein.Refuse(op, "Deze rapportage kan nog niet worden vrijgegeven.", append(b.faults(s.Nu()), onaf(in)...)); err != nil {
		return Rapportage{}, err
	}
	print, err := in.Afdruk()
	if err != nil {
		return Rapportage{}, err
	}
	if b.Basis != r.Versie || b.Afdruk != "" && b.Afdruk != print {
		return Rapportage{}, &domein.Error{Kind: domein.Conflict, Op: op,
			Melding: "De tekst of de cijfers zijn veranderd nadat u de rapportage bekeek. Bekijk het voorbeeld opnieuw en geef dan vrij."}
	}
	r.Status, r.Vrijgave = Vrijgegeven, b.vrijgave(wie, s.Nu())
	released := r.Vrijgave
	released.Door = ""
	if r.Merk != "" {
		released.Naam, released.Functie = "een demogebruiker", "" // nobody of the municipality decided anything
	}
	u := Uitgave{Rapportage: r.ID, Reeks: r.Reeks(), Editie: r.Editie, Vrijgave: released, Inhoud: in, Zegels: f.zegels(in)}
	entry, err := s.Entry(grant, "rapportage", r.ID, u)
	if err != nil {
		return Rapportage{}, err
	}
	return r, s.Store.GeefVrij(ctx, grant, r, u, f.gezien, entry)
}

// vrijgave is what is recorded. The embargo holds to the minute; what is recorded after its embargo is public from then on, not before.
func (b Besluit) vrijgave(wie toegang.Actor, nu termijn.Moment) Vrijgave {
	embargo := termijn.At(b.Embargo.Time().Truncate(time.Minute))
	v := Vrijgave{Besluit: strings.TrimSpace(b.Nummer), Datum: b.Datum, Embargo: embargo, Vanaf: embargo, Door: wie.ID, Naam: wie.Naam, Op: nu}
	for _, rol := range wie.Rollen {
		if rol == toegang.Burgemeester || rol == toegang.Wethouder {
			v.Functie = rol.Naam()
		}
	}
	if b.Embargo.IsZero() {
		v.Embargo = termijn.Moment{}
	}
	if b.Embargo.IsZero() || embargo.Before(nu) {
		v.Vanaf = nu
	}
	return v
}

// faults gives all faults of the decision at once.
func (b Besluit) faults(nu termijn.Moment) []domein.Fault {
	var faults []domein.Fault
	fout := func(veld, melding string) { faults = append(faults, domein.Fault{Veld: veld, Melding: melding}) }
	if n := strings.TrimSpace(b.Nummer); n == "" || utf8.RuneCountInString(n) > langsteBesluit || !utf8.ValidString(n) {
		fout("besluit", "Vul het nummer van het collegebesluit in, hooguit 60 tekens.")
	}
	switch {
	case b.Datum.IsZero():
		fout("datum", "Vul de datum van het collegebesluit in.")
	case b.Datum.After(nu.Date()):
		fout("datum", "Deze dag moet nog komen. Geef vrij nadat het college heeft besloten.")
	}
	switch {
	case b.Embargo.IsZero():
	case !b.Datum.IsZero() && b.Embargo.Date().Before(b.Datum):
		fout("embargo", "Het embargo ligt voor het besluit. Kies een later moment, of laat het leeg voor meteen.")
	case b.Embargo.Time().Sub(nu.Time()) > langsteEmbargo:
		fout("embargo", "Het embargo duurt langer dan een jaar. Kies een eerder moment.")
	}
	return faults
}

// onaf tells what a report lacks before it can go out: the raad asks of each goal what the figures mean.
func onaf(in Inhoud) []domein.Fault {
	var faults []domein.Fault
	if len(in.Doelen) == 0 {
		faults = append(faults, domein.Fault{Veld: "doelen", Melding: "Het plan heeft geen doelen om over te rapporteren."})
	}
	for _, d := range in.Doelen {
		if d.Duiding == "" {
			faults = append(faults, domein.Fault{Veld: VeldDuiding(d.ID), Melding: "Schrijf wat de cijfers betekenen bij het doel \"" + d.Tekst + "\"."})
		}
	}
	return faults
}

// Afdruk is a short print of the content, equal for equal content: it tells whether somebody released what he had read.
func (in Inhoud) Afdruk() (string, error) {
	text, err := json.Marshal(in)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8]), nil
}

// NieuweEditie starts a draft that corrects a released edition, with its text. The old edition stays readable and says which edition replaced it.
func (s *Service) NieuweEditie(ctx context.Context, wie toegang.Actor, id string) (Rapportage, error) {
	const op = "rapportage.NieuweEditie"
	old, err := s.haal(ctx, wie, id)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	grant, err := s.mag(wie, toegang.RapportageOpstellen, old)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	if !old.Status.Mag(Ingetrokken) {
		return Rapportage{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Maak een nieuwe editie van de laatste editie die is vrijgegeven."}
	}
	r := old
	r.ID, r.Editie, r.Vervangt, r.Status, r.Opsteller, r.Vrijgave, r.Versie = s.NieuwID(), old.Editie+1, old.ID, Concept, wie.ID, Vrijgave{}, 1
	r.Velden = map[string]domein.Veld{}
	for naam, v := range old.Velden {
		r.Velden[naam] = domein.Veld{Waarde: v.Waarde, Versie: 1}
	}
	entry, err := s.Entry(grant, "rapportage", r.ID, r)
	if err != nil {
		return Rapportage{}, domein.Wrap(op, err)
	}
	return r, domein.Wrap(op, s.Store.SaveRapportage(ctx, grant, r, entry))
}
