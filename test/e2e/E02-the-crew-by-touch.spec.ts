import type { IncidentDetail, Recommendation } from '#contracts';
import type { Browser } from 'playwright-core';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

const TABLET = {
  viewport: { width: 1280, height: 800 },
  hasTouch: true,
  geolocation: { longitude: 106.66, latitude: 10.98, accuracy: 8 },
  permissions: ['geolocation'],
};

describe('E02 The main job on the tablet, by touch', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** An incident in town, and the call sign of the vehicle recommended first. */
  async function offerTheBest() {
    const { incident } = await dispatcher.send('incident.open', {
      call: { phone: '0908417226', callerName: 'Chị Hạnh' },
      reason: 'fall',
      place: { address: 'Chợ Đình', access: 'hẻm cạnh chợ', position: [106.68, 10.985], source: 'pin' },
      patients: [{ ageYears: 61, sex: 'male' }],
      note: 'Con trai mặc áo trắng đón ở đầu hẻm',
    });
    const shown = await dispatcher.get<Recommendation>(`/api/incidents/${incident.id}/recommendation`);
    const [row]: { call_sign: string }[] = await server.database.dataSource.query(
      'select call_sign from vehicle where id = $1',
      [shown.ranked[0]!.vehicleId],
    );
    const offer = () => dispatcher.send('dispatch.offer', { incidentId: incident.id });
    return { incident, login: row!.call_sign.toLowerCase(), offer };
  }

  it('takes the order, goes through every status with one big button, and is back in service', async () => {
    const { incident, login, offer } = await offerTheBest();
    const screen = await Screen.open(browser, server.url, 'crew', login, TABLET);
    const { page } = screen;
    await page.getByText('Không có nhiệm vụ').first().waitFor();
    await screen.picture('crew-idle');
    expect(await screen.violations()).toEqual([]);
    await offer();
    const accept = page.getByRole('button', { name: 'Nhận lệnh' });
    await accept.waitFor();
    await screen.picture('crew-offer');
    expect(await screen.violations()).toEqual([]);
    await accept.tap();
    for (const step of ['Xuất phát', 'Đã đến hiện trường', 'Đã tiếp cận bệnh nhân']) {
      const button = page.getByRole('button', { name: new RegExp(`^${step}`) }).last();
      await button.waitFor();
      if (step === 'Đã đến hiện trường') await screen.picture('crew');
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(64);
      await button.tap();
    }
    await page
      .getByRole('button', { name: /^Rời hiện trường/ })
      .last()
      .tap();
    await page
      .getByText(/đủ năng lực/)
      .first()
      .waitFor();
    await screen.picture('crew-hospital');
    expect(await screen.violations()).toEqual([]);
    await page
      .getByText(/đủ năng lực/)
      .first()
      .tap();
    for (const step of ['Đã đến bệnh viện', 'Đã bàn giao xong', 'Xong, sẵn sàng lại'])
      await page
        .getByRole('button', { name: new RegExp(`^${step}`) })
        .last()
        .tap();
    await page.getByText('Không có nhiệm vụ').first().waitFor();
    const { missions, incident: closed } = await dispatcher.get<IncidentDetail>(`/api/incidents/${incident.id}`);
    expect(closed).toMatchObject({ state: 'closed', closeReason: 'transported' });
    expect(missions[0]!.times.map(({ etime }) => etime)).toEqual(
      expect.arrayContaining(['03', '04', '05', '06', '07', '09', '11', '12', '13']),
    );
    expect(missions[0]!.times.find(({ etime }) => etime === '06')).toMatchObject({ source: 'crew_button' });
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });

  it('keeps a tap made without a network and delivers it once, with the time of the tap', async () => {
    const { incident, login, offer } = await offerTheBest();
    const screen = await Screen.open(browser, server.url, 'crew', login, TABLET);
    const { page } = screen;
    await page.getByText('Không có nhiệm vụ').first().waitFor();
    await offer();
    await page.getByRole('button', { name: 'Nhận lệnh' }).tap();
    const drive = page.getByRole('button', { name: /^Xuất phát/ }).last();
    await drive.waitFor();
    await page.context().setOffline(true);
    const tapped = Date.now();
    await drive.tap();
    await page
      .getByText(/chờ gửi/)
      .first()
      .waitFor();
    await screen.picture('crew-offline');
    await page.waitForTimeout(2_000);
    await page.context().setOffline(false);
    await page.getByText('Đã đồng bộ').waitFor({ timeout: 30_000 });
    const { missions } = await dispatcher.get<IncidentDetail>(`/api/incidents/${incident.id}`);
    const times = missions[0]!.times.filter(({ etime }) => etime === '05');
    expect(times).toHaveLength(1);
    expect(Math.abs(Date.parse(times[0]!.at) - tapped)).toBeLessThan(1_500);
  });
});
