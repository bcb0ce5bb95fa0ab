/** How much of the console fits: as drawn, with the form as a slide-over, or reading only. */
export type Layout = 'wide' | 'medium' | 'narrow';

/**
 * The layout for a window, judged by how many of its own characters fit: text at 125 % makes a 1920 px screen as wide
 * as one of 1536 px.
 */
export function layoutOf(widthPx: number, scalePercent: number): Layout {
  const effective = (widthPx * 100) / scalePercent;
  if (effective >= 1760) return 'wide';
  return effective >= 1040 ? 'medium' : 'narrow';
}
