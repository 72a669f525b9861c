# make test is all there is to remember: it installs what the tests need (as root) and passes them.

PREFIX ?= /usr/local
GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.8.0
FUZZTIME ?= 20s
# How many stories run side by side: they mostly wait.
SIDE ?= 10

.PHONY: build install demo test packages lint unit stories fuzz unit-files bench score train security planted soak lab

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w" -o dist/roundtwo ./cmd/roundtwo

# After make build, so that root needs no Go.
install:
	@test -x dist/roundtwo || { echo "make build first"; exit 1; }
	install -D -m 755 dist/roundtwo $(DESTDIR)$(PREFIX)/bin/roundtwo

demo:
	$(GO) run ./cmd/roundtwo demo

test: packages lint unit-files demo-runs unit fuzz stories
	@echo "make test: all steps passed"

packages:
	scripts/packages

lint:
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) mod verify
	$(GO) mod tidy -diff
	cd e2e/toxiproxy && $(GO) mod verify && $(GO) mod tidy -diff
	$(GO) vet ./...
	$(GO) vet -tags lab ./cmd/... ./e2e/...
	$(GO) run $(STATICCHECK) ./...
	scripts/vulnerabilities $(GOVULNCHECK)

# The units of systemd, where there is systemd to judge them: exposure at most 1.5 of 10.
unit-files:
	@if command -v systemd-analyze >/dev/null; then \
		systemd-analyze security --offline=true --threshold=15 systemd/roundtwo.service | tail -n 1; \
	else echo "systemd-analyze is not here: the unit files are not judged"; fi

.PHONY: demo-runs
demo-runs:
	out=$$(mktemp -d) && $(GO) run ./cmd/roundtwo demo --out "$$out" | tail -n 1 && test -s "$$out/index.html" && rm -r "$$out"

unit:
	$(GO) test -race -timeout 40m $$($(GO) list ./... | grep -v /e2e)
	$(GO) test -timeout 50m -run 'TestNothingLeaves|TestNoForgedAnswer|TestLostAnswers' ./daemon

fuzz:
	scripts/fuzz $(FUZZTIME)

stories:
	$(GO) test -parallel $(SIDE) -timeout 40m ./e2e/...

# One story of the lab, with all that the daemon logs: make lab STORY=TestStop. Without a name: which there are. After each
# story the invariants are audited (e2e/audit_test.go).
STORY ?=
lab: packages
ifeq ($(STORY),)
	@$(GO) test -list 'Test' ./e2e
	@echo "one of them: make lab STORY=TestStop"
else
	$(GO) test -count=1 -v -parallel $(SIDE) -timeout 40m -run '^$(STORY)$$' ./e2e
endif

bench:
	$(GO) test -run '^$$' -bench 'Message|Typical' -benchtime 2s -cpu 1 ./parse
	$(GO) test -run '^$$' -bench . -benchtime 1x -timeout 30m ./e2e

# How well mail is read by models that have seen none of the hand that wrote it.
score:
	$(GO) run ./parse/role/train

# Learns the weights anew, from parse/corpus and parse/testdata; to be run after either changed.
train:
	$(GO) run ./parse/role/train -write parse/role/models.bin
	ROUNDTWO_UPDATE=1 $(GO) test -count=1 -run TestKnownRight ./parse/role/train

# Puts bugs into a copy of the tree, one at a time: the tests must find each (security/planted/bugs.toml).
planted: packages
	$(GO) run ./security/planted

# docs/security.md, out of the table of threats and what the tests print. Everything is run anew.
security: packages
	@mkdir -p dist
	$(GO) test -count=1 -parallel $(SIDE) -timeout 60m -json ./... >dist/tests.json
	scripts/fuzz $(FUZZTIME) >>dist/tests.json
	$(GO) run ./security/planted >>dist/tests.json
	$(GO) run ./security/report <dist/tests.json >dist/security.md
	mv dist/security.md docs/security.md

# The long run: the same tests, many times more of everything. A part of it: make soak SOAK=TestAPowerCut
SOAK ?= .
soak: packages
	@mkdir -p dist
	ROUNDTWO_SOAK=1 $(GO) test -count=1 -v -parallel $(SIDE) -timeout 24h -run '$(SOAK)' ./daemon/... ./e2e/... >dist/soak.txt 2>&1; \
		status=$$?; grep -e FIGURE -e '^--- FAIL' -e '^FAIL' -e '^ok' dist/soak.txt; exit $$status
	scripts/fuzz 1000000x
