import { useId, type ComponentProps, type ReactNode } from 'react';
import './controls.css';

/** A key as it is printed on the keyboard. */
export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className="key-cap">{children}</kbd>;
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** The key that does the same, shown inside. */
  keyCap?: ReactNode;
  /** Why it cannot be pressed now; shown as a tooltip and read out. Its presence disables the button. */
  blockedBecause?: string | null;
  type?: 'button' | 'submit';
}

/** Verb and object. A blocked button stays focusable, so that its reason can be read. */
export function Button({ kind = 'plain', keyCap, blockedBecause, children, onClick, type, ...rest }: ButtonProps) {
  const reasonId = useId();
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={`button button-${kind} ${rest.className ?? ''}`}
      aria-disabled={blockedBecause ? true : undefined}
      aria-describedby={blockedBecause ? reasonId : rest['aria-describedby']}
      title={blockedBecause ?? rest.title}
      onClick={blockedBecause ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {keyCap ? <KeyCap>{keyCap}</KeyCap> : null}
      {blockedBecause ? (
        <span id={reasonId} className="visually-hidden">
          {blockedBecause}
        </span>
      ) : null}
    </button>
  );
}

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
}

/** A few views of one list, side by side; the chosen one is pressed. */
export function Segments<V extends string>(props: {
  label: string;
  choices: readonly Choice<V>[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={props.label}>
      {props.choices.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** A label above its field, with the fault below it. Give the control the id that `children` receives. */
export function Field(props: {
  label: ReactNode;
  required?: string;
  hint?: ReactNode;
  fault?: string | null;
  className?: string;
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const faultId = `${id}-fault`;
  return (
    <div className={`field ${props.className ?? ''}`}>
      <label htmlFor={id}>
        <span>
          {props.label}
          {props.required ? (
            <span className="field-required" title={props.required} aria-hidden="true">
              {' *'}
            </span>
          ) : null}
        </span>
        {props.hint ? <span className="field-hint">{props.hint}</span> : null}
      </label>
      {props.children({ id, ...(props.fault ? { 'aria-describedby': faultId, 'aria-invalid': true as const } : {}) })}
      {props.fault ? (
        <span className="field-fault" id={faultId}>
          {props.fault}
        </span>
      ) : null}
    </div>
  );
}
