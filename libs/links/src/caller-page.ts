import {
  adviceOf,
  type Approach,
  type ApproachStage,
  type CallerPage,
  type Expectation,
  type Incident,
  type InstructionCard,
  type Mission,
  type MissionState,
  type Position,
  type ProtocolsInForce,
  type Unit,
} from '#contracts';
import { bearingDegrees, distanceMetres } from '#geo';

/** How long a caller may take back that the patient has left. */
export const LEFT_UNDO_SECONDS = 30;

const COMING: ReadonlySet<MissionState> = new Set(['acknowledged', 'en_route']);
const THERE: ReadonlySet<MissionState> = new Set([
  'on_scene',
  'at_patient',
  'left_scene',
  'at_hospital',
  'handed_over',
]);

/** What is known of an incident and of those who go there. */
export interface Known {
  readonly incident: Pick<Incident, 'reason' | 'answers' | 'instructions' | 'place'> | null;
  readonly missions: readonly Pick<Mission, 'id' | 'state' | 'vehicleId'>[];
  readonly units: Readonly<Record<string, Pick<Unit, 'callSign'> | undefined>>;
  readonly expectations: readonly Expectation[];
  readonly findPosition: (vehicleId: Unit['id']) => Position | null;
  readonly leftAt: string | null;
}

/** The caller's page: how far help has come, and what to do until then. */
export function callerPageOf(known: Known, { protocols, cards }: ProtocolsInForce, now: Date): CallerPage {
  const { incident } = known;
  return {
    stage: stageOf(known),
    approach: approachOf(known),
    card: incident ? cardOf(incident, protocols, cards) : null,
    leftAt: known.leftAt,
    leftUndoSeconds: LEFT_UNDO_SECONDS,
    serverTime: now.toISOString(),
  };
}

function stageOf({ missions }: Known): ApproachStage {
  if (missions.some(({ state }) => THERE.has(state))) return 'arrived';
  return missions.some(({ state }) => COMING.has(state)) ? 'coming' : 'received';
}

/** Of several vehicles on their way the one that is expected first; null once one is there. */
function approachOf(known: Known): Approach | null {
  if (stageOf(known) !== 'coming') return null;
  const going = known.missions
    .filter(({ state }) => COMING.has(state))
    .map((mission) => ({ mission, arrivesAt: arrivalOf(known, mission) }))
    .sort((a, b) => (a.arrivesAt ?? '9').localeCompare(b.arrivesAt ?? '9'));
  const { mission, arrivesAt } = going[0]!;
  const position = known.findPosition(mission.vehicleId);
  const place = known.incident?.place.position ?? null;
  const seen = position && place ? { from: place, to: position.at } : null;
  return {
    callSign: known.units[mission.vehicleId]?.callSign ?? '',
    arrivesAt,
    distanceMetres: seen && Math.round(distanceMetres(seen.from, seen.to)),
    bearingDegrees: seen && Math.round(bearingDegrees(seen.from, seen.to)),
    fixedAt: position?.fixedAt ?? null,
  };
}

const arrivalOf = ({ expectations }: Known, { id }: Pick<Mission, 'id'>) =>
  expectations.find(({ missionId }) => missionId === id)?.arrivesAt ?? null;

/** What the room last told the caller to do, else what the answers call for. */
function cardOf(
  { reason, answers, instructions }: NonNullable<Known['incident']>,
  protocols: ProtocolsInForce['protocols'],
  cards: readonly InstructionCard[],
): InstructionCard | null {
  const protocol = protocols.find((one) => one.reason === reason);
  const wanted = [instructions.at(-1)?.card, ...(protocol ? adviceOf(answers, protocol).cards : [])];
  return wanted.map((key) => cards.find((card) => card.key === key)).find((card) => card !== undefined) ?? null;
}
