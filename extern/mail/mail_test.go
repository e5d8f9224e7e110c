// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package mail

import (
	"bufio"
	"io"
	"mime/quotedprintable"
	"net"
	"strings"
	"sync"
	"testing"

	"dwarsverband/domein/bericht"
)

// postkantoor is a mail server of the test. It refuses mail to an address with "weg" in it.
type postkantoor struct {
	mu   sync.Mutex
	post []string
	adr  string
}

func nieuwPostkantoor(t *testing.T) *postkantoor {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	k := &postkantoor{adr: "smtp://" + l.Addr().String()}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go k.praat(c)
		}
	}()
	return k
}

func (k *postkantoor) praat(c net.Conn) {
	defer func() { _ = c.Close() }()
	in := bufio.NewReader(c)
	zeg := func(s string) { _, _ = io.WriteString(c, s+"\r\n") }
	zeg("220 proef")
	var text strings.Builder
	data := false
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimRight(line, "\r\n")
		switch verb, _, _ := strings.Cut(strings.ToUpper(line), " "); {
		case data && line == ".":
			data = false
			k.mu.Lock()
			k.post = append(k.post, text.String())
			k.mu.Unlock()
			text.Reset()
			zeg("250 ok")
		case data:
			text.WriteString(line + "\n")
		case verb == "DATA":
			data = true
			zeg("354 go on")
		case verb == "RCPT" && strings.Contains(line, "weg"):
			zeg("550 nobody here")
		case verb == "QUIT":
			zeg("221 bye")
			return
		default:
			zeg("250 ok")
		}
	}
}

// Mails go out over one connection; one that is refused does not hold up the others.
func TestSend(t *testing.T) {
	k := nieuwPostkantoor(t)
	stuur, err := Nieuw(Server{Adres: k.adr, Van: "dwarsverband@voorbeeld.example"})
	if err != nil {
		t.Fatal(err)
	}
	fouten := stuur(t.Context(), []bericht.Brief{{Aan: "een@voorbeeld.example", Onderwerp: "Er wacht iets", Tekst: "Een knoop ligt bij u."}, {Aan: "weg@voorbeeld.example", Tekst: "x"},
		{Aan: "geen adres", Tekst: "x"}, {Aan: "twee@voorbeeld.example", Onderwerp: "Er wacht iets", Tekst: "Een casus komt terug."}})
	for i, want := range []bool{false, true, true, false} {
		if got := fouten[i] != nil; got != want {
			t.Errorf("mail %d: %v", i, fouten[i])
		}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.post) != 2 {
		t.Fatalf("%d mails arrived", len(k.post))
	}
	for i, want := range []string{"Een knoop ligt bij u.", "Een casus komt terug."} {
		_, body, _ := strings.Cut(k.post[i], "\n\n")
		text, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(body)))
		if err != nil || !strings.Contains(string(text), want) || !strings.Contains(k.post[i], "dwarsverband@voorbeeld.example") {
			t.Errorf("mail %d is %q: %v", i, k.post[i], err)
		}
	}
}

// A server that is not there gives an error for each mail; a wrong address or a way without encryption is refused.
func TestNoServer(t *testing.T) {
	stuur, err := Nieuw(Server{Adres: "smtp://127.0.0.1:1", Van: "a@voorbeeld.example"})
	if err != nil {
		t.Fatal(err)
	}
	for i, err := range stuur(t.Context(), make([]bericht.Brief, 3)) {
		if err == nil {
			t.Errorf("mail %d went out", i)
		}
	}
	for _, s := range []Server{{Adres: "mail.voorbeeld.example"}, {Adres: "smtp://:25", Van: "a@b.example"}, {Adres: "smtp://x:y", Van: "a@b.example"}, {Adres: "smtp://127.0.0.1", Van: "geen adres"}} {
		if _, err := Nieuw(s); err == nil {
			t.Errorf("%+v is taken", s)
		}
	}
}
