/** How the table calls the peers that targets name. */
export const TUNED = 'crossfilter2, hand-tuned';
export const LEAST = 'crossfilter2, hand-tuned, least work';
export const DOCUMENTED = 'crossfilter2, as documented';
export const WASM = 'DuckDB-wasm';
