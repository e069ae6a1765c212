import { Component, type ReactNode } from 'react'
import { Failure } from './Failure.tsx'

interface Caught {
  readonly error: unknown
}

/** The last net under a page: says what happened instead of showing nothing. Attempts are on the disk already. */
export class Boundary extends Component<{ children: ReactNode; onError?: (error: unknown) => void }, Caught> {
  override state: Caught = { error: null }

  static getDerivedStateFromError(error: unknown): Caught {
    return { error }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error)
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <main className="page">
        <Failure error={this.state.error}>
          <a className="button" href="/">
            妙手 Surehand
          </a>
        </Failure>
      </main>
    )
  }
}
