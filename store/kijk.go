// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"database/sql"
	"errors"

	"dwarsverband/journaal"
)

// maxBatch is how many looks at most share one commit.
const maxBatch = 128

// errClosed is the answer to a look that comes after Close.
var errClosed = errors.New("store: closed")

// look is entries that wait for a commit, and where the outcome goes.
type look struct {
	entries []journaal.Entry
	done    chan error
}

// looks is the one writer of looks of this node. A page waits until its look is durable; many pages at once share one commit, which is what costs time, not the hash.
type looks struct {
	queue chan look
	quit  chan struct{} // closed: nothing more is taken in
	gone  chan struct{} // closed: the writer has ended
}

func (l *looks) start(s *Store) {
	l.queue, l.quit, l.gone = make(chan look, maxBatch), make(chan struct{}), make(chan struct{})
	go l.run(s)
}

// stop ends the writer after what was handed in.
func (l *looks) stop() {
	close(l.quit)
	<-l.gone
}

func (l *looks) run(s *Store) {
	defer close(l.gone)
	for {
		select {
		case first := <-l.queue:
			l.write(s, l.gather(first))
		case <-l.quit:
			for {
				select {
				case first := <-l.queue:
					l.write(s, l.gather(first))
				default:
					return
				}
			}
		}
	}
}

// gather takes what waits beside first.
func (l *looks) gather(first look) []look {
	batch := []look{first}
	for len(batch) < maxBatch {
		select {
		case next := <-l.queue:
			batch = append(batch, next)
		default:
			return batch
		}
	}
	return batch
}

// write commits a batch. Where that fails each look is tried alone, so that one that cannot be written does not take the others with it.
func (l *looks) write(s *Store, batch []look) {
	var entries []journaal.Entry
	for _, b := range batch {
		entries = append(entries, b.entries...)
	}
	err := s.act(context.Background(), entries, func(*sql.Tx) error { return nil })
	for _, b := range batch {
		if err != nil && len(batch) > 1 {
			b.done <- s.act(context.Background(), b.entries, func(*sql.Tx) error { return nil })
			continue
		}
		b.done <- err
	}
}

// Kijk commits entries on looks and refusals. It returns when they are durable: no page is sent before its look is in the journal.
func (s *Store) Kijk(ctx context.Context, entries ...journaal.Entry) error {
	l := look{entries, make(chan error, 1)}
	select {
	case s.looks.queue <- l:
	case <-s.looks.quit:
		return errClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-l.done:
		return wrap("store.Kijk", err)
	case <-s.looks.gone:
		return errClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}
