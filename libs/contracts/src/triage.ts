import { CALL_REASONS, type Answers, type ReasonKey } from './reasons.js';
import type { Capability, Equipment, Priority, SpecialNeed, VehicleLevel } from './words.js';

/** What an incident asks for, from its reason and what the caller has answered so far. */
export interface Need {
  readonly priority: Priority;
  readonly level: VehicleLevel;
  readonly equipment: readonly Equipment[];
  readonly capabilities: readonly Capability[];
  /** An alley too narrow for an ambulance: somebody on two wheels goes ahead. */
  readonly twoWheeler?: boolean;
}

/** The need with what a person asked for beyond it: special needs only ever add. */
export function withSpecialNeeds(need: Need, special: readonly SpecialNeed[]): Need {
  const equipment = new Set<Equipment>(need.equipment);
  if (special.includes('neonatal')) equipment.add('neonatal');
  if (special.includes('obstetric')) equipment.add('obstetric');
  return {
    ...need,
    level: special.includes('als') ? 'als' : need.level,
    equipment: [...equipment],
    twoWheeler: special.includes('two_wheeler'),
  };
}

/**
 * The reason gives the start; answers only ever raise it: not awake, not breathing normally or bleeding heavily makes
 * it critical and asks for an ALS vehicle, both absent means cardiac arrest until shown otherwise. "Unknown" changes
 * nothing, because waiting for an answer must not lower a level.
 */
export function triage(reason: ReasonKey, answers: Answers): Need {
  const start = CALL_REASONS[reason];
  const critical = answers.conscious === 'no' || answers.breathing === 'no' || answers.bleeding === 'yes';
  const arrest = answers.conscious === 'no' && answers.breathing === 'no';
  const equipment = new Set<Equipment>(start.equipment);
  if (arrest) equipment.add('defibrillator').add('oxygen');
  return {
    priority: critical ? 1 : start.priority,
    level: critical ? 'als' : start.level,
    equipment: [...equipment],
    capabilities: start.capabilities,
  };
}
