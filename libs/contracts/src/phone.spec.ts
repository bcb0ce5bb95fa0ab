import { normalisePhone, spokenPhone } from './phone.js';

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
    ['912345678', '+84912345678'],
    ['+84 0912 345 678', '+84912345678'],
    ['00840912345678', '+84912345678'],
    ['tel:+84912345678', '+84912345678'],
    ['sip:0912345678@10.0.0.2;user=phone', '+84912345678'],
    ['sip:anonymous@anonymous.invalid', null],
    ['02743822920', '+842743822920'],
    ['1900', null],
    ['0', null],
    ['+', null],
    ['١٢٣٤٥٦٧٨٩', null],
    ['0912345678'.repeat(9), null],
  ])('%s -> %s', (raw, expected) => expect(normalisePhone(raw)).toBe(expected));
});

describe('spokenPhone', () => {
  it.each([
    ['+84908417226', '0908 417 226'],
    ['+842743822920', '0274 3822 920'],
    ['+12025550100', '+12025550100'],
  ])('%s -> %s', (phone, expected) => expect(spokenPhone(phone)).toBe(expected));
  it('leaves what is no number as it came', () => expect(spokenPhone(null, '<unknown>')).toBe('<unknown>'));
});
