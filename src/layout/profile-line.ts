/** A place's value over the threshold, as the path of a step line. */

/**
 * Path data of the steps, from threshold 0 at the left to 1 at the right.
 * @param values one for each of the evenly spaced thresholds
 * @param width px
 * @param height px; the highest value reaches the top
 */
export function profileLine(values: readonly number[], width: number, height: number): string {
  const most = Math.max(...values, 0);
  if (values.length === 0 || most === 0) return '';
  const x = (i: number) => round((i / values.length) * width);
  const y = (value: number) => round(height - (value / most) * (height - 1));
  let path = `M0,${y(values[0]!)}`;
  values.forEach((value, i) => {
    path += `V${y(value)}H${x(i + 1)}`;
  });
  return path;
}

const round = (value: number) => Math.round(value * 100) / 100;
