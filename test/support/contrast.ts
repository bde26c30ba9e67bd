import type { Page } from 'playwright-core';

/** Runs in the page, which this program's compiler knows nothing about; hence a text. */
const browserSide = `
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function rgba(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
function over([red, green, blue, alpha], below) {
  return [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha));
}
/** What is painted behind the element, from the page upwards. */
function backgroundOf(element) {
  const below = element.parentElement === null ? [255, 255, 255] : backgroundOf(element.parentElement);
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const gradient = /rgba?\\([^)]*\\)/.exec(backgroundImage);
  return over(rgba(gradient === null ? backgroundColor : gradient[0]), below);
}
/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrastOf(element, pseudo) {
  const background = backgroundOf(element);
  const { color } = getComputedStyle(element, pseudo);
  const [one, other] = [luminance(over(rgba(color), background)), luminance(background)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
/** WCAG 1.4.3: 3 to 1 for large text, 4.5 to 1 for all other; what is switched off is exempt. */
function floorOf(element) {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
}
function lowContrast(selector) {
  const found = [];
  const root = document.querySelector(selector);
  const look = (element, words, pseudo) => {
    const contrast = contrastOf(element, pseudo);
    if (contrast < floorOf(element)) {
      found.push(contrast.toFixed(2) + ' ' + element.className + ': ' + words.trim().slice(0, 40));
    }
  };
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.matches(':disabled')) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
    if (own.trim() !== '') look(element, own);
    if (element.matches('input, textarea, select')) look(element, element.value || element.tagName);
    if (element.placeholder) look(element, element.placeholder, '::placeholder');
  }
  return found;
}`;

/** The visible texts below the first element for this selector whose contrast is below WCAG AA, each with its contrast. */
export async function lowContrast(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `(() => { ${browserSide}\nreturn lowContrast(${JSON.stringify(selector)}); })()`,
  );
}
