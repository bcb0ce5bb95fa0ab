import {
  CANCEL_REASONS,
  CLOSE_REASONS,
  MISSION_STATES,
  OVERRIDE_REASONS,
  REFUSAL_REASONS,
  type TimelineEntry,
  type Wording,
} from '#contracts';
import type { Language } from '#web';

/** What the journal's kinds are called; a kind without a word here is shown as the journal has it. */
const KINDS: Record<string, Wording> = {
  'call.taken': { vi: 'Nhận cuộc gọi', en: 'Call taken' },
  'call.linked': { vi: 'Gắn cuộc gọi vào sự cố', en: 'Call linked' },
  'call.ended': { vi: 'Kết thúc cuộc gọi', en: 'Call ended' },
  'incident.opened': { vi: 'Mở sự cố', en: 'Incident opened' },
  'incident.amended': { vi: 'Sửa thông tin', en: 'Facts amended' },
  'incident.noted': { vi: 'Thêm ghi chú', en: 'Note added' },
  'incident.merged': { vi: 'Gộp sự cố', en: 'Merged' },
  'incident.unmerged': { vi: 'Tách sự cố', en: 'Merge taken back' },
  'incident.closed': { vi: 'Đóng sự cố', en: 'Incident closed' },
  'incident.reopened': { vi: 'Mở lại sự cố', en: 'Incident reopened' },
  'request.opened': { vi: 'Bắt đầu hỏi xe', en: 'Asking began' },
  'request.filled': { vi: 'Đã có xe', en: 'Vehicle found' },
  'request.exhausted': { vi: 'Hết xe để hỏi', en: 'Nobody left to ask' },
  'request.cancelled': { vi: 'Dừng hỏi', en: 'Asking stopped' },
  'offer.made': { vi: 'Phát lệnh cho', en: 'Offered to' },
  'offer.accepted': { vi: 'Trạm nhận lệnh', en: 'Accepted by' },
  'offer.refused': { vi: 'Trạm từ chối', en: 'Refused by' },
  'offer.unanswered': { vi: 'Trạm không trả lời', en: 'No answer from' },
  'offer.withdrawn': { vi: 'Thu hồi lệnh của', en: 'Withdrawn from' },
  'mission.ordered': { vi: 'Ra lệnh thẳng cho', en: 'Ordered directly' },
  'mission.cancelled': { vi: 'Hủy lệnh của', en: 'Called off' },
  'mission.corrected': { vi: 'Lùi trạng thái', en: 'Status corrected' },
};

const FACTS: Record<string, Record<string, Wording>> = {
  step: MISSION_STATES,
  state: MISSION_STATES,
  to: MISSION_STATES,
  reason: { ...CANCEL_REASONS, ...REFUSAL_REASONS, ...OVERRIDE_REASONS, ...CLOSE_REASONS },
};

/** One line of an incident's history in words: what happened, and the facts that have words of their own. */
export function entryWords({ kind, facts }: Pick<TimelineEntry, 'kind' | 'facts'>, language: Language): string {
  const words = Object.entries(facts).flatMap(([name, value]) => {
    const word = typeof value === 'string' ? FACTS[name]?.[value] : undefined;
    return word ? [word[language]] : [];
  });
  const what = KINDS[kind]?.[language] ?? (words.length > 0 ? words.shift() : kind);
  return [what, ...words].join(': ');
}
