import { adviceOf, answersInWords, type IncidentDetail } from '#contracts';
import { CONSOLE, INTAKE, formatHourMinute, useTexts } from '#web';
import { Questions } from '../protocols/Questions.js';
import { useProtocols } from '../protocols/use-protocols.js';
import { Fact } from './Fact.js';
import type { Amending } from './use-amend.js';

/** What the caller was asked, by the questions of that time; while it is open they go on being asked. */
export function Asked({ detail, amending }: { detail: IncidentDetail; amending: Amending }) {
  const { t } = useTexts();
  const cards = useProtocols((state) => state.cards);
  const { incident, protocol } = detail;
  if (!protocol) return null;
  const { tags } = adviceOf(incident.answers, protocol);
  const given = answersInWords(incident.answers, protocol);
  return (
    <>
      {incident.state === 'closed' ? null : (
        <Questions
          questions={protocol.questions}
          answers={incident.answers}
          onAnswer={(question, answer) => void amending.amend({ answers: { [question]: answer } })}
        />
      )}
      <dl className="facts">
        {incident.state === 'closed' && given.length > 0 ? (
          <Fact label={t(CONSOLE.answers)}>
            {given.map(({ question, answer }) => (
              <span key={question.vi} className="fact-more">
                {t(question)} <b>{t(answer)}</b>
              </span>
            ))}
          </Fact>
        ) : null}
        {tags.length > 0 ? <Fact label={t(INTAKE.forCrew)}>{tags.map((tag) => t(tag)).join(' · ')}</Fact> : null}
        {incident.instructions.length > 0 ? (
          <Fact label={t(INTAKE.given)}>
            {incident.instructions.map(({ card, at, by }) => {
              const known = cards.find(({ key }) => key === card);
              return (
                <span key={card} className="fact-more">
                  <span className="tn">{formatHourMinute(at)}</span> {known ? t(known) : card} · {by}
                </span>
              );
            })}
          </Fact>
        ) : null}
      </dl>
    </>
  );
}
