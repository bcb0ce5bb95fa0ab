/** Drawn at twice the size so that edges stay crisp on any screen. */
export const PIXEL_RATIO = 2;
export type Pen = CanvasRenderingContext2D;

/** A square picture of so many pixels, drawn on a canvas. */
export function picture(size: number, draw: (pen: Pen) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * PIXEL_RATIO;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no canvas');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.lineJoin = 'round';
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
