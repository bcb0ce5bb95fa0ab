import { z } from 'zod';
import type { Capability, Equipment, Priority, VehicleLevel } from './words.js';
import { keysOf, type Wording } from './values.js';

/** What one reason for calling asks for before any question is answered. */
export interface CallReason extends Wording {
  /** Short code the room speaks, e.g. `HH-02`. */
  readonly code: string;
  readonly priority: Priority;
  /** The least capable vehicle that serves it. */
  readonly level: VehicleLevel;
  readonly equipment: readonly Equipment[];
  /** What the receiving hospital should be able to do. */
  readonly capabilities: readonly Capability[];
}
const reason = (
  code: string,
  vi: string,
  en: string,
  priority: Priority,
  level: VehicleLevel,
  equipment: Equipment[] = [],
  capabilities: Capability[] = [],
): CallReason => ({ code, vi, en, priority, level, equipment, capabilities });

/** Proposed for correction by the centre's physicians; the keys are stable, the rest may change. */
export const CALL_REASONS = {
  cardiac_arrest: reason(
    'TM-01',
    'Ngừng tuần hoàn – hô hấp',
    'Cardiac arrest',
    1,
    'als',
    ['defibrillator', 'oxygen'],
    ['resuscitation'],
  ),
  unconscious: reason('TK-01', 'Bất tỉnh', 'Unconscious', 1, 'als', ['oxygen'], ['resuscitation']),
  choking: reason('HH-01', 'Hóc dị vật', 'Choking', 1, 'als', ['oxygen'], ['resuscitation']),
  breathing: reason('HH-02', 'Khó thở', 'Trouble breathing', 2, 'als', ['oxygen'], ['resuscitation']),
  chest_pain: reason('TM-02', 'Đau ngực', 'Chest pain', 2, 'als', ['defibrillator'], ['angiography', 'resuscitation']),
  stroke: reason('TK-02', 'Đột quỵ', 'Stroke', 1, 'als', ['oxygen'], ['thrombolysis', 'neurosurgery']),
  seizure: reason('TK-03', 'Co giật', 'Seizure', 2, 'bls', ['oxygen']),
  traffic: reason('CT-01', 'Tai nạn giao thông', 'Traffic accident', 2, 'bls', ['stretcher'], ['neurosurgery']),
  fall: reason('CT-02', 'Ngã', 'Fall', 3, 'bls', ['stretcher']),
  workplace: reason('CT-03', 'Tai nạn lao động', 'Workplace accident', 2, 'bls', ['stretcher']),
  bleeding: reason('CT-04', 'Chảy máu nhiều', 'Severe bleeding', 1, 'als', ['stretcher'], ['resuscitation']),
  burn: reason('CT-05', 'Bỏng', 'Burn', 2, 'bls', ['oxygen'], ['burns']),
  electric: reason('CT-06', 'Điện giật', 'Electric shock', 1, 'als', ['defibrillator'], ['resuscitation']),
  drowning: reason('CT-07', 'Đuối nước', 'Drowning', 1, 'als', ['oxygen', 'ventilator'], ['resuscitation']),
  gas: reason('DC-01', 'Ngạt khí, ngộ độc khí', 'Gas poisoning', 1, 'als', ['oxygen'], ['resuscitation']),
  poisoning: reason('DC-02', 'Ngộ độc', 'Poisoning', 2, 'bls', ['oxygen']),
  childbirth: reason('SN-01', 'Chuyển dạ, sinh con', 'Childbirth', 2, 'bls', ['stretcher'], ['obstetrics']),
  child_fever: reason('NH-01', 'Trẻ sốt cao', 'Child with high fever', 3, 'bls', [], ['paediatrics']),
  abdominal_pain: reason('TH-01', 'Đau bụng', 'Abdominal pain', 3, 'bls'),
  faint: reason('TK-04', 'Ngất, choáng', 'Fainting', 3, 'bls'),
  unwell: reason('KH-01', 'Mệt, ốm', 'Unwell', 3, 'bls'),
  transfer: reason('CV-01', 'Chuyển tuyến', 'Inter-hospital transfer', 4, 'bls', ['stretcher']),
  homeward: reason('CV-02', 'Đưa về nhà', 'Ride home', 4, 'bls', ['stretcher']),
  other: reason('KH-02', 'Khác', 'Other', 3, 'bls'),
} as const satisfies Record<string, CallReason>;
export const ReasonKey = keysOf(CALL_REASONS);
export type ReasonKey = z.infer<typeof ReasonKey>;

/** What any question may be answered with, unless its protocol names answers of its own. */
export const ANSWERS = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  unknown: { vi: 'Không rõ', en: 'Unknown' },
} as const satisfies Record<string, Wording>;

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** Questions and their answers are named by the protocol files; the names never change their meaning. */
export const QuestionKey = Key;
export const AnswerKey = Key;
const MOST_ANSWERS = 40;
/** What was answered, by question. Waiting for an answer, or "unknown", must not lower a level. */
export const Answers = z
  .record(QuestionKey, AnswerKey)
  .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS, `at most ${MOST_ANSWERS} answers`);
export type Answers = z.infer<typeof Answers>;
