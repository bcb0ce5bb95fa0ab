import { PRIORITIES, type Priority } from '#contracts';
import { Button, COMMON, CONSOLE, Field, PriorityChip, useTexts } from '#web';
import { useState } from 'react';
import { useReturnFocus } from '../focus.js';

const LEVELS: readonly Priority[] = [1, 2, 3, 4];

/** Another level, with the reason for it: the reason stays on record. */
export function LevelChoice(props: {
  current: Priority;
  onChoose: (level: Priority, because: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTexts();
  useReturnFocus();
  const [level, setLevel] = useState<Priority>(props.current);
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (because.trim() !== '') props.onChoose(level, because.trim());
  };
  return (
    <div
      className="level-choice"
      role="group"
      aria-label={t(CONSOLE.newLevel)}
      onKeyDown={(event) => {
        if (event.code === 'Escape') {
          event.stopPropagation();
          props.onCancel();
        }
        if (event.code === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <div className="level-options">
        {LEVELS.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === level}
            autoFocus={option === props.current}
            onClick={() => setLevel(option)}
          >
            <PriorityChip priority={option} small />
            {t(PRIORITIES[option])}
          </button>
        ))}
      </div>
      <Field label={t(CONSOLE.because)} fault={tried && because.trim() === '' ? t(CONSOLE.becauseMissing) : null}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={200}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <Button kind="primary" onClick={submit}>
          {t(CONSOLE.changeLevel)}
        </Button>
        <Button onClick={props.onCancel}>{t(COMMON.cancel)}</Button>
      </div>
    </div>
  );
}
