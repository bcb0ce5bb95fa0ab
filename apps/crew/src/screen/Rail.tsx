import type { Incident } from '#contracts';
import { Button, COMMON, CREW, signOut, useTexts } from '#web';
import { IconDotsVertical, IconMessage2, IconPhoneCall } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { playOrderTone, unlockSound, useSound } from '../offer/sound.js';
import { tap, useOutbox } from '../outbox/use-outbox.js';
import { ChoiceRow, Sheet } from '../sheet/Sheet.js';

/** The emergency number is the centre's own. */
const DISPATCH_PHONE = '115';
const QUICK_NOTES = [
  CREW.noteTraffic,
  CREW.noteNoAddress,
  CREW.noteHelp,
  CREW.notePolice,
  CREW.noteFire,
  CREW.noteMorePatients,
  CREW.noteHospital,
] as const;

/** The few things beside the job that a gloved thumb must reach. */
export function Rail({ incident, children }: { incident: Incident | null; children?: ReactNode }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'note' | 'more' | null>(null);
  const close = () => setOpen(null);
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
      {incident ? (
        <button type="button" className="rail-button" onClick={() => setOpen('note')}>
          <IconMessage2 size={30} aria-hidden />
          {t(CREW.quickNote)}
        </button>
      ) : null}
      {children}
      <span className="grow" />
      <button type="button" className="rail-button" onClick={() => setOpen('more')}>
        <IconDotsVertical size={30} aria-hidden />
        {t(CREW.menu)}
      </button>
      {open === 'note' && incident ? (
        <Sheet title={t(CREW.quickNoteTitle)} onClose={close}>
          {QUICK_NOTES.map((note) => (
            <ChoiceRow
              key={note.vi}
              onChoose={() => {
                tap('incident.note', { incidentId: incident.id, text: t(note) });
                close();
              }}
            >
              {t(note)}
            </ChoiceRow>
          ))}
        </Sheet>
      ) : null}
      {open === 'more' ? <More onClose={close} /> : null}
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
