import { IconSearch } from '@tabler/icons-react';
import { openPalette } from '../../../ui/commands/paletteState.js';
import styles from './Shell.module.css';

export function SearchButton() {
  return (
    <button
      type="button"
      className={styles.square}
      onClick={openPalette}
      aria-label="Search commands"
      title="Search commands (Ctrl-K)"
    >
      <IconSearch size={20} stroke={1.6} aria-hidden="true" />
    </button>
  );
}
