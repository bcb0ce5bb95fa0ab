import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { KeyCap } from '#web';
import './combobox.css';

/**
 * A text field with a list of suggestions: arrows move, Enter or Tab takes the marked one, Escape closes the list. With a
 * question none is marked beforehand: Enter first puts the question, then arrows or the number of an answer choose. While
 * the options are still those of fewer letters nothing is taken: Enter waits for those of what was typed.
 */
export function Combobox<T>(props: {
  ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
  text: string;
  onText: (text: string) => void;
  options: readonly T[];
  optionKey: (option: T) => string;
  renderOption: (option: T, index: number) => ReactNode;
  onChoose: (option: T) => void;
  listLabel: string;
  /** Whether the options are those of `text`; yes unless told. */
  settled?: boolean;
  /** Said in place of the list when there is nothing to suggest. */
  emptyText?: string | null;
  placeholder?: string;
  icon?: ReactNode;
  trailing?: ReactNode;
  /** What must be answered before one of the first `answers` options is taken. */
  question?: { text: string; hint: string; answers: number } | null;
  /** Something more that may be done about what was typed, also by Alt and the letter it is named by. */
  footer?: { text: string; keyCap: string; onPress: () => void } | null;
  entry?: boolean;
  autoFocus?: boolean;
  name?: string;
}) {
  const { options, onChoose, settled = true } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  /** Which option is marked, and null before the person has moved. */
  const [marked, setMarked] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  /** Enter was pressed before the options of what was typed had come. */
  const [entered, setEntered] = useState(false);
  const question = props.question ?? null;
  const at = Math.min(marked ?? (question || !settled ? -1 : 0), options.length - 1);
  const footer = props.footer ?? null;
  const shown = open && (options.length > 0 || Boolean(props.emptyText) || footer !== null);
  const optionId = (index: number) => `${listId}-${index}`;

  const choose = (option: T) => {
    onChoose(option);
    setOpen(false);
    settle();
  };
  const settle = () => {
    setMarked(null);
    setAsking(false);
    setEntered(false);
  };
  const ask = () => {
    setOpen(true);
    setAsking(true);
  };
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    if (question) ask();
    else if (shown && options[0] !== undefined) choose(options[0]);
    // What is done follows from the moment the options have come, not from how often they are drawn.
  }, [entered, settled]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (footer && event.altKey && footer.keyCap === `Alt ${event.code.replace('Key', '')}`) {
      event.preventDefault();
      footer.onPress();
    }
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const option = options[at];
    const answer = asking && question ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined;
    if (answer !== undefined && shown && Number(answer) <= (question?.answers ?? 0)) {
      event.preventDefault();
      choose(options[Number(answer) - 1]!);
    } else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      const step = event.code === 'ArrowDown' ? 1 : -1;
      const from = at < 0 && step < 0 ? 0 : at;
      if (open) setMarked((from + step + options.length) % Math.max(1, options.length));
      setOpen(true);
      setAsking(true);
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && shown && option !== undefined) {
      event.preventDefault();
      choose(option);
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !settled) {
      event.preventDefault();
      setEntered(true);
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && question && options.length > 0) {
      event.preventDefault();
      ask();
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
          aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
          autoComplete="off"
          spellCheck={false}
          data-entry={props.entry || undefined}
          autoFocus={props.autoFocus}
          value={props.text}
          placeholder={props.placeholder}
          onChange={(event) => {
            props.onText(event.target.value);
            setOpen(true);
            settle();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {props.trailing}
      </div>
      <div className="combobox-popup" hidden={!shown}>
        {question ? (
          <p className="combobox-question" role="status" data-asking={asking || undefined}>
            <strong>{question.text}</strong> <span>{question.hint}</span>
          </p>
        ) : null}
        <ul className="combobox-list" id={listId} role="listbox" aria-label={props.listLabel}>
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
              {props.renderOption(option, index)}
            </li>
          ))}
          {options.length === 0 && props.emptyText ? (
            <li role="option" aria-disabled aria-selected={false} className="combobox-empty">
              {props.emptyText}
            </li>
          ) : null}
        </ul>
        {footer ? (
          <button
            type="button"
            className="combobox-footer"
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              footer.onPress();
            }}
          >
            {footer.text} <KeyCap>{footer.keyCap}</KeyCap>
          </button>
        ) : null}
      </div>
    </div>
  );
}
