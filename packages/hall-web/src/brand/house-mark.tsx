import { Mark } from '@koinon/ui';
import { useState } from 'react';
import { webAddress } from './house.ts';

/** The co-op's logo, or the door when there is none or it does not load. The name stands beside it. */
export function HouseMark({ logo }: { logo: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  const address = webAddress(logo);
  if (address === null || address === broken) return <Mark of="door" />;
  return (
    <img
      className="mark mark-logo"
      src={address}
      alt=""
      referrerPolicy="no-referrer"
      onError={() => setBroken(address)}
    />
  );
}
