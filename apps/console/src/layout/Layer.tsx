import { Button, COMMON, KeyCap, useTexts } from '#web';
import { useEffect, useRef, type ReactNode } from 'react';
import { useReturnFocus } from '../focus.js';
import './layer.css';

/** A window over the panels: takes the focus, keeps it, and gives it back where it was. The alarm strip stays in sight. */
export function Layer(props: { label: string; onClose: () => void; bare?: boolean; children: ReactNode }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const { onClose } = props;
  useReturnFocus();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="layer"
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {props.bare ? null : (
        <div className="layer-head">
          <h2>{props.label}</h2>
          <span className="grow" />
          <Button kind="quiet" onClick={onClose}>
            {t(COMMON.close)} <KeyCap>Esc</KeyCap>
          </Button>
        </div>
      )}
      {props.children}
    </dialog>
  );
}
