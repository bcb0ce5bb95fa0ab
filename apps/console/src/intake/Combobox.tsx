import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import './combobox.css';

/** A text field with a list of suggestions: arrows move, Enter or Tab takes the marked one, Escape closes the list. */
export function Combobox<T>(props: {
  ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
  text: string;
  onText: (text: string) => void;
  options: readonly T[];
  optionKey: (option: T) => string;
  renderOption: (option: T) => ReactNode;
  onChoose: (option: T) => void;
  listLabel: string;
  /** Said in place of the list when there is nothing to suggest. */
  emptyText?: string | null;
  placeholder?: string;
  icon?: ReactNode;
  trailing?: ReactNode;
  entry?: boolean;
  autoFocus?: boolean;
  name?: string;
}) {
  const { options, onChoose } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, options.length - 1);
  const shown = open && (options.length > 0 || Boolean(props.emptyText));
  const optionId = (index: number) => `${listId}-${index}`;

  const choose = (option: T) => {
    onChoose(option);
    setOpen(false);
    setMarked(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const option = options[at];
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      const step = event.code === 'ArrowDown' ? 1 : -1;
      if (open) setMarked((at + step + options.length) % Math.max(1, options.length));
      setOpen(true);
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && shown && option !== undefined) {
      event.preventDefault();
      choose(option);
    } else if (event.code === 'Tab' && !event.shiftKey && shown && option !== undefined) choose(option);
    else if (event.code === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="combobox">
      <div className="combobox-field">
        {props.icon}
        <input
          {...props.ids}
          className="input"
          name={props.name}
          role="combobox"
          aria-required
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && options.length > 0 ? optionId(at) : undefined}
          autoComplete="off"
          spellCheck={false}
          data-entry={props.entry || undefined}
          autoFocus={props.autoFocus}
          value={props.text}
          placeholder={props.placeholder}
          onChange={(event) => {
            props.onText(event.target.value);
            setOpen(true);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {props.trailing}
      </div>
      <ul className="combobox-list" id={listId} role="listbox" aria-label={props.listLabel} hidden={!shown}>
        {options.map((option, index) => (
          <li
            key={props.optionKey(option)}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
          >
            {props.renderOption(option)}
          </li>
        ))}
        {options.length === 0 && props.emptyText ? (
          <li role="option" aria-disabled aria-selected={false} className="combobox-empty">
            {props.emptyText}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
