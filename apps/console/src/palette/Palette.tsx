import { CONSOLE, KeyCap, useTexts } from '#web';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useId, useState, type KeyboardEvent } from 'react';
import { Layer } from '../layout/Layer.js';
import { placeAfter } from '../layout/roving.js';
import { closeOverlay } from '../room.js';
import { usePaletteActions, type PaletteAction } from './actions.js';
import { search } from './search.js';
import './palette.css';

const SHOWN = 12;
const THINGS_AT_REST = 5;

/** At rest a few of everything, in groups; with a query the best matches. */
function found(query: string, actions: readonly PaletteAction[], things: string): PaletteAction[] {
  if (query.trim() !== '')
    return search(query, actions, ({ label, detail, words }) => `${label} ${detail ?? ''} ${words}`, SHOWN);
  let left = THINGS_AT_REST;
  return actions.filter(({ group }) => group !== things || left-- > 0);
}

/** Every command, incident and unit from one field. The first result is chosen already. */
export function Palette() {
  const { t } = useTexts();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const actions = found(query, usePaletteActions(), t(CONSOLE.paletteThings));
  const at = Math.min(marked, actions.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  const run = (action: PaletteAction) => {
    closeOverlay();
    // The layer gives the focus back first; the action may take it from there.
    setTimeout(action.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = actions[at];
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      if (chosen) run(chosen);
      return;
    }
    if (event.code === 'Home' || event.code === 'End') return;
    const next = placeAfter(event.code, at, actions.length);
    if (next === null) return;
    event.preventDefault();
    setMarked(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Layer label={t(CONSOLE.palette)} onClose={closeOverlay} bare>
      <div className="palette-field">
        <IconSearch size={19} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={actions.length > 0 ? optionId(at) : undefined}
          aria-label={t(CONSOLE.palette)}
          placeholder={t(CONSOLE.paletteInput)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul className="palette-list" id={listId} role="listbox" aria-label={t(CONSOLE.paletteResults)}>
        {actions.map((action, index) => (
          <Fragment key={action.id}>
            {query.trim() === '' && action.group !== actions[index - 1]?.group ? (
              <li role="presentation" className="palette-group">
                {action.group}
              </li>
            ) : null}
            <li
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              onMouseEnter={() => setMarked(index)}
              onClick={() => run(action)}
            >
              <span className="palette-icon">{action.icon}</span>
              <span className="palette-words">
                <span>{action.label}</span>
                {action.detail ? <small>{action.detail}</small> : null}
              </span>
              {action.keyCap ? <KeyCap>{action.keyCap}</KeyCap> : null}
            </li>
          </Fragment>
        ))}
        {actions.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled className="palette-none">
            {t(CONSOLE.paletteNone)}
          </li>
        ) : null}
      </ul>
    </Layer>
  );
}
