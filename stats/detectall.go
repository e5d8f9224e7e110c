// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Series is one series to judge.
type Series struct {
	Name   string    // for error messages only
	Counts []float64 // number of 0 or more, or NaN for a gap
	From   int       // first time point to judge, from 1; 0: the first with a full reference period; below 0: that many last ones
}

// DetectAll judges many series with one method, on all processors. The verdicts come in the order of the series and do
// not depend on the number of processors. progress, when not nil, is called from one goroutine at a time with the number
// of series done. It stops with ctx.Err() when ctx ends, and with an error that names the series on a count that is none.
//
// Memory: 56 bytes a verdict, that is 38 MB for 13,000 series with 52 verdicts each, and some 50 kB a processor.
func DetectAll(ctx context.Context, series []Series, m Method, progress func(done, total int)) ([][]Verdict, error) {
	if err := m.Check(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	all := make([][]Verdict, len(series))
	done := 0
	var reporting sync.Mutex
	var workers sync.WaitGroup
	queue := newQueue(len(series))
	for range queue.workers {
		workers.Go(func() {
			ws := new(workspace)
			for start, end := queue.next(); start < end && ctx.Err() == nil; start, end = queue.next() {
				for i := start; i < end && ctx.Err() == nil; i++ {
					s, err := series[i], error(nil)
					if all[i], err = detect(ws, s.Counts, s.from(), m); err != nil {
						cancel(fmt.Errorf("series %q: %w", s.Name, err))
						return
					}
				}
				reporting.Lock()
				if done += end - start; progress != nil && ctx.Err() == nil {
					progress(done, len(series))
				}
				reporting.Unlock()
			}
		})
	}
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	return all, nil
}

// queue deals out the indices 0..n-1 in small batches.
type queue struct {
	n, workers int
	taken      atomic.Int64
}

// batch is how many indices a worker takes at a time.
const batch = 16

func newQueue(n int) *queue {
	return &queue{n: n, workers: min(runtime.GOMAXPROCS(0), (n+batch-1)/batch)}
}

// next is the batch start..end-1; empty when all are dealt out.
func (q *queue) next() (start, end int) {
	end = int(q.taken.Add(batch))
	return end - batch, min(end, q.n)
}

func (s Series) from() int {
	if s.From < 0 {
		return max(1, len(s.Counts)+1+s.From)
	}
	return s.From
}
