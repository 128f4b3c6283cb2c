/** How many places may count as the best; TOP_PLACES and MOST_TOP_PLACES are among them. */
export const TOP_PLACES_CHOICES = [1, 10, 25, 50, 100, 250, 500, 1_000] as const
