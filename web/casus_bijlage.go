// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
)

// meestVelden is how much the fields beside a file may hold, in bytes.
const meestVelden = 1 << 20

// TrekIn is the form with which a file is withdrawn.
func (v *casusView) TrekIn(st dossier.Stuk) intrekking {
	return intrekking{ID: st.ID, URL: stukURL(v.ID, st) + "/intrekken", Wat: st.Waarde("wat")}
}

// bestandsmaat writes a number of bytes as people say it.
func bestandsmaat(bytes string) string {
	n, _ := strconv.ParseFloat(bytes, 64)
	if n < 1<<20 {
		return getal(max(1, n/(1<<10)), 0) + " kB"
	}
	return getal(n/(1<<20), 1) + " MB"
}

func (w *Web) bijlageFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	if !beeld.Kan[casus.BijlageSoort.Actie] {
		return nil, beeld, &domein.Error{Kind: domein.Forbidden, Op: "web.bijlageFormulier", Melding: "Uw plek in de kring geeft u geen recht om dit te doen."}
	}
	m, err := w.mensen(b)
	groepen := casusVelden(casus.BijlageSoort, beeld.Dossier, m)
	groepen[0].Velden = append(groepen[0].Velden, &veld{Naam: "bestand", Label: "Bestand", Soort: "bestand", Nodig: true,
		Uitleg: casus.Bestandsoorten + fmt.Sprintf(", hoogstens %d MB.", casus.MaxBijlage>>20) + " Waar en waarmee een foto is gemaakt, halen wij eruit. Bij een fout kiest u het bestand opnieuw."})
	return &formulier{URL: b.URL.Path, Knop: "Toevoegen", Terug: "/casussen/" + beeld.ID, Groepen: groepen, Nieuw: true,
		Uitleg: "U doet dit voor: " + beeld.Doel + " (" + beeld.Grondslag + ")."}, beeld, err
}

func (w *Web) bijlageNieuw(b *bezoek) error {
	f, beeld, err := w.bijlageFormulier(b)
	if err != nil {
		return err
	}
	f.zet(map[string]string{"datum": b.vandaag().String(), "bron": b.persoon.Organisatie})
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Bijlage toevoegen"), f)
}

func (w *Web) bijlageMaak(b *bezoek) error {
	f, beeld, err := w.bijlageFormulier(b)
	if err != nil {
		return err
	}
	velden, naam, inhoud, err := b.metBestand("bestand", casus.MaxBijlage)
	if err != nil {
		return err
	}
	kept, err := w.Casus.VoegBij(b.Context(), b.wie, beeld.ID, f.neem(velden).waarden(), naam, inhoud)
	if err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Bijlage toevoegen"), f, dossier.Stuk{})
	}
	gezegd := "De bijlage is toegevoegd." // without its name: what is said once passes through the session, and a name can be that of a person
	if len(kept.Weg) > 0 {
		gezegd += " Eruit gehaald: " + strings.Join(kept.Weg, " en ") + "."
	}
	b.zeg(gezegd)
	return b.naar("/casussen/" + beeld.ID + "#h-bijlagen")
}

// metBestand reads a form with one file in memory: the usual way would lay a large file down on disk as it came. Of a file that is larger than most, one byte more is given.
func (b *bezoek) metBestand(veld string, most int64) (velden url.Values, naam string, inhoud []byte, err error) {
	velden = url.Values{}
	b.Body = http.MaxBytesReader(b.w, b.Body, 4*most)
	parts, err := b.MultipartReader()
	if err != nil {
		return velden, "", nil, nil // a form without a file: its fields tell what is missing
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return velden, naam, inhoud, nil
		}
		if err != nil {
			return nil, "", nil, afgebroken(err)
		}
		if part.FormName() == veld {
			naam = part.FileName()
			if inhoud, err = io.ReadAll(io.LimitReader(part, most+1)); err == nil {
				_, err = io.Copy(io.Discard, part) // so that the answer reaches a browser that is still sending
			}
		} else {
			var text []byte
			text, err = io.ReadAll(io.LimitReader(part, meestVelden))
			velden.Add(part.FormName(), string(text))
		}
		if err != nil {
			return nil, "", nil, afgebroken(err)
		}
	}
}

// bijlageHaal sends a file. It is never shown within these pages, whatever is in it.
func (w *Web) bijlageHaal(b *bezoek) error {
	st, schrijf, err := w.Casus.Bijlage(b.Context(), b.wie, b.PathValue("id"), b.PathValue("stuk"))
	if err != nil {
		return err
	}
	out := &begonnen{ResponseWriter: b.w}
	h := out.Header()
	h.Set("Content-Type", st.Waarde("mime"))
	h.Set("Content-Length", st.Waarde("grootte"))
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": st.Waarde("naam")}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	if err = schrijf(out); err != nil && out.ja {
		panic(http.ErrAbortHandler)
	}
	if err != nil {
		h.Del("Content-Length")
		h.Del("Content-Disposition")
	}
	return err
}

// begonnen tells whether anything was sent.
type begonnen struct {
	http.ResponseWriter
	ja bool
}

func (w *begonnen) Write(p []byte) (int, error) {
	w.ja = true
	return w.ResponseWriter.Write(p)
}
