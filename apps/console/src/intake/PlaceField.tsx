import type { PlaceSuggestion } from '#contracts';
import { Button, COMMON, CONSOLE, Field, useTexts } from '#web';
import { IconMapPin, IconPin } from '@tabler/icons-react';
import { startPinning, stopPinning, useRoom } from '../room.js';
import { Combobox } from './Combobox.js';
import { changeDraft, useDraft } from './use-draft.js';
import { usePlaces } from './use-places.js';

const choosePlace = ({ name, ward, position }: PlaceSuggestion) => {
  changeDraft({ address: name, ward: ward ?? '', position, source: 'gazetteer' });
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
};

/** Where it is: words at once, a position as soon as a suggestion is chosen or a pin set. */
export function PlaceField({ fault }: { fault: string | null }) {
  const { t, say } = useTexts();
  const { address, position, source, ward } = useDraft();
  const { places, failure, answered } = usePlaces(address, position === null);
  const state = position ? (source === 'pin' ? CONSOLE.placePinned : CONSOLE.placeChosen) : CONSOLE.placeTyped;
  return (
    <Field label={t(CONSOLE.place)} required={t(COMMON.required)} hint={ward || t(CONSOLE.placeHint)} fault={fault}>
      {(ids) => (
        <Combobox
          ids={ids}
          name="place"
          text={address}
          onText={(text) => changeDraft({ address: text, position: null, source: 'typed', ward: '' })}
          options={places}
          optionKey={({ id }) => id}
          renderOption={(place) => (
            <>
              <strong>{place.name}</strong>
              {place.ward ? <small>{place.ward}</small> : null}
            </>
          )}
          onChoose={choosePlace}
          listLabel={t(CONSOLE.placeSuggestions)}
          emptyText={failure ? say(failure.message) : answered && !position ? t(CONSOLE.placeNone) : null}
          icon={<IconMapPin size={16} aria-hidden />}
          trailing={
            <>
              {address || position ? (
                <span className="place-state" data-known={position !== null || undefined}>
                  {t(state)}
                </span>
              ) : null}
              <Button kind="quiet" className="place-pin" title={t(CONSOLE.pin)} onClick={() => startPinning('intake')}>
                <IconPin size={15} aria-hidden />
                {t(CONSOLE.pin)}
              </Button>
            </>
          }
        />
      )}
    </Field>
  );
}
