import type { Icon } from '@tabler/icons-react';

/** An icon as the palette draws it: beside words, so it says nothing itself. */
export const icon = (Drawn: Icon) => <Drawn size={18} stroke={1.7} aria-hidden />;
