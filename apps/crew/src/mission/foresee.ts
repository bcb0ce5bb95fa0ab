import {
  ETIME_OF_STEP,
  isActiveMission,
  MISSION_STEPS,
  type CommandBody,
  type CrewView,
  type Instant,
  type Message,
  type Mission,
  type MissionStep,
} from '#contracts';
import type { Entry } from '../outbox/entry.js';
import { rankOf } from './steps.js';

type Tapped = Pick<Entry, 'name' | 'body' | 'tappedAt' | 'refusal'>;

/**
 * What the crew's view will be once the server has everything that waits in the outbox: the screen must go on when the
 * network does not. The server's own view replaces it as soon as it comes.
 */
export const foresee = (view: CrewView, tapped: readonly Tapped[]): CrewView =>
  tapped.filter(({ refusal }) => refusal === null).reduce(applied, view);

function applied(view: CrewView, { name, body, tappedAt }: Tapped): CrewView {
  switch (name) {
    case 'offer.accept': {
      const { offerId } = body as CommandBody<'offer.accept'>;
      if (view.offer?.id !== offerId || !view.mission) return view;
      return { ...view, offer: null, mission: reported(view.mission, 'acknowledged', tappedAt) };
    }
    case 'offer.refuse': {
      const { offerId } = body as CommandBody<'offer.refuse'>;
      return view.offer?.id === offerId ? withoutJob(view) : view;
    }
    case 'mission.report': {
      const { missionId, step, hospitalId } = body as CommandBody<'mission.report'>;
      if (view.mission?.id !== missionId) return view;
      const mission = reported(view.mission, step, tappedAt);
      return afterMission(view, hospitalId ? { ...mission, hospitalId } : mission);
    }
    case 'mission.recordLate': {
      const { missionId, step, at } = body as CommandBody<'mission.recordLate'>;
      return view.mission?.id === missionId ? { ...view, mission: reported(view.mission, step, at) } : view;
    }
    case 'mission.correct': {
      const { missionId, step } = body as CommandBody<'mission.correct'>;
      return view.mission?.id === missionId ? { ...view, mission: corrected(view.mission, step) } : view;
    }
    case 'mission.chooseHospital': {
      const { missionId, hospitalId } = body as CommandBody<'mission.chooseHospital'>;
      return view.mission?.id === missionId ? { ...view, mission: { ...view.mission, hospitalId } } : view;
    }
    case 'message.receive': {
      const { messageIds } = body as CommandBody<'message.receive'>;
      return withMessages(view, (message) =>
        messageIds.includes(message.id) && message.state === 'sent' ? { ...message, state: 'shown' } : message,
      );
    }
    case 'message.acknowledge': {
      const { messageId } = body as CommandBody<'message.acknowledge'>;
      return withMessages(view, (message) =>
        message.id === messageId ? { ...message, state: 'acknowledged' } : message,
      );
    }
    case 'vehicle.setDuty': {
      const { duty, reason } = body as CommandBody<'vehicle.setDuty'>;
      if (!view.unit) return view;
      return { ...view, unit: { ...view.unit, duty, status: duty, outOfServiceReason: reason ?? null } };
    }
    default:
      return view;
  }
}

const withMessages = (view: CrewView, changed: (message: Message) => Message): CrewView => ({
  ...view,
  messages: view.messages.map(changed),
});

/** A step and its time; a step that is behind keeps the state, a time that is known stays. */
function reported(mission: Mission, step: MissionStep, at: Instant): Mission {
  const etime = ETIME_OF_STEP[step];
  const known = mission.times.some((time) => time.etime === etime);
  const time = { etime, at, deviceAt: at, receivedAt: at, source: 'crew_button', by: '', because: null } as const;
  return {
    ...mission,
    state: rankOf(step) > rankOf(mission.state) ? step : mission.state,
    times: known ? mission.times : [...mission.times, time],
  };
}

function corrected(mission: Mission, step: MissionStep): Mission {
  const withdrawn: string[] = MISSION_STEPS.slice(rankOf(step) + 1).map((later) => ETIME_OF_STEP[later]);
  return { ...mission, state: step, times: mission.times.filter(({ etime }) => !withdrawn.includes(etime)) };
}

const afterMission = (view: CrewView, mission: Mission): CrewView =>
  isActiveMission(mission.state) ? { ...view, mission } : withoutJob(view, 'returning');

/** The job is gone; what the vehicle is doing then is its duty. */
function withoutJob(view: CrewView, duty = view.unit?.duty): CrewView {
  const unit = view.unit && duty ? { ...view.unit, duty, status: duty, missionId: null, incidentId: null } : view.unit;
  return { ...view, unit, offer: null, mission: null, incident: null, notes: [] };
}
