/**
 * Paints an SVG file as PNG; the page's policy allows pictures from data addresses.
 * @param scale pixels in the picture for each px of the file
 * @param signal aborted where the picture is no longer wanted; what the browser has begun, it ends
 * @throws {Error} when the picture is larger than the browser can paint
 * @throws {DOMException} an AbortError when it is given up
 */
export async function paintPng(
  svg: string,
  width: number,
  height: number,
  scale: number,
  signal?: AbortSignal,
): Promise<Blob> {
  const image = new Image();
  // painted at its final size, so that lines and type stay sharp
  const sized = svg.replace(
    /<svg([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1 width="${width * scale}" height="${height * scale}"`,
  );
  image.src = await dataAddress(new Blob([sized], { type: 'image/svg+xml;charset=utf-8' }));
  signal?.throwIfAborted();
  await image.decode();
  signal?.throwIfAborted();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture is larger than this browser can paint');
  signal?.throwIfAborted();
  return blob;
}

/** The browser writes it beside the page; of a large picture the page would take a blink for it. */
function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('the picture could not be read', { cause: reader.error }));
    reader.readAsDataURL(blob);
  });
}
