const { abs, min } = Math;

/** Damerau–Levenshtein distance (optimal string alignment), given up as soon as it exceeds `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = min(cost, (twoBack[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = min(least, cost);
    }
    if (least > most) return most + 1;
    twoBack = before;
    before = row;
  }
  return before[b.length] ?? most + 1;
}

/** How many slips a word of this length is forgiven; numbers and short words are never guessed: "an" and "am" are both names. */
export function slipsForgiven(word: string): 0 | 1 | 2 {
  if (word.length < 3 || /\d/.test(word)) return 0;
  return word.length >= 7 ? 2 : 1;
}

/** Every string that is left of `word` when up to `most` letters are dropped, the word itself included. */
export function shortenings(word: string, most: number): Set<string> {
  const found = new Set([word]);
  let last: string[] = [word];
  for (let round = 0; round < most; round++) {
    const next: string[] = [];
    for (const text of last) {
      for (let i = 0; i < text.length; i++) {
        const shorter = text.slice(0, i) + text.slice(i + 1);
        if (!found.has(shorter)) next.push(shorter);
        found.add(shorter);
      }
    }
    last = next;
  }
  return found;
}
