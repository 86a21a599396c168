// Letters that Unicode does not take apart. Cyrillic after ISO 9's plain-Latin habit, Greek after ELOT 743.
const latin = 'ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ ng ĸ k ſ s';
const greek =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';
const cyrillic =
  'а a б b в v г g ґ g д d ђ dj е e є ie ж zh з z ѕ dz и i і i ї yi ј j к k л l љ lj м m н n њ nj о o п p р r ' +
  'с s т t ћ c у u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ  ы y ь  э e ю yu я ya';

const letters = new Map<string, string>();
for (const table of [latin, greek, cyrillic]) {
  const words = table.split(' ');
  for (let i = 0; i + 1 < words.length; i += 2) letters.set(words[i] ?? '', words[i + 1] ?? '');
}

/** Lower-case ASCII letters and digits for what has them (Latin, Greek and Cyrillic script); the rest stays. */
export function transliterate(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return Array.from(bare, (letter) => letters.get(letter) ?? letter).join('');
}
