/** What one process has counted and measured, as JSON that another process can add up. */
export type Figures = readonly object[];
