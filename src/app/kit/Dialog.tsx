import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Aria } from './Aria.tsx'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  onClose(): void
  readonly children: ReactNode
}

/** Asks before something that cannot be taken back: keeps the focus, closes with Escape, gives the focus back. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps): ReactNode {
  return (
    <Aria>
      <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
        <Modal className="dialog">
          <AriaDialog role="alertdialog">
            <div className="stack">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {children}
            </div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </Aria>
  )
}
