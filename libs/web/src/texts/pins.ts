import { section } from './wording.js';

/** Places that are moved on the map. */
export const PINS = section({
  ofDraft: {
    vi: 'Vị trí của cuộc gọi đang ghi: kéo, hoặc phím mũi tên (Shift: bước dài), Enter giữ, Esc trả lại',
    en: 'Place of the call being written: drag it, or arrow keys (Shift: larger steps), Enter keeps, Esc takes back',
  },
  ofIncident: {
    vi: 'Vị trí sự cố {number}: kéo, hoặc phím mũi tên (Shift: bước dài), Enter giữ, Esc trả lại',
    en: 'Place of incident {number}: drag it, or arrow keys (Shift: larger steps), Enter keeps, Esc takes back',
  },
  moved: { vi: 'Đã dời vị trí sự cố {number}', en: 'The place of incident {number} was moved' },
  correction: { vi: 'Ghim lại vị trí trong sự cố (F3).', en: 'Pin it again in the incident (F3).' },
});
