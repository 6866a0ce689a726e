/** Which option of a list is chosen, without the part of Svelte that follows options as they come and go. */
import type { Attachment } from 'svelte/attachments';

/** For a `<select>` whose options are there as long as the value is. @param value of the chosen option */
export const chosen =
  (value: string | number): Attachment<HTMLSelectElement> =>
  (select) => {
    select.value = String(value);
  };
