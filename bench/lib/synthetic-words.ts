/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const onsets = 'b br d dr f g gr h k kl l m n p pl r s sk st t tr v w'.split(' ');
const vowels = 'a e i o u ai ea ou'.split(' ');
const codas = ['', '', 'l', 'n', 'r', 's', 'nd', 'rt', 'sk', 'm'];

/** Words that nobody says, each once. */
export function inventWords(count: number, syllables: number, random: () => number): readonly string[] {
  const words = new Set<string>();
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  while (words.size < count) {
    let word = '';
    for (let i = 0; i < syllables; i += 1) word += pick(onsets) + pick(vowels) + pick(codas);
    words.add(word);
  }
  return [...words];
}

/** Draws from a list as words and names are spread in news: the tenth is met a tenth as often as the first (Zipf). */
export function zipfPicker<T>(from: readonly T[], random: () => number, exponent = 1): () => T {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= from.length; rank += 1) {
    sum += 1 / rank ** exponent;
    sums.push(sum);
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, from.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return from[low] as T;
  };
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
