// Package roundtwo_test holds the architecture: which package may import what.
package roundtwo_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// core packages, and what lies below them, are pure: values in, values out, the time passed in.
var core = []string{"interview", "parse", "drafts"}

// impure are the imports that core packages do without, with all below them; parsing of URLs and addresses is no I/O.
var impure = []string{"net", "os", "syscall", "database/sql", "log", "context"}

// parsing are the exceptions.
var parsing = []string{"net/url", "net/mail", "net/textproto"}

func isCore(pkg string) bool { return within(pkg, core) }

func isImpure(path string) bool { return within(path, impure) && !slices.Contains(parsing, path) }

// adapters each know one kind of outside world and nothing of one another, so that only daemon knows all.
var adapters = []string{"daemon/mailbox", "daemon/submission", "daemon/calendar", "daemon/store", "daemon/secret", "daemon/config", "daemon/approval"}

// homes says where a library with faults of its own may be used: each fault has one home. mailtest plays the servers.
var homes = map[string][]string{
	"github.com/emersion/go-imap/v2": {"daemon/mailbox", "daemon/mailtest"},
	"github.com/emersion/go-ical":    {"interview/ics", "daemon/calendar", "daemon/mailtest"}, // go-webdav's types need it
	"github.com/emersion/go-webdav":  {"daemon/calendar", "daemon/mailtest"},
	"github.com/wneessen/go-mail":    {"daemon/submission"},
	"database/sql":                   {"daemon/store"},
	"modernc.org/sqlite":             {"daemon/store"},
}

// source is one file of a package, without its tests.
type source struct {
	pkg  string // folder below the root
	file string
	tree *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		if !generator(tree) {
			out = append(out, source{filepath.ToSlash(filepath.Dir(path)), path, tree})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// generator reports a program that makes a table, run by go generate and no part of the package.
func generator(f *ast.File) bool {
	return slices.ContainsFunc(f.Comments, func(c *ast.CommentGroup) bool {
		return slices.ContainsFunc(c.List, func(l *ast.Comment) bool { return l.Text == "//go:build ignore" })
	})
}

func (s source) imports() []string {
	var out []string
	for _, i := range s.tree.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		out = append(out, path)
	}
	return out
}

func TestImports(t *testing.T) {
	all := sources(t)
	if len(all) < 100 {
		t.Fatalf("only %d files were found", len(all))
	}
	for _, s := range all {
		for _, path := range s.imports() {
			if isCore(s.pkg) && isImpure(path) {
				t.Errorf("%s: %s is pure and imports %q", s.file, s.pkg, path)
			}
			own, ours := strings.CutPrefix(path, "roundtwo/")
			if ours && slices.Contains(adapters, s.pkg) && (own == "daemon" || slices.Contains(adapters, own)) {
				t.Errorf("%s: adapters do not know one another: %q", s.file, path)
			}
			if ours && isCore(s.pkg) && !isCore(own) {
				t.Errorf("%s: the core knows nothing of what is built on it: %q", s.file, path)
			}
			for library, rooms := range homes {
				if (path == library || strings.HasPrefix(path, library+"/")) && !within(s.pkg, rooms) {
					t.Errorf("%s: %s has its home in %s", s.file, library, strings.Join(rooms, ", "))
				}
			}
		}
	}
}

func within(pkg string, rooms []string) bool {
	return slices.ContainsFunc(rooms, func(room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") })
}

// TestCoreHasNoClock: nothing pure asks for the time or starts by itself.
func TestCoreHasNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if !isCore(s.pkg) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.FuncDecl:
				if x.Name.Name == "init" && x.Recv == nil {
					t.Errorf("%s: a package must not act when it is loaded (init)", s.file)
				}
			case *ast.SelectorExpr:
				if p, ok := x.X.(*ast.Ident); ok && p.Name == "time" && (x.Sel.Name == "Now" || x.Sel.Name == "Since" || x.Sel.Name == "Sleep") {
					t.Errorf("%s: time.%s: the time is passed in", s.file, x.Sel.Name)
				}
			}
			return true
		})
	}
}
