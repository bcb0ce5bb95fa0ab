import type { NoteId } from '#contracts';
import { entryWords, isTelling } from './timeline';

const NOTES = [{ id: 'n1' as NoteId, text: 'bấm nhầm' }];

it.each([
  ['incident.moved', { from: 'attended', to: 'closed', reason: 'transported' }, 'Sự cố: Đã đóng: Đã chuyển viện'],
  ['offer.refused', { turn: 1, reason: 'crew_short' }, 'Từ chối: Thiếu kíp'],
  ['request.moved', { from: 'seeking', to: 'exhausted' }, 'Hỏi xe: Hết xe để hỏi'],
  ['mission.moved', { from: 'en_route', to: 'on_scene' }, 'Trạng thái: Đến hiện trường'],
  ['mission.timed', { etime: '06', explained: true }, 'Ghi giờ: Đến hiện trường'],
  ['mission.corrected', { to: 'on_scene', because: 'n1' }, 'Lùi trạng thái về: Đến hiện trường: bấm nhầm'],
  ['weather.changed', {}, 'weather.changed'],
])('says %s', (kind, facts, words) => expect(entryWords({ kind, facts }, NOTES, 'vi')).toBe(words));

it('leaves out what only repeats another line', () => {
  expect(isTelling({ kind: 'mission.moved', facts: { to: 'refused' } })).toBe(false);
  expect(isTelling({ kind: 'mission.moved', facts: { to: 'en_route' } })).toBe(true);
  expect(isTelling({ kind: 'mission.timed', facts: { etime: '05', explained: false } })).toBe(false);
  expect(isTelling({ kind: 'mission.timed', facts: { etime: '05', explained: true } })).toBe(true);
  expect(isTelling({ kind: 'mission.notified', facts: { orderedBecause: null } })).toBe(false);
  expect(isTelling({ kind: 'mission.notified', facts: { orderedBecause: 'shift_lead' } })).toBe(true);
});
