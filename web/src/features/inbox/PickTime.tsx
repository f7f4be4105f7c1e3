import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { inputValueOf } from './snoozeTimes.js';

interface Props {
  title: string;
  verb: string;
  mostMs: number;
  pick: (at: number) => void;
  close: () => void;
}

const HOUR_MS = 3_600_000;

/** A moment ahead by the browser's own picker, which every device makes its best. */
export function PickTime({ title, verb, mostMs, pick, close }: Props) {
  const [openedAt] = useState(() => Date.now());
  const [value, setValue] = useState(() => inputValueOf(openedAt + HOUR_MS));
  const [error, setError] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const at = new Date(value).getTime();
    const fault = faultOf(at, mostMs);
    setError(fault);
    if (fault !== null) return;
    pick(at);
    close();
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }} size="sm">
      <form onSubmit={submit} noValidate>
        <TextInput
          type="datetime-local"
          label="Date and time"
          description="In your own time zone"
          value={value}
          min={inputValueOf(openedAt)}
          error={error}
          data-autofocus
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit">{verb}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function faultOf(at: number, mostMs: number): string | null {
  if (Number.isNaN(at)) return 'Enter a date and a time.';
  if (at <= Date.now()) return 'This moment has passed. Choose one ahead.';
  if (at > Date.now() + mostMs) return 'This is too far ahead. Choose a moment within a year.';
  return null;
}
