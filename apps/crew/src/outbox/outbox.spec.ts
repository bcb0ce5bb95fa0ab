import { DomainError, type CommandId, type ErrorCode } from '#contracts';
import type { Answer, Entry } from './entry.js';
import { Outbox } from './outbox.js';
import type { OutboxStore } from './store.js';

/** The device's store, in memory; it outlives an outbox as the real one outlives a reload. */
function memoryStore(): OutboxStore & { entries: Map<number, Entry> } {
  const entries = new Map<number, Entry>();
  let turn = 0;
  return {
    entries,
    add: async (entry) => {
      const added = { ...entry, turn: ++turn };
      entries.set(turn, added);
      return added;
    },
    list: async () => [...entries.values()].sort((a, b) => a.turn - b.turn),
    change: async (entry) => void entries.set(entry.turn, entry),
    remove: async (gone) => void entries.delete(gone),
  };
}

const DONE: Answer = { ok: true, reply: {} };
const refusedWith = (code: ErrorCode): Answer => ({ ok: false, error: new DomainError(code).view() });

/** A server that answers from a script, then takes everything; it remembers what it was sent. */
function world({ script = [] as Answer[], store = memoryStore(), accountId = 'huy' } = {}) {
  const sent: { id: string; name: string; body: unknown }[] = [];
  const network = { up: true };
  const seen: { waiting: number; settled: string | null }[] = [];
  let ids = 0;
  const outbox = new Outbox({
    store,
    accountId,
    send: async ({ id, name, body }) => {
      sent.push({ id, name, body });
      if (!network.up) return null;
      return script.length > 0 ? script.shift()! : DONE;
    },
    newId: () => `${accountId}-${++ids}` as CommandId,
    now: () => new Date('2026-11-21T14:00:00Z'),
    alone: (work) => work(),
    onChange: (entries, settled) => seen.push({ waiting: entries.length, settled: settled?.id ?? null }),
  });
  const missionId = '0193a000-0000-7000-8000-000000000001' as never;
  const drive = () => outbox.put('mission.report', { missionId, step: 'en_route' });
  const arrive = () => outbox.put('mission.report', { missionId, step: 'on_scene' });
  return { outbox, store, network, sent, seen, drive, arrive };
}

it('sends taps in the order they were made and forgets them when acknowledged', async () => {
  const { outbox, store, sent, drive, arrive } = world();
  await drive();
  await arrive();
  await outbox.flush();
  expect(stepsOf(sent)).toEqual(['en_route', 'on_scene']);
  expect(store.entries.size).toBe(0);
});

const stepsOf = (sent: { body: unknown }[]) => sent.map(({ body }) => (body as { step: string }).step);

it('stops at the first tap without an answer, so that a later one never overtakes it', async () => {
  const { outbox, store, network, sent, drive, arrive } = world();
  network.up = false;
  await drive();
  await arrive();
  await outbox.flush();
  expect(new Set(stepsOf(sent))).toEqual(new Set(['en_route']));
  expect(store.entries.size).toBe(2);
  network.up = true;
  sent.length = 0;
  await outbox.flush();
  expect(stepsOf(sent)).toEqual(['en_route', 'on_scene']);
  expect(store.entries.size).toBe(0);
});

it('sends again with the same id, across a reload of the page', async () => {
  const before = world();
  before.network.up = false;
  await before.drive();
  await before.outbox.flush();
  const after = world({ store: before.store });
  await after.outbox.flush();
  expect(after.sent.map(({ id }) => id)).toEqual(['huy-1']);
  expect(before.sent.every(({ id }) => id === 'huy-1')).toBe(true);
  expect(before.store.entries.size).toBe(0);
});

it.each(['DATABASE_UNAVAILABLE', 'OVERLOADED', 'SIGN_IN_REQUIRED'] as const)('keeps a tap after %s', async (code) => {
  const { outbox, store, drive } = world({ script: [refusedWith(code), refusedWith(code), refusedWith(code)] });
  await drive();
  await outbox.flush();
  const [entry] = await store.list();
  expect(entry).toMatchObject({ id: 'huy-1', refusal: null });
});

it('keeps a refused tap with its reason, lets the next one through, and drops it when the crew has read it', async () => {
  const { outbox, store, sent, drive, arrive } = world({ script: [refusedWith('INCIDENT_CLOSED')] });
  await drive();
  await arrive();
  await outbox.flush();
  await outbox.flush();
  expect(sent).toHaveLength(2);
  const [entry, ...rest] = await store.list();
  expect(entry?.refusal?.code).toBe('INCIDENT_CLOSED');
  expect(rest).toEqual([]);
  await outbox.dismiss(entry!.turn);
  expect(store.entries.size).toBe(0);
});

it('gives up on a fault of the system after five attempts, so that it does not hold up the taps behind it', async () => {
  const { outbox, sent, store, drive } = world({ script: Array.from({ length: 9 }, () => refusedWith('BUG')) });
  await drive();
  for (let tries = 0; tries < 8; tries++) await outbox.flush();
  expect(sent).toHaveLength(5);
  expect((await store.list())[0]?.refusal?.code).toBe('BUG');
});

it('never sends what another crew tapped on the same tablet', async () => {
  const first = world();
  first.network.up = false;
  await first.drive();
  await first.outbox.flush();
  const other = world({ store: first.store, accountId: 'lan' });
  await other.outbox.flush();
  expect(other.sent).toEqual([]);
  expect(other.store.entries.size).toBe(1);
});

it('tells what was just taken, so that the screen does not fall back for a moment', async () => {
  const { outbox, seen, drive } = world();
  await drive();
  await outbox.flush();
  expect(seen).toEqual([
    { waiting: 1, settled: null },
    { waiting: 0, settled: 'huy-1' },
  ]);
});

it('sends one at a time when flushed from several places at once', async () => {
  let running = 0;
  let most = 0;
  const store = memoryStore();
  const outbox = new Outbox({
    store,
    accountId: 'huy',
    send: async () => {
      most = Math.max(most, ++running);
      await new Promise((resume) => setTimeout(resume, 5));
      running--;
      return DONE;
    },
    newId: () => 'one' as CommandId,
    now: () => new Date(),
    alone: (work) => work(),
    onChange: () => undefined,
  });
  await outbox.put('shift.end', { vehicleId: '0193a000-0000-7000-8000-000000000002' as never });
  await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
  expect(most).toBe(1);
});
