import type { Incident, Recommendation } from '#contracts';
import type { Browser } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { until } from '../support/screen.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E15 A nearer vehicle, in one line', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ OFFER_SECONDS: '600' }), launch()]);
    dispatcher = await server.as('dieuphoi2');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A far vehicle goes while the near one rests; then the near one is back. */
  async function helpFromAfar(address: string): Promise<{ incident: Incident; near: string }> {
    const place = { address, position: MARKET, source: 'pin' as const };
    const call = { phone: '0908417226' };
    const { incident } = await dispatcher.send('incident.open', { call, reason: 'cardiac_arrest', place });
    const { ranked } = await dispatcher.get<Recommendation>(`/api/incidents/${incident.id}/recommendation`);
    const [near] = ranked;
    const far = ranked.find(({ etaSeconds }) => etaSeconds > near!.etaSeconds + 400)!;
    for (const { vehicleId, etaSeconds } of ranked)
      if (etaSeconds < far.etaSeconds)
        await dispatcher.send('vehicle.setDuty', { vehicleId, duty: 'out_of_service', reason: 'rest' });
    await dispatcher.send('dispatch.order', { incidentId: incident.id, vehicleId: far.vehicleId, reason: 'other' });
    await dispatcher.send('vehicle.setDuty', { vehicleId: near!.vehicleId, duty: 'available' });
    return { incident, near: near!.vehicleId };
  }

  it('is taken by one key while typing goes on, taken back by another, and left by a third', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByText('Không có sự cố nào').first().waitFor();
    await keys.press('F2');
    await keys.type('0912');
    const { incident, near } = await helpFromAfar('Chợ Thủ Dầu Một');
    const line = page.locator('.suggestion');
    await line.waitFor({ timeout: 20_000 });
    // Nobody was taken from what they were typing.
    await keys.type('345');
    await page.locator('input').first().inputValue();
    await screen.picture('console-suggestion');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Alt+s');
    const asked = async () =>
      (
        await server.database.dataSource.query(
          `select 1 from offer where incident_id = $1 and vehicle_id = $2 and state = 'open'`,
          [incident.id, near],
        )
      ).length;
    await until(async () => (await asked()) === 1, 'the nearer vehicle to be asked');
    await line.waitFor({ state: 'detached' });
    await keys.press('F4', 'Control+z');
    await until(async () => (await asked()) === 0, 'the question to be taken back');
    await line.waitFor({ timeout: 20_000 });
    await keys.press('Alt+Shift+s');
    await line.waitFor({ state: 'detached' });
    const states = await server.database.dataSource.query('select state from suggestion order by made_at');
    expect(states).toEqual([{ state: 'taken' }, { state: 'left' }]);
    expect(screen.failures).toEqual([]);
  });
});
