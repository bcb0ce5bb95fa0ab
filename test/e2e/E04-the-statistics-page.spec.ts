import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

/** More than the least number of cases for a percentile. */
const CASES = 24;

describe('E04 The supervisor looks at the response times', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    await drive(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('sees median and P90 with n and definitions, in both languages, without a violation', async () => {
    const screen = await Screen.open(browser, server.url, 'stats', 'giamsat');
    const { page } = screen;
    await page.getByText('Trung vị đáp ứng').waitFor();
    await page.getByText(`n = ${CASES}`).first().waitFor();
    // Every case was on scene ten minutes after its call.
    await page
      .getByText(/10[,:]0/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Báo động mỗi giờ điều phối viên' }).waitFor();
    await page.getByText('0 chưa giải thích').waitFor();
    await screen.picture('stats');
    await page.locator('.room-panels').scrollIntoViewIfNeeded();
    await screen.picture('stats-room');
    expect(await screen.violations()).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Median response').waitFor();
    await page.getByRole('heading', { name: 'Alarms per dispatcher-hour' }).waitFor();
    expect(await screen.violations()).toEqual([]);
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });
});

/** Incidents whose call came ten minutes before the crew reported from the scene. */
async function drive(server: TestServer): Promise<void> {
  const dispatcher = await server.as('dieuphoi');
  const [{ id: vehicleId } = { id: '' }]: { id: string }[] = await server.database.dataSource.query(
    `select id from vehicle where call_sign = 'BD-03'`,
  );
  for (let i = 0; i < CASES; i++) {
    const { incident } = await dispatcher.send('incident.open', {
      call: { phone: `09000000${i}`, receivedAt: new Date(Date.now() - 600_000).toISOString() },
      reason: i % 3 === 0 ? 'cardiac_arrest' : 'fall',
      place: { address: 'Chợ Đình', position: [106.68, 10.985], source: 'pin' },
    });
    const { mission } = await dispatcher.send('dispatch.order', {
      incidentId: incident.id,
      vehicleId: vehicleId as never,
      reason: 'other',
    });
    for (const step of ['acknowledged', 'en_route', 'on_scene', 'at_patient'] as const)
      await dispatcher.send('mission.report', { missionId: mission.id, step });
    await dispatcher.send('mission.report', { missionId: mission.id, step: 'completed', outcome: 'treated_on_scene' });
    await dispatcher.send('vehicle.setDuty', { vehicleId: vehicleId as never, duty: 'available' });
  }
}
