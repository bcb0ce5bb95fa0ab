import type { LngLat } from '#contracts';
import { read } from '#web';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { addPoint } from '../obstructions/use-drawing.js';
import { stopPinning, useRoom } from '../room.js';
import { tell } from '../windows/channel.js';
import { windowKind } from '../windows/windows.js';

/** Names the pin by the street it fell on, unless the caller's own words are already there. */
async function nameThePin([lng, lat]: LngLat): Promise<void> {
  const said = useDraft.getState().address.trim() !== '';
  const { words, ward } = await read('GET /api/places/at', { query: { at: `${lng},${lat}` } });
  if (useDraft.getState().position?.join() !== [lng, lat].join()) return;
  changeDraft({ ward: ward ?? '', ...(said ? {} : { address: words }) });
}

/** A place was shown on the map: for what the console waits for. A map in its own window passes it on. */
export function pick(at: LngLat): void {
  const { pinning } = useRoom.getState();
  if (windowKind() !== 'console') return tell({ kind: 'picked', at });
  if (pinning === 'obstruction') return addPoint(at);
  stopPinning();
  if (pinning === 'incident') useRoom.setState({ pinned: at });
  if (pinning === 'staging') useRoom.setState({ pinnedStaging: at });
  if (pinning !== 'intake') return;
  changeDraft({ position: at, source: 'pin' });
  useRoom.setState({ recommendFor: 'draft' });
  nameThePin(at).catch((thrown: unknown) => console.info('the pin keeps no name', String(thrown)));
}

/** A click on a mark while a pin is being placed means its place. */
export function pickMark(marks: readonly { id: string; at: LngLat }[], id: string): void {
  const mark = marks.find((one) => one.id === id);
  if (mark) pick(mark.at);
}
