import { Button, Group, Modal, Text } from '@mantine/core';

/** A second sending of what may have arrived is a person's decision, and cannot be undone. */
export function SendAgainDialog({ sendAgain, leaveIt }: { sendAgain: () => void; leaveIt: () => void }) {
  return (
    <Modal
      opened
      onClose={leaveIt}
      title="Send this message again?"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="md"
    >
      <Text size="md">
        We could not find out whether it arrived. If it did, the lead gets it twice, and that cannot be
        undone.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={leaveIt} data-autofocus>
          Leave it
        </Button>
        <Button onClick={sendAgain}>Send it again</Button>
      </Group>
    </Modal>
  );
}
