// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// BinaryEnv names the built program; without it the tests build one.
const BinaryEnv = "DWARSVERBAND_BINARY"

// watched runs a program that ends when this process ends, also when that is killed: the shell waits for the end of its input.
const watched = `exec 3<&0; "$@" <&- & server=$!; (cat <&3 >/dev/null; kill $server 2>/dev/null) & wait $server`

// server is the program under test, with a filled demo of its own.
type server struct {
	base  string // "http://127.0.0.1:34567"
	input io.Closer
	done  chan error
}

// binary gives the program under test.
func binary(dir string) (string, error) {
	if path := os.Getenv(BinaryEnv); path != "" {
		if _, err := os.Stat(path); err != nil {
			return "", fmt.Errorf("%s: %w: build it with \"make build\"", BinaryEnv, err)
		}
		return path, nil
	}
	path := filepath.Join(dir, "dwarsverband")
	build := exec.Command("go", "build", "-o", path, "dwarsverband/cmd/dwarsverband")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the program: %w: %s", err, out)
	}
	return path, nil
}

// startServer serves a new demo from dir and waits until it answers.
func startServer(dir string) (*server, error) {
	program, err := binary(dir)
	if err != nil {
		return nil, err
	}
	addr, err := freeAddr()
	if err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(dir, "server.log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command("/bin/sh", "-c", watched, "sh", program, "serve", "-demo", "-data", filepath.Join(dir, "data"), "-addr", addr)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl+C reaches it through us
	cmd.Stdout, cmd.Stderr = log, log
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the program: %w", err)
	}
	s := &server{base: "http://" + addr, input: input, done: make(chan error, 1)}
	go func() { s.done <- cmd.Wait() }()
	if err := s.waitReady(2 * time.Minute); err != nil {
		s.stop()
		text, readErr := os.ReadFile(log.Name())
		return nil, errors.Join(fmt.Errorf("%w; it wrote: %s", err, text), readErr)
	}
	return s, nil
}

// waitReady waits until /gezond answers 200; filling the demo comes before that.
func (s *server) waitReady(limit time.Duration) error {
	client := &http.Client{Timeout: 2 * time.Second}
	deadline := time.After(limit)
	for {
		if response, err := client.Get(s.base + "/gezond"); err == nil {
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case err := <-s.done:
			s.done <- err
			return fmt.Errorf("the program ended before it was ready: %v", err)
		case <-deadline:
			return fmt.Errorf("the program was not ready within %v", limit)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// stop ends the program and waits for it.
func (s *server) stop() {
	s.input.Close()
	<-s.done
}

func freeAddr() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("port of the program: %w", err)
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}
