import { PATTERNS } from './sound';

it('has the pulse counts that clinical staff know', () => {
  expect(PATTERNS.high).toHaveLength(10);
  expect(PATTERNS.medium).toHaveLength(3);
});

it('never lets two pulses overlap', () => {
  for (const pattern of Object.values(PATTERNS)) {
    const starts = pattern.map(({ atSeconds }) => atSeconds);
    for (const [index, start] of starts.entries()) {
      if (index > 0) expect(start - starts[index - 1]!).toBeGreaterThanOrEqual(0.2);
    }
  }
});
