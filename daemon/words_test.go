package daemon

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roundtwo/daemon/approval"
	"roundtwo/drafts"
	"roundtwo/parse/correction"
)

// A sentence that she reads stands in the templates, so that another language is a folder. In this folder a text of four
// words and more may only be an error, a line of the log, or the reason that the ledger keeps for a message.
func TestNoSentenceOfALetterStandsInTheCode(t *testing.T) {
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if ours(n) {
				return false
			}
			if text := literal(n); strings.Count(text, " ") >= 3 {
				t.Errorf("%q: keep it in drafts/templates/en/words.toml, [said]", text)
			}
			return true
		})
	}
}

// Every key that is said has its sentence, and every sentence is said somewhere.
func TestEverySentenceThatIsSaidIsThere(t *testing.T) {
	w, err := drafts.New(drafts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || called(call) != "dec.say" {
				return true
			}
			if key := literal(call.Args[0]); key != "" {
				said++
				if !w.Says(key) {
					t.Errorf("no sentence %q in words.toml", key)
				}
			}
			return true
		})
	}
	if said < 40 {
		t.Errorf("only %d sentences found: the test looks in the wrong place", said)
	}
}

// A refusal that is not silent has words.
func TestEveryRefusalIsExplained(t *testing.T) {
	w, err := drafts.New(drafts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, reason := range []approval.Reason{
		approval.Expired, approval.TooBig, approval.NoToken, approval.Conflict, approval.NotAuthenticated, approval.Undecided,
		approval.Unclear, approval.Stale, approval.Used, approval.Cancelled,
	} {
		if key := "refused-" + string(reason); !silent[reason] && !w.Says(key) {
			t.Errorf("no sentence %q", key)
		}
	}
	for _, reason := range correction.Reasons {
		if key := unclearKey(reason); !w.Says(key) {
			t.Errorf("no sentence %q", key)
		}
	}
}

// ours reports errors, lines of the log, and reasons of the ledger.
func ours(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return true
	case *ast.CallExpr:
		name := called(n)
		return name == "fmt.Errorf" || name == "errors.New" || strings.Contains(name, "log.")
	case *ast.AssignStmt:
		return slices.ContainsFunc(n.Lhs, func(e ast.Expr) bool {
			field, ok := e.(*ast.SelectorExpr)
			return ok && (field.Sel.Name == "Reason" || field.Sel.Name == "broken")
		})
	}
	return false
}

func literal(n ast.Node) string {
	if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
		text, _ := strconv.Unquote(l.Value)
		return text
	}
	return ""
}

// called writes what a call calls: "dec.say", "dec.d.log.Info".
func called(call *ast.CallExpr) string {
	var parts []string
	for e := call.Fun; ; {
		switch f := e.(type) {
		case *ast.SelectorExpr:
			parts = append([]string{f.Sel.Name}, parts...)
			e = f.X
			continue
		case *ast.Ident:
			parts = append([]string{f.Name}, parts...)
		}
		return strings.Join(parts, ".")
	}
}

func sources(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, file)
	}
	return out
}
