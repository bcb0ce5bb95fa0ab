import type { IncidentId } from '#contracts';
import { Banner, Button, CONSOLE, useTexts } from '#web';
import { useState } from 'react';
import { WaitingList } from '../outbox/WaitingList.js';
import { usePost } from '../outbox/use-outbox.js';

/** Adds a note; notes are never edited. While the line is down it waits on this machine, in sight. */
export function NoteForm({ incidentId }: { incidentId: IncidentId }) {
  const { t, say } = useTexts();
  const [text, setText] = useState('');
  const { post, failure, sending } = usePost('incident.note');
  return (
    <>
      <WaitingList
        of={({ body }) => 'incidentId' in body && body.incidentId === incidentId && !('vehicleId' in body)}
      />
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '' || sending) return;
          void post({ incidentId, text }).then((done) => done && setText(''));
        }}
      >
        <input
          className="input"
          aria-label={t(CONSOLE.addNote)}
          placeholder={t(CONSOLE.addNote)}
          maxLength={2000}
          value={text}
          data-note
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" keyCap="Enter" aria-busy={sending}>
          {t(CONSOLE.addNote)}
        </Button>
        {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      </form>
    </>
  );
}
