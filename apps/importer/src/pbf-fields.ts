/** One field of a protocol buffer message: a number, or the bytes of a string or an inner message. */
export interface PbfField {
  readonly number: number;
  readonly value: number | Buffer;
}

/**
 * The fields of a message in their order. Enough for the frame of an OpenStreetMap PBF file (varints up to 2^53 and
 * length-delimited fields); throws RangeError where the bytes are no such message.
 */
export function* pbfFields(bytes: Buffer): Generator<PbfField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; factor < 2 ** 53; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('Message ends inside a number');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('Number too long');
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    if (key % 8 === 0) {
      yield { number, value: varint() };
    } else if (key % 8 === 2) {
      const length = varint();
      if (at + length > bytes.length) throw new RangeError('Message ends inside a field');
      yield { number, value: bytes.subarray(at, (at += length)) };
    } else {
      throw new RangeError(`Unexpected wire type ${key % 8}`);
    }
  }
}
