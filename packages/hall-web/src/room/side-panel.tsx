import { Key, X } from '@koinon/ui';
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * People or chat: beside the stage on a wide window, on a sheet over it on a narrow one. An opened sheet takes the
 * focus; the page around it gives the focus back when it closes.
 */
export function SidePanel(props: {
  name: 'people' | 'chat';
  title: ReactNode;
  beside: ReactNode;
  closeLabel: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { name, open, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  return (
    <section className={`m${name}`} id={name} data-open={open} aria-labelledby={`${name}-title`}>
      <div className="mside-head">
        <h2 id={`${name}-title`} ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
        {props.beside}
        <Key variant="bare" iconOnly icon={X} className="mclose" onClick={onClose}>
          {props.closeLabel}
        </Key>
      </div>
      {props.children}
    </section>
  );
}
