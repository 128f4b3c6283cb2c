/** What a lease type is called, in the order of LEASE_TYPES. */
export const LEASE_TYPE_LABELS = ['Gross', 'Modified gross', 'Triple net'] as const
