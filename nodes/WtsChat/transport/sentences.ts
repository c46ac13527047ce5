import { say } from '../values/sentence';

// of a request that did not succeed
export const unreachable = say`WTS Chat could not be reached`;
export const withoutTls = say`WTS Chat could not be reached over a secure connection`;
export const keyUnsendable = say`The API key holds a character that cannot be sent`;
export const unavailable = (doubt: string) => say`WTS Chat is not available right now${doubt}`;
export const unreadable = (doubt: string) => say`WTS Chat gave no answer that can be read${doubt}`;
export const moduleOff = say`This feature is not enabled in the WTS Chat account`;
export const notFound = say`WTS Chat does not find what this item names`;
export const notTheApi = say`The Base URL does not lead to the API of WTS Chat`;
export const keyRefused = say`WTS Chat did not accept the API key`;
export const keyNotAllowed = say`The API key is not allowed to do this`;
export const tooMany = say`WTS Chat is receiving too many requests from this account`;
export const redirected = (doubt: string) => say`The Base URL leads to another address${doubt}`;
export const messageRefused = say`WTS Chat refused the message`;
export const requestRefused = say`WTS Chat refused the request`;
export const baseUrlUnusable = say`The credential's Base URL cannot be used`;

// of an upload
export const storageUnreachable = say`The file storage of WTS Chat could not be reached`;
export const storageSilent = say`The file storage of WTS Chat gave no answer`;
export const storageRefused = say`The file storage of WTS Chat did not take the file`;

// of a download
export const noWebAddress = say`The address of the file is no web address.`;
export const privateAddress = say`The address of the file leads into a private network.`;
export const notFetched = say`The file could not be fetched.`;

// of a list
export const noList = say`WTS Chat gave no list that can be read`;
export const endless = say`WTS Chat announces more pages without end, so the list cannot be read`;
export const samePage = say`WTS Chat answers the same page again, so the list cannot be read to its end`;
export const miscounted = (counted: number, given: number) =>
	say`WTS Chat counts ${counted} records and gives ${given}, so the list cannot be read to its end`;
export const listChanged = say`The list changed while it was read: records that came or went meanwhile may be missing.`;
export const listNotWhole = say`WTS Chat says that there is more, but gives no more records: the list may not be whole.`;
