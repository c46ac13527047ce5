import fc from 'fast-check';
import {
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import { idIn } from '../../../nodes/WtsChat/values/ids';
import { readDay, readMoment } from '../../../nodes/WtsChat/values/moments';
import { readNumber } from '../../../nodes/WtsChat/values/numbers';
import { comparable, otherForm, phoneIn, readPhone } from '../../../nodes/WtsChat/values/phones';
import { runs } from '../../support/runs';

const RUNS = runs(2_000);
const ZONES = ['America/Sao_Paulo', 'Asia/Tokyo', 'UTC'];

/** Fails unless it holds; for so many cases `expect` would take longer than all that they test. */
function must(holds: boolean, what: string): void {
	if (!holds) throw new Error(what);
}

function resultOf<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

const AREAS = [
	...[11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38],
	...[41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69],
	...[71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89],
	...[91, 92, 93, 94, 95, 96, 97, 98, 99],
].map(String);

/** The digits of a number in groups: of a mobile number, one without its ninth digit, a landline. */
const subscriber = fc
	.tuple(fc.constantFrom('9', ''), fc.integer({ min: 2, max: 9 }), fc.nat(9_999_999))
	.map(([nine, first, rest]) => `${nine}${first}${String(rest).padStart(7, '0')}`);
const brazilian = fc.tuple(fc.constantFrom(...AREAS), subscriber);

/** What people write before a Brazilian number, and what other programs put around it. */
const spelled: Array<(area: string, number: string) => string> = [
	(area, number) => `+55 ${area} ${number}`,
	(area, number) => `(+55) ${area} ${number}`,
	(area, number) => `+55|${area}${number}`,
	(area, number) => `55${area}${number}`,
	(area, number) => `${area} ${number}`,
	(area, number) => `(${area}) ${number}`,
	(area, number) => `0${area} ${number}`,
	(area, number) => `(0${area}) ${number}`,
	(area, number) => `(0) ${area} ${number}`,
	(area, number) => `0 15 ${area} ${number}`,
	(area, number) => `0 21 ${area} ${number}`,
	(area, number) => `+55 0${area} ${number}`,
	(area, number) => `+55 (0) ${area} ${number}`,
	(area, number) => `00 55 ${area} ${number}`,
	(area, number) => `0055 (0${area}) ${number}`,
	(area, number) => `55${area}${number}.0`,
	// with a 0 more, a number of 8 digits that begins with 9 would be another one
	(area, number) => `${/^9\d{7}$/.test(number) ? '55' : ''}${area}${number}.0`,
	(area, number) => `tel:+55-${area}-${number}`,
	(area, number) => `whatsapp:+55${area}${number}`,
	(area, number) => `https://wa.me/55${area}${number}`,
	(area, number) => `55${area}${number}@c.us`,
	(area, number) => `55${area}${number}@s.whatsapp.net`,
];

/** The text as it comes from chats, sheets and web pages. */
const worn = fc.constantFrom<(text: string) => string>(
	(text) => text,
	(text) => `\u202a${text}\u202c`,
	(text) => `\ufeff ${text}\u00a0\n`,
	(text) => [...text].join('\u200b'),
	(text) => text.replaceAll(' ', '\u00a0'),
	(text) => text.replaceAll('-', '\u2011'),
	(text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
);

const tell = (text: string) => JSON.stringify(text);

test('any spelling of one Brazilian number gives this number', () => {
	fc.assert(
		fc.property(
			brazilian,
			fc.constantFrom(...spelled),
			fc.constantFrom('', '-', ' ', '.'),
			worn,
			([area, number], spell, dash, wear) => {
				const usual = spell(area, number);
				const isBare = usual.includes(' ') || usual.includes('-');
				const text = wear(
					isBare
						? usual.replace(number, `${number.slice(0, -4)}${dash}${number.slice(-4)}`)
						: usual,
				);
				const read = resultOf(() => readPhone(text));
				must(read === `+55${area}${number}`, `${tell(text)} is read as ${read}`);
			},
		),
		RUNS,
	);
});

const COUNTRIES = Object.keys(examples) as CountryCode[];

/** Numbers that exist in other countries, by the judge. */
const foreign = fc
	.tuple(fc.constantFrom(...COUNTRIES), fc.integer({ min: 0, max: 9_999 }))
	.map(([country, end]) => {
		const example = getExampleNumber(country, examples)?.number ?? '';
		return `${example.slice(0, -4)}${String(end).padStart(4, '0')}`;
	})
	.map((number) => parsePhoneNumberFromString(number))
	.filter((number) => number?.isValid() === true && number.countryCallingCode !== '55')
	.map((number) => number!);

test('any international spelling of a number of another country gives this number', () => {
	fc.assert(
		fc.property(foreign, fc.nat(6), worn, (number, way, wear) => {
			const digits = number.number.slice(1);
			const texts = [
				number.number,
				number.formatInternational(),
				number.getURI(),
				`00${digits}`,
				`00 ${number.formatInternational().slice(1)}`,
				`https://wa.me/${digits}`,
				`${digits}@c.us`,
			];
			const text = wear(texts[way]!);
			const read = resultOf(() => readPhone(text));
			must(read === number.number, `${tell(text)} is read as ${read}`);
		}),
		RUNS,
	);
});

/** A text that is almost a number: one of those above, with a character more, less, or another one. */
const mistyped = fc
	.tuple(
		fc.oneof(
			fc.tuple(brazilian, fc.constantFrom(...spelled)).map(([[a, n], spell]) => spell(a, n)),
			foreign.chain((number) =>
				fc.constantFrom(number.number, number.number.slice(1), number.formatNational()),
			),
		),
		fc.nat(20),
		fc.constantFrom(...'0123456789+ ()-.', ''),
		fc.boolean(),
	)
	.map(([text, place, character, isMore]) => {
		const at = place % (text.length + 1);
		return text.slice(0, at) + character + text.slice(at + (isMore ? 0 : 1));
	});

test('what is a number for an independent judge is that number here, or refused', () => {
	fc.assert(
		fc.property(mistyped, (text) => {
			const read = phoneIn(text);
			if (read === undefined) return;
			// in Brazil the judge takes what follows 00 for a carrier and 90 for a collect call; it knows no sheets
			const dialled = text
				.trim()
				.replace(/^(\+?\d{10,})\.00?$/, '$1')
				.replace(/^[^\d+]*0[^\d+]*0|^(?=90\d{10,}$)/, '+');
			const judged = parsePhoneNumberFromString(dialled, { defaultCountry: 'BR', extract: false });
			if (!judged?.isValid()) return;
			const sent = parsePhoneNumberFromString(read)?.number;
			must(sent === judged.number, `${tell(text)} is read as ${read}, and is ${judged.number}`);
		}),
		RUNS,
	);
});

test('what is read as a number is read as the same one again', () => {
	fc.assert(
		fc.property(fc.oneof(mistyped, fc.string({ unit: 'binary' })), (text) => {
			const read = phoneIn(text);
			if (read === undefined) return;
			must(phoneIn(read) === read, `${read} is read as ${phoneIn(read)}`);
			must(/^(\+[1-9]\d{6,14}|@[\w.]+)$/.test(read), `${read} is no number`);
			const digits = text.normalize('NFKC').replace(/\D/g, '');
			must(read.startsWith('@') || digits.includes(read.slice(-7)), `${tell(text)} is ${read}`);
		}),
		RUNS,
	);
});

test('the two forms of a mobile number are the same to compare, and no other number is', () => {
	fc.assert(
		fc.property(brazilian, brazilian, ([area, number], [otherArea, otherNumber]) => {
			const one = `+55${area}${number}`;
			const other = `+55${otherArea}${otherNumber}`;
			const twin = otherForm(one);
			if (twin !== undefined) {
				must(comparable(twin) === comparable(one), `${twin} is not ${one}`);
				must(otherForm(twin) === one, `${twin} has the other form ${otherForm(twin)}`);
			}
			const areSame = comparable(one) === comparable(other);
			must(areSame === [one, twin].includes(other), `${one} is taken for ${other}`);
		}),
		RUNS,
	);
});

const zone = fc.constantFrom(...ZONES);
const inOurTime = fc.date({
	min: new Date('1990-01-02'),
	// from 2033 on, seconds can be the digits of a date with its hour, and are refused
	max: new Date('2032-12-30'),
	noInvalidDate: true,
});

test('seconds, milliseconds and text of one moment give this moment', () => {
	fc.assert(
		fc.property(inOurTime, zone, worn, (date, timezone, wear) => {
			const moment = new Date(Math.floor(date.getTime() / 1_000) * 1_000);
			const ms = moment.getTime();
			const iso = moment.toISOString();
			const texts = [iso, iso.replace('T', ' '), String(ms), String(ms / 1_000)].map(wear);
			for (const value of [moment, ms, ms / 1_000, ...texts]) {
				const read = resultOf(() => readMoment(value, timezone));
				must(read === iso, `${tell(String(value))} is read as ${read}, and is ${iso}`);
			}
		}),
		RUNS,
	);
});

const anyValue = fc.oneof(
	fc.integer(),
	fc.double(),
	fc.maxSafeInteger(),
	fc.string(),
	fc.stringMatching(/^\d{1,4}[-/.:]?\d{1,2}[-/.:]?\d{1,4}([T ]\d{1,2}(:\d\d)?)?$/),
	inOurTime.map((date) => date.toISOString().slice(0, date.getTime() % 24)),
);

test('what is read as a moment or a day is read as the same one again, and lies in our time', () => {
	fc.assert(
		fc.property(anyValue, zone, (value, timezone) => {
			const moment = resultOf(() => readMoment(value, timezone));
			if (moment !== undefined) {
				must(readMoment(moment, timezone) === moment, `${moment} is another moment`);
				must(/^(199\d|20\d\d|2100|1989-12-31|2101-01-01)/.test(moment), `${value} is ${moment}`);
			}
			const day = resultOf(() => readDay(value, timezone));
			if (day === undefined) return;
			must(readDay(day, timezone) === day, `${day} is another day`);
			must(/^(19\d\d|20\d\d|2100)-/.test(day), `${tell(String(value))} is ${day}`);
		}),
		RUNS,
	);
});

test('a number is read in either convention, or refused where they differ', () => {
	const formats = ['pt-BR', 'en-US'].flatMap((locale) =>
		[true, false].flatMap((useGrouping) =>
			[0, 1, 2].map((minimumFractionDigits) => ({
				decimals: minimumFractionDigits,
				format: new Intl.NumberFormat(locale, { useGrouping, minimumFractionDigits }),
			})),
		),
	);
	const whole = fc.integer({ min: -9_999_999, max: 9_999_999 });
	fc.assert(
		fc.property(whole, fc.constantFrom(...formats), worn, (digits, { decimals, format }, wear) => {
			const number = digits / 10 ** decimals;
			const text = format.format(number);
			const read = resultOf(() => readNumber(wear(text)));
			const isAmbiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
			must(read === (isAmbiguous ? undefined : number), `${tell(text)} is read as ${read}`);
		}),
		RUNS,
	);
});

test('a text that is read as a number has no other reading in JavaScript', () => {
	const text = fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[\d.,]{1,12}(e\d)?$/));
	fc.assert(
		fc.property(text, (written) => {
			const read = resultOf(() => readNumber(written));
			if (read === undefined) return;
			const again = resultOf(() => readNumber(String(read)));
			must(again === read || /\.\d{3}$|e/.test(String(read)), `${read} again`);
			const plainly = Number(written);
			must(Number.isNaN(plainly) || plainly === read, `${tell(written)} is read as ${read}`);
		}),
		RUNS,
	);
});

test('an ID is read as itself again, and nothing else becomes one', () => {
	const text = fc.oneof(fc.uuid(), fc.string(), fc.webUrl({ withQueryParameters: true }));
	fc.assert(
		fc.property(text, fc.uuid(), (written, id) => {
			const read = idIn(written);
			must(read === undefined || idIn(read) === read, `${tell(written)} is read as ${read}`);
			must(read === undefined || written.toLowerCase().includes(read), `${written} is no ${read}`);
			const address = `https://app.example.com/${encodeURIComponent(written)}/${id}`;
			must(idIn(address) === id, `${address} holds another ID`);
		}),
		RUNS,
	);
});
