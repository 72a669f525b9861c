package role

// A feature is a number made of what was seen: features are hashed, so that no dictionary is kept and a word that was
// never seen costs nothing. Two features that fall together share a weight; with 32 bits that is rare.

const (
	offset32 = 2166136261
	prime32  = 16777619
)

// hash is FNV-1a of a word.
func hash(s string) uint32 {
	h := uint32(offset32)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * prime32
	}
	return h
}

// mix makes one feature of a template's number and up to three values.
func mix(template uint32, values ...uint32) uint32 {
	h := template*0x9E3779B1 + 0x7F4A7C15
	for _, v := range values {
		h ^= v
		h *= 0x85EBCA6B
		h ^= h >> 13
		h *= 0xC2B2AE35
		h ^= h >> 16
	}
	return max(h, 1) // 0 is a free place in the tables of weights
}
