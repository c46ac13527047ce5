import { say } from '../values/sentence';

// of messages
export const messageEmpty = say`The message is empty`;
export const replyLost = say`The message was sent, but the reply cannot be waited for`;
export const notCanceled = say`The message was not canceled`;
export const notInBatch = (field: string) =>
	say`'${field}' cannot go with 'One Request for All Items'`;
export const fileNotInBatch = say`A file that the item carries cannot go with 'One Request for All Items'`;
export const fileTwice = say`The file is given twice`;
export const notIdNorSenderId = (field: string) => say`'${field}' is neither an ID nor a sender ID`;
export const passwordOut = say`The password comes out as 'code'. n8n shows it to nobody; the nodes that follow get it.`;

// of cards
export const lostOnly = (field: string) => say`'${field}' goes with the status Lost only`;
export const withoutStep = (field: string) => say`'${field}' is chosen without a step`;

// of notes, in cards and in sessions
export const noteEmpty = say`The note is empty`;
export const tooManyFiles = (field: string, most: number) =>
	say`'${field}' has more than ${most} files`;

// of all others
export const contactUntold = say`WTS Chat does not say what became of this contact; it may have been saved`;
export const nobodyChosen = say`Neither a department nor a user is chosen`;
export const transferOnly = (field: string) =>
	say`'${field}' goes with Transfer only, and Transfer with it`;
export const noTag = say`WTS Chat has no tag with this ID`;
