import { say } from '../values/sentence';

export const noOfficeHours = say`WTS Chat does not tell the office hours of the account`;
export const noTimeZone = say`WTS Chat does not tell the time zone of the office hours`;
export const unreadableDay = (day: string) =>
	say`The office hours of ${day} cannot be read; correct them in the settings of WTS Chat`;
