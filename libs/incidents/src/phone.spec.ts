import { normalisePhone } from './phone.js';

describe('normalisePhone', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+84 912 345 678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['0274.3822.920', '+842743822920'],
    ['+1 (202) 555-0100', '+12025550100'],
    ['', null],
    ['115', null],
    ['không rõ', null],
    ['<unknown>', null],
    ['0912abc678', null],
  ])('%s -> %s', (raw, expected) => expect(normalisePhone(raw)).toBe(expected));
});
