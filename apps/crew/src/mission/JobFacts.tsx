import {
  adviceOf,
  answersInWords,
  CALL_REASONS,
  SEXES,
  type CrewView,
  type Incident,
  type Patient,
  type Protocol,
} from '#contracts';
import { CREW, formatClock, formatHourMinute, PriorityChip, PriorityName, Timer, useTexts } from '#web';
import { IconBuildingHospital, IconDoor, IconMapPin, IconNotes, IconStethoscope } from '@tabler/icons-react';
import { rankOf } from './steps.js';

/** Level, number, time since the call: the band on top. */
export function JobHead({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  return (
    <div className={`job-head job-head-${incident.priority}`}>
      <PriorityChip priority={incident.priority} />
      <div>
        <b>
          <PriorityName priority={incident.priority} />
        </b>
        <span className="tn">
          {t(CREW.incident, { number: incident.number.slice(-4) })} ·{' '}
          {t(CREW.calledAt, { time: formatClock(incident.receivedAt) })}
        </span>
      </div>
      <Timer since={incident.receivedAt} />
    </div>
  );
}

/** Complaint, patient, place, way in, notes, hospital: the order in which a crew needs them. */
export function JobFacts({ view, onHospital }: { view: CrewView; onHospital: () => void }) {
  const { t } = useTexts();
  const { incident, notes, mission, hospitals } = view;
  if (!incident) return null;
  const hospital = hospitals.find(({ id }) => id === mission?.hospitalId);
  const { place } = incident;
  const hospitalMatters = hospital !== undefined || (mission !== null && rankOf(mission.state) >= rankOf('on_scene'));
  return (
    <div className="job-facts">
      <h1>{t(CALL_REASONS[incident.reason])}</h1>
      <Patients incident={incident} />
      <p className="job-fact">
        <IconMapPin size={22} aria-label={t(CREW.place)} role="img" />
        <span>
          <b>{place.address || t(CREW.noAddress)}</b>
          {place.ward ? <span>{place.ward}</span> : null}
          {place.position ? null : <span className="job-fact-warning">{t(CREW.noPosition)}</span>}
        </span>
      </p>
      {place.access ? (
        <p className="job-fact">
          <IconDoor size={22} aria-label={t(CREW.access)} role="img" />
          <span>{place.access}</span>
        </p>
      ) : null}
      <Triage incident={incident} protocol={view.protocol} />
      {notes.length > 0 ? (
        <div className="job-fact">
          <IconNotes size={22} aria-label={t(CREW.notes)} role="img" />
          <ul>
            {notes.map(({ id, at, by, text }) => (
              <li key={id}>
                {text} <span className="tn">{`${formatHourMinute(at)} ${by}`}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {hospitalMatters ? (
        <div className="job-fact">
          <IconBuildingHospital size={22} aria-label={t(CREW.hospital)} role="img" />
          <button type="button" className="job-hospital" onClick={onHospital}>
            <b>{hospital?.name ?? t(CREW.chooseHospital)}</b>
            {hospital ? <span>{t(CREW.changeHospital)}</span> : null}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Patients({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const describe = ({ name, sex, ageYears, condition }: Patient) =>
    [name, sex && t(SEXES[sex]), ageYears != null && t(CREW.age, { n: ageYears }), condition]
      .filter(Boolean)
      .join(', ');
  const known = incident.patients.map(describe).filter((words) => words !== '');
  return <p className="job-patients">{[...known, t(CREW.patients, { n: incident.patientCount })].join(' · ')}</p>;
}

/** What was found out first, then every question with its answer. */
function Triage({ incident: { answers }, protocol }: { incident: Incident; protocol: Protocol | null }) {
  const { t } = useTexts();
  const given = protocol ? answersInWords(answers, protocol) : [];
  if (!protocol || given.length === 0) return null;
  const { tags } = adviceOf(answers, protocol);
  return (
    <p className="job-fact">
      <IconStethoscope size={22} aria-label={t(CREW.answers)} role="img" />
      <span>
        {tags.length > 0 ? <b>{tags.map((tag) => t(tag)).join(' · ')}</b> : null}
        <span>{given.map(({ question, answer }) => `${t(question)} ${t(answer)}`).join(' · ')}</span>
      </span>
    </p>
  );
}
