import type { IncidentDetail, Offer } from '#contracts';
import type { Browser } from 'playwright-core';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E01 The main job at the console, by keyboard', () => {
  let server: TestServer;
  let browser: Browser;
  let supervisor: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    supervisor = await server.as('giamsat');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const openOffers = async (): Promise<Offer[]> => {
    const [row]: { id: string }[] = await server.database.dataSource.query(
      'select id from incident order by opened_at desc limit 1',
    );
    const { offers } = await supervisor.get<IncidentDetail>(`/api/incidents/${row!.id}`);
    return offers.filter((offer) => offer.state === 'open');
  };
  const crewOf = async (offer: Offer): Promise<Person> => {
    const [row]: { call_sign: string }[] = await server.database.dataSource.query(
      'select call_sign from vehicle where id = $1',
      [offer.vehicleId],
    );
    return server.as(row!.call_sign.toLowerCase());
  };

  it('call → saved → best vehicle offered, refused, next one accepts, drives, hands over', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    const keys = new Keys(page);
    await keys.press('F2');
    await keys.type('0908417226');
    await keys.press('Tab');
    await keys.type('Chị Hạnh');
    await keys.press('Tab');
    await keys.type('cho dinh');
    await page
      .getByRole('option', { name: /Chợ Đình/ })
      .first()
      .waitFor();
    expect(await screen.violations()).toEqual([]);
    await keys.press('Enter');
    await page.getByText('đã có vị trí').waitFor();
    const reason = page.getByRole('combobox', { name: /Lý do gọi/ });
    while (!(await reason.evaluate((element) => element === document.activeElement))) await keys.press('Tab');
    await keys.type('nga');
    await page
      .getByRole('option', { name: /^CT-02|Ngã/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await screen.picture('console-intake');
    await keys.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đề xuất xe' }).waitFor();
    await page.getByRole('button', { name: /^Điều BD-\d\d/ }).waitFor();
    await page.waitForFunction(() =>
      document.activeElement?.closest('[aria-labelledby]')?.textContent?.includes('Đề xuất'),
    );
    await keys.press('Enter');
    await page.getByText('Đã phát lệnh').first().waitFor();
    expect(keys.count).toBeLessThanOrEqual(12);
    await screen.picture('console-offer');
    expect(await screen.violations()).toEqual([]);

    const [first] = await openOffers();
    await (await crewOf(first!)).send('offer.refuse', { offerId: first!.id, reason: 'vehicle_busy' });
    await page.getByText('Xe đang bận').first().waitFor();
    const [second] = await openOffers();
    const crew = await crewOf(second!);
    const { mission } = await crew.send('offer.accept', { offerId: second!.id });
    await page.getByText('Nhận lệnh').first().waitFor();
    await crew.send('mission.report', { missionId: mission.id, step: 'en_route' });
    await page.getByText('Đang đến').nth(1).waitFor();
    await screen.picture('console');
    for (const step of ['on_scene', 'at_patient', 'left_scene', 'at_hospital', 'handed_over', 'completed'] as const)
      await crew.send('mission.report', { missionId: mission.id, step });
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });

  it('says within two seconds that it is not fresh when the server falls silent', async () => {
    const quiet = await startTestServer();
    const screen = await Screen.open(browser, quiet.url, 'console', 'dieuphoi2');
    await screen.page.getByText('Trực tiếp').waitFor();
    await quiet.close();
    await screen.page.getByText('Trực tiếp').waitFor({ state: 'detached', timeout: 3_000 });
    await screen.page
      .getByText(/Mất kết nối/)
      .first()
      .waitFor({ timeout: 6_000 });
    await screen.picture('console-offline');
    expect(await screen.violations()).toEqual([]);
  });
});
