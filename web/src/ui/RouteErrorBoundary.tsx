import { Component } from 'react';
import type { ReactNode } from 'react';
import { ErrorState } from './states.js';

interface Props {
  children: ReactNode;
  place: string; // a new place clears the error
}
interface State {
  error: unknown;
  place: string;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** One screen that breaks leaves the rest standing. */
export class RouteErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const isStale = /dynamically imported module|importing a module|preload/i.test(
      messageOf(this.state.error),
    );
    return (
      <ErrorState
        title={isStale ? 'A new version is here' : 'This screen broke'}
        onRetry={() => location.reload()}
      >
        {isStale
          ? 'LeadPulse was updated, or the connection broke off while this screen was loading. Load it again to go on.'
          : 'The fault is ours, and your data is safe. Load the screen again; if it breaks again, write to support.'}
      </ErrorState>
    );
  }
}
