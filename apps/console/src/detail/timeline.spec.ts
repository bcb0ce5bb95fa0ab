import { entryWords, isTelling } from './timeline';

it.each([
  ['incident.moved', { from: 'attended', to: 'closed', reason: 'transported' }, 'Sự cố: Đã đóng: Đã chuyển viện'],
  ['offer.refused', { turn: 1, reason: 'crew_short' }, 'Từ chối: Thiếu kíp'],
  ['request.moved', { from: 'seeking', to: 'exhausted' }, 'Hỏi xe: Hết xe để hỏi'],
  ['mission.moved', { from: 'en_route', to: 'on_scene' }, 'Trạng thái: Đến hiện trường'],
  ['mission.timed', { etime: '06', because: 'quên bấm' }, 'Ghi giờ: Đến hiện trường: quên bấm'],
  ['weather.changed', {}, 'weather.changed'],
])('says %s', (kind, facts, words) => expect(entryWords({ kind, facts }, 'vi')).toBe(words));

it('leaves out what only repeats another line', () => {
  expect(isTelling({ kind: 'mission.moved', facts: { to: 'refused' } })).toBe(false);
  expect(isTelling({ kind: 'mission.moved', facts: { to: 'en_route' } })).toBe(true);
  expect(isTelling({ kind: 'mission.timed', facts: { etime: '05' } })).toBe(false);
  expect(isTelling({ kind: 'mission.notified', facts: { orderedBecause: null } })).toBe(false);
  expect(isTelling({ kind: 'mission.notified', facts: { orderedBecause: 'shift_lead' } })).toBe(true);
});
