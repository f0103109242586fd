/** The file of the store in DATA_DIR. */
export const STORE_FILE = 'store.sqlite';
