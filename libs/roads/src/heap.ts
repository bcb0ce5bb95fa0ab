/** A binary min-heap of integers by a float key, in flat arrays. Stale entries are left in: the reader skips them. */
export class FlatHeap {
  private keys: Float64Array;
  private items: Int32Array;
  private length = 0;

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  get size(): number {
    return this.length;
  }

  clear(): void {
    this.length = 0;
  }

  push(item: number, key: number): void {
    if (this.length === this.keys.length) this.grow();
    const { keys, items } = this;
    let hole = this.length++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[hole] = keys[parent]!;
      items[hole] = items[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    items[hole] = item;
  }

  /** The item with the smallest key, or -1 when empty. */
  pop(): number {
    if (this.length === 0) return -1;
    const { keys, items } = this;
    const top = items[0]!;
    const size = --this.length;
    const key = keys[size]!;
    const item = items[size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[hole] = keys[child]!;
      items[hole] = items[child]!;
      hole = child;
    }
    keys[hole] = key;
    items[hole] = item;
    return top;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length + 1);
    const items = new Int32Array(keys.length);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
