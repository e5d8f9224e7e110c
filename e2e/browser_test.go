// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
)

// job is one thing that the browser does; browser.mjs says what its fields mean.
type job struct {
	ID     int    `json:"id"`
	Path   string `json:"path,omitempty"`
	User   string `json:"user,omitempty"`
	Width  int    `json:"width"`
	JS     bool   `json:"js"`
	Steps  []step `json:"steps,omitempty"`
	Axe    bool   `json:"axe"`
	Walk   string `json:"walk,omitempty"`
	Shot   string `json:"shot,omitempty"`
	Whole  bool   `json:"whole"`
	Sheets bool   `json:"sheets,omitempty"`
}

// step is one act that brings a page into a state; exactly one of Press, Click, Fill, Choose, Focus, Upload and Follow is set.
type step struct {
	Press  string `json:"press,omitempty"`  // a key: "?"
	Click  string `json:"click,omitempty"`  // CSS selector
	Fill   string `json:"fill,omitempty"`   // CSS selector of a text field, with Text
	Choose string `json:"choose,omitempty"` // CSS selector of a select, with Text as value
	Focus  string `json:"focus,omitempty"`  // CSS selector
	Follow string `json:"follow,omitempty"` // CSS selector of a field that holds an address, to go there
	Upload string `json:"upload,omitempty"` // CSS selector of a file field, with Text as content of a CSV
	Text   string `json:"text,omitempty"`
}

// answer is what the browser found.
type answer struct {
	ID         int         `json:"id"`
	Status     int         `json:"status"`
	Title      string      `json:"title"`
	Violations []violation `json:"violations"`
	Problems   []string    `json:"problems"` // script errors, refused or missing files, foreign addresses
	Overflow   int         `json:"overflow"` // pixels that the page is wider than the window
	Sheets     int         `json:"sheets"`   // of paper that the page takes, where the job asks
	Fault      string      `json:"fault"`    // the job could not be done
}

type violation struct {
	Rule  string `json:"rule"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML string `json:"html"`
		Why  string `json:"why"`
	} `json:"nodes"`
}

// browser is the Node process that drives one Chromium for all tests.
type browser struct {
	cmd     *exec.Cmd
	input   io.WriteCloser
	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	ended   error // set when the process is gone
}

// startBrowser needs Node, the npm packages and Chromium; a missing one is an error that says what to do.
func startBrowser(base string) (*browser, error) {
	chromium, err := findChromium()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat("../node_modules/playwright-core"); err != nil {
		return nil, errors.New("the npm packages are missing: run \"make assets\" first")
	}
	cmd := exec.Command("node", "browser.mjs", base)
	cmd.Env = append(os.Environ(), "CHROMIUM="+chromium)
	cmd.Stderr = os.Stderr
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting node (install Node.js 20 or newer): %w", err)
	}
	b := &browser{cmd: cmd, input: input, waiting: map[int]chan answer{}}
	go b.read(output)
	return b, nil
}

func findChromium() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("the browser tests need Chromium: install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM to its path")
}

// read hands each answer to the one who waits for it.
func (b *browser) read(output io.Reader) {
	lines := bufio.NewScanner(output)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var a answer
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			fmt.Fprintf(os.Stderr, "browser: %v: %s\n", err, lines.Text())
			continue
		}
		b.mu.Lock()
		waiting := b.waiting[a.ID]
		delete(b.waiting, a.ID)
		b.mu.Unlock()
		waiting <- a
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = errors.Join(errors.New("the browser process ended"), lines.Err())
	for id, waiting := range b.waiting {
		waiting <- answer{ID: id, Fault: b.ended.Error()}
	}
}

// do sends one job and waits for its answer. Many tests may call it at a time.
func (b *browser) do(j job) (answer, error) {
	b.mu.Lock()
	if b.ended != nil {
		b.mu.Unlock()
		return answer{}, b.ended
	}
	b.last++
	j.ID = b.last
	waiting := make(chan answer, 1)
	b.waiting[j.ID] = waiting
	text, err := json.Marshal(j)
	if err == nil {
		_, err = b.input.Write(append(text, '\n'))
	}
	b.mu.Unlock()
	if err != nil {
		return answer{}, fmt.Errorf("browser: %w", err)
	}
	a := <-waiting
	if a.Fault != "" {
		return a, errors.New(a.Fault)
	}
	return a, nil
}

// stop ends the browser; Node closes it at the end of its input.
func (b *browser) stop() {
	b.input.Close()
	b.cmd.Wait()
}
