import type { Incident } from '#contracts';
import type { Browser } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { until } from '../support/screen.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E14 Every vehicle in one table, chosen by keys', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ OFFER_SECONDS: '30' }), launch()]);
    dispatcher = await server.as('dieuphoi2');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (more: object = {}): Promise<Incident> => {
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    const body = { call: { phone: '0908417226' }, reason: 'fall' as const, place, ...more };
    return (await dispatcher.send('incident.open', body)).incident;
  };
  const rowsOf = (screen: Screen) => screen.page.locator('.ranked');

  it('lists all of them, asks for a set with special needs, and takes the whole set back', async () => {
    const incident = await open({ reason: 'childbirth', patients: [{}, {}] });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByText('Chợ Thủ Dầu Một').first().waitFor();
    await keys.press('F3', 'Enter', 'F4');
    await rowsOf(screen).first().waitFor();
    await keys.press('End');
    await page.getByText('mô tô, không chở bệnh nhân').first().waitFor();
    await screen.picture('console-excluded');
    await keys.press('Home');
    await screen.picture('console-choice');
    expect(await screen.violations()).toEqual([]);

    await keys.press('m');
    await page.getByText('Mô tô đi trước').waitFor({ state: 'attached' });
    await keys.press('b', 'Equal');
    const button = page.getByRole('button', { name: /^Điều 3 xe/ });
    await button.waitFor();
    await screen.picture('console-needs');
    expect(await screen.violations()).toEqual([]);
    await rowsOf(screen).first().focus();
    await keys.press('Enter');
    await page.getByText(/^Đã phát lệnh cho .*BD-/).waitFor();
    const asked = async () =>
      (await server.database.dataSource.query(
        `select r.level, r.needs from offer o join vehicle_request r on r.id = o.request_id
         where o.incident_id = $1 and o.state = 'open' order by r.opened_at`,
        [incident.id],
      )) as { level: string; needs: string[] }[];
    const sent = await asked();
    expect(sent.map(({ level }) => level)).toEqual(['motorbike', 'bls', 'bls']);
    for (const { needs } of sent) expect(needs.sort()).toEqual(['obstetric', 'two_wheeler']);
    await keys.press('Control+z');
    await until(async () => (await asked()).length === 0, 'the whole set to be taken back');
    await page.getByText(/^Đã hoàn tác/).waitFor();
    await keys.press('Control+z');
    await page.getByText('Không có gì để hoàn tác.').waitFor();
    expect(screen.failures).toEqual([]);
  });

  it('turns a vehicle round after showing what both patients gain and lose', async () => {
    const first = await open({
      reason: 'unwell',
      place: { address: 'Người bệnh thứ nhất', position: MARKET, source: 'pin' },
    });
    const order = {
      incidentId: first.id,
      vehicleId: (await server.as('bd-07')).account.vehicleId!,
      reason: 'other',
    } as const;
    await dispatcher.send('dispatch.order', order);
    const second = await open({
      reason: 'cardiac_arrest',
      place: { address: 'Người bệnh thứ hai', position: MARKET, source: 'pin' },
    });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1366, height: 768 },
    });
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByText('Người bệnh thứ hai').first().click();
    await rowsOf(screen).first().waitFor();
    await keys.press('F4', 'End');
    await rowsOf(screen).filter({ hasText: 'BD-07' }).click();
    await rowsOf(screen).filter({ hasText: 'BD-07' }).focus();
    await page.getByRole('button', { name: /^Đổi hướng BD-07/ }).waitFor();
    await keys.press('Enter');
    await page.getByText(/^Đổi hướng BD-07 từ/).waitFor();
    await screen.picture('console-diversion');
    expect(await screen.violations()).toEqual([]);
    await keys.press('1');
    await page.getByText(/^Đã đổi hướng BD-07/).waitFor();
    const [state] = await server.database.dataSource.query('select state from incident where id = $1', [first.id]);
    expect(state).toEqual({ state: 'waiting' });
    const [held] = await server.database.dataSource.query(
      'select incident_id from mission where vehicle_id = $1 and active',
      [order.vehicleId],
    );
    expect(held).toEqual({ incident_id: second.id });
    await keys.press('Control+z');
    await page.getByText(/Đổi hướng không hoàn tác được/).waitFor();
    expect(screen.failures).toEqual([]);
  });

  it('prompts for the telephone when a station stays silent, and records how the call ended by one key', async () => {
    const incident = await open({
      reason: 'fall',
      place: { address: 'Ngã ở cầu thang', position: MARKET, source: 'pin' },
    });
    await dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Ngã ở cầu thang').first().click();
    const prompt = page.locator('.offer-prompt');
    await prompt.waitFor({ timeout: 28_000 });
    await page
      .getByText(/^Tiếp theo: BD-\d+ \d\d:\d\d, BD-/)
      .first()
      .waitFor();
    await screen.picture('console-telephone');
    expect(await screen.violations()).toEqual([]);
    await prompt.getByRole('button').first().focus();
    await page.keyboard.press('n');
    await until(async () => {
      const { missions } = await dispatcher.get<{ missions: { state: string; orderedBecause: string }[] }>(
        `/api/incidents/${incident.id}`,
      );
      return missions.some((one) => one.state === 'acknowledged' && one.orderedBecause === 'station_agreed');
    }, 'the acceptance by telephone');
    expect(screen.failures).toEqual([]);
  });
});
