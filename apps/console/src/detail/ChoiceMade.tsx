import { RequestId, VehicleId, type Recommendation, type TimelineEntry } from '#contracts';
import { Banner, Button, failureOf, formatDuration, read, SENDING, useBoard, useTexts, type Failure } from '#web';
import { useState } from 'react';
import { z } from 'zod';
import { rowsOf } from '../recommendations/rows.js';
import { reasonWords } from '../recommendations/words.js';

const Figures = z.object({ vehicleId: VehicleId, etaSeconds: z.number().nullable() });
/** What the entry of an opened search says of the choice; entries of earlier versions say less. */
const ChoiceFacts = z.object({
  requestId: RequestId,
  override: z.string().nullable(),
  best: Figures.nullable().optional(),
  chosen: Figures.nullable().optional(),
  seenSecondsAgo: z.number().nullable().optional(),
});

/** Who was chosen instead of whom and how much later, and the whole list as it stood then. */
export function ChoiceMade({ entry }: { entry: TimelineEntry }) {
  const { t, say } = useTexts();
  const units = useBoard((board) => board.units);
  const [list, setList] = useState<Recommendation | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const facts = ChoiceFacts.safeParse(entry.facts).data;
  if (!facts) return null;
  const { best, chosen, override, seenSecondsAgo, requestId } = facts;
  const nameOf = (id: VehicleId | undefined) => (id ? (units[id]?.callSign ?? '?') : '');
  const names = { chosen: nameOf(chosen?.vehicleId), best: nameOf(best?.vehicleId) };
  const words =
    override && chosen && best && chosen.vehicleId !== best.vehicleId
      ? chosen.etaSeconds === null || best.etaSeconds === null
        ? t(SENDING.choseUnlisted, names)
        : t(SENDING.choseInstead, { ...names, difference: `+${formatDuration(chosen.etaSeconds - best.etaSeconds)}` })
      : null;
  const age = seenSecondsAgo ? t(SENDING.listAge, { seconds: Math.round(seenSecondsAgo) }) : null;
  const show = () =>
    read('GET /api/requests/:id/shown', { params: { id: requestId } }).then(setList, (thrown: unknown) =>
      setFailure(failureOf(thrown)),
    );
  return (
    <span className="choice-made">
      {words ? <b>{words}</b> : null} {age}{' '}
      <Button
        className="small"
        kind="quiet"
        aria-expanded={list !== null}
        onClick={() => (list ? setList(null) : void show())}
      >
        {t(list ? SENDING.hideList : SENDING.showList)}
      </Button>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {list ? <ListShown list={list} /> : null}
    </span>
  );
}

function ListShown({ list }: { list: Recommendation }) {
  const { language } = useTexts();
  const units = useBoard((board) => board.units);
  return (
    <span className="choice-list" role="list">
      {rowsOf(list, [], units).flatMap((row) =>
        row.kind === 'heading'
          ? []
          : [
              <span key={row.vehicle.vehicleId} role="listitem">
                <b className="tn">{units[row.vehicle.vehicleId]?.callSign ?? '?'}</b>{' '}
                {row.kind === 'ranked' ? <span className="tn">{formatDuration(row.vehicle.etaSeconds)} · </span> : null}
                {row.vehicle.reasons.map((reason) => reasonWords(reason, language)).join(' · ')}
              </span>,
            ],
      )}
    </span>
  );
}
