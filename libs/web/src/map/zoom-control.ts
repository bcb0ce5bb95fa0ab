import type { IControl, Map as MapLibreMap } from 'maplibre-gl';

export interface ZoomLabels {
  readonly zoomIn: string;
  readonly zoomOut: string;
}

const ZOOM_MS = 200;

/** Two buttons, plus and minus: MapLibre's own take half a second, speak English and bring pictures along. */
export class ZoomControl implements IControl {
  private readonly element = document.createElement('div');

  constructor(private readonly labels: ZoomLabels) {}

  onAdd(map: MapLibreMap): HTMLElement {
    this.element.className = 'maplibregl-ctrl maplibregl-ctrl-group';
    this.element.append(
      this.button('+', this.labels.zoomIn, () => map.zoomIn({ duration: ZOOM_MS })),
      this.button('\u2212', this.labels.zoomOut, () => map.zoomOut({ duration: ZOOM_MS })),
    );
    return this.element;
  }

  onRemove(): void {
    this.element.remove();
  }

  private button(sign: string, label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  }
}
