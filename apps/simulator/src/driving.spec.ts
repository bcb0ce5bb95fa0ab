import type { LngLat } from '#contracts';
import { distanceMetres, lineLengthMetres } from '#geo';
import { Drive } from './driving.js';

const CORNER: LngLat = [106.67, 10.98];
const LINE: LngLat[] = [[106.66, 10.98], CORNER, [106.67, 10.99]];

describe('a drive', () => {
  const drive = new Drive(LINE, 10);

  it('takes its length divided by its speed', () => {
    expect(drive.seconds).toBeCloseTo(lineLengthMetres(LINE) / 10, 6);
  });
  it('moves by its speed every second, around the corner too', () => {
    const travelled = (seconds: number) => lineLengthMetres([LINE[0]!, drive.after(seconds).at]);
    expect(travelled(30)).toBeCloseTo(300, 0);
    let metres = 0;
    for (let second = 1; second <= drive.seconds; second++)
      metres += distanceMetres(drive.after(second - 1).at, drive.after(second).at);
    expect(metres).toBeGreaterThan(lineLengthMetres(LINE) - 20);
  });
  it('heads east on the first leg and north on the second', () => {
    expect(drive.after(20).headingDegrees).toBeCloseTo(90, 0);
    expect(drive.after(drive.seconds - 20).headingDegrees % 360).toBeCloseTo(0, 0);
  });
  it('stands at the end after the end', () => {
    expect(drive.after(drive.seconds + 1)).toMatchObject({ at: LINE[2], speedMps: 0, arrived: true });
    expect(drive.after(drive.seconds + 1).headingDegrees % 360).toBeCloseTo(0, 0);
  });
  it('is over at once when it is already there', () => {
    expect(new Drive([CORNER], 10).after(0)).toMatchObject({ at: CORNER, arrived: true });
  });
});
