import { classNames } from '@koinon/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSession } from './session.ts';

let pagesShown = 0;

/**
 * The main part of a page. Gives the window its title, and the focus to the page when it comes after another one,
 * so that a screen reader says where one is.
 */
export function Page({
  title,
  className,
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) {
  const { house } = useSession();
  const main = useRef<HTMLElement>(null);
  const whole = house && house.name !== title ? `${title} · ${house.name}` : title;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
  useEffect(() => {
    if (pagesShown++ > 0) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" ref={main} tabIndex={-1} aria-label={title} className={classNames('page', className)}>
      {children}
    </main>
  );
}
