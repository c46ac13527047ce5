import { say } from '../values/sentence';

// of what is sent
export const stopped = say`The execution was stopped`;
export const windowOver = say`The 24 hours in which the contact can be written to freely are over`;
export const notDelivered = say`The message did not reach the contact`;
export const statusUnread = say`The message was sent, but its status cannot be read`;
export const queued = say`A message that is queued has not reached the contact yet. To see whether it does, switch on 'Wait for Delivery' where it is there, or read its status later with 'Get Send Status' or 'Get Status'.`;
export const partlySent = (sent: number, all: number) =>
	say`Only ${sent} of the ${all} messages of the text were sent`;
export const answeredElsewhere = say`The session has no message with the ID in 'Answered Message ID'`;
export const noSession = say`WTS Chat does not tell the session of the message that is answered`;
export const unknownTag = (field: string) =>
	say`'${field}' names a tag that the account does not have`;

// of several items in one request
export const sameSenderId = say`Several items have the same 'Sender ID'`;
export const itemRefused = say`WTS Chat refused this item of the request`;
export const messageUntold = say`WTS Chat does not say what became of this message; it may have been sent`;

// of a file
export const emptyFile = (name: string) => say`The file "${name}" is empty`;
export const noUploadAddress = say`WTS Chat gave no address to upload the file to`;
export const noFileId = say`WTS Chat gave no ID to the file`;

// of a card that its contact leads to
export const nobodyOfPhone = say`Nobody has the phone number that the card is looked for by`;
export const noOpenCard = say`The contact has no open card in the panel`;
export const severalCards = say`The contact has several open cards in the panel`;

// of an update
export const nothingToUpdate = say`There is nothing to update`;
export const setAndCleared = (field: string) => say`'${field}' is both set and cleared`;
