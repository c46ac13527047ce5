const RATE = 8_000;

/** A short sound that stands for a voice: a soft hum with a beat for each syllable or so, as a WAV file. */
export function humFor(text) {
	const seconds = Math.min(8, 0.6 + text.length / 18);
	const samples = Int16Array.from({ length: seconds * RATE }, (_, n) => {
		const time = n / RATE;
		const beat = Math.sin(Math.PI * ((time * 4) % 1)) ** 2;
		const pitch = 150 + 25 * Math.sin(time * 3);
		return (
			5_000 *
			beat *
			(Math.sin(2 * Math.PI * pitch * time) + 0.4 * Math.sin(4 * Math.PI * pitch * time))
		);
	});
	return new File([headerFor(samples.byteLength), samples], 'audio.wav', { type: 'audio/wav' });
}

/** What a WAV file of one channel with 16 bits begins with. */
function headerFor(bytes) {
	const view = new DataView(new ArrayBuffer(44));
	const write = (at, text) =>
		[...text].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
	write(0, 'RIFF');
	view.setUint32(4, 36 + bytes, true);
	write(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, RATE, true);
	view.setUint32(28, RATE * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	write(36, 'data');
	view.setUint32(40, bytes, true);
	return view.buffer;
}
