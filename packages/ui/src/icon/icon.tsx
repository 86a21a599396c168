import type { LucideIcon } from 'lucide-react';
import { classNames } from '../class-names.ts';

/** An icon beside words: never read aloud, never alone. `turn`: it points, so it turns round in right-to-left. */
export function Icon({ of: Drawing, turn = false }: { of: LucideIcon; turn?: boolean }) {
  return <Drawing className={classNames('icon', turn && 'icon-turn')} aria-hidden="true" />;
}
