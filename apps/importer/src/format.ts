import { open } from 'node:fs/promises';
import { refuse } from './osm.js';

export type Format = 'pbf' | 'xml' | 'gzip' | 'json';

const FIRST_BYTES = 512;

/**
 * What a file is by its first bytes and not by its name. Throws ImportRefused where it is nothing that can be imported:
 * what was downloaded is often an error page or still packed.
 */
export async function formatOf(file: string): Promise<Format> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) throw refuse('Tệp trống.', 'The file is empty.');
    if (start.includes('OSMHeader')) return 'pbf';
    if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
    if (start.toString('latin1', 0, 2) === 'PK') throw packed('ZIP');
    if (start.toString('latin1', 0, 3) === 'BZh') throw packed('bzip2');
    if (start.toString('latin1', 1, 5) === '7zXZ' || start.toString('latin1', 0, 2) === '7z') throw packed('xz/7z');
    const text = start
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    if (/^<(!doctype\s+html|html|head|body)/i.test(text)) throw webPage();
    if (text.startsWith('<')) return 'xml';
    if (text.startsWith('{')) return 'json';
    throw refuse(
      'Tệp không phải OpenStreetMap (cần .osm.pbf, .osm hoặc .osm.gz) cũng không phải GeoJSON.',
      'The file is not OpenStreetMap data (.osm.pbf, .osm or .osm.gz), nor GeoJSON.',
    );
  } finally {
    await handle.close();
  }
}

const packed = (as: string) =>
  refuse(`Tệp còn đang nén kiểu ${as}. Giải nén rồi nhập.`, `The file is still packed (${as}). Unpack it first.`);

const webPage = () =>
  refuse(
    'Tệp là một trang web, không phải OpenStreetMap: nơi tải trả về trang báo lỗi hoặc trang đăng nhập. Tải lại.',
    'The file is a web page, not OpenStreetMap: the download ended in an error or sign-in page. Download it again.',
  );

/** What became of reading a file that is not there, not to be opened, or damaged. */
export function unreadable(file: string, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return refuse(`Không có tệp ${file}.`, `There is no file ${file}.`, cause);
    case 'EISDIR':
      return refuse(`${file} là thư mục, không phải tệp.`, `${file} is a folder, not a file.`, cause);
    case 'EACCES':
    case 'EPERM':
      return refuse(`Không được phép đọc tệp ${file}.`, `The file ${file} may not be read.`, cause);
    default:
      return refuse(
        `Tệp ${file} hỏng hoặc tải chưa hết (${message}). Không có gì thay đổi.`,
        `The file ${file} is damaged or torn (${message}). Nothing was changed.`,
        cause,
      );
  }
}
