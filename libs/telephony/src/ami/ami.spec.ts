import type { ExchangeEvent } from '#contracts';
import { Random } from '#chance';
import { AmiCalls } from './ami-calls.js';
import { actionText, AmiMessage, AmiParser } from './messages.js';
import { Reconciliation } from './reconciliation.js';
import { TRANSCRIPTS, VARIANTS } from './transcripts.fixture.js';

const NOW = new Date('2025-11-21T04:40:10Z');
const CONTEXTS = ['from-trunk', 'from-pstn'];
const KNOWN = ['from', 'to', 'queue', 'extension', 'recordingId'] as const;
const wordsOf = (event: ExchangeEvent) =>
  [event.type, event.callId, ...KNOWN.flatMap((key) => (event[key] ? [`${key}=${event[key]}`] : []))].join(' ');

/** What is understood of bytes that arrive in these pieces. */
function understood(pieces: readonly Buffer[]): ExchangeEvent[] {
  const [parser, calls] = [new AmiParser(), new AmiCalls('pbx', CONTEXTS)];
  return pieces.flatMap((piece) => parser.read(piece).flatMap((message) => calls.hear(message, NOW)));
}

describe('an Asterisk is understood', () => {
  const cases = TRANSCRIPTS.flatMap((transcript) =>
    Object.entries(VARIANTS).map(([variant, write]) => ({
      title: `${transcript.title}, ${variant}`,
      bytes: Buffer.from(write(transcript.events)),
      means: transcript.means,
    })),
  );
  it('in more than a hundred ways', () => expect(cases.length).toBeGreaterThan(100));

  it.each(cases)('$title, wherever its bytes are cut', ({ bytes, means }) => {
    const whole = understood([bytes]);
    expect(whole.map(wordsOf)).toEqual(means);
    const expected = JSON.stringify(whole);
    expect(JSON.stringify(understood(Array.from(bytes, (byte) => Buffer.of(byte))))).toBe(expected);
    for (let cut = 1; cut < bytes.length; cut++) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
      if (JSON.stringify(understood(pieces)) !== expected) throw new Error(`another meaning when cut at ${cut}`);
    }
  });

  it('tells the time that the exchange tells, when it does', () => {
    const [{ events }] = TRANSCRIPTS as [(typeof TRANSCRIPTS)[0]];
    const timed = understood([Buffer.from(VARIANTS['times on every event']!(events))]);
    expect(new Set(timed.map(({ at }) => at))).toEqual(new Set(['2025-11-21T04:40:01.250Z']));
    const untimed = understood([Buffer.from(VARIANTS['Asterisk 18']!(events))]);
    expect(new Set(untimed.map(({ at }) => at))).toEqual(new Set([NOW.toISOString()]));
  });

  it('by the same event ids, whoever reads it and however often', () => {
    const [{ events }] = TRANSCRIPTS as [(typeof TRANSCRIPTS)[0]];
    const ids = (variant: string) =>
      understood([Buffer.from(VARIANTS[variant]!(events))]).map(({ eventId }) => eventId);
    expect(ids('bare line ends')).toEqual(ids('Asterisk 18'));
    expect(new Set(ids('Asterisk 18')).size).toBe(ids('Asterisk 18').length);
  });
});

describe('bytes of any kind', () => {
  const WORDS = [
    'Event: ',
    'Newchannel',
    '\r\n',
    '\n',
    '\r',
    ':',
    ': ',
    'Linkedid: ',
    '1.1',
    'Uniqueid: ',
    '\r\n\r\n',
    '\0',
    'é',
  ];

  it('never break the reader and never keep it long', () => {
    const random = new Random(115);
    let longestMs = 0;
    for (let round = 0; round < 3_000; round++) {
      const pieces = Array.from({ length: random.whole(1, 12) }, () =>
        random.chance(0.5)
          ? Buffer.from(Array.from({ length: random.whole(0, 60) }, () => random.whole(0, 255)))
          : Buffer.from(Array.from({ length: 20 }, () => random.pick(WORDS)).join('')),
      );
      const started = performance.now();
      understood(pieces);
      longestMs = Math.max(longestMs, performance.now() - started);
    }
    expect(longestMs).toBeLessThan(1_000);
  });

  it('that never end a line, or a message, are not kept', () => {
    const parser = new AmiParser();
    const piece = Buffer.alloc(65_536, 'x');
    for (let times = 0; times < 200; times++) expect(parser.read(piece)).toEqual([]);
    expect(parser.read(Buffer.from('\r\nEvent: Newchannel\r\n\r\n')).map(({ event }) => event)).toEqual(['newchannel']);
    for (let n = 0; n < 5_000; n++) parser.read(Buffer.from(`Key${n}: ${n}\r\nSame: ${n}\r\n`));
    const [message] = parser.read(Buffer.from('\r\n'));
    expect([message!.get('key3'), message!.get('key4999'), message!.get('same')]).toEqual(['3', '', '0']);
  });
});

describe('an action', () => {
  it('cannot be made into two by a value', () => {
    expect(actionText({ Action: 'Login', Secret: 'a\r\nAction: Originate' })).toBe(
      'Action: Login\r\nSecret: aAction: Originate\r\n\r\n',
    );
  });
});

describe('after a new connection', () => {
  const message = (fields: Record<string, string>) =>
    new AmiMessage(new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), [value]])));
  const ends = [
    { Event: 'CoreShowChannelsComplete', ActionID: 'dispatch115-channels' },
    { Event: 'QueueStatusComplete', ActionID: 'dispatch115-queues' },
  ];
  const shown = (uniqueid: string, more: Record<string, string> = {}) => ({
    Event: 'CoreShowChannel',
    ActionID: 'dispatch115-channels',
    Context: 'from-trunk',
    CallerIDNum: '0908417226',
    Uniqueid: uniqueid,
    Linkedid: uniqueid,
    ...more,
  });
  const told = (open: string[], answers: Record<string, string>[]) => {
    const calls = new AmiCalls('pbx', CONTEXTS);
    const reconciliation = new Reconciliation(calls, open);
    return { calls, events: answers.flatMap((fields) => reconciliation.hear(message(fields), NOW)) };
  };

  it('a call that is seen only now is still a call, from when it began', () => {
    const waits = { Event: 'QueueEntry', ActionID: 'dispatch115-queues', Queue: 'cap-cuu', Uniqueid: '1763700005.3' };
    const { events, calls } = told([], [shown('1763700000.1'), { ...waits, CallerIDNum: '0912' }, ...ends]);
    expect(events.map(wordsOf)).toEqual([
      'ringing 1763700000.1 from=0908417226',
      'ringing 1763700005.3 from=0912 queue=cap-cuu',
    ]);
    expect(events[0]!.at).toBe('2025-11-21T04:40:00.000Z');
    const over = message({ Event: 'Hangup', Uniqueid: '1763700000.1', Linkedid: '1763700000.1' });
    expect(calls.hear(over, NOW).map(({ type }) => type)).toEqual(['ended']);
  });

  it('a call in a bridge has been answered', () => {
    const talking = shown('1763700000.1', { BridgeId: 'b-1', Application: 'AppDial' });
    const queued = shown('1763700002.1', { BridgeId: 'b-2', Application: 'Queue' });
    expect(told([], [talking, queued, ...ends]).events.map(({ type, callId }) => `${type} ${callId}`)).toEqual([
      'ringing 1763700000.1',
      'answered 1763700000.1',
      'ringing 1763700002.1',
    ]);
  });

  it('a call that went while nobody listened has ended, and only when both lists are complete', () => {
    const open = ['1763700000.1', 'gone.2'];
    expect(told(open, [shown('1763700000.1'), ends[0]!]).events.map(({ type }) => type)).toEqual(['ringing']);
    const { events } = told(open, [shown('1763700000.1'), ...ends]);
    expect(events.at(-1)).toMatchObject({ type: 'ended', callId: 'gone.2', at: NOW.toISOString() });
    expect(events).toHaveLength(2);
  });

  it('nothing is said to have gone when the exchange does not let us see its channels', () => {
    const refused = { Response: 'Error', ActionID: 'dispatch115-channels', Message: 'Permission denied' };
    expect(told(['a.1'], [refused, ends[1]!]).events).toEqual([]);
  });
});
