import { asImporter } from './claim.js';
import { refuse } from './osm.js';

/** Take the last import back: what was served before it is served again. */
export async function restoreFormer(url: string, output: Pick<NodeJS.WritableStream, 'write'>): Promise<void> {
  const version = await asImporter(url, 'restore', undefined, (replacement) => replacement.restoreFormer());
  if (version === null) throw nothingKept();
  output.write(`Đã trở lại bản trước (v${version}). / The version before is served again (v${version}).\n`);
}

const nothingKept = () =>
  refuse(
    'Không có bản trước để trở lại, hoặc lược đồ đã đổi từ đó.',
    'No earlier version is kept, or the schema has changed since.',
  );
