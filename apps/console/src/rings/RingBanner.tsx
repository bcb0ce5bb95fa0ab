import { spokenPhone, type Ring } from '#contracts';
import { Banner, Button, formatDuration, secondsSince, TELEPHONY, useNow, useTexts } from '#web';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useDraft } from '../intake/use-draft.js';
import { earlierCallWords } from './caller-words.js';
import { ANSWER_SECONDS, BANNER_ROWS } from './rings.js';
import { takeRing, useBannerRings, useTaking } from './use-rings.js';
import { useCaller } from './use-caller.js';
import './rings.css';

/** Who is calling now. It pushes the panels down, covers nothing and takes no focus. */
export function RingBanner() {
  const { t, say } = useTexts();
  const rings = useBannerRings();
  const { failed } = useTaking();
  const writing = useDraft(({ receivedAt }) => receivedAt !== null);
  if (rings.length === 0 && !failed) return null;
  const more = rings.length - BANNER_ROWS;
  return (
    <section className="rings" aria-label={t(TELEPHONY.incoming)}>
      {failed ? <Banner tone="note">{say(failed.wording, failed.facts)}</Banner> : null}
      <ul>
        {rings.slice(0, BANNER_ROWS).map((ring, index) => (
          <RingRow key={ring.id} ring={ring} keyCap={index > 0 ? undefined : writing ? 'Alt R' : 'F2'}>
            {index === BANNER_ROWS - 1 && more > 0 ? (
              <span className="rings-more tn">{t(TELEPHONY.moreRings, { count: more })}</span>
            ) : null}
          </RingRow>
        ))}
      </ul>
    </section>
  );
}

function RingRow(props: { ring: Ring; keyCap: string | undefined; children: React.ReactNode }) {
  const { t } = useTexts();
  const { ring, keyCap } = props;
  const { state, phone, phoneRaw, queue, extension, rangAt } = ring;
  const waits = secondsSince(rangAt, useNow());
  const answered = extension ? t(TELEPHONY.answeredAt, { extension }) : t(TELEPHONY.answeredSomewhere);
  return (
    <li data-state={state}>
      <IconPhoneIncoming size={17} aria-hidden />
      <strong className="ring-phone tn">{phone ? spokenPhone(phone) : t(TELEPHONY.anonymous)}</strong>
      <span className="ring-wait tn" data-long={(state === 'ringing' && waits >= ANSWER_SECONDS) || undefined}>
        {formatDuration(waits)}
      </span>
      <span className="ring-words">
        {state === 'ringing' ? null : <span>{answered}</span>}
        <Caller phone={phone ?? phoneRaw} />
        {queue ? <span className="ring-queue">{t(TELEPHONY.queue, { queue })}</span> : null}
      </span>
      {props.children}
      <Button kind={keyCap ? 'primary' : 'plain'} className="small" keyCap={keyCap} onClick={() => void takeRing(ring)}>
        {t(TELEPHONY.answer)}
      </Button>
    </li>
  );
}

function Caller({ phone }: { phone: string }) {
  const texts = useTexts();
  const { t } = texts;
  const history = useCaller(phone)?.history;
  if (!history) return null;
  const [last] = history.calls;
  return (
    <span>
      {history.callCount > 0 ? t(TELEPHONY.callerCountShort, { count: history.callCount }) : t(TELEPHONY.callerNew)}
      {last ? ` · ${earlierCallWords(last, texts)}` : ''}
      {history.mark ? <span className="caller-mark">{t(TELEPHONY.marked)}</span> : null}
    </span>
  );
}
