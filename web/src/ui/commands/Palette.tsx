import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { byGroup, useAllCommands } from '../../lib/commands.js';
import type { Command } from '../../lib/commands.js';
import { KeyCaps } from './KeyCaps.js';
import { closeAid } from './paletteState.js';

function actionOf({ id, label, words, icon, keys, run }: Command) {
  return {
    id,
    label,
    ...(words === undefined ? {} : { keywords: words }),
    leftSection: icon,
    rightSection: keys === undefined ? undefined : <KeyCaps keys={keys} />,
    onClick: run,
  };
}

/** Everything one can do here, by typing a part of its name. */
export function Palette() {
  const groups = byGroup(useAllCommands().filter(({ id }) => id !== 'palette'));
  useEffect(() => spotlight.open(), []);
  return (
    <Spotlight
      lockScroll={false}
      shortcut={null}
      onSpotlightClose={closeAid}
      actions={groups.map(([group, commands]) => ({ group, actions: commands.map(actionOf) }))}
      nothingFound="Nothing by that name. Try another word."
      highlightQuery
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': 'Commands' } }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'What do you want to do?',
        'aria-label': 'Search commands',
      }}
    />
  );
}
