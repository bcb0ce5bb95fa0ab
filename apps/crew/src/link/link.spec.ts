import { linkState } from './link.js';

it('is in step while pulses come and nothing waits', () =>
  expect(linkState({ connected: true, heardAtMs: 9_500 }, 0, 10_000)).toEqual({ kind: 'synced' }));

it('says what it is still sending', () =>
  expect(linkState({ connected: true, heardAtMs: 9_500 }, 2, 10_000)).toEqual({ kind: 'sending', pending: 2 }));

it('is offline as soon as the socket says so, or after three silent seconds although it does not', () => {
  const offline = { kind: 'offline', seconds: 4, pending: 2 };
  expect(linkState({ connected: false, heardAtMs: 6_000 }, 2, 10_000)).toEqual(offline);
  expect(linkState({ connected: true, heardAtMs: 6_000 }, 2, 10_000)).toEqual(offline);
});
