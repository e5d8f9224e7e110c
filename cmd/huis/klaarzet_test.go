// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"dwarsverband/domein"
)

func TestKlaarzet(t *testing.T) {
	now := time.Now()
	k := Klaarzet{Map: t.TempDir() + "/klaar", Nu: func() time.Time { return now }, Kans: rand.Reader}
	id, err := k.Bewaar("stad", "anna", map[string]string{"naam": "cijfers.csv"}, strings.NewReader("inhoud"))
	if err != nil {
		t.Fatal(err)
	}
	if kenmerken, err := k.Zoek("stad", "anna", id); err != nil || kenmerken["naam"] != "cijfers.csv" {
		t.Errorf("the label says %v, %v", kenmerken, err)
	}
	f, size, err := k.Open("stad", "anna", id)
	if err != nil || size != 6 {
		t.Fatalf("%d bytes, %v", size, err)
	}
	if text, err := io.ReadAll(f); err != nil || string(text) != "inhoud" {
		t.Errorf("%q, %v", text, err)
	}
	_ = f.Close()
	for _, other := range [][3]string{{"dorp", "anna", id}, {"stad", "bert", id}, {"stad", "anna", strings.Repeat("0", 32)}, {"stad", "anna", "../" + id}, {"stad", "anna", ""}} {
		if _, err := k.Zoek(other[0], other[1], other[2]); domein.KindOf(err) != domein.NotFound {
			t.Errorf("%v may look: %v", other, err)
		}
		if _, _, err := k.Open(other[0], other[1], other[2]); domein.KindOf(err) != domein.NotFound {
			t.Errorf("%v may open: %v", other, err)
		}
		if err := k.Weg(other[0], other[1], other[2]); domein.KindOf(err) != domein.NotFound {
			t.Errorf("%v may remove: %v", other, err)
		}
	}
	if err := k.Weg("stad", "anna", id); err != nil {
		t.Error(err)
	}
	if files(t, k.Map) != 0 {
		t.Error("something is left of a file that was removed")
	}
}

func TestKlaarzetKeepsNothingOfABrokenUpload(t *testing.T) {
	k := Klaarzet{Map: t.TempDir(), Nu: time.Now, Kans: rand.Reader}
	broken := errors.New("verbinding weg")
	if _, err := k.Bewaar("stad", "anna", nil, io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("the fault of the sender is lost: %v", err)
	}
	if files(t, k.Map) != 0 {
		t.Error("half a file is kept")
	}
}

func TestKlaarzetRuim(t *testing.T) {
	now := time.Now()
	k := Klaarzet{Map: t.TempDir(), Nu: func() time.Time { return now }, Kans: rand.Reader}
	id, err := k.Bewaar("stad", "anna", nil, strings.NewReader("inhoud"))
	if err != nil {
		t.Fatal(err)
	}
	now = now.Add(23 * time.Hour)
	if err := k.Ruim(); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Zoek("stad", "anna", id); err != nil {
		t.Errorf("gone within a day: %v", err)
	}
	now = now.Add(2 * time.Hour)
	if err := k.Ruim(); err != nil || files(t, k.Map) != 0 {
		t.Errorf("%d files after a day, %v", files(t, k.Map), err)
	}
}

func files(t *testing.T, dir string) int {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}
