/** Keeps the tiles asked for last; a Map remembers the order of insertion, so its first key is the oldest. */
export class RecentTiles {
  private readonly tiles = new Map<string, Uint8Array>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.tiles.size;
  }

  get(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.tiles.get(key);
    const tile = known ?? make();
    this.tiles.delete(key);
    this.tiles.set(key, tile);
    if (this.tiles.size > this.capacity) {
      const [oldest] = this.tiles.keys();
      if (oldest !== undefined) this.tiles.delete(oldest);
    }
    return tile;
  }
}
