import type { Diversion, ExcludedVehicle, RankedVehicle, Recommendation, Unit } from '#contracts';

/** One line of the table of all vehicles. */
export type Row =
  | { kind: 'heading'; heading: 'ambulances' | 'two_wheelers' | 'excluded'; count: number }
  | { kind: 'ranked'; vehicle: RankedVehicle; place: number }
  | { kind: 'excluded'; vehicle: ExcludedVehicle; diversion: Diversion | null };

export const vehicleOf = (row: Row) => (row.kind === 'heading' ? null : row.vehicle.vehicleId);

/**
 * Every vehicle of the region once: who goes ahead, who carries, each with its place, then those that cannot be sent, the ones that could
 * be turned round first. A heading stands only where there is something to tell apart.
 */
export function rowsOf(
  { ranked, excluded }: Recommendation,
  diversions: readonly Diversion[],
  units: Record<string, Pick<Unit, 'callSign'>>,
): Row[] {
  const ofGroup = (ahead: boolean) => ranked.filter(({ group }) => (group === 'two_wheeler') === ahead);
  const [ahead, ambulances] = [ofGroup(true), ofGroup(false)];
  const placed = (vehicles: readonly RankedVehicle[], before: number) =>
    vehicles.map((vehicle, i): Row => ({ kind: 'ranked', vehicle, place: before + i + 1 }));
  const gainOf = (row: ExcludedVehicle) => diversions.findIndex(({ vehicleId }) => vehicleId === row.vehicleId);
  const nameOf = (row: ExcludedVehicle) => units[row.vehicleId]?.callSign ?? '';
  const place = (row: ExcludedVehicle) => (gainOf(row) < 0 ? Infinity : gainOf(row));
  const others = [...excluded]
    .sort((a, b) => (place(a) === place(b) ? nameOf(a).localeCompare(nameOf(b), 'vi') : place(a) - place(b)))
    .map((vehicle): Row => ({ kind: 'excluded', vehicle, diversion: diversions[gainOf(vehicle)] ?? null }));
  const headed = (heading: Extract<Row, { kind: 'heading' }>['heading'], rows: Row[]): Row[] =>
    rows.length === 0 ? [] : [{ kind: 'heading', heading, count: rows.length }, ...rows];
  return [
    ...headed('two_wheelers', placed(ahead, 0)),
    ...(ahead.length > 0 ? headed('ambulances', placed(ambulances, ahead.length)) : placed(ambulances, 0)),
    ...headed('excluded', others),
  ];
}
