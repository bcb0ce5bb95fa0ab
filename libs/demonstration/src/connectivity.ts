import type { Way } from './arrangement.js';

export interface OpenWay extends Way {
  readonly oneWay: boolean;
}

/**
 * Keeps the largest connected part and opens one-way streets to both directions wherever a vehicle could otherwise
 * enter but not leave (or leave but not enter): afterwards every node reaches every other.
 */
export function makeStronglyConnected(ways: readonly Way[], nodeCount: number): OpenWay[] {
  const largest = largestPart(ways, nodeCount);
  let kept: OpenWay[] = ways
    .filter((way) => largest.has(way.nodes[0] as number))
    .map((way) => ({ ...way, oneWay: way.stroke.oneWay }));
  const root = kept[0]?.nodes[0];
  if (root === undefined) return kept;
  for (;;) {
    const out = reach(root, kept, nodeCount, 'forward');
    const back = reach(root, kept, nodeCount, 'backward');
    const trapped = (way: OpenWay) => way.oneWay && way.nodes.some((node) => !out.has(node) || !back.has(node));
    if (!kept.some(trapped)) return kept;
    kept = kept.map((way) => (trapped(way) ? { ...way, oneWay: false } : way));
  }
}

function largestPart(ways: readonly Way[], nodeCount: number): ReadonlySet<number> {
  const both = ways.map((way) => ({ ...way, oneWay: false }));
  const seen = new Set<number>();
  let largest: ReadonlySet<number> = new Set();
  for (const way of ways) {
    const start = way.nodes[0] as number;
    if (seen.has(start)) continue;
    const part = reach(start, both, nodeCount, 'forward');
    for (const node of part) seen.add(node);
    if (part.size > largest.size) largest = part;
    if (largest.size > nodeCount / 2) break;
  }
  return largest;
}

function reach(
  root: number,
  ways: readonly OpenWay[],
  nodeCount: number,
  sense: 'forward' | 'backward',
): ReadonlySet<number> {
  const next: number[][] = Array.from({ length: nodeCount }, () => []);
  for (const { nodes, oneWay } of ways) {
    for (let i = 0; i + 1 < nodes.length; i++) {
      const [from, to] = [nodes[i] as number, nodes[i + 1] as number];
      if (!oneWay || sense === 'forward') next[from]?.push(to);
      if (!oneWay || sense === 'backward') next[to]?.push(from);
    }
  }
  const seen = new Set([root]);
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const neighbour of next[node] ?? []) {
      if (!seen.has(neighbour)) {
        seen.add(neighbour);
        waiting.push(neighbour);
      }
    }
  }
  return seen;
}
