import { failureOf, type Failure } from '#web';
import { useCallback, useState } from 'react';

/** Runs one thing at a time and keeps why it did not work; resolves to whether it did. */
export function useAct() {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setSending(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setFailure(failureOf(thrown));
      return false;
    } finally {
      setSending(false);
    }
  }, []);
  return { sending, failure, run };
}
