import type { ReactNode } from 'react';
import { Key } from '../key/key.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before what cannot be undone. The keys name the acts; the safe one comes first and has the focus. */
export function AskDialog(props: {
  title: ReactNode;
  children?: ReactNode;
  /** The safe act. */
  keep: ReactNode;
  act: ReactNode;
  danger?: boolean;
  busy?: boolean;
  onKeep: () => void;
  onAct: () => void;
}) {
  return (
    <Dialog title={props.title} onClose={props.onKeep}>
      {props.children}
      <div className="row">
        <Key onClick={props.onKeep} data-first-focus>
          {props.keep}
        </Key>
        <Key variant={props.danger ? 'danger-main' : 'main'} busy={props.busy} onClick={props.onAct}>
          {props.act}
        </Key>
      </div>
    </Dialog>
  );
}
