import { decodeDataset } from '../model/decode-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { DatasetError } from '../model/decode-values.ts';
import { fetchJson, LoadError, type FetchOptions } from './fetch-json.ts';

/**
 * Loads and validates the dataset.
 * @throws {LoadError} with the first fault and its path
 */
export async function loadDataset(address: string, options: FetchOptions = {}): Promise<Dataset> {
  const json = await fetchJson(address, options);
  try {
    return decodeDataset(json);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new LoadError(
      `${address} cannot be used: ${error.message}.`,
      'Build it again with “npm run data”, then reload this page.',
    );
  }
}
