// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Vraag is a look that needs an explanation: by which rules, what who looked says of it, and what somebody else makes of that. It holds codes and sentences from a list, and no
// words of anybody.
type Vraag struct {
	ID          string
	Volgnr      int64 // of the look in the journal
	Wie         string
	Dossier     string
	Bekeken     termijn.Moment
	Redenen     []string // codes of rules
	Gesteld     termijn.Moment
	Uiterlijk   termijn.Moment // of the step that comes next: the answer, then the judgement
	Antwoord    string
	AntwoordOp  termijn.Moment
	Oordeel     string
	OordeelDoor string
	OordeelOp   termijn.Moment
	Weg         termijn.Moment // when it is thrown away
	Codenaam    string         `json:"-"` // filled in to be shown
}

// GeenAntwoord stands in for an answer that did not come in time. Until somebody judges, an answer can still be given.
const GeenAntwoord = "geen antwoord binnen de termijn"

// Antwoorden are what somebody can say of his look. They come from a list, because what is written about an employee here is read by others; the rest is for a conversation.
var Antwoorden = []string{"een naamgenoot: ik ken deze mensen niet", "er was werk dat niet is vastgelegd", "iemand vroeg mij om te kijken", "een vergissing: ik zocht een ander dossier",
	"ik ken iemand in dit dossier", "ik leg het liever uit in een gesprek"}

// Terecht are the judgements that a look was right, and Onterecht those that it was not.
var (
	Terecht   = []string{"terecht", "terecht: het werk wordt alsnog vastgelegd"}
	Onterecht = []string{"niet terecht: gesproken met de medewerker", "niet terecht: toegang aangepast", "niet terecht: gemeld als datalek"}
)

// The kinds of task and notice around a question.
const (
	TaakUitleg       = "opvallend"             // for who looked: answer
	TaakWeging       = "opvallend.weging"      // for a privacy officer: judge
	BerichtGewogen   = "opvallend.gewogen"     // to who looked: it was judged
	BerichtVervallen = "opvallend.ingetrokken" // to who looked: the question is no more
)

// Gehoord tells whether who looked was heard, or let his term go by. Before that nobody else sees the question.
func (v Vraag) Gehoord() bool { return v.Antwoord != "" }

// Gewogen tells whether somebody judged.
func (v Vraag) Gewogen() bool { return v.Oordeel != "" }

// Kenmerken gives the rules that the question names.
func (v Vraag) Kenmerken() []Kenmerk {
	return slices.DeleteFunc(Kenmerken(), func(k Kenmerk) bool { return !slices.Contains(v.Redenen, k.Code) })
}

// Werk is what comes with a step of a question: tasks and notices that are new, and kinds of task about a question that end. They name no dossier, so that nobody in its circle
// meets them there.
type Werk struct {
	Taken     []dossier.Taak
	Berichten []dossier.Bericht
	Af        []string
}

// vraagMiddel is a question as the gate sees it: its owner is who looked.
func vraagMiddel(wie toegang.Actor, id, eigenaar string) toegang.Middel {
	return toegang.Middel{Soort: "opvallend", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Eigenaar: eigenaar}
}

// einde gives when a term that begins now ends.
func (s *Service) einde(code string) (termijn.Moment, error) {
	regel, err := termijn.Geldend(code, s.Nu().Date())
	return regel.Vanaf(s.Nu()), err
}

func (s *Service) saveVraag(ctx context.Context, grant toegang.Grant, was, v Vraag, werk Werk) error {
	entry, err := s.Entry(grant, "opvallend", v.ID, v)
	if err != nil {
		return err
	}
	return s.Store.SaveUitlegvraag(ctx, grant, was, v, werk, entry)
}

// MijnVraag shows a question to who is asked, and to nobody else.
func (s *Service) MijnVraag(ctx context.Context, wie toegang.Actor, id string) (Vraag, error) {
	v, _, err := s.mijn(ctx, wie, id)
	return v, domein.Wrap("toezicht.MijnVraag", err)
}

func (s *Service) mijn(ctx context.Context, wie toegang.Actor, id string) (Vraag, toegang.Grant, error) {
	grant, err := s.Mag(wie, toegang.ToezichtUitleggen, vraagMiddel(wie, id, wie.ID))
	if err != nil {
		return Vraag{}, grant, err
	}
	v, err := s.Store.Uitlegvraag(ctx, grant, id)
	if err == nil && v.Wie != wie.ID {
		err = domein.Missing("toezicht.mijn")
	}
	if err != nil {
		return Vraag{}, grant, err
	}
	return v, grant, nil
}

// LegUit keeps the answer of who looked, and asks the privacy officers for their judgement. It is given once; one that comes late takes the place of none.
func (s *Service) LegUit(ctx context.Context, wie toegang.Actor, id, antwoord string) error {
	const op = "toezicht.LegUit"
	v, grant, err := s.mijn(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if v.Gewogen() || v.Gehoord() && v.Antwoord != GeenAntwoord {
		return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "U hebt dit al uitgelegd, of iemand heeft er al over geoordeeld."}
	}
	if !slices.Contains(Antwoorden, antwoord) {
		return domein.Refuse(op, "Dit is niet opgeslagen.", []domein.Fault{{Veld: "antwoord", Melding: "Kies wat het beste past."}})
	}
	was, werk := v, Werk{Af: []string{TaakUitleg}}
	if !v.Gehoord() {
		if v.Uiterlijk, err = s.einde(termijn.OpvallendWegen); err == nil {
			werk.Taken, err = s.weegtaken(ctx, wie.Verantwoordelijke, v)
		}
		if err != nil {
			return domein.Wrap(op, err)
		}
	}
	v.Antwoord, v.AntwoordOp = antwoord, s.Nu()
	return domein.Wrap(op, s.saveVraag(ctx, grant, was, v, werk))
}
