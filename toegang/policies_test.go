// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"
)

// TestRulesCanBeLeftEarly holds the iterator to its contract.
func TestRulesCanBeLeftEarly(t *testing.T) {
	gezien := 0
	for range poort(t).regels.All() {
		if gezien++; gezien == 2 {
			break
		}
	}
	if gezien != 2 {
		t.Errorf("%d regels gezien", gezien)
	}
}

func TestPoliciesAreRefusedWhenUnnamed(t *testing.T) {
	const slot = " permit (principal, action, resource);"
	tests := map[string]string{
		"geen id":     `@uitleg("x")` + slot,
		"geen uitleg": `@id("x")` + slot,
		"dubbel":      `@id("x") @uitleg("x")` + slot + `@id("x") @uitleg("y")` + slot,
		"onzin":       `permit (iedereen);`,
	}
	for naam, tekst := range tests {
		if _, err := laden(fstest.MapFS{"policies/a.cedar": {Data: []byte(tekst)}}); err == nil {
			t.Errorf("%s: aanvaard", naam)
		}
	}
	if _, err := laden(fstest.MapFS{}); err == nil {
		t.Error("een poort zonder beleid: aanvaard")
	}
	if _, err := laden(fstest.MapFS{"policies/a.cedar": {Mode: 0o20000000000}}); err == nil {
		t.Error("een onleesbaar bestand: aanvaard")
	}
}

// TestPoliciesNameKnownWords catches a misspelt role or action, which Cedar
// would take for one that never occurs.
func TestPoliciesNameKnownWords(t *testing.T) {
	p := poort(t)
	gebruikt := map[string]bool{}
	for _, r := range p.regels {
		tekst := r.policy.MarshalCedar()
		for _, stuk := range bytes.Split(tekst, []byte(`Actie::"`))[1:] {
			naam, _, _ := bytes.Cut(stuk, []byte(`"`))
			gebruikt[string(naam)] = true
			if _, ok := actieIndex[Actie(naam)]; !ok {
				t.Errorf("%s: onbekende handeling %q", r.id, naam)
			}
		}
		for _, lijst := range [][]byte{[]byte(`rollen.contains(`), []byte(`rollen.containsAny(`)} {
			for _, stuk := range bytes.Split(tekst, lijst)[1:] {
				binnen, _, _ := bytes.Cut(stuk, []byte(`)`))
				for i, naam := range bytes.Split(binnen, []byte(`"`)) {
					if i%2 == 1 && !slices.Contains(Rollen(), Rol(naam)) {
						t.Errorf("%s: onbekende rol %q", r.id, naam)
					}
				}
			}
		}
	}
	for _, a := range Acties() {
		if !gebruikt[string(a)] {
			t.Errorf("geen beleid noemt %s", a)
		}
	}
}
