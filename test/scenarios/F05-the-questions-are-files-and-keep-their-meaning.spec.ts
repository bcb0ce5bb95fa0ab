import type { Incident, IncidentDetail, ProtocolsInForce } from '#contracts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog } from '../../apps/api/src/log.js';
import { readConfig } from '../../apps/api/src/config.js';
import { startServer } from '../../apps/api/src/server.js';
import { MARKET, openRoom, type Room } from '../support/room.js';

const FILES = resolve(import.meta.dirname, '../../protocols');

describe('F05 The questions are files, and answers keep the meaning they were given under', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('gives the console every protocol and every card', async () => {
    const { protocols, cards } = await room.dispatcher.get<ProtocolsInForce>('/api/protocols');
    expect(protocols.find(({ reason }) => reason === 'stroke')?.questions.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['conscious', 'face', 'arm', 'speech']),
    );
    expect(cards.find(({ key }) => key === 'cpr_adult')?.compressions?.perMinute).toBe(110);
  });

  it('sets the level by the answers, goes on asking after saving, and keeps what is not known harmless', async () => {
    const opened = await room.open({ reason: 'fall', answers: { conscious: 'yes', weather: 'rain' } });
    expect(opened).toMatchObject({ priority: 3, protocolVersion: 1 });
    const amend = async (version: number, answers: Record<string, string>): Promise<Incident> => {
      const changes = { answers };
      return (await room.dispatcher.send('incident.amend', { incidentId: opened.id, version, changes })).incident;
    };
    expect(await amend(1, { height: 'low' })).toMatchObject({ priority: 2, answers: { conscious: 'yes' } });
    expect(await amend(2, { height: 'high' })).toMatchObject({ priority: 1 });
    expect(await amend(3, { height: 'unknown' })).toMatchObject({ priority: 3 });
  });

  it('asks by the questions of the new reason when the reason is corrected', async () => {
    const { id } = await room.open({ reason: 'unwell' });
    await room.dispatcher.send('incident.amend', { incidentId: id, version: 1, changes: { reason: 'stroke' } });
    const { protocol, incident } = await room.detail({ id });
    expect(incident).toMatchObject({ reason: 'stroke', priority: 1 });
    expect(protocol?.reason).toBe('stroke');
  });

  it('writes what the caller was told into the history, once for each card', async () => {
    const begun = '2026-11-21T12:00:00.000Z';
    const { id } = await room.open({ reason: 'cardiac_arrest', instructions: [{ card: 'cpr_adult', at: begun }] });
    for (const card of ['cpr_adult', 'bleeding'])
      await room.dispatcher.send('incident.instruct', { incidentId: id, card });
    const { incident, timeline } = await room.detail({ id });
    expect(incident.instructions.map(({ card }) => card)).toEqual(['cpr_adult', 'bleeding']);
    expect(incident.instructions[0]).toMatchObject({ at: begun, by: room.dispatcher.account.name });
    expect(timeline.filter(({ kind }) => kind === 'incident.instructed').map(({ facts }) => facts['card'])).toEqual([
      'cpr_adult',
      'bleeding',
    ]);
  });

  it('corrects how to reach the caller', async () => {
    const { id } = await room.open();
    const changes = { callerPhone: '0912 345 678', callerName: 'Anh Tư' };
    const { incident } = await room.dispatcher.send('incident.amend', { incidentId: id, version: 1, changes });
    expect(incident).toMatchObject({ callerPhone: '+84912345678', callerName: 'Anh Tư' });
  });

  describe('when the files change', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'd115-protocols-'));
      cpSync(FILES, folder, { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const edit = (from: string | RegExp, to: string) => {
      const file = join(folder, 'fall.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    /** Another start of the server on the same database. */
    const restart = async () => {
      const data = mkdtempSync(join(tmpdir(), 'd115-data-'));
      const config = readConfig({
        DATABASE_URL: room.database.url,
        DATA_FOLDER: data,
        PROTOCOLS: folder,
        PORT: '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
      });
      try {
        const server = await startServer(config, createLog(config.LOG_LEVEL), () => undefined);
        await server.stop();
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    };

    it('refuses another text under the same version', async () => {
      edit('Ngã từ đâu?', 'Ngã từ độ cao nào?');
      await expect(restart()).rejects.toThrow(/PROTOCOLS: fall: .*raise version 1/);
    });

    it('asks new calls by the new version and judges old ones by the old', async () => {
      const before = await room.open({ reason: 'fall', answers: { height: 'low' } });
      edit('version: 1', 'version: 2');
      edit(/low: \{[^}]*\}/, "low: { vi: 'Dưới 3 m', en: Under 3 m, level: 1 }");
      await restart();
      const after = await room.open({ reason: 'fall', answers: { height: 'low' } });
      expect([before.priority, after.priority]).toEqual([2, 1]);
      expect(after.protocolVersion).toBe(2);
      const changes = { answers: { conscious: 'yes' } };
      const { incident } = await room.dispatcher.send('incident.amend', { incidentId: before.id, version: 1, changes });
      expect(incident).toMatchObject({ priority: 2, protocolVersion: 1 });
      const { protocol } = await room.dispatcher.get<IncidentDetail>(`/api/incidents/${before.id}`);
      expect(protocol?.version).toBe(1);
      const preview = { position: MARKET, reason: 'fall', answers: { height: 'low' } };
      expect(
        (await room.dispatcher.post<{ ranked: unknown[] }>('/api/recommendation', preview)).ranked,
      ).not.toHaveLength(0);
    });
  });
});
