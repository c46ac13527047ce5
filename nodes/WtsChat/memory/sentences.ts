import { say } from '../values/sentence';

export const noMemories = say`This version of n8n cannot use memories of community nodes`;
