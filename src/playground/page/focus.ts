/** Sets the focus once the page is drawn, on the first element that fits. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}
