import type { PlaceAlarm, PlaceSuggestion } from '#contracts';
import { CONSOLE, KeyCap, formatDistance, useTexts } from '#web';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Combobox } from './Combobox.js';
import { usePlaces } from './use-places.js';
import { useSecondOpinion } from './use-second-opinion.js';

type AlarmOption = PlaceAlarm['options'][number];

function Suggestion(props: { place: PlaceSuggestion; option: AlarmOption | null; number: number }) {
  const { t, say, language } = useTexts();
  const { place, option, number } = props;
  const away = option && option.distanceMetres > 0 ? formatDistance(option.distanceMetres, language) : null;
  const facts = [
    place.access,
    option && say(option.tells),
    place.ward,
    place.formerUnit && t(CONSOLE.placeFormerly, { unit: place.formerUnit }),
    away && t(CONSOLE.placeApart, { distance: away }),
    place.note && say(place.note),
    place.source === 'google' ? 'Google' : null,
  ];
  return (
    <span className="place-option">
      {option ? <KeyCap>{number}</KeyCap> : null}
      <span>
        <strong>{place.name}</strong>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
    </span>
  );
}

/** A field for a place: suggestions as one types, and the question when what was typed means several places. */
export function PlaceCombobox(props: {
  ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
  text: string;
  onText: (text: string) => void;
  /** `confirmed` is what told the place apart from others of its name; empty when nobody had to ask. */
  onChoose: (place: PlaceSuggestion, confirmed: string) => void;
  searching: boolean;
  name?: string;
  autoFocus?: boolean;
  trailing?: ReactNode;
}) {
  const { t, say } = useTexts();
  const { searching, onChoose, ...field } = props;
  const { suggestions, alarm, notice, failure, answered, asking } = usePlaces(props.text, searching);
  const google = useSecondOpinion(props.text, searching && answered && suggestions.length === 0 && !notice);
  const options = searching ? [...suggestions, ...google.places] : [];
  const optionOf = ({ id }: PlaceSuggestion) => alarm?.options.find((option) => option.id === id) ?? null;
  const nothing = answered ? (notice ? say(notice) : t(CONSOLE.placeNone)) : null;
  return (
    <Combobox
      {...field}
      options={options}
      settled={!asking || answered}
      optionKey={({ id }) => id}
      renderOption={(place, index) => <Suggestion place={place} option={optionOf(place)} number={index + 1} />}
      onChoose={(place) => onChoose(place, optionOf(place)?.tells.vi ?? '')}
      question={alarm && { text: say(alarm.question), hint: t(CONSOLE.placeAsk), answers: alarm.options.length }}
      listLabel={t(CONSOLE.placeSuggestions)}
      emptyText={failure ? say(failure.message) : google.failure ? say(google.failure.message) : nothing}
      footer={
        searching && answered && google.ask
          ? { text: t(CONSOLE.askGoogle), keyCap: 'Alt G', onPress: google.ask }
          : null
      }
      icon={<IconMapPin size={16} aria-hidden />}
    />
  );
}
