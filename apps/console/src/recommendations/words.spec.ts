import { reasonWords } from './words';

it('says the facts of a reason in words', () => {
  const reason = { key: 'lower_level', tone: 'cost', facts: { level: 'bls', need: 'als' } } as const;
  expect(reasonWords(reason, 'vi')).toBe('kíp cơ bản, cần hồi sức');
  expect(reasonWords(reason, 'en')).toBe('BLS crew, ALS needed');
  expect(reasonWords({ key: 'missing_equipment', tone: 'cost', facts: { equipment: 'oxygen,stretcher' } }, 'vi')).toBe(
    'thiếu ô xy, cáng',
  );
  expect(reasonWords({ key: 'gps_old', tone: 'note', facts: { minutes: 4 } }, 'vi')).toBe('GPS cũ 4 phút');
  expect(reasonWords({ key: 'committed', tone: 'note', facts: { incident: '0147' } }, 'vi')).toBe('đang nhiệm vụ 0147');
});
