import { findMassCasualty, listCasualties } from '#casualties';
import type { CrewView, Position, StationId, StationView, VehicleId } from '#contracts';
import { listStandingPrealerts, listUnits, MissionRow, OfferRow, offerView, viewMission } from '#dispatch';
import { HospitalRow, StationRow } from '#fleet';
import { findProtocol, IncidentRow, incidentView, NoteRow, noteView } from '#incidents';
import { getHead, readAtOneMoment } from '#journal';
import { findOpenDistress, listMessagesOfCrew } from '#messages';
import { listObstructions } from '#traffic';
import { In, type DataSource, type EntityManager } from 'typeorm';

/**
 * What one crew may see: its vehicle, and patient data only of the mission it is on or being asked to take
 * (invariant I13).
 */
export const readCrewView = (
  dataSource: DataSource,
  vehicleId: VehicleId | null,
  position: Position | null,
  now: Date,
): Promise<CrewView> => readAtOneMoment(dataSource, (tx) => crewView(tx, vehicleId, position, now));

async function crewView(
  tx: EntityManager,
  vehicleId: VehicleId | null,
  position: Position | null,
  now: Date,
): Promise<CrewView> {
  const { epoch, n } = await getHead(tx);
  const obstructions = await listObstructions(tx, 'open');
  const frame = { cursor: { epoch, n }, serverTime: now.toISOString(), position, obstructions };
  const hospitals = (await tx.find(HospitalRow, { order: { name: 'ASC' } })).map(({ code: _code, ...row }) => row);
  const empty = {
    unit: null,
    station: null,
    offer: null,
    mission: null,
    incident: null,
    protocol: null,
    prealerts: [],
    notes: [],
    messages: [],
    distress: null,
    massCasualty: null,
    casualties: [],
  };
  const [unit] = vehicleId ? await listUnits(tx, [vehicleId]) : [];
  if (!unit) return { ...frame, ...empty, hospitals };
  const station = await tx.findOneBy(StationRow, { id: unit.stationId });
  const home = station && (({ code: _code, ...row }) => row)(station);
  const job = unit.missionId ? await readJob(tx, unit.missionId) : empty;
  const prealerts = await listStandingPrealerts(tx, { vehicleId: unit.id });
  const messages = unit.shift ? await listMessagesOfCrew(tx, unit.id, new Date(unit.shift.startsAt)) : [];
  const distress = await findOpenDistress(tx, unit.id);
  return { ...frame, ...job, unit, station: home, hospitals, prealerts, messages, distress };
}

async function readJob(tx: EntityManager, missionId: MissionRow['id']) {
  const mission = await tx.findOneByOrFail(MissionRow, { id: missionId });
  const incident = await tx.findOneByOrFail(IncidentRow, { id: mission.incidentId });
  const offer = await tx.findOneBy(OfferRow, { missionId, state: 'open' });
  const notes = await tx.find(NoteRow, { where: { incidentId: incident.id }, order: { at: 'ASC' } });
  return {
    offer: offer && offerView(offer),
    mission: await viewMission(tx, mission),
    incident: incidentView(incident),
    protocol: await findProtocol(tx, incident.reason, incident.protocolVersion),
    notes: notes.map(noteView),
    massCasualty: await findMassCasualty(tx, incident.id),
    casualties: await listCasualties(tx, incident.id),
  } satisfies Pick<CrewView, 'offer' | 'mission' | 'incident' | 'protocol' | 'notes' | 'massCasualty' | 'casualties'>;
}

/** What a station's desk shows: its vehicles, and the orders it is being asked about, without names or phones. */
export const readStationView = (dataSource: DataSource, stationId: StationId, now: Date): Promise<StationView | null> =>
  readAtOneMoment(dataSource, (tx) => stationView(tx, stationId, now));

async function stationView(tx: EntityManager, stationId: StationId, now: Date): Promise<StationView | null> {
  const { epoch, n } = await getHead(tx);
  const station = await tx.findOneBy(StationRow, { id: stationId });
  if (!station) return null;
  const units = await listUnits(tx, stationId);
  const offers = await tx.find(OfferRow, { where: { stationId, state: 'open' }, order: { offeredAt: 'ASC' } });
  const incidents = await tx.findBy(IncidentRow, { id: In(offers.map((offer) => offer.incidentId)) });
  const { code: _code, ...view } = station;
  return {
    cursor: { epoch, n },
    serverTime: now.toISOString(),
    station: view,
    units,
    prealerts: await listStandingPrealerts(tx, { stationId }),
    offers: offers.map((offer) => {
      const row = incidents.find((incident) => incident.id === offer.incidentId)!;
      const { number, priority, reason, place, patientCount } = incidentView(row);
      return { ...offerView(offer), incident: { number, priority, reason, place, patientCount } };
    }),
  };
}
