import { type ReactNode, useState } from 'react';
import { Select } from '../field/select.tsx';
import { chooseTheme, keptTheme, type Theme, themes } from './theme.ts';

/** Light, dark, or as the device is set. Kept in this browser. */
export function ThemeChoice({ label, words }: { label: ReactNode; words: Record<Theme, string> }) {
  const [theme, setTheme] = useState(keptTheme);
  return (
    <Select
      label={label}
      value={theme}
      onChange={(event) => {
        const next = themes.find((one) => one === event.target.value) ?? 'system';
        chooseTheme(next);
        setTheme(next);
      }}
    >
      {themes.map((one) => (
        <option key={one} value={one}>
          {words[one]}
        </option>
      ))}
    </Select>
  );
}
