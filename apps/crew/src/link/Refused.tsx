import { Banner, Button, CREW, useTexts } from '#web';
import { useWordsOfEntry } from '../outbox/words.js';
import { useOutbox } from '../outbox/use-outbox.js';

/** What the server will never take, and what this device could not keep: until the crew has read it. */
export function Refused() {
  const { t, say } = useTexts();
  const wordsOf = useWordsOfEntry();
  const { entries, outbox, storeFailed } = useOutbox();
  const refused = entries.flatMap((entry) => (entry.refusal ? [{ entry, refusal: entry.refusal }] : []));
  if (refused.length === 0 && !storeFailed) return null;
  return (
    <div className="refused">
      {storeFailed ? (
        <Banner
          tone="fault"
          action={
            <Button className="large" onClick={() => useOutbox.setState({ storeFailed: false })}>
              {t(CREW.understood)}
            </Button>
          }
        >
          {t(CREW.storeFailed)}
        </Banner>
      ) : null}
      {refused.map(({ entry, refusal }) => (
        <Banner
          key={entry.turn}
          tone="fault"
          action={
            <Button className="large" onClick={() => void outbox?.dismiss(entry.turn)}>
              {t(CREW.understood)}
            </Button>
          }
        >
          {t(CREW.refused, { what: wordsOf(entry), why: say(refusal.message) })}
        </Banner>
      ))}
    </div>
  );
}
