// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"dwarsverband/domein"
)

// Inlezer reads files in outside the request that asked for it, one at a time, and remembers how far each is, so that a page that is loaded again shows it.
// cmd makes one and runs it.
type Inlezer struct {
	mu    sync.Mutex
	banen []*baan // oldest first
	rij   chan *baan
}

// Bounds of what is remembered and what may wait.
const (
	maxBanen  = 50
	maxWacht  = 16
	wachtTijd = 5 * time.Second // how long a request waits for work before it answers with the progress
)

// NewInlezer gives an Inlezer that does nothing until Run is called.
func NewInlezer() *Inlezer { return &Inlezer{rij: make(chan *baan, maxWacht)} }

// baan is one piece of work.
type baan struct {
	tenant, wie, id string
	proef           bool
	doe             func(ctx context.Context, voortgang func(float64, string)) (*uitslag, error)
	gereed          chan struct{} // closed when the work is done

	mu    sync.Mutex
	stand voortgang
}

// voortgang is how far a piece of work is, as the page is told.
type voortgang struct {
	Deel    float64  `json:"deel"` // 0 to 1
	Tekst   string   `json:"tekst"`
	Klaar   bool     `json:"klaar"`
	Uitslag *uitslag `json:"-"`
	Fout    error    `json:"-"`
}

// Run does the work until ctx ends; what it is doing then is broken off and undone, and what waits is refused.
func (i *Inlezer) Run(ctx context.Context) {
	for {
		select {
		case b := <-i.rij:
			if ctx.Err() == nil {
				b.run(ctx)
			}
		case <-ctx.Done():
			i.mu.Lock()
			defer i.mu.Unlock()
			for _, b := range i.banen {
				b.einde(nil, errGestopt)
			}
			return
		}
	}
}

var errGestopt = &domein.Error{Kind: domein.Conflict, Op: "web.Inlezer", Melding: "Het programma is gestopt voordat het bestand was ingelezen. Lees het opnieuw in."}

func (b *baan) run(ctx context.Context) {
	defer func() {
		if p := recover(); p != nil { // one bad file must not stop the program for everybody
			b.einde(nil, fmt.Errorf("web.Inlezer: %v\n%s", p, debug.Stack()))
		}
	}()
	u, err := b.doe(ctx, func(deel float64, tekst string) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.stand.Deel, b.stand.Tekst = deel, tekst
	})
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		err = errGestopt
	}
	b.einde(u, err)
}

// einde ends the work, once.
func (b *baan) einde(u *uitslag, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.stand.Klaar {
		b.stand = voortgang{Deel: 1, Tekst: "Klaar", Klaar: true, Uitslag: u, Fout: err}
		close(b.gereed)
	}
}

// nu gives how far the work is.
func (b *baan) nu() voortgang {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.stand
}

// start puts a piece of work in the queue; it takes the place of earlier work under the same id.
func (i *Inlezer) start(b *baan) error {
	b.gereed, b.stand = make(chan struct{}), voortgang{Tekst: "In de wachtrij"}
	i.mu.Lock()
	defer i.mu.Unlock()
	select {
	case i.rij <- b:
	default:
		return &domein.Error{Kind: domein.Conflict, Op: "web.Inlezer", Melding: "Er wachten al veel bestanden. Probeer het over een paar minuten opnieuw."}
	}
	i.banen = slices.DeleteFunc(i.banen, func(old *baan) bool { return old.id == b.id })
	i.banen = append(i.banen, b)
	if over := len(i.banen) - maxBanen; over > 0 {
		i.banen = slices.Delete(i.banen, 0, over)
	}
	return nil
}

// vind gives the work under an id, or nil; that of somebody else is not found.
func (i *Inlezer) vind(tenant, wie, id string) *baan {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, b := range i.banen {
		if b.tenant == tenant && b.wie == wie && b.id == id {
			return b
		}
	}
	return nil
}

// vergeet drops the work under an id.
func (i *Inlezer) vergeet(b *baan) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.banen = slices.DeleteFunc(i.banen, func(old *baan) bool { return old == b })
}

// wacht waits until the work is done, and at most wachtTijd.
func (b *baan) wacht(ctx context.Context) voortgang {
	timer := time.NewTimer(wachtTijd)
	defer timer.Stop()
	select {
	case <-b.gereed:
	case <-timer.C:
	case <-ctx.Done():
	}
	return b.nu()
}
