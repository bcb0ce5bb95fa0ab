import { Button, INTAKE, useTexts } from '#web';
import { useMemo } from 'react';
import { linkCall } from '../intake/save.js';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { openIncident } from '../room.js';
import { DuplicateCard } from './DuplicateCard.js';
import { draftReport } from './reports.js';
import { useLikelySame } from './use-likely-same.js';

/** The call on the line may be about something known: the same patient, one more, or another event. */
export function DraftDuplicate() {
  const { t } = useTexts();
  const draft = useDraft();
  const report = useMemo(() => draftReport(draft), [draft]);
  const [found] = useLikelySame(report, draft.notDuplicates);
  if (!found) return null;
  const { candidate } = found;
  return (
    <DuplicateCard found={found}>
      {candidate.state === 'closed' ? (
        <Button className="small" data-duplicate="same" keyCap="Alt Y" onClick={() => openIncident(candidate.id)}>
          {t(INTAKE.look)}
        </Button>
      ) : (
        <>
          <Button
            className="small"
            data-duplicate="same"
            keyCap="Alt Y"
            onClick={() => void linkCall(candidate, false)}
          >
            {t(INTAKE.sameVictim)}
          </Button>
          <Button className="small" data-duplicate="more" keyCap="Alt T" onClick={() => void linkCall(candidate, true)}>
            {t(INTAKE.moreVictims)}
          </Button>
        </>
      )}
      <Button
        className="small"
        data-duplicate="apart"
        keyCap="Alt K"
        onClick={() => changeDraft({ notDuplicates: [...draft.notDuplicates, candidate.id] })}
      >
        {t(INTAKE.keepApart)}
      </Button>
    </DuplicateCard>
  );
}
