#!/bin/sh
# Makes the pictures of docs/letters.md from the letters in this folder: the first screens, at the width of a phone, in a
# few colours, so that they stay small.
#   testdata/pictures.sh             needs chromium and pngquant
set -eu
cd "$(dirname "$0")"
out=../../docs/letters
browser=${CHROMIUM:-chromium}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$out"
# letter:height, in CSS pixels
for letter in checklist-panel:1400 checklist-onsite:1100 preparation:1400 changed:860 changed-corrected:1000 cancelled:500 options:840 question:780 question-reading:1500 questions:1180 \
  reminder-day:800 reminder-hours:1000 debrief:800 request:1120 request-empty:1560 request-reminder:900 receipt:640 \
  refusal:580 failed:830 unknown:900 handover:940 calendar:600 status:960 digest:700 help:1400; do
  name=${letter%:*}
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --blink-settings=preferredColorScheme=1 --window-size="375,${letter#*:}" --screenshot="$profile/$name.png" "$name.html" 2>/dev/null
  pngquant --force --strip --speed 1 --output "$out/$name.png" 24 "$profile/$name.png"
done
