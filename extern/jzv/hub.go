// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package jzv

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"dwarsverband/domein/uitkomst"
)

// Hub is the network of the stelsel as this organisation reaches it.
type Hub struct {
	Adres       string // base of the Generieke Asynchrone Interactie API
	Basis       string // base of the resources of this installation, as partners reach them
	Certificaat string // file with the PKIoverheid certificate; empty where a proxy adds it
	Sleutel     string // file with its key
}

// wachtHub is how long one request may take.
const wachtHub = 10 * time.Second

// Nieuw gives the function that tells the network about an event. The network is asked first how the event stands, so that telling it again after a stop does no harm.
func Nieuw(h Hub) (func(ctx context.Context, g uitkomst.Gebeurtenis) (uitkomst.Stand, error), error) {
	if u, err := url.Parse(h.Adres); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("het adres van het stelsel klopt niet; schrijf het als https://stelsel.voorbeeld.nl/api")
	}
	client := &http.Client{Timeout: wachtHub}
	if h.Certificaat != "" {
		pair, err := tls.LoadX509KeyPair(h.Certificaat, h.Sleutel)
		if err != nil {
			return nil, fmt.Errorf("het certificaat voor het stelsel is niet te lezen: %w", err)
		}
		client.Transport = &http.Transport{TLSClientConfig: &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}}
	}
	h.Adres = strings.TrimSuffix(h.Adres, "/")
	return func(ctx context.Context, g uitkomst.Gebeurtenis) (uitkomst.Stand, error) {
		stand, known, err := h.stand(ctx, client, g)
		if known || err != nil {
			return stand, err
		}
		return h.bied(ctx, client, g)
	}, nil
}

// stand asks how an event stands; known is false where the network never heard of it.
func (h Hub) stand(ctx context.Context, client *http.Client, g uitkomst.Gebeurtenis) (s uitkomst.Stand, known bool, err error) {
	var answer struct {
		ID    string         `json:"interactieId"`
		Stand uitkomst.Stand `json:"status"`
	}
	status, err := vraag(ctx, client, http.MethodGet, h.Adres+"/status/"+url.PathEscape(interactie(g)), nil, &answer)
	switch {
	case err != nil:
		return "", false, err
	case status == http.StatusNotFound:
		return "", false, nil
	case status == http.StatusOK && answer.ID == interactie(g) && (answer.Stand == uitkomst.Verwerkt || answer.Stand == uitkomst.Onderweg || answer.Stand == uitkomst.Afgewezen):
		return answer.Stand, true, nil
	}
	return "", false, fmt.Errorf("jzv: the network answers %d and %q on a question of status", status, answer.Stand)
}

// bied offers an event.
func (h Hub) bied(ctx context.Context, client *http.Client, g uitkomst.Gebeurtenis) (uitkomst.Stand, error) {
	text, err := Schrijf(g, h.Basis)
	if err != nil {
		return "", err
	}
	var answer struct {
		ID string `json:"interactieId"`
	}
	status, err := vraag(ctx, client, http.MethodPost, h.Adres+"/events", text, &answer)
	switch {
	case err != nil:
		return "", err
	case status == http.StatusAccepted && answer.ID == interactie(g):
		return uitkomst.Onderweg, nil
	case status == http.StatusBadRequest:
		return uitkomst.Afgewezen, nil
	}
	return "", fmt.Errorf("jzv: the network answers %d on an event", status)
}

// vraag does one request and reads a JSON answer of at most 1 MB.
func vraag(ctx context.Context, client *http.Client, method, address string, body []byte, answer any) (int, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Accept", "application/json")
	if body != nil {
		req.Header.Set("Content-Type", "application/cloudevents+json")
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode >= 300 {
		return resp.StatusCode, nil
	}
	return resp.StatusCode, json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(answer)
}
