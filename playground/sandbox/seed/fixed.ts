const KINDS = {
	company: 'c0000000',
	department: 'd0000000',
	agent: 'a0000000',
	user: 'b0000000',
	channel: 'e0000000',
	tag: 'f0000000',
	contact: '10000000',
	session: '20000000',
	classification: '30000000',
	bot: '40000000',
	message: '50000000',
	file: '51000000',
	template: '52000000',
	templateCategory: '53000000',
	payment: '54000000',
	track: '55000000',
	subscription: '56000000',
	otp: '58000000',
	officeDay: '57000000',
	panel: '60000000',
	step: '61000000',
	panelTag: '62000000',
	customField: '63000000',
	fieldOption: '64000000',
	lostReason: '65000000',
	thumbnail: '66000000',
	card: '67000000',
	cardNote: '68000000',
	noteFile: '69000000',
	portfolio: '6a000000',
	portfolioContact: '6b000000',
	sequence: '6c000000',
	sequenceContact: '6d000000',
	botKey: '6e000000',
	scheduledMessage: '6f000000',
} as const;

/** The id of the nth seeded record of a kind: the same in every run, and told apart at a glance. */
export function fixedId(kind: keyof typeof KINDS, n: number): string {
	return `${KINDS[kind]}-0000-4000-8000-${String(n + 1).padStart(12, '0')}`;
}

const FIRST_MOMENT = Date.parse('2026-03-02T12:00:00.000Z');
const MINUTE = 60_000;

/** A moment of the seeded account's history, counted in minutes from its beginning. */
export function fixedMoment(minutes: number): string {
	return new Date(FIRST_MOMENT + minutes * MINUTE).toISOString();
}

/** The nth of the values, beginning again after the last. */
export function cycled<Value>(values: readonly Value[], n: number): Value {
	return values[n % values.length]!;
}

/** An invented phone number, as the API writes it and for display. */
export function fixedPhone(n: number): { phoneNumber: string; phoneNumberFormatted: string } {
	const digits = String(n).padStart(4, '0');
	return { phoneNumber: `+55|1190000${digits}`, phoneNumberFormatted: `(11) 90000-${digits}` };
}
