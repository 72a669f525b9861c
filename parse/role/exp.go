package role

import "flag"

var Epo = flag.Int("ke", 15, "")
var Rat = flag.Float64("kr", 0.02, "")
var LL2 = flag.Float64("kl", 2e-2, "")
var RRat = flag.Float64("rr", 0.02, "")
var RL2 = flag.Float64("rl", 1e-2, "")
var Signs = flag.Bool("signs", true, "")
var PRat = flag.Float64("pr", 0.02, "")
var PL2 = flag.Float64("pl", 1e-3, "")
var TRat = flag.Float64("tr", 0.02, "")
var TL2 = flag.Float64("tl", 1e-3, "")
var Drop = flag.Int("drop", 300, "")
var LDrop = flag.Int("ldrop", 0, "")
