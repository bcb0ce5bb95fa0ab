import type { Wording } from '#contracts';
import { Button, COMMON, KeyCap, useTexts } from '#web';
import { useEffect, useId, useRef } from 'react';
import { useReturnFocus } from '../focus.js';
import './reason-picker.css';

/**
 * One reason out of a short list, by its number or by a click. No reason has the focus at first: a second press of the
 * Enter that asked for one must not put a reason on record that nobody chose.
 */
export function ReasonPicker<K extends string>(props: {
  title: string;
  words: Record<K, Wording>;
  onChoose: (reason: K) => void;
  onCancel: () => void;
  disabled?: boolean;
}) {
  const { say, t } = useTexts();
  useReturnFocus();
  const titleId = useId();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.focus(), []);
  const reasons = Object.entries<Wording>(props.words) as [K, Wording][];
  return (
    <div
      ref={group}
      tabIndex={-1}
      className="reason-picker"
      role="group"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
        const chosen = digit && !event.altKey && !event.ctrlKey ? reasons[Number(digit) - 1] : undefined;
        if (event.code === 'Escape') props.onCancel();
        else if (chosen && !props.disabled) props.onChoose(chosen[0]);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <p id={titleId}>{props.title}</p>
      <div className="reason-options">
        {reasons.map(([reason, wording], index) => (
          <button key={reason} type="button" disabled={props.disabled} onClick={() => props.onChoose(reason)}>
            {index < 9 ? <KeyCap>{index + 1}</KeyCap> : null}
            {say(wording)}
          </button>
        ))}
      </div>
      <Button kind="quiet" keyCap="Esc" onClick={props.onCancel}>
        {t(COMMON.cancel)}
      </Button>
    </div>
  );
}
