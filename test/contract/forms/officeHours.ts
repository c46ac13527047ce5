import type { Forms } from './form';

export const officeHours: Forms = {
	get: () => [{ parameters: {} }],
	isOpenNow: () => [
		{ parameters: { options: { moment: '2026-09-15T10:00:00', timeZone: 'America/Bahia' } } },
	],
};
