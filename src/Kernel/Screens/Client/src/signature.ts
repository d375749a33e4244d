import { each, find } from './page';

const LINE_PX = 2.2;

/** Draws with finger, pen or mouse; the drawing becomes a PNG file of the form. */
function prepare(host: HTMLElement): void {
  const canvas = find<HTMLCanvasElement>('canvas', host)!;
  const input = find<HTMLInputElement>('input[type="file"]', host)!;
  const pen = canvas.getContext('2d')!;
  let drawn = false;

  const size = (): void => {
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0 || drawn) return;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    pen.scale(devicePixelRatio, devicePixelRatio);
    pen.lineWidth = LINE_PX;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = '#15191c';
  };
  // at once, not by toBlob: that waits for an idle moment, and the form may be sent before it
  const save = (): void => {
    const files = new DataTransfer();
    if (drawn) {
      const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (letter) => letter.charCodeAt(0));
      files.items.add(new File([bytes], 'signature.png', { type: 'image/png' }));
    }
    input.files = files.files;
  };

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(event.offsetX, event.offsetY);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(event.offsetX, event.offsetY);
    pen.stroke();
    drawn = true;
  });
  canvas.addEventListener('pointerup', save);
  find('[data-clear]', host)?.addEventListener('click', () => {
    drawn = false;
    size();
    save();
  });
  new ResizeObserver(size).observe(canvas);
}

export const startSignatures = (): void => each('[data-signature]', prepare);
