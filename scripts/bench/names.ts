/** How the table calls the peers that targets name. */
export const TUNED = 'crossfilter2, tuned';
export const DOCUMENTED = 'crossfilter2, as documented';
export const WASM = 'DuckDB-wasm';
