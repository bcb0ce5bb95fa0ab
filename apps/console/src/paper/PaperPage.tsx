import type { PaperDesk } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  PAPER,
  Segments,
  failureOf,
  read,
  send,
  useOpenBoard,
  useSession,
  useTexts,
  type Failure,
} from '#web';
import { useCallback, useEffect, useState } from 'react';
import { BackEntry } from './BackEntry.js';
import { BlankCards } from './BlankCards.js';
import { BoardSheet } from './BoardSheet.js';
import { Drills } from './Drills.js';
import { useKeepSheet } from './kept-sheet.js';
import './paper.css';

type Part = 'board' | 'blanks' | 'entry' | 'drill';

/** Cards and drills as the server has them. */
function usePaperDesk(online: boolean) {
  const [desk, setDesk] = useState<PaperDesk | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(() => {
    read('GET /api/paper')
      .then((found) => {
        setDesk(found);
        setFailure(null);
      })
      .catch((thrown: unknown) => setFailure(failureOf(thrown)));
  }, []);
  useEffect(() => {
    if (online) load();
  }, [online, load]);
  return { desk, failure, load };
}

function Parts({ online }: { online: boolean }) {
  const { t, say } = useTexts();
  const [part, setPart] = useState<Part>('board');
  const { desk, failure, load } = usePaperDesk(online);
  const drill = desk?.drills.find(({ endedAt }) => endedAt === null) ?? null;
  const printed = () => {
    if (!drill) return;
    send('paper.showSheet', { drillId: drill.id })
      .then(load)
      .catch((thrown: unknown) => console.warn('the drill was not told', String(thrown)));
  };
  return (
    <>
      <header className="paper-head not-printed">
        <h1>{t(PAPER.title)}</h1>
        <Segments
          label={t(PAPER.views)}
          value={part}
          onChange={setPart}
          choices={[
            { value: 'board', label: t(PAPER.board) },
            ...(desk
              ? ([
                  { value: 'blanks', label: t(PAPER.blanks) },
                  { value: 'entry', label: t(PAPER.entry) },
                  { value: 'drill', label: t(PAPER.drill) },
                ] as const)
              : []),
          ]}
        />
        {drill ? <strong className="paper-drill">{t(PAPER.drillRuns)}</strong> : null}
      </header>
      <main className="paper-main">
        {failure ? (
          <Banner tone="fault" action={<Button onClick={load}>{t(COMMON.retry)}</Button>}>
            {say(failure.message)}
          </Banner>
        ) : null}
        {part === 'board' ? <BoardSheet online={online} onPrinted={printed} /> : null}
        {part === 'blanks' && desk ? <BlankCards cards={desk.cards} onChange={load} /> : null}
        {part === 'entry' && desk ? (
          <BackEntry key={drill?.id ?? 'real'} cards={desk.cards} drill={drill} onChange={load} />
        ) : null}
        {part === 'drill' && desk ? <Drills drills={desk.drills} onChange={load} /> : null}
      </main>
    </>
  );
}

function Online() {
  useOpenBoard();
  useKeepSheet();
  return <Parts online />;
}

/** The paper pack: with a server all of it; without one at least the board as it was kept on this machine. */
export function PaperPage() {
  const { t } = useTexts();
  const signedIn = useSession(({ status }) => status === 'signed_in');
  return (
    <div className="paper">
      <title>{t(PAPER.title)}</title>
      {signedIn ? <Online /> : <Parts online={false} />}
    </div>
  );
}
