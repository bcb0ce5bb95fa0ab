import { Field, formatHourMinute, formatSpan, secondsSince, TELEPHONY, useBoard, useNow, useTexts } from '#web';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useExtension } from './use-rings.js';

/** Whether the exchange is heard, and the telephone of this desk. */
export function ExchangeState() {
  const { t, language } = useTexts();
  const nowMs = useNow();
  const exchange = useBoard((board) => board.exchange);
  const { extension } = useExtension();
  const lost = exchange?.state === 'lost';
  const words = !exchange
    ? null
    : exchange.state === 'off'
      ? t(TELEPHONY.exchangeOff)
      : lost
        ? `${t(TELEPHONY.exchangeLost, { span: formatSpan(secondsSince(exchange.since, nowMs), language) })}. ${t(TELEPHONY.exchangeLostDo)}`
        : t(TELEPHONY.exchangeConnected, { time: formatHourMinute(exchange.since) });
  return (
    <details className="exchange" data-state={lost ? 'poor' : exchange?.state === 'connected' ? 'good' : undefined}>
      <summary title={words ?? undefined}>
        {lost ? <IconPhoneOff size={15} aria-hidden /> : <IconPhone size={15} aria-hidden />}
        <span>{t(TELEPHONY.exchange)}</span>
      </summary>
      <div className="exchange-settings">
        {words ? <p>{words}</p> : null}
        <Field label={t(TELEPHONY.extension)} hint={t(TELEPHONY.extensionHint)}>
          {(ids) => (
            <input
              {...ids}
              className="input tn"
              value={extension}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => useExtension.setState({ extension: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
