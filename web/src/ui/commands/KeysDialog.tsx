import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { byGroup, useAllCommands } from '../../lib/commands.js';
import { KeyCaps } from './KeyCaps.js';
import styles from './KeysDialog.module.css';
import { closeAid } from './paletteState.js';
import { setSingleKeys, singleKeysOn } from './shortcutChoice.js';

/** The keys that work on this screen, and the switch that turns single keys off. */
export function KeysDialog() {
  const [isOn, setOn] = useState(singleKeysOn);
  const withKeys = useAllCommands().filter(({ keys }) => keys !== undefined);
  const change = (on: boolean): void => {
    setSingleKeys(on);
    setOn(on);
  };
  return (
    <Modal opened onClose={closeAid} title="Keyboard" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.groups}>
        {byGroup(withKeys).map(([group, commands]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands.map(({ id, label, keys = '' }) => (
                <div key={id} className={styles.row}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyCaps keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        checked={isOn}
        onChange={(event) => change(event.currentTarget.checked)}
        label="Single keys work outside of fields"
        description="Switch them off if speech input or a switch device presses them by accident. Ctrl-K always works."
      />
    </Modal>
  );
}
