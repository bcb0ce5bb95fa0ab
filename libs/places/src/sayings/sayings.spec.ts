import { numbersApart, readHouseNumber, spokenAddress, type HouseNumber } from './address.js';
import { coordinatesIn, linkIn } from './coordinates.js';
import { crossingIn } from './crossing.js';
import { decodePlusCode, nearestPlusCode, plusCodeIn } from './plus-code.js';
import { relatedIn } from './relation.js';

describe('an address', () => {
  it.each([
    ['22/5 Phú Lợi', '22/5', 'Phú Lợi'],
    ['số 118 đường Lê Lợi', 'số 118', 'Lê Lợi'],
    ['12/3/5, Yersin', '12/3/5', 'Yersin'],
    ['hẻm 30 Yersin', 'hẻm 30', 'Yersin'],
    ['số nhà 45A Nguyễn Du', 'số nhà 45A', 'Nguyễn Du'],
    ['5 hẻm 118 Lê Lợi', '5 hẻm 118', 'Lê Lợi'],
  ])('%s has a house number', (text, houseNumber, rest) => expect(spokenAddress(text)).toEqual({ houseNumber, rest }));

  it('leaves a street that begins with a word alone', () => expect(spokenAddress('Phú Lợi 22').houseNumber).toBeNull());

  const number = (text: string): HouseNumber => readHouseNumber(text)!;
  it('reads alleys in either order', () => {
    expect(number('5 hẻm 118').parts).toEqual(number('118/5').parts);
    expect(readHouseNumber('Phú Lợi')).toBeNull();
  });

  it.each([
    ['22/5/3', '22/5/3', '22/5/1'],
    ['22/5/3', '22/5/1', '22/9'],
    ['22/5/3', '22/9', '22'],
    ['22/5/3', '22', '24'],
    ['22', '24', '23'],
    ['45A', '45', '47'],
  ])('%s is nearer to %s than to %s', (asked, nearer, farther) => {
    const apart = (known: string) => numbersApart(number(asked), number(known)) ?? Infinity;
    expect(apart(nearer)).toBeLessThan(apart(farther));
  });

  it('says nothing about a number far away', () => expect(numbersApart(number('22'), number('300'))).toBeNull());
});

describe('a relation', () => {
  it.each([
    ['gần chợ Búng', '', 'gần', 'chợ Búng'],
    ['doi dien cong 2 VSIP 1', '', 'đối diện', 'cong 2 VSIP 1'],
    ['QL13 đoạn cầu Ông Bố', 'QL13', 'đoạn', 'cầu Ông Bố'],
    ['nhà trọ Minh Phát, sau lưng chợ Đình', 'nhà trọ Minh Phát', 'sau lưng', 'chợ Đình'],
    ['QL13 chỗ chợ Búng', 'QL13', 'chỗ', 'chợ Búng'],
  ])('%s', (text, before, relation, landmark) => expect(relatedIn(text)).toEqual({ before, relation, landmark }));

  it.each(['chợ Búng', 'cho Bung', 'Dau Tieng', 'gần'])('%s has none', (text) => expect(relatedIn(text)).toBeNull());
});

describe('a crossing', () => {
  it.each([
    ['góc Lê Lợi và Nguyễn Du', 'Lê Lợi', 'Nguyễn Du'],
    ['ngã tư đường Lê Lợi - đường Nguyễn Du', 'Lê Lợi', 'Nguyễn Du'],
    ['le loi giao nguyen du', 'le loi', 'nguyen du'],
    ['Lê Lợi x Nguyễn Du', 'Lê Lợi', 'Nguyễn Du'],
  ])('%s', (text, a, b) => expect(crossingIn(text)).toEqual([a, b]));

  it.each(['ngã tư 550', 'góc Lê Lợi', 'Lê Lợi'])('%s is none', (text) => expect(crossingIn(text)).toBeNull());
});

describe('a position', () => {
  it.each([
    ['10.98,106.65', [106.65, 10.98]],
    ['106.65 10.98', [106.65, 10.98]],
    ['10,98 106,65', [106.65, 10.98]],
    ['(10.98, 106.65)', [106.65, 10.98]],
    ['vĩ độ 10.98 kinh độ 106.65', [106.65, 10.98]],
    ['10.98° N, 106.65° E', [106.65, 10.98]],
    ['10.98, 206.65', null],
    ['22/5 Phú Lợi', null],
  ])('%s is %j', (text, at) => expect(coordinatesIn(text)).toEqual(at));

  it('is read in degrees, minutes and seconds', () => {
    const [lng, lat] = coordinatesIn(`10°58'48"N 106°39'00"E`)!;
    expect([lng, lat]).toEqual([expect.closeTo(106.65, 6), expect.closeTo(10.98, 6)]);
  });

  it.each([
    ['https://www.google.com/maps/@10.98,106.65,17z', [106.65, 10.98]],
    ['https://www.google.com/maps?q=10.98,106.65', [106.65, 10.98]],
    ['https://maps.google.com/?q=10.98%2C106.65&z=17', [106.65, 10.98]],
    ['https://www.google.com/maps/search/10.98,+106.65?entry=tts', [106.65, 10.98]],
    ['https://www.google.com/maps/place/A/@10.9,106.6,15z/data=!4m5!3m4!8m2!3d10.98!4d106.65', [106.65, 10.98]],
    ['https://maps.apple.com/?ll=10.98,106.65', [106.65, 10.98]],
    ['https://zalo.me/location?lat=10.98&lng=106.65', [106.65, 10.98]],
    ['vị trí em nè https://map.example.vn/x?longitude=106.65&latitude=10.98', [106.65, 10.98]],
    ['geo:10.98,106.65', [106.65, 10.98]],
    ['https://maps.app.goo.gl/AbCdEf123', null],
    ['https://www.google.com/maps?q=210.98,106.65', null],
  ])('is in the link %s: %j', (text, position) => expect(linkIn(text)).toEqual({ position }));

  it('is looked for in links only', () => expect(linkIn('chợ Búng')).toBeNull());
});

describe('a plus code', () => {
  // From the test data of the open specification.
  it.each([
    ['7FG49Q00+', [2.775, 20.375], 0.03],
    ['8FVC2222+22', [8.0000625, 47.0000625], 1e-6],
    ['4VCPPQGP+Q9', [174.786, -41.273], 0.001],
  ])('%s is at %j', (code, [lng, lat], within) => {
    const [x, y] = decodePlusCode(code.replace('00+', '+'));
    expect(Math.abs(x - lng!)).toBeLessThan(within);
    expect(Math.abs(y - lat!)).toBeLessThan(within);
  });

  it('is found in a text, short ones with their town', () => {
    expect(plusCodeIn('7P28XMJ2+22')).toEqual({ code: '7P28XMJ2+22', near: '' });
    expect(plusCodeIn('XMJ2+22, Thủ Dầu Một')).toEqual({ code: 'XMJ2+22', near: 'Thủ Dầu Một' });
    expect(plusCodeIn('chợ Búng + 2')).toBeNull();
    // The first pair would lie beyond the pole.
    expect(plusCodeIn('XXXXXXXX+XX')).toBeNull();
  });

  it('is completed by the nearest place that ends like it, across the border of a cell', () => {
    const [lng, lat] = decodePlusCode('7P28XMJ2+22');
    expect(nearestPlusCode('XMJ2+22', [106.66, 10.97])).toEqual([expect.closeTo(lng), expect.closeTo(lat)]);
    expect(nearestPlusCode('XMJ2+22', [106.66, 11.03])).toEqual([expect.closeTo(lng), expect.closeTo(lat)]);
  });
});
