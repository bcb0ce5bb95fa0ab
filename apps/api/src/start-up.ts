import { AlarmRules } from '#contracts';
import { dataSourceOptions, migrate, packageRoot, startEmbedded, type EmbeddedDatabase } from '#database';
import { RegionStore, type Query } from '#region';
import { buildNetwork } from '#roads';
import { systemClock } from '#journal';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { demonstrationRegion } from '#demonstration';
import type { Config } from './config.js';
import { enterDemonstrationFleet } from './demonstration-fleet.js';
import { RoadRules } from './road-rules.js';
import { readRules } from './rules-file.js';

/** Injection token: when a state becomes an alarm. */
export const ALARM_RULES = Symbol('AlarmRules');
/** Injection token: the embedded database or the demonstration region is in use. */
export const TRIAL = Symbol('Trial');
export const VERSION = (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
  .version;

export interface Prepared {
  readonly dataSource: DataSource;
  readonly query: Query;
  readonly embedded: EmbeddedDatabase | null;
  readonly demonstration: boolean;
  readonly dataFolder: string;
  readonly roadRules: RoadRules;
  readonly alarmRules: AlarmRules;
}

/** Says what is being done, for somebody who waits for the first start. */
export type Tell = (vi: string, en: string) => void;

/** Database, schema, region and fleet: everything that must stand before the first request. */
export async function prepare(config: Config, tell: Tell, onError: (error: unknown) => void): Promise<Prepared> {
  const roadRules = readRules(config.ROAD_RULES, RoadRules);
  const alarmRules = readRules(config.ALARM_RULES, AlarmRules);
  const dataFolder = resolve(packageRoot(), config.DATA_FOLDER);
  let embedded: EmbeddedDatabase | null = null;
  if (!config.DATABASE_URL) {
    tell(
      'Mở cơ sở dữ liệu thử nghiệm (lần đầu mất khoảng 20 giây)',
      'Opening the embedded trial database (about 20 s the first time)',
    );
    embedded = await startEmbedded(dataFolder);
  }
  try {
    const url = config.DATABASE_URL ?? embedded!.url;
    const dataSource = await new DataSource(dataSourceOptions(url, config.DATABASE_POOL, onError)).initialize();
    const applied = await migrate(dataSource);
    if (applied.length > 0) tell(`Đã tạo lược đồ: ${applied.join(', ')}`, `Schema created: ${applied.join(', ')}`);
    const demonstration = config.DEMO_REGION === 'on' || (config.DEMO_REGION === 'auto' && embedded !== null);
    const query: Query = (sql, parameters) => dataSource.query(sql, parameters);
    if (demonstration) await fillWithDemonstration(dataSource, query, tell);
    return { dataSource, query, embedded, demonstration, dataFolder, roadRules, alarmRules };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** An empty database gets the generated region; a region that was imported is left alone, and gets a fleet of its own. */
async function fillWithDemonstration(dataSource: DataSource, query: Query, tell: Tell): Promise<void> {
  const present = await new RegionStore(query).findRegion();
  if (!present) {
    tell('Dựng khu vực mô phỏng Bình Dương', 'Building the demonstration region');
    const region = demonstrationRegion();
    await inOneSession(dataSource, (session) =>
      new RegionStore(session).replace({
        region,
        network: buildNetwork(region),
        source: 'demonstration',
        importedAt: systemClock.now(),
      }),
    );
  }
  await enterDemonstrationFleet(dataSource, query, systemClock.now(), tell);
}

/** The store begins and commits by itself, so it needs one connection and not a pool. */
async function inOneSession<T>(dataSource: DataSource, work: (query: Query) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    return await work((sql, parameters) => runner.query(sql, parameters));
  } finally {
    await runner.release();
  }
}
