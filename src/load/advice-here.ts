/** What to do about a file that could not be had, where another dataset is shown, which a reload would give up. */
export const withoutReload = (advice: string): string => advice.replaceAll('reload this page', 'try again');
