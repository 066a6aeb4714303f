// Command interop verifies a published Ombud log with nothing of Ombud: only Go's transparency log packages, which
// the Go checksum database is built on.
//
//	go run . -dir PUBLISHED -key VKEY [-old CHECKPOINT] [-step K]
//	go run . -key VKEY -receipt FILE -entry FILE
package main

import (
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

func main() {
	dir := flag.String("dir", "", "folder of the published log")
	key := flag.String("key", "", "verifier key of the log")
	old := flag.String("old", "", "file of an earlier checkpoint")
	step := flag.Int64("step", 1, "prove every step-th entry")
	receipt := flag.String("receipt", "", "file of a receipt")
	entry := flag.String("entry", "", "file of the receipt's entry")
	flag.Parse()
	var err error
	if *receipt != "" {
		err = verifyReceipt(*receipt, *entry, *key)
	} else {
		err = verifyLog(*dir, *key, *old, *step)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// openCheckpoint verifies the signature and reads the three lines of a checkpoint.
func openCheckpoint(signed []byte, key string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint is not one of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// published reads the tiles of a log from a folder. Go names them tile/8/L/N, C2SP names them tile/L/N.
type published struct{ dir string }

func (p published) Height() int { return tileHeight }

func (p published) SaveTiles([]tlog.Tile, [][]byte) {}

func (p published) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

// entries reads the entries that one level-0 tile covers.
func (p published) entries(n, width int64) ([][]byte, error) {
	tile := tlog.Tile{H: tileHeight, L: -1, N: n, W: int(width)}
	path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("%s ends in the middle of an entry", path)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if int64(len(entries)) != width {
		return nil, fmt.Errorf("%s has %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}

func verifyLog(dir, key, old string, step int64) error {
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(signed, key)
	if err != nil {
		return err
	}
	log := published{dir}
	// This reader checks every tile that it reads against the signed root.
	hashes := tlog.TileHashReader(tree, log)
	proofs, err := verifyEntries(tree, log, hashes, step)
	if err != nil {
		return err
	}
	fmt.Printf("%d entries are what the log signed; %d inclusion proofs hold\n", tree.N, proofs)
	if old == "" {
		return nil
	}
	earlier, err := os.ReadFile(old)
	if err != nil {
		return err
	}
	return verifyGrowth(earlier, key, tree, hashes)
}

func verifyEntries(tree tlog.Tree, log published, hashes tlog.HashReader, step int64) (int, error) {
	proofs := 0
	for start := int64(0); start < tree.N; start += tileWidth {
		width := tree.N - start
		if width > tileWidth {
			width = tileWidth
		}
		entries, err := log.entries(start/tileWidth, width)
		if err != nil {
			return 0, err
		}
		var indexes []int64
		for i := range entries {
			indexes = append(indexes, tlog.StoredHashIndex(0, start+int64(i)))
		}
		leaves, err := hashes.ReadHashes(indexes)
		if err != nil {
			return 0, err
		}
		for i, entry := range entries {
			index := start + int64(i)
			if tlog.RecordHash(entry) != leaves[i] {
				return 0, fmt.Errorf("entry %d is not what the log signed", index)
			}
			if index%step != 0 {
				continue
			}
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				return 0, err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[i]); err != nil {
				return 0, err
			}
			proofs++
		}
	}
	return proofs, nil
}

func verifyGrowth(signed []byte, key string, tree tlog.Tree, hashes tlog.HashReader) error {
	earlier, err := openCheckpoint(signed, key)
	if err != nil {
		return err
	}
	if earlier.N > tree.N {
		return fmt.Errorf("the log was moved back from %d to %d entries", earlier.N, tree.N)
	}
	if earlier.N > 0 {
		proof, err := tlog.ProveTree(tree.N, earlier.N, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash); err != nil {
			return err
		}
	}
	fmt.Printf("the tree of %d entries continues the tree of %d entries\n", tree.N, earlier.N)
	return nil
}

func verifyReceipt(receiptFile, entryFile, key string) error {
	receipt, err := os.ReadFile(receiptFile)
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(entryFile)
	if err != nil {
		return err
	}
	head, signed, found := strings.Cut(string(receipt), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("%s is not a receipt", receiptFile)
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return fmt.Errorf("%s has no index", receiptFile)
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return fmt.Errorf("%s holds a line that is not a hash: %s", receiptFile, line)
		}
		proof = append(proof, *(*tlog.Hash)(hash))
	}
	tree, err := openCheckpoint([]byte(signed), key)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return err
	}
	fmt.Printf("entry %d is in the log of %d entries\n", index, tree.N)
	return nil
}
