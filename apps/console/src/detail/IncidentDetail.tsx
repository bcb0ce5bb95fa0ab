import {
  CALL_OUTCOMES,
  CALL_STATES,
  CLOSE_REASONS,
  INCIDENT_STATES,
  PLACE_SOURCES,
  SEXES,
  isActiveMission,
  type Incident,
  type IncidentDetail as Detail,
  type IncidentId,
} from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  EmptyState,
  INTAKE,
  Panel,
  PriorityChip,
  PriorityName,
  Skeleton,
  formatClock,
  formatDateTime,
  useBoard,
  useTexts,
} from '#web';
import { useEffect, useState } from 'react';
import { MassCasualtySection } from '../casualties/MassCasualtySection.js';
import { focusPanel } from '../focus.js';
import { CloseWork } from '../layout/CloseWork.js';
import { LevelChoice } from '../intake/LevelChoice.js';
import { useMay } from '../may.js';
import { CallerLinkSection } from '../links/CallerLinkSection.js';
import { IncidentTitle } from '../queue/IncidentRow.js';
import { shortNumber } from '../queue/queue.js';
import { openIncident, startPinning, useRoom } from '../room.js';
import { RideSection } from '../rides/RideSection.js';
import { InstructionsPanel } from '../instructions/InstructionsPanel.js';
import { openInstructions } from '../instructions/use-instructions.js';
import { SavedDuplicate } from '../duplicates/SavedDuplicate.js';
import { Asked } from './Asked.js';
import { Toast } from '../undo/Toast.js';
import { Closing } from './Closing.js';
import { ConflictChoice } from './ConflictChoice.js';
import { Fact } from './Fact.js';
import { FactsForm } from './FactsForm.js';
import { MissionCard } from './MissionCard.js';
import { NoteForm } from './NoteForm.js';
import { PlaceForm } from './PlaceForm.js';
import { Timeline } from './Timeline.js';
import { useAmend, type Amending } from './use-amend.js';
import { useDetail } from './use-detail.js';
import './detail.css';

function Facts({ detail }: { detail: Detail }) {
  const { t } = useTexts();
  const [correcting, setCorrecting] = useState(false);
  const { incident, calls } = detail;
  const { place, patients, patientCount } = incident;
  const [patient] = patients;
  return (
    <dl className="facts">
      <Fact label={t(CONSOLE.place)}>
        {place.address || '–'}
        {place.ward && place.ward !== place.address ? ` · ${place.ward}` : ''}
        {place.formerUnit ? (
          <span className="fact-more">{t(CONSOLE.formerUnit, { unit: place.formerUnit })}</span>
        ) : null}
        {place.access ? <span className="fact-more">{place.access}</span> : null}
        {place.confirmed ? (
          <span className="fact-more">{t(CONSOLE.placeConfirmedBy, { words: place.confirmed })}</span>
        ) : null}
        <span className="fact-more">
          {place.position ? t(PLACE_SOURCES[place.source]) : t(CONSOLE.placeTyped)}{' '}
          <Button className="small" kind={place.position ? 'quiet' : 'plain'} onClick={() => startPinning('incident')}>
            {t(CONSOLE.pinAgain)}
          </Button>{' '}
          <Button className="small" kind="quiet" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
            {t(CONSOLE.correctPlace)}
          </Button>
        </span>
        {correcting ? <PlaceForm incident={incident} onDone={() => setCorrecting(false)} /> : null}
      </Fact>
      <Fact label={t(CONSOLE.patient)}>
        {[
          patientCount === 1 ? null : t(CONSOLE.victims, { count: patientCount }),
          patient?.name,
          patient?.sex ? t(SEXES[patient.sex]) : null,
          patient?.ageYears ? t(CONSOLE.patientYears, { age: patient.ageYears }) : null,
          patient?.condition,
        ]
          .filter(Boolean)
          .join(', ') || '–'}
      </Fact>
      <Fact label={t(CONSOLE.calls)}>
        {calls.map((call) => (
          <span key={call.id} className="fact-more tn">
            {formatClock(call.receivedAt)} {call.phoneRaw || '–'} {call.callerName}{' '}
            {call.outcome ? t(CALL_OUTCOMES[call.outcome]) : call.state === 'linked' ? '' : t(CALL_STATES[call.state])}
          </span>
        ))}
      </Fact>
      <Fact label={t(CONSOLE.openedBy)}>
        <span className="tn">
          {incident.openedBy} · {formatDateTime(incident.openedAt)}
        </span>
      </Fact>
    </dl>
  );
}

function Level({ incident, amending }: { incident: Incident; amending: Amending }) {
  const { t } = useTexts();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <div className={`level-card level-card-${incident.priority}`}>
        <PriorityChip priority={incident.priority} />
        <span className="level-words">
          <strong>
            <PriorityName priority={incident.priority} />
          </strong>
          <span>
            {t(INCIDENT_STATES[incident.state])}
            {incident.priorityReason ? ` · ${t(CONSOLE.levelOverridden, { because: incident.priorityReason })}` : ''}
          </span>
        </span>
        {incident.state === 'closed' ? null : (
          <Button keyCap="Alt P" data-change-level aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t(CONSOLE.changeLevel)}
          </Button>
        )}
      </div>
      {changing ? (
        <LevelChoice
          current={incident.priority}
          onCancel={() => setChanging(false)}
          onChoose={(level, because) =>
            void amending.amend({ priority: { level, because } }).then((done) => done && setChanging(false))
          }
        />
      ) : null}
    </>
  );
}

function MergedInto({ incidentId }: { incidentId: IncidentId }) {
  const { t } = useTexts();
  const into = useBoard((board) => board.incidents[incidentId]);
  return (
    <Banner tone="note" action={<Button onClick={() => openIncident(incidentId)}>{t(CONSOLE.openIt)}</Button>}>
      {t(CONSOLE.mergedInto, { number: into ? shortNumber(into.number) : '' })}
    </Banner>
  );
}

/** Saves a pin that was set on the map for this incident. */
function usePinned(incident: Incident, amend: Amending['amend']) {
  const pinned = useRoom((room) => room.pinned);
  useEffect(() => {
    if (!pinned) return;
    useRoom.setState({ pinned: null });
    const { address, access } = incident.place;
    void amend({ place: { address, access, position: pinned, source: 'pin' } });
  }, [pinned, incident, amend]);
}

function Body({ detail }: { detail: Detail }) {
  const { t, say } = useTexts();
  const { incident, missions, notes } = detail;
  const mayClose = useMay('incident.close');
  const amending = useAmend(incident);
  usePinned(incident, amending.amend);
  const [correcting, setCorrecting] = useState(false);
  // Offers that came to nothing are in the timeline; cards are for vehicles that went.
  const current = missions
    .filter(({ state }) => isActiveMission(state) || state === 'completed' || state === 'cancelled')
    .sort((a, b) => b.since.localeCompare(a.since));
  return (
    <>
      <p className="detail-title">
        <IncidentTitle incident={incident} /> <span className="tn">{incident.number}</span>
      </p>
      {incident.closeReason ? (
        <Banner tone="note">{t(CONSOLE.closedAs, { reason: t(CLOSE_REASONS[incident.closeReason]) })}</Banner>
      ) : null}
      {incident.mergedInto ? <MergedInto incidentId={incident.mergedInto} /> : null}
      <Level incident={incident} amending={amending} />
      {amending.failure ? <Banner tone="fault">{say(amending.failure.message)}</Banner> : null}
      <ConflictChoice detail={detail} amending={amending} />
      <InstructionsPanel answers={incident.answers} protocol={detail.protocol} />
      <SavedDuplicate detail={detail} />
      <Asked detail={detail} amending={amending} />
      <RideSection incident={incident} />
      <Facts detail={detail} />
      {incident.state === 'closed' ? null : correcting ? (
        <FactsForm incident={incident} amending={amending} onDone={() => setCorrecting(false)} />
      ) : (
        <div className="actions">
          <Button className="small" onClick={() => setCorrecting(true)}>
            {t(INTAKE.correctFacts)}
          </Button>
          <Button className="small" keyCap="Alt H" onClick={openInstructions}>
            {t(INTAKE.instructions)}
          </Button>
        </div>
      )}
      <CallerLinkSection incident={incident} amending={amending} />
      <MassCasualtySection incident={incident} missions={missions} />
      <h3>{t(CONSOLE.vehicles)}</h3>
      {current.length === 0 ? <p className="detail-none">{t(CONSOLE.vehiclesNone)}</p> : null}
      {current.map((mission) => (
        <MissionCard key={mission.id} mission={mission} />
      ))}
      <h3>{t(CONSOLE.notesTitle)}</h3>
      {notes.map((note) => (
        <p key={note.id} className="note">
          <span className="tn">
            {formatClock(note.at)} · {note.by}
          </span>
          {note.text}
        </p>
      ))}
      <NoteForm incidentId={incident.id} />
      <h3>{t(CONSOLE.timeline)}</h3>
      <Timeline entries={detail.timeline} notes={notes} messages={detail.messages} />
      {mayClose ? <Closing incident={incident} busy={missions.some(({ state }) => isActiveMission(state))} /> : null}
    </>
  );
}

/** One incident with all that belongs to it, and everything the room can do to it. */
export function IncidentDetail() {
  const { t, say } = useTexts();
  const incidentId = useRoom((room) => room.incidentId);
  const { detail, failure, again } = useDetail(incidentId);
  const title = detail
    ? t(CONSOLE.incident, { number: shortNumber(detail.incident.number) })
    : t(CONSOLE.incident, { number: '' });
  return (
    <Panel
      id="incident"
      title={title}
      controls={
        <>
          <span className="grow" />
          <Button keyCap="F2" className="small" onClick={() => focusPanel('intake')}>
            {t(CONSOLE.keyIntake)}
          </Button>
          <CloseWork />
        </>
      }
    >
      <div className="detail" tabIndex={0} role="group" aria-label={title} data-entry>
        {!incidentId ? <EmptyState title={t(CONSOLE.incidentNone)}>{t(CONSOLE.incidentNoneHint)}</EmptyState> : null}
        {failure ? (
          <Banner tone="fault" action={<Button onClick={again}>{t(COMMON.retry)}</Button>}>
            {say(failure.message)}
          </Banner>
        ) : null}
        {incidentId && !detail && !failure ? <Skeleton rows={8} rowHeight={56} label={t(COMMON.loading)} /> : null}
        <Toast panel="incident" />
        {detail ? <Body key={detail.incident.id} detail={detail} /> : null}
      </div>
    </Panel>
  );
}
