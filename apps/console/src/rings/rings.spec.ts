import type { CallBack, Ring } from '#contracts';
import { answeredOn, bannerRings, waitingCallBacks, waitingRings } from './rings.js';

const ring = (id: string, more: Partial<Ring>): Ring =>
  ({ id, state: 'ringing', takenAt: null, callId: null, callBackId: null, extension: null, ...more }) as Ring;
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

describe('the calls on the banner', () => {
  const rings = [
    ring('newer', { rangAt: '2026-11-21T09:00:20Z' }),
    ring('older', { rangAt: '2026-11-21T09:00:01Z' }),
    ring('answered', { rangAt: '2026-11-21T08:59:00Z', state: 'answered', extension: '201' }),
    ring('taken', { rangAt: '2026-11-21T08:59:01Z', takenAt: '2026-11-21T08:59:30Z' }),
    ring('a call', { rangAt: '2026-11-21T08:59:02Z', callId: 'c' as Ring['callId'] }),
    ring('listed', { rangAt: '2026-11-21T08:59:03Z', callBackId: 'b' as Ring['callBackId'] }),
  ];
  it('are those that wait, the longest first', () => expect(ids(waitingRings(rings))).toEqual(['older', 'newer']));
  it('and then those whom somebody hears and nobody writes down', () =>
    expect(ids(bannerRings(rings))).toEqual(['older', 'newer', 'answered']));
  it('open by themselves only on the telephone that answered, and only while nobody has them', () => {
    expect(answeredOn(rings, '201')?.id).toBe('answered');
    expect(answeredOn(rings, '202')).toBeNull();
    const mine = rings.map((one) => ({ ...one, takenAt: '2026-11-21T09:01:00Z' }));
    expect(answeredOn(mine, '201')).toBeNull();
  });
});

describe('the call-back list', () => {
  it('holds who waits, the longest waiting first', () => {
    const callBack = (id: string, firstRangAt: string, state: CallBack['state'] = 'waiting') =>
      ({ id, firstRangAt, state }) as CallBack;
    const list = [
      callBack('b', '2026-11-21T09:00:00Z'),
      callBack('done', '2026-11-21T07:00:00Z', 'settled'),
      callBack('a', '2026-11-21T08:00:00Z'),
    ];
    expect(ids(waitingCallBacks(list))).toEqual(['a', 'b']);
  });
});
