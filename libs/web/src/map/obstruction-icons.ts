import type { Passage } from '#contracts';
import type { Colours } from './colours.js';
import { picture, type Pen } from './picture.js';

/** Signs and hatches of what stands in the roads. The sign tells by its shape whom it stops. */
export const obstructionIcons = (colours: Colours): [name: string, image: ImageData][] => [
  ...(['slow', 'emergency', 'none'] as const).map((passage): [string, ImageData] => [
    `obstruction-${passage}`,
    picture(26, (pen) => drawSign(pen, passage, colours)),
  ]),
  ['hatch-wide', picture(12, (pen) => drawHatch(pen, 1.5, colours.map.obstruction))],
  ['hatch-close', picture(8, (pen) => drawHatch(pen, 2, colours.map.obstruction))],
  ['hatch-gap', picture(10, (pen) => drawHatch(pen, 0.8, colours.map['cover-far']))],
];

/** A triangle for slowly, a disc with a bar for nobody, a disc with a cross for emergency vehicles only. */
function drawSign(pen: Pen, passage: Passage, { map }: Colours): void {
  pen.translate(13, 13);
  pen.beginPath();
  if (passage === 'slow') {
    pen.moveTo(0, -10);
    pen.lineTo(10, 8);
    pen.lineTo(-10, 8);
    pen.closePath();
  } else pen.arc(0, 0, 9.5, 0, 2 * Math.PI);
  pen.lineWidth = 5;
  pen.strokeStyle = map.edge;
  pen.stroke();
  pen.fillStyle = map.obstruction;
  pen.fill();
  pen.fillStyle = map.halo;
  if (passage === 'slow') {
    pen.fillRect(-1.3, -4.5, 2.6, 6.5);
    pen.fillRect(-1.3, 3.5, 2.6, 2.6);
  } else {
    pen.fillRect(-6, -1.8, 12, 3.6);
    if (passage === 'emergency') pen.fillRect(-1.8, -6, 3.6, 12);
  }
}

/** Diagonal strokes that meet from tile to tile. */
function drawHatch(pen: Pen, width: number, colour: string): void {
  const size = pen.canvas.width / 2;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
}
