import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openRoom, type Room } from '../support/room.js';
import { Screen as Tablet, until } from '../support/screen.js';
import { SmsStandIn } from '../support/sms-stand-in.js';
import { launch, Screen } from './browser.js';

const NEAR = { latitude: 10.9832, longitude: 106.6631, accuracy: 14 };
const FIRST_LOAD_KB = 60;

describe('E23 A caller opens the page', () => {
  const gateway = new SmsStandIn();
  let room: Room;
  let browser: Browser;
  beforeAll(async () => {
    const SMS_URL = await gateway.start();
    [room, browser] = await Promise.all([openRoom({ SMS_URL, PUBLIC_URL: 'https://115.example.vn' }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
    await gateway.stop();
  });
  const onPhone = (url: string, more = {}) =>
    Screen.at(browser, `${room.url}${new URL(url).pathname}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      geolocation: NEAR,
      permissions: ['geolocation'],
      ...more,
    });

  it('is given with one key, shares the position, shows help coming, and tells that the patient has left', async () => {
    const incident = await room.open({ reason: 'cardiac_arrest' as never });
    const desk = await Screen.open(browser, room.url, 'console', 'dieuphoi');
    const { page: console } = desk;
    await console.locator('[data-panel="incidents"]').getByRole('option').first().click();
    await console.keyboard.press('Enter');
    await console.locator('[data-panel="incident"] [data-caller-link]').waitFor();
    await console.keyboard.press('Alt+l');
    await console.getByRole('img', { name: 'Mã QR của liên kết' }).waitFor();
    const url = (await console.locator('.link-url').textContent())!;
    await console.getByRole('button', { name: /^Gửi tin nhắn tới/ }).click();
    await console.getByText(/Đã gửi tin nhắn/).waitFor();
    expect(gateway.taken).toMatchObject([{ to: '+84908417226', text: expect.stringContaining(url) }]);
    expect(await desk.violations()).toEqual([]);
    await desk.picture('console-caller-link');

    const caller = await onPhone(url);
    const { page } = caller;
    await page.getByText('Đã nhận tin').first().waitFor();
    await page.getByRole('heading', { name: /^Trong khi chờ/ }).waitFor();
    await page.getByRole('button', { name: 'Chia sẻ vị trí' }).tap();
    await page.getByText('Đã gửi vị trí, sai số khoảng 14 m').waitFor();
    expect(await caller.violations()).toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    await caller.picture('field-caller-received');
    await console.getByText(/người gọi đã mở lúc/).waitFor();
    await console.locator('.shared-position').waitFor();
    await desk.picture('console-caller-link-opened');
    await console.setViewportSize({ width: 1366, height: 768 });
    await console.evaluate(() => (document.documentElement.style.fontSize = '125%'));
    await console.locator('[data-caller-link]').scrollIntoViewIfNeeded();
    await desk.picture('console-caller-link-1366-125');
    await console.evaluate(() => (document.documentElement.style.fontSize = ''));
    await console.setViewportSize({ width: 1920, height: 1080 });

    const { missionId, crew } = await room.send(incident);
    await crew.send('mission.report', { missionId: missionId as never, step: 'en_route' });
    const tablet = await Tablet.open(room, crew);
    const fix = { at: [106.65, 10.995], fixedAt: new Date().toISOString(), speedMps: 8, headingDegrees: 135 };
    await tablet.emit('position.report', fix);
    await page.getByText(/^Còn khoảng \d+ phút$/).waitFor({ timeout: 40_000 });
    await page.getByText(/^Xe \S+ · cách .+, từ hướng/).waitFor();
    await caller.picture('field-caller-coming');
    expect(await caller.violations()).toEqual([]);

    await page.getByRole('button', { name: 'Người bệnh đã tự đi' }).tap();
    await page.getByText('Đã báo tổng đài').waitFor();
    await console.getByText(/người gọi báo người bệnh đã tự đi/).waitFor();
    await console.getByText(/Gọi lại hỏi trước khi hủy/).waitFor();
    expect(await desk.violations()).toEqual([]);
    await desk.picture('console-caller-left');
    await page.getByRole('button', { name: 'Báo nhầm, rút lại' }).tap();
    await page.getByRole('button', { name: 'Người bệnh đã tự đi' }).waitFor();
    await console.getByText(/Gọi lại hỏi trước khi hủy/).waitFor({ state: 'detached' });

    await console.locator('.shared-position').getByRole('button', { name: 'Dùng vị trí này' }).click();
    await until(async () => (await room.detail(incident)).incident.place.source === 'phone', 'the place to move');
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('link', { name: 'Call 115' }).waitFor();
    await caller.picture('field-caller-english');
    tablet.close();
    expect([...caller.failures, ...desk.failures]).toEqual([]);
    expect([...caller.strangers, ...desk.strangers]).toEqual([]);
    await page.context().close();
    await console.context().close();
  });

  it('says in plain words that it has ended, and how to get help all the same', async () => {
    const incident = await room.open();
    const { link, url } = await room.dispatcher.send('callerLink.create', { incidentId: incident.id });
    const caller = await onPhone(url, { colorScheme: 'dark' });
    await caller.page.getByText('Đã nhận tin').first().waitFor();
    await caller.page.evaluate(() => (document.documentElement.style.fontSize = '150%'));
    await caller.picture('field-caller-large-dark');
    expect(await caller.violations()).toEqual([]);
    await room.dispatcher.send('callerLink.end', { linkId: link.id });
    await caller.page.getByText('Liên kết này đã hết hạn.').waitFor({ timeout: 15_000 });
    expect(await caller.page.getByRole('link', { name: 'Gọi 115' }).getAttribute('href')).toBe('tel:115');
    expect(await caller.violations()).toEqual([]);
    await caller.picture('field-caller-ended');
    await caller.page.context().close();
  });

  it('goes on without a connection, and says how old it is', async () => {
    const { url } = await room.dispatcher.send('callerLink.create', { incidentId: (await room.open()).id });
    const caller = await onPhone(url, { permissions: [] });
    await caller.page.getByText('Đã nhận tin').first().waitFor();
    await caller.page.getByRole('button', { name: 'Chia sẻ vị trí' }).tap();
    await caller.page.getByText(/Máy không cho lấy vị trí/).waitFor();
    await caller.page.context().setOffline(true);
    await caller.page.getByText(/^Mất mạng, đang thử lại/).waitFor({ timeout: 15_000 });
    await caller.page.context().setOffline(false);
    await caller.page.getByText(/^Cập nhật/).waitFor({ timeout: 15_000 });
    await caller.page.context().close();
  });

  it(`weighs less than ${FIRST_LOAD_KB} kB`, async () => {
    const folder = 'dist/web/field';
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const assets = [...html.matchAll(/(?:src|href)="\/field\/([^"]+)"/g)].map(([, name]) => name!);
    expect(assets.length).toBeGreaterThan(1);
    const bytes = ['index.html', ...assets].map((name) => gzipSync(readFileSync(join(folder, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0) / 1_000).toBeLessThan(FIRST_LOAD_KB);
  });
});
