import type { HospitalId, Mission, RankedHospital } from '#contracts';
import {
  Banner,
  Button,
  CONSOLE,
  formatDistance,
  formatDuration,
  formatSpan,
  hospitalReasonWords,
  KeyCap,
  secondsSince,
  SENDING,
  Skeleton,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { IconBed } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { placeAfter } from '../layout/roving.js';
import { CapacityForm } from './CapacityForm.js';
import { useHospitals } from './use-hospitals.js';
import './hospitals.css';

/** Who said what a hospital has room for, and how long ago. */
function CapacityAge({ hospitalId }: { hospitalId: HospitalId }) {
  const { t, language } = useTexts();
  const nowMs = useNow();
  const capacity = useBoard((board) => board.capacities[hospitalId]);
  if (!capacity) return null;
  const age = formatSpan(secondsSince(capacity.setAt, nowMs), language);
  return (
    <span className="hospital-age tn">
      {[t(SENDING.capacityAge, { by: capacity.setBy, age }), capacity.note].filter(Boolean).join(' · ')}
    </span>
  );
}

function Row(props: {
  ranked: RankedHospital;
  chosen: boolean;
  isEntry: boolean;
  onChoose: (id: HospitalId) => void;
  onCapacity: (id: HospitalId) => void;
}) {
  const { t, language } = useTexts();
  const { ranked, chosen, isEntry, onChoose, onCapacity } = props;
  const { hospitalId, reasons, driveSeconds, distanceMetres, rank } = ranked;
  const name = useBoard((board) => board.hospitals[hospitalId]?.name ?? '?');
  const costs = reasons.filter(({ tone }) => tone === 'cost');
  const rest = reasons.filter(({ tone }) => tone !== 'cost');
  const words = (list: typeof reasons) => list.map((reason) => hospitalReasonWords(reason, language)).join(' · ');
  return (
    <li className="hospital" data-chosen={chosen || undefined}>
      <button
        type="button"
        className="hospital-choose"
        aria-pressed={chosen}
        tabIndex={isEntry ? 0 : -1}
        onClick={() => onChoose(hospitalId)}
      >
        <span aria-hidden>{rank <= 9 ? <KeyCap>{rank}</KeyCap> : null}</span>
        <span className="hospital-words">
          <b>{name}</b>
          <span>{words(rest)}</span>
          {costs.length > 0 ? <span className="hospital-cost">{words(costs)}</span> : null}
          <CapacityAge hospitalId={hospitalId} />
        </span>
        <span className="hospital-drive tn">
          <b>{driveSeconds === null ? '–' : formatDuration(driveSeconds)}</b>
          <span>{distanceMetres === null ? '' : formatDistance(distanceMetres, language)}</span>
        </span>
      </button>
      <Button
        className="small"
        kind="quiet"
        aria-label={t(SENDING.capacityTitle, { hospital: name })}
        title={t(SENDING.capacitySet)}
        onClick={() => onCapacity(hospitalId)}
      >
        <IconBed size={16} aria-hidden />
      </Button>
    </li>
  );
}

function Ranked({ mission, onDone }: { mission: Mission; onDone: () => void }) {
  const { t, say } = useTexts();
  const { ranking, failure } = useHospitals(mission.id);
  const choosing = useCommand('mission.chooseHospital');
  const [capacityOf, setCapacityOf] = useState<HospitalId | null>(null);
  const choose = (hospitalId: HospitalId) =>
    void choosing.run({ missionId: mission.id, hospitalId }).then((done) => done && onDone());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || capacityOf) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.hospital-choose')];
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const next = placeAfter(event.code, buttons.indexOf(document.activeElement as HTMLElement), buttons.length);
    const ranked = digit ? ranking?.ranked[Number(digit) - 1] : undefined;
    if (event.code === 'Escape') onDone();
    else if (ranked) choose(ranked.hospitalId);
    else if (next !== null) buttons[next]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const problem = failure ?? choosing.failure;
  return (
    <div role="group" aria-label={t(SENDING.hospitals)} onKeyDown={onKeyDown} className="hospitals">
      {problem ? <Banner tone="fault">{say(problem.message)}</Banner> : null}
      {!ranking && !failure ? <Skeleton rows={3} rowHeight={52} label={t(SENDING.hospitalsLoading)} /> : null}
      {capacityOf ? (
        <CapacityForm key={capacityOf} hospitalId={capacityOf} onDone={() => setCapacityOf(null)} />
      ) : (
        <ol>
          {ranking?.ranked.map((ranked, index) => (
            <Row
              key={ranked.hospitalId}
              ranked={ranked}
              chosen={ranked.hospitalId === mission.hospitalId}
              isEntry={index === 0}
              onChoose={choose}
              onCapacity={setCapacityOf}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Where the patient goes: the one chosen, and on demand all of them in order with their reasons. */
export function HospitalChoice({ mission }: { mission: Mission }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const chosen = useBoard((board) => (mission.hospitalId ? board.hospitals[mission.hospitalId] : undefined));
  return (
    <div className="hospital-choice">
      <p>
        <span className="hospital-label">{t(CONSOLE.hospital)}</span>
        <b>{chosen?.name ?? t(CONSOLE.hospitalNone)}</b>
        <Button className="small" keyCap="Alt U" data-hospitals aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(SENDING.hospitalsClosed)}
        </Button>
      </p>
      {open ? <Ranked mission={mission} onDone={() => setOpen(false)} /> : null}
    </div>
  );
}
