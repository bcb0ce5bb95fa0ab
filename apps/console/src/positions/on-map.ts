import { spokenPhone } from '#contracts';
import { TELEPHONY, useBoard, useTexts, type PhoneMark } from '#web';
import { useMemo } from 'react';

/** Telephones that say where they are, as the map draws them. */
export function usePhoneMarks(): PhoneMark[] {
  const { t } = useTexts();
  const positions = useBoard((board) => board.phonePositions);
  return useMemo(
    () =>
      Object.values(positions)
        .filter(({ endedAt }) => endedAt === null)
        .map(({ id, at, accuracyMetres, phone }) => ({
          id,
          at,
          accuracyMetres,
          label: phone ? spokenPhone(phone) : t(TELEPHONY.phonePosition),
        })),
    [positions, t],
  );
}
