import type { LngLat, NamedPlaceKind } from '#contracts';
import { ROAD_CLASSES, type Directory, type NamedPlace, type RoadClass, type RoadWay } from '#region';
import {
  CHAPEL_NAMES,
  INDUSTRIAL_PARKS,
  KNOWN_BRIDGES,
  KNOWN_LANDMARKS,
  LODGING_NAMES,
  NAMED_JUNCTIONS,
  SCHOOL_NAMES,
} from './landmarks.js';
import { houses } from './houses.js';
import { MAIN_ROADS } from './main-roads.js';
import { distance, stepFrom, toLngLat, toPlane, type XY } from './plane.js';
import type { Random } from '#chance';
import type { Roads } from './roads.js';
import type { Roadside } from './roadside.js';
import { inWater } from './waters.js';
import { nearestWard, WARDS, type WardSeed } from './wards.js';

/** All names a caller may say, with where they are. */
export function namedPlaces(roads: Roads, roadside: Roadside, directory: Directory, random: Random): NamedPlace[] {
  return [
    ...streets(roads),
    ...junctions(roads),
    ...INDUSTRIAL_PARKS.flatMap((estate) => parkPlaces(estate, roadside)),
    ...KNOWN_LANDMARKS.map(([name, at, aliases = []]) => landmark(name, roadside.beside(at), aliases)),
    ...KNOWN_BRIDGES.map(([name, at]) => ({
      kind: 'bridge' as const,
      name,
      aliases: [],
      position: roadside.beside(at),
    })),
    ...wardLandmarks(roads, random),
    ...directory.hospitals.map(({ name, position }) => ({
      kind: 'hospital' as const,
      name,
      aliases: [name.replace('Bệnh viện', 'BV').replace('Trung tâm Y tế', 'TTYT').replace('Đa khoa', 'ĐK')],
      position,
    })),
    ...directory.stations.map(({ name, shortName, position }) => ({
      kind: 'station' as const,
      name,
      aliases: [`Trạm ${shortName}`],
      position,
    })),
    // Last, so that what is drawn before stays what it was.
    ...houses(roads, random),
  ];
}

/** What the first words of a name say that a place is. */
const KIND_BY_WORDS: readonly (readonly [RegExp, NamedPlaceKind])[] = [
  [/^Chợ /, 'market'],
  [/^(Trường|Đại học) /, 'school'],
  [/^(Chùa|Nhà thờ|Đình) /, 'worship'],
  [/^Cây xăng /, 'fuel'],
  [/^Khu công nghiệp /, 'industrial'],
  [/^Cổng /, 'gate'],
];

const landmark = (name: string, position: LngLat, aliases: readonly string[] = []): NamedPlace => ({
  kind: KIND_BY_WORDS.find(([words]) => words.test(name))?.[1] ?? 'landmark',
  name,
  aliases,
  position,
});

/** A street once per ward it runs through, at the middle of its longest stretch there. */
function streets({ nodes, points, ways }: Roads): NamedPlace[] {
  const longest = new Map<string, RoadWay>();
  for (const way of ways) {
    for (const stretch of stretchesByWard(way, points)) {
      const key = `${way.name}|${nearestWard(points[stretch.nodes[0] as number] as XY).code}`;
      if (way.name && (longest.get(key)?.nodes.length ?? 0) < stretch.nodes.length) longest.set(key, stretch);
    }
  }
  return [...longest.values()].map(({ name, ref, nodes: along }) => ({
    kind: 'street',
    name: name ?? '',
    aliases: aliasesOf(name ?? '', ref),
    position: nodes[along[Math.floor(along.length / 2)] as number] as LngLat,
  }));
}

function stretchesByWard(way: RoadWay, points: readonly XY[]): RoadWay[] {
  const stretches: { ward: WardSeed; nodes: number[] }[] = [];
  for (const node of way.nodes) {
    const ward = nearestWard(points[node] as XY);
    const current = stretches.at(-1);
    if (current?.ward === ward) current.nodes.push(node);
    else stretches.push({ ward, nodes: [node] });
  }
  return stretches.map(({ nodes }) => ({ ...way, nodes }));
}

function aliasesOf(name: string, ref: string | null): string[] {
  const known = MAIN_ROADS.find((road) => road.name === name && road.ref === ref);
  return [...new Set([...(ref && ref !== name ? [ref] : []), ...(known?.aliases ?? [])])];
}

interface Meeting {
  readonly node: number;
  readonly arms: number;
  readonly ways: readonly RoadWay[];
}

/** Where a main road meets another one or an artery of a ward; the few with a name of their own keep it. */
function junctions(roads: Roads): NamedPlace[] {
  const meetings = meetingsOf(roads);
  const taken = new Set<number>();
  const named = NAMED_JUNCTIONS.map(([name, at, aliases = []]): NamedPlace => {
    const wished = toPlane(at);
    // Known crossings lie on two main roads: one with a ward street must be clearly nearer to be meant.
    const misfit = ({ node, ways }: Meeting) =>
      distance(roads.points[node] as XY, wished) +
      (ways.every((way) => rank(way.roadClass) < rank('tertiary')) ? 0 : 250);
    const nearest = meetings
      .filter(({ node }) => !taken.has(node))
      .reduce((best, meeting) => (misfit(meeting) < misfit(best) ? meeting : best));
    taken.add(nearest.node);
    const roadsMet = nearest.ways.map((way) => way.name).join(' – ');
    return { kind: 'junction', name, aliases: [...aliases, roadsMet], position: roads.nodes[nearest.node] as LngLat };
  });
  const plain = meetings
    .filter(({ node }) => !taken.has(node))
    .map(({ node, arms, ways }): NamedPlace => {
      const names = ways.map((way) => way.name);
      const codes = ways.map((way) => way.ref ?? way.name);
      return {
        kind: 'junction',
        name: `${arms > 3 ? 'Ngã tư' : 'Ngã ba'} ${names.join(' – ')}`,
        aliases: ways.some((way) => way.ref && way.ref !== way.name) ? [codes.join(' – ')] : [],
        position: roads.nodes[node] as LngLat,
      };
    });
  return [...named, ...plain];
}

const rank = (roadClass: RoadClass): number => ROAD_CLASSES.indexOf(roadClass);

function meetingsOf({ ways, points }: Roads): Meeting[] {
  const main = ways.filter((way) => rank(way.roadClass) <= rank('tertiary') && way.name);
  const at = new Map<number, { arms: number; ways: Map<string, RoadWay> }>();
  for (const way of main) {
    way.nodes.forEach((node, i) => {
      const arms = i === 0 || i === way.nodes.length - 1 ? 1 : 2;
      const meeting = at.get(node) ?? { arms: 0, ways: new Map<string, RoadWay>() };
      meeting.arms += arms;
      meeting.ways.set(way.name ?? '', way);
      at.set(node, meeting);
    });
  }
  const meetings = [...at]
    .map(([node, meeting]) => ({ node, arms: meeting.arms, ways: [...meeting.ways.values()].slice(0, 2) }))
    .filter(({ ways: met }) => met.length > 1 && met.some((way) => rank(way.roadClass) <= rank('secondary')));
  return apart(meetings, points, 60);
}

/** Two roads that meet at an angle may cross twice within a few metres: callers know one place. */
function apart(meetings: readonly Meeting[], points: readonly XY[], metres: number): Meeting[] {
  const kept: Meeting[] = [];
  for (const meeting of meetings) {
    const here = points[meeting.node] as XY;
    if (!kept.some(({ node }) => distance(points[node] as XY, here) < metres)) kept.push(meeting);
  }
  return kept;
}

function parkPlaces(estate: (typeof INDUSTRIAL_PARKS)[number], roadside: Roadside): NamedPlace[] {
  const short = estate.name.replace('Khu công nghiệp', 'KCN');
  const centre = toPlane(estate.centre);
  const gates = Array.from({ length: estate.gates }, (_, i) => {
    const edge = stepFrom(centre, (i / estate.gates) * 2 * Math.PI, estate.widthMetres / 2);
    return landmark(`Cổng ${i + 1} ${short}`, roadside.beside(toLngLat(edge)), []);
  });
  return [landmark(estate.name, estate.centre, [short, ...estate.aliases]), ...gates];
}

/** What every ward has: office, health post, police, market, schools, pagodas, petrol stations, lodging houses. */
function wardLandmarks({ points, nodes }: Roads, random: Random): NamedPlace[] {
  const byWard = new Map<WardSeed, number[]>();
  points.forEach((point, node) => {
    const ward = nearestWard(point);
    if (distance(point, ward.at) > 2000) return;
    const list = byWard.get(ward);
    if (list) list.push(node);
    else byWard.set(ward, [node]);
  });
  return WARDS.flatMap((ward) => {
    const own = byWard.get(ward) ?? [];
    const somewhere = (): LngLat => {
      const node = random.pick(own);
      const at = stepFrom(points[node] as XY, random.between(0, 2 * Math.PI), 22);
      return inWater(at) ? (nodes[node] as LngLat) : toLngLat(at);
    };
    return landmarkNames(ward, random).map(([name, ...aliases]) => landmark(name, somewhere(), aliases));
  });
}

function landmarkNames(ward: WardSeed, random: Random): [name: string, ...aliases: string[]][] {
  const kind = ward.kind.toLowerCase();
  const short = ward.kind === 'Phường' ? 'P.' : 'X.';
  return [
    [`Ủy ban nhân dân ${kind} ${ward.name}`, `UBND ${short} ${ward.name}`, `UBND ${ward.name}`],
    [`Trạm y tế ${kind} ${ward.name}`, `TYT ${ward.name}`],
    [`Công an ${kind} ${ward.name}`, `CA ${short} ${ward.name}`],
    [`Chợ ${ward.name} mới`],
    [`Trường Tiểu học ${ward.name}`, `TH ${ward.name}`],
    [`Trường THCS ${random.pick(SCHOOL_NAMES)}`],
    [`Trường THPT ${random.pick(SCHOOL_NAMES)}`],
    [`Chùa ${random.pick(CHAPEL_NAMES)}`],
    [`Đình thần ${ward.name}`],
    [`Cây xăng Petrolimex ${random.whole(1, 98)}`, 'Trạm xăng dầu'],
    [`Cây xăng ${ward.name}`],
    [`Khu dân cư ${ward.name} ${random.whole(1, 3)}`, `KDC ${ward.name}`],
    [`Khu nhà trọ ${random.pick(LODGING_NAMES)}`, 'Nhà trọ'],
    [`Khu nhà trọ ${random.pick(LODGING_NAMES)} ${random.whole(2, 9)}`, 'Nhà trọ'],
  ];
}
