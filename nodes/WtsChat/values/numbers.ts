import { plain, strangerIn } from './characters';
import * as sentences from './sentences';
import { ValueError } from './valueError';

/** Digits in groups of three, and what may stand behind the other separator. */
const grouped = (point: string, comma: string) =>
	new RegExp(`^[+-]?[1-9]\\d{0,2}(?:\\${point}\\d{3})+(?:\\${comma}\\d+)?$`);

/**
 * The number that is written with a decimal point or a decimal comma, and with the groups of thousands
 * of the other one: `1.250,5`, `1,250.5`, `R$ 1250,50`.
 *
 * @throws ValueError when it is no number, or can be two: `1.250`
 */
export function readNumber(value: unknown): number {
	const number = typeof value === 'string' ? numberIn(value) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	throw new ValueError(sentences.notANumber);
}

function numberIn(written: string): number {
	const text = plain(written).replace(/^(-?)R\$ ?/, '$1');
	if (/^[+-]?(?!0[.,])\d{1,3}[.,]\d{3}$/.test(text)) {
		const thousands = text.replace(/[.,]/, '');
		const decimals = `${text.replace(',', '.')}0`;
		throw new ValueError(sentences.twoNumbers(thousands, decimals));
	}
	const number = Number(withoutGroups(text));
	if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
		throw new ValueError(sentences.notANumber, strangerIn(text, /[\d.,+-]/));
	}
	return number;
}

/** The number as JavaScript writes it; what is none becomes nothing that it could read. */
function withoutGroups(text: string): string {
	if (grouped('.', ',').test(text)) return text.replaceAll('.', '').replace(',', '.');
	if (grouped(',', '.').test(text)) return text.replaceAll(',', '');
	return /^[+-]?(?:\d+|\d*[.,]\d+)$/.test(text) ? text.replace(',', '.') : 'NaN';
}
