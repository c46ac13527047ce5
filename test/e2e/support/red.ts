/**
 * Run in n8n's editor: the texts of what is written, filled or framed in red. What is orange when the mouse is
 * over it does not count, nor do data: n8n writes null in red. An open node hides the canvas.
 */
export const RED_ON_THE_SCREEN = `(() => {
	// a color may be given in many ways, and only a canvas tells what it looks like
	const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const isRed = (color) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = color;
		canvas.fillRect(0, 0, 1, 1);
		const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data;
		return opacity > 100 && red > 170 && green < 95 && blue < 110;
	};
	const colors = new Map();
	const remembered = (color) => colors.get(color) ?? colors.set(color, isRed(color)).get(color);
	const writes = (element) => element.tagName === 'svg' ||
		[...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
	const isNodeOpen = document.querySelector('[data-test-id="ndv"]') !== null;
	return [...document.body.querySelectorAll('*')]
		.filter((element) => {
			if (isNodeOpen && element.closest('[data-test-id="canvas"]')) return false;
			if (element.closest('button, [data-test-id="ndv-input-panel"], [data-test-id="output-panel"]')) return false;
			if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
			const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element);
			return (
				(writes(element) && remembered(color)) ||
				remembered(backgroundColor) ||
				(borderTopWidth !== '0px' && remembered(borderTopColor))
			);
		})
		.map((element) => element.textContent.trim());
})()`;
