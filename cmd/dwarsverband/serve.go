// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"dwarsverband/api"
	"dwarsverband/cmd/huis"
	"dwarsverband/extern/jzv"
	"dwarsverband/extern/mail"
	"dwarsverband/store"
	"dwarsverband/web"
	"dwarsverband/web/assets"
)

func runServe(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("serve", "start het programma en de pagina's", "dwarsverband serve -demo -data demo-map", stderr)
	var p plaats
	p.vlaggen(fs)
	fs.StringVar(&p.postvak, "postvak", os.Getenv("DWARSVERBAND_POSTVAK"), "`map` waarin andere systemen meldingen afleveren (ook: DWARSVERBAND_POSTVAK)")
	fs.StringVar(&p.mail.Adres, "mail", os.Getenv("DWARSVERBAND_MAIL"), "`adres` van de mailserver, zoals smtp://gebruiker@mail.voorbeeld.nl:587; leeg: geen mail (ook: DWARSVERBAND_MAIL; wachtwoord: DWARSVERBAND_MAIL_WACHTWOORD)")
	fs.StringVar(&p.mail.Van, "mail-van", os.Getenv("DWARSVERBAND_MAIL_VAN"), "`mailadres` van de afzender (ook: DWARSVERBAND_MAIL_VAN)")
	fs.StringVar(&p.url, "url", os.Getenv("DWARSVERBAND_URL"), "`adres` van de pagina's in een mail, zoals https://dwarsverband.voorbeeld.nl (ook: DWARSVERBAND_URL)")
	fs.StringVar(&p.stelsel.Adres, "stelsel", os.Getenv("DWARSVERBAND_STELSEL"), "`adres` van het stelsel Jeugd, Zorg en Veiligheid, zoals https://stelsel.voorbeeld.nl/api; leeg: partners krijgen geen bericht (ook: DWARSVERBAND_STELSEL)")
	fs.StringVar(&p.stelsel.Certificaat, "stelsel-certificaat", os.Getenv("DWARSVERBAND_STELSEL_CERTIFICAAT"), "`bestand` met het PKIoverheid-certificaat; leeg: een proxy voegt het toe (ook: DWARSVERBAND_STELSEL_CERTIFICAAT)")
	fs.StringVar(&p.stelsel.Sleutel, "stelsel-sleutel", os.Getenv("DWARSVERBAND_STELSEL_SLEUTEL"), "`bestand` met de sleutel daarvan (ook: DWARSVERBAND_STELSEL_SLEUTEL)")
	addr := fs.String("addr", "localhost:8080", "`adres` waarop de pagina's staan")
	if code, done := lees(fs, args); done {
		return code
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, p, *addr, stdout); err != nil {
		fmt.Fprintln(stderr, "dwarsverband serve:", err)
		return exitCode(err)
	}
	return 0
}

// errDemo refuses to serve invented people outside a demonstration.
var errDemo = errors.New("deze database bevat demogebruikers; start met -demo, of begin met een lege datamap")

func exitCode(err error) int {
	if errors.Is(err, errDemo) {
		return 2
	}
	return 1
}

func serve(ctx context.Context, p plaats, addr string, stdout io.Writer) error {
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		return err
	}
	if p.demo {
		if err := vulDemo(ctx, p, stdout); err != nil {
			return err
		}
	}
	h, err := open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = h.Store.Close() }()
	if err := h.weiger(ctx); err != nil {
		return err
	}
	if err := errors.Join(h.metMail(p, addr), h.metStelsel(p)); err != nil {
		return err
	}
	if err := h.schrijfLijst(ctx, p.data); err != nil { // what a stop between commit and list left out
		return err
	}
	reader := web.NewInlezer()
	ready := huis.Klaarzet{Map: filepath.Join(p.data, "klaargezet"), Nu: time.Now, Kans: rand.Reader}
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	handler, err := h.pagina(reader, ready, log)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("adres %s is niet vrij: %w", addr, err)
	}
	fmt.Fprintf(stdout, "Dwarsverband staat klaar op http://%s\n", listener.Addr())
	parts := []func(context.Context) error{
		func(ctx context.Context) error { return dien(ctx, handler, listener) },
		func(ctx context.Context) error { return h.checkpoints(ctx, 30*time.Second) },
		func(ctx context.Context) error { reader.Run(ctx); return nil },
		ready.Run,
		h.deel("deadlines", log, func(ctx context.Context, tenant string) (int, error) {
			return h.Casus.Verstrijk(ctx, huis.Machine(tenant))
		}),
		h.ruimt(log),
		h.vraagtUitleg(log),
		h.deel("mail", log, func(ctx context.Context, tenant string) (int, error) {
			return h.Bericht.Ronde(ctx, huis.Machine(tenant))
		}),
		h.deel("stelsel", log, func(ctx context.Context, tenant string) (int, error) {
			return h.Uitkomst.Ronde(ctx, huis.Machine(tenant))
		}),
	}
	if p.postvak != "" {
		parts = append(parts, h.deel("postvak", log, func(ctx context.Context, tenant string) (int, error) {
			return h.postvak(p.postvak, tenant, bodeRust).Ronde(ctx)
		}))
	}
	return naast(ctx, parts)
}

// deel is a part of the program that works in rounds of ten seconds. Each has a loop of its own: a mail server that hangs holds up no deadline.
func (h *installatie) deel(naam string, log *slog.Logger, doe func(ctx context.Context, tenant string) (int, error)) func(context.Context) error {
	return func(ctx context.Context) error { return h.rondes(ctx, naam, 10*time.Second, log, doe) }
}

// ruimt throws away old drafts of reports. Their term is one of weeks, so once an hour is enough.
func (h *installatie) ruimt(log *slog.Logger) func(context.Context) error {
	return func(ctx context.Context) error {
		return h.rondes(ctx, "concepten", time.Hour, log, func(ctx context.Context, tenant string) (int, error) {
			return h.Melding.RuimConcepten(ctx, huis.Machine(tenant))
		})
	}
}

// vraagtUitleg judges new looks where the conditions for that stand. A minute is as long as a question may wait; a round reads the looks of a day and takes a tenth of
// a second for 3,000 users (docs/performance.md).
func (h *installatie) vraagtUitleg(log *slog.Logger) func(context.Context) error {
	return func(ctx context.Context) error {
		return h.rondes(ctx, "opvallend", time.Minute, log, func(ctx context.Context, tenant string) (int, error) {
			return h.Toezicht.Ronde(ctx, huis.Machine(tenant))
		})
	}
}

// metMail lets notices go out by mail where a server is set up.
func (h *installatie) metMail(p plaats, addr string) error {
	h.Bericht.Adres = strings.TrimSuffix(p.url, "/")
	if p.url == "" {
		h.Bericht.Adres = "http://" + addr
	}
	if p.mail.Adres == "" {
		return nil
	}
	p.mail.Wachtwoord = os.Getenv("DWARSVERBAND_MAIL_WACHTWOORD") // not a flag: those stand in the list of processes
	var err error
	h.Bericht.Verstuur, err = mail.Nieuw(p.mail)
	return err
}

// metStelsel tells partners through the stelsel JZV that an outcome is there, where its address is known.
func (h *installatie) metStelsel(p plaats) error {
	if p.stelsel.Adres == "" {
		return nil
	}
	p.stelsel.Basis = h.stelselBasis()
	var err error
	h.Uitkomst.Stuur, err = jzv.Nieuw(p.stelsel)
	return err
}

// stelselBasis is where the systems of partners find the resources of the stelsel.
func (h *installatie) stelselBasis() string { return h.Bericht.Adres + "/stelsel" }

// naast runs the parts of the program beside each other until ctx ends or one of them fails, and waits for all.
func naast(ctx context.Context, parts []func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, len(parts))
	for _, part := range parts {
		go func() {
			err := part(ctx)
			if err != nil {
				stop()
			}
			ended <- err
		}()
	}
	var err error
	for range parts {
		err = errors.Join(err, <-ended)
	}
	return err
}

// weiger refuses invented people outside a demonstration.
func (h *installatie) weiger(ctx context.Context) error {
	if h.plaats.demo {
		return nil
	}
	n, err := h.Store.DemoGebruikers(ctx)
	if err == nil && n > 0 {
		err = errDemo
	}
	return err
}

func (h *installatie) pagina(reader *web.Inlezer, ready huis.Klaarzet, log *slog.Logger) (http.Handler, error) {
	if err := assets.Check(); err != nil {
		return nil, err
	}
	pages, err := web.New(web.Services{
		Gebruiker: h.Gebruiker, Gebied: h.Gebied, Cijfer: h.Cijfer, Signaal: h.Signaal,
		Plan: h.Plan, Verband: h.Verband, Overzicht: h.Overzicht, Rapportage: h.Rapportage, Casus: h.Casus, Deling: h.Deling, Melding: h.Melding, Bewaring: h.Bewaring, Inzage: h.Inzage, Overleg: h.Overleg, Bericht: h.Bericht, Toezicht: h.Toezicht, Uitkomst: h.Uitkomst,
		LeesGebieden: huis.LeesGebieden, Herken: huis.Herken, Klaar: ready, Inlezer: reader,
		Sessies: store.Sessies{Store: h.Store, Nu: time.Now}, Log: log, Demo: h.plaats.demo, Secure: !h.plaats.demo,
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	operations := api.New(api.Services{Gebruiker: h.Gebruiker, Gebied: h.Gebied, Cijfer: h.Cijfer, Signaal: h.Signaal,
		Plan: h.Plan, Verband: h.Verband, Rapportage: h.Rapportage, Casus: h.Casus, Uitkomst: h.Uitkomst, Basis: h.stelselBasis(),
		LeesGebieden: huis.LeesGebieden, Herken: huis.Herken, Log: log})
	mux.Handle("/api/v1/", operations)
	mux.Handle("/stelsel/", operations)
	mux.HandleFunc("GET /gezond", func(w http.ResponseWriter, r *http.Request) {
		if err := h.Store.Ping(r.Context()); err != nil {
			http.Error(w, "de database antwoordt niet", http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(w, "gezond\n")
	})
	mux.Handle("/", pages)
	return mux, nil
}

// dien serves until ctx ends, and then lets running requests finish.
func dien(ctx context.Context, handler http.Handler, listener net.Listener) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		stopped <- server.Shutdown(grace)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
