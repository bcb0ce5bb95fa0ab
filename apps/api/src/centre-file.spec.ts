import { AccountRow, StationRow, VehicleRow } from '#fleet';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#database';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { verifyPassword } from './access/passwords.js';
import { CentreFile, enterCentre, unknownCodes } from './centre-file.js';

const example = () =>
  CentreFile.parse(JSON.parse(readFileSync(join(packageRoot(), 'docs/examples/centre.json'), 'utf8')));

describe('A centre enters itself', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(2);
  });
  afterAll(() => database.close());

  it('from the example of the documents, once', async () => {
    const { manager } = database.dataSource;
    expect(unknownCodes(example())).toEqual([]);
    expect(await enterCentre(database.dataSource, example(), new Date(0))).toEqual([
      'quantri',
      'dieuphoi',
      'tram-tdm',
      'bs.huy',
    ]);
    expect(await enterCentre(database.dataSource, example(), new Date(0))).toEqual([]);
    const station = await manager.findOneByOrFail(StationRow, { code: 'TDM' });
    expect(await manager.count(VehicleRow)).toBe(1);
    const crew = await manager.findOneByOrFail(AccountRow, { login: 'bs.huy' });
    expect(crew).toMatchObject({ role: 'crew', crewDuty: 'doctor', stationId: station.id });
    expect(await verifyPassword(crew.passwordHash, 'đổi mật khẩu này')).toBe(true);
  });

  it('is told every code that is used but not defined', () => {
    const file = example();
    file.vehicles[0]!.stationCode = 'NONE';
    delete file.accounts[3]!.stationCode;
    expect(unknownCodes(file)).toEqual(['BD-01: stationCode NONE', 'bs.huy: stationCode']);
  });
});
