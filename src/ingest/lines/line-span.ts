/** A stretch of a file, in lines from 1, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}
