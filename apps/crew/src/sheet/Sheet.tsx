import { Button, COMMON, useTexts } from '#web';
import { useEffect, useRef, type ReactNode } from 'react';
import './sheet.css';

/** A choice over the screen: takes the focus, keeps it, and is left by its close button or by choosing. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-head">
        <h2>{title}</h2>
        <Button className="large" onClick={onClose}>
          {t(COMMON.close)}
        </Button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}

/** One large row to touch. */
export function ChoiceRow(props: { onChoose: () => void; hint?: ReactNode; pressed?: boolean; children: ReactNode }) {
  return (
    <button type="button" className="choice-row" aria-pressed={props.pressed} onClick={props.onChoose}>
      <span>{props.children}</span>
      {props.hint ? <span className="choice-row-hint">{props.hint}</span> : null}
    </button>
  );
}
