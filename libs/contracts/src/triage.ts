import { effectsOf, type Protocol } from './protocols.js';
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

/** What of a need a person could have asked for as well: the way back of {@link withSpecialNeeds}. */
export const specialNeedsOf = ({ level, equipment, twoWheeler }: Need): SpecialNeed[] => [
  ...(level === 'als' ? (['als'] as const) : []),
  ...(equipment.includes('neonatal') ? (['neonatal'] as const) : []),
  ...(equipment.includes('obstetric') ? (['obstetric'] as const) : []),
  ...(twoWheeler ? (['two_wheeler'] as const) : []),
];

const ABILITY: Record<VehicleLevel, number> = { motorbike: 0, bls: 1, als: 2 };

/**
 * The reason gives the start, the protocol says what each answer changes: it raises the level, asks for more, and
 * lowers the level only where the file says so and nothing else has raised it. Without a protocol only the reason
 * counts. The same on the server and at the console.
 */
export function triage(reason: ReasonKey, answers: Answers, protocol: Protocol | null): Need {
  const start = CALL_REASONS[reason];
  const effects = protocol ? effectsOf(answers, protocol) : [];
  const highest = Math.min(start.priority, ...effects.map(({ level }) => level ?? start.priority)) as Priority;
  const lowered = effects.map(({ lower }) => lower ?? start.priority);
  const priority = highest < start.priority ? highest : (Math.max(start.priority, ...lowered) as Priority);
  const levels: VehicleLevel[] = [start.level, ...effects.flatMap(({ vehicle }) => vehicle ?? [])];
  return {
    priority,
    level: levels.reduce((most, level) => (ABILITY[level] > ABILITY[most] ? level : most)),
    equipment: [...new Set([...start.equipment, ...effects.flatMap(({ equipment }) => equipment ?? [])])],
    capabilities: [...new Set([...start.capabilities, ...effects.flatMap(({ capabilities }) => capabilities ?? [])])],
  };
}
