import { ANSWERS, CALL_REASONS, type Answer, type ReasonKey } from './index.js';
import { triage } from './triage.js';

const reasons = Object.keys(CALL_REASONS) as ReasonKey[];
const answers = Object.keys(ANSWERS) as Answer[];

describe('triage', () => {
  it('starts from the reason', () => {
    expect(triage('fall', {})).toMatchObject({ priority: 3, level: 'bls', equipment: ['stretcher'] });
  });
  it('raises a fall to critical when the patient does not answer', () => {
    expect(triage('fall', { conscious: 'no' })).toMatchObject({ priority: 1, level: 'als' });
  });
  it('brings a defibrillator when the patient neither answers nor breathes', () => {
    expect(triage('faint', { conscious: 'no', breathing: 'no' }).equipment).toContain('defibrillator');
  });
  it('never lowers the level, whatever is answered', () => {
    for (const reason of reasons)
      for (const conscious of answers)
        for (const breathing of answers)
          for (const bleeding of answers)
            expect(triage(reason, { conscious, breathing, bleeding }).priority).toBeLessThanOrEqual(
              CALL_REASONS[reason].priority,
            );
  });
  it('treats "unknown" like not asked', () => {
    for (const reason of reasons)
      expect(triage(reason, { conscious: 'unknown', breathing: 'unknown', bleeding: 'unknown' })).toEqual(
        triage(reason, {}),
      );
  });
});
