import { DraftId, normalisePhone } from '#contracts';
import { LINKS, useTexts } from '#web';
import { useDraft } from '../intake/use-draft.js';
import { CallerLinkCard } from './CallerLinkCard.js';

/** The page of a caller who is still on the line: its number joins the shared position to the form. */
export function DraftLink() {
  const { t } = useTexts();
  const { id, phone, receivedAt } = useDraft();
  if (!receivedAt || !id) return null;
  const number = normalisePhone(phone);
  const draftId = DraftId.parse(id);
  return (
    <CallerLinkCard
      key={id}
      about={{ draftId, phone: number ?? '' }}
      isOurs={(link) => link.draftId === draftId}
      phone={phone}
      missing={number ? null : t(LINKS.needsPhone)}
    />
  );
}
