import {
  CAPABILITIES,
  CAPACITY_SUBJECTS,
  HOSPITAL_REASONS,
  type Capability,
  type CapacitySubject,
  type HospitalReason,
} from '#contracts';
import { fill, type Language } from '../texts/wording.js';

/** One reason of a ranking of hospitals as a person reads it: "thiếu nhi, sản". */
export function hospitalReasonWords({ key, facts }: HospitalReason, language: Language): string {
  const words = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (name === 'subject') return [name, CAPACITY_SUBJECTS[value as CapacitySubject][language]];
      if (name !== 'capabilities') return [name, value];
      const keys = String(value).split(',') as Capability[];
      return [name, keys.map((one) => CAPABILITIES[one][language].toLowerCase()).join(', ')];
    }),
  );
  return fill(HOSPITAL_REASONS[key][language], words);
}
