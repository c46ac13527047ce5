import { locale, word } from './words.js';

const isToday = (date) => date.toDateString() === new Date().toDateString();

const clock = (date) => date.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });

/** The time of a moment of today, the day of any other. */
export function timeOf(moment) {
	if (!moment) return '';
	const date = new Date(moment);
	return isToday(date)
		? clock(date)
		: date.toLocaleDateString(locale(), { day: '2-digit', month: '2-digit' });
}

export const clockOf = (moment) => clock(new Date(moment));

/** The day that messages stand under. */
export function dayOf(moment) {
	const date = new Date(moment);
	return isToday(date) ? word('today') : date.toLocaleDateString(locale(), { dateStyle: 'long' });
}

/** How much is left until a moment, such as "23 h 5 min". */
export function leftUntil(moment) {
	const minutes = Math.max(0, Math.floor((Date.parse(moment) - Date.now()) / 60_000));
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
