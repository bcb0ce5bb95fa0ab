import { parseArgs } from 'node:util';
import { runCommand, wrongUse } from './command.js';
import { importAreas } from './import-areas.js';
import { restoreFormer } from './restore.js';

const USAGE = 'npm run areas:import -- FILE.geojson [--former] · npm run areas:import -- --restore';

await runCommand(process.env, async ({ url }, bar) => {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.restore) return restoreFormer(url, process.stdout);
  if (!file || positionals.length > 1) throw wrongUse(USAGE);
  const { version, wards, formerUnits } = await importAreas(url, { file, former: values.former, progress: bar.show });
  bar.finish();
  process.stdout.write(
    `Phường xã / wards: ${wards} · Đơn vị cũ / former units: ${formerUnits} · v${version}\n` +
      'Đường giữ nguyên. / The roads stay as they were.\n',
  );
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { former: { type: 'boolean' }, restore: { type: 'boolean' } },
    });
  } catch (error) {
    throw wrongUse(USAGE, error as Error);
  }
}
