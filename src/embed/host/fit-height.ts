/** Makes an iframe as high as its content asks. Through the object model: a strict policy forbids style attributes. */
export function fitHeight(frame: HTMLIFrameElement, px: number): void {
  const { boxSizing } = getComputedStyle(frame);
  const border = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${px + border}px`;
  frame.style.minHeight = '0';
  frame.style.aspectRatio = 'auto';
}
