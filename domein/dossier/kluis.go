// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package dossier

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"errors"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what the vault needs kept.
type Store interface {
	// DossierFeiten gives what the gate must know before wie may open a dossier at nu, or NotFound.
	DossierFeiten(ctx context.Context, verantwoordelijke, dossier, wie string, nu termijn.Moment) (Feiten, error)
	// Kijk commits entries on looks and refusals. It returns when they are durable.
	Kijk(ctx context.Context, entries ...journaal.Entry) error
	// Dossier opens the dossier that the grant is about.
	Dossier(ctx context.Context, g toegang.Grant) (Dossier, error)
	// Bewaar keeps mutations of the dossiers that their grants are about, in one transaction. A head or a piece that somebody else changed meanwhile is a Conflict.
	Bewaar(ctx context.Context, daden []Daad, entries []journaal.Entry) error
}

// Kluis is the one way to a dossier: it reads the facts, asks the gate, commits the look, and only then opens.
type Kluis struct {
	domein.Kader
	Store Store
}

// Sleutel is what a decision about one dossier gives: the facts that it rests on and the grant.
type Sleutel struct {
	Feiten
	toegang.Grant
	Lid Lid // the place in the circle from which purpose and ground come; zero with an emergency access or a task
}

// Reden is a purpose and ground that come from elsewhere than the circle: a task, a meeting, an emergency.
type Reden struct{ Doel, Grondslag string }

// NoodReden is the purpose and ground of an emergency access.
var NoodReden = Reden{"acuut gevaar afwenden", "art. 6 lid 1 onder d AVG"}

// Vraag asks whether wie may do wat with a dossier. Purpose and ground come from reden where it is given, else from his place in the circle, else from his emergency
// access. Somebody outside the circle hears that it does not exist, in the same words and after the same work as where it does not; the attempt goes to the journal.
func (k Kluis) Vraag(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie, reden Reden) (Sleutel, error) {
	return k.vraag(ctx, wie, id, wat, reden, nil)
}

// VraagVoor is Vraag about something of the dossier that belongs to eigenaar: a knot that he holds, an offer to him, a sharing with him.
func (k Kluis) VraagVoor(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie, reden Reden, eigenaar string) (Sleutel, error) {
	return k.vraag(ctx, wie, id, wat, reden, &eigenaar)
}

func (k Kluis) vraag(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie, reden Reden, eigenaar *string) (Sleutel, error) {
	const op = "dossier.Vraag"
	feiten, err := k.Store.DossierFeiten(ctx, wie.Verantwoordelijke, id, wie.ID, k.Nu())
	if err != nil {
		if domein.KindOf(err) == domein.NotFound {
			return Sleutel{}, errors.Join(domein.Missing(op), k.weiger(ctx, wie, wat, "onbekend", reden))
		}
		return Sleutel{}, domein.Wrap(op, err)
	}
	nu := k.Nu()
	kring, lid := feiten.Plek(nu)
	if reden == (Reden{}) {
		if reden = (Reden{lid.Doel, lid.Grondslag}); lid.Doel == "" && feiten.Nood != nil {
			reden = NoodReden
		}
	}
	middel := feiten.Middel(wie.Verantwoordelijke, nu)
	if eigenaar != nil {
		middel.Eigenaar = *eigenaar
	}
	grant, err := k.MagVoor(wie, wat, middel, reden.Doel, reden.Grondslag)
	if domein.KindOf(err) == domein.Forbidden {
		if kring != toegang.KringLid && feiten.Nood == nil {
			err = domein.Missing(op)
		}
		return Sleutel{}, errors.Join(err, k.weiger(ctx, wie, wat, id, reden))
	}
	return Sleutel{feiten, grant, lid}, domein.Wrap(op, err)
}

// weiger writes a refused attempt to the journal.
func (k Kluis) weiger(ctx context.Context, wie toegang.Actor, wat toegang.Actie, object string, reden Reden) error {
	entry, err := k.Geweigerd(wie, wat, "dossier", object, reden.Doel, reden.Grondslag)
	if err != nil {
		return err
	}
	return k.Store.Kijk(ctx, entry)
}

// Open opens a dossier that s allows to see. The look is durable before the first word is read.
func (k Kluis) Open(ctx context.Context, s Sleutel) (Dossier, error) {
	const op = "dossier.Open"
	look, err := k.Blik(s.Grant, string(s.Soort), s.ID)
	if err != nil {
		return Dossier{}, domein.Wrap(op, err)
	}
	if err := k.Store.Kijk(ctx, look); err != nil {
		return Dossier{}, domein.Wrap(op, err)
	}
	d, err := k.Store.Dossier(ctx, s.Grant)
	return d, domein.Wrap(op, err)
}

// VraagEnOpen asks and opens.
func (k Kluis) VraagEnOpen(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (Dossier, Sleutel, error) {
	s, err := k.Vraag(ctx, wie, id, wat, Reden{})
	if err != nil {
		return Dossier{}, s, err
	}
	d, err := k.Open(ctx, s)
	return d, s, err
}

// Bewaar keeps what one intention changes, in one dossier or in more: all of it with its entries, or nothing.
func (k Kluis) Bewaar(ctx context.Context, daden ...Daad) error {
	const op = "dossier.Bewaar"
	entries, err := k.Entries(daden)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, k.Store.Bewaar(ctx, daden, entries))
}

// Entries makes the journal entry of each of the daden, for a room that keeps rows of its own in the same transaction.
func (k Kluis) Entries(daden []Daad) ([]journaal.Entry, error) {
	var entries []journaal.Entry
	for i := range daden {
		d := &daden[i]
		if d.Zout == nil {
			d.Zout = d.Mutatie.Zout
		}
		entry, err := k.EntryOnder(d.Grant, string(d.Soort), d.Mutatie.Dossier, d.Mutatie, onder(k.Sleutel, d.Zout))
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

// NieuwZout makes the salt of a new dossier: two fresh ids hold 148 random bits.
func (k Kluis) NieuwZout() []byte {
	sum := sha256.Sum256([]byte(k.NieuwID() + k.NieuwID()))
	return sum[:]
}

// onder derives the key of the commitments of one dossier, which means nothing any more when its salt is gone.
func onder(sleutel, zout []byte) []byte {
	mac := hmac.New(sha256.New, sleutel)
	mac.Write(zout)
	return mac.Sum(nil)
}

// Taak makes a task of the dossier that falls due at vervalt.
func (k Kluis) Taak(dossier, soort, houder, verwijst string, vervalt termijn.Moment) Taak {
	return Taak{ID: k.NieuwID(), Dossier: dossier, Soort: soort, Houder: houder, Verwijst: verwijst, Gemaakt: k.Nu(), Vervalt: vervalt}
}

// Bericht makes a notice for a user or a role.
func (k Kluis) Bericht(voor, soort, dossier, verwijst string) Bericht {
	return Bericht{ID: k.NieuwID(), Voor: voor, Soort: soort, Dossier: dossier, Verwijst: verwijst, Moment: k.Nu()}
}
