import { Banner, CONSOLE, KeyCap, PALETTE, failureOf, useTexts, type Failure } from '#web';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { Fragment, useId, useState, type KeyboardEvent } from 'react';
import { Layer } from '../layout/Layer.js';
import { placeAfter } from '../layout/roving.js';
import { closeOverlay } from '../room.js';
import type { PaletteAction, PaletteChoice, PaletteQuestion } from './action.js';
import { usePaletteActions } from './actions.js';
import { found, markedAt } from './found.js';
import { search } from './search.js';
import { useServerRows } from './server-rows.js';
import './palette.css';

const THINGS_AT_REST = 5;
const KEYED_AT_REST = 8;

/** One row to choose: of the list, or an answer to what was asked. */
type Row = Pick<PaletteAction, 'id' | 'label' | 'detail' | 'keyCap'> & {
  group: string;
  icon: PaletteAction['icon'];
  asks: boolean;
  choose: () => void;
};

const rowOfChoice = (choice: PaletteChoice, index: number, choose: () => void): Row => ({
  id: choice.id,
  label: choice.label,
  group: '',
  icon: <KeyCap>{index + 1}</KeyCap>,
  asks: false,
  choose,
});

/** What may be chosen now, and what choosing does. */
function usePaletteRows(query: string, question: PaletteQuestion | null, onAsk: (question: PaletteQuestion) => void) {
  const { t } = useTexts();
  const actions = usePaletteActions();
  const server = useServerRows(question ? '' : query);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);

  const leaveAndRun = (run: () => unknown) => {
    closeOverlay();
    // The layer gives the focus back first; the action may take it from there.
    setTimeout(run);
  };
  const answer = async (choice: PaletteChoice) => {
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await choice.run();
      closeOverlay();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setSending(false);
    }
  };

  const local = found(query, actions, {
    [t(CONSOLE.paletteThings)]: THINGS_AT_REST,
    [t(CONSOLE.paletteGo)]: KEYED_AT_REST,
  });
  const rows: Row[] = question
    ? search(query, question.choices, ({ label }) => label, question.choices.length).map((choice, index) =>
        rowOfChoice(choice, index, () => void answer(choice)),
      )
    : [...local, ...server.rows].map((action) => ({
        ...action,
        asks: action.ask !== undefined,
        choose: () => (action.ask ? onAsk(action.ask) : leaveAndRun(action.run)),
      }));
  return { rows, failure, unreached: server.unreached };
}

function RowView({ id, row, marked, onMark }: { id: string; row: Row; marked: boolean; onMark: () => void }) {
  return (
    <li id={id} role="option" aria-selected={marked} onMouseMove={onMark} onClick={row.choose}>
      <span className="palette-icon">{row.icon}</span>
      <span className="palette-words">
        <span>{row.label}</span>
        {row.detail ? <small>{row.detail}</small> : null}
      </span>
      {row.keyCap ? <KeyCap>{row.keyCap}</KeyCap> : null}
      {row.asks ? <IconChevronRight size={16} aria-hidden className="palette-asks" /> : null}
    </li>
  );
}

/** Every command, incident, unit, place and phone from one field. The first result is chosen already. */
export function Palette() {
  const { t, say } = useTexts();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [markedId, setMarkedId] = useState<string | null>(null);
  const [question, setQuestion] = useState<PaletteQuestion | null>(null);
  const turnTo = (next: PaletteQuestion | null) => {
    setQuestion(next);
    setQuery('');
    setMarkedId(null);
  };
  const { rows, failure, unreached } = usePaletteRows(query, question, turnTo);
  const at = markedAt(rows, markedId);
  const optionId = (index: number) => `${listId}-${index}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      return rows[at]?.choose();
    }
    if (event.code === 'Home' || event.code === 'End') return;
    const next = placeAfter(event.code, at, rows.length);
    const row = next === null ? undefined : rows[next];
    if (next === null || !row) return;
    event.preventDefault();
    setMarkedId(row.id);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Layer label={t(CONSOLE.palette)} onClose={() => (question ? turnTo(null) : closeOverlay())} bare>
      <div className="palette-field">
        <IconSearch size={19} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={rows.length > 0 ? optionId(at) : undefined}
          aria-label={question?.title ?? t(CONSOLE.palette)}
          placeholder={question?.title ?? t(CONSOLE.paletteInput)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setMarkedId(null);
          }}
          onKeyDown={onKeyDown}
        />
        {question ? <KeyCap>Esc</KeyCap> : null}
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {/* A click chooses a row; the focus stays where the typing goes. */}
      <ul
        className="palette-list"
        onMouseDown={(event) => event.preventDefault()}
        id={listId}
        role="listbox"
        aria-label={question?.title ?? t(CONSOLE.paletteResults)}
      >
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            {row.group !== '' && row.group !== rows[index - 1]?.group ? (
              <li role="presentation" className="palette-group">
                {row.group}
              </li>
            ) : null}
            <RowView id={optionId(index)} row={row} marked={index === at} onMark={() => setMarkedId(row.id)} />
          </Fragment>
        ))}
        {rows.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled className="palette-none">
            {t(CONSOLE.paletteNone)}
          </li>
        ) : null}
        {unreached ? (
          <li role="presentation" className="palette-group">
            {t(PALETTE.unreached)}
          </li>
        ) : null}
      </ul>
    </Layer>
  );
}
