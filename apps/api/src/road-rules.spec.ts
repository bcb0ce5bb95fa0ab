import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '#database';
import { correctedProfiles } from '#roads';
import { priorOf } from '#traffic';
import { RoadRules } from './road-rules.js';
import { readRules } from './rules-file.js';

const fileOf = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules.json');
  writeFileSync(file, text);
  return file;
};

describe('The road rules of a centre', () => {
  it('are none without a file', () => {
    expect(readRules(undefined, RoadRules)).toEqual({ profiles: {}, hours: [] });
  });

  it('are read as the example shows them', () => {
    const { profiles, hours } = readRules(join(packageRoot(), 'docs/examples/road-rules.json'), RoadRules);
    const { emergency } = correctedProfiles(profiles);
    expect(emergency.speedKmh).toMatchObject({ primary: 42, alley: 8, residential: 24 });
    expect(emergency.wrongWay).toMatchObject({ longestMetres: 100, kmh: 12, seconds: 20 });
    const factor = priorOf(hours);
    const cell = { profile: 'normal', roadClass: 'primary', corridor: 'Đại lộ Bình Dương', hour: 17 } as const;
    expect(factor(cell)).toBeCloseTo(1.4 * 1.3);
    expect(factor({ ...cell, corridor: 'Phú Lợi' })).toBe(1.4);
    expect(factor({ ...cell, hour: 2 })).toBe(1);
    expect(factor({ ...cell, hour: 2, profile: 'emergency' })).toBe(0.85);
  });

  it('that are wrong are refused, every problem at once', () => {
    const file = fileOf(
      '{"profiles":{"emergency":{"speedKmh":{"primary":-4}},"tank":{}},"hours":[{"hours":[25],"factor":1}]}',
    );
    expect(() => readRules(file, RoadRules)).toThrow(/speedKmh\.primary[\s\S]*hours\.0\.hours\.0/);
    expect(() => readRules(fileOf('{"hours":'), RoadRules)).toThrow('rules.json');
    expect(() => readRules('/nowhere/rules.json', RoadRules)).toThrow('/nowhere/rules.json');
  });
});
