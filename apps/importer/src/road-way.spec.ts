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
});
