import { AppError } from '../../shared/contract/errors.ts'

/** Ctrl-C, as one signal that the steps of a command look at. Asking twice ends the process at once. */
export class Interruption {
  readonly #controller = new AbortController()
  #at = 0

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Listens to the process until the returned function is called. */
  listen(): () => void {
    const onSignal = () => {
      // A launcher in between passes on the same Ctrl-C that the terminal sent to us: that is not a second one.
      if (this.#controller.signal.aborted && performance.now() - this.#at > 1_000) process.exit(1)
      if (this.#controller.signal.aborted) return
      this.#at = performance.now()
      this.#controller.abort(new AppError('cancelled', 'Cancelled; nothing was changed.'))
    }
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
    return () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    }
  }
}
