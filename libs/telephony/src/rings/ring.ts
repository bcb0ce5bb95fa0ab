import type { CallBackCause, ExchangeEvent, RingState } from '#contracts';
import type { RingRow } from '../entities.js';

/** What is known of a ring's course; its state follows from it. */
export type RingCourse = Pick<RingRow, 'answeredAt' | 'endedAt' | 'abandoned'>;

/** The state that the known times add up to, whatever order they were heard in. */
export function ringStateOf({ answeredAt, endedAt, abandoned }: RingCourse): RingState {
  if (answeredAt) return endedAt ? 'ended' : 'answered';
  if (!endedAt) return 'ringing';
  return abandoned ? 'abandoned' : 'missed';
}

type Heard = RingCourse & Pick<RingRow, 'rangAt' | 'queue' | 'extension' | 'recordingId'>;

const earlier = (a: Date | null, b: Date) => (a && a < b ? a : b);
const later = (a: Date | null, b: Date) => (a && a > b ? a : b);

/**
 * A ring after one more word of the exchange. The same words in any order, any of them twice, come to the same state:
 * times move only to the earliest start and answer and the latest end. The extension is that of the first answer; of
 * queue and recording the first word stays.
 */
export function hear<R extends Heard>(ring: R, event: ExchangeEvent, at: Date): R {
  const heard: R = {
    ...ring,
    rangAt: earlier(ring.rangAt, at),
    queue: ring.queue ?? event.queue ?? null,
    recordingId: ring.recordingId ?? event.recordingId ?? null,
  };
  switch (event.type) {
    case 'ringing':
    case 'recording':
      return heard;
    case 'answered':
      return {
        ...heard,
        answeredAt: earlier(ring.answeredAt, at),
        extension: (isFirstAnswer(ring, at) ? event.extension : null) ?? ring.extension ?? event.extension ?? null,
      };
    case 'abandoned':
      return { ...heard, endedAt: later(ring.endedAt, at), abandoned: true };
    case 'ended':
      return { ...heard, endedAt: later(ring.endedAt, at) };
  }
}

const isFirstAnswer = ({ answeredAt }: Heard, at: Date) => !answeredAt || at < answeredAt;

/** How long each stage of a ring may last before somebody must be told, in seconds. */
export interface Patience {
  /** It rings, and the exchange has said nothing more. */
  readonly silenceSeconds: number;
  /** Answered, and nobody has taken it into a form. */
  readonly takeSeconds: number;
  /** Taken, and nothing was saved. */
  readonly recordSeconds: number;
}

/** When a ring that belongs to no call goes to the call-back list, and why. A lost caller goes at once. */
export function deadlineOf(
  ring: RingCourse & Pick<RingRow, 'rangAt' | 'takenAt'>,
  patience: Patience,
): { at: Date; cause: CallBackCause } {
  const state = ringStateOf(ring);
  if (state === 'abandoned' || state === 'missed') return { at: ring.endedAt!, cause: state };
  const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1_000);
  if (ring.takenAt) return { at: after(ring.takenAt, patience.recordSeconds), cause: 'not_recorded' };
  if (ring.answeredAt) return { at: after(ring.answeredAt, patience.takeSeconds), cause: 'not_taken' };
  return { at: after(ring.rangAt, patience.silenceSeconds), cause: 'missed' };
}

/** How long the caller let it ring, or has until now. */
export const waitSeconds = ({ rangAt, answeredAt, endedAt }: Heard, now: Date): number =>
  Math.max(0, ((answeredAt ?? endedAt ?? now).getTime() - rangAt.getTime()) / 1_000);
