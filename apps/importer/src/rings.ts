/** Join open lines of node ids end to end into closed rings; what does not close is left out. */
export function joinRings(lines: readonly (readonly number[])[]): number[][] {
  const rings: number[][] = [];
  const open = new Map<number, Set<number[]>>();
  const ends = (line: number[]) => [line[0]!, line[line.length - 1]!] as const;
  const put = (line: number[]) => {
    const [first, last] = ends(line);
    if (first === last) {
      if (line.length >= 4) rings.push(line);
      return;
    }
    for (const end of [first, last]) (open.get(end) ?? open.set(end, new Set()).get(end)!).add(line);
  };
  const takeAt = (node: number): number[] | undefined => {
    const [line] = open.get(node) ?? [];
    if (line) for (const end of ends(line)) open.get(end)!.delete(line);
    return line;
  };
  for (const start of lines) {
    let line = [...start];
    while (line.length > 1 && line[0] !== line[line.length - 1]) {
      const end = line[line.length - 1]!;
      const next = takeAt(end) ?? takeAt(line[0]!);
      if (!next) break;
      line = append(line, next);
    }
    if (line.length > 1) put(line);
  }
  return rings;
}

/** Two lines that share an end, as one. */
function append(a: number[], b: readonly number[]): number[] {
  if (a[0] === b[0] || a[0] === b[b.length - 1]) a = [...a].reverse();
  const tail = b[0] === a[a.length - 1] ? b : [...b].reverse();
  return [...a, ...tail.slice(1)];
}
