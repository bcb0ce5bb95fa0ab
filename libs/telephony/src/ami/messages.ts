/** One message of the Asterisk Manager Interface: its fields by lower-case key, each with every value it was given. */
export class AmiMessage {
  constructor(private readonly fields: ReadonlyMap<string, readonly string[]>) {}

  /** The first value of a field; an empty string when it is not there, or is Asterisk's word for unknown. */
  get(key: string): string {
    const value = this.fields.get(key.toLowerCase())?.[0] ?? '';
    return value === '<unknown>' || value === '(null)' || value === '<null>' ? '' : value;
  }
  /** The name of the event, in lower case; empty when it is none. */
  get event(): string {
    return this.get('event').toLowerCase();
  }
}

const NEWLINE = 0x0a;
/** Nothing we read is near this; what is longer is dropped to its end rather than kept. */
const LONGEST_LINE = 16_384;
const MOST_FIELDS = 500;

/**
 * Reads `Key: Value` lines ended by an empty one, from bytes that may be cut anywhere, in the middle of a character
 * too. It takes any bytes and never throws: a line that is no field (the greeting, noise) is passed over.
 */
export class AmiParser {
  private rest: Buffer = Buffer.alloc(0);
  private skipping = false;
  private fields = new Map<string, string[]>();

  /** The messages that these bytes complete. */
  read(bytes: Buffer): AmiMessage[] {
    const messages: AmiMessage[] = [];
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const line = this.complete(bytes.subarray(from, at));
      from = at + 1;
      if (line === '') this.endMessage(messages);
      else if (line !== null) this.addField(line);
    }
    this.keep(bytes.subarray(from));
    return messages;
  }

  /** The line that ends here; null when it was too long. */
  private complete(end: Buffer): string | null {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, end]) : end;
    const skipped = this.skipping || bytes.length > LONGEST_LINE;
    this.rest = Buffer.alloc(0);
    this.skipping = false;
    return skipped ? null : bytes.toString('utf8').replace(/\r$/, '');
  }

  private keep(tail: Buffer): void {
    if (tail.length === 0 || this.skipping) return;
    if (this.rest.length + tail.length > LONGEST_LINE) {
      this.skipping = true;
      this.rest = Buffer.alloc(0);
    } else this.rest = Buffer.concat([this.rest, tail]);
  }

  private addField(line: string): void {
    const colon = line.indexOf(':');
    if (colon <= 0) return;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const values = this.fields.get(key);
    if (values) {
      if (values.length < MOST_FIELDS) values.push(value);
    } else if (this.fields.size < MOST_FIELDS) this.fields.set(key, [value]);
  }

  private endMessage(messages: AmiMessage[]): void {
    if (this.fields.size === 0) return;
    messages.push(new AmiMessage(this.fields));
    this.fields = new Map();
  }
}

/** An action as Asterisk takes it. Values lose their line ends: one value can never become two lines. */
export const actionText = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value.replace(/[\r\n]/g, '')}`)
    .join('\r\n')}\r\n\r\n`;
