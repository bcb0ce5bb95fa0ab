import type { CommandInput, CommandName, CommandReply } from '#contracts';
import { useCallback, useRef, useState } from 'react';
import { newCommandId, send } from './api.js';
import { failureOf, isPassing, type Failure } from './failure.js';

export interface CommandState<N extends CommandName> {
  sending: boolean;
  failure: Failure | null;
  /** Resolves to null when it failed; the failure is then in `failure`. */
  run: (body: CommandInput<N>) => Promise<CommandReply<N> | null>;
  dismiss: () => void;
}

/**
 * One button's command. Pressing it again after a lost connection sends the same id as long as the content is the same,
 * so an answer that never arrived does not become a second deed.
 */
export function useCommand<N extends CommandName>(name: N): CommandState<N> {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const unanswered = useRef<{ id: string; content: string } | null>(null);

  const run = useCallback(
    async (body: CommandInput<N>) => {
      const content = JSON.stringify(body);
      const id = unanswered.current?.content === content ? unanswered.current.id : newCommandId();
      unanswered.current = { id, content };
      setSending(true);
      setFailure(null);
      try {
        const reply = await send(name, body, id);
        unanswered.current = null;
        return reply;
      } catch (thrown) {
        const seen = failureOf(thrown);
        if (!isPassing(seen)) unanswered.current = null;
        setFailure(seen);
        return null;
      } finally {
        setSending(false);
      }
    },
    [name],
  );
  return { sending, failure, run, dismiss: useCallback(() => setFailure(null), []) };
}
