import {
  CALL_BACK_TRANSITIONS,
  CALL_TRANSITIONS,
  DISTRESS_TRANSITIONS,
  DUTY_TRANSITIONS,
  INCIDENT_TRANSITIONS,
  MESSAGE_TRANSITIONS,
  MISSION_STEPS,
  MISSION_TRANSITIONS,
  OBSTRUCTION_TRANSITIONS,
  OFFER_TRANSITIONS,
  PREALERT_TRANSITIONS,
  REQUEST_TRANSITIONS,
  RING_TRANSITIONS,
  isActiveMission,
  type MissionState,
} from './index.js';

const lifecycles: [string, string, Record<string, readonly string[]>][] = [
  ['call', 'open', CALL_TRANSITIONS],
  ['incident', 'taken', INCIDENT_TRANSITIONS],
  ['mission', 'notified', MISSION_TRANSITIONS],
  ['offer', 'open', OFFER_TRANSITIONS],
  ['request', 'seeking', REQUEST_TRANSITIONS],
  ['duty', 'available', DUTY_TRANSITIONS],
  ['obstruction', 'open', OBSTRUCTION_TRANSITIONS],
  ['ring', 'ringing', RING_TRANSITIONS],
  ['call-back', 'waiting', CALL_BACK_TRANSITIONS],
  ['pre-alert', 'raised', PREALERT_TRANSITIONS],
  ['message', 'sent', MESSAGE_TRANSITIONS],
  ['distress', 'open', DISTRESS_TRANSITIONS],
];

describe.each(lifecycles)('the lifecycle of a %s', (_name, start, transitions) => {
  it('leads only to states that exist', () => {
    for (const nexts of Object.values(transitions)) for (const next of nexts) expect(transitions).toHaveProperty(next);
  });
  it('reaches every state from the first', () => {
    const reached = new Set([start]);
    for (const state of reached) for (const next of transitions[state]!) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(transitions).sort());
  });
});

describe('the lifecycle of a mission', () => {
  it('moves forward only along the steps of the work', () => {
    MISSION_STEPS.forEach((step, rank) => {
      for (const next of MISSION_TRANSITIONS[step]) {
        const nextRank = MISSION_STEPS.indexOf(next as (typeof MISSION_STEPS)[number]);
        if (nextRank >= 0) expect(nextRank).toBeGreaterThan(rank);
      }
    });
  });
  it('is active exactly as long as it can still move', () => {
    for (const state of Object.keys(MISSION_TRANSITIONS) as MissionState[])
      expect(isActiveMission(state)).toBe(MISSION_TRANSITIONS[state].length > 0);
  });
});
