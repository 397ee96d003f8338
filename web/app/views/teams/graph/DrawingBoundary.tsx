import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPicture } from './picture.ts';

export type DrawingBoundaryProps = { of: TeamPicture; children: ReactNode };

/**
 * An error boundary around a drawing: if it can't be rendered, or its code can't be loaded, the page continues
 * without it, and the next picture is tried again.
 */
export class DrawingBoundary extends Component<DrawingBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: DrawingBoundaryProps): void {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <NotDrawn />;
  }
}

function NotDrawn() {
  const { t } = useTranslation('teams');
  return (
    <p role="status" className="p-4 text-sm text-ink-muted">
      {t('drawing.failed')}
    </p>
  );
}
