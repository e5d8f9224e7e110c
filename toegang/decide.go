// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/cedar-policy/cedar-go"
)

//go:embed policies/*.cedar
var ingebouwd embed.FS

// Poort holds the parsed policies. It does not change after New and may be used
// by many goroutines at once.
type Poort struct {
	regels regels
	uitleg map[string]string
}

// regels is the policy list in fixed order, so that the same question always
// gives its reasons in the same order.
type regels []regel

type regel struct {
	id     cedar.PolicyID
	policy *cedar.Policy
}

// All lets Cedar iterate over the policies.
func (r regels) All() iter.Seq2[cedar.PolicyID, *cedar.Policy] {
	return func(yield func(cedar.PolicyID, *cedar.Policy) bool) {
		for _, x := range r {
			if !yield(x.id, x.policy) {
				return
			}
		}
	}
}

// New reads the embedded policies. It fails when one does not parse, has no
// @id or @uitleg, or shares its id with another.
func New() (*Poort, error) { return laden(ingebouwd) }

func laden(fsys fs.FS) (*Poort, error) {
	namen, err := fs.Glob(fsys, "policies/*.cedar")
	if err != nil || len(namen) == 0 {
		return nil, fmt.Errorf("toegang: geen beleid gevonden in policies/*.cedar")
	}
	p := &Poort{uitleg: map[string]string{}}
	for _, naam := range namen {
		tekst, err := fs.ReadFile(fsys, naam)
		if err != nil {
			return nil, fmt.Errorf("toegang: lees %s: %w", naam, err)
		}
		lijst, err := cedar.NewPolicyListFromBytes(naam, tekst)
		if err != nil {
			return nil, fmt.Errorf("toegang: ontleed %s: %w", naam, err)
		}
		for _, policy := range lijst {
			if err := p.voegToe(policy); err != nil {
				return nil, fmt.Errorf("toegang: %s regel %d: %w", naam, policy.Position().Line, err)
			}
		}
	}
	return p, nil
}

// voegToe names a policy by its own @id: a number would shift whenever a
// policy is added, and the journal must stay readable.
func (p *Poort) voegToe(policy *cedar.Policy) error {
	noten := policy.Annotations()
	id, uitleg := string(noten["id"]), string(noten["uitleg"])
	if id == "" || uitleg == "" {
		return fmt.Errorf("beleid %q mist @id of @uitleg", id)
	}
	if _, dubbel := p.uitleg[id]; dubbel {
		return fmt.Errorf("beleid %q staat er twee keer", id)
	}
	p.uitleg[id] = uitleg
	p.regels = append(p.regels, regel{cedar.PolicyID(id), policy})
	return nil
}

// feiten is a question in the words of Cedar. The maps hold every attribute
// that a policy names, and nothing else.
type feiten struct {
	actor, middel, context cedar.RecordMap
	wie, wat, waarop       cedar.EntityUID
}

func feitenVan(v Vraag) feiten {
	return feiten{
		wie:    cedar.NewEntityUID("Actor", cedar.String(v.Wie.ID)),
		wat:    cedar.NewEntityUID("Actie", cedar.String(v.Wat)),
		waarop: cedar.NewEntityUID("Middel", cedar.String(v.Waarop.ID)),
		actor: cedar.RecordMap{
			"id":                cedar.String(v.Wie.ID),
			"verantwoordelijke": cedar.String(v.Wie.Verantwoordelijke),
			"rollen":            rolSet(v.Wie.Rollen),
			"organisatie":       cedar.String(v.Wie.Organisatie),
		},
		middel: cedar.RecordMap{
			"soort":             cedar.String(v.Waarop.Soort),
			"verantwoordelijke": cedar.String(v.Waarop.Verantwoordelijke),
			"domein":            cedar.String(v.Waarop.Domein),
			"openbaar":          cedar.Boolean(v.Waarop.Openbaar),
			"status":            cedar.String(v.Waarop.Status),
			"eigenaar":          cedar.String(v.Waarop.Eigenaar),
			"regime":            cedar.String(v.Waarop.Regime),
			"kring":             cedar.String(v.Waarop.Kring),
			"functie":           cedar.String(v.Waarop.Functie),
			"nood":              cedar.Boolean(v.Waarop.Nood),
		},
		context: cedar.RecordMap{
			"doel":      cedar.String(strings.TrimSpace(v.Doel)),
			"grondslag": cedar.String(strings.TrimSpace(v.Grondslag)),
			"nu":        cedar.NewDatetime(v.Nu),
		},
	}
}

func rolSet(rollen []Rol) cedar.Set {
	waarden := make([]cedar.Value, len(rollen))
	for i, r := range rollen {
		waarden[i] = cedar.String(r)
	}
	return cedar.NewSet(waarden...)
}

// uitslag is what the policies said: the ids that decided, and the ids that
// could not be evaluated.
type uitslag struct {
	mag     bool
	beleid  []string
	defecte []string
}

// beslis asks Cedar. An error in any policy is a refusal, whatever the others
// say, because the one that failed may have been a forbid.
func (p *Poort) beslis(f feiten) uitslag {
	ja, diag := cedar.Authorize(p.regels, cedar.EntityMap{
		f.wie:    {UID: f.wie, Attributes: cedar.NewRecord(f.actor)},
		f.waarop: {UID: f.waarop, Attributes: cedar.NewRecord(f.middel)},
	}, cedar.Request{
		Principal: f.wie, Action: f.wat, Resource: f.waarop,
		Context: cedar.NewRecord(f.context),
	})
	u := uitslag{mag: ja == cedar.Allow && len(diag.Errors) == 0}
	for _, r := range diag.Reasons {
		u.beleid = append(u.beleid, string(r.PolicyID))
	}
	for _, e := range diag.Errors {
		u.defecte = append(u.defecte, string(e.PolicyID))
	}
	slices.Sort(u.beleid)
	return u
}

// Decide answers a question about one resource. On no the error is a
// [*Weigering]; there is no other kind of error.
func (p *Poort) Decide(v Vraag) (Grant, error) {
	f := feitenVan(v)
	u := p.beslis(f)
	if !u.mag {
		return Grant{}, p.weiger(v, f, u)
	}
	var geheel, open []string
	if v.Waarop.Openbaar {
		open = []string{v.Waarop.Domein}
	} else {
		geheel = []string{v.Waarop.Domein}
	}
	return newGrant(v, u.beleid, p.waarom(u.beleid), geheel, open), nil
}

// May reports whether the answer would be yes, without building the reasons. It
// serves to leave out a button; it opens nothing.
func (p *Poort) May(v Vraag) bool { return p.beslis(feitenVan(v)).mag }

// DecideList answers whether, and how far, a list may be shown. Domein and
// Openbaar of the question are ignored: each combination is decided, and the
// Scope of the grant holds those that are allowed. Each row is decided again
// afterwards; a row that is refused there is a fault of the query.
func (p *Poort) DecideList(v Vraag) (Grant, error) {
	f := feitenVan(v)
	var beleid, geheel, open []string
	for _, domein := range []string{DomeinVeiligheid, DomeinZorg, ""} {
		f.middel["domein"] = cedar.String(domein)
		f.middel["openbaar"] = cedar.False
		dicht := p.beslis(f)
		f.middel["openbaar"] = cedar.True
		publiek := p.beslis(f)
		switch {
		case dicht.mag && publiek.mag:
			geheel = append(geheel, domein)
			beleid = append(append(beleid, dicht.beleid...), publiek.beleid...)
		case publiek.mag:
			open = append(open, domein)
			beleid = append(beleid, publiek.beleid...)
		}
	}
	if len(beleid) == 0 {
		f = feitenVan(v)
		return Grant{}, p.weiger(v, f, p.beslis(f))
	}
	slices.Sort(beleid)
	beleid = slices.Compact(beleid)
	return newGrant(v, beleid, p.waarom(beleid), geheel, open), nil
}
