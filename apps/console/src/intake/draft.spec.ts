import { ANSWERS, COMMANDS, type Protocol } from '#contracts';
import { EMPTY_DRAFT, faultsOf, levelOf, openingOf, type Draft } from './draft';

const draft = (facts: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...facts });
const SAVABLE = draft({ address: 'ngã tư 550', reason: 'breathing' });

const ASTHMA: Protocol = {
  reason: 'breathing',
  version: 1,
  date: '2026-11-22',
  author: 'test',
  approvedBy: null,
  questions: [
    {
      key: 'breathing',
      vi: 'Thở bình thường?',
      en: 'Breathing normally?',
      answers: [
        { key: 'yes', ...ANSWERS.yes },
        { key: 'no', ...ANSWERS.no, level: 1 },
        { key: 'unknown', ...ANSWERS.unknown },
      ],
    },
  ],
  together: [],
  card: null,
};

describe('saving a draft', () => {
  it('needs a place and a reason, and nothing else', () => {
    expect(faultsOf(EMPTY_DRAFT)).toEqual(['place', 'reason']);
    expect(faultsOf(SAVABLE)).toEqual([]);
    expect(faultsOf(draft({ position: [106.7, 11], reason: 'other' }))).toEqual([]);
    expect(faultsOf({ ...SAVABLE, patientCount: 'hai', ageYears: '131' })).toEqual(['patientCount', 'ageYears']);
  });

  it('makes a command that the contract takes', () => {
    const full = draft({
      ...SAVABLE,
      receivedAt: '2026-11-21T14:00:00.000Z',
      phone: '0908 417 226',
      callerName: 'Chị Hạnh',
      access: 'hẻm 3',
      position: [106.71, 10.95],
      source: 'gazetteer',
      ward: 'P. An Phú',
      ageYears: '68',
      sex: 'female',
      answers: { conscious: 'yes' },
      override: { level: 1, because: 'tím tái' },
      note: 'Ngồi dậy mới thở được.',
    });
    for (const one of [SAVABLE, full]) {
      expect(COMMANDS['incident.open'].body.safeParse(openingOf(one)).error).toBeUndefined();
    }
    expect(openingOf(full)).toMatchObject({
      patients: [{ ageYears: 68, sex: 'female' }],
      priority: { level: 1 },
      call: { receivedAt: '2026-11-21T14:00:00.000Z' },
    });
    expect(openingOf(SAVABLE)).toMatchObject({ patients: [], place: { position: null } });
  });
});

it('shows the level of the rules until a person sets another', () => {
  expect(levelOf(EMPTY_DRAFT, null)).toBeNull();
  expect(levelOf(SAVABLE, ASTHMA)).toEqual({ priority: 2, byRules: 2, overridden: false });
  expect(levelOf({ ...SAVABLE, answers: { breathing: 'no' } }, ASTHMA)?.priority).toBe(1);
  expect(levelOf({ ...SAVABLE, override: { level: 3, because: 'x' } }, ASTHMA)).toEqual({
    priority: 3,
    byRules: 2,
    overridden: true,
  });
});
