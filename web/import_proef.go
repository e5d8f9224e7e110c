// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"

	"dwarsverband/domein"
)

const (
	maxUpload = 256 << 20 // bytes of a file
	maxVeld   = 200       // bytes of another field
	// maxWeg is how much of a file that is refused is still taken in and thrown away: a browser shows an answer only after it has sent everything.
	maxWeg = 4 << 30
)

// importProef takes a file in, sets it ready and tells what reading it in would do. Nothing of it is kept.
func (w *Web) importProef(b *bezoek) error {
	if _, err := w.Cijfer.Invoeren(b.Context(), b.wie); err != nil {
		return err // before a byte of the file is taken
	}
	in, jaar, err := b.ontvang()
	if err != nil {
		return b.importFout(err, in.formaat, jaar)
	}
	work, err := b.proef(in)
	if err != nil {
		return err
	}
	if st := work.wacht(b.Context()); st.Klaar && st.Fout != nil {
		w.Inlezer.vergeet(work)
		return b.importFout(errors.Join(st.Fout, w.Klaar.Weg(b.tenant.ID, b.wie.ID, in.id)), in.formaat, jaar)
	}
	return b.naar("/import/" + in.id)
}

// proef gives the dry run of a waiting file, and starts it when there is none.
func (b *bezoek) proef(in inlezing) (*baan, error) {
	if work := b.web.Inlezer.vind(b.tenant.ID, b.wie.ID, in.id); work != nil {
		return work, nil
	}
	work := b.baan(in, true)
	return work, b.web.Inlezer.start(work)
}

func (b *bezoek) baan(in inlezing, proef bool) *baan {
	w := b.web
	return &baan{tenant: b.tenant.ID, wie: b.wie.ID, id: in.id, proef: proef, doe: func(ctx context.Context, voortgang func(float64, string)) (*uitslag, error) {
		u, err := w.lees(ctx, in, proef, voortgang)
		if err == nil && !proef {
			err = w.Klaar.Weg(in.wie.Verantwoordelijke, in.wie.ID, in.id)
		}
		return u, err
	}}
}

// ontvang streams the upload to where files wait. The fields stand before the file in the form, so they are known when it begins.
func (b *bezoek) ontvang() (in inlezing, jaar string, err error) {
	const limit = maxUpload + 1<<20 // the form around the file is small
	raw := b.Body
	if b.ContentLength > limit {
		err = errTeGroot
	} else {
		b.Body = http.MaxBytesReader(b.w, raw, limit)
		in, jaar, err = b.ontvangDelen()
	}
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		err = errTeGroot
	}
	if err != nil {
		_, _ = io.CopyN(io.Discard, raw, maxWeg) // a connection that broke fails here too; the answer is about err
	}
	return in, jaar, err
}

var errTeGroot = domein.Refuse("web.ontvang", "Het bestand is te groot. Er is niets ingelezen.", []domein.Fault{{Veld: "bestand",
	Melding: fmt.Sprintf("Het bestand is groter dan %d MB. Splits het, bijvoorbeeld per jaar, en lees de delen apart in.", maxUpload>>20)}})

func geenBestand(veld, melding string) error {
	return domein.Refuse("web.ontvang", "Het bestand is nog niet ontvangen.", []domein.Fault{{Veld: veld, Melding: melding}})
}

func (b *bezoek) ontvangDelen() (in inlezing, jaar string, err error) {
	in.wie = b.wie
	parts, err := b.MultipartReader()
	if err != nil {
		return in, "", geenBestand("bestand", "Kies een bestand op uw computer.")
	}
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return in, jaar, geenBestand("bestand", "Kies een bestand op uw computer.")
		case err != nil:
			return in, jaar, afgebroken(err)
		case part.FormName() == "formaat":
			in.formaat, err = leesVeld(part)
		case part.FormName() == "jaar":
			jaar, err = leesVeld(part)
		case part.FormName() == "bestand" && part.FileName() != "":
			err = b.zetKlaar(&in, jaar, part)
			return in, jaar, err
		}
		if err != nil {
			return in, jaar, afgebroken(err)
		}
	}
}

// afgebroken is a broken connection, or a body that is no form.
func afgebroken(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return geenBestand("bestand", "Het bestand kwam niet helemaal aan. Verstuur het opnieuw.")
}

func leesVeld(r io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxVeld))
	return strings.TrimSpace(string(text)), err
}

func (b *bezoek) zetKlaar(in *inlezing, jaar string, part *multipart.Part) error {
	var err error
	in.naam = strings.ToValidUTF8(path.Base(strings.ReplaceAll(part.FileName(), "\\", "/")), "?")
	if in.jaar, err = strconv.Atoi(jaar); jaar != "" && (err != nil || in.jaar < 1995 || in.jaar > 2100) {
		return geenBestand("jaar", "Vul een jaar in van vier cijfers, bijvoorbeeld 2026.")
	}
	if !bekendFormaat(in.formaat) {
		return geenBestand("formaat", "Kies een formaat uit de lijst.")
	}
	upload := &begrensd{r: part, left: maxUpload}
	in.id, err = b.web.Klaar.Bewaar(b.tenant.ID, b.wie.ID, in.kenmerken(), upload)
	if err == nil || upload.err == nil {
		return err
	}
	if errors.Is(upload.err, errTeGroot) {
		return errTeGroot
	}
	return afgebroken(upload.err)
}

func bekendFormaat(code string) bool {
	for _, f := range formaten {
		if f.Code == code {
			return true
		}
	}
	return false
}

// begrensd fails at the first byte over its limit and remembers what went wrong on the side of the sender.
type begrensd struct {
	r    io.Reader
	left int64
	err  error
}

func (b *begrensd) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		err = errTeGroot
	}
	if err != nil && !errors.Is(err, io.EOF) {
		b.err = err
	}
	return n, err
}
