import { useEffect } from 'react';
import { allCommands } from '../../lib/commands.js';
import { completes, strokeName } from '../../lib/keys.js';
import { isAidOpen } from './paletteState.js';
import { singleKeysOn } from './shortcutChoice.js';

const SEQUENCE_MS = 900;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="menu"], [role="listbox"]') !== null
  );
}

function isBlocked(event: KeyboardEvent, stroke: string): boolean {
  if (event.defaultPrevented || event.repeat || isAidOpen()) return true; // an aid may still be loading
  if (document.querySelector('[aria-modal="true"]') !== null) return true;
  return !stroke.startsWith('mod+') && (isTyping(event.target) || !singleKeysOn());
}

/** Runs the commands' keys, from anywhere but a field or an open dialog. */
export function useShortcuts(): void {
  useEffect(() => {
    let before: { stroke: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      const stroke = strokeName(event);
      if (stroke === null || isBlocked(event, stroke)) return;
      const commands = allCommands();
      const fresh = before !== null && event.timeStamp - before.at < SEQUENCE_MS ? before.stroke : null;
      const hit = completes(
        fresh,
        stroke,
        commands.flatMap(({ keys }) => keys ?? []),
      );
      before = hit === null ? { stroke, at: event.timeStamp } : null;
      if (hit === null) return;
      event.preventDefault();
      commands.find(({ keys }) => keys === hit)?.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
