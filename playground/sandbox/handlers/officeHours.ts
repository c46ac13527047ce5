import { operation } from '../operation';

export const officeHoursOperations = [
	operation('getOfficeHours', (_request, account) => account.officeHours),
];
