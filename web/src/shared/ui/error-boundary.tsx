import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { ProblemAlert } from './problem-alert';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onReset: () => void;
  /** When this changes, the error belongs to the past. */
  readonly resetKey: string | undefined;
}

interface BoundaryState {
  readonly error: unknown;
  readonly resetKey: string | undefined;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  private readonly retry = () => {
    this.props.onReset();
    this.setState({ error: null });
  };

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div style={{ padding: 16 }}>
        <ProblemAlert error={this.state.error} onRetry={this.retry} />
      </div>
    );
  }
}

/** Keeps a failure where it happened and offers to try again; failed queries are fetched anew. */
export function ErrorBoundary({ children, resetKey }: { children: ReactNode; resetKey?: string }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary onReset={reset} resetKey={resetKey}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
