#!/bin/sh
# How other programs read the calendar files that are met with in invitations, and one of ours: the table in
# docs/calendars.md. It installs them, of fixed versions, into a folder that is removed at the end, has each read each file of
# findings/calendars/cases, and compares what they show with findings/calendars/seen.tsv.
#
#	findings/calendars.sh           fails where a program shows something else than it did, and says what
#	findings/calendars.sh --write   takes what they show now: seen.tsv and the table are written anew
#
# It needs a Debian of the release of the packages below, go, node and npm, gcc, python3, and the registries of these.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
gopath=$(go env GOPATH) gocache=$(go env GOCACHE)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 TZ=America/New_York HOME="$work"

# Of the packages of Debian: those that are read with, and what they need that is not on the machine.
pinned="khal=1:0.10.5-1.1 calcurse=4.7.1-1 python3-vobject=0.9.6.1-2 php-sabre-vobject=2.1.7-6.1 libical-dev=3.0.16-1+b1 php-cli php-mbstring"

install_debian() {
	(
		cd "$work"
		apt-get install -s --no-install-recommends $pinned >plan 2>&1 || { cat plan >&2; exit 1; }
		needs=$(awk '/^Inst/ { v = $3; if (v ~ /^\[/) v = $4; gsub(/\(/, "", v); print $2 "=" v }' plan)
		for one in $pinned; do # those that are installed already are unpacked too
			case " $needs " in *"${one%%=*}="*) ;; *) needs="$needs $one" ;; esac
		done
		apt-get -qq download $needs 2>/dev/null
		for deb in *.deb; do dpkg-deb -x "$deb" root; done
	)
}

install_go() {
	cp -r "$here/calendars/readers/go" "$work/go"
	(
		cd "$work/go"
		GOFLAGS=-mod=readonly GOWORK=off GOPATH="$gopath" GOCACHE="$gocache" go build -o "$work/calendars" .
	)
}

install_npm() {
	cp "$here"/calendars/readers/package*.json "$here/calendars/readers/read.mjs" "$work"
	(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || { cat "$work/npm.log" >&2; exit 1; }
}

install_c() {
	gcc -I"$work/root/usr/include" -o "$work/libical" "$here/calendars/readers/libical.c" \
		-L"$work/root/usr/lib/x86_64-linux-gnu" -lical
}

debian() { env LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu" PYTHONPATH="$work/root/usr/lib/python3/dist-packages" "$@"; }

khal() {
	rm -rf "$work/khal"
	mkdir -p "$work/khal/c"
	cat >"$work/khal/config" <<-CONFIG
		[calendars]
		[[c]]
		path = $work/khal/c
		[default]
		default_calendar = c
		[sqlite]
		path = $work/khal/db
		[locale]
		local_timezone = $TZ
		default_timezone = $TZ
		timeformat = %H:%M
		dateformat = %Y-%m-%d
		longdateformat = %Y-%m-%d
		datetimeformat = %Y-%m-%d %H:%M
		longdatetimeformat = %Y-%m-%d %H:%M
	CONFIG
	debian python3 "$work/root/usr/bin/khal" -c "$work/khal/config" import --batch "$1" >"$work/khal/log" 2>&1 ||
		{ echo "error: $(tail -n 1 "$work/khal/log")"; return; }
	debian python3 "$work/root/usr/bin/khal" -c "$work/khal/config" list --day-format '' \
		--format '{start-date-long} {start-time}|{end-date-long} {end-time}|{title}' 2026-10-01 2027-01-31 2>&1 | grep -v '^$' || true
}

calcurse() {
	rm -rf "$work/calcurse"
	mkdir "$work/calcurse"
	debian "$work/root/usr/bin/calcurse" -q -D "$work/calcurse" -i "$1" >"$work/calcurse/log" 2>&1 || true
	show='%(start:%Y-%m-%d %H:%M)|%(end:%Y-%m-%d %H:%M)|%m\n'
	debian "$work/root/usr/bin/calcurse" -D "$work/calcurse" -Q --from 10/01/2026 --to 01/31/2027 --format-apt "$show" --format-recur-apt "$show" \
		--format-event '%(start:%Y-%m-%d)||%m\n' --format-recur-event '%(start:%Y-%m-%d)||%m\n' 2>&1 | grep '|' | sort -u || true
}

# read_with READER FILE: what the reader shows, a line an event: start|end|title on the clock of TZ.
read_with() {
	case $1 in
	go-ical | golang-ical | gocal) "$work/calendars" "$1" "$2" ;;
	ical.js | node-ical | ts-ics) (cd "$work" && node read.mjs "$1" "$2" 2>/dev/null) ;;
	libical) debian "$work/libical" "$2" ;;
	khal) khal "$2" ;;
	vobject) debian python3 "$here/calendars/readers/read_vobject.py" "$2" 2>/dev/null ;;
	sabre/vobject) debian "$work/root/usr/bin/php8.2" -n -d extension_dir="$(dirname "$work"/root/usr/lib/php/*/mbstring.so)" -d extension=mbstring \
		-d include_path="$work/root/usr/share/php" "$here/calendars/readers/sabre.php" "$2" 2>&1 ;;
	calcurse) calcurse "$2" ;;
	esac
}

version() {
	case $1 in
	go-ical) sed -n 's|.*emersion/go-ical v[0-9.]*-\([0-9]\{8\}\).*|\1|p' "$work/go/go.mod" ;;
	golang-ical) sed -n 's|.*arran4/golang-ical v\([0-9.]*\).*|\1|p' "$work/go/go.mod" ;;
	gocal) sed -n 's|.*apognu/gocal v\([0-9.]*\).*|\1|p' "$work/go/go.mod" ;;
	ical.js | node-ical | ts-ics) node -p 'require(process.argv[1]).version' "$work/node_modules/$1/package.json" ;;
	libical) of_debian libical-dev ;;
	vobject) of_debian python3-vobject ;;
	sabre/vobject) of_debian php-sabre-vobject ;;
	*) of_debian "$1" ;;
	esac
}

of_debian() { # 1:0.10.5-1.1 is 0.10.5
	for one in $pinned; do
		case $one in "$1"=*) echo "${one#*=}" | sed 's/^[0-9]*://; s/-.*//' ;; esac
	done
}



install_debian
install_go
install_npm
install_c

for reader in go-ical golang-ical gocal ical.js node-ical ts-ics libical khal vobject sabre/vobject calcurse; do
	number=$(version "$reader")
	for file in "$here"/calendars/cases/*.ics; do
		shown=$(read_with "$reader" "$file" | head -n 5 | tr '\t' ' ' | paste -s -d '~' -)
		printf '%s\t%s\t%s\t%s\n' "$reader" "$number" "$(basename "$file" .ics)" "${shown:-nothing}"
	done
done >"$work/seen.tsv"

python3 "$here/calendars/table.py" "$work/seen.tsv" "$here" "$@"
