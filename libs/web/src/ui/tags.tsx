import { TAG_ORDER, TRIAGE_TAGS, type Tally, type TriageTag } from '#contracts';
import { CASUALTIES } from '../texts/casualties.js';
import { useTexts } from '../texts/language.js';
import './tags.css';

/** A triage tag: its colour and its name. */
export function TagMark({ tag, count }: { tag: TriageTag; count?: number }) {
  const { t } = useTexts();
  return (
    <span className={`tag-mark tag-${tag} tn`} title={t(TRIAGE_TAGS[tag].means)}>
      {count === undefined ? '' : `${count} `}
      {t(TRIAGE_TAGS[tag])}
    </span>
  );
}

/** "12 BN: 3 Đỏ, 4 Vàng": every colour that was counted. */
export function TallyMarks({ tally }: { tally: Tally }) {
  const { t } = useTexts();
  return (
    <span className="tally-marks">
      <b className="tn">{t(CASUALTIES.tally, { total: tally.total })}</b>
      {TAG_ORDER.filter((tag) => tally[tag] > 0).map((tag) => (
        <TagMark key={tag} tag={tag} count={tally[tag]} />
      ))}
    </span>
  );
}
