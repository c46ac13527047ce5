import type { Page } from 'playwright-core';

const COLUMNS = 2;

/** Forms beside each other, each under its name; a column is as wide as a form. */
const STYLE = `
	body { margin: 0; }
	main { width: max-content; padding: 24px; display: flex; gap: 24px; align-items: start; background: #f1f3f5; }
	section { display: flex; flex-direction: column; gap: 24px; }
	figure { margin: 0; }
	figcaption { font: 600 17px sans-serif; color: #222; padding: 0 2px 8px; }
	img { display: block; border: 1px solid #ced4da; border-radius: 6px; }
`;

interface Shot {
	title: string;
	image: Buffer;
}

/** Shows pictures of forms on an empty page: in the order of reading, each where there is room first. */
export async function showSheet(page: Page, shots: Shot[]): Promise<void> {
	const columns = Array.from({ length: COLUMNS }, () => ({ height: 0, figures: '' }));
	for (const { title, image } of shots) {
		const shortest = columns.reduce((one, other) => (other.height < one.height ? other : one));
		const source = `data:image/png;base64,${image.toString('base64')}`;
		shortest.figures += `<figure><figcaption>${title}</figcaption><img src="${source}"></figure>`;
		shortest.height += heightOf(image);
	}
	const sections = columns.map(({ figures }) => `<section>${figures}</section>`).join('');
	await page.setContent(`<style>${STYLE}</style><main>${sections}</main>`);
	// as large as what is on it, so that the picture shows all
	const [width, height] = await page.evaluate<[number, number]>(
		"(({ width, height }) => [Math.ceil(width), Math.ceil(height)])(document.querySelector('main').getBoundingClientRect())",
	);
	await page.setViewportSize({ width, height });
}

/** The height of a picture, as the header of a PNG file tells it. */
function heightOf(image: Buffer): number {
	return image.readUInt32BE(20);
}
