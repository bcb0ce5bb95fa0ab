import { CONSOLE, DESK_WINDOWS, KeyCap, ROADS, useTexts } from '#web';
import {
  IconBarrierBlock,
  IconExternalLink,
  IconFocus2,
  IconGridPattern,
  IconMap,
  IconPolygon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { perform } from '../keys/perform.js';
import { useMay } from '../may.js';
import { openBeside, windowKind } from '../windows/windows.js';
import { toggleLayer, useLayers } from './use-coverage.js';

/** One tool: on a narrow map its words give way, its name and key stay. */
function Tool(props: {
  icon: ReactNode;
  words: string;
  name?: string;
  keyCap?: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const { words, name = words } = props;
  // The name begins with what is to be seen: whoever speaks commands reads it from the screen.
  return (
    <button
      type="button"
      aria-label={name === words ? undefined : `${words}: ${name}`}
      title={name}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.icon}
      <span className="map-tool-words">{words}</span>
      {props.keyCap ? <KeyCap>{props.keyCap}</KeyCap> : null}
    </button>
  );
}

/** What can be done with the map, above it. */
export function MapTools(props: { canFollow: boolean; onFollow: () => void; onFit: () => void }) {
  const { t } = useTexts();
  const layers = useLayers();
  const mayObstruct = useMay('road.obstruct');
  const own = windowKind() === 'console';
  const icon = (Icon: typeof IconMap) => <Icon size={16} aria-hidden />;
  return (
    <div className="map-tools">
      <h2 id="map-title">{t(CONSOLE.map)}</h2>
      <KeyCap>F7</KeyCap>
      <Tool
        icon={icon(IconFocus2)}
        words={t(CONSOLE.mapFollow)}
        keyCap="Z"
        disabled={!props.canFollow}
        onClick={props.onFollow}
      />
      <Tool icon={icon(IconMap)} words={t(CONSOLE.mapFit)} onClick={props.onFit} />
      <Tool
        icon={icon(IconGridPattern)}
        words={t(CONSOLE.mapCoverage)}
        keyCap="C"
        pressed={layers.coverage}
        onClick={() => toggleLayer('coverage')}
      />
      <Tool
        icon={icon(IconPolygon)}
        words={t(CONSOLE.mapWards)}
        keyCap="P"
        pressed={layers.wards}
        onClick={() => toggleLayer('wards')}
      />
      {own ? (
        <Tool
          icon={icon(IconExternalLink)}
          words={t(DESK_WINDOWS.popOut)}
          name={t(DESK_WINDOWS.openMap)}
          onClick={() => openBeside('map')}
        />
      ) : null}
      {mayObstruct && own ? (
        <Tool
          icon={icon(IconBarrierBlock)}
          words={t(ROADS.obstructions)}
          keyCap="Alt C"
          onClick={() => perform({ kind: 'obstruct' })}
        />
      ) : null}
    </div>
  );
}
