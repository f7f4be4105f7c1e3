import { PasswordInput, TextInput } from '@mantine/core';

interface Props {
  /** What is to be typed, in the label. */
  label: string;
  maxLength: number;
  typed: string;
  onType: (typed: string) => void;
  password: string;
  onPassword: (password: string) => void;
}

/** Something typed word for word and the password once more: nobody does it by a slip, or on a screen left open. */
export function ProofFields({ label, maxLength, typed, onType, password, onPassword }: Props) {
  return (
    <>
      <TextInput
        label={label}
        autoComplete="off"
        maxLength={maxLength}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordInput
        label="Your password"
        description="So that nobody else does this on a screen you left open."
        autoComplete="current-password"
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show characters' }}
      />
    </>
  );
}
