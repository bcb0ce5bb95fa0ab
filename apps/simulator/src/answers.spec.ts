import { OfferId } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { answerTo } from './answers.js';

describe('who answers an offer', () => {
  const ids = Array.from({ length: 2_000 }, () => OfferId.parse(uuidv7()));

  it('is the same for the crew and for the station that ask', () => {
    for (const id of ids.slice(0, 50)) expect(answerTo(id, 7)).toEqual(answerTo(id, 7));
  });
  it('is mostly a yes, sometimes a no, now and then nobody, and well within the countdown', () => {
    const answers = ids.map((id) => answerTo(id, 7));
    const share = (kind: string) => answers.filter((answer) => answer.kind === kind).length / answers.length;
    expect(share('accept')).toBeGreaterThan(0.8);
    expect(share('refuse')).toBeGreaterThan(0.05);
    expect(share('silence')).toBeGreaterThan(0.02);
    for (const answer of answers) if (answer.kind !== 'silence') expect(answer.afterSeconds).toBeLessThan(30);
  });
});
