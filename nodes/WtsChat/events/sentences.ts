import { say } from '../values/sentence';

/** What a stranger at one of our addresses gets for an answer. */
export const notAnEvent = say`This is not an event of WTS Chat.`;

// what an item tells of its file
export const noAddress = say`WTS Chat gives no address for the file.`;
export const tooLarge = (megabytes: number) => say`The file is larger than ${megabytes} MB.`;
export const pageInstead = say`The storage answered with a web page in place of the file.`;

// what an item tells of its audio
export const transcriptionFailed = say`WTS Chat could not transcribe the audio.`;
export const noTranscription = say`WTS Chat has no transcription of the audio.`;
export const transcriptionLate = say`The transcription of the audio did not come in time.`;
