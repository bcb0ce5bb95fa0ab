import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyLanguage } from './texts/language.js';
import { applyAppearance, type Theme } from './theme/theme.js';
import './theme/tokens.css';
import './theme/fonts.css';
import './theme/base.css';

/** Draws a web app into the page: looks and language first, so that nothing flickers. */
export function startApp(app: ReactNode, theme: Theme): void {
  applyAppearance(theme);
  applyLanguage();
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}
