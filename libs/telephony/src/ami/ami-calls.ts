import type { ExchangeEvent } from '#contracts';
import type { AmiMessage } from './messages.js';

type EventType = ExchangeEvent['type'];
type Told = Partial<Pick<ExchangeEvent, 'from' | 'to' | 'queue' | 'extension' | 'recordingId'>>;

/** What was told of a call already, so that nothing is told twice. */
interface Course {
  from: boolean;
  queue: boolean;
  answered: boolean;
  over: boolean;
}

/** Over by so long that nothing more can come of it. */
const MOST_COURSES = 5_000;

/**
 * Turns Asterisk's events into words about calls from outside. A call is known by its Linkedid; it is ours when it
 * comes in by one of the given contexts, or stands in a queue. What is not about such a call is nothing to us.
 */
export class AmiCalls {
  private readonly courses = new Map<string, Course>();

  constructor(
    private readonly pbx: string,
    private readonly contexts: readonly string[],
  ) {}

  /** What one message says; empty for events and calls that are not ours. */
  hear(message: AmiMessage, now: Date): ExchangeEvent[] {
    const id = message.get('Linkedid') || message.get('Uniqueid');
    if (!id) return [];
    const at = timeOf(message) ?? now;
    switch (message.event) {
      case 'newchannel':
        return this.isFromOutside(message) ? this.ring(id, message, at) : [];
      case 'newcallerid':
        return this.courses.has(id) && isCaller(message) ? this.ring(id, message, at) : [];
      case 'queuecallerjoin':
        return this.ring(id, message, at);
      case 'queuecallerabandon':
        return this.end(id, 'abandoned', at, message);
      case 'agentconnect':
        return this.answer(id, message, at);
      case 'dialend':
        return this.courses.has(id) && message.get('DialStatus').toUpperCase() === 'ANSWER'
          ? this.answer(id, message, at)
          : [];
      case 'hangup':
        return this.courses.has(id) && isCaller(message) ? this.end(id, 'ended', at, message) : [];
      case 'varset':
        return this.courses.has(id) && message.get('Variable').toUpperCase() === 'MIXMONITOR_FILENAME'
          ? this.record(id, message, at)
          : [];
      default:
        return [];
    }
  }

  /** A channel that was there before we were: the same call, known from now on. */
  found(message: AmiMessage, now: Date): ExchangeEvent[] {
    const id = message.get('Linkedid') || message.get('Uniqueid');
    const waits = message.event === 'queueentry';
    if (!id || !(waits || (isCaller(message) && this.isFromOutside(message)) || this.courses.has(id))) return [];
    const rang = this.ring(id, message, startOf(id, now) ?? now);
    const talks = !waits && message.get('BridgeId') !== '' && message.get('Application').toLowerCase() !== 'queue';
    return talks ? [...rang, ...this.answer(id, message, now)] : rang;
  }

  /** A call that the exchange no longer has. */
  vanished(callId: string, now: Date): ExchangeEvent {
    return this.tell(callId, 'ended', now, {});
  }

  private isFromOutside(message: AmiMessage): boolean {
    const uniqueid = message.get('Uniqueid');
    const first = uniqueid === '' || uniqueid === (message.get('Linkedid') || uniqueid);
    return first && this.contexts.includes(message.get('Context'));
  }

  private ring(id: string, message: AmiMessage, at: Date): ExchangeEvent[] {
    const course = this.courses.get(id);
    const from = message.get('CallerIDNum');
    const queue = message.get('Queue');
    const news = !course || (from !== '' && !course.from) || (queue !== '' && !course.queue);
    if (!news || course?.over) return [];
    const known = course ?? this.begin(id);
    known.from ||= from !== '';
    known.queue ||= queue !== '';
    return [this.tell(id, 'ringing', at, { from, to: message.get('Exten'), queue })];
  }

  private answer(id: string, message: AmiMessage, at: Date): ExchangeEvent[] {
    const course = this.courses.get(id) ?? this.begin(id);
    if (course.answered || course.over) return [];
    course.answered = true;
    return [this.tell(id, 'answered', at, { extension: extensionIn(message), from: message.get('CallerIDNum') })];
  }

  private end(id: string, type: 'abandoned' | 'ended', at: Date, message: AmiMessage): ExchangeEvent[] {
    const course = this.courses.get(id) ?? this.begin(id);
    if (course.over) return [];
    course.over = true;
    return [this.tell(id, type, at, { from: message.get('CallerIDNum'), queue: message.get('Queue') })];
  }

  private record(id: string, message: AmiMessage, at: Date): ExchangeEvent[] {
    const recordingId = message.get('Value');
    return recordingId === '' ? [] : [this.tell(id, 'recording', at, { recordingId })];
  }

  private begin(id: string): Course {
    const course = { from: false, queue: false, answered: false, over: false };
    this.courses.set(id, course);
    if (this.courses.size > MOST_COURSES) {
      const [oldest] = this.courses.keys();
      this.courses.delete(oldest!);
    }
    return course;
  }

  /** What was told once bears the same id when it is told again, by another server or after a new connection. */
  private tell(callId: string, type: EventType, at: Date, told: Told): ExchangeEvent {
    const facts = Object.fromEntries(Object.entries(told).filter(([, value]) => value));
    const what = type === 'ringing' ? [facts['from'] ? 'from' : '', facts['queue'] ?? ''].join('/') : '';
    const eventId = `${callId}:${type}${what ? `:${what}` : ''}`;
    return { eventId: eventId.slice(0, 200), pbx: this.pbx, callId, type, at: at.toISOString(), ...facts };
  }
}

/** About the channel of the caller: the one that the whole call is named after. */
const isCaller = (message: AmiMessage) => message.get('Uniqueid') === message.get('Linkedid');

/** `PJSIP/201-0000003`, `Local/201@from-queue/n`, `SIP/201`: the telephone is 201. */
function extensionIn(message: AmiMessage): string {
  const channel = message.get('Interface') || message.get('DestChannel') || message.get('Channel');
  const named = /^[^/]+\/([^-@/;]+)/.exec(channel)?.[1];
  return named ?? message.get('DestCallerIDNum');
}

const EPOCH_SECONDS = /(?:^|-)(\d{9,11})\.\d+$/;
/** With `timestampevents` each event bears its time; seconds and a fraction. */
function timeOf(message: AmiMessage): Date | null {
  const seconds = Number(message.get('Timestamp') || Number.NaN);
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1_000) : null;
}
/** Asterisk names a channel after the second in which it began. */
function startOf(id: string, now: Date): Date | null {
  const seconds = Number(EPOCH_SECONDS.exec(id)?.[1] ?? Number.NaN);
  const start = new Date(seconds * 1_000);
  return start <= now ? start : null;
}
