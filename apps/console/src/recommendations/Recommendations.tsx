import { OVERRIDE_REASONS, type Recommendation } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  EmptyState,
  Panel,
  PriorityChip,
  Skeleton,
  machineNow,
  secondsSince,
  useBoard,
  useNow,
  useTexts,
} from '#web';
import { IconAmbulance, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusPanel, takeWaitingFocus } from '../focus.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { placeAfter } from '../layout/roving.js';
import { useMay } from '../may.js';
import { shortNumber } from '../queue/queue.js';
import { openIncident, startPinning, useRoom } from '../room.js';
import { OfferBoard } from './OfferBoard.js';
import { Basis } from './Basis.js';
import { RankedRow } from './RankedRow.js';
import {
  askForOrder,
  dropReason,
  giveReason,
  offerChosen,
  takeBack,
  useDispatching,
  vehiclesToSend,
} from './dispatching.js';
import {
  chooseVehicle,
  recompute,
  togglePicked,
  useRecommendTarget,
  useRecommended,
  type RecommendTarget,
} from './use-recommendation.js';
import { reasonWords } from './words.js';
import './recommendations.css';

const OLD_AFTER_SECONDS = 30;
const EXCLUDED_SHOWN = 4;
const TOAST_MS = 8_000;

function onListKey(event: KeyboardEvent<HTMLDivElement>, { ranked }: Recommendation): void {
  if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
  const { chosen } = useRecommended.getState();
  const at = ranked.findIndex(({ vehicleId }) => vehicleId === chosen);
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const next = digit ? Number(digit) - 1 : placeAfter(event.code, Math.max(at, 0), ranked.length);
  const vehicle = ranked[next ?? Math.max(at, 0)];
  if (!vehicle) return;
  if (next !== null) {
    chooseVehicle(vehicle.vehicleId);
    event.currentTarget.querySelector<HTMLElement>(`[data-vehicle="${vehicle.vehicleId}"]`)?.focus();
  } else if (event.code === 'Space') togglePicked(vehicle.vehicleId);
  else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.repeat) {
    if (event.shiftKey) askForOrder();
    else offerChosen();
  } else return;
  event.preventDefault();
}

function Excluded({ recommendation }: { recommendation: Recommendation }) {
  const { t, language } = useTexts();
  const units = useBoard((board) => board.units);
  const { excluded } = recommendation;
  if (excluded.length === 0) return null;
  // That a vehicle is on a mission is no news: those are only counted.
  const telling = excluded.filter(({ reasons }) => !reasons.some(({ key }) => key === 'committed'));
  const words = telling
    .slice(0, EXCLUDED_SHOWN)
    .map(
      ({ vehicleId, reasons }) =>
        `${units[vehicleId]?.callSign ?? '?'} (${reasons.map((reason) => reasonWords(reason, language)).join(', ')})`,
    );
  const more = excluded.length - words.length;
  return (
    <p className="excluded">
      {t(CONSOLE.excluded)} {[...words, ...(more > 0 ? [t(CONSOLE.excludedMore, { count: more })] : [])].join(', ')}
    </p>
  );
}

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

function Footer({ target }: { target: RecommendTarget }) {
  const { t } = useTexts();
  const may = useMay('dispatch.offer');
  const { sending, reasonFor } = useDispatching();
  const { recommendation } = useRecommended();
  const units = useBoard((board) => board.units);
  const more = useBoard(
    ({ requests }) =>
      target.kind === 'incident' &&
      Object.values(requests).some(
        ({ incidentId, state }) => incidentId === target.incident.id && (state === 'seeking' || state === 'filled'),
      ),
  );
  const callSignOf = (id: string | undefined) => (id ? (units[id]?.callSign ?? '') : '');
  if (reasonFor) {
    const first = recommendation?.ranked[0]?.vehicleId;
    const title =
      reasonFor.kind === 'offer'
        ? t(CONSOLE.overrideWhy, { callSign: callSignOf(first) })
        : t(CONSOLE.orderWhy, { callSign: callSignOf(reasonFor.vehicleIds[0]) });
    return (
      <div className="recommend-actions">
        <ReasonPicker
          title={title}
          words={OVERRIDE_REASONS}
          disabled={sending}
          onChoose={giveReason}
          onCancel={dropReason}
        />
      </div>
    );
  }
  const vehicles = vehiclesToSend();
  const [only] = vehicles;
  if (!only) return null;
  const blocked = !may ? t(CONSOLE.mayNot) : target.kind === 'draft' ? t(CONSOLE.saveFirst) : null;
  return (
    <div className="recommend-actions">
      <Button kind="primary" keyCap="Enter" blockedBecause={blocked} aria-busy={sending} onClick={offerChosen}>
        {vehicles.length > 1
          ? t(CONSOLE.offerMany, { count: vehicles.length })
          : t(more ? CONSOLE.offerMore : CONSOLE.offerTo, { callSign: callSignOf(only) })}
      </Button>
      <Button keyCap="Space" onClick={() => togglePicked(only)}>
        {t(CONSOLE.chooseSeveral)}
      </Button>
      <Button title={`${t(CONSOLE.orderDirectly)} (Shift Enter)`} blockedBecause={blocked} onClick={askForOrder}>
        {t(CONSOLE.orderShort)}
      </Button>
    </div>
  );
}

function Toast() {
  const { t } = useTexts();
  const last = useRoom((room) => room.lastDispatch);
  useNow();
  if (!last || machineNow() - last.atMs > TOAST_MS) return null;
  return (
    <Banner
      tone="good"
      icon={<IconCheck size={16} aria-hidden />}
      action={
        <Button keyCap="Ctrl Z" onClick={() => void takeBack()}>
          {t(COMMON.undo)}
        </Button>
      }
    >
      {t(CONSOLE.dispatched, last.words)}
    </Banner>
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

function List({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTexts();
  const { chosen, picked } = useRecommended();
  const old = secondsSince(recommendation.computedAt, useNow()) > OLD_AFTER_SECONDS;
  const { ranked } = recommendation;
  const worked = useRef(false);
  useEffect(() => {
    takeWaitingFocus('recommendations');
    // The row with the focus may have left the list: a vehicle just sent does.
    if (worked.current && document.activeElement === document.body) focusPanel('recommendations', true);
  }, [recommendation]);
  const chosenId = ranked.find(({ vehicleId }) => vehicleId === chosen)?.vehicleId ?? ranked[0]?.vehicleId;
  if (ranked.length === 0)
    return <EmptyState title={t(CONSOLE.recommendNobody)}>{t(CONSOLE.recommendNobodyHint)}</EmptyState>;
  return (
    <div
      className="ranked-list"
      role="listbox"
      aria-label={t(CONSOLE.recommendations)}
      aria-multiselectable
      data-old={old || undefined}
      onFocus={() => (worked.current = true)}
      onBlur={() => (worked.current = false)}
      onKeyDown={(event) => onListKey(event, recommendation)}
    >
      {ranked.map((vehicle, index) => (
        <RankedRow
          key={vehicle.vehicleId}
          vehicle={vehicle}
          place={index + 1}
          chosen={vehicle.vehicleId === chosenId}
          picked={picked.includes(vehicle.vehicleId)}
        />
      ))}
    </div>
  );
}

/** Who could go, in order and with reasons; the system recommends, a person dispatches. */
export function Recommendations() {
  const { t, say } = useTexts();
  const target = useRecommendTarget();
  const { recommendation, failure, computing } = useRecommended();
  const dispatchFailure = useDispatching((state) => state.failure);
  const shown = target.kind === 'none' ? null : recommendation;
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
      {shown ? <List recommendation={shown} /> : null}
      <Toast />
      {shown ? <Excluded recommendation={shown} /> : null}
      {shown ? <Basis recommendation={shown} /> : null}
      {shown ? <Footer target={target} /> : null}
    </Panel>
  );
}
