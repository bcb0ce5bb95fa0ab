import type { IncidentDetail, Mission } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

const LOGIN = 'bd-07';
const TABLET = {
  viewport: { width: 1280, height: 800 },
  hasTouch: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 10.9934, longitude: 106.6676, accuracy: 8 },
};
const STEPS_IN_WORDS = [
  'Xuất phát',
  'Đã đến hiện trường',
  'Đã tiếp cận bệnh nhân',
  'Rời hiện trường',
  'Đã đến bệnh viện',
  'Đã bàn giao xong',
  'Xong, sẵn sàng lại',
];

describe('E02 The main job in the ambulance, by touch', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let crew: Person;
  beforeEach(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    [dispatcher, crew] = await Promise.all([server.as('dieuphoi'), server.as(LOGIN)]);
  });
  afterEach(async () => {
    await browser?.close();
    await server?.close();
  });

  const openIncident = async () => {
    const { incident } = await dispatcher.send('incident.open', {
      call: { phone: '0908417226', callerName: 'Chị Hoa' },
      reason: 'fall',
      place: {
        address: '118/7 đường Phú Lợi',
        access: 'Con trai mặc áo trắng đón ở đầu hẻm.',
        position: [106.6807, 10.98218],
        source: 'pin',
      },
      patients: [{ ageYears: 61, sex: 'male' }],
      note: 'Tăng huyết áp.',
    });
    return incident;
  };
  const offerToCrew = async () => {
    const incident = await openIncident();
    const vehicleIds = [crew.account.vehicleId!];
    await dispatcher.send('dispatch.offer', {
      incidentId: incident.id,
      vehicleIds,
      override: { reason: 'knows_better' },
    });
    return incident;
  };
  const orderCrew = async () => {
    const incident = await openIncident();
    const order = { incidentId: incident.id, vehicleId: crew.account.vehicleId!, reason: 'station_agreed' } as const;
    return { incident, mission: (await dispatcher.send('dispatch.order', order)).mission };
  };
  const missionOf = async (incidentId: string): Promise<Mission> => {
    const { missions } = await dispatcher.get<IncidentDetail>(`/api/incidents/${incidentId}`);
    return missions.find(({ vehicleId }) => vehicleId === crew.account.vehicleId)!;
  };
  const acknowledge = async (page: Page, incidentId: string) => {
    await tap(page, 'Nhận lệnh');
    while ((await missionOf(incidentId)).state !== 'acknowledged') await page.waitForTimeout(50);
  };
  const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().tap();

  it('an offer fills the screen, is accepted, and every step to the hospital is one touch', async () => {
    const screen = await Screen.open(browser, server.url, 'crew', LOGIN, TABLET);
    const { page } = screen;
    await page.getByText('Không có nhiệm vụ').waitFor();
    expect(await screen.violations()).toEqual([]);
    const incident = await offerToCrew();
    await page.getByText('còn lại để trả lời').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await screen.picture('crew-offer');
    expect(await screen.violations()).toEqual([]);

    await tap(page, 'Nhận lệnh');
    for (const step of STEPS_IN_WORDS) {
      await tap(page, new RegExp(`^${step}`));
      if (step === 'Đã đến hiện trường') await screen.picture('crew-scene');
      if (step === 'Rời hiện trường') {
        await page.getByRole('dialog', { name: 'Chọn bệnh viện' }).waitFor();
        expect(await screen.violations()).toEqual([]);
        await page.getByRole('dialog').getByRole('button').nth(1).tap();
      }
    }
    await page.getByText('Không có nhiệm vụ').waitFor();
    await page.getByText('Đã đồng bộ').waitFor();
    const mission = await missionOf(incident.id);
    expect(mission).toMatchObject({ state: 'completed', outcome: 'transported' });
    expect(mission.hospitalId).not.toBeNull();
    expect(mission.times.map(({ etime }) => etime).sort()).toEqual([
      '03',
      '04',
      '05',
      '06',
      '07',
      '09',
      '11',
      '12',
      '13',
    ]);
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });

  it('a crew that cannot go says why with one more touch', async () => {
    const { page } = await Screen.open(browser, server.url, 'crew', LOGIN, TABLET);
    await page.getByText('Không có nhiệm vụ').waitFor();
    const incident = await offerToCrew();
    await tap(page, 'Không nhận được');
    await tap(page, 'Hỏng xe');
    await page.getByText('Không có nhiệm vụ').waitFor();
    await page.getByText('Đã đồng bộ').waitFor();
    const { offers } = await dispatcher.get<IncidentDetail>(`/api/incidents/${incident.id}`);
    expect(offers.find(({ vehicleId }) => vehicleId === crew.account.vehicleId)).toMatchObject({
      state: 'refused',
      refusalReason: 'vehicle_broken',
    });
  });

  it('taps made without a network are kept through a closed page and arrive once, in order, with their own times', async () => {
    const screen = await Screen.open(browser, server.url, 'crew', LOGIN, TABLET);
    const { page } = screen;
    await page.getByText('Không có nhiệm vụ').waitFor();
    const { incident } = await orderCrew();
    await acknowledge(page, incident.id);
    await page.context().setOffline(true);
    await tap(page, /^Xuất phát/);
    await page.waitForTimeout(1_200);
    await tap(page, /^Đã đến hiện trường/);
    await page.getByText('2 thao tác chờ gửi').waitFor();
    await screen.picture('crew-offline');
    expect(await screen.violations()).toEqual([]);
    await page.close();
    expect((await missionOf(incident.id)).state).toBe('acknowledged');

    await page.context().setOffline(false);
    const reopened = await page.context().newPage();
    await reopened.goto(`${server.url}/crew/`);
    await reopened.getByRole('button', { name: /^Đã tiếp cận bệnh nhân/ }).waitFor();
    await reopened.getByText('Đã đồng bộ').waitFor();
    const { times } = await missionOf(incident.id);
    const at = (etime: string) => Date.parse(times.find((time) => time.etime === etime)!.at);
    expect(times.map(({ etime }) => etime).sort()).toEqual(['03', '04', '05', '06']);
    expect(at('06') - at('05')).toBeGreaterThan(1_000);
  });

  it('a tap the server refuses, and the job it lost, are told to the crew with the reason', async () => {
    const screen = await Screen.open(browser, server.url, 'crew', LOGIN, TABLET);
    const { page } = screen;
    await page.getByText('Không có nhiệm vụ').waitFor();
    const { incident, mission } = await orderCrew();
    await acknowledge(page, incident.id);
    await page.context().setOffline(true);
    await tap(page, /^Xuất phát/);
    await dispatcher.send('mission.cancel', { missionId: mission.id, reason: 'not_needed' });
    await page.context().setOffline(false);
    await page.getByText('điều phối đã hủy hoặc kết thúc nhiệm vụ này').waitFor();
    await page.getByText('Máy chủ không nhận “Xuất phát”').waitFor();
    expect(await screen.violations()).toEqual([]);
    await tap(page, 'Đã hiểu');
    await tap(page, 'Đã hiểu');
    await page.getByText('Máy chủ không nhận').waitFor({ state: 'detached' });
  });
});
