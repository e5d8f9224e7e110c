// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"dwarsverband/journaal"
	"dwarsverband/store"
)

// sleutels are the secrets of an installation. They come from files that are never in the data folder.
type sleutels struct {
	vastlegging []byte           // key of the commitments in the journal
	meester     store.Meester    // keys that open the dossiers
	tekenaars   journaal.Signers // keys that sign the checkpoints, by tenant
	controle    note.Verifiers
}

const (
	vastleggingFile = "vastlegging.sleutel"
	meesterFile     = "meester.sleutels"
	tekenaarsFile   = "checkpoint.sleutels"
	controleFile    = "checkpoint.publiek"
)

// leesSleutels reads the secrets. In demo mode it makes those that are missing, for the tenants given.
func leesSleutels(p plaats, tenants []string) (sleutels, error) {
	var s sleutels
	dir := p.sleutelmap()
	if p.demo {
		if err := maakSleutels(dir, tenants); err != nil {
			return s, err
		}
	}
	text, err := geheim("DWARSVERBAND_VASTLEGGING_FILE", filepath.Join(dir, vastleggingFile))
	if err != nil {
		return s, err
	}
	if s.vastlegging, err = hex.DecodeString(strings.TrimSpace(text)); err != nil || len(s.vastlegging) < 32 {
		return s, errors.New("de sleutel van de vastleggingen is geen rij van 64 of meer hexadecimale tekens")
	}
	if text, err = geheim("DWARSVERBAND_MEESTER_FILE", filepath.Join(dir, meesterFile)); err != nil {
		return s, err
	}
	if s.meester, err = leesMeester(text); err != nil {
		return s, err
	}
	if text, err = geheim("DWARSVERBAND_CHECKPOINT_FILE", filepath.Join(dir, tekenaarsFile)); err != nil {
		return s, err
	}
	if s.tekenaars, err = journaal.ParseSigners(text); err != nil {
		return s, err
	}
	if text, err = geheim("DWARSVERBAND_CHECKPOINT_PUBLIEK_FILE", filepath.Join(dir, controleFile)); err != nil {
		return s, err
	}
	s.controle, err = journaal.ParseVerifiers(text)
	return s, err
}

// geheim reads a secret from the file that the environment names, or from path.
func geheim(env, path string) (string, error) {
	if named := os.Getenv(env); named != "" {
		path = named
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("de sleutel %s ontbreekt: zet hem klaar en noem hem met -sleutels of %s", filepath.Base(path), env)
	}
	return string(text), err
}

func maakSleutels(dir string, tenants []string) error {
	if _, err := os.Stat(filepath.Join(dir, vastleggingFile)); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	var secret, public strings.Builder
	for _, tenant := range tenants {
		geheim, publiek, err := journaal.GenerateKey(rand.Reader, tenant)
		if err != nil {
			return err
		}
		secret.WriteString(geheim + "\n")
		public.WriteString(publiek + "\n")
	}
	for name, text := range map[string]string{tekenaarsFile: secret.String(), controleFile: public.String(), vastleggingFile: nieuweSleutel() + "\n",
		meesterFile: "demo " + nieuweSleutel() + "\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func nieuweSleutel() string {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails: the program stops when the system has no randomness
	return hex.EncodeToString(key)
}

// leesMeester reads master keys: an id and 64 hexadecimal characters a line. The last line wraps what is new; the others open what is older than a rotation.
func leesMeester(text string) (store.Meester, error) {
	m := store.Meester{Sleutels: map[string][]byte{}}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var key []byte
		var err error
		if len(fields) == 2 {
			key, err = hex.DecodeString(fields[1])
		}
		if err != nil || len(key) != 32 {
			return m, errors.New("een regel met een meestersleutel is een naam en 64 hexadecimale tekens")
		}
		m.Sleutels[fields[0]], m.Nieuw = key, fields[0]
	}
	if m.Nieuw == "" {
		return m, errors.New("het bestand met meestersleutels is leeg")
	}
	return m, nil
}
