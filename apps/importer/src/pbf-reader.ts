/** Varints of more bytes hold numbers that nothing read here may have. */
const MOST_VARINT_BYTES = 8;

/** Reads a protocol buffer message field by field; throws RangeError where the bytes are no such message. */
export class PbfReader {
  /** Of the field at hand. */
  field = 0;
  private wire = 0;

  constructor(
    private readonly bytes: Buffer,
    private at = 0,
    private readonly end = bytes.length,
  ) {}

  /** Steps to the next field; false at the end. A field that is not read must be skipped. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const key = this.varint();
    this.field = Math.floor(key / 8);
    this.wire = key % 8;
    return true;
  }

  hasMore(): boolean {
    return this.at < this.end;
  }

  varint(): number {
    let byte = this.byte();
    let value = byte & 0x7f;
    for (let factor = 128, count = 1; byte >= 0x80; factor *= 128, count++) {
      if (count === MOST_VARINT_BYTES) throw new RangeError('Number too long');
      byte = this.byte();
      value += (byte & 0x7f) * factor;
    }
    return value;
  }

  /** A number of either sign, as ZigZag writes it. */
  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The inner message, packed numbers or text of the field at hand. */
  message(): PbfReader {
    if (this.wire !== 2) throw new RangeError(`Unexpected wire type ${this.wire}`);
    const length = this.varint();
    const start = this.at;
    if (start + length > this.end) throw new RangeError('Message ends inside a field');
    this.at = start + length;
    return new PbfReader(this.bytes, start, this.at);
  }

  /** How many packed numbers are left: bytes that end one. */
  countPacked(): number {
    let count = 0;
    for (let i = this.at; i < this.end; i++) if (this.bytes[i]! < 0x80) count++;
    return count;
  }

  rest(): Buffer {
    return this.bytes.subarray(this.at, this.end);
  }

  text(): string {
    return this.bytes.toString('utf8', this.at, this.end);
  }

  skip(): void {
    switch (this.wire) {
      case 0:
        while (this.byte() >= 0x80);
        return;
      case 2:
        this.message();
        return;
      case 1:
      case 5:
        this.at += this.wire === 1 ? 8 : 4;
        if (this.at > this.end) throw new RangeError('Message ends inside a field');
        return;
      default:
        throw new RangeError(`Unexpected wire type ${this.wire}`);
    }
  }

  private byte(): number {
    if (this.at >= this.end) throw new RangeError('Message ends inside a number');
    return this.bytes[this.at++]!;
  }
}
