import { Component, type ReactNode } from 'react'

export interface XrBoundaryProps {
  readonly children: ReactNode
  readonly fallback?: ReactNode
  readonly onError?: (e: unknown) => void
}

/**
 * Keeps the room when a part of the headset code throws: without it one throw takes the whole canvas down. Put one
 * round every part that talks to a session.
 */
export class XrBoundary extends Component<XrBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(e: unknown): void {
    this.props.onError?.(e)
  }

  override render(): ReactNode {
    return this.state.failed ? (this.props.fallback ?? null) : this.props.children
  }
}
