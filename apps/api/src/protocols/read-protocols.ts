import { Protocol, ReasonKey, type Effect, type ProtocolsInForce } from '#contracts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../config.js';
import { CardFile, GeneralFile, ProtocolFile, protocolsOf } from './file.js';

type Path = readonly PropertyKey[];
/** A file that was read, and a way to point at a line of it. */
interface Read<T> {
  readonly value: T;
  readonly problem: (path: Path, message: string) => string;
}

/** Reads files and collects what is wrong with them, so that a bad start lists every problem at once. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly folder: string) {}

  list(below = ''): string[] {
    const folder = join(this.folder, below);
    if (!existsSync(folder)) {
      this.problems.push(`PROTOCOLS: ${folder}: không có thư mục này / no such folder`);
      return [];
    }
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(below, name));
  }

  read<S extends z.ZodType>(file: string, schema: S): Read<z.output<S>> | null {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(this.folder, file), 'utf8').normalize('NFC'), {
      lineCounter: lines,
    });
    const problem = (path: Path, message: string) =>
      `PROTOCOLS: ${file}:${lineOf(document, path, lines)}: ${path.map(String).join('.')}: ${message}`;
    for (const error of document.errors)
      this.problems.push(`PROTOCOLS: ${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`);
    if (document.errors.length > 0) return null;
    const parsed = schema.safeParse(document.toJS());
    if (parsed.success) return { value: parsed.data, problem };
    for (const { path, message } of parsed.error.issues) this.problems.push(problem(path, message));
    return null;
  }
}

/** The line of the deepest part of `path` that is in the file. */
function lineOf(document: Document, path: Path, lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/**
 * The questions for every reason and the instructions for callers, from a folder of YAML files: `general.yaml`, one file
 * per reason or group of reasons, and `instructions/`. @throws ConfigError with file and line of every problem
 */
export function readProtocols(folder: string): ProtocolsInForce {
  const reader = new Reader(folder);
  const cards = reader.list('instructions').flatMap((file) => reader.read(file, CardFile) ?? []);
  const names = reader.list();
  const general = names.includes('general.yaml') ? reader.read('general.yaml', GeneralFile)?.value : undefined;
  const files = names
    .filter((name) => name !== 'general.yaml')
    .flatMap((name) => reader.read(name, ProtocolFile) ?? []);
  const known = new Set(cards.map(({ value }) => value.key));
  const shared = general ?? { questions: [], together: [] };
  const protocols = files.flatMap((file) => {
    const made = protocolsOf(file.value, shared);
    reader.problems.push(...faultsOf(file, shared, known), ...made.flatMap((protocol) => misfits(file, protocol)));
    return made;
  });
  for (const reason of ReasonKey.options) {
    const count = protocols.filter((protocol) => protocol.reason === reason).length;
    if (count !== 1 && reader.problems.length === 0)
      reader.problems.push(`PROTOCOLS: ${reason}: ${count} tệp, cần đúng 1 / in ${count} files, needs exactly 1`);
  }
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return { protocols, cards: cards.map(({ value }) => value) };
}

/** What a schema cannot see: names that lead nowhere. */
function faultsOf({ value, problem }: Read<ProtocolFile>, general: GeneralFile, cards: ReadonlySet<string>): string[] {
  const lost = (path: Path, { card }: Effect) =>
    card && !cards.has(card) ? [problem([...path, 'card'], `no card "${card}"`)] : [];
  return [
    ...value.general.flatMap((key, at) =>
      general.questions.some((question) => question.key === key)
        ? []
        : [problem(['general', at], `no general question "${key}"`)],
    ),
    ...lost([], { card: value.card ?? undefined }),
    ...value.questions.flatMap(({ answers }, at) =>
      Object.entries(answers).flatMap(([key, answer]) => lost(['questions', at, 'answers', key], answer)),
    ),
    ...value.together.flatMap((combination, at) => lost(['together', at], combination)),
  ];
}

/** Of the whole protocol: questions asked twice, too many of them, and combinations of what is never answered. */
function misfits({ value, problem }: Read<ProtocolFile>, protocol: Protocol): string[] {
  const keys = protocol.questions.map(({ key }) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  const offered = new Map(protocol.questions.map(({ key, answers }) => [key, answers.map((answer) => answer.key)]));
  return [
    ...twice.map((key) => problem(['questions'], `question "${key}" is asked twice`)),
    ...(keys.length > 9 ? [problem(['questions'], `${keys.length} questions, and keys for 9`)] : []),
    ...value.together.flatMap(({ when }, at) =>
      Object.entries(when)
        .filter(([key, answer]) => !offered.get(key)?.includes(answer))
        .map(([key, answer]) => problem(['together', at, 'when', key], `never answered "${answer}"`)),
    ),
  ];
}
