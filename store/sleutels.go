// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"dwarsverband/domein/dossier"
)

// Meester are the master keys of an installation by their id, 32 bytes each. They come from a file outside the data folder. Nieuw is the one that new keys are
// wrapped with; the others open what was wrapped before a rotation.
type Meester struct {
	Sleutels map[string][]byte
	Nieuw    string
}

// errMeester says that content was asked of a store that was opened without master keys, or with the wrong ones.
var errMeester = errors.New("store: the master key of this dossier is missing")

const keySize = 32

// seal encrypts text under key (AES-256-GCM with a random nonce). aad binds it to its place: a sealed text that was moved to another row does not open.
func seal(key, text []byte, aad string) ([]byte, error) {
	aead, err := aeadOf(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nil, text, []byte(aad)), nil
}

// unseal opens what seal made.
func unseal(key, sealed []byte, aad string) ([]byte, error) {
	aead, err := aeadOf(key)
	if err != nil {
		return nil, err
	}
	text, err := aead.Open(nil, nil, sealed, []byte(aad))
	if err != nil {
		return nil, fmt.Errorf("store: a sealed text does not open: %w", err)
	}
	return text, nil
}

func aeadOf(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// regimeKeys are the keys of one regime of one controller: dossier wraps the keys of its dossiers, woord makes the hashes under which those are found. Another regime
// has others, so that hashes of two regimes never meet (I7).
type regimeKeys struct{ dossier, woord []byte }

// rowQuerier is a transaction or the database itself.
type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// regime gives the keys of a regime; they are made at first use when make is set.
func (s *Store) regime(ctx context.Context, q rowQuerier, tenant string, r dossier.Regime, make func(meester string, wrapped []byte) error) (regimeKeys, error) {
	cacheKey := tenant + "|" + string(r)
	if k, ok := s.regimes.Load(cacheKey); ok {
		return k.(regimeKeys), nil
	}
	var meester string
	var wrapped []byte
	err := q.QueryRowContext(ctx, `SELECT meester, sleutel FROM regimesleutel WHERE verantwoordelijke = $1 AND regime = $2`, tenant, r).Scan(&meester, &wrapped)
	if errors.Is(err, sql.ErrNoRows) && make != nil {
		return s.newRegime(cacheKey, make)
	}
	if err != nil {
		return regimeKeys{}, fmt.Errorf("keys of a regime: %w", err)
	}
	master, ok := s.meester.Sleutels[meester]
	if !ok {
		return regimeKeys{}, errMeester
	}
	both, err := unseal(master, wrapped, "regime|"+cacheKey)
	if err != nil {
		return regimeKeys{}, err
	}
	k := regimeKeys{both[:keySize], both[keySize:]}
	s.regimes.Store(cacheKey, k)
	return k, nil
}

// newRegime makes keys that the transaction of the caller keeps; they enter the cache when they are read back.
func (s *Store) newRegime(cacheKey string, keep func(meester string, wrapped []byte) error) (regimeKeys, error) {
	master, ok := s.meester.Sleutels[s.meester.Nieuw]
	if !ok {
		return regimeKeys{}, errMeester
	}
	both := randomBytes(2 * keySize)
	wrapped, err := seal(master, both, "regime|"+cacheKey)
	if err != nil {
		return regimeKeys{}, err
	}
	return regimeKeys{both[:keySize], both[keySize:]}, keep(s.meester.Nieuw, wrapped)
}

// dossierKeys are the keys of one dossier: data seals its pieces, zout salts its commitments in the journal.
type dossierKeys struct{ data, zout []byte }

func (k dossierKeys) wrap(r regimeKeys, tenant, id string) ([]byte, error) {
	return seal(r.dossier, append(append([]byte{}, k.data...), k.zout...), "dossier|"+tenant+"|"+id)
}

// keysOf reads the keys of a dossier. A dossier whose key was destroyed has none: it cannot be read any more, here or from a backup.
func (s *Store) keysOf(ctx context.Context, q rowQuerier, tenant, id string, r dossier.Regime) (dossierKeys, error) {
	var wrapped []byte
	err := q.QueryRowContext(ctx, `SELECT sleutel FROM dossiersleutel WHERE verantwoordelijke = $1 AND dossier = $2`, tenant, id).Scan(&wrapped)
	if err != nil {
		return dossierKeys{}, fmt.Errorf("key of a dossier: %w", err)
	}
	regime, err := s.regime(ctx, q, tenant, r, nil)
	if err != nil {
		return dossierKeys{}, err
	}
	both, err := unseal(regime.dossier, wrapped, "dossier|"+tenant+"|"+id)
	if err != nil {
		return dossierKeys{}, err
	}
	return dossierKeys{both[:keySize], both[keySize:]}, nil
}

// hash gives the keyed hash of a search word. 16 bytes are enough to tell words apart and too few to try names against.
func (k regimeKeys) hash(word string) string {
	mac := hmac.New(sha256.New, k.woord)
	mac.Write([]byte(word))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails: the program stops when the system has no randomness
	return b
}
