import type { Mission, Offer, VehicleRequest } from '#contracts';
import type { MissionRow, MissionTimeRow, OfferRow, VehicleRequestRow } from './entities.js';

const iso = (at: Date | null) => at && at.toISOString();

export const requestView = (row: VehicleRequestRow): VehicleRequest => ({
  id: row.id,
  incidentId: row.incidentId,
  state: row.state,
  level: row.level,
  parallel: row.parallel,
  needs: row.needs,
  override: row.override?.reason ?? null,
  replaces: row.replaces,
  openedAt: row.openedAt.toISOString(),
  openedBy: row.openedBy,
});

export const offerView = (row: OfferRow): Offer => ({
  id: row.id,
  requestId: row.requestId,
  incidentId: row.incidentId,
  missionId: row.missionId,
  vehicleId: row.vehicleId,
  stationId: row.stationId,
  state: row.state,
  turn: row.turn,
  etaSeconds: row.etaSeconds,
  offeredAt: row.offeredAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  answeredAt: iso(row.answeredAt),
  answeredBy: row.answeredBy,
  refusalReason: row.refusalReason,
  refusalText: row.refusalText,
});

/** @param times the current ones (not replaced), in any order */
export const missionView = (row: MissionRow, times: readonly MissionTimeRow[]): Mission => ({
  id: row.id,
  incidentId: row.incidentId,
  requestId: row.requestId,
  vehicleId: row.vehicleId,
  state: row.state,
  since: row.since.toISOString(),
  orderedBecause: row.orderedBecause,
  hospitalId: row.hospitalId,
  outcome: row.outcome,
  cancelReason: row.cancelReason,
  etaSeconds: row.etaSeconds,
  times: times
    .map((time) => ({
      etime: time.etime,
      at: time.at.toISOString(),
      deviceAt: iso(time.deviceAt),
      receivedAt: time.receivedAt.toISOString(),
      source: time.source,
      by: time.by,
      because: time.because,
    }))
    .sort((a, b) => a.etime.localeCompare(b.etime)),
});
