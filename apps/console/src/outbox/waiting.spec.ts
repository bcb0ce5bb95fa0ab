import { sendWaiting, type Attempt, type Waiting, type WaitingStore } from './waiting.js';

const ACCOUNT = 'dieuphoi';
const waiting = (turn: number, more: Partial<Waiting> = {}) =>
  ({ turn, id: `id-${turn}`, accountId: ACCOUNT, name: 'incident.note', refusal: null, ...more }) as Waiting;

/** Keeps in memory what the browser's database keeps on the machine. */
function memory(...kept: Waiting[]): WaitingStore & { readonly kept: Waiting[] } {
  return {
    kept,
    add: async (one) => void kept.push({ ...one, turn: kept.length }),
    list: async () => [...kept],
    change: async (one) =>
      void kept.splice(
        kept.findIndex(({ turn }) => turn === one.turn),
        1,
        one,
      ),
    remove: async (gone) =>
      void kept.splice(
        kept.findIndex(({ turn }) => turn === gone),
        1,
      ),
  };
}

/** Answers in turn, and remembers what was asked. */
function answering(...answers: Attempt[]) {
  const asked: string[] = [];
  const attempt = async ({ id }: Waiting) => {
    asked.push(id);
    return answers.shift()!;
  };
  return { asked, attempt };
}
const taken: Attempt = { outcome: 'taken' };
const later: Attempt = { outcome: 'later' };
const why = { code: 'INCIDENT_CLOSED' as const, message: { vi: 'đã đóng', en: 'closed' } };

it('sends in the order of writing, under the id it was written with', async () => {
  const store = memory(waiting(1), waiting(2));
  const { asked, attempt } = answering(taken, taken);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(asked).toEqual(['id-1', 'id-2']);
  expect(store.kept).toEqual([]);
});

it('keeps everything from the first that was not judged, and tries it again under the same id', async () => {
  const store = memory(waiting(1), waiting(2));
  const { asked, attempt } = answering(taken, later, taken);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(store.kept).toEqual([waiting(2)]);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(asked).toEqual(['id-1', 'id-2', 'id-2']);
  expect(store.kept).toEqual([]);
});

it('keeps what is refused with its reason, and goes on behind it', async () => {
  const store = memory(waiting(1), waiting(2));
  const { asked, attempt } = answering({ outcome: 'refused', why }, taken);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(asked).toEqual(['id-1', 'id-2']);
  expect(store.kept).toEqual([waiting(1, { refusal: why })]);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(asked).toHaveLength(2);
});

it('sends nothing that somebody else wrote on this machine', async () => {
  const store = memory(waiting(1, { accountId: 'giamsat' }));
  const { asked, attempt } = answering(taken);
  await sendWaiting(store, ACCOUNT, attempt);
  expect(asked).toEqual([]);
  expect(store.kept).toHaveLength(1);
});
