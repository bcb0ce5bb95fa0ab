import { ConfigError, ConfigSchema, readConfig } from './config.js';

const problemsOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
};

describe('Configuration', () => {
  it('starts without a single setting', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3115,
      DEMO: true,
      OFFER_SECONDS: 45,
      TRAVEL_TIMES: 'roads',
    });
  });
  it('reads numbers and switches, takes an empty setting for none, and ignores what is not its own', () => {
    const given = { PORT: '0', OFFER_SECONDS: '1', DEMO: '0', DATABASE_POOL: '', HOME: '/nowhere' };
    const config = readConfig(given);
    expect(config).toMatchObject({ PORT: 0, OFFER_SECONDS: 1, DEMO: false, DATABASE_POOL: 20 });
    expect(config).not.toHaveProperty('HOME');
  });
  it('lists every problem of a bad start at once, by name, in both languages', () => {
    const message = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://somewhere/else',
      DATABASE_POOL: '1',
      DEMO: 'yes',
      OFFER_SECONDS: '-5',
      TRAVEL_TIMES: 'guess',
      LOG_LEVEL: 'loud',
    });
    const named = message
      .split('\n')
      .slice(1)
      .map((line) => /^ {2}- (\w+): .+/.exec(line)?.[1]);
    expect(named).toEqual([
      'PORT',
      'DATABASE_URL',
      'DATABASE_POOL',
      'DEMO',
      'OFFER_SECONDS',
      'TRAVEL_TIMES',
      'LOG_LEVEL',
    ]);
    expect(message).toMatch(/^Cấu hình không đúng \/ The configuration is not valid:/);
  });
  it('never repeats a value, which may be a password', () => {
    expect(problemsOf({ DATABASE_URL: 'bí-mật-115', GOOGLE_MAPS_KEY: 'x', LOG_LEVEL: 'bí-mật-116' })).not.toContain(
      'bí-mật',
    );
  });
  it('explains every setting, for the table in the README', () => {
    for (const [name, setting] of Object.entries(ConfigSchema.shape))
      expect([name, setting.description]).toEqual([expect.stringMatching(/^[A-Z][A-Z0-9_]+$/), expect.any(String)]);
  });
});
