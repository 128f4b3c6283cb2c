/** The one channel on which a page asks. */
export const CALL_CHANNEL = 'switchyard:call'
/** The one channel on which the app tells. */
export const EVENT_CHANNEL = 'switchyard:event'
