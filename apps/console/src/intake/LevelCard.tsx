import { CALL_REASONS, type Priority } from '#contracts';
import { Button, CONSOLE, PriorityChip, PriorityName, useTexts } from '#web';
import { useState } from 'react';
import { useProtocol } from '../protocols/use-protocols.js';
import { LevelChoice } from './LevelChoice.js';
import { levelOf } from './draft.js';
import { changeDraft, useDraft } from './use-draft.js';

/** The level as it would be saved, why, and the way to set another. */
export function LevelCard() {
  const { t } = useTexts();
  const draft = useDraft();
  const [changing, setChanging] = useState(false);
  const level = levelOf(draft, useProtocol(draft.reason));
  if (!level || !draft.reason) return <p className="level-card level-card-none">{t(CONSOLE.levelUnknown)}</p>;
  const choose = (chosen: Priority, because: string) => {
    changeDraft({ override: { level: chosen, because } });
    setChanging(false);
  };
  return (
    <div className="level-block">
      <div className={`level-card level-card-${level.priority}`}>
        <PriorityChip priority={level.priority} />
        <span className="level-words">
          <strong>
            <PriorityName priority={level.priority} />
          </strong>
          <span>
            {draft.override
              ? `${t(CONSOLE.levelOverridden, { because: draft.override.because })} · ${t(CONSOLE.levelByRules, { level: level.byRules })}`
              : `${CALL_REASONS[draft.reason].code}: ${t(CONSOLE.levelRules)}`}
          </span>
        </span>
        {draft.override ? (
          <Button onClick={() => changeDraft({ override: null })}>{t(CONSOLE.useRules)}</Button>
        ) : (
          <Button keyCap="Alt P" data-change-level aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t(CONSOLE.changeLevel)}
          </Button>
        )}
      </div>
      {changing ? <LevelChoice current={level.priority} onChoose={choose} onCancel={() => setChanging(false)} /> : null}
    </div>
  );
}
