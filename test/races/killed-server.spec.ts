import type { LngLat } from '#contracts';
import { verifyJournal } from '#journal';
import type { DataSource } from 'typeorm';
import { onServer, type TestDatabase } from '../support/database.js';
import { Insistence } from '../support/insistence.js';
import { buildServer, ProductProcess } from '../support/product-process.js';
import { replayDifferences } from '../support/replay.js';
import { openDemonstrationDatabase, signIn, type Person } from '../support/server.js';

/** Fewer and longer lives on the embedded database: it takes longer to come back, and works slowly at first. */
const KILLS = onServer ? 30 : 6;
const LONGEST_LIFE_MS = onServer ? 1_500 : 5_000;
const STEPS = ['en_route', 'on_scene', 'at_patient', 'left_scene', 'at_hospital', 'handed_over', 'completed'] as const;
const SIGN_INS = ['dieuphoi', 'dieuphoi2', 'giamsat', 'quantri', 'dieuphoi', 'giamsat'];

const TABLES = `select (select count(*) from call)::int as calls, (select count(*) from incident)::int as incidents,
  (select count(*) from note)::int as notes, (select count(*) from vehicle_request)::int as requests,
  (select count(*) from offer where state = 'accepted')::int as accepted,
  (select count(*) from mission_time where source = 'dispatcher')::int as times,
  (select count(*) from journal)::int as entries`;

describe(`a server that is killed ${KILLS} times while it works (I2, I3, I8)`, () => {
  let database: TestDatabase | null = null;
  let product: ProductProcess;
  const clients = new Insistence();
  const counts = { kills: 0, restartMs: [] as number[] };

  beforeAll(async () => {
    await buildServer();
    if (onServer) database = await openDemonstrationDatabase(2);
    product = await ProductProcess.prepare(database?.url ?? null);
    await product.start();
    const people = await Promise.all(SIGN_INS.map((login) => signIn(product.url, login)));
    let over = false;
    const working = people.map((person, i) => work(clients, person, i, () => over));
    for (; counts.kills < KILLS; counts.kills++) {
      await pause(Math.random() * LONGEST_LIFE_MS);
      await product.kill();
      const started = performance.now();
      await product.start();
      counts.restartMs.push(performance.now() - started);
    }
    over = true;
    await Promise.all(working);
  }, 400_000);

  afterAll(async () => {
    await product.cleanUp();
    await database?.close();
  });

  it('loses nothing that it acknowledged, does nothing twice, and has everything on record', async () => {
    const before = await look((db) => db.query(TABLES));
    for (const { person, name, body, id, reply } of clients.acknowledged)
      expect(await person.send(name, body as never, id)).toEqual(reply);
    await product.stop();

    const { dataSource, close } = await product.openData();
    try {
      const after = await dataSource.query(TABLES);
      if (before) expect(after).toEqual(before);
      const { length: acknowledged } = clients.acknowledged;
      const restart = counts.restartMs.sort((a, b) => a - b)[counts.restartMs.length >> 1]!;
      console.log(
        `${acknowledged} commands acknowledged, ${clients.refused} refused, sent again ${clients.repeated} times, ` +
          `${counts.kills} kills, median restart ${Math.round(restart)} ms, ${after[0].entries} journal entries`,
      );
      expect(acknowledged).toBeGreaterThan(KILLS * 3);
      expect(clients.repeated).toBeGreaterThan(0);
      expect(after[0]).toMatchObject({
        calls: clients.count('call.take') + clients.count('incident.open'),
        incidents: clients.count('incident.open'),
        notes: clients.count('incident.note'),
        requests: clients.count('dispatch.offer'),
        accepted: clients.count('offer.accept'),
        times: clients.count('offer.accept') + clients.count('mission.report'),
      });
      expect(await withoutEntry(dataSource, clients)).toEqual([]);
      expect(await replayDifferences(dataSource)).toEqual([]);
      expect(await verifyJournal(dataSource)).toMatchObject({ ok: true });
    } finally {
      await close();
    }
  }, 200_000);

  it('would notice a change without an entry, and an entry without its change', async () => {
    const { dataSource, close } = await product.openData();
    try {
      await dataSource.query(
        `update vehicle set duty = 'returning' where id = (select id from vehicle where duty = 'available' limit 1)`,
      );
      await dataSource.query('delete from note where id = (select id from note limit 1)');
      const differences = await replayDifferences(dataSource);
      expect(differences).toHaveLength(2);
      expect(differences[0]).toContain('is returning; the journal says available');
      expect(differences[1]).toContain('does not exist');
    } finally {
      await close();
    }
  }, 60_000);

  /** Looks at the data while the product runs, where that can be done. */
  async function look<T>(ask: (dataSource: DataSource) => Promise<T>): Promise<T | null> {
    return database ? ask(database.dataSource) : null;
  }
});

/** Acknowledged commands that the journal does not know. */
async function withoutEntry(dataSource: DataSource, clients: Insistence): Promise<string[]> {
  const rows: { command_id: string }[] = await dataSource.query('select distinct command_id from journal');
  const known = new Set(rows.map((row) => row.command_id));
  return clients.acknowledged.filter(({ id }) => !known.has(id)).map(({ name, id }) => `${name} ${id}`);
}

/** One person who takes calls and sees them through, one after another. */
async function work(clients: Insistence, person: Person, seat: number, isOver: () => boolean): Promise<void> {
  const place = { address: 'Chợ Đình', position: [106.662 + seat / 500, 10.99] as LngLat, source: 'pin' as const };
  while (!isOver()) {
    const taken = await clients.send(person, 'call.take', { phone: '0908417226' });
    if (taken) await clients.send(person, 'call.end', { callId: taken.call.id, outcome: 'silent' });
    const opened = await clients.send(person, 'incident.open', { call: {}, reason: 'fall', place });
    if (!opened) continue;
    const incidentId = opened.incident.id;
    await clients.send(person, 'incident.note', { incidentId, text: 'Đau hông, không đứng được' });
    const asked = await clients.send(person, 'dispatch.offer', { incidentId });
    const offer = asked?.offers[0];
    const accepted = offer && (await clients.send(person, 'offer.accept', { offerId: offer.id }));
    if (!accepted) continue;
    const { id: missionId, vehicleId } = accepted.mission;
    for (const step of STEPS) await clients.send(person, 'mission.report', { missionId, step });
    await clients.send(person, 'vehicle.setDuty', { vehicleId, duty: 'available' });
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
