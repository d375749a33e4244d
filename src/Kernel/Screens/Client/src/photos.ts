import { each, find, make } from './page';

/** Shows what was taken, lets a photo be taken off again, and adds further ones where several are wanted. */
function prepare(host: HTMLElement): void {
  const input = find<HTMLInputElement>('input[type="file"]', host)!;
  const shots = find<HTMLElement>('.photo-shots', host)!;
  let taken: File[] = [];

  const keep = (): void => {
    const files = new DataTransfer();
    taken.forEach((file) => files.items.add(file));
    input.files = files.files;
    shots.replaceChildren(...taken.map((file) => {
      const address = URL.createObjectURL(file);
      const image = make('img', { src: address, alt: file.name });
      image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
      const remove = make('button', { type: 'button', 'aria-label': host.dataset['remove'] }, '×');
      remove.addEventListener('click', () => {
        taken = taken.filter((other) => other !== file);
        keep();
        input.focus();
      });
      return make('div', { class: 'photo-shot' }, image, remove);
    }));
  };

  input.addEventListener('change', () => {
    const added = [...(input.files ?? [])];
    taken = input.multiple ? [...taken, ...added] : added;
    keep();
  });
}

export const startPhotos = (): void => each('[data-photo]', prepare);
