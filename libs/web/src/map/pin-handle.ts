import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#contracts';

/** A place on the map that a person may move, with the mouse or with the arrow keys. */
export interface MovablePin {
  readonly id: string;
  readonly at: LngLat;
  /** What it is, and which keys move it. */
  readonly label: string;
  /** Told once, where it was put down; false: it was not taken, and the pin goes back. */
  readonly onMoved: (at: LngLat) => Promise<boolean>;
}

/** Pixels of one arrow key, and of one with Shift: about a house and about a street at the usual zoom. */
const STEP_PIXELS = 4;
const LARGE_STEP_PIXELS = 40;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The handle around one mark. Steps are those of the screen, so that zooming in makes them finer. What is moved by keys
 * counts only after Enter: Escape, or leaving the pin, puts it back.
 */
export class PinHandle {
  private readonly button = document.createElement('button');
  private readonly marker: Marker;
  private moving = false;

  constructor(
    private readonly map: MapLibreMap,
    private pin: MovablePin,
  ) {
    this.button.type = 'button';
    this.button.className = 'map-pin';
    this.button.dataset['pin'] = pin.id;
    this.marker = new Marker({ element: this.button, draggable: true }).setLngLat([...pin.at]).addTo(map);
    this.marker.on('dragstart', () => this.move(true));
    this.marker.on('dragend', () => this.put());
    this.button.addEventListener('keydown', (event) => this.press(event));
    this.button.addEventListener('blur', () => this.takeBack());
    // A click that ends a drag, or only gives the focus, is not one on the map below.
    this.button.addEventListener('click', (event) => event.stopPropagation());
    this.show(pin);
  }

  show(pin: MovablePin): void {
    this.pin = pin;
    this.button.setAttribute('aria-label', pin.label);
    this.button.title = pin.label;
    if (!this.moving) this.marker.setLngLat([...pin.at]);
  }

  remove(): void {
    this.marker.remove();
  }

  private move(moving: boolean): void {
    this.moving = moving;
    this.button.classList.toggle('is-moving', moving);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const arrow = ARROWS[event.code];
    if (arrow) this.step(arrow, event.shiftKey ? LARGE_STEP_PIXELS : STEP_PIXELS);
    else if (!this.moving) return;
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') this.put();
    else if (event.code === 'Escape') this.takeBack();
    else return;
    event.preventDefault();
    // The map below would move with the same arrows.
    event.stopPropagation();
  }

  private step([x, y]: readonly [number, number], pixels: number): void {
    const point = this.map.project(this.marker.getLngLat());
    this.marker.setLngLat(this.map.unproject([point.x + x * pixels, point.y + y * pixels]));
    this.move(true);
  }

  private takeBack(): void {
    if (!this.moving) return;
    this.move(false);
    this.marker.setLngLat([...this.pin.at]);
  }

  private put(): void {
    const { lng, lat } = this.marker.getLngLat();
    const { id } = this.pin;
    this.move(false);
    void this.pin.onMoved([lng, lat]).then((taken) => {
      if (!taken && !this.moving && this.pin.id === id) this.marker.setLngLat([...this.pin.at]);
    });
  }
}

/** Keeps one handle for each pin given, and none for others. */
export class PinHandles {
  private readonly handles = new Map<string, PinHandle>();

  constructor(private readonly map: MapLibreMap) {}

  show(pins: readonly MovablePin[]): void {
    for (const [id, handle] of this.handles) {
      if (pins.some((pin) => pin.id === id)) continue;
      handle.remove();
      this.handles.delete(id);
    }
    for (const pin of pins) {
      const handle = this.handles.get(pin.id);
      if (handle) handle.show(pin);
      else this.handles.set(pin.id, new PinHandle(this.map, pin));
    }
  }
}
