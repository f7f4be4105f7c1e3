import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';

/** Something a person can do from the palette (Ctrl-K) and, with `keys`, by keyboard from anywhere. */
export interface Command {
  id: string;
  label: string; // verb and object
  group: string;
  keys?: string; // see lib/keys.ts
  words?: string[]; // other words people search it by
  icon?: ReactNode;
  run: () => void;
}

let commands: readonly Command[] = [];
const sets = new Set<readonly Command[]>();
const listeners = new Set<() => void>();

function rebuild(): void {
  const byId = new Map<string, Command>();
  for (const set of sets) for (const command of set) byId.set(command.id, command);
  commands = [...byId.values()];
  for (const listener of listeners) listener();
}

/** Offers commands while the component is mounted. Memoize the array; the newest of one id wins. */
export function useCommands(offered: readonly Command[]): void {
  useEffect(() => {
    sets.add(offered);
    rebuild();
    return () => {
      sets.delete(offered);
      rebuild();
    };
  }, [offered]);
}

export function allCommands(): readonly Command[] {
  return commands;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, allCommands);
}

/** Commands under their groups, in the order they were offered. */
export function byGroup(of: readonly Command[]): [group: string, commands: Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of of) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}
