import { CALL_REASONS, triage, type Protocol, type ReasonKey } from './index.js';
import { specialNeedsOf, withSpecialNeeds } from './triage.js';
import { adviceOf, answersInWords } from './protocols.js';

const reasons = Object.keys(CALL_REASONS) as ReasonKey[];
const UNKNOWN = { key: 'unknown', vi: 'Không rõ', en: 'Unknown' };
const YES = { key: 'yes', vi: 'Có', en: 'Yes' };
const NO = { key: 'no', vi: 'Không', en: 'No' };

const protocol: Protocol = {
  reason: 'fall',
  version: 1,
  date: '2026-11-22',
  author: 'test',
  approvedBy: null,
  questions: [
    {
      key: 'conscious',
      vi: 'Tỉnh?',
      en: 'Awake?',
      answers: [
        YES,
        { ...NO, level: 1, vehicle: 'als', tag: { vi: 'Không tỉnh', en: 'Not awake' }, card: 'recovery' },
        UNKNOWN,
      ],
    },
    {
      key: 'height',
      vi: 'Từ đâu?',
      en: 'From where?',
      answers: [
        { key: 'standing', vi: 'Đứng', en: 'Standing', lower: 4 },
        { key: 'high', vi: 'Cao', en: 'High', level: 2, capabilities: ['neurosurgery'] },
        UNKNOWN,
      ],
    },
  ],
  together: [{ when: { conscious: 'no', height: 'high' }, equipment: ['defibrillator'], card: 'cpr_adult' }],
  card: 'injury',
};

describe('triage', () => {
  it('starts from the reason, with or without a protocol', () => {
    expect(triage('fall', {}, protocol)).toEqual(triage('fall', {}, null));
    for (const reason of reasons) expect(triage(reason, {}, null).priority).toBe(CALL_REASONS[reason].priority);
  });
  it('raises the level and asks for more as the answers come', () => {
    expect(triage('fall', { height: 'high' }, protocol)).toEqual({
      priority: 2,
      level: 'bls',
      equipment: ['stretcher'],
      capabilities: ['neurosurgery'],
    });
    expect(triage('fall', { conscious: 'no' }, protocol)).toMatchObject({ priority: 1, level: 'als' });
  });
  it('knows what answers mean together', () => {
    expect(triage('fall', { conscious: 'no', height: 'high' }, protocol).equipment).toContain('defibrillator');
    expect(triage('fall', { conscious: 'no', height: 'standing' }, protocol).equipment).not.toContain('defibrillator');
  });
  it('lowers only by an answer that says so, and never what another has raised', () => {
    expect(triage('fall', { height: 'standing' }, protocol).priority).toBe(4);
    expect(triage('fall', { height: 'standing', conscious: 'no' }, protocol).priority).toBe(1);
  });
  it('never gives a less capable vehicle than the reason asks for', () => {
    const motorbike: Protocol = { ...protocol, together: [{ when: { conscious: 'yes' }, vehicle: 'motorbike' }] };
    expect(triage('fall', { conscious: 'yes' }, motorbike).level).toBe('bls');
  });
  it('treats "unknown", and answers to questions it does not know, like not asked', () => {
    expect(triage('fall', { conscious: 'unknown', height: 'unknown' }, protocol)).toEqual(triage('fall', {}, protocol));
    expect(triage('fall', { weather: 'rain', conscious: 'maybe' }, protocol)).toEqual(triage('fall', {}, protocol));
  });
});

it('tells the crew what was found, and the call taker which card comes first', () => {
  expect(adviceOf({ conscious: 'no', height: 'high' }, protocol)).toEqual({
    tags: [{ vi: 'Không tỉnh', en: 'Not awake' }],
    cards: ['cpr_adult', 'recovery', 'injury'],
  });
  expect(adviceOf({}, protocol)).toEqual({ tags: [], cards: ['injury'] });
});

it('puts answers into words in the order of the questions', () => {
  const words = answersInWords({ height: 'high', conscious: 'no', weather: 'rain' }, protocol);
  expect(words.map(({ question, answer }) => `${question.vi} ${answer.vi}`)).toEqual(['Tỉnh? Không', 'Từ đâu? Cao']);
});

it('names what the need asks for in the words of a person who would ask for it', () => {
  const need = { priority: 3, level: 'bls', equipment: ['oxygen'], capabilities: [], twoWheeler: false } as const;
  expect(specialNeedsOf(need)).toEqual([]);
  const special = ['als', 'neonatal', 'obstetric', 'two_wheeler'] as const;
  expect(specialNeedsOf(withSpecialNeeds(need, special))).toEqual(special);
  expect(specialNeedsOf(withSpecialNeeds(need, ['neonatal']))).toEqual(['neonatal']);
});
