// Command record-go reads a public record as strangers would, with the packages that read the Go checksum database,
// and shares no code with the project.
//
//	record-go [-old <checkpoint file>] <URL or folder> <verifier key>
//
// It checks the signature of the checkpoint, every leaf through tlog.TileHashReader, every entry of every bundle
// against its leaf, proofs of inclusion, and that the older checkpoint, when given, is the beginning of this one.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Height is the height of tiles in C2SP tlog-tiles; Width is how many hashes that makes.
const (
	Height = 8
	Width  = 1 << Height
)

func main() {
	old := flag.String("old", "", "a checkpoint `file` seen before")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: record-go [-old <checkpoint file>] <URL or folder> <verifier key>")
		os.Exit(2)
	}
	line, err := verify(strings.TrimSuffix(flag.Arg(0), "/"), strings.TrimSpace(flag.Arg(1)), *old)
	if err != nil {
		fmt.Fprintln(os.Stderr, "did not hold:", err)
		os.Exit(1)
	}
	fmt.Println(line)
}

func verify(base, vkey, oldFile string) (string, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return "", fmt.Errorf("the key: %w", err)
	}
	text, err := read(base, "checkpoint")
	if err != nil {
		return "", err
	}
	tree, err := open(text, verifier)
	if err != nil {
		return "", fmt.Errorf("the checkpoint: %w", err)
	}
	if tree.N == 0 {
		return "held: 0 entries", nil
	}

	reader := tlog.TileHashReader(tree, tiles{base})
	for first := int64(0); first < tree.N; first += Width {
		if err := checkBundle(base, tree, reader, first); err != nil {
			return "", err
		}
	}
	for _, index := range []int64{0, tree.N / 3, tree.N / 2, tree.N - 1} {
		if err := checkInclusion(tree, reader, index); err != nil {
			return "", fmt.Errorf("inclusion of entry %d: %w", index, err)
		}
	}
	line := fmt.Sprintf("held: %d entries", tree.N)
	if oldFile == "" {
		return line, nil
	}

	oldText, err := os.ReadFile(oldFile)
	if err != nil {
		return "", err
	}
	older, err := open(oldText, verifier)
	if err != nil {
		return "", fmt.Errorf("the older checkpoint: %w", err)
	}
	if err := checkConsistency(tree, older, reader); err != nil {
		return "", fmt.Errorf("consistency with %d entries: %w", older.N, err)
	}
	return fmt.Sprintf("%s, consistent with %d", line, older.N), nil
}

// open verifies a checkpoint and reads its tree. The origin must be the name of the key.
func open(text []byte, verifier note.Verifier) (tlog.Tree, error) {
	signed, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the origin %q is not the key's name %q", lines[0], verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// checkBundle checks the entries from first on, up to a tile of them, against their leaves in the tree.
func checkBundle(base string, tree tlog.Tree, reader tlog.HashReader, first int64) error {
	count := tree.N - first
	if count > Width {
		count = Width
	}
	indexes := make([]int64, count)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
	}
	leaves, err := reader.ReadHashes(indexes)
	if err != nil {
		return fmt.Errorf("the leaves from %d: %w", first, err)
	}
	path := tlog.Tile{H: Height, L: -1, N: first / Width, W: int(count)}.Path()
	bundle, err := read(base, strings.Replace(path, "tile/8/data/", "tile/entries/", 1))
	if err != nil {
		return err
	}
	for i, leaf := range leaves {
		if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
			return fmt.Errorf("the bundle from %d ends within entry %d", first, first+int64(i))
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		if tlog.RecordHash(bundle[2:end]) != leaf {
			return fmt.Errorf("entry %d is not its leaf", first+int64(i))
		}
		bundle = bundle[end:]
	}
	if len(bundle) != 0 {
		return fmt.Errorf("the bundle from %d holds more than %d entries", first, count)
	}
	return nil
}

func checkInclusion(tree tlog.Tree, reader tlog.HashReader, index int64) error {
	proof, err := tlog.ProveRecord(tree.N, index, reader)
	if err != nil {
		return err
	}
	leaf, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf[0])
}

func checkConsistency(tree, older tlog.Tree, reader tlog.HashReader) error {
	if older.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(tree.N, older.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash)
}

// tiles reads tiles for tlog. It writes the height into its paths; tlog-tiles fixes it at 8 and leaves it out.
type tiles struct{ base string }

func (t tiles) Height() int { return Height }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		hashes, err := read(t.base, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		data = append(data, hashes)
	}
	return data, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// read gets one resource of the record by HTTP or from a folder.
func read(base, path string) ([]byte, error) {
	if !strings.HasPrefix(base, "http://") && !strings.HasPrefix(base, "https://") {
		return os.ReadFile(base + "/" + path)
	}
	response, err := http.Get(base + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}
