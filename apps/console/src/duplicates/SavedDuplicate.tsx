import type { Incident, IncidentDetail } from '#contracts';
import { Banner, Button, INTAKE, send, useBoard, useTexts } from '#web';
import { useMemo, useState } from 'react';
import { useAct } from '../detail/use-act.js';
import { useMay } from '../may.js';
import { shortNumber } from '../queue/queue.js';
import { openIncident } from '../room.js';
import { DuplicateCard } from './DuplicateCard.js';
import { incidentReport } from './reports.js';
import { useLikelySame, type LikelySame } from './use-likely-same.js';

/** Of two that may be one, the later goes into the earlier. */
const inOrder = (a: Incident, b: Incident) => (a.openedAt < b.openedAt ? { from: b, into: a } : { from: a, into: b });

/** What would go over with a merge. */
function Belongings({ found, detail }: { found: LikelySame; detail: IncidentDetail }) {
  const { t } = useTexts();
  const { from, into } = inOrder(detail.incident, found.candidate);
  const missions = useBoard((board) => board.missions);
  const units = useBoard((board) => board.units);
  const sent = Object.values(missions).filter(({ incidentId }) => incidentId === from.id);
  const vehicles = sent.flatMap(({ vehicleId }) => units[vehicleId]?.callSign ?? []).join(', ');
  const mine = from.id === detail.incident.id;
  return (
    <p className="duplicate-more">
      {t(INTAKE.mergeBrings, { from: shortNumber(from.number), into: shortNumber(into.number) })}{' '}
      {mine ? t(INTAKE.mergeCounts, { calls: detail.calls.length, notes: detail.notes.length }) : t(INTAKE.mergeAll)}
      {vehicles ? ` · ${vehicles}` : ''}
    </p>
  );
}

/** Another open incident may be the same event: merge, which can be taken back, or keep apart, which is remembered. */
export function SavedDuplicate({ detail }: { detail: IncidentDetail }) {
  const { t, say } = useTexts();
  const { incident } = detail;
  const mayMerge = useMay('incident.merge');
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const report = useMemo(() => (incident.state === 'closed' ? null : incidentReport(incident)), [incident]);
  const others = useBoard((board) => board.incidents);
  const apart = useMemo(
    () => [
      incident.id,
      ...incident.apartFrom,
      ...Object.values(others).flatMap(({ id, apartFrom }) => (apartFrom.includes(incident.id) ? [id] : [])),
    ],
    [incident, others],
  );
  const found = useLikelySame(report, apart).find(({ candidate }) => candidate.state !== 'closed');
  if (!found) return null;
  const { from, into } = inOrder(incident, found.candidate);
  const merge = () =>
    act
      .run(() => send('incident.merge', { from: from.id, into: into.id, because: t(INTAKE.mergeBecause) }))
      .then((done) => done && openIncident(into.id));
  return (
    <>
      <DuplicateCard found={found}>
        {mayMerge ? (
          <Button
            className="small"
            data-duplicate="same"
            keyCap="Alt Y"
            onClick={() => (asking ? void merge() : setAsking(true))}
          >
            {asking ? t(INTAKE.mergeNow, { into: shortNumber(into.number) }) : t(INTAKE.sameEvent)}
          </Button>
        ) : null}
        <Button className="small" onClick={() => openIncident(found.candidate.id)}>
          {t(INTAKE.look)}
        </Button>
        <Button
          className="small"
          data-duplicate="apart"
          keyCap="Alt K"
          onClick={() =>
            void act.run(() => send('incident.keepApart', { incidentId: incident.id, from: found.candidate.id }))
          }
        >
          {t(INTAKE.keepApart)}
        </Button>
      </DuplicateCard>
      {asking ? <Belongings found={found} detail={detail} /> : null}
      {act.failure ? <Banner tone="fault">{say(act.failure.message)}</Banner> : null}
    </>
  );
}
