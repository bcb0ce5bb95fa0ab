import { CasualtyRow, MassCasualtyRow, massCasualtyView, viewCasualties } from '#casualties';
import { listAlarms } from '#alarms';
import type {
  AlarmId,
  CallBackId,
  CallerLinkId,
  CallId,
  IncidentId,
  ObstructionId,
  PhonePositionId,
  PrealertId,
  RecordKind,
  RecordOf,
  RingId,
  VehicleId,
} from '#contracts';
import {
  currentTimes,
  listPrealerts,
  listStandingPrealerts,
  listUnits,
  MissionRow,
  missionView,
  OfferRow,
  offerView,
  requestView,
  SuggestionRow,
  suggestionView,
  VehicleRequestRow,
} from '#dispatch';
import { listCapacities } from '#fleet';
import { CallRow, callView, IncidentRow, incidentView } from '#incidents';
import type { Entry } from '#journal';
import { listCallerLinks } from '#links';
import { listDistresses, listMessages } from '#messages';
import { listCallBacks, listPhonePositions, listRings } from '#telephony';
import { listObstructions } from '#traffic';
import { In, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';

/** How one kind of record gets onto the board. */
interface Kind<T> {
  /** What a journal entry touched: the id of the record, or of what the record hangs on. */
  readonly touchedBy: (entry: Entry) => string | null;
  /** The newest state of those touched. */
  readonly of: (tx: EntityManager, ids: readonly string[]) => Promise<T[]>;
  /** All that a snapshot holds: those that `ON_BOARD` of the contract keeps. */
  readonly open: (tx: EntityManager) => Promise<T[]>;
}

const openIncidents = { state: Not('closed') } as const satisfies FindOptionsWhere<IncidentRow>;
const OPEN_INCIDENTS = `(select id from incident where state <> 'closed')`;

/** That there was an alarm about it changes nothing of the thing itself. */
const unlessAlarm = (entry: Entry, id: string | null) => (entry.kind.startsWith('alarm.') ? null : id);
const byIncident = (entry: Entry) => unlessAlarm(entry, entry.incidentId);
/** Records whose entries are all of one noun, and name them in a fact. */
const byFact =
  (noun: string, fact: string) =>
  ({ kind, facts }: Entry) =>
    kind.startsWith(`${noun}.`) ? (facts[fact] as string) : null;

/** Records that hang on an incident come with it, whole. */
const belonging = <R extends { incidentId: IncidentId }, T>(
  row: new () => R,
  order: readonly [by: string, then?: string],
  view: (tx: EntityManager, rows: R[]) => T[] | Promise<T[]>,
): Kind<T> => {
  const [by, then = by] = order;
  const find = (tx: EntityManager) => tx.createQueryBuilder(row, 'own').orderBy(by).addOrderBy(then);
  return {
    touchedBy: byIncident,
    of: async (tx, ids) => view(tx, await find(tx).where('own.incidentId = any(:ids)', { ids }).getMany()),
    open: async (tx) => view(tx, await find(tx).where(`own.incidentId in ${OPEN_INCIDENTS}`).getMany()),
  };
};

/** Every kind of record on the board; another kind is another line. */
export const KINDS: { readonly [K in RecordKind]: Kind<RecordOf<K>> } = {
  calls: {
    touchedBy: (entry) => entry.callId,
    of: async (tx, ids) => (await tx.findBy(CallRow, { id: In(ids as CallId[]) })).map(callView),
    open: async (tx) => (await tx.findBy(CallRow, { state: 'open' })).map(callView),
  },
  incidents: {
    touchedBy: byIncident,
    of: (tx, ids) => listIncidents(tx, { id: In(ids as IncidentId[]) }),
    open: (tx) => listIncidents(tx, openIncidents),
  },
  missions: belonging(MissionRow, ['own.since', 'own.id'], async (tx, rows) => {
    const times = await currentTimes(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      missionView(
        row,
        times.filter(({ missionId }) => missionId === row.id),
      ),
    );
  }),
  requests: belonging(VehicleRequestRow, ['own.openedAt', 'own.id'], (_, rows) => rows.map(requestView)),
  offers: belonging(OfferRow, ['own.offeredAt', 'own.turn'], (_, rows) => rows.map(offerView)),
  massCasualties: belonging(MassCasualtyRow, ['own.declaredAt'], (_, rows) => rows.map(massCasualtyView)),
  casualties: belonging(CasualtyRow, ['own.number'], viewCasualties),
  units: {
    touchedBy: (entry) => unlessAlarm(entry, entry.vehicleId),
    of: (tx, ids) => listUnits(tx, ids as VehicleId[]),
    open: (tx) => listUnits(tx),
  },
  suggestions: {
    touchedBy: byIncident,
    of: async (tx, ids) =>
      (await tx.findBy(SuggestionRow, { incidentId: In(ids as IncidentId[]) })).map(suggestionView),
    open: async (tx) => (await tx.findBy(SuggestionRow, { state: 'open' })).map(suggestionView),
  },
  capacities: {
    touchedBy: ({ kind, facts }) => (kind === 'hospital.capacitySet' ? (facts['hospitalId'] as string) : null),
    of: async (tx, ids) => (await listCapacities(tx)).filter(({ id }) => ids.includes(id)),
    open: (tx) => listCapacities(tx),
  },
  obstructions: {
    touchedBy: byFact('road', 'obstructionId'),
    of: (tx, ids) => listObstructions(tx, ids as ObstructionId[]),
    open: (tx) => listObstructions(tx, 'open'),
  },
  rings: {
    touchedBy: byFact('ring', 'ringId'),
    of: (tx, ids) => listRings(tx, ids as RingId[]),
    open: (tx) => listRings(tx, 'open'),
  },
  callBacks: {
    touchedBy: byFact('callBack', 'callBackId'),
    of: (tx, ids) => listCallBacks(tx, ids as CallBackId[]),
    open: (tx) => listCallBacks(tx, 'waiting'),
  },
  phonePositions: {
    touchedBy: byFact('phonePosition', 'phonePositionId'),
    of: (tx, ids) => listPhonePositions(tx, ids as PhonePositionId[]),
    open: (tx) => listPhonePositions(tx, 'open'),
  },
  callerLinks: {
    touchedBy: byFact('callerLink', 'linkId'),
    of: (tx, ids) => listCallerLinks(tx, ids as CallerLinkId[]),
    open: (tx) => listCallerLinks(tx, 'open'),
  },
  prealerts: {
    touchedBy: byFact('prealert', 'prealertId'),
    of: (tx, ids) => listPrealerts(tx, ids as PrealertId[]),
    open: (tx) => listStandingPrealerts(tx),
  },
  alarms: {
    touchedBy: byFact('alarm', 'alarmId'),
    of: (tx, ids) => listAlarms(tx, ids as AlarmId[]),
    open: (tx) => listAlarms(tx, 'open'),
  },
  messages: {
    touchedBy: byFact('message', 'messageId'),
    of: (tx, ids) => listMessages(tx, ids),
    open: (tx) => listMessages(tx, 'board'),
  },
  distresses: {
    touchedBy: byFact('distress', 'distressId'),
    of: (tx, ids) => listDistresses(tx, ids),
    open: (tx) => listDistresses(tx, 'open'),
  },
};

const listIncidents = async (tx: EntityManager, where: FindOptionsWhere<IncidentRow>) =>
  (await tx.find(IncidentRow, { where, order: { openedAt: 'ASC' } })).map(incidentView);
