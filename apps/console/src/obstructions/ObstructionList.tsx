import { PASSAGES, type LngLat, type Obstruction } from '#contracts';
import {
  Banner,
  Button,
  formatSpan,
  obstructionWords,
  openObstructions,
  ROADS,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { IconBarrierBlock } from '@tabler/icons-react';
import { useMemo, type KeyboardEvent } from 'react';
import { placeAfter } from '../layout/roving.js';
import { recompute } from '../recommendations/use-recommendation.js';
import { rememberCleared } from './undo-obstruction.js';
import './obstructions.css';

/** The open obstructions in words, beside their picture on the map: one key extends, one clears. */
export function ObstructionList({ onShow }: { onShow: (shape: Obstruction['shape']) => void }) {
  const { t } = useTexts();
  const obstructions = useBoard((board) => board.obstructions);
  const open = useMemo(() => openObstructions(Object.values(obstructions)), [obstructions]);
  if (open.length === 0) return null;
  return (
    <details className="obstructions" open>
      <summary>
        <IconBarrierBlock size={16} aria-hidden />
        {t(ROADS.obstructions)} <b className="tn">{open.length}</b>
      </summary>
      <ul aria-label={t(ROADS.list)} onKeyDown={move}>
        {open.map((obstruction) => (
          <Row key={obstruction.id} obstruction={obstruction} onShow={onShow} />
        ))}
      </ul>
    </details>
  );
}

/** Arrows go from row to row; Tab goes through the buttons of one. */
function move(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-show]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  const next = placeAfter(event.code, Math.max(at, 0), rows.length);
  if (next === null) return;
  rows[next]?.focus();
  event.preventDefault();
}

function Row({ obstruction, onShow }: { obstruction: Obstruction; onShow: (shape: Obstruction['shape']) => void }) {
  const { t, say, language } = useTexts();
  const nowMs = useNow();
  const confirm = useCommand('road.confirm');
  const clear = useCommand('road.clear');
  const { id, streets, source, reportedBy, passage, until, shape } = obstruction;
  const failure = confirm.failure ?? clear.failure;
  const stillThere = () => void confirm.run({ obstructionId: id });
  const isGone = async () => {
    if (!(await clear.run({ obstructionId: id }))) return;
    rememberCleared(obstruction);
    recompute();
  };
  return (
    <li
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.repeat) return;
        if (event.code === 'Space') stillThere();
        else if (event.code === 'Delete') void isGone();
        else return;
        event.preventDefault();
      }}
    >
      <button type="button" className="obstruction-words" data-show title={t(ROADS.show)} onClick={() => onShow(shape)}>
        <b>
          {say(obstructionWords(obstruction))} · {streets[0] ?? t(ROADS.unnamed)}
          {streets.length > 1 ? ` +${streets.length - 1}` : ''}
        </b>
        <span className="tn">
          {[
            say(PASSAGES[passage]),
            t(ROADS.left, { span: formatSpan((Date.parse(until) - nowMs) / 1_000, language) }),
            t(source === 'crew' ? ROADS.fromCrew : ROADS.fromRoom, { by: reportedBy }),
          ].join(' · ')}
        </span>
      </button>
      <Button className="small" title="Space" aria-busy={confirm.sending} onClick={stillThere}>
        {t(ROADS.confirm)}
      </Button>
      <Button className="small" title="Delete" aria-busy={clear.sending} onClick={() => void isGone()}>
        {t(ROADS.clear)}
      </Button>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
    </li>
  );
}

/** The positions that show a shape whole. */
export const cornersOf = (shape: Obstruction['shape']): readonly LngLat[] =>
  shape.form === 'circle' ? [shape.at] : shape.points;
