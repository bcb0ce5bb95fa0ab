import type { Instruction, LngLat, Manoeuvre } from '#contracts';
import { formatDistance, ROADS, useTexts } from '#web';
import {
  IconArrowBack,
  IconArrowBearLeft,
  IconArrowBearRight,
  IconArrowRoundaboutRight,
  IconArrowSharpTurnLeft,
  IconArrowSharpTurnRight,
  IconArrowUp,
  IconCornerUpLeft,
  IconCornerUpRight,
  IconFlag,
  IconShip,
  type Icon,
} from '@tabler/icons-react';
import { aheadOf, progressOn } from './progress.js';

const ICONS: Record<Manoeuvre, Icon> = {
  depart: IconArrowUp,
  straight: IconArrowUp,
  slight_left: IconArrowBearLeft,
  left: IconCornerUpLeft,
  sharp_left: IconArrowSharpTurnLeft,
  slight_right: IconArrowBearRight,
  right: IconCornerUpRight,
  sharp_right: IconArrowSharpTurnRight,
  u_turn: IconArrowBack,
  roundabout: IconArrowRoundaboutRight,
  ferry: IconShip,
  arrive: IconFlag,
};

/** The next thing the driver does and how far it is, large enough for a glance; below it what comes after. */
export function NextManoeuvre(props: {
  line: readonly LngLat[];
  instructions: readonly Instruction[];
  at: LngLat;
  offRoute: boolean;
}) {
  const { t, say, language } = useTexts();
  const ahead = aheadOf(props.instructions, progressOn(props.line, props.at).alongMetres);
  if (!ahead) return null;
  const { next, inMetres, following } = ahead;
  const Icon = ICONS[next.kind];
  return (
    <div className="manoeuvre" role="status">
      <Icon size={40} stroke={2} aria-hidden />
      <div>
        <b className="tn">
          {formatDistance(inMetres, language)} · {say(next.text)}
        </b>
        <span>
          {props.offRoute
            ? t(ROADS.offRoute)
            : following
              ? t(ROADS.afterwards, { next: lowered(say(following.text)) })
              : ''}
        </span>
      </div>
    </div>
  );
}

const lowered = (words: string) => words.charAt(0).toLocaleLowerCase() + words.slice(1);
