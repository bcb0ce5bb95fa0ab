import { findRoad } from './road-way.js';

describe('a way as a road for an ambulance', () => {
  it.each([
    [{ highway: 'primary' }, { roadClass: 'primary', link: false, direction: 'both' }],
    [
      { highway: 'trunk_link', oneway: 'yes' },
      { roadClass: 'trunk', link: true, direction: 'forward' },
    ],
    [{ highway: 'motorway' }, { roadClass: 'motorway', direction: 'forward', reversed: false }],
    [{ highway: 'motorway', oneway: 'no' }, { direction: 'both' }],
    [
      { highway: 'tertiary', junction: 'roundabout' },
      { direction: 'forward', roundabout: true },
    ],
    [
      { highway: 'residential', oneway: '-1' },
      { direction: 'forward', reversed: true },
    ],
    [{ highway: 'residential', oneway: 'yes', 'oneway:emergency': 'no' }, { direction: 'both' }],
    [{ highway: 'residential', name: 'Hẻm 12' }, { roadClass: 'alley' }],
    [{ highway: 'service', service: 'alley' }, { roadClass: 'alley' }],
    [{ highway: 'living_street' }, { roadClass: 'alley' }],
    [{ highway: 'primary', name: 'Nguyễn Ðình Chiểu' }, { name: 'Nguyễn Đình Chiểu' }],
    [
      { highway: 'primary', bridge: 'yes', ref: 'QL13' },
      { bridge: true, ref: 'QL13' },
    ],
    [{ highway: 'service', access: 'private', emergency: 'yes' }, { roadClass: 'service' }],
    [{ highway: 'service', access: 'private', motor_vehicle: 'yes' }, { roadClass: 'service' }],
    [{ highway: 'pedestrian', emergency: 'designated' }, { roadClass: 'service' }],
    [{ route: 'ferry', motor_vehicle: 'yes' }, { roadClass: 'ferry' }],
    [{ route: 'ferry', name: 'Phà Cát Lái' }, { roadClass: 'ferry' }],
  ])('%j', (tags, expected) => {
    expect(findRoad(tags as Record<string, string>)).toMatchObject(expected);
  });

  it.each([
    [{ highway: 'footway' }],
    [{ highway: 'construction' }],
    [{ highway: 'pedestrian' }],
    [{ highway: 'service', access: 'private' }],
    [{ highway: 'residential', motor_vehicle: 'no' }],
    [{ highway: 'residential', area: 'yes' }],
    [{ route: 'ferry', name: 'Bạch Đằng – Vũng Tàu' }],
    [{ building: 'yes' }],
  ])('is none with %j', (tags) => {
    expect(findRoad(tags as Record<string, string>)).toBeNull();
  });

  it.each([
    ['60', 60],
    ['40 km/h', 40],
    ['30 mph', 48.28032],
    ['signals', null],
    ['none', null],
    ['6000', null],
    [undefined, null],
  ])('reads a limit of %s as %s', (maxspeed, expected) => {
    const tags = { highway: 'primary', ...(maxspeed === undefined ? {} : { maxspeed }) };
    expect(findRoad(tags)!.maxSpeedKmh).toBe(expected);
  });

  const OPEN = { car: true, motorbike: true, emergency: true };
  it.each([
    [{ highway: 'residential' }, OPEN],
    [{ highway: 'residential', access: 'destination' }, OPEN],
    [
      { highway: 'residential', motorcar: 'no' },
      { car: false, motorbike: true, emergency: false },
    ],
    [
      { highway: 'residential', motorcar: 'no', emergency: 'yes' },
      { car: false, motorbike: true, emergency: true },
    ],
    [
      { highway: 'residential', emergency: 'no' },
      { car: true, motorbike: true, emergency: false },
    ],
    [
      { highway: 'motorway', motorcycle: 'no' },
      { car: true, motorbike: false, emergency: true },
    ],
    [
      { highway: 'path', motorcycle: 'yes' },
      { car: false, motorbike: true, emergency: false },
    ],
    [
      { highway: 'footway', access: 'private', motorcycle: 'designated' },
      { car: false, motorbike: true, emergency: false },
    ],
    [
      { highway: 'service', access: 'no', motor_vehicle: 'permissive' },
      { car: true, motorbike: true, emergency: true },
    ],
    [
      { highway: 'pedestrian', emergency: 'yes' },
      { car: false, motorbike: false, emergency: true },
    ],
    [{ route: 'ferry', name: 'Phà Cát Lái' }, OPEN],
    [
      { route: 'ferry', motorcycle: 'yes', foot: 'yes' },
      { car: false, motorbike: true, emergency: false },
    ],
  ])('lets in by %j: %j', (tags, admits) => {
    expect(findRoad(tags as Record<string, string>)!.admits).toEqual(admits);
  });

  it.each([
    [{ width: '3.5' }, 3.5],
    [{ width: '2,5 m' }, 2.5],
    [{ width: '~3 mét' }, 3],
    [{ width: '180 cm' }, 1.8],
    [{ est_width: '4' }, 4],
    [{ width: '4', maxwidth: '2.2' }, 2.2],
    [{ width: 'narrow' }, 2],
    [{ width: 'unknown' }, null],
    [{ width: '4000' }, null],
    [{}, null],
  ])('is as wide as %j says: %s', (tags, width) => {
    expect(findRoad({ highway: 'residential', ...tags } as Record<string, string>)!.widthMetres).toBe(width);
  });

  it('leaves an alley of motorbikes two-way where its sign spares them, and a street one-way', () => {
    const sign = { oneway: 'yes', 'oneway:motorcycle': 'no' };
    expect(findRoad({ highway: 'path', motorcycle: 'yes', ...sign })!.direction).toBe('both');
    expect(findRoad({ highway: 'residential', ...sign })!.direction).toBe('forward');
  });
});
