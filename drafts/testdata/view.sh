#!/bin/sh
# Makes pictures of the letters in this folder, to be looked at: phone and desktop width, light and dark.
#   testdata/view.sh OUTDIR [LETTER...]     without LETTER: all
set -eu
cd "$(dirname "$0")"
out=$1
shift
[ $# -gt 0 ] || set -- $(ls *.html | sed 's/\.html$//')
mkdir -p "$out"
browser=${CHROMIUM:-chromium}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for letter; do
  for width in 320 375 900; do
    for scheme in 1 0; do # 0 is dark
      [ "$width$scheme" = 3200 ] && continue
      "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
        --blink-settings=preferredColorScheme=$scheme --window-size="$width,${HEIGHT:-2400}" \
        --screenshot="$out/$letter-$width-$([ $scheme = 0 ] && echo dark || echo light).png" "$letter.html" 2>/dev/null
    done
  done
done
