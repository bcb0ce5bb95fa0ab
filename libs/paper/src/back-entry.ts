import { COMMANDS, DomainError, MissionId, RequestId, triage, type PaperEntry, type PaperRun } from '#contracts';
import { commitVehicle, MissionRow, setMissionState, VehicleRequestRow, writeTime } from '#dispatch';
import { lockVehicle } from '#fleet';
import { moveIncident, type IncidentRow, type IncidentsService } from '#incidents';
import type { Pen } from '#journal';
import { uuidv7 } from 'uuidv7';
import { lastTime, writtenTimes, type WrittenTime } from './written-times.js';

/** What was done on paper, written in one step: the call, the incident under the card's number, every run with its times. */
export async function enterFromPaper(
  pen: Pen,
  entry: PaperEntry,
  incidents: Pick<IncidentsService, 'openFromPaper'>,
): Promise<IncidentRow> {
  const { phone, callerName, receivedAt, reason, place, patientCount, priority, witness, writtenBy } = entry;
  const note = [entry.note, witness && `(${witness})`].filter(Boolean).join('\n');
  // Whatever an incident needs and a card does not have is as if nobody had been asked.
  const body = COMMANDS['incident.open'].body.parse({
    reason,
    place,
    patientCount,
    note,
    call: { phone, callerName, receivedAt },
    ...(priority ? { priority: { level: priority, because: PAPER } } : {}),
  });
  const written = { number: entry.number, by: writtenBy, at: new Date(receivedAt) };
  let incident = await incidents.openFromPaper(pen, body, written);
  for (const run of entry.runs) await enterRun(pen, incident, run);
  if (entry.runs.length > 0) incident = await moveIncident(pen, incident, 'attended', {}, { paper: true });
  if (!entry.closeReason) return incident;
  if (entry.runs.some(isGoingOn)) throw new DomainError('INCIDENT_HAS_ACTIVE_MISSION', { number: entry.number });
  const closed = { closeReason: entry.closeReason, closedAt: lastTime(entry) };
  return moveIncident(pen, incident, 'closed', closed, { reason: entry.closeReason, paper: true });
}

/** Why a level that differs from the rules stands there: it was written so. */
const PAPER = 'Phiếu giấy';

async function enterRun(pen: Pen, incident: IncidentRow, run: PaperRun): Promise<void> {
  const request = await enterRequest(pen, incident);
  const times = writtenTimes(run);
  const { step } = times.at(-1)!;
  const end = { hospitalId: run.hospitalId ?? null, outcome: run.outcome ?? outcomeOf(times) };
  const enterTimes = async (mission: MissionRow) => {
    for (const { etime, at } of times) await writeTime(pen, mission, etime, { at, source: 'paper' });
  };
  if (!isGoingOn(run)) return enterTimes(await enterEndedMission(pen, incident, request, run, end));
  const mission = await commit(pen, incident, request, run);
  await enterTimes(mission);
  if (step !== 'notified') await setMissionState(pen, mission, step, 'mission.moved', end, { paper: true });
}

/** Who arrived at a hospital carried somebody there. */
const outcomeOf = (times: readonly WrittenTime[]) =>
  times.some(({ step }) => step === 'at_hospital') ? ('transported' as const) : null;

/** A run without its last time: as far as the paper knows, the vehicle is still on it. */
const isGoingOn = (run: PaperRun) => writtenTimes(run).at(-1)!.step !== 'completed';

async function enterRequest(pen: Pen, incident: IncidentRow): Promise<VehicleRequestRow> {
  const request: VehicleRequestRow = {
    id: RequestId.parse(uuidv7()),
    incidentId: incident.id,
    homeIncidentId: null,
    state: 'filled',
    level: triage(incident.reason, {}).level,
    parallel: 1,
    wanted: [],
    override: null,
    shown: null,
    openedAt: incident.openedAt,
    openedBy: incident.openedBy,
  };
  await pen.tx.insert(VehicleRequestRow, request);
  pen.record({
    kind: 'request.opened',
    incidentId: incident.id,
    facts: { requestId: request.id, level: request.level, parallel: 1, priority: incident.priority, paper: true },
  });
  return request;
}

/** Still going on: from now on it is held like any other, and cannot be if somebody else has the vehicle. */
async function commit(pen: Pen, incident: IncidentRow, request: VehicleRequestRow, run: PaperRun): Promise<MissionRow> {
  const { mission, refusal } = await commitVehicle(pen, {
    incidentId: incident.id,
    requestId: request.id,
    vehicleId: run.vehicleId,
    promised: null,
    orderedBecause: 'station_agreed',
  });
  if (!mission) throw refusal;
  return mission;
}

/** Over already: it never holds the vehicle, whatever that does now. */
async function enterEndedMission(
  pen: Pen,
  incident: IncidentRow,
  request: VehicleRequestRow,
  run: PaperRun,
  end: Pick<MissionRow, 'hospitalId' | 'outcome'>,
): Promise<MissionRow> {
  const vehicle = await lockVehicle(pen.tx, run.vehicleId);
  const mission: MissionRow = {
    id: MissionId.parse(uuidv7()),
    incidentId: incident.id,
    homeIncidentId: null,
    requestId: request.id,
    vehicleId: run.vehicleId,
    shiftId: null,
    state: 'completed',
    since: pen.now,
    orderedBecause: 'station_agreed',
    ...end,
    cancelReason: null,
    etaSeconds: null,
    active: false,
  };
  await pen.tx.insert(MissionRow, mission);
  pen.record({
    kind: 'mission.notified',
    incidentId: incident.id,
    missionId: mission.id,
    vehicleId: run.vehicleId,
    facts: {
      requestId: request.id,
      stationId: vehicle.stationId,
      level: vehicle.level,
      callSign: vehicle.callSign,
      orderedBecause: mission.orderedBecause,
      paper: true,
    },
  });
  const about = { incidentId: incident.id, missionId: mission.id, vehicleId: run.vehicleId };
  pen.record({ kind: 'mission.moved', ...about, facts: { from: 'notified', to: 'completed', ...end, paper: true } });
  return mission;
}
