import { FLOOD_DEPTHS, OBSTRUCTION_KINDS, PASSAGES, type Wording } from '#contracts';
import { Banner, Button, COMMON, fill, formatSpan, ROADS, useCommand, useTexts } from '#web';
import { useEffect, useRef } from 'react';
import { rememberDrawn } from './undo-obstruction.js';
import { focusPanel } from '../focus.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { recompute } from '../recommendations/use-recommendation.js';
import { commandOf, DURATIONS, questionOf, shapeOf, usualMinutes, type Drawing } from './drawing.js';
import { answer, dropPoint, finishPoints, goBack, stopDrawing, useDrawing } from './use-drawing.js';
import './obstructions.css';

const { none, emergency } = PASSAGES;

/** How long it lasts, offered for the number keys. */
function minutesWords(minutes: number): Wording {
  const [{ vi, en }, n] = minutes < 60 ? [ROADS.minutes, minutes] : [ROADS.hours, minutes / 60];
  return { vi: fill(vi, { n }), en: fill(en, { n }) };
}
// A letter in front keeps the keys in this order: JavaScript sorts plain numbers.
const DURATION_WORDS = Object.fromEntries(DURATIONS.map((minutes) => [`m${minutes}`, minutesWords(minutes)]));

/** Draws an obstruction step by step: points, what it is, whom it stops, how long; then it is sent. */
export function DrawingCard() {
  const drawing = useDrawing((state) => state.drawing);
  if (!drawing) return null;
  return (
    <div className="drawing-card" role="group">
      {drawing.shape ? <Questions drawing={drawing} /> : <Points drawing={drawing} />}
    </div>
  );
}

function Points({ drawing: { points } }: { drawing: Drawing }) {
  const { t } = useTexts();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <div ref={card} tabIndex={-1} className="drawing-points">
      <p>
        <b>{t(ROADS.draw)}</b> {t(ROADS.drawHint)}
      </p>
      <div className="drawing-actions">
        <span className="tn">{t(ROADS.drawPoints, { count: points.length })}</span>
        <Button kind="primary" keyCap="Enter" disabled={points.length === 0} onClick={() => finishPoints(false)}>
          {t(ROADS.drawLine)}
        </Button>
        <Button keyCap="Shift Enter" disabled={!shapeOf(points, true)} onClick={() => finishPoints(true)}>
          {t(ROADS.drawArea)}
        </Button>
        <Button keyCap="⌫" disabled={points.length === 0} onClick={dropPoint}>
          {t(ROADS.drawBack)}
        </Button>
        <Button kind="quiet" keyCap="Esc" onClick={stopDrawing}>
          {t(COMMON.cancel)}
        </Button>
      </div>
    </div>
  );
}

function Questions({ drawing }: { drawing: Drawing }) {
  const { t, say, language } = useTexts();
  const { sending, failure, run } = useCommand('road.obstruct');
  const send = async (minutes: number) => {
    const command = commandOf(drawing, minutes);
    const reply = command && (await run(command));
    if (!reply) return;
    rememberDrawn(reply.obstruction);
    stopDrawing();
    recompute();
    focusPanel('map', true);
  };
  const question = questionOf(drawing);
  return (
    <>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      {question === 'kind' ? (
        <ReasonPicker
          key="kind"
          title={t(ROADS.whatKind)}
          words={OBSTRUCTION_KINDS}
          onChoose={(kind) => answer({ kind })}
          onCancel={goBack}
        />
      ) : null}
      {question === 'depth' ? (
        <ReasonPicker
          key="depth"
          title={t(ROADS.howDeep)}
          words={FLOOD_DEPTHS}
          onChoose={(depth) => answer({ depth })}
          onCancel={goBack}
        />
      ) : null}
      {question === 'passage' ? (
        <ReasonPicker
          key="passage"
          title={t(ROADS.whoPasses)}
          words={{ none, emergency }}
          onChoose={(passage) => answer({ passage })}
          onCancel={goBack}
        />
      ) : null}
      {question === 'minutes' && drawing.kind ? (
        <ReasonPicker
          key="minutes"
          title={t(ROADS.howLong, { span: formatSpan(usualMinutes(drawing.kind) * 60, language) })}
          words={DURATION_WORDS}
          disabled={sending}
          onChoose={(key) => void send(Number(key.slice(1)))}
          onCancel={goBack}
        />
      ) : null}
    </>
  );
}
