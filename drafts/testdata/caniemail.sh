#!/bin/sh
# Fetches what is known of HTML and CSS in mail clients (the data of caniemail.com, an npm package) and checks that it is
# the version that the tests were written against.
#   testdata/caniemail.sh OUTDIR     writes OUTDIR/package/data/caniemail.json
set -eu
version=2.0.2
sum=96f867e11ac5d807b73d00371cc3951b114fa8f0317eff075a9fb1512a893ee99bcc5533406560146d2797cb34b234a805dd8f82602a079c51174c1c3dbad570
cd "$1"
npm pack --silent --no-update-notifier --cache "$1/npm" "caniemail@$version" >/dev/null || exit 75 # EX_TEMPFAIL: no registry
echo "$sum  caniemail-$version.tgz" | sha512sum --check --quiet
tar -xzf "caniemail-$version.tgz" package/data/caniemail.json
