import type { ReactNode, Ref } from 'react';
import { KeyCap } from './controls.js';
import './surfaces.css';

/** A framed region with a heading, the key that leads to it, and its own controls. */
export function Panel(props: {
  id: string;
  title: ReactNode;
  keyCap?: string;
  controls?: ReactNode;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLElement>;
}) {
  return (
    <section className={`panel ${props.className ?? ''}`} aria-labelledby={`${props.id}-title`} ref={props.ref}>
      <div className="panel-head">
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        {props.keyCap ? <KeyCap>{props.keyCap}</KeyCap> : null}
        {props.controls}
      </div>
      {props.children}
    </section>
  );
}

/** Something to know that stays until it is solved: bar colour, words, at most one action. */
export function Banner(props: {
  tone: 'warning' | 'fault' | 'good' | 'note';
  children: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className={`banner banner-${props.tone}`} role={props.tone === 'fault' ? 'alert' : 'status'}>
      {props.icon}
      <span className="banner-words">{props.children}</span>
      {props.action}
    </div>
  );
}

/** Nothing here, and that it is fine; or why, and what to do. */
export function EmptyState(props: { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      {props.icon}
      <p className="empty-state-title">{props.title}</p>
      {props.children ? <p>{props.children}</p> : null}
      {props.action}
    </div>
  );
}

/** Rows in the shape of what is coming; appears after 200 ms so that a quick answer does not flicker. */
export function Skeleton({ rows, rowHeight, label }: { rows: number; rowHeight: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" style={{ height: `${rowHeight / 16}rem` }} aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
