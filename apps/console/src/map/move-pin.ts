import type { Incident, IncidentId, LngLat, Place } from '#contracts';
import { failureOf, PINS, read, send, useBoard, type Failure } from '#web';
import { create } from 'zustand';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { shortNumber } from '../queue/queue.js';
import { useRoom } from '../room.js';
import { inWords, remember } from '../undo/undo.js';

/** Why the last pin that was moved could not be kept, until the next one. */
export const useMoving = create<{ failure: Failure | null }>(() => ({ failure: null }));

const wordsAt = async (at: LngLat): Promise<string | null> => {
  try {
    return (await read('GET /api/places/at', { query: { at: at.join(',') } })).words;
  } catch (thrown) {
    console.info('the pin keeps the words it had', String(thrown));
    return null;
  }
};

type Placed = Pick<Place, 'address' | 'position' | 'source'>;

/**
 * The words for a place that is moved to `to`: asked anew when they came from the map or from the list of places, and
 * left as they are when a person typed them, which they did when the old position is called something else.
 */
export async function wordsAfterMove({ address, position, source }: Placed, to: LngLat): Promise<string> {
  if (address.trim() !== '' && source === 'typed') return address;
  const asked = source === 'gazetteer' || address.trim() === '' || !position || address === (await wordsAt(position));
  return asked ? ((await wordsAt(to)) ?? address) : address;
}

/** The pin of the call being written was moved: always taken, and its words follow when they come. */
export async function moveDraftPin(at: LngLat): Promise<boolean> {
  const before = useDraft.getState();
  changeDraft({ position: at, source: 'pin', ward: '', confirmed: '' });
  useRoom.setState({ recommendFor: 'draft' });
  const address = await wordsAfterMove(before, at);
  const { position, address: now } = useDraft.getState();
  // Moved again or typed over meanwhile: what came later counts.
  if (position === at && now === before.address) changeDraft({ address });
  return true;
}

async function place(incidentId: IncidentId, place: Place): Promise<void> {
  const incident = useBoard.getState().incidents[incidentId];
  if (incident) await send('incident.amend', { incidentId, version: incident.version, changes: { place } });
}

/** The pin of a saved incident was put down elsewhere: one amendment, with a way back. */
export async function moveIncidentPin({ id, number, place: old }: Incident, at: LngLat): Promise<boolean> {
  useMoving.setState({ failure: null });
  const { ward: _ward, formerUnit: _formerUnit, ...told } = old;
  try {
    const address = await wordsAfterMove(old, at);
    await place(id, { address, access: old.access, position: at, source: 'pin' });
  } catch (thrown) {
    useMoving.setState({ failure: failureOf(thrown) });
    return false;
  }
  remember({
    panel: 'map',
    words: inWords(PINS.moved, { number: shortNumber(number) }),
    undo: [() => place(id, told)],
    correction: PINS.correction,
  });
  return true;
}
