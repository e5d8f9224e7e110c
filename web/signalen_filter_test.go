// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"testing"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
)

// What the list makes of an address, it makes of what it writes itself: a saved search opens as it was saved, whatever stood in the address.
func FuzzLeesKeuze(f *testing.F) {
	for _, q := range []string{"", "status=nieuw&soort=inbraak", "groep=politie&soort=drugs&maanden=3", "soort=drugs", "niveau=wijk&gebied=WK999101", "maanden=-1&status=%00", "a;b", "gebied=%ff&naar=x"} {
		f.Add(q)
	}
	namen := signaal.Namen{Gebieden: []gebied.Gebied{{Code: "WK999101", Niveau: gebied.Wijk}}, Soorten: []cijfer.Soort{{Code: "inbraak"}, {Code: "drugs", Politie: true}}}
	f.Fuzz(func(t *testing.T, query string) {
		q, err := url.ParseQuery(query)
		if err != nil {
			q = url.Values{}
		}
		k := leesKeuze(q, namen)
		again, err := url.ParseQuery(k.Query())
		if err != nil || leesKeuze(again, namen) != k {
			t.Errorf("%q became %+v and then %+v, %v", query, k, leesKeuze(again, namen), err)
		}
		if k.Soort == "drugs" && !k.Politie || k.filter("2026MM09").Vanaf > "2026MM09" {
			t.Errorf("%q chose %+v", query, k)
		}
	})
}
