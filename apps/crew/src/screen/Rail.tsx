import type { Incident } from '#contracts';
import { Button, COMMON, CREW, signOut, useTexts } from '#web';
import { IconDotsVertical, IconPhoneCall } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { playOrderTone, unlockSound, useSound } from '../offer/sound.js';
import { useOutbox } from '../outbox/use-outbox.js';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';

/** The emergency number is the centre's own. */
const DISPATCH_PHONE = '115';
/** The few things beside the job that a gloved thumb must reach. */
export function Rail(props: { incident: Incident | null; children?: ReactNode; danger?: ReactNode }) {
  const { incident, children, danger } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <nav className="rail" aria-label={t(CREW.menu)}>
      <a className="rail-button rail-call" href={`tel:${DISPATCH_PHONE}`}>
        <IconPhoneCall size={30} aria-hidden />
        {t(CREW.callDispatch)}
      </a>
      {incident?.callerPhone ? (
        <a className="rail-button" href={`tel:${incident.callerPhone}`}>
          <IconPhoneCall size={30} aria-hidden />
          {t(CREW.callCaller)}
        </a>
      ) : null}
      {children}
      <span className="grow" />
      <button type="button" className="rail-button" onClick={() => setOpen(true)}>
        <IconDotsVertical size={30} aria-hidden />
        {t(CREW.menu)}
      </button>
      {danger}
      {open ? <More onClose={() => setOpen(false)} /> : null}
    </nav>
  );
}

function More({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const ready = useSound((state) => state.ready);
  const pending = useOutbox((state) => state.entries.filter(({ refusal }) => refusal === null).length);
  return (
    <Sheet title={t(CREW.menu)} onClose={onClose}>
      <ChoiceRow hint={ready ? t(CREW.soundOn) : null} onChoose={() => void unlockSound().then(playOrderTone)}>
        {t(CREW.testSound)}
      </ChoiceRow>
      {pending > 0 ? <p className="sheet-note">{t(CREW.signOutPending, { n: pending })}</p> : null}
      <Button className="large" onClick={signOut}>
        {t(COMMON.signOut)}
      </Button>
    </Sheet>
  );
}
