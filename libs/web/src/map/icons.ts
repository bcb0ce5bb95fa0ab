import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Colours } from './colours.js';
import { obstructionIcons } from './obstruction-icons.js';
import { PIXEL_RATIO, picture, type Pen } from './picture.js';
import { MAP_FONT } from './style.js';

export type UnitFamily = 'av' | 're' | 'pa' | 'ou';
export type UnitShape = 'base' | 'move' | 'stop' | 'hollow';
const FAMILIES: readonly UnitFamily[] = ['av', 're', 'pa', 'ou'];

/** Puts every mark of the map into its atlas, or repaints them after a change of theme. */
export function paintIcons(map: MapLibreMap, colours: Colours): void {
  for (const [name, image] of iconsOf(colours)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
  }
}

function iconsOf(colours: Colours): [name: string, image: ImageData][] {
  return [
    ...FAMILIES.flatMap((family) => unitIcons(family, colours)),
    ...([1, 2, 3, 4] as const).map((priority): [string, ImageData] => [
      `incident-${priority}`,
      picture(44, (pen) => drawIncident(pen, priority, colours)),
    ]),
    ...obstructionIcons(colours),
    ['hospital', picture(20, (pen) => drawHospital(pen, colours))],
    ['station', picture(28, (pen) => drawStation(pen, colours))],
    ['station-empty', picture(28, (pen) => drawEmptyStation(pen, colours))],
  ];
}

const arrow = (pen: Pen) => {
  pen.beginPath();
  pen.moveTo(14, 2);
  pen.lineTo(23.5, 25);
  pen.lineTo(14, 19.5);
  pen.lineTo(4.5, 25);
  pen.closePath();
};
const square = (pen: Pen) => {
  pen.beginPath();
  pen.rect(6, 6, 16, 16);
};
const disc = (pen: Pen) => {
  pen.beginPath();
  pen.arc(14, 14, 8, 0, 2 * Math.PI);
};

function unitIcons(family: UnitFamily, { map, signal }: Colours): [string, ImageData][] {
  const filled = (outline: (pen: Pen) => void) =>
    picture(28, (pen) => {
      outline(pen);
      stroke(pen, map.edge, 5);
      pen.fillStyle = signal[family];
      pen.fill();
    });
  const hollow = picture(28, (pen) => {
    arrow(pen);
    stroke(pen, map.edge, 6);
    pen.fillStyle = map.hollow;
    pen.fill();
    stroke(pen, signal[family], 2.6);
  });
  return [
    [`unit-${family}-base`, filled(disc)],
    [`unit-${family}-move`, filled(arrow)],
    [`unit-${family}-stop`, filled(square)],
    [`unit-${family}-hollow`, hollow],
  ];
}

/** Level by shape first: diamond, square, circle, dashed circle; the number stands inside. */
function drawIncident(pen: Pen, priority: 1 | 2 | 3 | 4, { map, signal }: Colours): void {
  const look = {
    1: { fill: signal['p1-solid'], text: signal['p1-on'], ring: signal['p1-on'] },
    2: { fill: signal['p2-solid'], text: signal['p2-on'], ring: signal['p1-on'] },
    3: { fill: signal['p3-solid'], text: signal['p3-on'], ring: signal.p3 },
    4: { fill: map.hollow, text: signal['p4-on'], ring: signal.p4 },
  }[priority];
  pen.translate(22, 22);
  pen.beginPath();
  if (priority === 1) {
    pen.moveTo(0, -19);
    pen.lineTo(19, 0);
    pen.lineTo(0, 19);
    pen.lineTo(-19, 0);
    pen.closePath();
  } else if (priority === 2) pen.roundRect(-13, -13, 26, 26, 4);
  else pen.arc(0, 0, 12.5, 0, 2 * Math.PI);
  stroke(pen, map.edge, 5);
  pen.fillStyle = look.fill;
  pen.fill();
  if (priority === 4) pen.setLineDash([4, 3]);
  stroke(pen, look.ring, priority > 2 ? 2 : 1.5);
  pen.fillStyle = look.text;
  pen.font = `700 15px "${MAP_FONT}"`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(priority), 0, 1);
}

function drawHospital(pen: Pen, { map }: Colours): void {
  pen.beginPath();
  pen.roundRect(3, 3, 14, 14, 3);
  stroke(pen, map['hospital-edge'], 2.5);
  pen.fillStyle = map.hospital;
  pen.fill();
  pen.fillStyle = map['hospital-cross'];
  pen.fillRect(8.7, 5.8, 2.6, 8.4);
  pen.fillRect(5.8, 8.7, 8.4, 2.6);
}

/** A frame that also goes around a hospital: most stations stand in one. */
function drawStation(pen: Pen, { map }: Colours): void {
  pen.beginPath();
  pen.roundRect(4, 4, 20, 20, 5);
  stroke(pen, map['hospital-edge'], 4);
  stroke(pen, map.hospital, 1.6);
}

/** The frame with gaps, and the number of its vehicles at the corner: none. */
function drawEmptyStation(pen: Pen, { map }: Colours): void {
  pen.beginPath();
  pen.roundRect(4, 4, 20, 20, 5);
  stroke(pen, map['hospital-edge'], 4);
  pen.setLineDash([3, 3]);
  stroke(pen, map.hospital, 1.6);
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(21, 7, 6, 0, 2 * Math.PI);
  stroke(pen, map['hospital-edge'], 2);
  pen.fillStyle = map.hollow;
  pen.fill();
  pen.fillStyle = map.hospital;
  pen.font = `700 10px "${MAP_FONT}"`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('0', 21, 7.5);
}

function stroke(pen: Pen, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}
