/**
 * Paints an SVG file as PNG; the page's policy allows pictures from data addresses.
 * @param scale pixels in the picture for each px of the file
 * @throws {Error} when the picture is larger than the browser can paint
 */
export async function paintPng(
  svg: string,
  width: number,
  height: number,
  scale: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  // painted at its final size, so that lines and type stay sharp
  const sized = svg.replace(
    /<svg([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1 width="${width * scale}" height="${height * scale}"`,
  );
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture is larger than this browser can paint');
  return new Uint8Array(await blob.arrayBuffer());
}
