import { say, type Sentence } from '../values/sentence';

/** What a field says of its value, in words that follow the name of the field. */
export const refused = (field: string, words: Sentence) => say`'${field}' ${words}`;

export const notAText = say`has to be a text`;
export const notAList = say`has to be a list`;
export const notTexts = say`has to be a list of texts`;
export const notTrueOrFalse = say`has to be true or false`;
export const notAnObject = say`has to be an object`;
export const notJson = say`has to be a JSON object like { "key": "value" }`;
export const notOffered = (offered: string) => say`has to be one of ${offered}`;
export const notAnId = say`is not an ID; an ID looks like 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10`;
export const namesBesideIds = say`holds names beside IDs; give the one or the other`;
export const withoutKey = say`has a value without a key`;
export const sameKey = say`names the same key twice`;

// of one field
export const empty = (field: string) => say`'${field}' is empty`;
export const tooSmall = (field: string) => say`'${field}' has to be 1 or more`;
export const notFromOne = (field: string) => say`'${field}' has to be a whole number from 1 on`;
export const notUpTo25 = (field: string) => say`'${field}' has to be a whole number from 0 to 25`;
export const notUpTo30Days = (field: string) =>
	say`'${field}' has to be more than nothing and no more than 30 days`;
export const notHttps = (field: string) =>
	say`'${field}' is not an address that starts with https://`;
export const notATimeZone = (field: string) =>
	say`'${field}' is not a time zone; write it like America/Sao_Paulo`;
export const instagramUser = (field: string) => say`'${field}' takes no user of Instagram`;
export const filledInTwice = (field: string) => say`'${field}' is filled in twice`;
export const valueNoText = (field: string) => say`'${field}' holds a value that is not a text`;
export const answeredUnknown = (field: string) =>
	say`'${field}' does not know which message is answered`;

// of several
export const notTogether = (field: string, other: string) =>
	say`'${field}' and '${other}' do not go together`;
export const rulesTogether = say`The three rules of the distribution go together`;
export const contactUnnamed = say`'Phone Number' is empty, and so are 'Email' and 'Instagram'`;
export const noEvent = say`No event is chosen`;
export const notOfKind = (kind: string) => say`The file that the item carries is no ${kind}`;
