import type { Recommendation } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  EmptyState,
  Panel,
  PriorityChip,
  Skeleton,
  secondsSince,
  useNow,
  useTexts,
} from '#web';
import { IconAmbulance } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IfSent } from '../coverage/IfSent.js';
import { DiversionCard } from '../diversion/DiversionCard.js';
import { useDiverting, useKeepDiversions } from '../diversion/diverting.js';
import { shortNumber } from '../queue/queue.js';
import { openIncident, startPinning, useRoom } from '../room.js';
import { Toast } from '../undo/Toast.js';
import { Basis } from './Basis.js';
import { useDispatching } from './dispatching.js';
import { NeedsBar } from './NeedsBar.js';
import { OfferBoard } from './OfferBoard.js';
import { SendActions } from './SendActions.js';
import { recompute, useRecommendTarget, useRecommended, type RecommendTarget } from './use-recommendation.js';
import { VehicleTable } from './VehicleTable.js';
import './recommendations.css';

const OLD_AFTER_SECONDS = 30;

/** The detail saves the pin, so it opens with it. */
function pinChosen(): void {
  const { incidentId } = useRoom.getState();
  if (!incidentId) return;
  openIncident(incidentId);
  startPinning('incident');
}

function NoTarget({ because }: { because: 'nothing' | 'noPlace' | 'closed' }) {
  const { t } = useTexts();
  if (because === 'noPlace')
    return (
      <EmptyState
        title={t(CONSOLE.recommendNoPlace)}
        action={
          <Button data-entry onClick={pinChosen}>
            {t(CONSOLE.pinAgain)}
          </Button>
        }
      >
        {t(CONSOLE.recommendNoPlaceHint)}
      </EmptyState>
    );
  if (because === 'closed') return <EmptyState title={t(CONSOLE.recommendClosed)} />;
  return (
    <EmptyState icon={<IconAmbulance size={22} aria-hidden />} title={t(CONSOLE.recommendEmpty)}>
      {t(CONSOLE.recommendEmptyHint)}
    </EmptyState>
  );
}

function For({ target }: { target: RecommendTarget }): ReactNode {
  const { t } = useTexts();
  if (target.kind === 'none') return null;
  if (target.kind === 'draft') return <span className="recommend-for">{t(CONSOLE.recommendForCall)}</span>;
  return (
    <span className="recommend-for">
      {t(CONSOLE.recommendFor)} <PriorityChip priority={target.incident.priority} small />
      <b className="tn">{shortNumber(target.incident.number)}</b>
    </span>
  );
}

/** Age of the computation; an old one is said to be old, with the way to a new one. */
function Age({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTexts();
  const seconds = secondsSince(recommendation.computedAt, useNow());
  if (seconds <= OLD_AFTER_SECONDS)
    return <span className="recommend-age tn">{t(CONSOLE.computedAgo, { seconds })}</span>;
  return (
    <Button className="small" onClick={recompute}>
      {t(CONSOLE.recompute)}
    </Button>
  );
}

/** Who could go, in order and with reasons; the system recommends, a person dispatches. */
export function Recommendations() {
  const { t, say } = useTexts();
  const target = useRecommendTarget();
  const { recommendation, failure, computing } = useRecommended();
  const dispatchFailure = useDispatching((state) => state.failure);
  const shown = target.kind === 'none' ? null : recommendation;
  useKeepDiversions(target.kind === 'incident' ? target.incident.id : null);
  const { diversions, deciding } = useDiverting();
  const diversion = deciding ? diversions.find(({ missionId }) => missionId === deciding) : undefined;
  const patients = target.kind === 'incident' ? target.incident.patientCount : 1;
  return (
    <Panel
      id="recommendations"
      className="recommendations"
      title={t(CONSOLE.recommendations)}
      keyCap="F4"
      controls={
        <>
          <For target={target} />
          <span className="grow" />
          {shown ? <Age recommendation={shown} /> : null}
        </>
      }
    >
      {failure ? (
        <Banner tone="fault" action={<Button onClick={recompute}>{t(COMMON.retry)}</Button>}>
          {say(failure.message)}
        </Banner>
      ) : null}
      {dispatchFailure ? <Banner tone="fault">{say(dispatchFailure.message)}</Banner> : null}
      {target.kind === 'incident' ? <OfferBoard incidentId={target.incident.id} /> : null}
      {target.kind === 'none' ? <NoTarget because={target.because} /> : null}
      {target.kind !== 'none' && !shown && computing ? (
        <Skeleton rows={4} rowHeight={62} label={t(CONSOLE.computing)} />
      ) : null}
      {shown && !diversion ? <NeedsBar patientCount={patients} target={target} /> : null}
      {shown ? <VehicleTable recommendation={shown} /> : null}
      <Toast panel="recommendations" />
      {diversion ? <DiversionCard diversion={diversion} /> : null}
      {shown && !diversion ? <IfSent /> : null}
      {shown && !diversion ? <Basis recommendation={shown} /> : null}
      {shown && !diversion ? <SendActions target={target} /> : null}
    </Panel>
  );
}
