// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package mail sends mail by SMTP. The way to the server is encrypted; only a server on this machine may go without.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"dwarsverband/domein/bericht"
)

// Server is where mail goes out.
type Server struct {
	Adres      string // "smtp://user@mail.voorbeeld.nl:587"
	Van        string // address of the sender
	Wachtwoord string
}

// wacht is how long one connection may take for all its mails together.
const wacht = time.Minute

// Nieuw gives the function that sends by this server. Each mail has its own result.
func Nieuw(s Server) (func(ctx context.Context, brieven []bericht.Brief) []error, error) {
	u, err := url.Parse(s.Adres)
	if err != nil || u.Scheme != "smtp" || u.Hostname() == "" {
		return nil, errors.New("het adres van de mailserver klopt niet; schrijf het als smtp://gebruiker@mail.voorbeeld.nl:587")
	}
	port := 587
	if p := u.Port(); p != "" {
		if port, err = strconv.Atoi(p); err != nil {
			return nil, fmt.Errorf("de poort van de mailserver klopt niet: %w", err)
		}
	}
	opties := []mail.Option{mail.WithPort(port), mail.WithTimeout(wacht), mail.WithTLSPolicy(mail.TLSMandatory)}
	if hier(u.Hostname()) {
		opties = append(opties, mail.WithTLSPolicy(mail.TLSOpportunistic))
	}
	if name := u.User.Username(); name != "" {
		opties = append(opties, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(name), mail.WithPassword(s.Wachtwoord))
	}
	if err := mail.NewMsg().From(s.Van); err != nil {
		return nil, fmt.Errorf("het adres van de afzender klopt niet: %w", err)
	}
	return func(ctx context.Context, brieven []bericht.Brief) []error {
		return verstuur(ctx, u.Hostname(), opties, s.Van, brieven)
	}, nil
}

func hier(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// verstuur sends the mails over one connection. Where that cannot be made none of them went out.
func verstuur(ctx context.Context, host string, opties []mail.Option, van string, brieven []bericht.Brief) []error {
	fouten := make([]error, len(brieven))
	var list []*mail.Msg
	var waar []int
	for i, b := range brieven {
		m := mail.NewMsg(mail.WithNoDefaultUserAgent())
		if fouten[i] = errors.Join(m.From(van), m.To(b.Aan)); fouten[i] != nil {
			continue
		}
		m.Subject(b.Onderwerp)
		m.SetBodyString(mail.TypeTextPlain, b.Tekst)
		list, waar = append(list, m), append(waar, i)
	}
	client, err := mail.NewClient(host, opties...)
	if err == nil {
		err = client.DialAndSendWithContext(ctx, list...)
	}
	for j, m := range list {
		fouten[waar[j]] = m.SendError()
		if err != nil && !m.IsDelivered() && fouten[waar[j]] == nil {
			fouten[waar[j]] = err
		}
	}
	return fouten
}
