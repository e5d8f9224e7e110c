// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"slices"
	"strings"
)

// Weigering is the answer no. Reden is meant for the screen: Dutch, what is
// missing and who may. Beleid names the policies that forbade it; it is empty
// when simply nothing permitted it.
type Weigering struct {
	Reden  string
	Beleid []string
}

// Error gives the reason with the policies, for the log.
func (w *Weigering) Error() string {
	if len(w.Beleid) == 0 {
		return "toegang geweigerd: " + w.Reden
	}
	return "toegang geweigerd (" + strings.Join(w.Beleid, ", ") + "): " + w.Reden
}

// weiger builds the reason of a refusal.
func (p *Poort) weiger(v Vraag, f feiten, u uitslag) *Weigering {
	gegevens, bekend := actieIndex[v.Wat]
	switch {
	case !bekend:
		return &Weigering{Reden: "Deze handeling bestaat niet. Ga terug naar de vorige pagina.", Beleid: u.beleid}
	case len(u.defecte) > 0:
		return &Weigering{
			Reden:  "Het systeem kan niet bepalen of dit mag. Daarom mag het niet. Vraag uw beheerder om hulp.",
			Beleid: append(u.defecte, u.beleid...),
		}
	}
	zinnen := []string{p.waarom(u.beleid)}
	if len(u.beleid) == 0 {
		zinnen[0] = geenRecht(v, gegevens)
	}
	if wie := p.wieWel(f); wie != "" {
		zinnen = append(zinnen, wie)
	} else if len(u.beleid) == 0 {
		zinnen = append(zinnen, "Dit mag nu niemand.")
	}
	return &Weigering{Reden: strings.Join(zinnen, " "), Beleid: u.beleid}
}

// geenRecht says which right is missing when no policy permits or forbids.
func geenRecht(v Vraag, g actieGegevens) string {
	waar := ""
	if v.Waarop.Domein != "" {
		waar = " in het domein " + v.Waarop.Domein
	}
	if len(v.Wie.Rollen) == 0 {
		return "U hebt nog geen rol. Daarom hebt u geen recht om " + g.omTe + waar + "."
	}
	namen := make([]string, len(v.Wie.Rollen))
	for i, r := range v.Wie.Rollen {
		namen[i] = r.Naam()
	}
	return "Als " + opsomming(namen, "en") + " hebt u geen recht om " + g.omTe + waar + "."
}

// wieWel asks the same question for each role in turn, so that the advice
// "who may" follows from the policies and cannot drift away from them.
func (p *Poort) wieWel(f feiten) string {
	var namen []string
	for _, r := range Rollen() {
		if r == Systeem || r == Publiek {
			continue
		}
		f.actor["rollen"] = rolSet([]Rol{r})
		if p.beslis(f).mag {
			namen = append(namen, r.Naam())
		}
	}
	if len(namen) == 0 {
		return ""
	}
	return "Dit mag wel: " + opsomming(namen, "of") + "."
}

// waarom joins the explanations of the policies that decided.
func (p *Poort) waarom(ids []string) string {
	var zinnen []string
	for _, id := range ids {
		if u := p.uitleg[id]; !slices.Contains(zinnen, u) {
			zinnen = append(zinnen, u)
		}
	}
	return strings.Join(zinnen, " ")
}

// opsomming writes a list as Dutch does: "a, b en c".
func opsomming(delen []string, laatste string) string {
	n := len(delen)
	if n == 1 {
		return delen[0]
	}
	return strings.Join(delen[:n-1], ", ") + " " + laatste + " " + delen[n-1]
}
