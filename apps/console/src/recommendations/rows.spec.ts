import type { Diversion, Recommendation } from '#contracts';
import { rowsOf, vehicleOf, type Row } from './rows';

const ranked = (vehicleId: string, group = 'ambulance') => ({ vehicleId, group });
const shown = { ranked: [ranked('a'), ranked('b')], excluded: [] as object[] };
const excluded = (...ids: string[]) => ids.map((vehicleId) => ({ vehicleId, reasons: [] }));
const names = (list: object, diversions: object[] = []) =>
  rowsOf(list as Recommendation, diversions as Diversion[], { x: { callSign: 'BD-30' }, y: { callSign: 'BD-04' } }).map(
    (row: Row) => (row.kind === 'heading' ? `${row.heading} ${row.count}` : vehicleOf(row)),
  );

it('is every vehicle once, the excluded by call sign', () => {
  expect(names(shown)).toEqual(['a', 'b']);
  expect(names({ ...shown, excluded: excluded('x', 'y') })).toEqual(['a', 'b', 'excluded 2', 'y', 'x']);
});

it('puts those that could be turned round first, the greatest gain before the others', () => {
  const list = { ...shown, excluded: excluded('y', 'x') };
  expect(names(list, [{ vehicleId: 'x' }])).toEqual(['a', 'b', 'excluded 2', 'x', 'y']);
});

it('tells those who go ahead from those who carry', () => {
  const list = { ranked: [ranked('a'), ranked('m', 'two_wheeler')], excluded: [] };
  expect(names(list)).toEqual(['two_wheelers 1', 'm', 'ambulances 1', 'a']);
});
