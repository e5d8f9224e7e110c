// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"slices"
	"time"
)

// geldigheid bounds a Grant. A Grant serves one request and rights are read
// again at the next one; the term only cuts off work that hangs.
const geldigheid = 5 * time.Minute

// Grant is the proof that a question was answered with yes. The zero Grant
// proves nothing; only [Poort.Decide] and [Poort.DecideList] make another.
type Grant struct {
	vraag  Vraag
	beleid []string
	reden  string
	scope  Scope
}

// Wie returns the actor that was admitted.
func (g Grant) Wie() Actor {
	wie := g.vraag.Wie
	wie.Rollen = slices.Clone(wie.Rollen)
	return wie
}

// Actie returns what he may do.
func (g Grant) Actie() Actie { return g.vraag.Wat }

// Waarop returns the resource that the decision was about.
func (g Grant) Waarop() Middel { return g.vraag.Waarop }

// Verantwoordelijke returns the tenant within which it holds.
func (g Grant) Verantwoordelijke() string { return g.vraag.Waarop.Verantwoordelijke }

// Doel returns the purpose for which it was given.
func (g Grant) Doel() string { return g.vraag.Doel }

// Grondslag returns the ground in law on which it was given.
func (g Grant) Grondslag() string { return g.vraag.Grondslag }

// Tot returns the moment at which it ends.
func (g Grant) Tot() time.Time {
	if g.Zero() {
		return time.Time{}
	}
	return g.vraag.Nu.Add(geldigheid)
}

// Beleid returns the ids of the policies that permitted it, sorted.
func (g Grant) Beleid() []string { return slices.Clone(g.beleid) }

// Reden returns in Dutch why it is allowed, for "you see this because".
func (g Grant) Reden() string { return g.reden }

// Zero reports whether this is no grant at all.
func (g Grant) Zero() bool { return len(g.beleid) == 0 }

// Scope returns the bounds that a list under this grant must stay within.
func (g Grant) Scope() Scope { return g.scope }

// Scope is what a list query puts in its WHERE: the tenant, and which rows of
// it. It comes from a Grant only, so a list cannot be asked without one. The
// zero Scope admits no row.
type Scope struct {
	wie, organisatie  string
	verantwoordelijke string
	doel, grondslag   string
	tot               time.Time
	geheel, open      []string
}

// Verantwoordelijke returns the tenant whose rows may be listed.
func (s Scope) Verantwoordelijke() string { return s.verantwoordelijke }

// Wie returns the ID of the actor, for rows that belong to one user.
func (s Scope) Wie() string { return s.wie }

// Organisatie returns the employer of the actor.
func (s Scope) Organisatie() string { return s.organisatie }

// Doel returns the purpose of the list.
func (s Scope) Doel() string { return s.doel }

// Grondslag returns the ground of the list.
func (s Scope) Grondslag() string { return s.grondslag }

// Tot returns the moment at which the scope ends.
func (s Scope) Tot() time.Time { return s.tot }

// Zero reports whether this scope came from no grant.
func (s Scope) Zero() bool { return s.verantwoordelijke == "" }

// Domeinen returns the fields of policy of which every row may be listed; ""
// stands for rows that belong to neither field.
func (s Scope) Domeinen() []string { return slices.Clone(s.geheel) }

// OpenbareDomeinen returns the fields of policy of which open rows only may be
// listed. A field is never in both lists.
func (s Scope) OpenbareDomeinen() []string { return slices.Clone(s.open) }

// Mag reports whether a row with this field and openness is within the scope.
func (s Scope) Mag(domein string, openbaar bool) bool {
	return slices.Contains(s.geheel, domein) || openbaar && slices.Contains(s.open, domein)
}

// newGrant binds a question to the policies that said yes to it.
func newGrant(v Vraag, beleid []string, reden string, geheel, open []string) Grant {
	v.Wie.Rollen = slices.Clone(v.Wie.Rollen)
	return Grant{vraag: v, beleid: beleid, reden: reden, scope: Scope{
		wie: v.Wie.ID, organisatie: v.Wie.Organisatie,
		verantwoordelijke: v.Waarop.Verantwoordelijke,
		doel:              v.Doel, grondslag: v.Grondslag,
		tot:    v.Nu.Add(geldigheid),
		geheel: geheel, open: open,
	}}
}
