import type { Incident, Place } from '#contracts';
import { Banner, Button, COMMON, CONSOLE, Field, useCommand, useTexts } from '#web';
import { useState } from 'react';
import { PlaceCombobox } from '../intake/PlaceCombobox.js';

/** Corrects where an incident is; other words without a suggestion chosen keep the position it has. */
export function PlaceForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { t, say } = useTexts();
  // The version seen when the form was opened: a correction made elsewhere meanwhile is refused, not overwritten.
  const [seen, setSeen] = useState(incident);
  const [place, setPlace] = useState<Place>(seen.place);
  const [searching, setSearching] = useState(false);
  const { run, failure, sending } = useCommand('incident.amend');
  const save = () => {
    if (sending || place.address.trim() === '') return;
    const { ward: _ward, formerUnit: _formerUnit, ...told } = place;
    void run({
      incidentId: seen.id,
      version: seen.version,
      changes: { place: { ...told, address: place.address.trim() } },
      // The facts above show the correction made elsewhere: the next press is an answer to it.
    }).then((reply) => (reply ? onDone() : setSeen(incident)));
  };
  return (
    <form
      className="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t(CONSOLE.place)} required={t(COMMON.required)} hint={t(CONSOLE.placeHint)}>
        {(ids) => (
          <PlaceCombobox
            ids={ids}
            autoFocus
            text={place.address}
            onText={(address) => {
              setPlace({ ...place, address, confirmed: undefined });
              setSearching(true);
            }}
            onChoose={({ name, position, access }, confirmed) => {
              setPlace({
                address: name,
                position,
                source: 'gazetteer',
                access: place.access || (access ?? undefined),
                ...(confirmed ? { confirmed } : {}),
              });
              setSearching(false);
            }}
            searching={searching}
          />
        )}
      </Field>
      <Field label={t(CONSOLE.access)} hint={t(CONSOLE.accessHint)}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoComplete="off"
            maxLength={300}
            value={place.access ?? ''}
            onChange={(event) => setPlace({ ...place, access: event.target.value })}
          />
        )}
      </Field>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <div className="actions">
        <Button onClick={onDone}>{t(COMMON.cancel)}</Button>
        <Button type="submit" kind="primary" aria-busy={sending}>
          {t(COMMON.save)}
        </Button>
      </div>
    </form>
  );
}
