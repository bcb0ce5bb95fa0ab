import { ANSWERS, CALL_REASONS, effectsOf, triage, type Answers, type Protocol } from '#contracts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config.js';
import { readProtocols } from './read-protocols.js';

const FOLDER = resolve(import.meta.dirname, '../../../../protocols');
const { protocols, cards } = readProtocols(FOLDER);
const protocolOf = (reason: keyof typeof CALL_REASONS): Protocol =>
  protocols.find((protocol) => protocol.reason === reason)!;

describe('the protocols of the product', () => {
  it('has one for every reason, with keys enough for its questions', () => {
    expect(protocols.map(({ reason }) => reason).sort()).toEqual(Object.keys(CALL_REASONS).sort());
    for (const { questions } of protocols) expect(questions.length).toBeLessThanOrEqual(9);
  });

  it('asks whether the patient is awake before anything else', () => {
    for (const { questions } of protocols) expect(questions[0]?.key).toBe('conscious');
  });

  it('offers "unknown" last in every question, and it never lowers', () => {
    for (const { questions } of protocols)
      for (const { answers } of questions) {
        expect(answers.at(-1)?.key).toBe('unknown');
        expect(answers.at(-1)).not.toHaveProperty('lower');
      }
  });

  it('makes a patient who neither answers nor breathes critical, with a defibrillator and the right card', () => {
    for (const protocol of protocols.filter(({ questions }) => questions.some(({ key }) => key === 'breathing'))) {
      const answers: Answers = { conscious: 'no', breathing: 'no' };
      const need = triage(protocol.reason, answers, protocol);
      expect(need).toMatchObject({ priority: 1, level: 'als' });
      expect(need.equipment).toContain('defibrillator');
      expect(effectsOf(answers, protocol).map(({ card }) => card)).toContain('cpr_adult');
    }
  });

  it('lowers only where a file says so, whatever is answered', () => {
    const lowering = protocols.filter((protocol) => {
      const one = protocol.questions.flatMap(({ key, answers }) => answers.map((answer) => ({ [key]: answer.key })));
      return one.some(
        (answers) => triage(protocol.reason, answers, protocol).priority > CALL_REASONS[protocol.reason].priority,
      );
    });
    expect(lowering.map(({ reason }) => reason).sort()).toEqual(['bleeding', 'childbirth']);
    const { priority } = triage('childbirth', { contractions: 'apart', crowning: 'yes' }, protocolOf('childbirth'));
    expect(priority).toBe(1);
  });

  it('keeps time with the compressions at the rate the guidelines give', () => {
    const beating = cards.filter(({ compressions }) => compressions);
    expect(beating.map(({ key }) => key)).toEqual(expect.arrayContaining(['cpr_adult', 'cpr_child', 'cpr_infant']));
    for (const { compressions, tag } of beating) {
      expect(compressions).toMatchObject({ perMinute: 110, swapAfterSeconds: 120 });
      expect(tag?.vi).toBe('CPR qua điện thoại');
    }
  });

  it('says everything in both languages, in NFC and without exclamation marks', () => {
    for (const text of JSON.stringify([protocols, cards]).match(/"(?:vi|en)":"[^"]*"/g)!) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/!|:""/);
    }
    expect(protocols.flatMap(({ questions }) => questions).every(({ answers }) => answers.length >= 3)).toBe(true);
    expect(ANSWERS.unknown.vi).toBe('Không rõ');
  });
});

describe('a folder with mistakes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'd115-protocols-'));
    cpSync(FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const edit = (file: string, from: string, to: string) => {
    const before = readFileSync(join(folder, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(folder, file), before.replace(from, to));
    return before.slice(0, before.indexOf(from)).split('\n').length;
  };
  const problems = (): string => {
    try {
      readProtocols(folder);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    return '';
  };

  it('is refused with file and line of every problem at once', () => {
    const level = edit('fall.yaml', 'level: 2', 'level: 7');
    const card = edit('stroke.yaml', 'card: stroke', 'card: strok');
    const lower = edit('electric.yaml', 'unknown: {', 'unknown: { lower: 4,');
    const said = problems();
    expect(said).toContain(`fall.yaml:${level}`);
    expect(said).toContain(`stroke.yaml:${card}: card: no card "strok"`);
    expect(said).toContain(`electric.yaml:${lower}`);
    expect(said).toContain('what is not known never lowers');
  });

  it('is refused when it is not YAML, when a reason has no file, and when there is no folder', () => {
    writeFileSync(join(folder, 'burn.yaml'), 'reasons: [burn\nversion: 1');
    expect(problems()).toMatch(/burn\.yaml:\d/);
    rmSync(join(folder, 'burn.yaml'));
    expect(problems()).toContain('PROTOCOLS: burn: 0');
    expect(() => readProtocols(join(folder, 'nowhere'))).toThrow(/no such folder/);
  });

  it('is refused when a combination waits for an answer that nobody can give', () => {
    const at = edit('drowning.yaml', 'age_group: infant }', 'age_group: baby }');
    expect(problems()).toContain(`drowning.yaml:${at}: together.1.when.age_group: never answered "baby"`);
  });
});
