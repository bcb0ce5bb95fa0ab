import type { Capability, Equipment, LngLat, VehicleLevel } from '#contracts';
import type { Directory } from '#region';
import type { Roadside } from './roadside.js';

type HospitalRow = readonly [code: string, name: string, position: LngLat, capabilities: readonly Capability[]];

const BASIC = ['resuscitation', 'obstetrics'] as const;
const HOSPITALS: readonly HospitalRow[] = [
  [
    'BVDKBD',
    'Bệnh viện Đa khoa Bình Dương',
    [106.6622, 10.9928],
    ['resuscitation', 'angiography', 'thrombolysis', 'neurosurgery', 'obstetrics', 'paediatrics', 'burns'],
  ],
  ['BVQY4', 'Bệnh viện Quân y 4', [106.7662, 10.9098], ['resuscitation', 'thrombolysis', 'neurosurgery']],
  [
    'BVHM',
    'Bệnh viện Hoàn Mỹ Bình Dương',
    [106.6488, 10.9992],
    ['resuscitation', 'angiography', 'thrombolysis', 'obstetrics'],
  ],
  [
    'BVBCM',
    'Bệnh viện Quốc tế Becamex',
    [106.7064, 10.9178],
    ['resuscitation', 'angiography', 'obstetrics', 'paediatrics'],
  ],
  ['BVPSN', 'Bệnh viện Phụ sản – Nhi Bình Dương', [106.6632, 10.9733], ['obstetrics', 'paediatrics', 'resuscitation']],
  ['BVMP', 'Bệnh viện Mỹ Phước', [106.6035, 11.1335], ['resuscitation', 'thrombolysis', 'obstetrics']],
  ['TTYTDA', 'Trung tâm Y tế khu vực Dĩ An', [106.7698, 10.9042], BASIC],
  ['TTYTTA', 'Trung tâm Y tế khu vực Thuận An', [106.7022, 10.9098], BASIC],
  ['TTYTTDM', 'Trung tâm Y tế khu vực Thủ Dầu Một', [106.6712, 10.9806], BASIC],
  ['TTYTBC', 'Trung tâm Y tế khu vực Bến Cát', [106.5982, 11.1468], BASIC],
  ['TTYTTU', 'Trung tâm Y tế khu vực Tân Uyên', [106.7882, 11.0652], BASIC],
  ['TTYTBTU', 'Trung tâm Y tế khu vực Bắc Tân Uyên', [106.8602, 11.1512], ['resuscitation']],
  ['TTYTBB', 'Trung tâm Y tế khu vực Bàu Bàng', [106.6262, 11.2598], ['resuscitation']],
  ['TTYTPG', 'Trung tâm Y tế khu vực Phú Giáo', [106.7962, 11.2952], BASIC],
  ['TTYTDT', 'Trung tâm Y tế khu vực Dầu Tiếng', [106.3662, 11.2802], BASIC],
  [
    'BVTD',
    'Bệnh viện Đa khoa khu vực Thủ Đức',
    [106.7622, 10.8625],
    ['resuscitation', 'angiography', 'thrombolysis', 'obstetrics', 'paediatrics'],
  ],
  [
    'BVQY175',
    'Bệnh viện Quân y 175',
    [106.6818, 10.8192],
    ['resuscitation', 'angiography', 'thrombolysis', 'neurosurgery', 'burns'],
  ],
];

/** The satellite stations known in the former Bình Dương; each belongs to the hospital of the same code. */
const STATIONS: readonly (readonly [code: string, shortName: string, fleet: string])[] = [
  ['BVDKBD', 'BVĐK Bình Dương', 'AABBM'],
  ['BVQY4', 'Quân y 4', 'AB'],
  ['BVHM', 'Hoàn Mỹ BD', 'AB'],
  ['TTYTDA', 'Dĩ An', 'ABBM'],
  ['TTYTTA', 'Thuận An', 'ABB'],
  ['TTYTTDM', 'Thủ Dầu Một', 'BB'],
  ['TTYTBC', 'Bến Cát', 'AB'],
  ['TTYTTU', 'Tân Uyên', 'ABB'],
  ['TTYTBTU', 'Bắc Tân Uyên', 'B'],
  ['TTYTBB', 'Bàu Bàng', 'AB'],
  ['TTYTPG', 'Phú Giáo', 'BB'],
  ['TTYTDT', 'Dầu Tiếng', 'BB'],
];

const LEVELS: Record<string, { level: VehicleLevel; equipment: readonly Equipment[] }> = {
  A: { level: 'als', equipment: ['defibrillator', 'ventilator', 'oxygen', 'stretcher', 'obstetric'] },
  B: { level: 'bls', equipment: ['oxygen', 'stretcher'] },
  M: { level: 'motorbike', equipment: ['defibrillator', 'oxygen'] },
};

/** Owners, hospitals, the twelve satellite stations and thirty vehicles; every place is moved to a road's side. */
export function demonstrationDirectory(roadside: Roadside): Directory {
  const hospitals = HOSPITALS.map(([code, name, position, capabilities]) => ({
    code,
    ownerCode: code,
    name,
    position: roadside.beside(position),
    capabilities,
  }));
  const stations = STATIONS.map(([code, shortName], i) => {
    const hospital = hospitals.find((candidate) => candidate.code === code);
    if (!hospital) throw new Error(`station ${code} has no hospital`);
    const phone = `02743${String(115_001 + i)}`;
    return {
      code,
      ownerCode: code,
      name: `Trạm cấp cứu vệ tinh ${hospital.name}`,
      shortName,
      position: hospital.position,
      phone,
    };
  });
  const fleet = STATIONS.flatMap(([stationCode, , letters]) => [...letters].map((letter) => ({ stationCode, letter })));
  const vehicles = fleet.map(({ stationCode, letter }, i) => {
    const kind = LEVELS[letter];
    if (!kind) throw new Error(`no vehicle level ${letter}`);
    return {
      callSign: `BD-${String(i + 1).padStart(2, '0')}`,
      stationCode,
      level: kind.level,
      equipment: equipmentOf(kind, i),
    };
  });
  return { owners: HOSPITALS.map(([code, name]) => ({ code, name })), hospitals, stations, vehicles };
}

/** One advanced ambulance in three carries an incubator, one basic in four a delivery kit. */
function equipmentOf(kind: { level: VehicleLevel; equipment: readonly Equipment[] }, index: number): Equipment[] {
  if (kind.level === 'als' && index % 3 === 0) return [...kind.equipment, 'neonatal'];
  if (kind.level === 'bls' && index % 4 === 0) return [...kind.equipment, 'obstetric'];
  return [...kind.equipment];
}
