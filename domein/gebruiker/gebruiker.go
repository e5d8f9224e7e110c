// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package gebruiker knows who works with the program for which controller, and turns a session or an API token into a toegang.Actor. In this edition the
// only way in is the choice of a demo user; outside demo mode the program refuses to start while demo users exist.
package gebruiker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Gebruiker is a person with an account.
type Gebruiker struct {
	ID                string
	Verantwoordelijke string
	Naam              string
	Functie           string // as the organisation calls it: "adviseur openbare orde en veiligheid"
	Organisatie       string // kind of organisation: "gemeente", "politie", "ggz", ...
	Telefoon          string // of his work
	Mailadres         string // of his work; empty: he gets no mail
	Rollen            []toegang.Rol
	Demo              bool // an invented person that anybody may choose to be in demo mode
}

// Actor gives g as the gate knows him.
func (g Gebruiker) Actor() toegang.Actor {
	return toegang.Actor{ID: g.ID, Naam: g.Naam, Verantwoordelijke: g.Verantwoordelijke, Organisatie: g.Organisatie, Rollen: g.Rollen}
}

// Store is what this room needs kept.
type Store interface {
	// Verantwoordelijken lists all controllers, by name.
	Verantwoordelijken(ctx context.Context) ([]gebied.Verantwoordelijke, error)
	// Verantwoordelijke gives one, or NotFound.
	Verantwoordelijke(ctx context.Context, id string) (gebied.Verantwoordelijke, error)
	// Gebruikers lists the users of one controller, in the order in which they were added.
	Gebruikers(ctx context.Context, verantwoordelijke string) ([]Gebruiker, error)
	// Gebruiker gives one, or NotFound.
	Gebruiker(ctx context.Context, verantwoordelijke, id string) (Gebruiker, error)
	// GebruikerVanToken gives the user that owns the token with this hash, or NotFound.
	GebruikerVanToken(ctx context.Context, hash string) (Gebruiker, error)
}

// Service answers who somebody is.
type Service struct {
	Store Store
	Demo  bool // demo mode: demo users may be chosen
}

// Kies gives the demo user that somebody chose to be.
func (s *Service) Kies(ctx context.Context, verantwoordelijke, id string) (Gebruiker, error) {
	const op = "gebruiker.Kies"
	g, err := s.Store.Gebruiker(ctx, verantwoordelijke, id)
	if err != nil {
		return Gebruiker{}, domein.Wrap(op, err)
	}
	if !s.Demo || !g.Demo {
		return Gebruiker{}, domein.Missing(op)
	}
	return g, nil
}

// Zoek gives the user of a running session.
func (s *Service) Zoek(ctx context.Context, verantwoordelijke, id string) (Gebruiker, error) {
	g, err := s.Store.Gebruiker(ctx, verantwoordelijke, id)
	return g, domein.Wrap("gebruiker.Zoek", err)
}

// VanToken gives the user who owns a bearer token.
func (s *Service) VanToken(ctx context.Context, token string) (Gebruiker, error) {
	g, err := s.Store.GebruikerVanToken(ctx, Hash(token))
	return g, domein.Wrap("gebruiker.VanToken", err)
}

// Hash is what is kept of a token: the token itself is known to its owner only.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Actor gives a user of a controller as the gate knows him, or NotFound.
func (s *Service) Actor(ctx context.Context, verantwoordelijke, id string) (toegang.Actor, error) {
	g, err := s.Store.Gebruiker(ctx, verantwoordelijke, id)
	return g.Actor(), domein.Wrap("gebruiker.Actor", err)
}

// Actoren gives all users of a controller as the gate knows them.
func (s *Service) Actoren(ctx context.Context, verantwoordelijke string) ([]toegang.Actor, error) {
	users, err := s.Store.Gebruikers(ctx, verantwoordelijke)
	list := make([]toegang.Actor, len(users))
	for i, g := range users {
		list[i] = g.Actor()
	}
	return list, domein.Wrap("gebruiker.Actoren", err)
}
