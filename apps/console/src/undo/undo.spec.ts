import type { Wording } from '#contracts';
import { remember, takeBackNewest, useUndo } from './undo';

const words = (text: string): Wording => ({ vi: text, en: text });
const done: string[] = [];
const deed = (name: string, more: object = {}) =>
  remember({
    panel: 'recommendations',
    words: words(name),
    undo: [() => Promise.resolve(done.push(name))],
    correction: words(`sửa ${name}`),
    ...more,
  });

describe('Taking back', () => {
  beforeEach(() => {
    useUndo.setState(useUndo.getInitialState());
    done.length = 0;
  });

  it('takes the newest first, each once', async () => {
    deed('một');
    deed('hai');
    await takeBackNewest();
    await takeBackNewest();
    await takeBackNewest();
    expect(done).toEqual(['hai', 'một']);
    expect(useUndo.getState().told).toMatchObject({ tone: 'warning' });
  });

  it('takes the whole set back although one of it fails, and tells the failure', async () => {
    const failing = () => Promise.reject(new Error('no'));
    deed('bộ', { undo: [failing, () => Promise.resolve(done.push('hai xe'))] });
    await takeBackNewest();
    expect(done).toEqual(['hai xe']);
    expect(useUndo.getState().failure).not.toBeNull();
  });

  it('names the correction after ten seconds, and for what is final', async () => {
    deed('cũ');
    useUndo.setState(({ deeds }) => ({ deeds: deeds.map((one) => ({ ...one, atMs: one.atMs - 10_001 })) }));
    await takeBackNewest();
    expect(useUndo.getState().told!.words.vi).toContain('sửa cũ');
    deed('cuối', { undo: [] });
    await takeBackNewest();
    expect(useUndo.getState().told!.words.vi).toBe('sửa cuối');
    expect(done).toEqual([]);
  });
});
