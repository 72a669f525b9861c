// Package roundtwo_test holds the architecture: which package may import what, and that no package changes by itself.
package roundtwo_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The layers, as folders below the root; a folder means all that lies below it too.
var (
	core     = []string{"interview", "parse", "drafts"}
	adapters = []string{"daemon/mailbox", "daemon/submission", "daemon/calendar", "daemon/store", "daemon/secret", "daemon/config", "daemon/approval"}
	servers  = "daemon/mailtest" // plays the servers in tests and in the demo
)

// rule keeps packages away from an import. Exactly one of only and never is set.
type rule struct {
	path  string   // the import, with all below it
	only  []string // folders that may have it
	never []string // folders that may not
	why   string
}

var rules = []rule{
	{path: "net", never: core, why: "values in, values out: the core reaches nobody"},
	{path: "os", never: core, why: "the core reads and starts nothing; its tables are embedded"},
	{path: "syscall", never: core, why: "as os"},
	{path: "log", never: core, why: "the core returns what it has to say"},
	{path: "context", never: core, why: "nothing in the core waits, so nothing is called off"},
	{path: "math/rand", never: core, why: "the same bytes give the same finding and the same letter"},
	{path: "crypto/rand", never: core, why: "as math/rand"},
	{path: "roundtwo/daemon", never: append(slices.Clone(core), adapters...), why: "only daemon knows all the others; adapters know nothing of one another"},
	{path: "net/http", only: []string{"daemon/calendar", "daemon/secret", servers, "demo"}, why: "nothing that a message names is ever fetched: only the calendar and the renewal of a token speak HTTP"},
	{path: "time/tzdata", only: []string{}, why: "interview/zone has a newer one"},
	{path: "roundtwo/cmd", only: []string{}, why: "the program is the top"},
	{path: "roundtwo/demo", only: []string{"cmd"}, why: "as roundtwo/cmd"},
	{path: "roundtwo/security", only: []string{"security"}, why: "it serves tests and their report"},
	{path: "github.com/emersion/go-imap/v2", only: []string{"daemon/mailbox", servers}, why: "its faults are worked round in one place"},
	{path: "github.com/emersion/go-ical", only: []string{"interview/ics", "daemon/calendar", servers}, why: "it panics on foreign bytes: ics bounds it; go-webdav's types need it"},
	{path: "github.com/emersion/go-webdav", only: []string{"daemon/calendar", servers}, why: "its faults are worked round in one place"},
	{path: "github.com/wneessen/go-mail", only: []string{"daemon/submission"}, why: "whether the last dot was written is known in one place"},
	{path: "database/sql", only: []string{"daemon/store"}, why: "what commits together is decided in one place"},
	{path: "modernc.org/sqlite", only: []string{"daemon/store"}, why: "as database/sql"},
	{path: "github.com/spf13/cobra", only: []string{"cmd"}, why: "flags end where the program begins"},
}

// harmless lie below a forbidden import and do no I/O: they take addresses and links apart.
var harmless = []string{"net/url", "net/mail", "net/textproto"}

// forbids reports whether a file of pkg may not import path.
func (r rule) forbids(pkg, path string) bool {
	if slices.Contains(workshops, pkg) || !within(path, r.path) || slices.Contains(harmless, path) {
		return false
	}
	if r.never != nil {
		return slices.ContainsFunc(r.never, func(room string) bool { return within(pkg, room) })
	}
	return !slices.ContainsFunc(r.only, func(room string) bool { return within(pkg, room) })
}

func within(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

// workshops lie in the core and make its data: commands that anybody can run, of which the program holds only the results.
var workshops = []string{"parse/role/train", "parse/role/classes", "parse/corpus"}

func isCore(pkg string) bool {
	return !slices.Contains(workshops, pkg) && slices.ContainsFunc(core, func(room string) bool { return within(pkg, room) })
}

func TestImports(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, path := range s.imports() {
			for _, r := range rules {
				used[r.path] = used[r.path] || within(path, r.path)
				if r.forbids(s.pkg, path) {
					t.Errorf("%s imports %q: %s", s.file, path, r.why)
				}
			}
			if own, ours := strings.CutPrefix(path, "roundtwo/"); ours && isCore(s.pkg) && !isCore(own) {
				t.Errorf("%s imports %q: the core knows nothing of what is built on it", s.file, path)
			}
		}
	}
	for _, r := range rules {
		if strings.Contains(r.path, ".") && !used[r.path] {
			t.Errorf("nothing imports %q any more: its rule holds nothing", r.path)
		}
	}
}

// The rules themselves are held by what they must refuse and must let through.
func TestRulesRefuse(t *testing.T) {
	for _, c := range []struct {
		pkg, path string
		refused   bool
	}{
		{"parse/when", "net/http", true},
		{"parse/where", "net/url", false},
		{"interview/ics", "log/slog", true},
		{"drafts", "os", true},
		{"interview", "database/sql", true},
		{"parse", "roundtwo/daemon/store", true},
		{"daemon", "roundtwo/daemon/store", false},
		{"daemon/store", "roundtwo/daemon/mailbox", true},
		{"daemon/store", "roundtwo/daemon", true},
		{"daemon/mailbox", "roundtwo/parse/message", false},
		{"daemon/mailtest/dovecot", "roundtwo/daemon/mailtest/certificate", false},
		{"daemon", "github.com/emersion/go-imap/v2/imapclient", true},
		{"daemon/calendar", "github.com/emersion/go-ical", false},
		{"cmd/roundtwo", "roundtwo/demo", false},
		{"daemon", "roundtwo/demo", true},
	} {
		got := slices.ContainsFunc(rules, func(r rule) bool { return r.forbids(c.pkg, c.path) })
		if got != c.refused {
			t.Errorf("%s imports %q: refused %v, want %v", c.pkg, c.path, got, c.refused)
		}
	}
}

// clockwork are the functions of package time that ask the machine for the time, or wait for it.
var clockwork = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}

// The core is told the time; it never asks.
func TestCoreHasNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if !isCore(s.pkg) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok {
				if p, ok := x.X.(*ast.Ident); ok && p.Name == "time" && slices.Contains(clockwork, x.Sel.Name) {
					t.Errorf("%s: time.%s: the time is passed in", s.file, x.Sel.Name)
				}
			}
			return true
		})
	}
}

// Zones come from one place, which knows of which release they are.
func TestZonesComeFromOnePackage(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok {
				if p, ok := x.X.(*ast.Ident); ok && p.Name == "time" && x.Sel.Name == "LoadLocation" {
					t.Errorf("%s: time.LoadLocation: what the machine has may be last year's; see interview/zone", s.file)
				}
			}
			return true
		})
	}
}

// A package does nothing when it is loaded, and what it holds stays as it was written.
func TestPackagesStandStill(t *testing.T) {
	variables := map[string]map[string]bool{} // by package
	all := sources(t)
	for _, s := range all {
		if variables[s.pkg] == nil {
			variables[s.pkg] = map[string]bool{}
		}
		for _, name := range s.variables() {
			variables[s.pkg][name] = true
		}
	}
	for _, s := range all {
		for _, d := range s.tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			if f.Name.Name == "init" && f.Recv == nil {
				t.Errorf("%s: init: a package must not act when it is loaded", s.file)
			}
			for _, name := range changes(f) {
				if variables[s.pkg][name] {
					t.Errorf("%s: %s changes %s, which belongs to the whole package: hand it in", s.file, f.Name.Name, name)
				}
			}
		}
	}
}

// Changing is recognised through an index, a field, a pointer and a counter; what a function made itself is its own.
func TestChangesAreSeen(t *testing.T) {
	for body, want := range map[string]bool{
		"table = nil":                   true,
		"table[k] = 1":                  true,
		"table[k].seen++":               true,
		"*table = x":                    true,
		"delete(table, k)":              true,
		"func() { table = nil }()":      true,
		"table := 1; table = 2":         false,
		"for table = range x {}":        true,
		"for table := range x {}":       false,
		"var table int; table++":        false,
		"x := table[k]; x.seen = table": false,
	} {
		tree, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() { "+body+" }", 0)
		if err != nil {
			t.Fatal(err)
		}
		f := tree.Decls[0].(*ast.FuncDecl)
		if got := changes(f); slices.Contains(got, "table") != want {
			t.Errorf("%s: changes %v; changes table: want %v", body, got, want)
		}
	}
}

// changes gives the names that f assigns to and did not make itself. A name that f makes anywhere counts as its own.
func changes(f *ast.FuncDecl) []string {
	made, changed := map[string]bool{}, map[string]bool{}
	for _, list := range []*ast.FieldList{f.Recv, f.Type.Params, f.Type.Results} {
		note(made, fields(list)...)
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.AssignStmt:
			if x.Tok == token.DEFINE {
				note(made, x.Lhs...)
			} else {
				note(changed, x.Lhs...)
			}
		case *ast.RangeStmt:
			if x.Tok == token.DEFINE {
				note(made, x.Key, x.Value)
			} else {
				note(changed, x.Key, x.Value)
			}
		case *ast.IncDecStmt:
			note(changed, x.X)
		case *ast.CallExpr:
			if p, ok := x.Fun.(*ast.Ident); ok && len(x.Args) > 0 && (p.Name == "delete" || p.Name == "clear" || p.Name == "copy") {
				note(changed, x.Args[0])
			}
		case *ast.ValueSpec:
			for _, name := range x.Names {
				note(made, name)
			}
		case *ast.FuncType:
			note(made, fields(x.Params)...)
		}
		return true
	})
	var out []string
	for name, really := range changed {
		if really && !made[name] {
			out = append(out, name)
		}
	}
	return out
}

func fields(list *ast.FieldList) (out []ast.Expr) {
	if list == nil {
		return nil
	}
	for _, f := range list.List {
		for _, name := range f.Names {
			out = append(out, name)
		}
	}
	return out
}

// note adds the names at which the expressions begin: table of table[k].seen.
func note(names map[string]bool, of ...ast.Expr) {
	for _, e := range of {
		switch x := e.(type) {
		case *ast.Ident:
			names[x.Name] = x.Name != "_"
		case *ast.IndexExpr:
			note(names, x.X)
		case *ast.SliceExpr:
			note(names, x.X)
		case *ast.SelectorExpr:
			note(names, x.X)
		case *ast.StarExpr:
			note(names, x.X)
		case *ast.ParenExpr:
			note(names, x.X)
		}
	}
}

// source is one file of a package, without its tests.
type source struct {
	pkg  string // folder below the root
	file string
	tree *ast.File
}

func (s source) imports() (out []string) {
	for _, i := range s.tree.Imports {
		path, _ := strconv.Unquote(i.Path.Value) // parsed: it is quoted
		out = append(out, path)
	}
	return out
}

// variables gives the names of the package's variables.
func (s source) variables() (out []string) {
	for _, d := range s.tree.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, spec := range g.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				out = append(out, name.Name)
			}
		}
	}
	return out
}

// sources reads every file of the module but tests: those may play the network, and wait.
func sources(t *testing.T) (out []source) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() && path != "." && anotherModule(path):
			return filepath.SkipDir // findings/ runs other libraries: nothing of it is in the program
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err == nil && !generator(tree) {
			out = append(out, source{filepath.ToSlash(filepath.Dir(path)), path, tree})
		}
		return err
	})
	if err != nil || len(out) < 100 {
		t.Fatalf("%d files were found (%v), want a hundred and more", len(out), err)
	}
	return out
}

func anotherModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

// generator reports a program that makes a table, run by go generate and no part of the package.
func generator(f *ast.File) bool {
	return slices.ContainsFunc(f.Comments, func(c *ast.CommentGroup) bool {
		return slices.ContainsFunc(c.List, func(l *ast.Comment) bool { return l.Text == "//go:build ignore" })
	})
}
