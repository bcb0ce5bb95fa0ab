import { COMMON, CREW, useAppearance, useTexts } from '#web';
import { IconMoon, IconSun } from '@tabler/icons-react';

/** Language, and day or night colours. */
export function Preferences() {
  const { t, language, setLanguage } = useTexts();
  const { theme, setTheme } = useAppearance();
  const day = theme === 'light';
  return (
    <>
      <button
        type="button"
        className="head-button"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      >
        {language === 'vi' ? 'EN' : 'VI'}
        <span className="visually-hidden">{t(COMMON.otherLanguage)}</span>
      </button>
      <button
        type="button"
        className="head-button"
        aria-label={t(day ? CREW.night : CREW.day)}
        onClick={() => setTheme(day ? 'night' : 'light')}
      >
        {day ? <IconMoon size={24} aria-hidden /> : <IconSun size={24} aria-hidden />}
      </button>
    </>
  );
}
