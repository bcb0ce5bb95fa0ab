import type { CallBack, Ring } from '#contracts';

/** 95 % of emergency calls are to be answered within this (NENA-STA-020). */
export const ANSWER_SECONDS = 20;
/** The banner never grows beyond this; the rest is a number. */
export const BANNER_ROWS = 3;

const byTime = (a: Ring, b: Ring) => a.rangAt.localeCompare(b.rangAt) || a.id.localeCompare(b.id);
const isLoose = ({ takenAt, callId, callBackId }: Ring) => !takenAt && !callId && !callBackId;

/** Callers who hear it ringing and whom nobody has taken, the longest waiting first. */
export const waitingRings = (rings: readonly Ring[]): Ring[] =>
  rings.filter((ring) => ring.state === 'ringing' && isLoose(ring)).sort(byTime);

/** What the banner shows: who waits, then who was answered and whom nobody writes down yet. */
export const bannerRings = (rings: readonly Ring[]): Ring[] => [
  ...waitingRings(rings),
  ...rings.filter((ring) => ring.state !== 'ringing' && isLoose(ring)).sort(byTime),
];

/** The call that was answered on one's own telephone and belongs to nobody yet; null without one. */
export const answeredOn = (rings: readonly Ring[], extension: string): Ring | null =>
  rings.find((ring) => ring.state === 'answered' && ring.extension === extension && isLoose(ring)) ?? null;

/** Those to be called back, the longest waiting first; the board forgets none before it is settled. */
export const waitingCallBacks = (callBacks: readonly CallBack[]): CallBack[] =>
  callBacks
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.firstRangAt.localeCompare(b.firstRangAt) || a.id.localeCompare(b.id));
