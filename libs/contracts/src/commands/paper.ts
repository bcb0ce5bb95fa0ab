import { z } from 'zod';
import { Incident } from '../incidents.js';
import { PaperCard, PaperDrill, PaperEntry } from '../paper.js';
import { RequiredText } from '../values.js';
import { Because, command, DISPATCH, ROOM } from './command.js';

const DrillId = z.uuid();

export const PAPER_COMMANDS = {
  'paper.allocate': command(
    z.object({ count: z.number().int().min(1).max(50) }),
    z.object({ cards: z.array(PaperCard) }),
    ROOM,
    'Numbers for blank cards, taken out of the count of the day: paper and machine never collide.',
  ),
  'paper.enter': command(
    PaperEntry,
    z.object({ incident: Incident, card: PaperCard }),
    DISPATCH,
    'What stands on a card, entered afterwards with its own times; marked as paper and as late.',
  ),
  'paper.void': command(
    z.object({ number: RequiredText(20), because: Because }),
    z.object({ card: PaperCard }),
    ROOM,
    'A card that was spoilt or lost: its number stays explained and is never used.',
  ),
  'paper.beginDrill': command(z.object({}), z.object({ drill: PaperDrill }), ROOM, 'Begin a drill on paper.'),
  'paper.showSheet': command(
    z.object({ drillId: DrillId }),
    z.object({ drill: PaperDrill }),
    ROOM,
    'The board is on paper: the drill measures how long that took.',
  ),
  'paper.enterDrillCard': command(
    z.object({ drillId: DrillId, openedAt: z.iso.datetime({ offset: true }), entry: PaperEntry }),
    z.object({ drill: PaperDrill }),
    ROOM,
    'A card of the drill, checked like a real one and not kept: it is counted and timed.',
  ),
  'paper.endDrill': command(z.object({ drillId: DrillId }), z.object({ drill: PaperDrill }), ROOM, 'End a drill.'),
} as const;
