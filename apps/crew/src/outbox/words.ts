import {
  CASUALTY_STATES,
  DUTIES,
  ETIME_OF_STEP,
  ETIMES,
  OBSTRUCTION_KINDS,
  TRIAGE_TAGS,
  type CommandBody,
} from '#contracts';
import { COMMON, CREW, MESSAGES, ROADS, messageWords, useTexts } from '#web';
import type { Entry } from './entry.js';

/** What the crew did, in its own words. */
export function useWordsOfEntry(): (entry: Pick<Entry, 'name' | 'body'>) => string {
  const { t, say } = useTexts();
  return ({ name, body }) => {
    switch (name) {
      case 'offer.accept':
        return t(CREW.accept);
      case 'offer.refuse':
        return t(CREW.refuse);
      case 'mission.report':
        return t(ETIMES[ETIME_OF_STEP[(body as CommandBody<'mission.report'>).step]]);
      case 'mission.recordLate':
        return `${t(CREW.recordLate)}: ${t(ETIMES[ETIME_OF_STEP[(body as CommandBody<'mission.recordLate'>).step]])}`;
      case 'mission.correct':
        return t(COMMON.undo);
      case 'mission.chooseHospital':
        return t(CREW.chooseHospital);
      case 'vehicle.setDuty':
        return t(DUTIES[(body as CommandBody<'vehicle.setDuty'>).duty]);
      case 'incident.note':
        return (body as CommandBody<'incident.note'>).text;
      case 'message.send':
        return say(messageWords({ quick: null, ...(body as CommandBody<'message.send'>) }));
      case 'message.receive':
      case 'message.acknowledge':
        return t(MESSAGES.acknowledge);
      case 'casualty.count':
        return t(TRIAGE_TAGS[(body as CommandBody<'casualty.count'>).tag]);
      case 'casualty.strike':
        return t(CASUALTY_STATES.struck);
      case 'distress.raise':
        return t(MESSAGES.danger);
      case 'road.obstruct': {
        const { kind } = body as CommandBody<'road.obstruct'>;
        return t(OBSTRUCTION_KINDS[kind]);
      }
      case 'road.clear':
        return t(ROADS.clear);
      case 'shift.begin':
        return t(CREW.beginShift);
      case 'shift.end':
        return t(CREW.endShift);
      default:
        return name;
    }
  };
}
