// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package storetest gives the tests of the store the two engines to run on.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// BinEnv names the environment variable with the folder that holds initdb and postgres. Without it they are looked for.
const BinEnv = "DWARSVERBAND_TEST_PGBIN"

// superuser is the database role that initdb makes; local connections need no password.
const superuser = "dwarsverband"

// minimumMajor is the oldest PostgreSQL that the store supports.
const minimumMajor = 15

// StartPostgres makes an empty PostgreSQL cluster in a temporary folder and starts it on a free port of the loopback
// address. dsn is the URL of its database "postgres". stop ends the server and removes the folder; it can be called
// more than once. A server whose test process dies ends by itself. The error says what to install when PostgreSQL is
// missing: a test run without it fails, it is never skipped.
//
// PostgreSQL refuses to run as root, so under root a system account runs it.
func StartPostgres() (dsn string, stop func(), err error) {
	bin, err := findBin()
	if err != nil {
		return "", nil, err
	}
	account, err := systemAccount()
	if err != nil {
		return "", nil, err
	}
	dir, err := clusterDir(account)
	if err != nil {
		return "", nil, err
	}
	dsn, stop, err = startIn(bin, dir, account)
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	return dsn, stop, nil
}

// startIn initialises the cluster in dir and starts the server.
func startIn(bin, dir string, account *syscall.Credential) (string, func(), error) {
	data := filepath.Join(dir, "data")
	initdb := command(account, dir, filepath.Join(bin, "initdb"), "--pgdata", data, "--username", superuser,
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions")
	if out, err := initdb.CombinedOutput(); err != nil {
		return "", nil, fmt.Errorf("initdb of the test database: %w: %s", err, strings.TrimSpace(string(out)))
	}
	port, err := freePort()
	if err != nil {
		return "", nil, err
	}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return "", nil, fmt.Errorf("log of the test database: %w", err)
	}
	defer log.Close()

	// The shell waits for the end of its input, which comes when stop closes it and also when this process dies;
	// so no server and no folder outlives a test run.
	server := command(account, dir, "/bin/sh", "-c", `"$@" <&- & server=$!
cat >/dev/null; kill -INT $server; wait $server; cd /; rm -rf "$DWARSVERBAND_TEST_DIR"`, "sh",
		filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200",
		"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
		"-c", "timezone=UTC", "-c", "autovacuum=off")
	server.Env = append(server.Env, "DWARSVERBAND_TEST_DIR="+dir)
	server.Stdout, server.Stderr = log, log
	input, err := server.StdinPipe()
	if err != nil {
		return "", nil, fmt.Errorf("input of the test database: %w", err)
	}
	if err := server.Start(); err != nil {
		return "", nil, fmt.Errorf("start of the test database: %w", err)
	}
	stop := stopper(input, server, dir)
	if err := waitReady(filepath.Join(data, "postmaster.pid")); err != nil {
		text, readErr := os.ReadFile(log.Name())
		stop()
		return "", nil, errors.Join(fmt.Errorf("%w: %s", err, strings.TrimSpace(string(text))), readErr)
	}
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/postgres?sslmode=disable", superuser, port), stop, nil
}

// stopper ends the server by closing the input of its shell, waits for it and removes the folder.
func stopper(input io.Closer, server *exec.Cmd, dir string) func() {
	stopped := false
	return func() {
		if stopped {
			return
		}
		stopped = true
		input.Close()
		server.Wait()
		os.RemoveAll(dir)
	}
}

// waitReady waits until the last line of the pid file says "ready", as pg_ctl does.
func waitReady(pidFile string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		text, err := os.ReadFile(pidFile)
		if err == nil && strings.HasSuffix(strings.TrimSpace(string(text)), "ready") {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.New("the test database was not ready within 30 seconds")
		case <-tick.C:
		}
	}
}

// command runs name under account (nil: the present user) in dir.
func command(account *syscall.Credential, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: account}
	return cmd
}

// clusterDir makes the temporary folder and gives it to account.
func clusterDir(account *syscall.Credential) (string, error) {
	dir, err := os.MkdirTemp("", "dwarsverband-pg-")
	if err != nil {
		return "", fmt.Errorf("folder of the test database: %w", err)
	}
	if account == nil {
		return dir, nil
	}
	if err := os.Chown(dir, int(account.Uid), int(account.Gid)); err != nil {
		return "", errors.Join(fmt.Errorf("folder of the test database: %w", err), os.RemoveAll(dir))
	}
	return dir, nil
}

// systemAccount is the account that runs PostgreSQL when the test run is root; nil otherwise.
func systemAccount() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		if uidErr != nil || gidErr != nil {
			continue
		}
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, errors.New("PostgreSQL cannot run as root, and there is no account postgres or nobody: run the tests as another user")
}

// freePort asks the kernel for a port that is free at this moment.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("port of the test database: %w", err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// findBin is the folder with initdb and postgres, version 15 or newer.
func findBin() (string, error) {
	var tried []string
	for _, dir := range candidates() {
		major, err := majorIn(dir)
		if err == nil && major >= minimumMajor {
			return dir, nil
		}
		if err == nil {
			tried = append(tried, fmt.Sprintf("%s is version %d", dir, major))
		} else {
			tried = append(tried, err.Error())
		}
	}
	return "", fmt.Errorf("the tests need PostgreSQL %d or newer and did not find it (%s): install it "+
		"(Debian, Ubuntu: apt-get install postgresql) or set %s to the folder with initdb and postgres",
		minimumMajor, strings.Join(tried, "; "), BinEnv)
}

// candidates are the folders to look in, best first.
func candidates() []string {
	if dir := os.Getenv(BinEnv); dir != "" {
		return []string{dir}
	}
	var dirs []string
	if path, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			dirs = append(dirs, filepath.Dir(real))
		}
	}
	if out, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	packaged, _ := filepath.Glob("/usr/lib/postgresql/*/bin") // the pattern is constant, so it is well formed
	for i := len(packaged) - 1; i >= 0; i-- {
		dirs = append(dirs, packaged[i])
	}
	return dirs
}

// majorIn is the major version of the PostgreSQL server in dir.
func majorIn(dir string) (int, error) {
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("no PostgreSQL server in %s", dir)
	}
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return 0, fmt.Errorf("no initdb in %s", dir)
	}
	return parseMajor(string(out))
}

// parseMajor reads "postgres (PostgreSQL) 15.18 (Debian ...)" and "postgres (PostgreSQL) 19beta1".
func parseMajor(text string) (int, error) {
	fields := strings.Fields(text)
	if len(fields) < 3 {
		return 0, fmt.Errorf("unknown version text %q", text)
	}
	digits := fields[2]
	if end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = digits[:end]
	}
	major, err := strconv.Atoi(digits)
	if err != nil {
		return 0, fmt.Errorf("unknown version text %q", text)
	}
	return major, nil
}
