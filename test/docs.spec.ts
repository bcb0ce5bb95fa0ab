import {
  CALL_BACK_CAUSES,
  CALL_BACK_ENDINGS,
  CALL_BACK_STATES,
  CALL_BACK_TRANSITIONS,
  RING_ENDS,
  RING_STATES,
  RING_TRANSITIONS,
  answersInWords,
  CAPABILITIES,
  EQUIPMENT,
  CALL_STATES,
  CALL_TRANSITIONS,
  CALL_REASONS,
  CLOSE_REASONS,
  COMMANDS,
  DISTRESS_STATES,
  DISTRESS_TRANSITIONS,
  DUTIES,
  DUTY_TRANSITIONS,
  ETIMES,
  INCIDENT_STATES,
  INCIDENT_TRANSITIONS,
  INTERVALS,
  MESSAGE_STATES,
  MESSAGE_TRANSITIONS,
  MISSION_STATES,
  MISSION_TRANSITIONS,
  OBSTRUCTION_KINDS,
  OBSTRUCTION_STATES,
  OBSTRUCTION_TRANSITIONS,
  OFFER_STATES,
  OFFER_TRANSITIONS,
  QUICK_TEXTS,
  PREALERT_STATES,
  PREALERT_TRANSITIONS,
  PRIORITIES,
  REFUSAL_REASONS,
  REQUEST_STATES,
  REQUEST_TRANSITIONS,
  ROLES,
  UNIT_STATUSES,
  VEHICLE_LEVELS,
  type Effect,
  type Protocol,
  type Wording,
} from '#contracts';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { z } from 'zod';
import { ConfigSchema } from '../apps/api/src/config.js';
import { readProtocols } from '../apps/api/src/protocols/read-protocols.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const diagram = (states: Record<string, Wording>, transitions: Record<string, readonly string[]>, first: string) =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(states).map(([state, { vi }]) => `  ${state}: ${vi}`),
    `  [*] --> ${first}`,
    ...Object.entries(transitions).flatMap(([from, nexts]) => nexts.map((to) => `  ${from} --> ${to}`)),
    '```',
  ].join('\n');

const table = (head: readonly string[], rows: readonly (readonly unknown[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const words = (entries: Record<string, Wording>) =>
  table(
    ['code', 'vi', 'en'],
    Object.entries(entries).map(([key, { vi, en }]) => [`\`${key}\``, vi, en]),
  );

function configuration(): string {
  const schema = z.toJSONSchema(ConfigSchema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { default: value, description } = property as { default?: unknown; description?: string };
    return [`\`${name}\``, value === undefined || value === '' ? '' : `\`${String(value)}\``, description ?? ''];
  });
  return table(['variable', 'default', 'meaning'], rows);
}

/** What an answer changes, in the words of the trade. */
function effectWords({ level, lower, vehicle, equipment, capabilities, tag, card }: Effect): string {
  return [
    level && `lên cấp ${level}`,
    lower && `hạ còn cấp ${lower} nếu không câu nào nâng`,
    vehicle && `xe ${VEHICLE_LEVELS[vehicle].vi.toLowerCase()}`,
    equipment && `thêm ${equipment.map((key) => EQUIPMENT[key].vi.toLowerCase()).join(', ')}`,
    capabilities && `bệnh viện: ${capabilities.map((key) => CAPABILITIES[key].vi).join(', ')}`,
    tag && `báo kíp “${tag.vi}”`,
    card && `thẻ “${cards.find(({ key }) => key === card)?.vi}”`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** One protocol: its questions, and what each answer changes. */
const questionTable = ({ questions, together }: Protocol) =>
  [
    table(
      ['', 'câu hỏi', 'trả lời: thay đổi'],
      questions.map((question, at) => [
        at + 1,
        question.vi,
        question.answers
          .map(({ key: _key, vi, en: _en, ...effect }) => [vi, effectWords(effect)].filter(Boolean).join(': '))
          .join('<br>'),
      ]),
    ),
    ...together.map(
      ({ when, ...effect }) =>
        `Cùng lúc ${answersInWords(when, { questions } as Protocol)
          .map(({ question, answer }) => `“${question.vi}” ${answer.vi.toLowerCase()}`)
          .join(' và ')}: ${effectWords(effect)}.`,
    ),
  ].join('\n\n');

const { protocols, cards } = readProtocols(join(ROOT, 'protocols'));
const edition = ({ version, date, author, approvedBy }: Pick<Protocol, 'version' | 'date' | 'author' | 'approvedBy'>) =>
  `Phiên bản ${version}, ${date}, ${author}. ${approvedBy ? `Bác sĩ duyệt: ${approvedBy}.` : '**Chưa có bác sĩ duyệt.**'}`;

const questionPages = protocols
  .map((protocol) => {
    const { code, vi, priority } = CALL_REASONS[protocol.reason];
    return `### ${code} ${vi} (bắt đầu từ cấp ${priority})\n\n${edition(protocol)}\n\n${questionTable(protocol)}`;
  })
  .join('\n\n');
const cardPages = cards
  .map((card) => {
    const steps = card.steps.map(({ vi }, at) => `${at + 1}. ${vi}`).join('\n');
    const beat = card.compressions
      ? `\n\nNhịp ép tim ${card.compressions.perMinute} lần/phút từ câu ${card.compressions.fromStep}, đổi người sau ${card.compressions.swapAfterSeconds / 60} phút.`
      : '';
    return `### ${card.vi}\n\n${edition(card)}\n\n${steps}${beat}`;
  })
  .join('\n\n');

/** The parts of the documents that are drawn from code, by the name between their marks. */
const GENERATED: Record<string, Record<string, string>> = {
  'README.md': { configuration: configuration() },
  'docs/protocols.md': { questions: questionPages, instructions: cardPages },
  'docs/domain.md': {
    call: diagram(CALL_STATES, CALL_TRANSITIONS, 'open'),
    incident: diagram(INCIDENT_STATES, INCIDENT_TRANSITIONS, 'taken'),
    request: diagram(REQUEST_STATES, REQUEST_TRANSITIONS, 'seeking'),
    offer: diagram(OFFER_STATES, OFFER_TRANSITIONS, 'open'),
    mission: diagram(MISSION_STATES, MISSION_TRANSITIONS, 'notified'),
    duty: diagram(DUTIES, DUTY_TRANSITIONS, 'available'),
    ring: diagram(RING_STATES, RING_TRANSITIONS, 'ringing'),
    'call-back': diagram(CALL_BACK_STATES, CALL_BACK_TRANSITIONS, 'waiting'),
    'call-back-causes': words(CALL_BACK_CAUSES),
    'call-back-endings': words(CALL_BACK_ENDINGS),
    'ring-ends': words(RING_ENDS),
    prealert: diagram(PREALERT_STATES, PREALERT_TRANSITIONS, 'raised'),
    roles: words(ROLES),
    priorities: words(PRIORITIES as unknown as Record<string, Wording>),
    levels: words(VEHICLE_LEVELS),
    obstruction: diagram(OBSTRUCTION_STATES, OBSTRUCTION_TRANSITIONS, 'open'),
    obstructions: table(
      ['code', 'vi', 'en', 'thường kéo dài / usually lasts (min)'],
      Object.entries(OBSTRUCTION_KINDS).map(([kind, { vi, en, usualMinutes }]) => [
        `\`${kind}\``,
        vi,
        en,
        usualMinutes,
      ]),
    ),
    message: diagram(MESSAGE_STATES, MESSAGE_TRANSITIONS, 'sent'),
    distress: diagram(DISTRESS_STATES, DISTRESS_TRANSITIONS, 'open'),
    'quick-texts': table(
      ['code', 'vi', 'en', 'ai nói / who says it', 'phải bấm nhận / asks for an answer'],
      Object.entries(QUICK_TEXTS).map(([key, { vi, en, from, asksAnswer }]) => [
        `\`${key}\``,
        vi,
        en,
        from === 'room' ? 'trung tâm' : 'kíp',
        asksAnswer ? 'có' : '',
      ]),
    ),
    'unit-statuses': words(UNIT_STATUSES),
    'refusal-reasons': words(REFUSAL_REASONS),
    'close-reasons': words(CLOSE_REASONS),
    reasons: table(
      ['mã / code', 'vi', 'en', 'cấp / priority', 'xe / level'],
      Object.values(CALL_REASONS).map((reason) => [
        reason.code,
        reason.vi,
        reason.en,
        reason.priority,
        VEHICLE_LEVELS[reason.level].vi,
      ]),
    ),
    // By number: keys such as 11 would otherwise come before 01.
    etimes: words(
      Object.fromEntries(
        Object.entries(ETIMES)
          .map(([key, wording]) => [`eTimes.${key}`, wording])
          .sort(),
      ),
    ),
    intervals: table(
      ['khoảng / interval', 'en', 'từ / from', 'đến / to'],
      Object.values(INTERVALS).map(({ vi, en, from, to }) => [vi, en, `eTimes.${from}`, `eTimes.${to}`]),
    ),
    commands: table(
      ['lệnh / command', 'ai / who', 'what'],
      Object.entries(COMMANDS).map(([name, { roles, about }]) => [`\`${name}\``, roles.join(', '), about]),
    ),
  },
};

const block = (name: string) => new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);

/** `UPDATE_DOCS=1 npm test -- test/docs` writes the parts anew. */
describe.each(Object.entries(GENERATED))('%s', (file, parts) => {
  it('says what the code says', async () => {
    const path = join(ROOT, file);
    const text = readFileSync(path, 'utf8');
    for (const name of Object.keys(parts)) expect(text).toMatch(block(name));
    const drawn = Object.entries(parts).reduce(
      (document, [name, part]) =>
        document.replace(block(name), (_, open: string, close: string) => `${open}\n${part}\n\n${close}`),
      text,
    );
    const expected = await format(drawn, { parser: 'markdown', singleQuote: true, printWidth: 120 });
    if (process.env.UPDATE_DOCS) writeFileSync(path, expected);
    else expect(text).toBe(expected);
  });
});
