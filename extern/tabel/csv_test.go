// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
)

// csvTekst gives each row as line:a|b, a refusal as line!, and the error that ended it.
func csvTekst(in string) (kop []string, rijen []string, err error) {
	t, err := Open("test", strings.NewReader(in))
	if err != nil {
		return nil, nil, err
	}
	c, err := OpenCSV(t)
	if err != nil {
		return nil, nil, err
	}
	for {
		r, err := c.Next()
		switch {
		case errors.Is(err, io.EOF):
			return c.Kop, rijen, nil
		case err != nil:
			return c.Kop, rijen, err
		case r.Fout != "":
			rijen = append(rijen, fmt.Sprintf("%d! %s", r.Lijn, r.Fout[:12]))
		default:
			rijen = append(rijen, fmt.Sprintf("%d:%s", r.Lijn, strings.Join(r.Cellen, "|")))
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct {
		naam, in string
		rijen    []string
		fout     string
	}{
		{"puntkomma", "a;b\n1;2\n", []string{"2:1|2"}, ""},
		{"komma, geen regeleinde", "a,b\n1,\"2,5\"", []string{"2:1|2,5"}, ""},
		{"CRLF en lege regels", "\r\na;b\r\n\r\n1;2\r\n;;\r\n3;4\r\n", []string{"4:1|2", "6:3|4"}, ""},
		{"dubbel aanhalingsteken", "a;b\n\"x \"\"y\"\"\";2\n", []string{`2:x "y"|2`}, ""},
		{"te weinig en te veel", "a;b\n1\n1;2;3\n4;5\n", []string{"2! Deze regel h", "3! Deze regel h", "4:4|5"}, ""},
		{"200 kolommen", "a;b\n" + strings.Repeat("x;", 199) + "x\n1;2\n", []string{"2! Deze regel h", "3:1|2"}, ""},
		{"open aanhalingsteken slokt niets op", "a;b\n\"1;2\n3;4\n", []string{"2! Een cel begi", "3:3|4"}, ""},
		{"los aanhalingsteken", "a;b\n1\"2;3\n\"1\"2;3\n4;5\n", []string{"2! Een aanhalin", "3! Een aanhalin", "4:4|5"}, ""},
		{"bronregel", "a;b\n1;2\n\"Bron: CBS\"", []string{"2:1|2"}, ""},
		{"afgekapt in een cel", "a;b\n1;2\n\"3\";\"4", []string{"2:1|2"}, "afgekapt"},
		{"afgekapt na een cel", "a;b\n1;2\n\"3\"", []string{"2:1|2"}, "afgekapt"},
		{"afgekapt na een scheiding", "a;b\n1;2\n\"3\";", []string{"2:1|2"}, "regel 3: Het bestand is afgekapt"},
		{"te lange regel", "a;b\n1;2\n" + strings.Repeat("x", maxRij+1) + "\n\n\n", []string{"2:1|2"}, "regel 3: Hier staat een rij van meer dan 1 MB"},
		{"te veel rijen", "a;b\n" + strings.Repeat(";1\n", maxRijen+1), nil, "te veel rijen. Splits"},
		{"alleen witruimte", " \n\n", nil, "leeg"},
		{"kapotte kop", "\"a;b\n1;2\n", nil, "kolomnamen"},
	} {
		_, rijen, err := csvTekst(c.in)
		if len(rijen) < maxRijen && !reflect.DeepEqual(rijen, c.rijen) {
			t.Errorf("%s: rijen %q, wil %q", c.naam, rijen, c.rijen)
		}
		if (err == nil) != (c.fout == "") || err != nil && !strings.Contains(err.Error(), c.fout) {
			t.Errorf("%s: fout %v, wil %q", c.naam, err, c.fout)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("\ufeff\"a\";\"b\"\r\n\"1\";\"  .\"\r\n")
	f.Add("a,b\n\"x\"\"\",2\n\"3")
	f.Fuzz(func(t *testing.T, in string) {
		kop, rijen, err := csvTekst(in)
		if err == nil && len(kop) == 0 {
			t.Fatalf("%q: geen kop", in)
		}
		if n := strings.Count(in, "\n") + 1; len(rijen) > n {
			t.Fatalf("%q: %d rijen uit %d regels", in, len(rijen), n)
		}
	})
}
