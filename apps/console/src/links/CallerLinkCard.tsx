import {
  DELIVERY_FAILURES,
  LINK_DELIVERIES,
  normalisePhone,
  spokenPhone,
  type CallerLink,
  type CommandInput,
} from '#contracts';
import { Banner, Button, LINKS, formatClock, useSystem, useTexts } from '#web';
import { QrCode } from './QrCode.js';
import { useCallerLink } from './use-caller-link.js';
import './links.css';

function LinkState({ link }: { link: CallerLink }) {
  const { t } = useTexts();
  const { delivery, deliveryAt, deliveryFailure, lastOpenedAt, expiresAt } = link;
  if (delivery === 'failed')
    return (
      <Banner tone="fault">
        {t(LINKS.deliveryFailed, { why: deliveryFailure ? t(DELIVERY_FAILURES[deliveryFailure]) : '' })}
      </Banner>
    );
  const facts = [
    delivery === 'unsent' ? '' : `${t(LINK_DELIVERIES[delivery])} ${deliveryAt ? formatClock(deliveryAt) : ''}`.trim(),
    lastOpenedAt ? t(LINKS.opened, { time: formatClock(lastOpenedAt) }) : t(LINKS.notOpened),
    t(LINKS.until, { time: formatClock(expiresAt) }),
  ];
  return (
    <p className="link-state tn" role="status">
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}

interface Props {
  about: CommandInput<'callerLink.create'>;
  isOurs: (link: CallerLink) => boolean;
  phone: string;
  /** Why no link can be given yet. */
  missing?: string | null;
}

/** The caller's page as the room handles it: asked for with one key, shown as a code, read out, or sent. */
export function CallerLinkCard({ about, isOurs, phone, missing = null }: Props) {
  const { t, say } = useTexts();
  const sendsTexts = useSystem(({ system }) => system?.textMessages ?? false);
  const { link, url, failure, busy, give, sendText, end, hide } = useCallerLink(isOurs);
  const number = normalisePhone(phone);
  return (
    <div className="caller-link">
      <div className="actions">
        <Button
          className="small"
          keyCap="Alt L"
          data-caller-link
          aria-expanded={url !== null}
          aria-busy={busy}
          disabled={missing !== null}
          onClick={() => (url ? hide() : void give(about))}
        >
          {t(LINKS.give)}
        </Button>
        {missing ? <span className="link-state">{missing}</span> : null}
      </div>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {link && url ? (
        <div className="link-given">
          <QrCode text={url} label={t(LINKS.code)} />
          <div className="link-words">
            <p className="link-url">{url}</p>
            <p>
              <span className="link-state">{t(LINKS.readOut)}: </span>
              {t(LINKS.readOutWords)}
            </p>
            <div className="actions">
              {sendsTexts && number ? (
                <Button
                  className="small"
                  aria-busy={busy || link.delivery === 'sending'}
                  onClick={() => void sendText(link.id, number)}
                >
                  {t(LINKS.sendTo, { phone: spokenPhone(number) })}
                </Button>
              ) : null}
              <Button className="small" kind="quiet" onClick={() => void end(link.id)}>
                {t(LINKS.end)}
              </Button>
            </div>
            {sendsTexts ? null : <p className="link-state">{t(LINKS.noTexts)}</p>}
          </div>
        </div>
      ) : null}
      {link ? <LinkState link={link} /> : null}
    </div>
  );
}
