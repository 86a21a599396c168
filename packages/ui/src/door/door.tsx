import { classNames } from '../class-names.ts';

/** Closed when free, ajar with the lamp on when a meeting runs, a ghost where no room is yet. */
export type DoorState = 'closed' | 'ajar' | 'ghost';

/** A room's door in the co-op's paint. Always beside words that say its state. */
export function Door({ state, big = false }: { state: DoorState; big?: boolean }) {
  return (
    <svg
      className={classNames('door', big && 'door-big', state === 'ghost' && 'door-ghost')}
      viewBox="0 0 36 46"
      aria-hidden="true"
    >
      {state === 'ajar' ? (
        <>
          <path className="light" d="M7 6h22v35H7z" />
          <path className="leaf" d="M7 6l12 4.5v26L7 41z" />
          <path className="panel" d="M9.5 11.2l7 2.4v8.2l-7 .6zM9.5 26l7-.4v8.6l-7 2.4z" />
          <circle className="knob" cx="17" cy="25" r="1.3" />
        </>
      ) : (
        <>
          <path className="leaf" d="M7 6h22v35H7z" />
          {state === 'closed' ? <path className="panel" d="M11 10h14v10.5H11zM11 25h14v12H11z" /> : null}
          <circle className="knob" cx="25.8" cy="23" r="1.5" />
        </>
      )}
      <path className="frame" d="M5.5 42V4.5h25V42" />
      <path className="sill" d="M2 42.5h32" />
    </svg>
  );
}
