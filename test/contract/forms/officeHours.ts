import type { Forms } from './form';

export const officeHours: Forms = {
	get: () => [{ parameters: {} }],
};
