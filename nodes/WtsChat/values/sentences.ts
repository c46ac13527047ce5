import { say } from './sentence';

// what follows the name of the field
export const notAPhone = say`is not a phone number; write it like +55 11 90000-0001`;
export const withoutArea = say`has no area code; write it like +55 11 90000-0001`;
export const withoutCountry = say`needs a + and its country code, because it is no Brazilian number`;
export const notANumber = say`has to be a number`;
export const twoNumbers = (thousands: string, decimals: string) =>
	say`can be two numbers; write ${thousands} or ${decimals}`;
export const notAMoment = say`is not a date and time; write it like 2026-09-15T16:41:56`;
export const notADay = say`is not a date; write it like 2026-09-15`;
