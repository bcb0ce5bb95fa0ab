import type { ETime, IncidentId, MissionId, Priority, StationId } from '#contracts';
import type { Entry } from '#journal';

/** What the journal says of one mission: its station and the times that stand now. */
export interface MissionRecord {
  readonly id: MissionId;
  incidentId: IncidentId;
  readonly stationId: StationId;
  readonly times: Map<ETime, number>;
  /** What was promised when it was sent; null when nothing was. */
  readonly promised: PromiseRecord | null;
  state: string;
}

export interface PromiseRecord {
  readonly etaSeconds: number;
  readonly etaP90Seconds: number;
  readonly learnedFromDrives: number;
}

export interface IncidentRecord {
  readonly id: IncidentId;
  priority: Priority;
  readonly receivedAt: number;
  /** When a vehicle had to be there, of a ride ordered for a time. */
  dueAt: number | null;
  ward: string | null;
  formerUnit: string | null;
  merged: boolean;
  /** As the caller said; 1 where the journal is older than the figure. */
  reportedPatients: number;
  /** As counted at the scene, one by one. */
  countedPatients: number;
}

export interface OfferRecord {
  readonly incidentId: IncidentId;
  readonly stationId: StationId;
  state: string;
}

/**
 * The journal read as facts: nothing else is looked at, so a figure can never disagree with the history it came from.
 * Entries are taken in order; a later one (a corrected time, a changed priority, a merge) replaces what it corrects.
 */
export class Ledger {
  readonly incidents = new Map<IncidentId, IncidentRecord>();
  readonly missions = new Map<MissionId, MissionRecord>();
  readonly offers = new Map<string, OfferRecord>();
  readonly calls: number[] = [];
  head = 0;

  /** An entry that cannot be read stops here: figures that are missing are better than figures that pass over it. */
  take(entry: Entry): void {
    this.read(entry);
    this.head = entry.n;
  }

  private amend(incident: IncidentRecord, { priority, ward, formerUnit, patientCount }: Facts): void {
    if (patientCount !== undefined) incident.reportedPatients = patientCount;
    if (priority) incident.priority = priority;
    // Moved to where no ward is known, it has none.
    if (ward !== undefined) incident.ward = ward;
    if (formerUnit !== undefined) incident.formerUnit = formerUnit;
  }

  private read(entry: Entry): void {
    const facts = entry.facts as Facts;
    switch (entry.kind) {
      case 'call.taken':
        this.calls.push(Date.parse(facts.receivedAt!));
        return;
      case 'incident.opened':
        this.incidents.set(entry.incidentId as IncidentId, {
          id: entry.incidentId as IncidentId,
          priority: facts.priority!,
          receivedAt: Date.parse(facts.receivedAt!),
          dueAt: facts.dueAt ? Date.parse(facts.dueAt) : null,
          ward: facts.ward ?? null,
          formerUnit: facts.formerUnit ?? null,
          merged: false,
          reportedPatients: facts.patientCount ?? 1,
          countedPatients: 0,
        });
        return;
      case 'incident.amended':
        this.amend(this.incidents.get(entry.incidentId as IncidentId)!, facts);
        return;
      case 'incident.scheduled':
        this.incidents.get(entry.incidentId as IncidentId)!.dueAt = Date.parse(facts.dueAt!);
        return;
      case 'casualty.counted':
        this.incidents.get(entry.incidentId as IncidentId)!.countedPatients++;
        return;
      case 'casualty.struck':
        this.incidents.get(entry.incidentId as IncidentId)!.countedPatients--;
        return;
      case 'incident.moved':
        this.incidents.get(entry.incidentId as IncidentId)!.merged = facts.mergedInto !== undefined;
        return;
      case 'mission.notified':
        this.missions.set(entry.missionId as MissionId, {
          id: entry.missionId as MissionId,
          incidentId: entry.incidentId as IncidentId,
          stationId: facts.stationId!,
          times: new Map(),
          promised: promiseIn(facts),
          state: 'notified',
        });
        return;
      case 'mission.timed':
        this.missions.get(entry.missionId as MissionId)!.times.set(facts.etime!, Date.parse(facts.at!));
        return;
      case 'mission.untimed':
        for (const etime of facts.etimes!) this.missions.get(entry.missionId as MissionId)!.times.delete(etime);
        return;
      case 'mission.moved':
      case 'mission.corrected':
        this.missions.get(entry.missionId as MissionId)!.state = facts.to!;
        return;
      case 'mission.transferred':
        this.missions.get(entry.missionId as MissionId)!.incidentId = entry.incidentId as IncidentId;
        return;
      case 'offer.made':
        this.offers.set(facts.offerId!, {
          incidentId: entry.incidentId as IncidentId,
          stationId: facts.stationId!,
          state: 'open',
        });
        return;
    }
    if (entry.kind.startsWith('offer.')) this.offers.get(facts.offerId!)!.state = entry.kind.slice('offer.'.length);
  }
}

/** The facts this ledger reads; every kind carries its own. */
interface Facts {
  receivedAt?: string;
  priority?: Priority;
  ward?: string | null;
  formerUnit?: string | null;
  mergedInto?: string;
  dueAt?: string | null;
  patientCount?: number;
  stationId?: StationId;
  etime?: ETime;
  at?: string;
  etimes?: ETime[];
  to?: string;
  offerId?: string;
  etaSeconds?: number | null;
  etaP90Seconds?: number;
  learnedFromDrives?: number;
}

/** Promises of before there was a P90 cannot be judged by it: they count as none. */
const promiseIn = ({ etaSeconds, etaP90Seconds, learnedFromDrives }: Facts): PromiseRecord | null =>
  etaSeconds == null || etaP90Seconds === undefined
    ? null
    : { etaSeconds, etaP90Seconds, learnedFromDrives: learnedFromDrives ?? 0 };
