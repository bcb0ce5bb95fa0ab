import type { CallerLink, CommandInput } from '#contracts';
import { failureOf, send, useBoard, type Failure } from '#web';
import { useState } from 'react';

interface Given {
  readonly id: CallerLink['id'];
  readonly url: string;
}

/** The page of one caller: asked for, sent and ended from here, its state from the board. */
export function useCallerLink(isOurs: (link: CallerLink) => boolean) {
  const [given, setGiven] = useState<Given | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const links = useBoard((board) => board.callerLinks);
  const link = Object.values(links).find((one) => one.endedAt === null && isOurs(one)) ?? null;

  async function run(work: () => Promise<unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  }

  return {
    link,
    /** Null until somebody at this screen has asked for the page. */
    url: given && given.id === link?.id ? given.url : null,
    failure,
    busy,
    give: (about: CommandInput<'callerLink.create'>) =>
      run(async () => {
        const { link: made, url } = await send('callerLink.create', about);
        setGiven({ id: made.id, url });
      }),
    sendText: (linkId: CallerLink['id'], phone: string) => run(() => send('callerLink.send', { linkId, phone })),
    end: (linkId: CallerLink['id']) => run(() => send('callerLink.end', { linkId })),
    hide: () => setGiven(null),
  };
}
