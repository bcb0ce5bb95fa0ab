import type { PlaceSuggestion } from '#contracts';
import { Button, COMMON, CONSOLE, Field, TELEPHONY, useTexts } from '#web';
import { IconPin } from '@tabler/icons-react';
import { startPinning, stopPinning, useRoom } from '../room.js';
import { PlaceCombobox } from './PlaceCombobox.js';
import { changeDraft, useDraft } from './use-draft.js';

function choosePlace({ name, ward, position, access }: PlaceSuggestion, confirmed: string) {
  const typed = useDraft.getState().access;
  changeDraft({
    address: name,
    ward: ward ?? '',
    position,
    source: 'gazetteer',
    confirmed,
    ...(access && !typed ? { access } : {}),
  });
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
}

function PlaceState() {
  const { t } = useTexts();
  const { address, position, source, confirmed } = useDraft();
  if (!address && !position) return null;
  const chosen = { pin: CONSOLE.placePinned, phone: TELEPHONY.placeFromPhone, typed: null, gazetteer: null }[source];
  const known = chosen ?? (confirmed ? CONSOLE.placeConfirmed : CONSOLE.placeChosen);
  const state = position ? known : CONSOLE.placeTyped;
  return (
    <span className="place-state" data-known={position !== null || undefined} title={confirmed || undefined}>
      {t(state)}
    </span>
  );
}

/** Where it is: words at once, a position as soon as a suggestion is chosen or a pin set. */
export function PlaceField({ fault }: { fault: string | null }) {
  const { t } = useTexts();
  const { address, position, ward } = useDraft();
  return (
    <Field label={t(CONSOLE.place)} required={t(COMMON.required)} hint={ward || t(CONSOLE.placeHint)} fault={fault}>
      {(ids) => (
        <PlaceCombobox
          ids={ids}
          name="place"
          text={address}
          onText={(text) => changeDraft({ address: text, position: null, source: 'typed', ward: '', confirmed: '' })}
          onChoose={choosePlace}
          searching={position === null}
          trailing={
            <>
              <PlaceState />
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
