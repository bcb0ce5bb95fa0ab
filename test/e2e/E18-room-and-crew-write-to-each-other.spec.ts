import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import type { Browser, Page } from 'playwright-core';
import { Keys, launch, Screen } from './browser.js';

const TABLET = {
  viewport: { width: 1280, height: 800 },
  hasTouch: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 10.9934, longitude: 106.6676, accuracy: 8 },
};

describe('E18 Room and crew write to each other, and a crew calls for help', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let room: Screen;
  let tablet: Screen;
  let page: Page;
  let keys: Keys;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    const { incident } = await dispatcher.send('incident.open', {
      call: { phone: '0908417226' },
      reason: 'fall',
      place,
    });
    const crew = await server.as('bd-07');
    const vehicleId = crew.account.vehicleId!;
    const order = { incidentId: incident.id, vehicleId, reason: 'station_agreed' as const };
    const { mission } = await dispatcher.send('dispatch.order', order);
    await crew.send('mission.report', { missionId: mission.id, step: 'acknowledged' });
    await crew.send('mission.report', { missionId: mission.id, step: 'en_route' });
    room = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    tablet = await Screen.open(browser, server.url, 'crew', 'bd-07', TABLET);
    ({ page } = room);
    keys = new Keys(page);
    await page.locator(`[data-vehicle="${vehicleId}"]`).click();
    await tablet.page.locator('.rail').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('the room sends a ready text with its own words, and sees when the crew has received it', async () => {
    await keys.press('Alt+n');
    await page.getByRole('heading', { name: /^Nhắn với BD-07/ }).waitFor();
    await keys.type('cổng sau chợ, gần cây xăng');
    await page.getByRole('button', { name: 'Đổi điểm đón' }).click();
    await page.getByText('chưa nhận 00:0').waitFor();
    const { page: own } = tablet;
    await own.getByText('Đổi điểm đón: cổng sau chợ, gần cây xăng').waitFor();
    await tablet.picture('crew-message');
    expect(await tablet.violations()).toEqual([]);
    await room.picture('console-messages');
    expect(await room.violations()).toEqual([]);
    await own.getByRole('button', { name: 'Đã nhận' }).tap();
    await page.getByText(/^đã nhận \d\d:\d\d/).waitFor();
    await own.getByText('Đổi điểm đón: cổng sau chợ, gần cây xăng').waitFor({ state: 'detached' });
  });

  it('the crew asks for help with two taps; the room is told in a line and confirms', async () => {
    await keys.press('F2');
    const { page: own } = tablet;
    await own.getByRole('button', { name: 'Nhắn nhanh' }).tap();
    await own.getByRole('button', { name: 'Cần hỗ trợ' }).waitFor();
    await tablet.picture('crew-messages');
    expect(await tablet.violations()).toEqual([]);
    await own.getByRole('button', { name: 'Cần hỗ trợ' }).tap();
    const strip = page.getByRole('region', { name: 'Tin nhắn' });
    await strip.getByText('Cần hỗ trợ').waitFor();
    await page.locator('.board-row .unread').waitFor();
    await room.picture('console-message-asks');
    expect(await room.violations()).toEqual([]);
    await keys.press('Alt+n');
    await page.getByRole('button', { name: 'Đã nhận' }).click();
    await strip.waitFor({ state: 'detached' });
    await page.locator('.board-row .unread').waitFor({ state: 'detached' });
  });

  it('nobody types while the vehicle moves', async () => {
    const { page: own } = tablet;
    await own.getByRole('button', { name: 'Nhắn nhanh' }).tap();
    await own.getByLabel('Gõ tin').waitFor();
    const client = await own.context().newCDPSession(own);
    const moving = { latitude: 10.9936, longitude: 106.6676, accuracy: 8, speed: 12, heading: 0 };
    await client.send('Emulation.setGeolocationOverride', moving);
    await own.getByText('Xe đang chạy').waitFor();
    expect(await own.getByLabel('Gõ tin').count()).toBe(0);
    await tablet.picture('crew-messages-driving');
    await client.send('Emulation.setGeolocationOverride', { ...moving, speed: 0 });
    await own.getByLabel('Gõ tin').waitFor();
    await own.getByRole('button', { name: 'Đóng' }).first().tap();
  });

  it('a message written without a network arrives once the network is back', async () => {
    const { page: own } = tablet;
    await own.context().setOffline(true);
    await own.getByRole('button', { name: 'Nhắn nhanh' }).tap();
    await own.getByRole('button', { name: 'Kẹt xe' }).tap();
    await own.waitForTimeout(500);
    expect(await page.getByText('Kẹt xe').count()).toBe(0);
    await own.context().setOffline(false);
    await page.locator('.message-words', { hasText: 'Kẹt xe' }).waitFor({ timeout: 30_000 });
    expect(await page.locator('.message-words', { hasText: 'Kẹt xe' }).count()).toBe(1);
  });

  it('danger is held for a second; the room sees who and where until it has ended it', async () => {
    const { page: own } = tablet;
    const button = own.getByRole('button', { name: /Kíp gặp nguy/ });
    const box = (await button.boundingBox())!;
    await own.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await own.mouse.down();
    await own.waitForTimeout(400);
    await own.mouse.up();
    await own.waitForTimeout(1_000);
    expect(await page.getByText('kíp gặp nguy').count()).toBe(0);
    await own.mouse.down();
    await own.waitForTimeout(1_300);
    await own.mouse.up();
    await own.getByText('Đã báo trung tâm: kíp gặp nguy').waitFor();
    await page.locator('.danger').getByText('BD-07: kíp gặp nguy').waitFor();
    await page.locator('.danger').getByText(/gần /).waitFor();
    await tablet.picture('crew-danger');
    expect(await tablet.violations()).toEqual([]);
    await keys.press('F9');
    await page.locator('.danger').getByText('BD-07: kíp gặp nguy').waitFor();
    await page.getByRole('button', { name: 'Kết thúc…' }).click();
    await room.picture('console-danger');
    expect(await room.violations()).toEqual([]);
    await keys.press('1');
    await page.locator('.danger').waitFor({ state: 'detached' });
    await own.getByText('Đã báo trung tâm').waitFor({ state: 'detached' });
    expect(room.failures).toEqual([]);
    expect(tablet.failures).toEqual([]);
  });

  it('holds on a small screen and with larger text', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.waitForTimeout(300);
    await keys.press('Alt+n');
    await page.getByRole('heading', { name: /^Nhắn với BD-07/ }).waitFor();
    await room.picture('console-messages-1366');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '20px'));
    await room.picture('console-messages-125');
    expect(await room.violations()).toEqual([]);
  });
});
