import type { BarrierKind } from '#region';
import type { Tags } from './osm.js';
import { mostParticular, opens } from './access.js';

/** What a barrier on the road means for a vehicle: it costs time, or it is the end of the road for four wheels. */
const KIND_OF_BARRIER: Readonly<Record<string, BarrierKind>> = {
  gate: 'gate',
  lift_gate: 'gate',
  swing_gate: 'gate',
  sliding_gate: 'gate',
  hampshire_gate: 'gate',
  chain: 'gate',
  rope: 'gate',
  border_control: 'gate',
  toll_booth: 'toll',
  bollard: 'bollard',
  block: 'bollard',
  jersey_barrier: 'bollard',
  cycle_barrier: 'bollard',
  kissing_gate: 'bollard',
  stile: 'bollard',
  turnstile: 'bollard',
  full_height_turnstile: 'bollard',
  debris: 'bollard',
  log: 'bollard',
};

/** What stands on the road at a node with these tags; null where nothing keeps anybody. */
export function findBarrier(tags: Tags): BarrierKind | null {
  const kind = KIND_OF_BARRIER[tags['barrier'] ?? ''] ?? (tags['highway'] === 'toll_gantry' ? 'toll' : null);
  if (!kind || kind === 'toll') return kind;
  if (opens(tags['emergency'])) return 'gate';
  const access = mostParticular(tags, ['motorcar', 'motor_vehicle', 'vehicle', 'access']);
  if (kind === 'bollard') return opens(access) ? null : 'bollard';
  // A locked gate that the map keeps everybody out of; a private one is opened for an ambulance, which takes time.
  return access === 'no' ? 'bollard' : 'gate';
}
