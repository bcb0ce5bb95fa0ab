import type { PlaceSuggestion } from '#contracts';
import { PALETTE, useTexts, type Say } from '#web';
import { IconMapPin } from '@tabler/icons-react';
import { useMemo } from 'react';
import { focusPanel } from '../focus.js';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { lookAt } from '../map/look-at.js';
import { useRoom } from '../room.js';
import type { PaletteAction, PaletteChoice } from './action.js';
import { useFromServer } from './from-server.js';
import { icon } from './icon.js';
import { incidentRow } from './things.js';

/** A call that is being typed keeps its own place. */
const intakeIsFree = () => {
  const { address, position } = useDraft.getState();
  return address.trim() === '' && position === null;
};

function startCallAt({ name, ward, position, access }: PlaceSuggestion): void {
  changeDraft({ address: name, ward: ward ?? '', position, source: 'gazetteer', access: access ?? '' });
  useRoom.setState({ recommendFor: 'draft' });
  focusPanel('intake');
}

function placeRow(place: PlaceSuggestion, index: number, t: Say): PaletteAction {
  const show: PaletteChoice = {
    id: 'show',
    label: t(PALETTE.showOnMap),
    run: () => {
      focusPanel('map');
      lookAt(place.position);
    },
  };
  const call: PaletteChoice = { id: 'call', label: t(PALETTE.callHere), run: () => startCallAt(place) };
  return {
    id: `place:${index}:${place.position.join()}`,
    group: t(PALETTE.places),
    label: place.name,
    detail: [place.ward, place.formerUnit].filter(Boolean).join(' · '),
    words: '',
    icon: icon(IconMapPin),
    ask: { title: place.name, choices: intakeIsFree() ? [show, call] : [show] },
  };
}

/** What the server adds to the rows found here, below them and in the order in which it came. */
export function useServerRows(query: string): { rows: PaletteAction[]; unreached: boolean } {
  const { t } = useTexts();
  const { answers, unreached } = useFromServer(query);
  const rows = useMemo(
    () =>
      answers.flatMap((answer) =>
        answer.kind === 'places'
          ? answer.places.map((place, index) => placeRow(place, index, t))
          : answer.incidents.map((incident) => incidentRow(incident, t(PALETTE.closed), t)),
      ),
    [answers, t],
  );
  return { rows, unreached };
}
