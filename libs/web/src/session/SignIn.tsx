import { useState, type FormEvent, type ReactNode } from 'react';
import { COMMON } from '../texts/common.js';
import { useTexts } from '../texts/language.js';
import { Button, Field } from '../ui/controls.js';
import { TrialMark } from '../ui/freshness-marks.js';
import { Banner } from '../ui/surfaces.js';
import { read } from './api.js';
import { failureOf, type Failure } from './failure.js';
import { beginSession } from './session.js';

/** Name and password. `children` is the place for hints, such as the demonstration's sign-ins. */
export function SignIn({ children }: { children?: ReactNode }) {
  const { t, say, setLanguage, language } = useTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sending || login.trim() === '' || password === '') return;
    setSending(true);
    setFailure(null);
    try {
      beginSession(await read('POST /api/session', { body: { login: login.trim(), password } }));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setSending(false);
    }
  };

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={(event) => void submit(event)} noValidate>
        <h1>
          <span className="brand-mark">115</span>
          {t(COMMON.product)}
        </h1>
        <Field label={t(COMMON.login)} fault={tried && login.trim() === '' ? t(COMMON.loginMissing) : null}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              aria-required
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(COMMON.password)} fault={tried && password === '' ? t(COMMON.passwordMissing) : null}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="password"
              autoComplete="current-password"
              aria-required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
        <Button kind="primary" type="submit">
          {sending ? t(COMMON.signingIn) : t(COMMON.signIn)}
        </Button>
        {children}
        <div className="sign-in-foot">
          <TrialMark />
          <span className="grow" />
          <Button kind="quiet" onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
            {t(COMMON.otherLanguage)}
          </Button>
        </div>
      </form>
    </main>
  );
}
