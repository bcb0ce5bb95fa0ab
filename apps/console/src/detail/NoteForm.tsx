import type { IncidentId } from '#contracts';
import { Banner, Button, CONSOLE, useCommand, useTexts } from '#web';
import { useState } from 'react';

/** Adds a note; notes are never edited. */
export function NoteForm({ incidentId }: { incidentId: IncidentId }) {
  const { t, say } = useTexts();
  const [text, setText] = useState('');
  const { run, failure, sending } = useCommand('incident.note');
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || sending) return;
        void run({ incidentId, text }).then((reply) => reply && setText(''));
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
  );
}
