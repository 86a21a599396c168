import { dye } from './dye.ts';
import { initials } from './initials.ts';

/** A person: initials on their dye. The name stands beside it, so it is not read aloud. */
export function Face({ id, name }: { id: string; name: string }) {
  return (
    <span className={`face d${dye(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
