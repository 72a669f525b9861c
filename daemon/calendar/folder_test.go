package calendar

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFolderThatIsNotThereIsNoEmptyOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "calendar")
	if _, err := Folder(dir); !Temporary(err) || !strings.Contains(err.Error(), "mkdir") {
		t.Errorf("error %v", err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	target, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	mark := mustPut(t, target, object(t, nil), nil)
	if err := os.Rename(dir, dir+".unmounted"); err != nil {
		t.Fatal(err)
	}
	got, err := target.Put(t.Context(), object(t, later), mark)
	if !Temporary(err) || got != *mark {
		t.Errorf("%+v, %v", got, err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Folder(dir); err == nil || Temporary(err) {
		t.Errorf("a file for a folder: %v", err)
	}
}

// A crash between the link and the removal of the temporary file leaves two names for one file.
func TestACrashLeavesTheFileWhole(t *testing.T) {
	dir := t.TempDir()
	target, _ := Folder(dir)
	obj := object(t, nil)
	mark := mustPut(t, target, obj, nil)
	temp, path := folder{dir}.names(obj.UID)
	if err := os.Link(path, temp); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	other, _ := target.Put(t.Context(), obj, nil) // fails to create, reads, finds it equal
	after, _ := os.ReadFile(path)
	if string(before) != string(after) || other.Hash != mark.Hash {
		t.Errorf("%+v\n%s", other, after)
	}
	mustPut(t, target, object(t, later), mark)
	if names, _ := filepath.Glob(filepath.Join(dir, ".*")); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestFilesKeepTheirMode(t *testing.T) {
	dir := t.TempDir()
	target, _ := Folder(dir)
	obj := object(t, nil)
	mark := mustPut(t, target, obj, nil)
	path := filepath.Join(dir, fileName(obj.UID))
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	mustPut(t, target, object(t, later), mark)
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v after a change", info.Mode())
	}
}

func TestFileNames(t *testing.T) {
	for _, uid := range []string{"../../etc/passwd", ".hidden", "a/b@mail.example", "a\x00b", strings.Repeat("x", 300), "", "x y"} {
		if got := fileName(uid); strings.ContainsAny(got, "/\x00 ") || strings.HasPrefix(got, ".") || len(got) > 210 || !strings.HasPrefix(got, "rt-") {
			t.Errorf("%q: %q", uid, got)
		}
	}
	if got := fileName("rt-k7qf-2@mail.example"); got != "rt-k7qf-2@mail.example.ics" {
		t.Errorf("%q", got)
	}
}
